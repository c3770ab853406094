import { beforeEach, expect, it } from 'vitest';
import { telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'CNY' });
beforeEach(
  house.startingWith(() =>
    house.happen(telegramMessage('你好', { chat: '7', from: { address: '7', name: 'Anna', language: 'zh' } })),
  ),
);

const spent = async () =>
  (await house.db.sql<{ spent: string }>`select spent_minor::text as spent from purchases`).map((one) => one.spent);
const saying = async (...lines: string[]) => {
  for (const line of lines) await house.say(line);
};

it.each([
  ['lowered by an article, and that paid back', ['2x tea ¥256, 1x cup ¥50 paid', 'remove tea', 'refund 256'], '5000'],
  ['paid back before it was lowered', ['2x tea ¥256, 1x cup ¥50 paid', 'refund 50', 'remove cup'], '25600'],
  ['lowered by a discount, and that paid back', ['2x tea ¥300 paid', '10% off', 'refund 30'], '27000'],
  ['lowered and nothing paid back yet', ['2x tea ¥300 paid', '10% off'], '27000'],
  ['lowered, and more than that paid back', ['2x tea ¥300 paid', '10% off', 'refund 50'], '25000'],
  ['lowered before it was paid, and some paid back', ['2x tea ¥300', '¥100', 'paid', 'refund 30'], '7000'],
  ['lowered, paid back and raised again', ['2x tea ¥300 paid', '10% off', 'refund 30', 'add 1x cup ¥30'], '27000'],
  ['only paid back in part (control)', ['2x tea ¥300 paid', 'refund 30'], '27000'],
] as const)('what an own order is worth is what came and was kept: %s', async (_, [order, ...acts], worth) => {
  await saying(`/order Anna ${order}`, ...acts.map((act) => `/order M-1 ${act}`));
  expect(await spent()).toEqual([worth]);
});

it.each([
  ['other articles take the place of those that left', 'replace 1x cup ¥300', 'partial'],
  ['there is more of one that left', 'replace 3x tea ¥384', 'partial'],
  ['there is less of it (control)', 'replace 1x tea ¥128', 'fulfilled'],
  ['it only comes to something else (control)', '¥200', 'fulfilled'],
] as const)('an own order that was sent has something to be sent again where %s', async (_, change, fulfillment) => {
  await saying('/order Anna 2x tea ¥256 paid', '/order M-1 sent SF1234567890', `/order M-1 ${change}`);
  expect(await house.db.sql`select fulfillment from orders`).toEqual([{ fulfillment }]);
});

it.each([
  ['what was added to it is taken out again', ['add 1x mug ¥20', 'remove mug'], 'fulfilled'],
  ['more of what it had is taken out again', ['add 1x tea ¥128', 'remove 1 tea'], 'fulfilled'],
  ['what was added is sent, too', ['add 1x mug ¥20', 'sent', 'remove mug'], 'fulfilled'],
  ['it is as it was again', ['replace 3x tea ¥384', 'replace 2x tea ¥256'], 'fulfilled'],
  ['what had left is taken out (control)', ['add 1x mug ¥20', 'remove tea'], 'partial'],
  ['a part of what was added is taken out (control)', ['add 2x mug ¥20', 'remove 1 mug'], 'partial'],
  ['nothing of it has left after all (control)', ['add 1x mug ¥20', 'not sent', 'remove mug'], 'unfulfilled'],
] as const)('an own order that was sent, then changed, stands as it does where %s', async (_, acts, fulfillment) => {
  await saying(
    '/order Anna 2x tea ¥256 paid',
    '/order M-1 sent SF1234567890',
    ...acts.map((act) => `/order M-1 ${act}`),
  );
  expect(await house.db.sql`select fulfillment from orders`).toEqual([{ fulfillment }]);
});
