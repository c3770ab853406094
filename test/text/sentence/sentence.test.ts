import { describe, expect, it } from 'vitest';
import { rulesOf } from '../../../src/text/sentence/rule.ts';
import { sentencesIn } from '../../../src/text/sentence/sentence.ts';
import { parseRepeat } from '../../../src/text/when/repeat/repeat_words.ts';
import { growsTooFast } from '../../support/linear.ts';

/** What the likeliest readings are, as lines. */
const linesOf = (text: string): string[] =>
  sentencesIn(text).map(({ does, who, thing, first, words }) =>
    [does, who, thing && `‹${thing}›`, first, words].filter(Boolean).join(' '),
  );

describe('a sentence in English', () => {
  it.each([
    ['what came in today?', 'inbox'],
    ['who is still waiting for an answer', 'inbox'],
    ['did anyone write today', 'inbox'],
    ['did Julia write today', 'timeline Julia'],
    ['save this contact: Luis Ortega 020 7946 0111', 'add Luis Ortega 020 7946 0111'],
    ['what do I have to do tomorrow?', 'tasks'],
    ['which leads have no next step?', 'next none'],
    ["what's next for my leads?", 'next'],
    ['what have I promised?', 'promise'],
    ['any open complaints?', 'tickets complaint'],
    ['show ticket 12', 'ticket 12'],
    ['ticket 12 is urgent', 'ticket 12 urgent'],
    ['which tickets are late', 'tickets late'],
    ["when does Anna's contract end?", 'contracts Anna'],
    ['show my contracts', 'contracts'],
    ['who owes me money', 'unpaid'],
    ['remind Anna to pay', 'unpaid Anna'],
    ['mark order M-3 invoiced', 'invoice M-3'],
    ['R-2026-004 is paid', 'invoice R-2026-004 paid'],
    ['which contracts run out soon', 'contracts'],
    ['our opening hours', 'hours'],
    ['are we open today?', 'hours'],
    ['what time do we close', 'hours'],
    ['how much will come in this month', 'forecast'],
    ['who bought more than once?', 'find orders:2+'],
    ['which customers are in Leeds?', 'find city:"Leeds"'],
    ["what's Julia's email?", 'contact Julia'],
    ["Could you please change Julia's number to 0790 0900 888", 'edit Julia change phone to 0790 0900 888'],
    ["Tom Reed's new email is tom@reed.dev", 'edit Tom Reed change email to tom@reed.dev'],
    ['Amy Smith is now called Amy Jones', 'rename Amy Smith Amy Jones'],
    ['Tom Reed moved to Bristol', 'city Tom Reed Bristol'],
    ['Anna works at Acme', 'org Anna @"Acme"'],
    ['Anna Reed works for Oak & Sons as buyer', 'org Anna Reed @"Oak & Sons" buyer'],
    ['who is at Acme', 'org "Acme"'],
    ['who works for Acme Ltd?', 'org "Acme Ltd"'],
    ["Tom Reed's deal is won, £1150", 'won Tom Reed £1150'],
    ['Tom Reed said no, too expensive', 'lost Tom Reed too expensive'],
    ['move Tom Reed to quoted', 'move Tom Reed quoted'],
    ['send the quote to Anna', 'quote Anna send'],
    ['please send Tom Reed his quote', 'quote Tom Reed send'],
    ['has Anna opened the quote?', 'quotes Anna'],
    ['did Anna accept our quote?', 'quotes Anna'],
    ['quote for Maria: posters 20x3', 'quote Maria posters 20x3'],
    ["bring Julia's lead on to the sample stage", 'move Julia sample'],
    ['stage quoted 60 percent', 'stages quoted 60%'],
    ['set the quoted stage to 65%', 'stages quoted 65%'],
    ['show me the pipeline', 'pipeline'],
    ["what's our conversion rate?", 'pipeline conversion'],
    ['why do we lose leads?', 'pipeline lost'],
    ['Julia wants 50 tins for £600', 'lead Julia 50 tins for £600'],
    ["Carl's problem is solved", 'resolve Carl'],
    ['tag Tom Reed as vip', 'tag Tom Reed #vip'],
    ['delete Amy Smith please', 'delete Amy Smith'],
    ['please remind me tomorrow at 9 to ring Julia', 'task tomorrow at 9 to ring Julia'],
    ["don't forget: pay rent on the 1st", 'task pay rent on the 1st'],
    ['move the stocktake to monday 11am', 'postpone ‹stocktake› monday 11am'],
    ['let Julia know it ships tomorrow', 'reply Julia it ships tomorrow'],
    ['new customer Ben Carter ben@example.com', 'add Ben Carter ben@example.com'],
    ['oops, undo that', 'undo'],
    ['oops', 'undo'],
    ['scratch that', 'undo'],
    ['how do i export my clients', 'help export'],
    ['how do i rename someone?', 'help rename'],
    ["what's on today", 'tasks'],
    ['whats on my plate tomorrow?', 'tasks'],
    ['where is #1042', 'find 1042'],
    ['who bought 1042?', 'find 1042'],
    ['refund 1042', 'find 1042'],
    ['has order 1042 been shipped?', 'find 1042'],
    ['where is Ben', 'contact Ben'],
    ['resolve everything', 'tickets'],
    ['postpone to friday', 'postpone friday'],
    ['no notifications at night', 'settings quiet 22:00-7:00'],
    ['add nora lindqvist (415) 555 2671', 'add nora lindqvist (415) 555 2671'],
    ["don't disturb me between 10pm and 8am", 'settings quiet 10pm-8am'],
    ['send me the digest at 7am', 'settings digest 7am'],
    ["I'm off until friday", 'away until friday'],
    ['how do I add a customer?', 'help add'],
    ['whats toms number', 'contact tom'],
    ['whats Tom Jones number', 'contact Tom Jones'],
    ["tom's new number 07700900999", 'edit tom change phone to 07700900999'],
    ['change Tom Reeds email to t.reed@reed.dev', 'edit Tom Reed change email to t.reed@reed.dev'],
    ['Tom Reed phone 07700 900123', 'edit Tom Reed phone 07700 900123'],
    ['stop reminding me about the bins', 'end ‹bins›'],
    ["don't remind me to water the plants anymore", 'end ‹water the plants›'],
    ['skip the bins this week', 'skip ‹bins›'],
    ['no yoga today', 'skip ‹yoga›'],
    ['nvm undo', 'undo'],
    ['back on monday', 'away until monday'],
    ['how do I stop it', 'help away'],
    ['how many customers', 'find blocked:no'],
    ['How many customers do I have?', 'find blocked:no'],
    ['how many clients are there in total', 'find blocked:no'],
    ['Did tom pay?', 'contact tom'],
    ['has Tom Reed paid yet?', 'contact Tom Reed'],
    ["is Tom Reed's invoice paid", 'contact Tom Reed'],
    ['who hasnt bought in 3 months', 'find quiet:3m'],
    ["which customers haven't ordered anything for 6 weeks", 'find quiet:6w'],
    ['who has not bought in the last year', 'find quiet:365d'],
    ["who didn't buy in three months", 'find quiet:90d'],
    ['who has stopped buying?', 'churn'],
    ['which customers are we losing', 'churn'],
    ["who hasn't ordered for a long time", 'churn'],
    ['vip customers in london', 'find #vip city:"london"'],
    ['show me all wholesale clients in New York', 'find #wholesale city:"New York"'],
    ['tomorrow 9am tell Julia it ships today', 'later Julia tomorrow 9am it ships today'],
    ['on friday at noon, let Tom Reed know that it is ready', 'later Tom Reed on friday at noon it is ready'],
  ])('%s', (text, line) => expect(linesOf(text)).toContain(line));
});

