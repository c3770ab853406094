/** What owners type when they mean this of tickets, tasks and of what customers say. */
export const serve = {
  tickets:
    '售后列表|有哪些售后|没解决完的售后|还有哪些问题没处理完|售后情况|看看售后|还未解决的那些问题|待处理的售后|客户的问题有哪些',
  ticketsUrgent:
    '紧急的售后|最急的有哪些|哪些问题最急|有没有急事|紧急的有哪些|先处理哪个|最要紧的售后|火烧眉毛的|优先处理的',
  ticketsComplaints:
    '有没有投诉|谁投诉了|投诉有哪些|客户投诉|{when}投诉|生气的客户|有人不满意吗|不满意的客户|多少投诉{when}',
  ticketsLate: '超时的售后|售后超时了哪些|过期没处理的售后|晚了的售后|拖了的售后|售后有没有超时',
  ticketsReturns: '谁要退货|退货的有哪些|退换货|要退款的客户|想退的|退货申请|换货的有哪些',
  ticketsDone: '解决了的售后|处理完的问题|{when}解决了几个售后|已解决的售后|售后完成了哪些|关掉的售后',
  ticketNew:
    '{who}的{goods}裂了|{who}少发了{goods}|{who}的{goods}用不了|{who}收到的不对|给{who}发错了{goods}|{who}的杯子漏水|{who}登不上去|{who}的{goods}坏了|{who}收到的{goods}破了|{who}少收了{goods}|{who}说{goods}有问题|{who}的货发错了|{who}打不开{words}|记个售后{who}|{who}收到{goods}碎了|{who}反映{words}不能用|{who}的{goods}漏了|{who}漏发{goods}|{who}说质量不好要处理',
  ticketUrgent:
    '{who}的售后很急|{who}的售后设成紧急|{who}那个问题加急|{who}的售后优先处理|{who}的问题先处理|把{who}的售后标急|{who}的售后要紧|加急{who}|{who}催得很急',
  ticketResolve:
    '{who}的问题解决了|{who}的售后处理好了|{who}的售后结了|{who}那个弄好了|{who}的投诉解决了|关掉{who}的售后|{who}的事搞定了|{who}的售后完成|给{who}换好了|售后{n}解决了|{who}满意了',
  causes:
    '售后都因为什么|为什么总有售后|什么问题最多|售后原因|哪种问题最常见|投诉都是因为什么|问题出在哪|哪个产品问题最多|毛病都出在哪里',
  csat: '满意度|客户满意吗|评分多少|打了几分|客户评价几颗星|{when}满意度怎么样|平均分是多少|客户打分情况|大家满不满意',
  ratingsOff: '不要再请客户评分|关掉评价|不让客户打分了|别问客户满意不满意|停止满意度调查|评分关了|不要发评价请求',
  feedback:
    '大家怎么说我们|客人怎么说|外面评价我们怎么样|反馈|客户说了什么|客户有什么意见|看看反馈|客户怎么看我们|{when}的反馈|大家对{goods}的看法|都有哪些反馈|客户的声音',
  feedbackPraise: '好评有哪些|谁夸我们了|客户喜欢什么|表扬|夸奖我们的|正面反馈|有没有好评|说我们好的',
  feedbackSuggestions: '客户有什么建议|建议有哪些|客户希望什么|提的意见|改进建议|客户想要我们做什么|大家想要什么新功能',
  feedbackNew:
    '{who}说{goods}很香|{who}说{goods}漂亮|{who}说我们{goods}好|{who}说太慢了|{who}嫌{goods}太大|{who}说{goods}好喝|{who}喜欢{goods}|{who}建议{words}|{who}夸{goods}|{who}觉得{goods}不错|{who}希望有{goods}|{who}嫌{goods}慢|{who}提了个意见{words}|{who}反馈{words}|{who}说{goods}很好看|{who}很满意{goods}|{who}说我们{words}',
  publicPraise: '可以公开的好评|能放网站上的好评|哪些好评能用|客户见证|可以展示的评价|好评拿来宣传',
  call: '{who}打电话来|{who}来电话|跟{who}通了电话|{who}来电说{words}|接到{who}电话|和{who}打了电话|刚给{who}打过电话{words}|{who}电话里说{words}|{who}打来电话问{words}|刚挂{who}电话',
  visit:
    '{who}来店里|{who}到店了|{who}来过|{who}来看货|{who}来店里问{words}|{who}刚来过店里|{who}上门来了|{who}来店里看了{goods}|{who}路过进来看看|今天{who}来了一趟',
  tasks: '任务列表|我有什么任务|待办|还有什么没做|要做的事|我的任务|待办清单|有哪些提醒|还有哪些事',
  tasksToday:
    '今天必须做完的|今天得办的|今天该干什么|今天要做什么|今天的任务|今日待办|{when}要做的事|今天到期的|{when}有什么安排|{when}的任务|今天还有哪些事没做',
  tasksOverdue: '过期的任务|哪些任务没按时做|拖延的任务|忘了做的事|超期的待办|逾期任务|该做没做的|漏掉的任务',
  taskDone:
    '{words}做完了|{words}完成了|{words}搞定了|{words}弄好了|任务{n}完成|{words}已经做了|把{words}勾掉|{words}办好了',
  taskPostpone:
    '{words}改到{when}|{words}推迟到{when}|把{words}推到{when}|{words}{when}再做|{words}往后推|{words}延后到{when}|{words}换到{when}|任务{words}晚几天',
  taskEnd:
    '删掉任务{words}|{words}这个任务不要了|不用再提醒{words}|别再提醒我{words}|取消提醒{words}|{words}不用做了|任务{words}取消|{words}的提醒关掉|停止提醒{words}',
  promises: '我答应过什么|答应客户的事|有哪些承诺没做|承诺|我说过要做什么|答应了谁还没办|我许诺过的|欠客户的事',
} as const;
