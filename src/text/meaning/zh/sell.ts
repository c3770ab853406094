/** What owners type when they mean this of leads and quotes. */
export const sell = {
  leads:
    '意向列表|在谈的有哪些|现在有哪些意向|谁想买东西|正在谈的客户|看看意向|手头的意向|潜在客户|有哪些单子在跟|在跟进的客户',
  leadsNew:
    '{when}新的意向|{when}新增几个意向|{when}有多少人来问|{when}来询价的|新意向有哪些|{when}进来的意向|最近谁来问价|{when}新来的询盘',
  leadsStale:
    '哪些意向没动静了|很久没跟的意向|停着的意向|凉了的单子|好久没消息的意向|没人跟进的意向|卡住的单子|搁置的意向|冷掉的客户',
  leadsWon:
    '成交了哪些|{when}成交了几单|{when}谈成了多少|成交的意向|赢了哪些单|{when}签了几个|{when}谈下来的|成了几单|{when}做成了哪些',
  leadsLost:
    '没成的有哪些|{when}丢了几单|{when}没谈成的|没成的意向|丢的单子|{when}黄掉的单|谈崩了哪些|失败的意向{when}',
  pipeline:
    '看板|在谈的一共多少钱|意向总额|手上的意向加起来多少|各阶段有多少|销售漏斗|在谈金额合计|管道里有多少钱|所有意向的金额|意向总共值多少',
  forecast:
    '预测|{when}预计能进多少|大概能赚多少|预计收入|{when}能有多少进账|销售预测|往后几个月能收多少|接下来能进多少钱|预估一下{when}的收入',
  lostReasons: '为什么没成|没成的原因|客户为什么不买|丢单原因|都是什么原因没谈成|最常见的没成原因|为啥丢单|不买的理由',
  conversion: '转化率|成交率|意向有多少变成客户|问的人里多少买了|十个里能成几个|成单率|转化情况|有百分之几成交',
  leadOpen:
    '{who}想买{goods}|{who}想要{goods}|{who}要{goods}大概{money}|{who}问{goods}多少钱|{who}对{goods}感兴趣|{who}有意向{goods}|{who}想订{goods}|{who}打算买{goods}{money}|记个意向{who}{goods}|{who}想做{goods}|{who}预算{money}想要{goods}|{who}准备订一批{goods}',
  leadAmount:
    '{who}那单改成{money}|{who}的意向改{money}|{who}那笔是{money}|{who}的金额改为{money}|{who}预算变{money}|{who}那个意向现在{money}|把{who}的单子金额调到{money}|{who}加到{money}了|{who}的价钱变成{money}',
  leadStage:
    '{who}到下一步了|{who}进入谈判|{who}在看样品|{who}推进一下|把{who}移到下一阶段|{who}换个阶段|{who}已经在谈价格了|{who}阶段|{who}走到签约那步|{who}在比价',
  leadExpected:
    '{who}预计{when}成交|{who}{when}定|{who}说{when}下单|{who}{when}给答复|{who}大概{when}能签|{who}预计{when}|{who}{when}之前决定|{who}的单子{when}能成',
  won: '{who}成交了|{who}谈成了|{who}签了|{who}买了|{who}同意了|{who}下定了|拿下{who}|{who}那单成了{money}|{who}答应了|{who}确定要了|{who}定下来了',
  lost: '{who}不要了|{who}没成|{who}说太贵|{who}买别家了|{who}不考虑了|{who}黄了|{who}谈崩了|{who}不买了|{who}嫌贵|{who}选了别人|{who}没兴趣了|{who}跑了|{who}找别人做了',
  reopen:
    '{who}又想要了|{who}重新打开|{who}回心转意了|{who}的售后又有问题|{who}接着谈|{who}的单子重新谈|{who}那个问题又出现了|重开{who}|{who}改主意又要买了',
  next: '手头的单子后面怎么办|接下来该干什么跟进|下一步做什么|接下来要跟进谁|哪些意向该跟了|跟进安排|接下来跟谁联系|意向的下一步|该给谁打电话跟进|后面怎么跟|要跟进的有哪些',
  nextNone: '没有下一步的意向|哪些意向没安排|还没定下一步的|哪些没有跟进计划|后续没安排的单子|没计划的意向',
  stages: '意向阶段|改一下阶段|加个阶段|销售阶段设置|阶段有哪些|阶段改名|销售流程怎么改|设置阶段',
  quotes: '报价单|报价列表|所有报价|报过哪些价|看看报价|我的报价|报价都在哪|给谁报过价',
  quotesSent:
    '发出去的报价|还没回复的报价|等客户答复的报价|没定的报价|报价发了没人理的|哪些报价客户还没答应|待确认的报价|还在等的报价',
  quotesAccepted: '接受了的报价|客户同意的报价|哪些报价通过了|已接受的报价|成了的报价|谁接受了报价|答应的报价',
  quotesDeclined: '拒绝的报价|客户没接受的报价|被拒的报价|哪些报价没通过|谁拒了报价|没要的报价',
  quotesExpired: '过期的报价|失效的报价|哪些报价过了有效期|报价过期了哪些|超过日期的报价|作废的报价',
  quoteMake:
    '给{who}报价|给{who}做个报价|{who}要报价|写一份报价给{who}|帮{who}估个价|{who}报价单做一下|给{who}出个价|{who}让我报个价|算一下{who}的价格',
  quoteSend:
    '把报价发给{who}|给{who}发报价|{who}的报价发出去|报价发{who}|发报价单给{who}|报价传给{who}|把{who}的报价单发过去|{who}等着报价发一下',
  quoteTax:
    '{who}的报价加税|{who}报价加{n}%税|给{who}含税|{who}的报价要含税{n}%|{who}报价税率{n}|{who}那份报价算上税|{who}要开票加{n}个点|报价{who}带税',
  quoteValid:
    '{who}的报价有效期到{when}|{who}报价{when}前有效|报价给{who}保留到{when}|{who}的报价延到{when}|{who}报价有效{n}天|{who}报价截止{when}|延长{who}的报价',
  quoteDiscount:
    '给{who}优惠{n}%|给{who}打折|{who}便宜{n}%|{who}打{n}折|{who}的报价打{n}折|{who}让利{n}个点|给{who}少{n}%|{who}要折扣|优惠一点给{who}',
  quotePdf:
    '{who}的报价pdf|{who}报价单下载|打印{who}的报价|{who}的报价生成文件|报价单pdf给{who}|导出{who}的报价|{who}报价要一份文件',
} as const;
