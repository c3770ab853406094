import { beforeEach, expect, it } from 'vitest';
import { telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'CNY' });
beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('你好', { chat: '7', from: { address: '7', name: 'Anna', language: 'zh' } }));
    await house.say('/lead Anna tea ¥256');
  }),
);
const stages = async () => (await house.db.sql<{ stage: string }>`select stage from leads`).map(({ stage }) => stage);

it.each([
  ['alone', '2x tea ¥256', ['paid']],
  ['with the articles', '2x tea ¥256', ['2x tea ¥256 paid']],
  ['with the sum', '2x tea ¥256', ['¥256 paid']],
  ['with an article that is added', '1x tea ¥128', ['paid', 'add 1x tea ¥128 paid']],
  ['before an article is taken out', '2x tea ¥256, 1x cup ¥300', ['paid 256', 'remove cup']],
])('a lead is won by money that is told of %s', async (_, order, acts) => {
  await house.say(`/order Anna ${order}`);
  for (const act of acts) await house.say(`/order M-1 ${act}`);
  expect(await stages()).toEqual(['won']);
});

it('is not won by articles that change without money (control)', async () => {
  await house.say('/order Anna 2x tea ¥256');
  await house.say('/order M-1 add 1x cup ¥20');
  await house.say('/order M-1 remove cup');
  expect(await stages()).toEqual(['new']);
});
