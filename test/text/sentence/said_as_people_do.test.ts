import { describe, expect, it } from 'vitest';
import { withoutMoneyWord } from '../../../src/text/money/budget.ts';
import { readAmount } from '../../../src/text/money/read_amount.ts';
import { withoutAsking } from '../../../src/text/person/new_person.ts';
import { DAYS as englishDays } from '../../../src/text/sentence/en/asked.ts';
import { isSameDeal } from '../../../src/text/sentence/same_deal.ts';
import { sentencesIn } from '../../../src/text/sentence/sentence.ts';
import { withoutUrgency } from '../../../src/text/sentence/urgency.ts';
import { DAYS as chineseDays } from '../../../src/text/sentence/zh/asked.ts';
import { pastSpan } from '../../../src/text/when/past_span.ts';
import { allSaid } from '../../support/any_text.ts';
import { growsTooFast } from '../../support/linear.ts';

/** What it may mean, the likeliest first. */
const linesIn = (text: string): string[] =>
  sentencesIn(text).map(({ does, who, thing, first, words }) =>
    [does, who, thing && `‹${thing}›`, first, words].filter(Boolean).join(' '),
  );
const firstIn = (text: string): string | undefined => linesIn(text)[0];

describe('what it may be, where nothing is called as it says', () => {
  it.each([
    ['change my business name to North & Co', 'settings name North & Co'],
    ['lucy got married and is now called Lucy Grant', 'rename lucy Lucy Grant'],
    ['block that guy', 'block'],
    ['block him', 'block'],
  ])('%s', (text, line) => expect(linesIn(text)).toContain(line));
});

describe('what is near to it', () => {
  it.each([
    ['lucy got married to Tom Ford', /^rename/],
    ['lucy got married and Ben came', /^rename/],
    ['lucy got married, now on holiday', /^rename/],
    ['Tom is now with us', /^org/],
    ['王姐电话不对版', /^edit/],
    ['my wife is Jess, jess@northstudio.uk', /^helper/],
    ['小李是我客户，电话13700001111', /^helper/],
    ['买满200打八折', /^find/],
    ['拉黑小王', /^block$/],
  ])('%s is no %s', (text, line) => expect(linesIn(text).filter((one) => line.test(one))).toEqual([]));
});

