import { describe, expect, it } from 'vitest';
import { doubtFrom, isNameAWord, isTakenBack, tellsOnlyUs } from '../../../src/text/sentence/doubt.ts';
import type { Does } from '../../../src/text/sentence/rule.ts';

const lines = (text: string) =>
  text
    .trim()
    .split(/\n/)
    .map((line) => line.trim());
const doubted = (line: string) => {
  const [word, ...words] = line.split(' ');
  return doubtFrom(word as Does, words.join(' ')) !== undefined;
};

const TAKEN_BACK = lines(`
  block Dave hold on
  block Dave oops
  block Dave just kidding
  block Dave sorry wrong one
  block Dave on second thought
  block Dave I meant Anna
  block Dave, wait, no
  block Dave Hope hang on a sec
  block Dave let me think
  block Dave rude, oops wrong person
  block Dave jk
  block Dave tomorrow
  block Dave never mind
  delete Dave not him
  rename Dave no
  rename Dave oops
  unblock Dave changed my mind
  resolve Dave nearly
  resolve Dave almost done
  resolve Dave soon
  resolve Dave tomorrow
  resolve Dave pending
  resolve Dave in progress
  resolve Dave still waiting
  resolve Dave he says it still leaks
  resolve Dave it doesn't work
  resolve Dave waiting for the part
  resolve Dave not fixed
  won Dave almost
  block Dave 算了
  block Dave 先别
  block Dave 别
  block Dave 不
  block Dave 等等
  block Dave 慢着
  block Dave 弄错了
  block Dave 开玩笑的
  block Dave 再想想
  block Dave 我是说Anna
  block 老王 骗子，搞错人了
  block 老王 晚点再说
  rename Dave 不
  delete Dave 点错了
  resolve Anna 快好了
  resolve Anna 差不多了
  resolve Anna 处理中
  resolve Anna 待定
  resolve Anna 明天
  resolve Anna 他说还漏
  resolve Anna 还没修好
  resolve Anna 又坏了
  resolve Anna 等配件
  resolve Dave 一收到钱就
`);

const ORDERS = lines(`
  block Dave spam
  block Dave rude on the phone
  block Dave keeps asking for money
  block Dave sends ads every day
  block Dave never pays
  block Dave scammer, lied twice
  block Dave wants everything for free
  block Dave does not stop calling
  block Dave spam, don't answer
  block Dave bot
  block Dave asked him to stop
  block Dave harassment
  block Dave ordered five times and sent all back
  block Dave he is a competitor
  block Dave same man as Tom
  resolve Anna sent a new cup
  resolve Anna refunded 20 dollars
  resolve Anna sent the wrong one, exchanged
  resolve Anna we had sent the wrong one
  resolve Anna works again
  resolve Anna fixed
  resolve Anna new part arrives tomorrow
  resolve Anna paid back today
  resolve Anna no fault found
  resolve Anna opened by mistake
  resolve Anna not our fault
  resolve Anna battery replaced, still fine
  resolve Anna she is happy now
  resolve Anna the courier brought it
  resolve Anna duplicate of 12
  resolve Anna customer cancelled the order
  resolve Anna it was the cable
  lost Dave maybe next year
  lost Dave would buy if it were cheaper
  lost Dave too expensive
  lost Dave went to a competitor
  lost Dave no budget
  lost Dave later
  won Dave 500
  won Dave paid in cash
  rename Dave Dave Hope
  tag Dave pending
  tag Dave vip
  city Dave Berlin
  snooze Dave tomorrow
  snooze Dave until monday
  reopen Dave leaks again
  unblock Dave apologised
  block 老王 骗子
  block 老王 老是退货
  block 老王 广告
  block 老王 骂人
  block 老王 不讲理
  block 老王 不付钱
  block 老王 天天发广告
  block 老王 还钱一直拖
  block 老王 恶意差评
  block 老王 同行打探价格
  block 老王 说好的又反悔，太烦
  block 小李 骚扰
  block 小李 别有用心
  block 小李 骗子，别回
  block 小李 要货不给钱
  resolve Anna 已换新
  resolve Anna 退款了
  resolve Anna 已还款
  resolve Anna 还钱了
  resolve Anna 补发了一个
  resolve Anna 修好了
  resolve Anna 换了电池，好了
  resolve Anna 她说可以了
  resolve Anna 电话里说清楚了
  resolve Anna 不是我们的问题
  resolve Anna 不用换，能用
  resolve Anna 明天寄新的
  resolve Anna 快递送到了
  resolve Anna 是线的问题
  resolve Anna 一换就好了
  resolve Anna 重复了
  resolve Anna 还不错
  resolve Anna 客户取消了订单
  lost 小陈 如果便宜点就成了
  lost 小陈 太贵
  lost 小陈 可能明年再买
  lost 小陈 选了别家
  lost 小陈 预算不够
  lost 小陈 以后再说
  won 小陈 3000
  won 小陈 现金
  rename Dave 不二家
  rename Dave 老戴
  tag Anna 待定
  tag Anna 考虑中
  snooze Anna 明天
  snooze Anna 下周一
  city Anna 上海
  unblock 老王 道歉了
`);

