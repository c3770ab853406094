import { beforeEach, expect, it } from 'vitest';
import { sendScheduled } from '../../../../src/jobs/scheduled.ts';
import { telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'CNY' });
beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('你好', { chat: '7', from: { address: '7', name: 'Anna', language: 'zh' } }));
    await house.say('/order Anna 2x tea ¥256, 1x cup ¥10 paid');
    await house.say('/later Anna tomorrow 9am your two teas of M-1 leave today');
  }),
);

it.each([
  ['/order M-1 remove tea', 0],
  ['/order M-1 replace 1x mug ¥256', 0],
  ['/order M-1 add 1x mug ¥20', 0],
  ['/order M-1 10% off', 0],
  ['/order M-1 cancel', 0],
  ['/task call the printer', 1],
] as const)('an answer set for later is asked about once its buyer’s own order was changed: %s', async (act, leave) => {
  await house.say(act);
  house.now = new Date('2026-11-22T02:00:00Z');
  await house.act((ctx) => sendScheduled(ctx));
  expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toHaveLength(leave);
  const asked = (await house.cards()).filter((card) => JSON.stringify(card).includes('Not sent to Anna yet'));
  expect(asked).toHaveLength(1 - leave);
});
