import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
let nth = 0;

/** Li writes, a minute later than whatever was before. */
async function writes(text: string): Promise<void> {
  house.now = new Date(house.now.getTime() + MINUTE);
  nth += 1;
  await house.happen(
    telegramMessage(text, { chat: '7', from: { address: '7', name: 'Li' }, externalId: `m${nth}`, sentAt: house.now }),
  );
}

beforeEach(
  house.startingWith(async () => {
    await writes('My teapot is broken and I want a refund');
    await house.deliver();
  }),
);

const rows = () => house.db.sql<Record<string, unknown>>`
  select number, kind, priority, state, reopened, title, merged_into_id as "mergedInto", follows_id as follows from tickets order by id`;
const field = (reply: Reply, label: string) => reply.fields?.find((one) => one.label === label)?.value;
const lines = (reply: Reply, title: string) =>
  reply.lists?.find((one) => one.title?.startsWith(title))?.items.map(({ text }) => text);
const button = (reply: Reply, label: string) => buttonsOf(reply).find((one) => one.label.includes(label))!;
const lastCard = async (): Promise<Reply> => (await house.cards()).at(-1)!;
/** All that can be taken back. */
const state = () => house.state();

describe('a ticket', () => {
  it('has what triage made of the message: its kind, and how urgent it is', async () => {
    expect(await rows()).toMatchObject([{ number: '1', kind: 'return', state: 'open' }]);
    await writes('This is the third time, I will leave a one-star review');
    expect((await rows())[0]).toMatchObject({ priority: 'high' });
  });

  it('is shown as a whole by its number, with /t as well', async () => {
    const card = await house.say('/ticket 1');
    expect(card.title).toContain('#1 · Li');
    expect(field(card, 'Kind')).toBe('return or refund');
    expect(field(card, 'First answer due')).toMatch(/^due /);
    expect(lines(card, 'Last messages')).toEqual([expect.stringContaining('teapot')]);
    expect((await house.say('/t 1')).title).toBe(card.title);
    expect(await house.say('/ticket 99')).toMatchObject({ failed: true });
  });

  it('is called by its number, whatever its row is called', async () => {
    await house.db.autocommit`update tickets set number = nextval('ticket_numbers') + 10`;
    await house.db.autocommit`select setval('ticket_numbers', 12)`;
    expect((await house.say('/tickets')).lists![0]!.items[0]!.ref).toBe('#12');
    expect((await house.say('/ticket 12')).title).toContain('#12');
    expect((await house.say('/resolve 12')).text).toContain('#12');
    expect(await house.say('/snooze 1 tomorrow')).toMatchObject({ failed: true });
    await house.say('/ticket Li lid is missing');
    expect((await rows()).map(({ number }) => number)).toEqual(['12', '13']);
  });

  it('is changed by words and by buttons that hold, and each change is taken back', async () => {
    const before = await state();
    for (const line of [
      '/ticket 1 complaint',
      '/ticket 1 urgent',
      '/ticket 1 cause broken in transit',
      '/ticket 1 note parcel is back',
      '/ticket 1 step take a photo; send another',
      '/ticket 1 title Broken teapot',
    ])
      expect((await house.say(line)).failed, line).toBeUndefined();
    const card = await house.say('/ticket 1');
    expect(card.title).toContain('Broken teapot');
    expect([field(card, 'Kind'), field(card, 'Priority'), field(card, 'Cause')]).toEqual([
      'complaint',
      '🔴 urgent',
      'broken in transit',
    ]);
    expect(lines(card, 'Notes')).toEqual(['parcel is back']);
    expect(lines(card, 'Checklist (0 of 2)')).toEqual(['☐ 1. take a photo', '☐ 2. send another']);
    await house.say(button(card, '✓ 2').command);
    const ticked = await house.say('/ticket 1');
    expect(lines(ticked, 'Checklist (1 of 2)')).toEqual(['☐ 1. take a photo', '☑ 2. send another']);
    for (let undone = 0; undone < 7; undone++) expect((await house.say('/undo')).failed).toBeUndefined();
    expect(await state()).toEqual(before);
  });

  it('shows what can be chosen, with what holds marked', async () => {
    const kinds = await house.say('/ticket 1 kind');
    expect(buttonsOf(kinds).map(({ label }) => label)).toContain('✓ return or refund');
    await house.say(button(kinds, 'complaint').command);
    expect((await rows())[0]).toMatchObject({ kind: 'complaint' });
    expect((await house.say('/ticket 1 whatever that is')).failed).toBe(true);
  });

  it('counts its cause in a register, whichever way it is written', async () => {
    await house.say('/ticket Li lid is missing');
    await house.say('/ticket 1 cause Broken in transit');
    await house.say('/ticket 2 cause broken in transit');
    const register = await house.say('/tickets causes');
    expect(register.lists![0]!.items).toMatchObject([
      { text: 'Broken in transit', detail: expect.stringMatching(/^2 tickets/) },
    ]);
    await house.say('/ticket 2 cause none');
    expect((await house.say('/tickets causes')).lists![0]!.items).toMatchObject([
      { detail: expect.stringMatching(/^1 ticket\b/) },
    ]);
  });

  it('keeps an order that was put to it, and lets it go', async () => {
    await house.say('/order c1 2x teapot 30 USD');
    expect((await house.say('/ticket 1 order M-1')).failed).toBeUndefined();
    expect(buttonsOf(await house.say('/ticket 1')).map(({ label }) => label)).toContain('M-1');
    expect((await house.say('/ticket 1 order nonsense')).failed).toBe(true);
    await house.say('/ticket 1 order -M-1');
    expect(buttonsOf(await house.say('/ticket 1')).map(({ label }) => label)).not.toContain('M-1');
  });
});