describe('a list that is asked for', () => {
  it.each([
    ['我今天加了几个客户', 'find new:1d'],
    ['今天新加了谁', 'find new:1d'],
    ['今天新增了几个客户', 'find new:1d'],
    ['这个月录入了多少客户', 'find new:30d'],
    ['who did I add today', 'find new:1d'],
    ['how many customers have we added this week', 'find new:7d'],
    ['今天来了几个新客户', 'takings 新客户 今天'],
    ['how many new customers today', 'takings newcomers today'],
    ['export everything', 'export all'],
    ['export all my data', 'export all'],
    ['导出所有数据', 'export 全部'],
    ['郑洁欠我钱吗', 'unpaid 郑洁'],
    ['郑洁还差多少', 'unpaid 郑洁'],
    ['did anyone write while i was out?', 'inbox'],
    ['has anybody called since we were away', 'inbox'],
    ['how do i send a mail to everyone?', 'help campaign'],
    ['how do i tag everyone?', 'help tagall'],
    // settings in words
    ['店名改成 山间茶事', 'settings 店名 山间茶事'],
    ['rename my shop to North & Co', 'settings name North & Co'],
    ['back to english', 'settings language english'],
    ['switch back to chinese', 'settings language chinese'],
    ['自动回复写：今天进山收茶，晚点回', 'autoreply 内容 今天进山收茶，晚点回'],
    ['change my auto reply to: back at nine', 'autoreply text back at nine'],
    // whom and how much
    ['消费超过两百的客户', 'find spent:>="两百"'],
    ['谁消费超过200', 'find spent:>="200"'],
    ['everyone in london who spent over 100', 'find city:"london" spent:>="100"'],
    ['whats olivia spent so far', 'contact olivia'],
    // people
    ['刘姐电话错了 应该是13666667778', 'edit 刘姐 电话改成13666667778'],
    ['刘姐电话打错了，是13666667779', 'edit 刘姐 电话改成13666667779'],
    ['刘姐的号码不对，应该是13666667780', 'edit 刘姐 电话改成13666667780'],
    ['lucy got married, now Lucy Grant', 'rename lucy Lucy Grant'],
    ['lucy changed her name to Lucy Grant', 'rename lucy Lucy Grant'],
    ['lucy is now Lucy Grant', 'rename lucy Lucy Grant'],
    ['my helper is Jess, jess@northstudio.uk', 'helper add Jess'],
    ['小李是我助理，电话13700001111', 'helper 添加 小李'],
    ['拉黑这个', 'block'],
    ['把他拉黑', 'block'],
    ['在谈的有哪些', 'leads'],
    ['正在谈的有哪些', 'leads'],
    ['哪些还在谈', 'leads'],
    ['手上有哪些在跟的', 'leads'],
    ['还在跟进的有几个', 'leads'],
    ['今天有什么事', 'digest'],
    ['今天有啥事', 'digest'],
    ['今天要做什么', 'digest'],
    ['今天该干什么', 'digest'],
    ['明天有什么事', 'tasks 明天'],
    ['今天有什么任务', 'tasks 今天'],
    ['有哪些老客', 'find #老客'],
    ['有哪些批发客户', 'find #批发'],
    ['谁问过发票', 'search 发票'],
    ['有谁问过运费', 'search 运费'],
    ['谁提到过礼盒', 'search 礼盒'],
    ['谁说过要退货', 'search 退货'],
    ['昨天谁说过要退货', 'search 退货'],
    ['show vips', 'find #vip'],
    ['list all vips', 'find #vip'],
    ['show me the regulars', 'find #regular'],
    ["what's on today", 'digest'],
    ['what should I do today', 'digest'],
    ['anything to do today?', 'digest'],
    ['what do I have to do tomorrow', 'tasks tomorrow'],
    ['my tasks today', 'tasks today'],
    ['where are we with Ben', 'timeline Ben'],
    ['where do we stand with Ben?', 'timeline Ben'],
    ["what's the latest with Ben", 'timeline Ben'],
    ["how's it going with Ben Wright", 'timeline Ben Wright'],
    ['who asked about invoices', 'search invoice'],
    ['who mentioned shipping costs?', 'search shipping cost'],
    ['has anyone asked about refunds', 'search refund'],
    ['did anybody ask about gift boxes', 'search gift box'],
  ])('%s', (text, line) => {
    expect(firstIn(text)).toBe(line);
  });
});

describe('a list that a word narrows', () => {
  it.each([
    ['which leads have gone quiet', 'leads stale'],
    ['stale leads', 'leads stale'],
    ['哪些意向好久没动静了', 'leads 没动静'],
    ['哪些意向冷下来了', 'leads 没动静'],
    [
      '和李雷的合同：网站维护 到2027年12月31日，9月30日前通知',
      'contract 李雷 网站维护 到2027年12月31日，9月30日前通知',
    ],
    ['和李雷的合同，网站维护 到2027年吗', undefined],
    ['add a stage Tasting after contacted', 'stages add Tasting after contacted'],
    ['create a new stage called Site visit, 40%', 'stages add Site visit, 40%'],
    ['move the Quoted stage before qualified', 'stages Quoted before qualified'],
    ['should i add a stage?', undefined],
    ['add a stage light to the order', undefined],
    ['加一个阶段试饮，放在接洽之后', 'stages 添加 试饮，放在接洽之后'],
    ['新增阶段：打样 40%', 'stages 添加 打样 40%'],
    ['把报价阶段移到接洽后面', 'stages 报价 接洽之后'],
    ['要不要加一个阶段', undefined],
    ['show won leads', 'leads won'],
    ['which leads did i win', 'leads won'],
    ['谈成的单子有哪些', 'leads 成交'],
    ['any urgent tickets?', 'tickets urgent'],
    ['哪个售后最急', 'tickets 最急'],
    ['any complaints?', 'tickets complaint'],
    ['有没有投诉', 'tickets 投诉'],
    ['how happy are my customers', 'csat'],
    ['客户满意吗', 'csat'],
    ['list quotes', 'quotes'],
    ['发出去的报价都有哪些', 'quotes'],
    ['list orders', 'orders'],
    ['列出所有订单', 'orders'],
  ])('%s', (text, line) => {
    expect(firstIn(text)).toBe(line);
  });

  it.each([
    ['how many deals did i win this month', 'leads'],
    ['how many leads did i lose last month', 'leads'],
    ['show lost leads', 'leads'],
    ['how many tickets this month', 'tickets'],
    ['how many messages did i get today', 'inbox'],
  ])('is not answered with a wider one: %s', (text, wider) => {
    expect(linesIn(text)).not.toContain(wider);
  });
});

