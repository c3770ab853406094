import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import { OWNER, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const from = { address: '77', name: 'Dave' };
const WORDS = 'What would 20 cups cost?';
const place = { channel: 'telegram' as const, chat: '77' };

beforeEach(() => house.reset());

let nth = 0;
const later = () => new Date(house.now.getTime() + ++nth * 10);
const dave = (text: string, externalId: string, more: Partial<MessageReceived> = {}) =>
  house.happen(telegramMessage(text, { from, chat: '77', externalId, sentAt: later(), ...more }));
const part = (externalId: string, text = '') =>
  dave(text, externalId, {
    ...{ album: 'a1', attachments: [{ kind: 'photo', ref: externalId, name: `${externalId}.jpg` }] },
  });
const withdraws = (...externalIds: string[]) =>
  house.happen({ kind: 'messages.withdrawn', ...place, from, externalIds });
const isDeleted = (...externalIds: string[]) => house.happen({ kind: 'messages.withdrawn', ...place, externalIds });
const fates = async () =>
  (await house.say('/timeline Dave')).lists!.flatMap(({ items }) => items).map(({ detail = '' }) => detail);
const titles = async () => (await house.cards()).map(({ title }) => title ?? '');
const leads = () => house.db.sql`select id from leads where stage <> 'lost'`;
const failed = () => house.db.sql`select from inbox where failed_at is not null or last_error is not null`;

describe('an album of which parts are taken back', () => {
  beforeEach(async () => {
    await part('p1', WORDS);
    await part('p2');
    await part('p3');
    await house.deliver();
  });

  it.each([
    ['the first', 'p1'],
    ['one in the middle', 'p2'],
    ['the last', 'p3'],
  ])('is told of as changed, and what was made of it stays: %s', async (_, id) => {
    await withdraws(id);
    expect((await titles()).at(-1)).toBe('🗑 Dave withdrew a part of what they had sent');
    expect((await house.cards()).at(-1)!.quote).toContain(WORDS);
    expect((await fates()).join()).toContain('edited');
    expect((await fates()).join()).not.toContain('withdrawn');
    expect(await leads()).toHaveLength(1);
    expect(await failed()).toEqual([]);
  });

  it('says so where nobody knows who deleted it', async () => {
    await isDeleted('p2');
    expect((await titles()).at(-1)).toBe('🗑 A part of what Dave had sent was deleted in the chat');
  });

  it.each([
    ['at once', [['p1', 'p2', 'p3']]],
    ['one after the other', [['p2'], ['p1'], ['p3']]],
    ['in two goes', [['p3', 'p1'], ['p2']]],
  ])('is withdrawn once all of them are, %s', async (_, turns) => {
    for (const ids of turns) await withdraws(...ids);
    expect((await titles()).filter((title) => title === '🗑 Dave withdrew a message')).toHaveLength(1);
    expect((await fates()).join()).toContain('withdrawn');
    expect(await leads()).toHaveLength(0);
    expect(await failed()).toEqual([]);
  });

  it('is told once, however often a part is said to be deleted', async () => {
    await withdraws('p2');
    const before = (await titles()).length;
    await withdraws('p2');
    expect((await titles()).length).toBe(before);
  });

  it('takes an edit of a part that is there still', async () => {
    await withdraws('p2');
    await house.happen({
      kind: 'message.edited',
      ...place,
      from,
      externalId: 'p1',
      text: 'What would 30 cups cost?',
      editedAt: later(),
    });
    expect(await failed()).toEqual([]);
    expect((await fates()).join()).not.toContain('withdrawn');
  });
});

describe('an album in the owner’s own account', () => {
  const account = { id: 'biz', with: { address: '77', name: 'Dave' } };
  const there = { channel: 'telegram' as const, chat: 'biz/77', account };
  const isGone = (externalId: string, more: object = {}) =>
    house.happen({ kind: 'messages.withdrawn', ...there, externalIds: [externalId], ...more });

  it.each([
    ['nobody says by whom', {}],
    ['its writer did', { from }],
  ])('keeps its ticket when a photo without words is deleted, and %s', async (_, by) => {
    const own = {
      channel: 'telegram' as const,
      id: 'biz',
      userAddress: OWNER,
      name: 'Me',
      userChat: OWNER,
      canReply: true,
    };
    await house.happen({
      kind: 'account.updated',
      account: { ...own, enabled: true, personUrl: 'tg://user?id=' },
      updatedAt: house.now,
    });
    for (const id of ['p1', 'p2'])
      await dave(id === 'p1' ? 'It arrived broken and I want my money back!' : '', id, {
        ...{ ...there, private: false, album: 'a1' },
        attachments: [{ kind: 'photo', ref: id, name: `${id}.jpg` }],
      });
    await house.deliver();
    await isGone('p2', by);
    expect((await titles()).at(-1)).toMatch(/[Aa] part of what/);
    expect(await house.db.sql`select from tickets where resolved_at is null`).toHaveLength(1);
    expect((await fates()).join()).not.toContain('deleted');
  });
});

describe('somebody blocked', () => {
  it('withdraws what they had written: nothing is told, the mark stands, and nobody waits when they are heard again', async () => {
    await dave(WORDS, 'm1');
    await house.deliver();
    await house.say('/block c1');
    const before = (await titles()).length;
    await withdraws('m1');
    expect((await titles()).length).toBe(before);
    await house.say('/unblock c1');
    expect((await fates()).join()).toContain('withdrawn');
    expect((await house.say('/inbox')).text).toBe('Nobody is waiting for you.');
  });

  it('withdraws a part of an album: nothing is told, and the mark stands', async () => {
    await part('p1', WORDS);
    await part('p2');
    await house.deliver();
    await house.say('/block c1');
    const before = (await titles()).length;
    await withdraws('p2');
    expect((await titles()).length).toBe(before);
    await house.say('/unblock c1');
    expect((await fates()).join()).toContain('edited');
    expect(await failed()).toEqual([]);
  });

  it('withdraws what they wrote while they were blocked: nothing of it is told, then or later, and the mark stands', async () => {
    await dave(WORDS, 'm1');
    await house.say('/block c1');
    await dave('secret', 'm2');
    const before = (await titles()).length;
    await withdraws('m2');
    await house.say('/unblock c1');
    expect((await titles()).slice(before).join()).not.toContain('withdr');
    expect((await fates())[0]).toContain('withdrawn');
    expect(await failed()).toEqual([]);
  });
});
