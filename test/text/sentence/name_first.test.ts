import { describe, expect, it } from 'vitest';
import { sentencesIn } from '../../../src/text/sentence/sentence.ts';

/** What a sentence may mean, as lines: somebody in brackets, a task in quotes, a tag that somebody must have behind a sign. */
const linesOf = (text: string): string[] =>
  sentencesIn(text).map(({ does, who, thing, label, words }) =>
    [does, who && `(${who})`, thing && `‹${thing}›`, label && '≈', words].filter(Boolean).join(' '),
  );

describe('a sentence that begins with a name', () => {
  it.each([
    ['olu resolved', 'resolve (olu)'],
    ['Sven is all sorted', 'resolve (Sven)'],
    ['resolve gareth', 'resolve (gareth)'],
    ['wren won 40', 'won (wren) 40'],
    ['Dora Finch won', 'won (Dora Finch)'],
    ['lucia menu won but for 650 not 600', 'won (lucia) 650'],
    ['mirela lost, too expensive', 'lost (mirela) too expensive'],
    ['hal spam, block', 'block (hal)'],
    ['mark Hal as spam', 'block (Hal)'],
    ['sven rail crooked again ticket', 'ticket (sven) rail crooked again'],
    ['bettina is wholesale', 'tag (bettina) #wholesale'],
    ['tag dora piano and regular', 'tag (dora) #piano #regular'],
    ['tag Tom Reed vip, press', 'tag (Tom Reed) #vip #press'],
    ['sent wren the link already', 'answered (wren)'],
    ['Kofi prefers english', 'language (Kofi) english'],
    ['maeve rfq 80 tins approx 1,120 euros', 'lead (maeve) rfq 80 tins approx 1,120 euros'],
    ['dora piano tuning 120', 'lead (dora) piano tuning 120'],
    ['苏曼成交 672', 'won (苏曼) 672'],
    ['老梁成交', 'won (老梁)'],
    ['沈亦舟那单成交了，不过是 7500', 'won (沈亦舟) 7500'],
    ['段奕那件成了，2600', 'won (段奕) 2600'],
    ['老梁没成', 'lost (老梁)'],
    ['陆知远 没谈成，嫌贵', 'lost (陆知远) 嫌贵'],
    ['何建国 已解决', 'resolve (何建国)'],
    ['解决林可', 'resolve (林可)'],
    ['贺兰修好了', 'resolve (贺兰)'],
    ['发票君是骗子，拉黑', 'block (发票君)'],
    ['米娅 视频卡 售后', 'ticket (米娅) 视频卡'],
    ['陆知远改名叫陆知远（远山书店）', 'rename (陆知远) 陆知远（远山书店）'],
    ['Marcus 用英文', 'language (Marcus) 英文'],
    ['马晓棠是批发客户', 'tag (马晓棠) #批发'],
    ['给唐糖打上 好评 老客 两个标签', 'tag (唐糖) #好评 #老客'],
    ['唐糖去掉好评标签', 'tag (唐糖) -#好评'],
    ['周屿的课改周六上午了，已经回过他', 'answered (周屿)'],
    ['程立新 订 金骏眉半斤 ¥460，茶滤 ¥38', 'lead (程立) 新 订 金骏眉半斤 ¥460，茶滤 ¥38'],
  ])('%s is %s', (text, line) => expect(linesOf(text)).toContain(line));

  it.each([
    ['olu order 2290', 'lead'],
    ['hal call 10:30', 'lead'],
    ['hal mobile 0790 0900 888', 'lead'],
    ['olu has a ticket', 'ticket'],
    ['贺兰 订单 2209', 'lead'],
    ['老梁成交了吗', 'won'],
    ['何建国 还没解决', 'resolve'],
    ['sven not fixed yet', 'resolve'],
  ])('%s is not read as /%s', (text, does) =>
    expect(linesOf(text).filter((line) => line.startsWith(does))).toEqual([]),
  );
});

describe('a sentence about a task, a day, a list or a reply that is kept', () => {
  it.each([
    ['cancel the dentist', 'end ‹dentist›'],
    ['move my 4pm to 5', 'postpone ‹4pm› 5'],
    ['change rent to the 3rd', 'postpone ‹rent› 3rd'],
    ['push the dentist back a day', 'postpone ‹dentist› a day'],
    ['no newsletter this week', 'skip ‹newsletter›'],
    ["skip this week's newsletter", 'skip ‹newsletter›'],
    ['fabric collected', 'done ‹fabric›'],
    ['what do i have on wednesday', 'tasks wednesday'],
    ['tasks for friday', 'tasks friday'],
    ['agenda this week', 'tasks this week'],
    ['my week', 'tasks this week'],
    ['leads over 500', 'leads >=500'],
    ['customers from leeds', 'find city:"leeds"'],
    ['vip customers', 'find #vip'],
    ['all alumni', 'find ≈ #alumni'],
    ['export wholesale customers', 'export ≈ #wholesale'],
    ["who hasn't written in 30 days", 'find quiet:30d'],
    ['when did i last talk to priya', 'timeline (priya)'],
    ['email address of jonah', 'contact (jonah)'],
    ['save reply: bank = it is on the invoice', 'c save bank en it is on the invoice'],
    ['对账那个改到六点', 'postpone ‹对账› 六点'],
    ['报税提前一天', 'postpone ‹报税› 提前一天'],
    ['浇花完成', 'done ‹浇花›'],
    ['牙医取消', 'end ‹牙医›'],
    ['这周不浇花了', 'skip ‹浇花›'],
    ['周三有什么事', 'tasks 周三'],
    ['这周安排', 'tasks 这周'],
    ['花了五百以上的', 'find spent:>="五百"'],
    ['所有老客', 'find ≈ #老客'],
    ['批发客户名单', 'find ≈ #批发'],
    ['五千以上的意向', 'leads >=五千'],
    ['在谈的生意', 'leads'],
    ['今天来了几个客户', 'find new:1d'],
    ['上次跟唐糖聊是啥时候', 'timeline (唐糖)'],
    ['币种改美元', 'settings 货币 美元'],
    ['改回来', 'undo'],
    ['拉错了，放出来', 'undo'],
    ['下午不在，六点回来', 'away 下午到六点'],
    ['搜一下 压扁', 'search 压扁'],
    ['存一条快捷回复：发货 = 今天发顺丰', 'c save 发货 zh 今天发顺丰'],
  ])('%s is %s', (text, line) => expect(linesOf(text)).toContain(line));
});
