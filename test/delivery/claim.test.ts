import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Pace } from '../../src/delivery/pace.ts';
import { claim } from '../../src/delivery/worker.ts';
import { type Draft, enqueue } from '../../src/outbox/enqueue.ts';
import type { Sender } from '../../src/outbox/message.ts';
import { type House, testHouse } from '../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(async () => {
  await house.db.autocommit`delete from outbox`;
});

const sender = (deadlineMs: number, perSecond = 28): Sender => ({
  send: async () => ({ result: 'sent' }),
  deadlineMs,
  chatGapMs: 0,
  perSecond,
});
const senders = { telegram: sender(160_000), email: sender(660_000, 5) };

const message = (key: string, more: Partial<Draft> = {}): Draft => ({
  ...{ channel: 'telegram', address: key, audience: 'customer', idempotencyKey: key },
  payload: { kind: 'message', reply: { text: key } },
  ...more,
});
const card = (key: string, more: Partial<Draft> = {}) =>
  message(key, { address: 'desk', audience: 'owner', unasked: true, ...more });
const reply = (key: string) => message(key, { address: 'desk', audience: 'owner' });

async function put(...drafts: Draft[]): Promise<void> {
  await house.act(async (ctx) => {
    for (const draft of drafts) await enqueue(ctx.tx, ctx.random, draft);
  });
}
const many = (count: number, draft: (key: string) => Draft) =>
  Array.from({ length: count }, (_, nth) => draft(`${nth}`));
const take = async (limit = 8, pace = new Pace()) =>
  (await claim({ db: house.db, senders }, pace, limit)).map((row) => row.idempotencyKey);
const end = (...keys: string[]) =>
  house.db.autocommit`update outbox set state = 'sent' where idempotency_key = any(${keys})`;

describe('what is taken to be sent', () => {
  it('is leased by its own channel’s deadline, whatever other channels there are', async () => {
    await put(...many(2, (key) => message(key)), message('mail', { channel: 'email' }));
    await take();
    const leases = await house.db.sql<{ channel: string; s: number }>`
      select distinct channel, ceil(extract(epoch from locked_until - now()) / 10)::int * 10 as s from outbox order by 1`;
    expect(leases).toEqual([
      { channel: 'email', s: 680 },
      { channel: 'telegram', s: 180 },
    ]);
  });

  it('is bounded by its own channel’s rate alone', async () => {
    await put(...many(8, (key) => message(key)), ...many(8, (key) => message(`mail ${key}`, { channel: 'email' })));
    const keys = await take(8);
    expect(keys.filter((key) => key.startsWith('mail'))).toHaveLength(5);
    expect(keys.filter((key) => !key.startsWith('mail'))).toHaveLength(8);
  });

  it('is the oldest of each chat only, until that has left', async () => {
    await put(message('1', { address: 'a' }), message('2', { address: 'a' }), message('3', { address: 'a' }));
    for (const key of ['1', '2', '3']) {
      expect(await take()).toEqual([key]);
      expect(await take()).toEqual([]);
      await end(key);
    }
  });

  it('is what the owner asked for before the cards that wait, however many', async () => {
    await put(...many(100, (key) => card(key)));
    expect(await take()).toEqual(['0']);
    await put(reply('asked'), reply('asked later'));
    expect(await take()).toEqual(['asked']);
    await end('0', 'asked');
    expect(await take()).toEqual(['asked later']);
    await end('asked later');
    expect(await take()).toEqual(['1']);
  });

  it('keeps the order of what customers are sent, whatever is asked meanwhile', async () => {
    await put(message('1', { address: 'a' }), message('2', { address: 'a' }), reply('asked'));
    expect((await take()).sort()).toEqual(['1', 'asked']);
  });

  it('goes on with the chat when what was first is cancelled, deleted, or gets another address', async () => {
    const goes = [
      () => house.db.autocommit`update outbox set state = 'cancelled' where idempotency_key = '1'`,
      () => house.db.autocommit`delete from outbox where idempotency_key = '1'`,
      () => house.db.autocommit`update outbox set address = 'b' where idempotency_key = '1'`,
    ];
    for (const go of goes) {
      await house.db.autocommit`delete from outbox`;
      await put(message('1', { address: 'a', delaySeconds: 60 }), message('2', { address: 'a' }));
      expect(await take()).toEqual([]);
      await go();
      expect(await take()).toEqual(['2']);
    }
  });

  it('is not held up by a notice whose hour has not come, nor does that leave early', async () => {
    const quietUntil = new Date(Date.now() + 3_600_000);
    await put(card('at night', { quietUntil }), card('now'));
    expect(await take()).toEqual(['now']);
    await end('now');
    expect(await take()).toEqual([]);
    await house.db.autocommit`update outbox set run_at = now() where idempotency_key = 'at night'`;
    expect(await take()).toEqual(['at night']);
  });

  it('is never the same for two who take at the same time', async () => {
    await put(...many(40, (key) => message(key, { address: String(Number(key) % 10) })));
    const taken = (await Promise.all([take(), take(), take(), take()])).flat();
    expect(taken).toHaveLength(new Set(taken).size);
    expect(new Set(taken)).toEqual(new Set(many(10, (key) => message(key)).map((draft) => draft.idempotencyKey)));
  });
});
