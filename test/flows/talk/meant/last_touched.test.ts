import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, type House, telegramMessage, testHouse } from '../../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse({ locale: 'en', currency: 'GBP', country: 'GB', timezone: 'Europe/London' });
});
beforeEach(async () => {
  await house.reset();
  await house.happen(
    telegramMessage('hello', { chat: '700', from: { address: '700', name: 'Tom Ford' }, externalId: '1' }),
  );
  await house.deliver();
});

const last = async () => (await house.cards()).at(-1)!;
const typed = async (words: string) => {
  await house.type(words);
  return last();
};
/** Types the words as an answer to what was told last. */
async function answered(words: string) {
  await house.deliver();
  const card = (await house.outbox()).findLast(({ audience }) => audience === 'owner')!;
  await house.type(words, { answers: [card.externalId!] });
  return last();
}
const leads = () => house.db.sql`select stage, amount_minor, lost_reason from leads order by id`;
const toCustomers = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');

describe('what may only be the amount or the state of a lead', () => {
  it.each([
    ['sorry 600', '60000'],
    ['£380', '38000'],
    ['1380', '138000'],
    ['不对，600', '60000'],
    ['600镑', '60000'],
  ])('is offered first under what tells of it: %s', async (words, minor) => {
    await typed('/lead Tom Ford flyer £1280');
    const reply = await answered(words);
    await house.press(buttonsOf(reply)[0]!);
    expect((await leads())[0]).toMatchObject({ amount_minor: minor });
    expect(await toCustomers()).toEqual([]);
  });

  it.each([
    ['没成 太贵', '太贵'],
    ['lost, too expensive', 'too expensive'],
    ['丢单了，因为预算不够', '预算不够'],
  ])('is set with its reason: %s', async (words, reason) => {
    await typed('/lead Tom Ford flyer £1280');
    await answered(words);
    expect((await leads())[0]).toMatchObject({ stage: 'lost', lost_reason: reason });
  });

  it.each(['won for 600', '成交 600'])('is set with its amount: %s', async (words) => {
    await typed('/lead Tom Ford flyer £1280');
    await answered(words);
    expect((await leads())[0]).toMatchObject({ stage: 'won', amount_minor: '60000' });
  });

  it.each(['sorry 600', 'make it 600', '改成600', '£600', '600镑'])(
    'is offered for what was touched last where nothing is answered, and adds nobody: %s',
    async (words) => {
      await typed('/lead Tom Ford flyer £1280');
      const before = await leads();
      const reply = await typed(words);
      expect(await leads()).toEqual(before);
      const commands = buttonsOf(reply).map(({ command }) => command);
      expect(commands.filter((line) => line.startsWith('/add '))).toEqual([]);
      await house.press(buttonsOf(reply)[0]!);
      expect((await leads())[0]).toMatchObject({ amount_minor: '60000' });
    },
  );

  it('control: half an hour later it is not offered', async () => {
    await typed('/lead Tom Ford flyer £1280');
    house.now = new Date(house.now.getTime() + 31 * 60_000);
    expect(buttonsOf(await typed('sorry 600'))[0]!.label).not.toContain('£600');
  });

  it('control: other words under it are offered as before', async () => {
    await typed('/lead Tom Ford flyer £1280');
    expect(buttonsOf(await answered('thanks'))[0]!.command).toBe('/reply v1 thanks');
  });
});

describe('a task', () => {
  const tasks = () => house.db.sql`select title from tasks where done_at is null`;

  it.each(['取消', 'cancel', 'cancel it', '取消吧', 'delete the task'])('goes by %s under it', async (words) => {
    await typed('/task 2027-01-05 09:30 call Tom Ford');
    await answered(words);
    expect(await tasks()).toEqual([]);
  });

  it('of which something was changed since asks', async () => {
    await typed('/task 2027-01-05 09:30 call Tom Ford');
    await answered('make it 11am');
    const reply = await answered('取消');
    expect(await tasks()).toHaveLength(1);
    expect(buttonsOf(reply).map(({ command }) => command)).toContain('/done 1');
  });

  it.each(['取消', 'cancel'])(
    'of several that were just made is offered by %s where nothing is answered',
    async (words) => {
      await typed('/task 2027-01-05 09:30 call the bank');
      await typed('/task 2027-01-05 10:30 call the printer');
      const labels = buttonsOf(await typed(words)).map(({ label }) => label);
      expect(labels.join()).toContain('call the printer');
      expect(labels.join()).toContain('call the bank');
      expect(await tasks()).toHaveLength(2);
    },
  );
});

