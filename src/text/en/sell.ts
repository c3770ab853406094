/** How an order's money stands. */
const payments = {
  pending: 'not paid yet',
  authorized: 'payment reserved, not yet captured',
  partially_paid: 'partly paid',
  paid: 'paid',
  partially_refunded: 'partly refunded',
  refunded: 'refunded',
  voided: 'voided',
  expired: 'expired',
  failed: 'failed',
  declined: 'declined',
  unpaid: 'not paid yet',
};

/** As with payments. */
const fulfilments = {
  fulfilled: 'sent',
  partial: 'partly sent',
  restocked: 'back in stock',
  unfulfilled: 'not sent yet',
};

/** Of whom or what a title speaks, where that is known. */
const about = (who: string): string => (who ? `: ${who}` : '');

export const sell = {
  payments,
  fulfilments,
  lead: {
    untitled: 'Inquiry',
    list: 'Open leads',
    none: 'No open leads.',
    listOver: (amount: string): string => `Open leads from ${amount}`,
    listUnder: (amount: string): string => `Open leads up to ${amount}`,
    opened: (line: string): string => `Lead opened: ${line}`,
    won: (line: string): string => `🎉 Won: ${line}`,
    alreadyWon: (line: string): string => `Already won: ${line}`,
    alreadyLost: (line: string): string => `Already marked as lost: ${line}`,
    lost: (line: string, reason: string): string => `Lost: ${line}${reason ? ` (${reason})` : ''}`,
    alreadyOpen: (line: string): string => `Already open: ${line}`,
    reopened: (line: string): string => `Reopened: ${line}`,
    noneClosed: (name: string): string => `${name} has no lead that is won or lost, and no resolved ticket.`,
    whichClosed: (name: string): string => `Several things of ${name} are over. Which one is to be open again?`,
    noneOf: (name: string): string => `${name} has no open lead.`,
    which: (name: string): string => `${name} has several open leads. Which one?`,
    notAnAmount: (typed: string): string => `“${typed}” is not an amount. Write 1280, ¥1,280 or 500 USD.`,
    noAmount: (said: string): string => `Amount: — (I did not take “${said}” for one)`,
    amountWas: (amount: string): string => `Its amount was ${amount} before.`,
    amountIs: (amount: string): string => `Amount ${amount}`,
    worthNoted: (line: string): string => `Amount noted: ${line}`,
    keepsAmount: (line: string): string => `Left as it is: ${line}`,
    whichAmount: 'I see more than one amount. Which is the lead worth?',
  },
  quote: {
    total: 'Total',
    none: 'No quote lines yet. Add one: a description, quantity and price.',
    line: (quantity: string, price: string, sum: string): string => `${quantity} × ${price} = ${sum}`,
    remove: 'Remove',
    added: 'Added to the quote.',
    severalLines: 'These read like several lines. Nothing has been added yet.',
    also: (terms: string): string => `Each button also sets: ${terms}. The sums are before that.`,
    addAll: (count: number, sum?: string): string => `Add all ${count}${sum ? ` · ${sum}` : ''}`,
    whichLine: 'How many, and at what price? Pick one, or write the quantity first: 3x800.',
    removed: 'Removed from the quote.',
    noSuch: 'That line is no longer in the quote.',
    closed: (line: string): string => `${line} is closed: its quote stays as it is.`,
    notAQuantity: (typed: string): string =>
      `“${typed}” is not a quantity. Write 2 or 1.5 (at most three decimal places).`,
    otherCurrency: (currency: string): string =>
      `This quote is in ${currency}, and a quote has one currency. Write the price in ${currency}.`,
    tooMany: (most: number): string => `A quote has at most ${most} lines. Put some together, or open a second lead.`,
    tooMuch: 'The total would be too large to keep. Check quantity and price.',
  },
  shopAsk: {
    /** Who is meant, as the shop names them. */
    title: {
      erase: (who: string): string => `🗑 The shop asks to erase the data of ${who || 'a customer'}`,
      data: (who: string): string => `📄 ${who || 'A customer'} wants to know what data you keep about them`,
      deleted: (who: string): string => `🗑 The shop has deleted ${who ? `the customer ${who}` : 'a customer'}`,
      merged: (who: string): string => `👥 The shop has merged customers${about(who)}`,
      merge_failed: (who: string): string => `⚠️ The shop could not merge customers${about(who)}`,
      disputed: (who: string): string => `⚠️ A payment is disputed${about(who)}`,
      fraud_warned: (who: string): string => `⚠️ The card’s bank suspects that a payment is fraud${about(who)}`,
      refund_wanted: (who: string): string => `↩️ ${who || 'A buyer'} asks for their money back`,
      uninstalled: (): string => '🔌 Our app was removed from the shop',
      erase_shop: (): string => '🗑 The shop asks to erase all data that came from it',
    },
    what: {
      erase: 'By law their data has to go within 30 days. Nothing was erased here by itself.',
      data: 'They have to get an answer within 30 days.',
      deleted: 'Nothing was changed here: the contact and what was said stay.',
      merged: 'Nothing was merged here: please look whether they are one person here too.',
      merge_failed: 'In the shop they are still apart. Nothing was changed here either.',
      disputed: 'The buyer’s bank asks for the money back. Answer in the shop’s admin before the date given there.',
      fraud_warned:
        'No money was taken back so far. Do not send it unseen; if it is fraud, refunding it now avoids a dispute and its fee.',
      refund_wanted: 'Nothing was paid back yet. Please decide in the shop’s admin.',
      uninstalled:
        'No orders come from it any more. To get them again, install it again or connect the shop anew: /connect',
      erase_shop: 'By law the data have to go within 30 days. Nothing was erased here by itself.',
    },
    /** What of it is to be done in time, as a task. */
    task: {
      erase: 'Erase the data as the shop asked',
      data: 'Say what data I keep, as was asked',
      erase_shop: 'Erase the data from the shop, as it asked',
      disputed: 'Answer the disputed payment in the shop',
    },
    dispute: {
      title: {
        needs_response: (who: string): string => `⚠️ A payment is disputed${about(who)}`,
        under_review: (who: string): string => `⏳ The disputed payment is under review${about(who)}`,
        won: (who: string): string => `✅ Dispute won${about(who)}`,
        lost: (who: string): string => `❌ Dispute lost${about(who)}`,
        accepted: (who: string): string => `⚠️ Dispute accepted${about(who)}`,
        charge_refunded: (who: string): string => `↩️ The disputed payment was refunded${about(who)}`,
        other: (who: string, word: string): string => `⚠️ The dispute of a payment stands at “${word}”${about(who)}`,
      },
      /** An inquiry of the bank’s that no dispute followed. */
      asked: {
        title: (who: string): string => `✅ The bank’s question about a payment is closed${about(who)}`,
        what: 'It was a question, and no dispute followed: no money was taken by it.',
      },
      /** `due`: until when an answer counts; an inquiry of the bank's takes no money back yet. */
      what: {
        needs_response: (due: string | undefined, inquiry: boolean): string =>
          `${inquiry ? 'The buyer’s bank asks about this payment; no money was taken back yet.' : 'The buyer’s bank asks for the money back.'} Answer in the shop’s admin ${due ? `by ${due}` : 'before the date given there'}.`,
        under_review: (): string => 'Your answer is with the buyer’s bank. There is nothing to do until it decides.',
        won: (): string => 'The bank has decided for you: the money stays with you.',
        lost: (): string => 'The bank has decided for the buyer: the money stays with them.',
        accepted: (): string => 'It was accepted in the shop: the money goes back to the buyer.',
        charge_refunded: (): string => 'The money was given back to the buyer, so the dispute is over.',
        other: (due: string | undefined): string =>
          `Please look in the shop’s admin${due ? `; an answer counts until ${due}` : ''}.`,
      },
      /** What had been refunded when the bank decided; it may have taken the same money once more. */
      refundedBefore: (money: string, refunded: string): string =>
        `${refunded} had gone back before, and counts as a refund. The dispute is over ${money}: please look there whether the bank took it once more.`,
      spentLess: (money: string): string => `The bank took ${money}. It does not count as spent any more.`,
      /** It is not said what was taken, or in other money than the order’s. */
      stillSpent: 'The order still counts as paid here: how much of it was taken is not said in its currency.',
    },
    /** An order that is not known here, by the shop's own number of it. */
    unknownOrder: (id: string): string => `not known here (the shop’s own number: ${id})`,
    customer: (id: string): string => `customer ${id} of the shop`,
    order: 'Order',
  },
  /** What whoever took its money says of an order of another shop. */
  payment: {
    saidByPayment: (by: string): string =>
      `${by} says so. It is counted; when the shop of the order says so too, it still counts once.`,
    refundedBefore: (amount: string, by: string): string => `${by} said before that ${amount} of it went back.`,
    disputedBefore: {
      open: (by: string): string => `${by} said before that its payment is disputed: do not send it unseen.`,
      lost: (by: string): string => `${by} said before that the bank has taken its payment back.`,
    },
    paymentDisputed: (number: string): string => `⚠️ Order ${number}: its payment is disputed`,
    refundedOneOf: (amount: string, numbers: string): string =>
      `↩️ ${amount} refunded of one payment for ${numbers}: of which is not said`,
    refundFailedOneOf: (amount: string, numbers: string): string =>
      `⚠️ A refund of ${amount} failed, of one payment for ${numbers}: of which is not said`,
    onePayment: (number: string, former: string): string => `🔗 Order ${number} is the one told as ${former}`,
    otherSum: (came: string, total: string): string =>
      `${came} came in, and the order comes to ${total}: please look at both.`,
    paidTwice: (number: string, amount: string): string =>
      `💰 A second payment of ${amount} came in for order ${number}`,
    paidTwiceNext: (all: string, total: string, by: string): string =>
      `${all} is here for it in all, and it comes to ${total}. Give one back at ${by}, unless it is meant for more.`,
    cameMore: (number: string, came: string, total: string): string =>
      `💰 ${came} came in for order ${number}, which comes to ${total}`,
    cameMoreNext: (by: string): string => `Please look at both. What is too much is given back at ${by}.`,
    cameLessNext: 'Please look at both: the rest may have come in another way, or not at all.',
    backDiffers: (number: string, taker: string, by: string, shop: string): string =>
      `⚖️ Order ${number}: ${by} gave back ${taker}, the shop says ${shop}`,
    backDiffersNext: 'The larger sum counts here. Please look at both.',
    saysNotPaid: (by: string): string => `${by} has the money; the shop itself has not said so yet.`,
    failedThoughPaid: (by: string): string =>
      `${by} says so, while the shop takes the order for paid: look at ${by} before you send it.`,
    paidThoughCancelled: (number: string, amount: string): string =>
      `💰 ${amount} came in for order ${number}, which is cancelled`,
    cancelledNext: (by: string): string =>
      `The shop does not expect this money. If nothing is to be sent, give it back at ${by}.`,
    notComeAfterAll: (number: string, amount: string): string =>
      `⚠️ The ${amount} for order ${number} did not come after all`,
    notComeNext: {
      off: (by: string): string => `${by} says so now. The order is cancelled: there is nothing to give back.`,
      open: (by: string): string => `${by} says so now. The order is not paid: do not send it yet.`,
    },
    cancelledElsewhere: (number: string, by: string): string =>
      `🚫 Order ${number}: ${by} says it is cancelled, the shop does not`,
    cancelledElsewhereNext:
      'Here it stays as the shop has it. If it is not to be sent, cancel it in the shop too, and refund what was paid.',
    paidForSeveral: (numbers: string): string => `💰 One payment came in for ${numbers}`,
    cameForSeveral: (amount: string, numbers: string, by: string): string =>
      `${by} has ${amount}, one payment for ${numbers}. What the shop does not call paid counts once it does: please look.`,
    noneCame: (amount: string, numbers: string): string =>
      `⚠️ ${amount}, one payment for ${numbers}, did not come after all`,
    noneCameNext: (by: string): string => `${by} says so now. Look at each of them before you send it.`,
    ofOnePayment: (numbers: string, amount: string): string =>
      `❓ ${numbers} name one payment of ${amount}, and two buyers`,
    ofOnePaymentNext:
      'They count as two sales. If it is one, let both name the same buyer (mail address or phone): then they become one order. Send it once.',
    ofWhichIsNotSaid: (amount: string, numbers: string, by: string): string =>
      `${amount ? `${by} said before that ${amount} went back` : `The bank took money back, as ${by} said before`}: of one payment for ${numbers}, of which order is not said. It counts once the shop says so.`,
    onePaymentCounts: 'It is one payment that two systems tell of, and counts once.',
  },
  subscription: {
    /** `what`: the plan with its price, '' if that is not known. */
    title: {
      past_due: (what: string): string => `⚠️ A subscription could not be renewed${about(what)}`,
      unpaid: (what: string): string => `⚠️ A subscription stays unpaid${about(what)}`,
      paused: (what: string): string => `⏸ A subscription is paused${about(what)}`,
      ending: (what: string): string => `👋 A subscription was cancelled${about(what)}`,
      ended: (what: string): string => `👋 A subscription has ended${about(what)}`,
    },
    endsAt: (when: string): string => `It ends ${when}.`,
    tryAgain: 'The payment failed and will be tried again. A word to them may save it.',
  },
  connect: {
    /** Events of the shop that come in and are not made use of. */
    unused: (topics: string): string => `not used: ${topics}`,
    title: 'Connected',
    noneYet: 'Nothing is connected yet',
    perhaps: 'I do not know that shop. Is this the one?',
    unknownShop: 'I do not know that shop. These can be connected:',
    closedShop: (shop: string): string =>
      `${shop} cannot be connected directly. If it can call an address itself, or through Zapier or Make, connect it as your own system. Else write its orders down (/order Anna 2x tea $30) and import its list of customers.`,
    importPeople: 'Import customers',
    noSuch: (number: string): string => `There is no connection ${number}. These are there:`,
    formOff: 'Take it off your website: what is filled in there now arrives nowhere.',
    formDisconnected: (form: string, id: string): string =>
      `${form} · ${id} is closed. What came by it, and whoever wrote, stays.`,
    hint: '/connect and the name of a shop adds one. It says what to click there.',
    waitsForSecret: 'waits for its secret',
    off: 'disconnected',
    rotate: 'New secret',
    disconnect: 'Disconnect',
    connected: (shop: string): string => `${shop} connected`,
    pasteAddress: (url: string): string =>
      `Paste this address as webhook URL (JSON format) for the order and customer events:\n${url}`,
    /** What to click there, by the shop. */
    steps: {
      shopify:
        'In Shopify: Settings → Notifications → Webhooks → Create webhook, once for each event: order creation, update, payment, cancellation, deletion; refund creation; fulfillment creation and update; checkout update; customer creation, update, deletion; product creation, update, deletion; dispute creation and update. Format JSON, the newest API version. The secret stands below the list (“will be signed with”).',
      woocommerce:
        'In WordPress: WooCommerce → Settings → Advanced → Webhooks → Add webhook, once for each topic: order created, updated, deleted, restored; customer created, updated, deleted; product created, updated, deleted. Status Active, API version WP REST API v3, this address as delivery URL, and the secret. WooCommerce sends nothing twice, so keep our address reachable.',
      stripe:
        'In Stripe: Developers → Webhooks → Add destination. Events from your account, snapshot payload, the newest API version. Choose checkout.session.* (completed, async_payment_succeeded, async_payment_failed, expired), invoice.paid, invoice.payment_failed, invoice.voided, invoice_payment.paid, charge.refunded, refund.*, charge.dispute.*, radar.early_fraud_warning.created, customer.created, customer.updated, customer.deleted, customer.subscription.*. Its signing secret begins with whsec_.',
      youzan:
        'In Youzan’s developer console (youzanyun.com): your app → message push, this address, and all messages of trades (trade_*) and refunds (trade_refund_*). The secret is the client_secret of the app.',
      standard:
        'For any system that speaks Standard Webhooks (standardwebhooks.com): it signs with the secret and posts JSON {type, timestamp, data} with order.created, updated, paid, shipped, cancelled, refunded, deleted, customer.*, product.* or shipment.*. The fields are in docs/channels.md under “Your own system”.',
    },
    secretBelow: 'The secret, to be pasted there:',
    shownOnce: 'It is shown only this once; here it is kept encrypted. Delete this message once you have pasted it.',
    waits: (shop: string): string => `${shop}: one more step`,
    thenSecret: (provider: string): string =>
      `Then type /connect ${provider} <the secret that it shows>. Until then nothing is taken in.`,
    /** One of its kind is connected already. */
    before: (shop: string, numbers: string): string =>
      `${shop} is connected already (${numbers}). Is this another shop, or the same one? Nothing was changed or kept.`,
    /** None of its kind is connected now, but one was. */
    oneBefore: (shop: string, numbers: string): string =>
      `${shop} was connected before (${numbers}). Is this another shop, or the same one? The same one goes on where it was; as another, its orders would come twice. Nothing was changed or kept.`,
    another: (shop: string): string => `Another ${shop}`,
    takeUp: (shop: string, id: string): string => `Reconnect ${shop} · ${id}`,
    /** One of its kind is connected now. */
    takeUpBeside: (shop: string, open: string): string =>
      `${open} is connected now. Is that the same shop as ${shop}? With both connected its orders would come twice: disconnect the one, then reconnect the other. Nothing was changed.`,
    keepBoth: 'Two shops: connect both',
    same: (shop: string, id: string): string => `Same shop: disconnect ${shop} · ${id}`,
    takenUp: (shop: string, id: string): string => `${shop} · ${id} is connected again`,
    secretAsBefore: (id: string): string =>
      `Its address and secret are the ones from before. If the shop has a new secret: /connect rotate ${id} <the new secret>.`,
    noneClosed: 'No shop is disconnected.',
    renew: (shop: string, id: string): string => `New secret for ${shop} · ${id}`,
    letMake: 'Connect, and make a secret for me',
    notASecret: (shop: string): string => `That does not look like a secret of ${shop}. Nothing was changed or kept.`,
    newSecret: (shop: string, id: string): string =>
      `Make a new secret in ${shop} first, then type /connect rotate ${id} <the new secret>.`,
    rotated: (shop: string, id: string): string => `🔑 ${shop} · ${id} has a new secret`,
    oldOneADay: 'What was signed with the one before is accepted for another 24 hours.',
    whichOne: 'Which one?',
    isNotConnected: (shop: string): string => `${shop} is not connected. These are:`,
    disconnected: (shop: string, id: string): string =>
      `${shop} · ${id} is disconnected: nothing that it sends is taken in. Its orders and customers stay.`,
    offBefore: (shop: string): string => `${shop} was disconnected before.`,
    removeThere: 'Remove the webhook there too, so that it does not keep trying.',
    deleteYours: 'You can delete your message with the secret now; it is stored encrypted.',
  },
};
