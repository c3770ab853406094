import { describe, expect, it } from 'vitest';
import { namesNobody } from '../../../src/text/person/new_person.ts';
import { sentencesIn } from '../../../src/text/sentence/sentence.ts';

/** The likeliest reading, where somebody of that name is known or none is named. */
const first = (text: string) => {
  const [one] = sentencesIn(text);
  return one && [one.does, one.who, one.words, one.sure ? 'sure' : ''].filter(Boolean).join(' | ');
};

describe('what is to be kept in mind of somebody', () => {
  it.each([
    ['remember that Maria is vegetarian', 'note | Maria | Maria is vegetarian'],
    ['remember Maria is vegetarian', 'note | Maria | Maria is vegetarian'],
    ["don't forget that Tom pays late", 'note | Tom | Tom pays late'],
    ['keep in mind that Ben hates serif fonts', 'note | Ben | Ben hates serif fonts'],
    ['note that Anna prefers mornings', 'note | Anna | prefers mornings | sure'],
    ["remember that Priya doesn't eat nuts", "note | Priya | Priya doesn't eat nuts"],
    ['remember: Sarah has two dogs', 'note | Sarah | Sarah has two dogs'],
    ['bear in mind Tom is deaf in one ear', 'note | Tom | Tom is deaf in one ear'],
    ["don't forget Maria's husband is Luis", "note | Maria | Maria's husband is Luis"],
    ['fyi Ben only drinks decaf', 'note | Ben | Ben only drinks decaf'],
    ['记住王建国对花生过敏', 'note | 王建国 | 王建国对花生过敏'],
    ['记得陈姐不吃辣', 'note | 陈姐 | 陈姐不吃辣'],
    ['别忘了李娜只喝熟普', 'note | 李娜 | 李娜只喝熟普'],
    ['记住：赵老板喜欢明前茶', 'note | 赵老板 | 赵老板喜欢明前茶'],
    ['记一下林小梅是老师', 'note | 林小梅 | 是老师 | sure'],
    ['注意周敏付款慢', 'note | 周敏 | 周敏付款慢'],
  ])('%s', (text, line) => expect(first(text)).toBe(line));

  it.each([
    ["don't forget: pay rent on the 1st", 'task | pay rent on the 1st | sure'],
    ['remember to call Maria', 'task | call Maria | sure'],
    ['remember that I have to call the bank', 'task | have to call the bank | sure'],
    ["don't forget Tom's birthday", "task | Tom's birthday | sure"],
    ['remember that the rent goes up', 'task | the rent goes up'],
    ['记得给王建国寄样品', 'task | 给王建国寄样品 | sure'],
    ['别忘了明天交房租', 'task | 明天交房租 | sure'],
    ['记住买快递袋', 'task | 买快递袋 | sure'],
  ])('%s is something to be done', (text, line) => expect(first(text)).toBe(line));
});

it.each([
  '客户',
  '新客户',
  '一个新客户',
  '联系人',
  'client',
  'a new client',
  'contact',
  'a customer',
  'somebody',
  'the new buyer',
])('“%s” names nobody who could be added', (text) => expect(namesNobody(text)).toBe(true));
it.each(['客户张三', 'Client Eastwood', 'Anna', '人美小铺', 'New Moon Café', '新客来茶馆'])(
  '“%s” names somebody',
  (text) => expect(namesNobody(text)).toBe(false),
);
