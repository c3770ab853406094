import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { interrupted } from '../../support/between.ts';
import { buttonsOf, NOON, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const undisturbed = house.worker.act;

const COMPLAINT = 'Outrageous, it arrived broken and I want my money back!';
const PRAISE = 'The new packaging looks wonderful, I love it!';
const QUESTION = 'How much are 20 of the blue cups?';
const THANKS = 'Thank you so much!';

beforeEach(async () => {
  house.worker.act = undisturbed;
  await house.reset();
});

const from = { address: '77', name: 'Dave' };
const at = { channel: 'telegram' as const, chat: '77', from };
const dave = (text: string, externalId = 'm1', more: Partial<MessageReceived> = {}) =>
  house.happen(telegramMessage(text, { ...at, externalId, sentAt: house.now, ...more }));
const changes = (text: string, externalId = 'm1') =>
  house.happen({ ...at, kind: 'message.edited', externalId, text, editedAt: house.now });
const withdraws = (...externalIds: string[]) => house.happen({ ...at, kind: 'messages.withdrawn', externalIds });

const rows = (table: 'tickets' | 'leads' | 'feedback' | 'quote_lines') =>
  house.db.sql.unsafe<{ id: string; title: string }>(`select * from ${table} order by id`);
const card = async (): Promise<Reply> =>
  (await house.cards()).findLast(({ title }) => /changed a message|withdrew/.test(title ?? ''))!;
const labelled = async () =>
  Object.fromEntries(((await card()).fields ?? []).map(({ label, value }) => [label, value]));
const undoOf = async () => buttonsOf(await card()).find(({ command }) => command.startsWith('/undo'))!.command;
const answers = async (text: string) => {
  await house.deliver();
  const shown = (await house.outbox()).findLast(
    ({ audience, conversationId }) => audience === 'owner' && conversationId,
  )!;
  await house.type(text, { answers: [shown.externalId!] });
  await house.deliver();
};

describe('while a customer changes a message, what the owner does with what was made of it', () => {
  /** The owner's act has come to stand before a lock that the change holds. */
  async function isBlocked(): Promise<void> {
    const look = () =>
      house.db.sql`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    while ((await look()).length === 0) await pause(10);
  }

  /** The owner says the line before the change's nth statement. */
  async function race(nth: number, made: string, line: string) {
    await house.reset();
    await dave(made);
    await house.deliver();
    let said: Promise<unknown> = Promise.resolve();
    const { act, count } = interrupted(undisturbed, nth, () => {
      house.worker.act = undisturbed;
      said = house.say(line).catch(() => undefined);
      return Promise.race([said, isBlocked()]);
    });
    house.worker.act = act;
    await changes(THANKS).catch(() => undefined);
    house.worker.act = undisturbed;
    await said;
    await house.db.autocommit`update inbox set run_at = now() where processed_at is null`;
    await house.handleAll();
    const [reply] = (await house.outbox()).flatMap(({ idempotencyKey, payload }) =>
      idempotencyKey.startsWith('said:console:') && payload.kind === 'message' ? [payload.reply] : [],
    );
    return { statements: count(), done: reply !== undefined && !reply.failed };
  }

  it.each([
    [QUESTION, '/won 1 500', 'leads'],
    [QUESTION, '/quote 1 Blue cups 15x20', 'quote_lines'],
    [COMPLAINT, '/resolve 1', 'tickets'],
  ] as const)(
    '%s, %s: is there if it was told as done, wherever between two statements that is',
    async (made, line, table) => {
      const seen = new Set<boolean>();
      for (let nth = 1, last = 1; nth <= last; nth += 1) {
        const { statements, done } = await race(nth, made, line);
        expect({ nth, there: (await rows(table)).length > 0 }).toEqual({ nth, there: done });
        seen.add(done);
        last = Math.max(last, statements);
      }
      expect(seen).toEqual(new Set([true, false]));
    },
    300_000,
  );
});

describe('what a change takes off the lists', () => {
  it.each([
    [QUESTION, 'leads', 'Lead #1'],
    [COMPLAINT, 'tickets', 'Ticket #1'],
    [PRAISE, 'feedback', 'Feedback'],
  ] as const)('is told, stands in the audit, and comes back as it was: %s', async (made, table, name) => {
    await dave(made);
    await house.deliver();
    const before = await rows(table);
    await changes(table === 'feedback' ? COMPLAINT : THANKS);
    expect(await rows(table)).toEqual([]);
    expect(await labelled()).toMatchObject({ 'Taken off the list': name });
    const [act] = (await house.say('/audit')).lists!.flatMap(({ items }) => items);
    expect(`${act!.text} ${act!.detail}`).toContain('By itself');
    await house.press(await undoOf());
    expect(await rows(table)).toEqual(before);
  });

  it('stays from then on, when the owner has brought it back', async () => {
    await dave(COMPLAINT);
    await changes(THANKS);
    await house.press(await undoOf());
    await changes(PRAISE);
    expect(await rows('tickets')).toMatchObject([{ id: '1' }]);
    expect(await labelled()).toMatchObject({ 'Stays open': 'Ticket #1' });
  });

  it('is no act of the owner: “undo” takes back what they did last', async () => {
    await dave(COMPLAINT);
    await house.say('/add Zoe');
    await changes(THANKS);
    expect((await house.say('/undo')).text).toContain('/add Zoe');
    expect(await rows('tickets')).toEqual([]);
  });

  it('is no feedback, where the new words may still be some', async () => {
    await dave(PRAISE);
    await changes('The new packaging, well');
    expect(await rows('feedback')).toHaveLength(1);
    expect(await labelled()).not.toHaveProperty('Taken off the list');
  });

  it('is nothing of feedback that still is some: it says the new words', async () => {
    await dave(PRAISE);
    await changes('The new packaging looks wonderful, and the ribbon is lovely!');
    expect(await rows('feedback')).toMatchObject([
      { id: '1', text: 'The new packaging looks wonderful, and the ribbon is lovely!' },
    ]);
  });

  it('is told of feedback that was withdrawn', async () => {
    await dave(PRAISE);
    await withdraws('m1');
    expect(await labelled()).toEqual({ 'Taken off the list': 'Feedback' });
    await house.press(await undoOf());
    expect(await rows('feedback')).toHaveLength(1);
  });

  it('is told of every message that was withdrawn, and comes back at once', async () => {
    await house.say('/settings reopen-days 0');
    await dave(COMPLAINT);
    await house.say('/resolve 1');
    await dave('The second parcel never arrived, where is it?', 'm2');
    await house.say('/undo');
    expect(await rows('tickets')).toHaveLength(2);
    await withdraws('m1', 'm2');
    expect(await labelled()).toEqual({ 'Taken off the list': 'Ticket #1 · Ticket #2' });
    await house.press(await undoOf());
    expect(await rows('tickets')).toHaveLength(2);
  });
});

describe('what has been worked on', () => {
  it.each([
    [COMPLAINT, 'tickets'],
    [QUESTION, 'leads'],
  ] as const)('stays when the message is filed otherwise, as when it is changed: %s', async (made, table) => {
    await dave(made);
    house.now = new Date(NOON.getTime() + 60_000);
    await answers('I am looking into it');
    await changes(THANKS);
    expect(await rows(table)).toHaveLength(1);
    const reply = await house.say('/file 1 feedback');
    expect(await rows(table)).toHaveLength(1);
    expect(reply.hint).toContain('#1');
  });

  it('goes with a wrong filing all the same, where it was only filed', async () => {
    await dave('hello');
    await house.say('/file 1 ticket');
    await house.say('/file 1 other');
    expect(await rows('tickets')).toEqual([]);
  });

  it('is no contact that was merged', async () => {
    await dave(COMPLAINT);
    await house.say('/add Zoe');
    await house.say('/merge c2 c1');
    await changes(THANKS);
    expect(await rows('tickets')).toEqual([]);
  });
});

describe('an album whose next part says more', () => {
  const part = (text: string, externalId: string) =>
    dave(text, externalId, {
      album: 'a1',
      attachments: [{ kind: 'photo', ref: externalId, name: `${externalId}.jpg` }],
    });

  it('keeps the ticket its first part was filed as, with all of its words', async () => {
    await part(COMPLAINT, 'p1');
    await part('Order 3001, the blue cup', 'p2');
    expect(await rows('tickets')).toMatchObject([{ id: '1' }]);
  });

  it('keeps feedback once, with all of its words', async () => {
    await part(PRAISE, 'p1');
    await part('And the ribbon is lovely!', 'p2');
    expect(await rows('feedback')).toMatchObject([{ id: '1', text: `${PRAISE}\nAnd the ribbon is lovely!` }]);
  });
});

describe('what the owner said that a message is', () => {
  const triage = async () =>
    (await house.db.sql<{ triage: object }>`select triage from messages where id = 1`)[0]!.triage;
  const waits = async () => (await house.say('/inbox')).lists?.flatMap(({ items }) => items).length ?? 0;

  it('is taken back though the message was changed since: it is what its new words are', async () => {
    await dave(THANKS);
    await house.say('/file 1 ticket');
    await changes(PRAISE);
    await changes(COMPLAINT);
    const reply = await house.say('/undo');
    expect(reply.failed).toBeUndefined();
    expect(await rows('tickets')).toEqual([]);
    expect(await triage()).toMatchObject({ label: 'ticket', sublabel: 'complaint' });
    expect(await triage()).not.toHaveProperty('ofEarlier');
    expect(await waits()).toBe(1);
  });

  it('is not taken back where they have said otherwise since', async () => {
    await dave(THANKS);
    await house.say('/file 1 feedback');
    await changes(COMPLAINT);
    await house.say('/file 1 other');
    const [, first] = (await house.say('/audit')).lists!.flatMap(({ items }) => items);
    expect((await house.say(`/undo ${first!.ref}`)).failed).toBe(true);
    expect(await triage()).toMatchObject({ label: 'other', by: 'owner' });
  });
});

describe('since when changed words wait', () => {
  const since = async () =>
    (await house.db.sql<{ since: Date }>`select waiting_since as since from conversations`)[0]!.since;

  it('is when they were said anew, and not when a comma was added', async () => {
    await dave('Thanks!');
    await answers('You are welcome');
    const anew = new Date(NOON.getTime() + 3_600_000);
    house.now = anew;
    await changes('My parcel never arrived where is it');
    expect(await since()).toEqual(anew);
    house.now = new Date(NOON.getTime() + 5 * 3_600_000);
    await changes('My parcel never arrived, where is it');
    expect(await since()).toEqual(anew);
  });
});