describe('a sentence that seems to say something else', () => {
  it.each([
    ['别再提醒我倒垃圾了', 'task'],
    ['不用提醒我交税', 'task'],
    ['没付款的有哪些', 'find'],
    ['明天提醒我告诉李娟茶到了', 'later'],
    ['tomorrow remind me to tell Julia it ships', 'later'],
    ['how many customers wrote today', 'find'],
    ['李娟付钱了', 'contact'],
    ['还没发货的有几个', 'find'],
    ['who is in a hurry', 'find'],
    ['how many customers do i have', 'help'],
    ['how much is the oolong', 'help'],
  ])('%s is not read as /%s', (text, does) => {
    expect(linesOf(text).filter((line) => line.startsWith(does))).toEqual([]);
  });
});

describe('a sentence that denies, asks or supposes what it would change', () => {
  it.each([
    ...['我周五不休息', '明天不休息', '我明天不外出', '今天谁来过，告诉他们放假', '下周一如果下雨就休息', '周五休息吗'],
    ...['I will be away tomorrow only if it rains', 'off tomorrow? no', 'I am off friday, maybe', 'closed on friday?'],
    ...[
      '张三不要了吗',
      '张三不买了？',
      '张三成交了吗',
      '张三和李娟不是同一个人',
      '张三和李娟是同一个人吗',
      '张三和李娟',
    ],
    ...['李娟住院了', '李娟住院治疗', '李娟现在在忙', '李娟人在医院', '张三搬到哪里了', '张三的货有问题吗'],
    ...['Tom said no sugar in his tea', 'Tom bought it?', 'tag Tom as vip?', 'Tom is not from Leeds'],
    ...[
      'mark Tom as lost if he does not answer',
      'snooze Tom until friday unless he pays',
      'Tom and Ann are the same?',
    ],
    ...["I'm in a meeting", '张三要不要50盒？', 'cancel that?'],
  ])('%s changes nothing', (text) => expect(linesOf(text)).toEqual([]));

  it.each([
    ['can you tag Tom as vip?', 'tag Tom #vip'],
    ['能不能把李娟拉黑？', 'block 李娟'],
    ['use english', 'settings language english'],
    ['use London time', 'settings timezone London'],
    ['张三和李娟是同一个人', 'merge 张三 李娟'],
    ['把张三合并到李娟', 'merge 张三 李娟'],
    ['我周五不在', 'away 周五'],
    ["Tom isn't buying after all", 'lost Tom'],
    ['李娟不买了因为嫌贵', 'lost 李娟 嫌贵'],
  ])('%s says so', (text, line) => expect(linesOf(text)).toContain(line));

  it.each(['use english', '李娟住在北京'])('%s says one thing', (text) => expect(linesOf(text)).toHaveLength(1));
});

