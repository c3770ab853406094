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

const leads = () =>
  house.db.sql<{ title: string; amount: string | null }>`select title, amount_minor as amount from leads order by id`;

it('what looks like a lead that is open is asked about before there are two of it', async () => {
  await house.say('/lead Anna Smith logo £500');
  const asked = await house.say('/lead Anna Smith a logo for the shop £650');
  expect(buttonsOf(asked).map(({ label }) => label)).toEqual([
    'It is #1: change it to £650.00',
    'New lead: a logo for the shop · £650.00',
  ]);
  expect(await leads()).toHaveLength(1);
  await house.press('It is #1: change it to £650.00');
  expect(await leads()).toEqual([{ title: 'logo', amount: '65000' }]);
  await house.say('/lead Anna Smith logo £700');
  await house.press('New lead: logo · £700.00');
  expect(await leads()).toHaveLength(2);
  await house.say('/lead Anna Smith flowers £90');
  expect(await leads()).toHaveLength(3);
});

it('of what was asked about a second lead only one button counts, and none changes a lead that is over', async () => {
  const leads = () => house.db.sql`select title, amount_minor::text as minor, stage from leads order by id`;
  await house.say('/lead Anna Smith logo £600');
  await house.type('/lead Anna Smith logo £700');
  const asked = (await house.cards()).at(-1)!;
  const [same, fresh] = buttonsOf(asked);
  await house.press(same!);
  await house.press(fresh!);
  expect(await leads()).toEqual([{ title: 'logo', minor: '70000', stage: 'new' }]);
  await house.type('/lead Anna Smith logo £800');
  const [late] = buttonsOf((await house.cards()).at(-1)!);
  await house.say('/won 1');
  const before = await house.state();
  await house.press(late!);
  expect(await leads()).toEqual([{ title: 'logo', minor: '70000', stage: 'won' }]);
  expect(await house.state()).toEqual(before);
  // asked, it is its user's word, as typed words are
  const question = (await house.cards()).at(-1)!;
  expect(question.text).toContain('is won by now');
  await house.press(buttonsOf(question)[0]!);
  expect((await leads())[0]).toMatchObject({ minor: '80000' });
  await house.say('/lead 1 amount 850');
  expect((await leads())[0]).toMatchObject({ minor: '85000' });
});

it('a lead with a quote is worth what its lines come to: another sum is of its lines', async () => {
  const [worth] = [() => house.db.sql`select amount_minor::text as minor from leads`];
  await house.say('/lead Anna Smith logo £500');
  await house.say('/quote 1 logo 1x600');
  for (const line of ['/lead 1 650', '/lead 1 amount 650', '/lead Anna Smith amount 650', '/lead 1 amount none']) {
    expect(await house.say(line)).toMatchObject({ failed: true });
    expect(await worth()).toEqual([{ minor: '60000' }]);
  }
  await house.type('/lead 1 650');
  const [change, lines] = buttonsOf((await house.cards()).at(-1)!);
  expect([change!.label, lines!.command]).toEqual(['logo: £650.00', '/quote 1']);
  await house.press(change!);
  expect(await worth()).toEqual([{ minor: '65000' }]);
  expect(await house.db.sql`select unit_minor::text as minor from quote_lines`).toEqual([{ minor: '65000' }]);
  expect(await house.say('/lead 1 650')).not.toMatchObject({ failed: true });
});

it('when somebody without a lead may buy is no title of one', async () => {
  const reply = await house.say('/lead Anna Smith expected next Friday');
  expect(reply.failed).toBe(true);
  expect(await leads()).toEqual([]);
});

it('a lead is changed in plain words, and its quote stays', async () => {
  await house.say('/lead Anna Smith logo £500');
  await house.type('make annas lead 650');
  await house.press('/lead c1 amount 650');
  expect(await leads()).toEqual([{ title: 'logo', amount: '65000' }]);
  expect(await house.db.sql`select from quote_lines`).toEqual([]);
});

it('a company in the place of somebody offers who is there', async () => {
  await house.say('/org Anna Smith @"Oak House"');
  const asked = await house.say('/lead Oak House catering £500');
  expect(asked.text).toContain('Oak House');
  await house.press('/lead c1 catering £500');
  expect(await leads()).toEqual([{ title: 'catering', amount: '50000' }]);
});

it('of two who are one the fuller name is asked about', async () => {
  await house.say('/add Anna anna2@example.com');
  const asked = await house.say('/merge c2 Anna Smith');
  expect(asked.undecided).toBe(true);
  await house.press('/merge c1 c2');
  const kept = await house.db.sql<{ name: string }>`select name from contacts`;
  expect(kept.map(({ name }) => name)).toEqual(['Anna Smith']);
});