describe('what is typed next', () => {
  it.each(['/later Tom Ford tomorrow 9am good morning', '/snooze Tom Ford tomorrow 9am', '/note Tom Ford likes blue'])(
    'after %s offers another time of an older task by its name, and below all else',
    async (line) => {
      await typed('/task 2027-01-05 09:30 call the bank');
      await typed(line);
      const buttons = buttonsOf(await typed('10am'));
      expect(buttons[0]!.command).not.toMatch(/^\/postpone/);
      const moves = buttons.filter(({ command }) => command.startsWith('/postpone'));
      expect(moves.map(({ label }) => label)).toEqual(['call the bank · 10am']);
    },
  );

  it('names the task that was just made', async () => {
    await typed('/task 2027-01-05 09:30 call the bank');
    expect(buttonsOf(await typed('10am'))[0]!.label).toBe('call the bank · 10am');
  });

  it('may be of a lead or a task, each by its name', async () => {
    await typed('/lead Tom Ford flyer £1280');
    await typed('/task 2027-01-05 09:30 call the bank');
    const labels = buttonsOf(await typed('sorry 350')).map(({ label }) => label);
    expect(labels.join()).toContain('flyer');
  });

  it.each([
    ['/won Tom Ford', async () => (await leads())[0]!.stage, 'new'],
    ['/tag Tom Ford #vip', async () => (await house.db.sql`select tags from contacts`)[0]!.tags, []],
    ['/block Tom Ford', async () => (await house.db.sql`select blocked_at from contacts`)[0]!.blocked_at, null],
  ])('cancel takes back the last change first: %s', async (line, now, before) => {
    await typed('/lead Tom Ford flyer £1280');
    await typed(line);
    await house.press(buttonsOf(await typed('cancel'))[0]!);
    expect(await now()).toEqual(before);
    expect(await leads()).toHaveLength(1);
  });

  it('cancel under what tells of a lead takes back what was done with it last', async () => {
    await typed('/lead Tom Ford flyer £1280');
    await typed('/won Tom Ford');
    await house.press(buttonsOf(await answered('cancel'))[0]!);
    expect(await leads()).toMatchObject([{ stage: 'new' }]);
  });
});

describe('words whose time was over', () => {
  it.each([
    '/later Tom Ford 2026-11-20 9:00 hello there',
    '/later Tom Ford yesterday 9:00 hello there',
    '/later Tom Ford 昨天 hello there',
  ])('are kept until a time is typed: %s', async (line) => {
    expect((await typed(line)).text).toContain('has already passed');
    await answered('tomorrow 9am');
    expect(await house.db.sql`select text from scheduled_answers`).toEqual([{ text: 'hello there' }]);
  });

  it.each(['/snooze Tom Ford 2026-11-20 9am', '/snooze Tom Ford yesterday 9am'])('%s as well', async (line) => {
    await typed(line);
    await answered('tomorrow 9am');
    const rows = await house.db.sql`select snoozed_until is not null as snoozed from conversations`;
    expect(rows).toEqual([{ snoozed: true }]);
  });

  it('a task of then is asked for a time to come', async () => {
    expect((await typed('/task 2026-11-20 10:00 call the bank')).hint).toContain('has already passed');
    await answered('tomorrow 9am');
    const rows = await house.db
      .sql`select title, to_char(due_at at time zone 'Europe/London', 'MM-DD HH24:MI') as at from tasks`;
    expect(rows).toEqual([{ title: 'call the bank', at: '11-22 09:00' }]);
  });
});
