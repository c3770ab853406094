import { expect, it } from 'vitest';
import { asksReminder, halfSaid } from '../../../src/text/when/coming/half_said.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

it.each([
  ['in 20', { is: 'length', said: 'in 20', whole: ['in 20 minutes'] }],
  ['in 2 to check the oven', { is: 'length', said: 'in 2', whole: ['in 2 minutes', 'in 2 hours'] }],
  ['20', { is: 'length', said: '20', whole: ['20分钟后', '20点'] }],
  ['20后关火', { is: 'length', said: '20后', whole: ['20分钟后'] }],
  ["sat week: mum's bday", { is: 'day', said: 'sat week', day: 'saturday', later: 7 }],
  ['bins a week on Friday', { is: 'day', said: 'a week on Friday', day: 'friday', later: 7 }],
  ["3 days before priya's birthday", { is: 'birthday', said: "3 days before priya's birthday", days: 3, who: 'priya' }],
  ['order cake a week before Tom bday', { is: 'birthday', said: 'a week before Tom bday', days: 7, who: 'Tom' }],
  ['周敏生日前三天订蛋糕', { is: 'birthday', said: '生日前三天', days: 3 }],
  ['周敏生日提前一周', { is: 'birthday', said: '生日提前一周', days: 7 }],
])('%s leaves a part of its time unsaid', (title, half) => expect(halfSaid(title)).toEqual(half));

it.each([
  'in 20 boxes',
  'in 2027 new shop',
  '20盒茶',
  '20天后',
  'call the week of Sat',
  'buy a birthday card',
  '周敏生日',
  'call Tom',
])('%s does not', (title) => expect(halfSaid(title)).toBeUndefined());

it.each([
  ['remind me to call Tom', true],
  ['提醒我给周敏打电话', true],
  ['叫我关火', true],
  ["don't forget: milk", false],
  ['记得买牛奶', false],
  ['task call Tom', false],
])('%s asks for a reminder: %s', (text, is) => expect(asksReminder(text)).toBe(is));

it('takes linear time', () => {
  for (const piece of ['3 days before ', '生日前', 'sat week', '20'])
    expect(growsTooFast(halfSaid, repeated(piece))).toBeUndefined();
});
