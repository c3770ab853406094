import { beforeEach, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'GBP' });
beforeEach(
  house.startingWith(async () => {
    await house.say('/add Anna Smith anna@example.com');
  }),
);

it('a lead that is won for another amount says what it was worth before', async () => {
  await house.say('/lead Anna Smith catering £500');
  expect((await house.say('/won 1 640')).hint).toContain('£500');
  expect((await house.say('/won 1 700')).hint).toContain('£640');
  const again = await house.say('/won 1 700');
  expect(again.hint).not.toContain('£');
});

it('a lead that is won for what it was worth, or for its first amount, says nothing of another', async () => {
  await house.say('/lead Anna Smith catering £500');
  expect((await house.say('/won 1')).hint).toBeUndefined();
  await house.say('/lead Anna Smith flowers');
  expect((await house.say('/won 2 90')).hint).toBeUndefined();
});

it('the first line of a quote says what amount it takes the place of', async () => {
  await house.say('/lead Anna Smith catering £500');
  expect((await house.say('/quote 1 sandwiches 12x20')).hint).toContain('£500');
  expect((await house.say('/quote 1 coffee 2x20')).hint).not.toContain('£');
});

it('the old amount is said in Chinese, too', async () => {
  await house.say('/lead Anna Smith catering £500');
  await house.say('/settings language zh');
  expect((await house.say('/赢单 1 640')).hint).toContain('原来的金额是');
});

it('an amount that may be a thousand or one is named, and both are offered', async () => {
  const reply = await house.say('/lead Anna Smith catering 1.280');
  expect(reply.hint).toContain('1.280');
  expect(buttonsOf(reply).map(({ label }) => label)).toEqual(
    expect.arrayContaining(['Amount £1,280.00', 'Amount £1.28']),
  );
  expect((await house.press('Amount £1,280.00')).title).toContain('£1,280.00');
});

it('what was paid of it is never what a lead is worth', async () => {
  const reply = await house.say('/lead Anna Smith catering 1280, paid 500');
  expect(reply.text).not.toContain('£');
  expect(reply.hint).toContain('paid 500');
  expect(buttonsOf(reply)[0]?.label).toBe('Amount £1,280.00');
});

it('a lead is won for an unclear amount only when its user has said which', async () => {
  await house.say('/lead Anna Smith catering');
  const reply = await house.say('/won 1 1280+');
  expect(reply.text).toContain('1280+');
  expect((await house.say('/leads')).lists?.[0]?.items).toHaveLength(1);
  expect((await house.press('Amount £1,280.00')).text).toContain('£1,280.00');
  expect((await house.say('/leads')).lists).toBeUndefined();
});
