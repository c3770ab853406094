import { describe, expect, it } from 'vitest';
import { keptFirst, onlyTells } from '../../../src/text/meaning/kept_first.ts';

describe('what words are kept as first of all', () => {
  it.each([
    'drop off the prints at 5',
    'i need to book a table on friday',
    'on the 1st of each month pay the rent',
    'tomorrow call the printer',
    'chase carla about the quote',
    '后天去工商局交材料',
    '下周三之前把报价做给孙莉',
    '月底催一下赵敏的款',
    '记得晚上备货',
  ])('a task: %s', (typed) => expect(keptFirst(typed, { timed: true })).toBe('task'));

  it.each([
    'send me the digest at 7:30',
    'email all my clients tomorrow',
    'send an offer to all who bought a flyer on friday',
    'what should i do tomorrow',
    'should i call anna tomorrow?',
    'paid the rent yesterday',
    'closed tomorrow',
    '每天早上8点半给我发日报',
    '明天给所有客户发消息',
    '明天要去哪里送货',
    '昨天去邮局寄了包裹',
    '明天不开门',
  ])('no task: %s', (typed) => expect(keptFirst(typed, { timed: true })).toBeUndefined());

  it('no task without a time, but where it is put off by itself', () => {
    expect(keptFirst('send the files', { timed: false })).toBeUndefined();
    expect(keptFirst('寄包裹', { timed: false })).toBeUndefined();
    expect(keptFirst('follow up with the printer', { timed: false })).toBe('task');
    expect(keptFirst('过几天再问问', { timed: false })).toBe('task');
  });

  it.each(['likes matte paper', 'is allergic to nuts', 'just had a baby', '爱喝普洱 不喝绿茶', '下周要出国一个月'])(
    'a note on whoever is in front: %s',
    (behind) => expect(keptFirst(`X ${behind}`, { behind, timed: true })).toBe('note'),
  );

  it.each([
    'likes the offer, she paid £50',
    'wants 20 cards',
    'said yes',
    'is angry about the print',
    'is gone',
    '喜欢这款 付了200元',
    '下单了',
    '喜欢什么茶',
    '要退货',
  ])('no note: %s', (behind) => expect(keptFirst(`X ${behind}`, { behind, timed: false })).toBeUndefined());

  it('what says nothing of a business is a note where it is only near to what fits any words', () => {
    expect(onlyTells('对人很热情', 'visit')).toBe(true);
    expect(onlyTells('sings in a choir', 'call')).toBe(true);
    expect(onlyTells('sings in a choir', 'lost')).toBe(false);
    expect(onlyTells('called about the cards', 'call')).toBe(false);
    expect(onlyTells('打电话来说茶坏了', 'call')).toBe(false);
  });
});
