import { describe, expect, it } from 'vitest';
import { sentencesIn } from '../../../src/text/sentence/sentence.ts';

/** What it may mean, the likeliest first. */
const linesIn = (text: string): string[] =>
  sentencesIn(text).map(({ does, who, thing, first, words }) =>
    [does, who, thing && `‹${thing}›`, first, words].filter(Boolean).join(' '),
  );
const firstIn = (text: string): string | undefined => linesIn(text)[0];

describe('a list that is asked for', () => {
  it.each([
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
    ['which leads have gone quiet', 'pipeline stale'],
    ['stale leads', 'pipeline stale'],
    ['哪些意向好久没动静了', 'pipeline stale'],
    ['show won leads', 'pipeline won'],
    ['which leads did i win', 'pipeline won'],
    ['谈成的单子有哪些', 'pipeline won'],
    ['any urgent tickets?', 'tickets urgent'],
    ['哪个售后最急', 'tickets 紧急'],
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
