import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageEdited, MessagesWithdrawn } from '../../../src/domain/event.ts';
import { OWNER, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const from = { address: '77', name: 'Dave' };

beforeEach(async () => {
  await house.reset();
});

const at = (seconds: number) => new Date(house.now.getTime() + seconds * 1000);
const says = (text: string, externalId = 'm1') =>
  telegramMessage(text, { from, chat: '77', externalId, sentAt: at(-300) });
const edit = (text: string, seconds: number, { gives = false, externalId = 'm1' } = {}): MessageEdited => ({
  ...{ kind: 'message.edited', channel: 'telegram', chat: '77', from, externalId, text, editedAt: at(seconds) },
  ...(gives && { whole: says(text, externalId) }),
});
const deletion = (more: Partial<MessagesWithdrawn> = {}): MessagesWithdrawn => ({
  ...{ kind: 'messages.withdrawn', channel: 'telegram', chat: '77', from, externalIds: ['m1'], withdrawnAt: at(-60) },
  ...more,
});
const stored = async () =>
  (await house.db.sql<{ text: string }>`select text from messages where direction = 'in' order by id`).map(
    ({ text }) => text,
  );
const fates = async () =>
  (
    await house.db.sql<{ gone: boolean }>`select edits @> '[{"withdrawn": true}]' as gone from messages order by id`
  ).map(({ gone }) => gone);
const outcomes = async () =>
  (await house.db.sql<{ outcome: string | null }>`select outcome from inbox order by id`).map(({ outcome }) => outcome);
const titles = async () => (await house.cards()).map(({ title = '' }) => title);
const open = async () =>
  (await house.db.sql`select id from tickets where resolved_at is null union all select id from leads`).length;

describe('an edit that comes after a newer one', () => {
  it('changes nothing, and its row says why', async () => {
    await house.happen(says('5 tins'), edit('9 tins', -10), edit('7 tins', -20));
    expect(await stored()).toEqual(['9 tins']);
    expect((await outcomes()).at(-1)).toBe('changed again since');
    expect(await titles()).toHaveLength(2);
  });

  it('changes nothing either where the newer one came before its message', async () => {
    await house.happen(edit('9 tins', -10, { gives: true }), edit('7 tins', -20, { gives: true }), says('5 tins'));
    expect(await stored()).toEqual(['9 tins']);
  });

  it('counts where both bear one time: the later arrival is the newer', async () => {
    await house.happen(says('5 tins'), edit('9 tins', -10), edit('7 tins', -10));
    expect(await stored()).toEqual(['7 tins']);
  });

  it('is of its own message alone (control)', async () => {
    await house.happen(
      says('5 tins'),
      says('a cup', 'm2'),
      edit('9 tins', -10),
      edit('2 cups', -20, { externalId: 'm2' }),
    );
    expect(await stored()).toEqual(['9 tins', '2 cups']);
  });

  it('leaves a user’s answer as they last wrote it', async () => {
    await house.happen(says('How much?'));
    await house.deliver();
    const card = (await house.outbox()).findLast(({ conversationId }) => conversationId !== null)!.externalId!;
    const typed = { channel: 'telegram' as const, chat: OWNER, from: { address: OWNER, name: 'I' }, externalId: 'a1' };
    const changes = (text: string, seconds: number): MessageEdited => ({
      ...{ kind: 'message.edited', ...typed, text, answers: [card], editedAt: at(seconds) },
    });
    await house.happen(telegramMessage('5 a box', { ...typed, answers: [card], sentAt: at(0) }));
    await house.happen(changes('9 a box', 20), changes('7 a box', 10));
    await house.deliver();
    const sent = (await house.outbox()).filter(({ audience, state }) => audience === 'customer' && state === 'sent');
    expect(sent.map(({ payload }) => JSON.stringify(payload))).toEqual([expect.stringContaining('9 a box')]);
  });
});

describe('an edit of a message that has been withdrawn since', () => {
  it('does not bring it back', async () => {
    await house.happen(says('Where is my parcel?'), deletion());
    expect(await open()).toBe(0);
    await house.happen(edit('Where is my parcel? It is broken', -90));
    expect(await stored()).toEqual(['Where is my parcel?']);
    expect((await outcomes()).at(-1)).toBe('withdrawn since');
    expect(await open()).toBe(0);
  });
});

describe('a message deleted before it came', () => {
  it('is taken in as withdrawn when it comes: nobody waits, nothing is open, and the owner hears of it', async () => {
    await house.happen(deletion(), says('Where is my parcel?'));
    expect(await stored()).toEqual(['Where is my parcel?']);
    expect(await fates()).toEqual([true]);
    expect(await open()).toBe(0);
    expect((await titles()).at(-1)).toContain('withdrew');
    expect((await house.say('/inbox')).text).not.toContain('Dave');
  });

  it('is so as well where an edit of it comes in its place', async () => {
    await house.happen(deletion(), edit('Where is my parcel?', -90, { gives: true }));
    expect(await stored()).toEqual(['Where is my parcel?']);
    expect(await fates()).toEqual([true]);
    expect(await open()).toBe(0);
  });

  it('keeps its work where nobody says who deleted it', async () => {
    const { from: _, ...unsure } = deletion();
    await house.happen(unsure, says('Where is my parcel?'));
    expect(await fates()).toEqual([true]);
    expect(await open()).toBe(1);
  });
});