describe('a sentence that says more than one thing', () => {
  it.each([
    ...[
      'new customer Bob Dylan bob@example.com and new customer Amy Lee amy@example.com',
      'add milk and eggs 20 to list',
    ],
    ...['新客户马超13612345678，新客户李雷13712345678', '加微信 13612345678', 'add my number 07700900123'],
    ...['how is Tom Reed doing, he paid 500', '怎么撤销，告诉张三明天发货'],
  ])('%s is not read as one of them', (text) => {
    expect(linesOf(text).filter((line) => /^(?:add|help)/.test(line))).toEqual([]);
  });
});

describe('a sentence in Chinese', () => {
  it.each([
    ['把报价发给李雷', 'quote 李雷 发送'],
    ['发报价给李雷', 'quote 李雷 发送'],
    ['把李雷的报价发过去', 'quote 李雷 发送'],
    ['给李雷报价 龙井5斤480', 'quote 李雷 龙井5斤480'],
    ['李雷的报价单发了吗', 'quotes 李雷'],
    ['李雷看过报价了吗', 'quotes 李雷'],
    ['安娜在云山茶业做采购', 'org 安娜 @"云山茶业" 采购'],
    ['安娜在云山茶业上班', 'org 安娜 @"云山茶业"'],
    ['云山茶业有谁', 'org "云山茶业"'],
    ['谁在云山茶业工作', 'org "云山茶业"'],
    ['李雷的合同什么时候到期', 'contracts 李雷'],
    ['哪些合同快到期了', 'contracts'],
    ['谁还没付款', 'unpaid'],
    ['提醒李雷付款', 'unpaid 李雷'],
    ['订单M-3已开账单', 'invoice M-3'],
    ['R-2026-004 付了', 'invoice R-2026-004 paid'],
    ['我的合同', 'contracts'],
    ['还有多少意向没成交', 'leads'],
    ['把张三移到报价', 'move 张三 报价'],
    ['张三的意向推进到样品阶段', 'move 张三 样品'],
    ['报价阶段改成65%', 'stages 报价 65%'],
    ['看看销售看板', 'pipeline'],
    ['转化率多少', 'pipeline 转化'],
    ['为什么丢单', 'pipeline 没成'],
    ['1042发货了吗', 'find 1042'],
    ['订单1042是谁的', 'find 1042'],
    ['1042退款', 'find 1042'],
    ['查 8000', 'find 8000'],
    ['尾号2222是谁', 'find 2222'],
    ['找一下姓李的', 'find 李'],
    ['#老客', 'find #老客'],
    ['解决全部', 'tickets'],
    ['看看售后12', 'ticket 12'],
    ['工单12改为紧急', 'ticket 12 紧急'],
    ['哪些售后超时了', 'tickets 超时'],
    ['营业时间', 'hours'],
    ['今天营业吗', 'hours'],
    ['我们几点开门', 'hours'],
    ['这个月能进多少钱', 'forecast'],
    ['下个月大概能有多少收入', 'forecast'],
    ['错了', 'undo'],
    ['推迟到后天', 'postpone 后天'],
    ['推迟任务1到后天', 'postpone 1 后天'],
    ['改成10点', 'postpone 10点'],
    ['晚上别打扰我', 'settings 免打扰 22:00到7:00'],
    ['加一下周琳 13812345678', 'add 周琳 13812345678'],
    ['今天有什么新消息？', 'inbox'],
    ['还有谁没回？', 'inbox'],
    ['今天谁找过我', 'inbox'],
    ['老客户有哪些', 'find #老客户'],
    ['别再提醒我倒垃圾了', 'end ‹倒垃圾›'],
    ['倒垃圾不用再提醒了', 'end ‹倒垃圾›'],
    ['这周倒垃圾跳过', 'skip ‹倒垃圾›'],
    ['跳过这次倒垃圾', 'skip ‹倒垃圾›'],
    ['每月3号交税，别忘了', 'task 每月3号交税'],
    ['每周二晚上7点倒垃圾提醒我', 'task 每周二晚上7点倒垃圾'],
    ['算了撤销', 'undo'],
    ['李娟手机13900139000', 'edit 李娟 电话 13900139000'],
    ['李娟新号码 13900139000', 'edit 李娟 电话改成13900139000'],
    ['把李娟标为重要', 'tag 李娟 #重要'],
    ['周叔住杭州', 'city 周叔 杭州'],
    ['给王小明回一句：马上处理', 'reply 王小明 马上处理'],
    ['这周要做什么', 'tasks'],
    ['哪些意向还没定下一步', 'next 没定'],
    ['下一步该跟进谁', 'next'],
    ['我答应过客户什么', 'promise'],
    ['还有哪些投诉没处理', 'tickets'],
    ['谁买过两次以上', 'find orders:2+'],
    ['杭州有哪些客户', 'find 城市:杭州'],
    ['李娟的电话是多少', 'contact 李娟'],
    ['麻烦把张三的电话改成13900002222', 'edit 张三 电话改成13900002222'],
    ['李娟换号了，现在是13855556666', 'edit 李娟 电话改成13855556666'],
    ['周叔改名叫周建军', 'rename 周叔 周建军'],
    ['李娟搬到北京了', 'city 李娟 北京'],
    ['李娟的单子成交了 3200', 'won 李娟 3200'],
    ['李娟不买了，嫌贵', 'lost 李娟 嫌贵'],
    ['赵敏想要200盒月饼', 'lead 赵敏 200盒月饼'],
    ['王小明的问题解决了', 'resolve 王小明'],
    ['给李娟打上vip标签', 'tag 李娟 #vip'],
    ['请提醒我明天下午3点交货', 'task 明天下午3点交货'],
    ['别忘了周三交房租', 'task 周三交房租'],
    ['16.20提醒我取快递', 'task 16:20 取快递'],
    ['盘点改到下周六下午', 'postpone ‹盘点› 下周六下午'],
    ['跟赵敏说 已经发货了', 'reply 赵敏 已经发货了'],
    ['新客户 马超 13612345678', 'add 马超 13612345678'],
    ['刚才那个撤销', 'undo'],
    ['晚上10点到早上8点别打扰我', 'settings 免打扰 晚上10点到早上8点'],
    ['日报改到早上9点', 'settings 日报 早上9点'],
    ['我明天开始休息三天', 'away 明天起三天'],
    ['怎么撤销', 'help undo'],
    ['怎么停？', 'help away'],
    ['一共有多少客户', 'find blocked:no'],
    ['我现在有多少个客人？', 'find blocked:no'],
    ['李娟付钱了吗', 'contact 李娟'],
    ['李娟的尾款到了没', 'contact 李娟'],
    ['三个月没买的有谁', 'find quiet:90d'],
    ['谁三个月没买了', 'find quiet:90d'],
    ['半年没来的客户有哪些', 'find quiet:180d'],
    ['流失的客户有哪些', 'churn'],
    ['谁好久没来买了', 'churn'],
    ['很久没下单的客户', 'churn'],
    ['2个月没下单的有谁', 'find quiet:2m'],
    ['广州的vip有哪些', 'find #vip 城市:广州'],
    ['广州有哪些会员', 'find #会员 城市:广州'],
    ['明天早上9点告诉李娟 茶到了', 'later 李娟 明天早上9点 茶到了'],
    ['明早9点跟李娟说茶到了', 'later 李娟 明早9点 茶到了'],
  ])('%s', (text, line) => expect(linesOf(text)).toContain(line));
});

