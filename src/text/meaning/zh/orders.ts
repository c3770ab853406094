/** What owners type when they mean this of orders, money and contracts. */
export const orders = {
  orders:
    '订单列表|看看订单|{when}有哪些订单|{when}多少单|所有订单|最近的订单都有哪些|{when}卖出几单|订单有哪些|{when}的单子|来了哪些订单',
  ordersUnpaid: '没付款的订单|未付款订单|哪些订单没付钱|等着付款的单|下了单没付的|还没收款的订单|没给钱的单子|待付款',
  ordersUnsent:
    '哪些要装箱|哪些单要寄|还得寄哪些|没发货的订单|哪些还没发货|要发货的|待发货|今天要寄的|还有哪些要打包|该寄的包裹|要送的货有哪些|哪些单还没寄',
  ordersRefunded: '退款的订单|退过款的|{when}退了多少钱|退货退款的有哪些|哪些单退了|{when}退款|退了钱的订单',
  carts: '弃单|没付完的购物车|谁加了购物车没买|未完成的结账|购物车里没结的|差一点就买的|放弃付款的',
  lastOrder: '最近一单|最新的订单|最后一笔订单|上一单是什么|刚来的那单|最后一单谁买的|最新一单',
  ordersOf:
    '{who}买过什么|{who}的订单|{who}买了多少钱|{who}一共花了多少|{who}下过几单|{who}消费多少|{who}的购买记录|{who}买了几次|看看{who}的单子',
  orderNew:
    '{who}买了{goods}{money}|{who}下单{goods}|{who}订了{goods}{money}|{who}拿了{n}{goods}{money}|记一单{who}{goods}{money}|{who}要了{goods}共{money}|卖给{who}{goods}{money}|{who}下了一单{goods}|{who}买走{goods}',
  orderPaid:
    '{who}付款了|{who}的钱到了|收到{who}的款|{who}转账了{money}|订单{order}付了|{who}付清了|收到{who}{money}|{who}打钱来了|{who}给钱了|{who}的货款收到了',
  orderSent:
    '{who}的货发了|给{who}发货了|{who}的单寄出了|订单{order}发货|{who}的快递发走了|{who}的包裹寄了|{who}的货送到了|{who}的发了顺丰|{order}寄出去了|{who}那单已发货|{who}的{goods}寄出去了|{who}那盒{goods}寄出去了|{who}的{goods}发走了|{who}的{goods}寄走了',
  orderRefund:
    '给{who}退款|退{who}{money}|{who}退钱|把{who}的钱退了|退款给{who}|{who}要退款|{order}退款|{who}那单退了|退一部分钱给{who}',
  orderCancel:
    '取消{who}的订单|{who}的单不要了|{who}取消了|{who}那单取消|取消订单{order}|{who}的订单作废|{who}退单|把{who}的单子取消掉|{who}那单作废',
  partPaid:
    '{who}付了定金{money}|{who}先付{money}|{who}付了一半|{who}付了一部分|收了{who}{money}定金|{who}首付{money}|{who}给了{money}订金|{who}预付{money}|{who}付了{money}还剩一些',
  takings:
    '{when}收了多少|{when}赚了多少|{when}收入|{when}营业额|{when}卖了多少钱|{when}进账多少|流水多少|收了多少钱|{when}业绩怎么样|{when}生意怎么样|{when}和上个月比|{when}比上次多吗|和{when}比怎么样',
  unpaid:
    '谁欠我钱|欠款有哪些|谁没付钱|还有多少没收回来|应收款|谁还没付|哪些账没收|欠账|外面还有多少钱没收|拖着没付的|逾期没付的账',
  owedBy:
    '{who}欠我多少|{who}还欠多少|{who}付清了吗|{who}还有多少没付|{who}欠钱|{who}的欠款|{who}欠我{money}|催{who}付款|{who}账上还差多少|{who}的尾款',
  invoice:
    '给{who}开账单|{who}开账单|{who}要账单|给{who}开票|{who}的账单开一下|给{who}开个账单{when}付|给{who}出账单|{who}要发票|账单发给{who}|{who}的账单{when}到期',
  invoicePaid: '{who}的账单付了|{who}结账了|{who}账单付清|{who}的账结了|{who}把账单付了|账单{who}已付|{who}的账收到了',
  contracts:
    '合同列表|哪些合同快到期|合同有哪些|要续的合同|看看合同|{when}到期的合同|该续签的|合同到期提醒|长期合作的合约',
  contractNew:
    '和{who}签合同|{who}签了合同到{when}|{who}的合同{when}开始|新合同{who}|记一份{who}的合同|{who}签了一年{goods}|{who}续签一年|{who}签了{money}一个月的合同|跟{who}签了年度合作',
} as const;
