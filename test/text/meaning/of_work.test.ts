import { describe, expect, it } from 'vitest';
import { inCommon, toldOfWork } from '../../../src/text/meaning/of_work.ts';

describe('what a sentence tells of work that may be open', () => {
  it.each([
    ['samples sent to Anna', 'Anna', 'done'],
    ["anna's samples are sent", 'anna', 'done'],
    ['posted the samples to anna this morning', 'anna', 'done'],
    ['called dev', 'dev', 'done'],
    ['ive spoken to dev', 'dev', 'done'],
    ["sorted bob's file", 'bob', 'solved'],
    ["bob's file opens now", 'bob', 'solved'],
    ['replaced the mug for carla', 'carla', 'solved'],
    ["Bob's file still wont open, he's furious", 'Bob', 'again'],
    ['bob rang again about the file', 'bob', 'again'],
    ['样品已经寄给孙莉了', '孙莉', 'done'],
    ['给孙莉的样品寄出去了', '孙莉', 'done'],
    ['给赵敏打过电话了', '赵敏', 'done'],
    ['给赵敏补寄了一盒', '赵敏', 'solved'],
    ['赵敏那个问题搞定了', '赵敏', 'solved'],
    ['赵敏又打电话来骂了 说还没补发', '赵敏', 'again'],
    ['赵敏还在催补发的事', '赵敏', 'again'],
    // what is to come, is asked, denied, or is theirs
    ['anna sent the signed contract', 'anna', undefined],
    ['bob called about the file', 'bob', undefined],
    ['got a mail from anna', 'anna', undefined],
    ['have the samples been sent to anna?', 'anna', undefined],
    ["haven't sent the samples to anna", 'anna', undefined],
    ['send samples to anna', 'anna', undefined],
    ['samples will be sent to anna tomorrow', 'anna', undefined],
    ['need to get the samples sent to anna', 'anna', undefined],
    ['anna ordered a logo again', 'anna', undefined],
    ['bob still owes me 50', 'bob', undefined],
    ['孙莉寄来了样品', '孙莉', undefined],
    ['孙莉把合同发给我了', '孙莉', undefined],
    ['样品还没寄给孙莉', '孙莉', undefined],
    ['明天样品要寄给孙莉了', '孙莉', undefined],
    ['样品寄给孙莉了吗', '孙莉', undefined],
    ['赵敏又买了一盒白茶', '赵敏', undefined],
    ['赵敏付款了', '赵敏', undefined],
  ] as const)('%s: of %s it is %s', (text, name, told) => {
    expect(toldOfWork(text, [name])).toBe(told);
  });

  it.each([
    ['sent anna her samples', 'send samples to Anna', ['anna'], 'thing'],
    ['样茶给孙莉快递过去了', '给孙莉寄样品', ['孙莉'], 'thing'],
    ['called dev', 'call dev about the bleed', ['dev'], 'deed'],
    ['给赵敏打过电话了', '给赵敏回电话', ['赵敏'], 'deed'],
    ['sorted it for bob', 'the file does not open', ['bob'], 'nothing'],
    ['sent anna the invoice', 'send samples to Anna', ['anna'], undefined],
    ['发票寄给孙莉了', '给孙莉寄样品', ['孙莉'], undefined],
  ] as const)('%s has in common with %s', (text, title, names, common) => {
    expect(inCommon(text, title, names)).toBe(common);
  });
});