describe('a question about one’s own business', () => {
  it.each([
    ['anything left today?', 'digest'],
    ['is there anything left to do today', 'digest'],
    ["morning! what's on today", 'digest'],
    ['biggest lead?', 'leads'],
    ["what's our largest deal", 'leads'],
    ["what's the total for this week", 'takings this week'],
    ["this week's total", 'takings this week'],
    ['has gus replied', 'timeline gus'],
    ['did tom get back to me yet?', 'timeline tom'],
    ['any reply from gus?', 'timeline gus'],
    ['avg order value?', 'takings'],
    ["what's my average order value this month", 'takings this month'],
    ["what's tom worth", 'contact tom'],
    ['how often does maja buy', 'orders maja'],
    ['when does maja usually order', 'orders maja'],
    ['everyone tagged vip', 'find #vip'],
    ['who likes oolong', 'search oolong'],
    ["whose order hasn't shipped yet?", 'orders unsent'],
    ['谁家的茶还没发', 'orders 未发货'],
    ['上周五卖了啥', 'takings 商品 上周五'],
    ['老客名单', 'find #老客'],
    ['早啊 今天有啥', 'digest'],
    ['今儿有啥事', 'digest'],
    ['周敏平时多久买一次', 'orders 周敏'],
    ['周敏多久来一次', 'orders 周敏'],
    ['最大的意向是哪个', 'leads'],
    ['这周一共多少钱', 'takings 这周'],
    ['阿珍回我了吗', 'timeline 阿珍'],
    ['阿珍有没有回复', 'timeline 阿珍'],
    ['平均每单多少钱', 'takings'],
    ['周敏值多少钱', 'contact 周敏'],
    ['谁爱喝浓香', 'search 浓香'],
  ])('%s is %s', (text, line) => expect(firstIn(text)).toBe(line));

  it.each(['黑名单', 'who likes it', 'tom replied', '下周五卖什么', '他回了'])('control: %s is none of those', (text) =>
    expect(firstIn(text) ?? '').not.toMatch(/^(?:find #(?:客户|黑)$|search|timeline|takings)/u),
  );

  it.each([
    ['how many deals did I win this month?', 'leads won this month', '本月成交了几单', 'leads 成交 本月'],
    ['which deals did we win last month', 'leads won last month', '上个月谈成了哪些', 'leads 成交 上个月'],
    ['show me won leads in october', 'leads won october', '10月成交了多少单', 'leads 成交 10月'],
    ['how many leads did I lose last month', 'leads lost last month', '上个月丢了几单', 'leads 没成 上个月'],
    ['show lost leads', 'leads lost', '没谈成的单子有哪些', 'leads 没成'],
    ['which leads came in this week', 'leads new this week', '这周来了几个新意向', 'leads 新 这周'],
    ['new leads today', 'leads new today', '今天有多少新意向', 'leads 新 今天'],
    ['how many leads last month', 'leads new last month', '上个月有多少意向', 'leads 新 上个月'],
    ['how many tickets this month', 'tickets new this month', '这个月有多少售后', 'tickets 新 这个月'],
    ['how many complaints last month?', 'tickets complaints last month', '上个月有几个投诉', 'tickets 投诉 上个月'],
    ['returns this month', 'tickets returns this month', '本月退货有多少', 'tickets 退货 本月'],
    ['overdue tickets', 'tickets overdue', '有哪些超时的售后', 'tickets 超时'],
    ["what's the most urgent ticket", 'tickets first', '最急的售后是哪个', 'tickets 最急'],
    ['what do people complain about most', 'causes', '客户都投诉些什么', 'causes'],
    ['how much did I make in q3', 'takings q3', '第三季度赚了多少', 'takings 第三季度'],
    ['sales in march', 'takings march', '3月的营业额是多少', 'takings 3月'],
    ['how does this month compare to last month', 'takings this month', '本月和上个月比怎么样', 'takings 本月'],
    ['what sold best last month', 'takings products last month', '上个月什么卖得最好', 'takings 商品 上个月'],
    ['best sellers', 'takings products', '卖得最好的是什么', 'takings 商品'],
    ['who are my best customers this year', 'takings customers this year', '今年谁买得最多', 'takings 客户 今年'],
    ['which day is the busiest', 'takings days', '哪天最忙', 'takings 哪天'],
    [
      'how many new customers last month',
      'takings newcomers last month',
      '上个月新增了多少客户',
      'takings 新客户 上个月',
    ],
    ["what's my latest order", 'orders latest', '最近一单是谁的', 'orders 最新'],
    ['what did Priya order last time', 'orders Priya latest', '赵敏上次买的啥', 'orders 赵敏 最新'],
    ["whats Priya's last order", 'orders Priya latest', '赵敏最近一次拿的是什么茶', 'orders 赵敏 最新'],
    ['what has Priya bought so far', 'orders Priya', '赵敏以前买过啥', 'orders 赵敏'],
    ["what's Priya's latest order", 'orders Priya latest', '赵敏最近一单买的什么', 'orders 赵敏 最新'],
    ['how much has Priya spent in total', 'contact Priya', '赵敏一共花了多少钱', 'contact 赵敏'],
    ['how many orders this week', 'orders this week', '本周有多少订单', 'orders 本周'],
    ['how many messages did I get today', 'inbox today', '今天收到多少消息', 'inbox 今天'],
    ['accepted quotes', 'quotes accepted', '有哪些已接受的报价', 'quotes 已接受'],
    ['declined quotes', 'quotes declined', '哪些报价客户没接受', 'quotes 没接受'],
    ['open quotes', 'quotes open', '哪些报价客户还没接受', 'quotes 还没接受'],
    ['is anything overdue', 'digest overdue', '有没有过期的', 'digest 过期'],
    ['whats late', 'digest overdue', '有啥拖着没弄的', 'digest 过期'],
    ['am i behind on anything?', 'digest overdue', '现在有什么逾期没办的吗', 'digest 过期'],
    ['overdue tasks', 'tasks overdue', '有哪些过期的任务', 'tasks 过期'],
    ['list invoices', 'unpaid', '列出发票', 'unpaid'],
    ['show contracts', 'contracts', '合同有哪些', 'contracts'],
    ['any praise?', 'feedback praise', '有没有客户夸我们', 'feedback 表扬'],
    ['how happy are my customers this month', 'csat this month', '本月客户满意吗', 'csat 本月'],
    ['and last month?', 'takings again last month', '上个月呢', 'takings again 上个月'],
    ['what about this week', 'takings again this week', '那本周呢', 'takings again 本周'],
  ])('%s', (en, line, zh, chinese) => {
    expect([firstIn(en), firstIn(zh)]).toEqual([line, chinese]);
  });

  it.each([
    ...['I won a prize last month', 'I hope we win more deals this month', 'tell Priya her order is the latest'],
    ...['remind me to count my deals this month', 'Ben lost his keys last month', 'note: returns this month are awful'],
    ...['希望下个月多成交几单', '跟赵敏说本月有新品', '别给我看上个月的投诉', '赵敏上个月丢了钱包'],
  ])('is none of these: %s', (text) => {
    expect(firstIn(text) ?? '').not.toMatch(/^(?:leads|tickets|takings|orders|inbox|causes|csat|quotes)\b/u);
  });
});

describe('the days of a question', () => {
  const clock = { now: new Date('2026-11-28T12:00:00Z'), timezone: 'UTC', locale: 'en' as const };
  const every = [
    ...allSaid(englishDays).map((days) => [days, `how much did we sell ${days}`] as const),
    ...allSaid(chineseDays).map((days) => [days, `${days}卖了多少钱`] as const),
  ];

  it('are all days that commands know', () => {
    expect(every.length).toBeGreaterThan(500);
    expect(every.filter(([days]) => pastSpan(days, clock) === undefined)).toEqual([]);
  });

  it('are read in it', () => {
    const some = every.filter((_, nth) => nth % 9 === 0);
    expect(some.filter(([days, text]) => firstIn(text) !== `takings ${days}`)).toEqual([]);
  });

  it('control: days that no command knows would be seen', () => {
    expect(pastSpan('the month behind the moon', clock)).toBeUndefined();
    expect(allSaid('a(?:b|[1-3])?c{1,2}|\\d')).toEqual([
      'ac',
      'acc',
      'abc',
      'abcc',
      'a1c',
      'a1cc',
      'a2c',
      'a2cc',
      'a3c',
      'a3cc',
      '1',
    ]);
  });
});

describe('what becomes of a lead', () => {
  it.each([
    ['赵老板嫌贵不要了', 'lost 赵老板 嫌贵'],
    ['赵老板嫌太贵，不买了', 'lost 赵老板 嫌太贵'],
    ['赵老板找了别家', 'lost 赵老板 找了别家'],
    ['赵老板选了别人家的', 'lost 赵老板 选了别人家的'],
    ['赵老板因为预算不够不做了', 'lost 赵老板 预算不够'],
    ['赵老板又想要了', 'reopen 赵老板'],
    ['赵老板又要了', 'reopen 赵老板'],
    ['赵老板改主意了，还是要', 'reopen 赵老板'],
    ['赵老板那单又活了', 'reopen 赵老板'],
    ['Ben went with someone else', 'lost Ben went with someone else'],
    ['Ben Wright chose another designer', 'lost Ben Wright chose another designer'],
    ['Ben found it too expensive', 'lost Ben too expensive'],
    ["Ben can't afford it", "lost Ben can't afford it"],
    ["Ben doesn't want it anymore, too expensive", 'lost Ben too expensive'],
    ['Ben wants it after all', 'reopen Ben'],
    ['Ben changed his mind and wants it', 'reopen Ben'],
    ['Ben is back on', 'reopen Ben'],
  ])('%s', (text, line) => {
    expect(firstIn(text)).toBe(line);
  });
});

describe('what is put right, put off or called otherwise', () => {
  it.each([
    ['刚才那个不算', 'undo'],
    ['上一个不算数', 'undo'],
    ['刚才的不作数', 'undo'],
    ['刚刚那条不算了', 'undo'],
    ['oops, not that', 'undo'],
    ['no, not that one', 'undo'],
    ["that doesn't count", 'undo'],
    ['oops not what I meant', 'undo'],
    ['切换成英文', 'settings 语言 英文'],
    ['切换为中文', 'settings 语言 中文'],
    ['换英文', 'settings 语言 英文'],
    ['张伟 #批发', 'tag 张伟 #批发'],
    ['张伟 #批发 #老客', 'tag 张伟 #批发 #老客'],
    ['Ben #vip', 'tag Ben #vip'],
    ['Ben Wright #vip #trade', 'tag Ben Wright #vip #trade'],
    ['#vip Ben', 'tag Ben #vip'],
    ['James Carter is now James Carter-Hill', 'rename James Carter James Carter-Hill'],
    ['Amy Smith is now Amy Jones', 'rename Amy Smith Amy Jones'],
    ['陈姐明天再说', 'snooze 陈姐 明天'],
    ['陈姐下周一再处理', 'snooze 陈姐 下周一'],
    ['陈姐的晚点再回，明天下午', 'snooze 陈姐 明天下午'],
    ['send Maria tomorrow at 9: it is ready', 'later Maria tomorrow at 9 it is ready'],
    ['text Maria on Friday at noon: see you soon', 'later Maria on Friday at noon see you soon'],
    ['张伟那个电话推到后天', 'postpone ‹张伟那个电话› 后天'],
    ['I will deal with Tom tomorrow', 'snooze Tom tomorrow'],
    ['Tom can wait until Monday', 'snooze Tom Monday'],
  ])('%s', (text, line) => {
    expect(firstIn(text)).toBe(line);
  });

  it.each(['Tom is now happy', 'Ben is now on holiday', 'Anna is now waiting', 'the shop is now open'])(
    'nobody is renamed: %s',
    (text) => {
      expect(sentencesIn(text).some(({ does }) => does === 'rename')).toBe(false);
    },
  );
});

/** Of the readings that name somebody only those count whom somebody knows. */
describe('what is said beside a reading that names nobody known', () => {
  it.each([
    ['we got the Ben project', 'won Ben'],
    ['got the Ben job', 'won Ben'],
    ['we landed the Ben Wright deal for $2400', 'won Ben Wright $2400'],
    ['界面改成英语', 'settings 语言 英语'],
    ['change language to Chinese', 'settings language Chinese'],
    ['set the language to English', 'settings language English'],
    ['change my language to Chinese', 'settings language Chinese'],
    ['speak Chinese to me', 'settings language Chinese'],
    ['王小明＃会员', 'tag 王小明 #会员'],
    ['杭州的客户', 'find 城市:杭州'],
    ['查一下杭州客户', 'find 城市:杭州'],
    ['找下上海的客户', 'find 城市:上海'],
    ['杭州有哪些', 'find 城市:杭州'],
  ])('%s', (text, line) => {
    expect(linesIn(text)).toContain(line);
  });
});

describe('what customers did, and a change to what there is, in both languages', () => {
  it.each([
    ['make marias lead 1100', 'lead maria amount 1100', '陈静那单改成3000', 'lead 陈静 金额 3000'],
    ["Priya's site is more like 5k now", 'lead Priya amount 5k', '小梅单子改成一千二', 'lead 小梅 金额 一千二'],
    ['set Anna to 800', 'lead Anna amount 800', '孙浩的意向改成800', 'lead 孙浩 金额 800'],
    ['actually make it 950 for Anna', 'lead Anna amount 950', '孙浩的单子改成950', 'lead 孙浩 金额 950'],
    [
      'add 8.5% sales tax to bens quote',
      'quote ben terms plus 8.5% sales tax',
      '孙浩的报价里加上含税13%',
      'quote 孙浩 terms 含税13%',
    ],
    ['Ben wants 10% off', 'quote Ben terms 10% off', '孙浩的报价打九五折', 'quote 孙浩 terms 打九五折'],
    [
      'Ben asked for 10% off',
      'quote Ben terms 10% off',
      '孙浩问普洱50饼 每饼240 报个价',
      'quote 孙浩 普洱50饼 每饼240',
    ],
    ['sarahs deal is now 4000', 'lead sarah amount 4000', '把刘扬的意向金额改为17000', 'lead 刘扬 金额 17000'],
    ['Tom will decide next friday', 'lead Tom expected next friday', '刘扬大概下周五能定', 'lead 刘扬 预计 下周五'],
    [
      'toms quote is valid 10 days',
      'quote tom terms valid 10 days',
      '陈静的报价有效期10天',
      'quote 陈静 terms 有效期10天',
    ],
    [
      'the quote for Sarah is without tax',
      'quote Sarah terms without tax',
      '陈静的报价不含税',
      'quote 陈静 terms 不含税',
    ],
    ['the tax on sarahs quote is 8%', 'quote sarah terms tax 8%', '陈静的报价税率13%', 'quote 陈静 terms 税率13%'],
    [
      'the cause of zoes ticket is a broken link',
      'ticket zoe cause broken link',
      '赵敏那个售后是包装问题',
      'ticket 赵敏 原因 包装',
    ],
    ['put off zoes ticket until friday', 'ticket zoe snooze friday', '赵敏的售后推到周五', 'ticket 赵敏 暂缓 周五'],
    ['reopen zoes ticket', 'reopen zoe ticket', '重新打开王强的售后', 'reopen 王强 售后'],
    ['zoes link is broken again, reopen it', 'reopen zoe ticket', '王强的白茶又有问题，重新打开', 'reopen 王强 售后'],
    [
      'urgent ticket for Zoe: link broken',
      'ticket Zoe link broken, urgent',
      '紧急售后 赵敏 杯子碎了',
      'ticket 赵敏 杯子碎了 紧急',
    ],
    [
      'Sarah called, wants the logo bigger',
      'call Sarah wants the logo bigger',
      '接到赵敏电话，想换包装',
      'call 赵敏 想换包装',
    ],
    ['Ben phoned about the invoice', 'call Ben about the invoice', '赵敏打电话来问发票', 'call 赵敏 问发票'],
    [
      'Sarah came by the shop today and asked about frames',
      'visit Sarah asked about frames',
      '赵敏来店里了，看了白茶',
      'visit 赵敏 看了白茶',
    ],
    [
      'Zoe says the page is super clear',
      'feedback Zoe praise the page is super clear',
      '阿杰说我们茶叶很香',
      'feedback 阿杰 好评 我们茶叶很香',
    ],
    [
      'Ben suggests a dark mode',
      'feedback Ben suggestion a dark mode',
      '刘扬建议出小包装',
      'feedback 刘扬 建议 出小包装',
    ],
    ['ben cant open the pdf again', 'ticket ben cant open the pdf again', '阿杰打不开文件', 'ticket 阿杰 打不开文件'],
    [
      'Zoe didnt get the second file',
      'ticket Zoe didnt get the second file',
      '赵敏少发一包大红袍',
      'ticket 赵敏 少发一包大红袍',
    ],
    [
      'Maria said its too expensive and doesnt want it anymore',
      'lost Maria too expensive',
      '王强说太贵了，不要了',
      'lost 王强 太贵',
    ],
    ['how much does priya owe me', 'unpaid priya', '赵敏欠我多少', 'unpaid 赵敏'],
    ['Priya owes me 150', 'order Priya owes 150', '赵敏欠我150', 'order 赵敏 还欠 150'],
    ['Priya paid 50 of it', 'order Priya paid 50', '赵敏先付了500定金', 'order 赵敏 已付 500'],
    ['Priya paid half up front', 'order Priya paid half', '赵敏先付了一半', 'order 赵敏 付了一半'],
    ['invoiced Priya, due in 30 days', 'invoice Priya due in 30 days', '给赵敏开账单 30天付', 'invoice 赵敏 30天付'],
    [
      'Tom signed a one year contract, 500 a month',
      'contract Tom for one year, 500 a month',
      '跟刘扬签了一年合同，每月500',
      'contract 刘扬 为期一年，每月500',
    ],
    [
      'contract with Tom until end of next year',
      'contract Tom until end of next year',
      '刘扬合同到明年底',
      'contract 刘扬 到明年底',
    ],
    ['renew toms contract', 'contract tom renew', '续签刘扬的合同', 'contract 刘扬 续签'],
    ['cancel sarahs order', 'order sarah cancel', '取消赵敏的订单', 'order 赵敏 取消'],
    ['refund priyas order', 'order priya refund', '给赵敏退款', 'order 赵敏 退款'],
    ['Ben placed an order: logo $500', 'order Ben logo $500', '阿杰下单了 普洱饼2片 600', 'order 阿杰 普洱饼2片 600'],
    [
      'Ben ordered a logo, 500, paid by venmo',
      'order Ben a logo, 500, paid by venmo',
      '阿杰买了普洱饼2片 600 已付',
      'order 阿杰 普洱饼2片 600 已付',
    ],
    [
      'Sarah Kim, 12 Main St, Springfield IL 62701',
      'edit Sarah Kim address: 12 Main St, Springfield IL 62701',
      '陈静，杭州市西湖区文三路1号',
      'edit 陈静 地址: 杭州市西湖区文三路1号',
    ],
  ])('%s · %s', (english, line, chinese, zeile) => {
    expect(linesIn(english)).toContain(line);
    expect(linesIn(chinese)).toContain(zeile);
  });

  it.each([
    'did Sarah call, or not?',
    'set Anna to done',
    'Anna is more like a friend now',
    'make it 9 for Anna',
    'Ben wants 10% of the company',
    'Anna paid for the logo with 3 mugs',
    '孙浩问能不能报个价',
    'call Sarah, she wants the logo bigger',
    'Sarah called?',
    'has Zoe been able to open it?',
    'Zoe says the page is not super clear',
    'Zoe said she would be happy to meet',
    'Ben suggests Friday at 3',
    'I think the price is too expensive for a start',
    'does Tom want to renew?',
    'Tom did not sign a contract',
    'if Priya pays 50 of it, tell me',
    'how do I make a lead',
    '赵敏来电话了吗',
    '给赵敏打电话问发票',
    '刘扬建议明天见面',
    '阿杰说包装不好看',
    '阿杰希望明天发货',
    '赵敏没有欠我钱',
    '陈静的报价有效吗？',
    '给陈静少发一包',
    '明天给赵敏打电话',
    '王强还没签合同',
    '刘扬的合同什么时候到期',
  ])('%s says none of these', (text) => {
    expect(linesIn(text).filter((line) => NEWER.test(line))).toEqual([]);
  });
});

/** Those that what customers do is read as. */
const NEWER =
  /^(?:call|visit|feedback|contract|invoice) \S|^ticket \S.*(?:cause|原因|snooze|暂缓|不好)|^lead \S.*(?:amount|金额|expected|预计)|^quote \S.*terms|^lost .*too|^order \S.*(?:paid|owes|还欠|已付)/u;

describe('what is urgent in the line of a ticket', () => {
  it.each([
    ['link broken urgent', 'link broken'],
    ['link broken, ASAP!', 'link broken'],
    ['urgent: cannot log in', 'cannot log in'],
    ['needs the file urgently for tonight', 'needs the file urgently for tonight'],
    ['礼盒压坏了3个 急', '礼盒压坏了3个'],
    ['茶漏，紧急！', '茶漏'],
    ['紧急：杯子碎了', '杯子碎了'],
    ['客户很着急，漏发一盒', '客户很着急，漏发一盒'],
  ])('%s', (words, title) => expect(withoutUrgency(words)).toEqual({ title, urgent: true }));

  it.each([
    'cup is not urgent',
    'no rush, link broken',
    'urgent care leaflet misprinted',
    '不急，有空再换',
    '紧急出口灯坏了',
    '急救包少一个',
    '没那么急',
  ])('%s is not', (words) => expect(withoutUrgency(words)).toEqual({ title: words, urgent: false }));

  it.each([' ', 'urgent ', '急 ', '很', ', '])('is found in linear time: “%s”', (piece) =>
    expect(growsTooFast(withoutUrgency, (size) => piece.repeat(size / piece.length))).toBeUndefined(),
  );
});

describe('two leads', () => {
  it.each([
    ['logo', 'a logo for the shop'],
    ['Hi, how much is a new logo?', 'logo'],
    ['龙井5斤', '想买5斤龙井'],
    ['你们龙井怎么卖', '龙井3斤'],
    ['website redesign', 'redesign of the website'],
  ])('“%s” and “%s” look like one deal', (one, other) => expect(isSameDeal(one, other)).toBe(true));

  it.each([
    ['logo', 'business cards'],
    ['website redesign', 'website hosting'],
    ['龙井5斤', '普洱5斤'],
    ['100份中秋礼盒', '白茶100份'],
    ['', 'logo'],
    ['5', '5斤'],
    ['红茶礼盒', '绿茶礼盒'],
  ])('“%s” and “%s” do not', (one, other) => expect(isSameDeal(one, other)).toBe(false));
});

it.each([
  ['addd Priya Shah priya@x.com', 'Priya Shah priya@x.com'],
  ['ad client Liam Fox liam@x.com', 'Liam Fox liam@x.com'],
  ['another client Noor Ali', 'Noor Ali'],
  ['人 刘洋 liuyang@x.com', '刘洋 liuyang@x.com'],
  ['再加一个客户 韩梅 13812345678', '韩梅 13812345678'],
  ['ad Ben Cole ben@cole.example', 'Ben Cole ben@cole.example'],
  ['lead: Nina Park, nina@park.example, rebrand', 'Nina Park, nina@park.example, rebrand'],
  ['意向：刘娜 13599998888 企业定制', '刘娜 13599998888 企业定制'],
  ['Fwd: "hi its Sally, my number is 07700 900222"', 'Sally, my number is 07700 900222'],
  ['转发：刘娜 13599998888', '刘娜 13599998888'],
  ['Lead Belly records@x.org', 'Lead Belly records@x.org'],
  ['ad hoc prints hi@x.org', 'ad hoc prints hi@x.org'],
  ['Contact Energy', 'Contact Energy'],
  ['Ad Jones', 'Ad Jones'],
  ['Save the Children', 'Save the Children'],
  ['任静', '任静'],
  // how they came stands behind the name
  ['got an enquiry from Tom Baker tom@x.org wants a menu', 'Tom Baker, tom@x.org wants a menu'],
  ['enquiry: Tom Baker tom@x.org', 'Tom Baker, tom@x.org'],
  ['some guy called Raj rang about an invite, 07700 900222', 'Raj, rang about an invite, 07700 900222'],
  ['a lady named Priya Shah emailed about cards', 'Priya Shah, emailed about cards'],
  ['someone called 07700 900222', 'someone called 07700 900222'],
  ['a woman called about the parking', 'a woman called about the parking'],
  ['Lead Street Cafe 07700 900222', 'Lead Street Cafe 07700 900222'],
  ['有个张老板打电话来问批发价 13600001111', '张老板，打电话来问批发价 13600001111'],
  ['有位姓李的女士打电话问礼盒多少钱', '李女士，打电话问礼盒多少钱'],
  ['有个叫周强的加我微信问白茶', '周强，加我微信问白茶'],
  ['今天接到李总的电话咨询团购', '李总，电话咨询团购'],
  ['有个客户问批发价', '有个客户问批发价'],
  ['李雷电话：13900139001', '李雷电话：13900139001'],
  ['来福茶行 13800138000', '来福茶行 13800138000'],
])('%s is called without what asked for them', (typed, left) => expect(withoutAsking(typed)).toBe(left));

it.each([
  ['a rebrand, budget', 'a rebrand'],
  ['100份中秋礼盒 预算', '100份中秋礼盒'],
  ['budget planner', 'budget planner'],
  ['预算', '预算'],
])('%s is a title without the word of its amount', (title, left) => expect(withoutMoneyWord(title)).toBe(left));

it.each(['房间号，301', 'room number, 301', '桌号：120'])('%s is no amount', (text) =>
  expect(readAmount(text, 'CNY').is).not.toBe('amount'),
);
