/** What owners type when they mean this of orders, money and contracts. */
export const orders = {
  orders:
    'show orders|list orders|all orders|which orders came in|orders {when}|how many orders {when}|what did people order {when}|recent orders|order list|what was ordered lately|sales list',
  ordersUnpaid:
    'unpaid orders|orders not paid yet|which orders are still to be paid|orders waiting for payment|orders without payment|who ordered but did not pay|open payments for orders',
  ordersUnsent:
    'orders to ship|unsent orders|what do i have to send|what needs shipping|parcels to pack|which orders are not shipped|orders to post today|outstanding deliveries|what has to go out|packages to prepare|what still has to be delivered',
  ordersRefunded:
    'refunded orders|which orders were refunded|returns and refunds {when}|orders with money back|what did i refund|list of refunds|how much did i refund {when}',
  carts:
    'abandoned carts|carts left behind|who did not finish checkout|unfinished checkouts|people who left their basket|carts without an order|who almost bought',
  lastOrder:
    'last order|the latest order|newest order|what was ordered last|most recent order|show me the last sale|who ordered last',
  ordersOf:
    'orders of {who}|what did {who} order|what has {who} bought|purchases of {who}|how much has {who} spent|{who} total spending|order history of {who}|show {who} orders|did {who} buy anything|how often did {who} order',
  orderNew:
    '{who} just bought {goods} for {money}|{who} got {n} {goods} for {money}|{who} ordered {goods} for {money}|{who} bought {goods} {money}|new order from {who}|order for {who} {goods} {money}|sold {goods} to {who} for {money}|{who} takes {n} {goods}|write down an order for {who}|{who} placed an order {goods}|{who} purchased {goods}',
  orderPaid:
    'the money of {who} came in|{who} has now paid|{who} paid|payment from {who} arrived|got the money from {who}|{who} has transferred {money}|order {order} is paid|{who} paid in full|{who} paid by card|received {money} from {who}|money of {who} is here|{who} sent the money',
  orderSent:
    'sent {who} the files|sent {who} their {goods}|{who} has got the {goods} now|shipped the order of {who}|sent {who} the package|order {order} is on its way|{who} order went out|posted the parcel to {who}|{who} parcel has been sent|dispatched {order}|delivered the goods to {who}|handed the package for {who} to the courier|{who} shipment left',
  orderRefund:
    'refund {who}|give {who} the money back|{who} gets {money} back|pay {who} back|return the money to {who}|reimburse {who}|{who} wants a refund|refund {money} to {who}|refund order {order}|send {who} back the money',
  orderCancel:
    '{who} does not want the order any more|{who} changed their mind about the order|cancel the order of {who}|{who} cancelled|{who} does not want the order|cancel {order}|call off the order of {who}|{who} withdrew the order|void the order for {who}|scrap the order of {who}|{who} no longer wants the goods',
  partPaid:
    '{who} paid a deposit of {money}|deposit from {who} {money}|{who} paid {money} of it|{who} paid half|first instalment from {who} {money}|down payment {who} {money}|{who} paid part of it|partial payment from {who}|{who} gave {money} in advance|{who} paid {money} up front',
  takings:
    'how much did i earn {when}|revenue {when}|income {when}|takings {when}|turnover|how much money came in {when}|sales figures {when}|how was business {when}|what did we make {when}|earnings|how much did we take {when}|how is {when} compared to before|compare {when} with last month|are we doing better than {when}',
  unpaid:
    'who still has to pay|who did not pay yet|who owes me money|outstanding payments|open invoices|unpaid bills|who has not paid|what am i owed|overdue invoices|how much money is outstanding|which customers owe|debts|who is late with paying',
  owedBy:
    'how much does {who} owe me|what is {who} still to pay|does {who} owe anything|{who} balance|open amount of {who}|{who} has not paid|{who} owes me {money}|debt of {who}|what has {who} left to pay|remind {who} of the payment|{who} outstanding',
  invoice:
    'invoice {who}|send {who} an invoice|bill {who}|make an invoice for {who}|write a bill for {who}|invoiced {who} due {when}|{who} needs an invoice|issue an invoice to {who}|invoice for {who} payable {when}|charge {who} for the order',
  invoicePaid:
    '{who} paid the invoice|invoice of {who} is paid|{who} settled the bill|the bill of {who} has been paid|{who} invoice done|mark the invoice of {who} paid|{who} cleared the invoice',
  contracts:
    'contracts|which contracts end soon|contracts to renew|list my contracts|what has to be renewed|running contracts|contracts ending {when}|agreements|retainers i have|notice periods coming up|subscriptions i sold',
  contractNew:
    'new contract with {who}|{who} signed a contract until {when}|contract for {who} from {when}|contract with {who} for a year|retainer for {who}|{who} agreed to a yearly contract|maintenance contract for {who} {money} a month|{who} signed for a year of {goods}|agreement with {who} starting {when}',
} as const;