import { ofDraft } from '../../../src/text/sentence/of_draft.ts';
import { restoredName } from '../../../src/text/sentence/restored.ts';

describe('the tail of a typed act', () => {
  it.each(TAKEN_BACK)('takes it back, or says it is not so yet: %s', (line) => {
    expect(doubted(line)).toBe(true);
  });

  it.each(ORDERS)('is a reason, and no doubt: %s', (line) => {
    expect(doubted(line)).toBe(false);
  });
});

describe('words for somebody', () => {
  it.each(
    lines(`
    what should I say
    what do I tell her
    how do I put it
    that he should pay
    that the parcel is on its way
    later
    something nice
    to wait
    晚点
    待定
    明天再回
    跟她说货到了
    说货到了
    委婉点拒绝
  `),
  )('only tell us what, or when: %s', (words) => {
    expect(tellsOnlyUs(words)).toBe(true);
  });

  it.each(
    lines(`
    what can we do for you?
    that is fine
    that you can come is great
    tomorrow we are closed
    later today it leaves
    yes
    soon
    to order, please click here
    好的
    明天发货
    明天到
    晚点给您打电话
    让他放门口就行
    说明书在盒子里
    跟您确认一下
    待定款请补齐
  `),
  )('are said to them: %s', (words) => {
    expect(tellsOnlyUs(words)).toBe(false);
  });

  it.each(['May I send it today?', 'Will you be there on Friday', 'Mark it as done', 'Bill him for the chair'])(
    'begin with a word that is a name as well: %s',
    (words) => expect(isNameAWord(words)).toBe(true),
  );

  it.each([
    'May your parcel is here',
    'May I will send it today',
    'Will the chairs are ready',
    "Will I'm on my way",
    'Mark it is ready',
    'Bill the invoice is attached',
    'Grace hello',
    'Anna I send it today',
  ])('begin with a name: %s', (words) => expect(isNameAWord(words)).toBe(false));

  it('take a command back as a whole only where nothing else is said', () => {
    for (const words of ['oops', 'just kidding', '弄错了', '算了']) expect(isTakenBack(words)).toBe(true);
    for (const words of ['blue cup', '再考虑考虑', 'wants to wait until May']) expect(isTakenBack(words)).toBe(false);
  });
});

describe('what is said of a mailing that has not left', () => {
  it.each([
    ['send it tomorrow at 10', 'at tomorrow at 10'],
    ['please send the newsletter on friday at noon', 'at on friday at noon'],
    ['明天早上十点再发', 'at 明天早上十点'],
    ['群发改到周五上午发', 'at 周五上午'],
    ["don't send it yet", 'hold'],
    ['dont send the campaign yet', 'hold named'],
    ['hold the campaign', 'hold named'],
    ['先别发', 'hold'],
    ['群发先不发了', 'hold named'],
    ['send me a test of it before it goes out', 'test'],
    ['show me a preview of the newsletter', 'test'],
    ['let me see it first', 'test'],
    ['email it to me only first', 'test'],
    ['let me see it first before you send the newsletter', 'test'],
    ['先发给我自己看看', 'test'],
    ['群发前先给我发一份测试', 'test'],
    ['发之前让我先看一眼效果', 'test'],
    ['let me see', undefined],
    ['send me the invoice first', undefined],
    ['send Maria a test', undefined],
    ['我先看看', undefined],
    ['先发给王强看看', undefined],
    ['发货前给我看看', undefined],
    ['send it to Maria tomorrow at 10', undefined],
    ['send it', undefined],
    ['why did you not send it', undefined],
    ['明天再发给王强', undefined],
    ['明天早上十点发货', undefined],
    ['别发货', undefined],
  ])('%s', (text, said) => {
    const of = ofDraft(text);
    expect(
      of && (of.is === 'at' ? `at ${of.when}` : of.is === 'test' ? 'test' : of.named ? 'hold named' : 'hold'),
    ).toBe(said);
  });

  it.each([
    ['bring john back', 'john'],
    ['restore John Wu', 'John Wu'],
    ['恢复孙丽', '孙丽'],
    ['把孙丽找回来', '孙丽'],
    ['bring it to the shop', undefined],
    ['get well soon', undefined],
    ['孙丽恢复得很好', undefined],
  ])('who is to be there again: %s', (text, name) => expect(restoredName(text)).toBe(name));
});
