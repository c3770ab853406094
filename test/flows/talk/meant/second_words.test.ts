import { beforeEach, describe, expect, it } from 'vitest';
import { sendReminders } from '../../../../src/jobs/reminders.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'GBP', country: 'GB', timezone: 'Europe/London' });
beforeEach(
  house.startingWith(async () => {
    await house.happen(
      telegramMessage('hello', { chat: '700', from: { address: '700', name: 'Tom Ford' }, externalId: '1' }),
    );
    await house.deliver();
  }),
);

/** Runs the line, and types the words under what it was answered with. */
async function under(line: string, words: string) {
  await house.type(line);
  return answered(words);
}

async function answered(words: string) {
  await house.deliver();
  const card = (await house.outbox()).findLast(({ audience }) => audience === 'owner')!;
  await house.type(words, { answers: [card.externalId!] });
  return (await house.cards()).at(-1)!;
}

const leads = () => house.db.sql`select stage, amount_minor, currency from leads order by id`;
const dueOf = async () => {
  const [row] = await house.db.sql<{ at: string }>`
    select to_char(due_at at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI') as at from tasks order by id limit 1`;
  return row?.at;
};
const toCustomers = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');

describe('under what tells of a lead, another amount changes the lead', () => {
  it.each([
    '改成1380',
    '改为 1380',
    '价格改到1380吧',
    'make it 1380',
    'Sorry, make that £1,380 please.',
    'change the price to 1380',
    'it should be 1380',
    '应该是1380',
  ])('%s', async (words) => {
    const reply = await under('/lead Tom Ford flyer £1280', words);
    expect(reply.title).toContain('£1,380.00');
    expect(await leads()).toEqual([{ stage: 'new', amount_minor: '138000', currency: 'GBP' }]);
    expect(await toCustomers()).toEqual([]);
  });

  it('and again, where it was changed before', async () => {
    await under('/lead Tom Ford flyer £1280', 'make it 1380');
    await answered('make it 1500');
    expect((await leads())[0]?.amount_minor).toBe('150000');
  });

  it('what may be read in two ways is offered', async () => {
    const reply = await under('/lead Tom Ford flyer', 'make it 1.380');
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual(['flyer · Amount £1,380.00', 'flyer · Amount £1.38']);
    expect((await leads())[0]?.amount_minor).toBeNull();
  });

  it('a lead that is won for another sum stays won', async () => {
    await house.say('/lead Tom Ford flyer £1280');
    await under('/won 1', 'make it 1380');
    expect(await leads()).toEqual([{ stage: 'won', amount_minor: '138000', currency: 'GBP' }]);
  });

  it('under the customer’s own card it is asked, and nothing leaves', async () => {
    await house.say('/lead Tom Ford flyer £1280');
    const card = (await house.outbox()).find(({ audience, conversationId }) => audience === 'owner' && conversationId)!;
    await house.type('make it 1380', { answers: [card.externalId!] });
    const labels = buttonsOf((await house.cards()).at(-1)!).map(({ label }) => label);
    expect(labels).toContain('flyer · Amount £1,380.00');
    expect(await toCustomers()).toEqual([]);
    await house.press('flyer · Amount £1,380.00');
    expect((await leads())[0]?.amount_minor).toBe('138000');
  });

  it('control: where no lead is open, such words are the customer’s', async () => {
    const card = (await house.outbox()).find(({ audience, conversationId }) => audience === 'owner' && conversationId)!;
    await house.type('make it 1380', { answers: [card.externalId!] });
    expect(await toCustomers()).toHaveLength(1);
  });
});

describe('under what tells of a task, another time moves the task', () => {
  it.each([
    ['make it 10am', '2027-01-05 10:00'],
    ['改到10点', '2027-01-05 10:00'],
    ['move it to 3pm', '2027-01-05 15:00'],
    ['改到下午3点吧', '2027-01-05 15:00'],
    ['no, make it 7 Jan 2027', '2027-01-07 09:30'],
    ['改到2027年1月7日', '2027-01-07 09:30'],
    ['change it to 7 Jan 2027 at 8am', '2027-01-07 08:00'],
  ])('%s', async (words, expected) => {
    await under('/task 2027-01-05 09:30 call Tom Ford', words);
    expect(await dueOf()).toBe(expected);
    expect(await toCustomers()).toEqual([]);
  });

  it('under a reminder as well', async () => {
    await house.say('/task 2027-01-05 09:30 call Tom Ford');
    house.now = new Date('2027-01-05T09:30:00Z');
    await house.act((ctx) => sendReminders(ctx));
    await answered('make it 11am');
    expect(await dueOf()).toBe('2027-01-05 11:00');
  });

  it('control: what is no time goes on to be for whom the task is about', async () => {
    const reply = await under('/task 2027-01-05 09:30 call Tom Ford', 'make it shine');
    expect(buttonsOf(reply)[0]?.command).toBe('/reply v1 make it shine');
    expect(await dueOf()).toBe('2027-01-05 09:30');
  });
});

describe('a state said under what tells of something is that thing’s own, or asked', () => {
  it.each(['done', 'Done!', '完成', '搞定了', "that's done", 'finished'])('a task: %s', async (words) => {
    await under('/task call Tom Ford', words);
    expect(await house.db.sql`select done_at is not null as done from tasks`).toEqual([{ done: true }]);
    expect(await toCustomers()).toEqual([]);
  });

  it.each(['won', 'Sold!', '成交', '签了'])('a lead: %s', async (words) => {
    await under('/lead Tom Ford flyer £1280', words);
    expect((await leads())[0]?.stage).toBe('won');
  });

  it.each(['done', 'resolved', '解决了'])('a ticket: %s', async (words) => {
    await under('/ticket Tom Ford cup broken', words);
    expect(await house.db.sql`select state from tickets`).toEqual([{ state: 'resolved' }]);
  });

  it('a lead that is done may be won or lost', async () => {
    const reply = await under('/lead Tom Ford flyer £1280', '完成');
    expect(buttonsOf(reply).map(({ command }) => command)).toEqual(['/won 1', '/lost 1']);
    expect((await leads())[0]?.stage).not.toBe('won');
  });

  it('of a task that is won nothing else is offered than what it can be', async () => {
    const reply = await under('/task call Tom Ford', 'won');
    expect(buttonsOf(reply).map(({ command }) => command)).toEqual(['/done 1']);
  });
});