describe('when a customer writes again', () => {
  it('within the days that are set, the resolved ticket is opened anew, and the card says so', async () => {
    await house.say('/resolve 1');
    house.now = new Date(house.now.getTime() + 3 * DAY);
    await writes('The new teapot arrived broken as well, refund please');
    expect(await rows()).toMatchObject([{ number: '1', state: 'open', reopened: 1 }]);
    expect(field(await lastCard(), 'Opened anew')).toContain('#1');
  });

  it('later, a new one names the old', async () => {
    await house.say('/resolve 1');
    house.now = new Date(house.now.getTime() + 15 * DAY);
    await writes('My teapot arrived broken, I want a refund');
    expect(await rows()).toMatchObject([
      { number: '1', state: 'resolved' },
      { number: '2', state: 'open', follows: '1' },
    ]);
    expect(field(await lastCard(), 'Ticket')).toContain('#2');
    expect(field(await house.say('/ticket 2'), 'Goes on with')).toBe('#1');
  });

  it('with thanks nothing is opened (control)', async () => {
    await house.say('/resolve 1');
    await writes('Thank you so much!');
    expect(await rows()).toMatchObject([{ state: 'resolved', reopened: 0 }]);
  });
});

describe('two tickets of one customer', () => {
  beforeEach(async () => {
    await house.say('/ticket Li lid is missing');
    await house.say('/ticket 1 note seen the photo');
    await house.say('/ticket 1 urgent');
  });

  it('become one: its words and notes go along, it is as urgent, and all of that is taken back exactly', async () => {
    const before = await state();
    const menu = await house.say('/ticket 2 merge');
    await house.say(button(menu, '#1').command);
    expect(await rows()).toMatchObject([
      { number: '1', state: 'resolved', mergedInto: '2' },
      { number: '2', state: 'open', priority: 'urgent' },
    ]);
    const card = await house.say('/ticket 2');
    expect(lines(card, 'Notes')).toEqual(['seen the photo']);
    expect(lines(card, 'Last messages')).toEqual([expect.stringContaining('teapot')]);
    expect(field(await house.say('/ticket 1'), 'Goes on as')).toBe('#2');
    await house.say('/undo');
    expect(await state()).toEqual(before);
  });

  it('of different customers are not', async () => {
    await house.happen(telegramMessage('Hello', { chat: '8', from: { address: '8', name: 'Bea' }, externalId: 'b' }));
    await house.say('/ticket Bea cracked cup');
    expect(await house.say('/ticket 1 merge 3')).toMatchObject({ failed: true });
    expect(await house.say('/ticket 1 merge 1')).toMatchObject({ failed: true });
  });
});