it.each([
  '好的，明天给您发货',
  'Thanks, it will be with you on Friday.',
  'We open at nine every day.',
  '您好，今天下午可以来取',
  'a cup of tea',
  '三点水包装',
  '我们每天9点开门',
])('%s says no command that is done at once', (text) => {
  expect(sentencesIn(text).filter(({ sure }) => sure)).toEqual([]);
});

it.each(['a ', '今天', 'who is ', '提醒我', "x's ", '1 ', '的', ' and tomorrow', 'every mon, '])(
  '“%s” again and again is read in time that grows as its length does',
  (piece) => {
    const make = (size: number) => piece.repeat(size / piece.length);
    expect(growsTooFast(sentencesIn, make)).toBeUndefined();
    expect(growsTooFast((text) => parseRepeat(text, CONTEXT), make)).toBeUndefined();
  },
);

const CONTEXT = { now: new Date('2026-11-21T04:00:00Z'), timezone: 'Europe/London', locale: 'en' } as const;

describe('a rule of a sentence', () => {
  it.each([
    [[['find $WHOM', 'find']], '$WHOM'],
    [[['find $WHO', 'find', '$whose']], '$whose'],
    [[['find (?<goods>x)', 'find', 'bought:"$good"']], '$good'],
  ] as const)('that names what does not exist is no rule: %j', (rules, name) => {
    expect(() => rulesOf({ WHO: '(?<who>x)' }, rules)).toThrow(name);
  });
});
