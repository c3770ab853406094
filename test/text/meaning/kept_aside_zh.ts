/** Sentences that no example was made of, each behind what it means; behind nothing: it means nothing that could be offered. */
export const keptAsideInChinese = `
inbox | 还有哪些人我没理
unsent | 有没有退回来的消息
scheduled | 排着队等会儿要发的有什么
machineMail | 系统发的那些邮件跑哪去了
digest | 今天都有些啥事
timeline | 我跟王强都聊过什么
contact | 赵敏手机号多少来着
newCustomers | 这个月来了几个新客
duplicates | 有没有同一个人存了两遍的
blockedList | 我都屏蔽了谁
block | 别让王强再来烦我
unblock | 把王强放出来吧
deletePerson | 赵敏的资料不要了全清掉
editPerson | 赵敏换号码了
addPerson | 来了个新客人登记一下
merge | 阿杰和王强其实是一个人
tagPerson | 把赵敏归到批发客里
consent | 赵敏愿意收我们的活动消息
unsubscribe | 王强说别再给他发广告
importPeople | 我有个通讯录表格怎么弄进来
exportPeople | 把客人名单拉个表给我
exportAll | 所有数据备份一份
linkChat | 赵敏怎么在telegram上找我
segments | 我建过哪些组
templates | 邮件范本在哪里
companies | 合作的单位有哪些
fields | 想给客人多记一个鞋码
birthday | 赵敏5月3号要过生日帮我记着
allCustomers | 全部客人给我看看
churn | 谁好长时间没光顾了
gone | 王强搬去外地以后不来了
bestCustomers | 谁在我这花钱最多
autoreply | 现在会不会自己回客人
autoreplyOff | 不要再自己回客人了
autoreplyOn | 打烊以后你自己先回一句
faq | 大家老问啥
canned | 我存的那些现成话术
cancelAnswer | 糟了刚发的那句收回来
laterAnswer | 明早给赵敏发条消息
snoozePerson | 王强那条周五再提醒我
answered | 赵敏我已经电话里说过了不用挂着
leads | 现在有哪些单子在谈
leadsNew | 这周新来的询价
leadsStale | 哪些单子凉了
leadsWon | 上个月拿下了几单
leadsLost | 这个月黄了哪些
pipeline | 手上在谈的加起来值多少
forecast | 下个月大概能进多少钱
lostReasons | 客人都是因为啥没买
conversion | 来问的人有几成买了
leadOpen | 王强想做一批礼盒大概八千
leadAmount | 赵敏那笔变成4000了
leadStage | 王强那边到谈价钱这一步了
leadExpected | 王强说月底前能定下来
won | 赵敏那单拿下了 1200
lost | 王强找了别家便宜的
reopen | 赵敏那单又要谈了
next | 手头这些单子接下来该干嘛
nextNone | 哪些单子还没安排后面的事
stages | 想改一下销售步骤的名字
quotes | 我报过的价都给我看看
quotesSent | 哪些报价还没回音
quotesAccepted | 哪些报价客人认了
quotesDeclined | 被回绝的报价
quotesExpired | 哪几份报价到期作废了
quoteMake | 帮王强算个价出来
quoteSend | 把价单发给王强
quoteTax | 王强那份报价加上13%的税
quoteValid | 赵敏的报价留到周五
quoteDiscount | 给赵敏打九折
quotePdf | 赵敏的报价要个文件版
orders | 最近都卖了些什么单
ordersUnpaid | 哪些单还没收到钱
ordersUnsent | 还有哪些要打包寄走
ordersRefunded | 哪些单退过钱
carts | 谁放进购物车没买
lastOrder | 最近那一单是啥
ordersOf | 赵敏在我这买过什么
orderNew | 王强刚买了两罐龙井400
orderPaid | 王强那单钱到了
orderSent | 赵敏的包裹今早寄走了
orderRefund | 把钱退给赵敏
orderCancel | 王强那单不买了
partPaid | 王强先交了200定钱
takings | 这月进账怎么样
unpaid | 还有谁没给钱
owedBy | 王强还差多少没给
invoice | 给赵敏开个单子让她付
invoicePaid | 赵敏的账结清了
contracts | 哪些合约快到期
contractNew | 王强签了一年的维护
tickets | 还有哪些问题没处理
ticketsUrgent | 最要紧的问题是哪几个
ticketsComplaints | 谁不满意来闹的
ticketsLate | 售后有没有拖过时间的
ticketsReturns | 谁要退东西
ticketsDone | 解决掉的售后有哪些
ticketNew | 赵敏收到的杯子碎了
ticketUrgent | 赵敏那个问题要赶紧处理
ticketResolve | 赵敏的事弄妥了
causes | 平时都是哪里出岔子
csat | 客人对我们还满意吧
ratingsOff | 别再让客人打星了
feedback | 大家怎么评价我们
feedbackPraise | 有谁夸过我们
feedbackSuggestions | 客人希望我们改什么
feedbackNew | 王强夸新包装好看
publicPraise | 能放网上的好话有没有
call | 王强打来问什么时候到货
visit | 赵敏上门看礼盒
tasks | 我手上有哪些活
tasksToday | 今天得做完啥
tasksOverdue | 哪些活拖着没干
taskDone | 报税弄完了
taskPostpone | 给赵敏打电话那事挪到周一
taskEnd | 浇花那个提醒以后不要了
promises | 我应过人家什么事
campaigns | 群发出去的效果咋样
campaignNew | 通知全部老主顾打折的事
campaignWhen | 那个群发明早十点再出去
stopAll | 正在发的全给我停住
sequences | 自己会跑的跟进有哪些
birthdayWishes | 客人过生日自动祝贺一下
winBack | 久不来的客人自动写一句
cartReminder | 没付款的购物车自动催一下
reviewAsk | 收货后自动请人写个评价
post | 在朋友圈和小红书发条新茶的
posts | 我都发过哪些帖
hours | 我们周六几点开
hoursClosed | 12月24号店里歇业
away | 我到周四都在外地
back | 我又开工了
settings | 这里的设定在哪里调
timezone | 我搬到伦敦了钟点要改
quiet | 夜里十点之后不要响
currency | 我用欧元收钱
myLanguage | 跟我讲英文
digestTime | 早报改成七点发
undoSeconds | 发出去反悔的时间长一点
business | 税号填在哪
logo | 报价单上放我的图标
helpers | 还有谁能看到这里
helperAdd | 让我妹也来帮忙回消息
helperRemove | 小李离职了不让他进
audit | 那个是谁改掉的
apikey | 记账程序要一个令牌
hook | 收到钱的时候告诉我的erp
status | 一切都正常吗
setup | 还有哪里没弄好
rehearse | 客人来消息是什么样子给我演一下
help | 不会用 你能干嘛
connectShop | 把我的网店接进来
connectMail | 邮箱怎么接进来
connectOther | 客人能在微信上找我吗
connectOther | ins的私信能收吗
connectOther | 支持whatsapp不
forms | 网站上想放个留言表
undo | 不对不对退回去
 | 早上好
 | 哈哈哈
 | 今天天气真差
 | 法国首都是哪
 | 我饿了
 | 我家狗病了
 | 打印机没墨了
 | 祝大家新年快乐
 | 蓝色
 | 好嘞谢谢
 | 不知道会不会下雨
 | 太好笑了
 | 42
 | 地铁又晚点
 | 啊啊啊
 | 讲个笑话
 | 我老婆问你好
 | 昨晚球赛谁赢了
 | 孩子终于睡着了
 | 先喝杯咖啡
`;