describe('a message of a ticket', () => {
  it('becomes a ticket of its own by a button, and goes back', async () => {
    await writes('By the way, my other order came without its invoice');
    const before = (await state()).tickets;
    const card = await house.say('/ticket 1');
    await house.say(button(card, 'Own ticket').command);
    expect(await rows()).toHaveLength(2);
    expect((await rows())[1]).toMatchObject({ number: '2', state: 'open', title: expect.stringContaining('invoice') });
    await house.say('/undo');
    expect((await state()).tickets).toEqual(before);
  });
});

describe('the list of tickets', () => {
  it('has what is due first at the top, what waits for the customer behind it, snoozed ones last', async () => {
    for (const title of ['slow one', 'urgent one', 'waits', 'sleeps']) await house.say(`/ticket Li ${title}`);
    await house.say('/ticket 3 urgent');
    await house.say('/ticket 2 low');
    await house.say('/snooze 5 tomorrow');
    await house.db.autocommit`update tickets set state = 'pending', state_since = ${house.now} where number = 4`;
    const shown = (await house.say('/tickets')).lists![0]!.items.map(({ ref }) => ref);
    expect(shown).toEqual(['#3', '#1', '#2', '#4', '#5']);
  });

  it.each([
    ['urgent', ['#2']],
    ['complaint', ['#3']],
    ['resolved', ['#4']],
    ['urgent complaint', []],
    ['all', ['#2', '#1', '#3', '#4']],
    ['unresolved', ['#2', '#1', '#3']],
    ['not resolved', ['#2', '#1', '#3']],
    ['未解决', ['#2', '#1', '#3']],
    ['due today', []],
    ['over', []],
    ['all over', ['#4']],
    ['lid', ['#2']],
    ['Li', ['#2', '#1', '#3']],
  ])('is of some alone: %s', async (words, refs) => {
    for (const title of ['lid is missing', 'rude courier', 'over by now']) await house.say(`/ticket Li ${title}`);
    await house.say('/ticket 2 urgent');
    await house.say('/ticket 3 complaint');
    await house.say('/resolve 4');
    const reply = await house.say(`/tickets ${words}`);
    expect((reply.lists?.[0]?.items ?? []).map(({ ref }) => ref)).toEqual(refs);
  });
});

describe('a question about tickets', () => {
  it.each([
    ['new', ['#4', '#3', '#2', '#1'], '4 · 3 still open'],
    ['this month', ['#4', '#3', '#2', '#1'], '4 · 3 still open'],
    ['本月 投诉', ['#3'], '1 · 1 still open'],
    ['complaint this week', ['#3'], '1 · 1 still open'],
    ['unresolved today', [], undefined],
    ['unresolved this week', ['#3', '#2', '#1'], '3 · 3 still open'],
    ['resolved this month', ['#4'], '1'],
    ['last month', [], undefined],
    ['urgent last month', [], undefined],
    ['lid this month', ['#2'], '1 · 1 still open'],
    ['most urgent', ['#2'], undefined],
    ['最急', ['#2'], undefined],
  ])('is answered with these and no others: %s', async (words, refs, total) => {
    for (const title of ['lid is missing', 'rude courier', 'over by now']) await house.say(`/ticket Li ${title}`);
    await house.say('/ticket 2 urgent');
    await house.say('/ticket 3 complaint');
    await house.say('/resolve 4');
    const reply = await house.say(`/tickets ${words}`);
    expect((reply.lists?.[0]?.items ?? []).map(({ ref }) => ref)).toEqual(refs);
    expect(reply.fields?.[0]?.value).toBe(total);
    // nothing leads nowhere
    expect(reply.buttons?.length).toBeGreaterThan(0);
  });
});

describe('a ticket as other systems see it', () => {
  it('has its number, kind, cause, priority and what it goes on with', async () => {
    await house.say('/ticket 1 cause broken in transit');
    const { publicTickets } = await import('../../../src/domain/public_json/ticket.ts');
    const shown = await publicTickets(house.db.sql, ['1']);
    expect(shown.get('1')).toMatchObject({
      ...{ id: 't1', number: 1, kind: 'return', cause: 'broken in transit', priority: 'normal', reopened: 0 },
      ...{ merged_into: null, follows: null, order_ids: [] },
    });
  });
});
