import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, inject, it } from 'vitest';
import { openDatabase } from '../../src/db/open.ts';
import { Pace } from '../../src/delivery/pace.ts';
import { settleAbandoned } from '../../src/delivery/settle.ts';
import { claim as claimToSend } from '../../src/delivery/worker.ts';
import { claim } from '../../src/inbox/claim.ts';
import { releaseInbox } from '../../src/inbox/release.ts';
import type { Loop } from '../../src/lib/loop.ts';
import { watchInstances } from '../../src/service/instances.ts';
import { testHouse } from '../support/house.ts';

const GONE_MS = 400;
const LOOK_MS = 50;
/** Longer than a living one is ever missing for here, and longer than a dead one is waited for. */
const LONG_MS = 2 * GONE_MS + 4 * LOOK_MS;

const house = await testHouse();
const [at] = await house.db.sql<{ database: string }>`select current_database() as database`;
const connection = { ...inject('server'), database: at!.database };
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  await house.reset();
});

let number = 0;
/** A process with a session of its own; `end` is what the server sees when it is killed. */
async function process(more: { unseen?: boolean } = {}) {
  const db = openDatabase(connection);
  const instance = ++number;
  if (!more.unseen) await db.present(instance);
  ends.push(db.close);
  return { db, instance, end: db.close };
}

function watch({ db, instance }: { db: typeof house.db; instance: number }): Loop {
  const free = async (gone: number[]) => {
    await releaseInbox(db, gone);
    await settleAbandoned(house, { gone });
  };
  const loop = watchInstances({ db, self: instance, free, onError: () => undefined, goneMs: GONE_MS, lookMs: LOOK_MS });
  ends.push(() => loop.stop());
  return loop;
}

const row = (id: string) => ({ source: 'test', externalId: id, lane: id, body: Buffer.from('{}') });
const claimed = async (by: { db: typeof house.db; instance: number }) =>
  (await claim(by.db, 9, by)).map(({ externalId }) => externalId);

it('gives what a killed process was handling to another within seconds, and leaves what a living one has', async () => {
  await house.store(row('of the dead'));
  const dead = await process();
  expect(await claimed(dead)).toEqual(['of the dead']);
  await house.store(row('of the living'));
  const living = await process();
  expect(await claimed(living)).toEqual(['of the living']);
  const heir = await process();
  watch(heir);
  await dead.end();
  await expect.poll(() => claimed(heir), { timeout: 5_000, interval: LOOK_MS }).toEqual(['of the dead']);
  await sleep(LONG_MS);
  expect(await claimed(heir)).toEqual([]);
});

it('takes nothing from a living process whose session broke', async () => {
  await house.store(row('mine'));
  const holder = await process();
  expect(await claimed(holder)).toEqual(['mine']);
  const other = await process();
  watch(other);
  await house.db.sql`
    select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = ${holder.instance}::int::oid`;
  await sleep(LONG_MS);
  expect(await claimed(other)).toEqual([]);
});

it('says nothing of anybody where it does not see itself', async () => {
  await house.store(row('theirs'));
  const holder = await process({ unseen: true });
  expect(await claimed(holder)).toEqual(['theirs']);
  const other = await process({ unseen: true });
  watch(other);
  await sleep(LONG_MS);
  expect(await claimed(other)).toEqual([]);
});

it('makes a doubt of what a killed process was sending to a customer, and sends it to nobody again', async () => {
  await house.db.autocommit`
    insert into outbox (channel, address, audience, idempotency_key, payload)
    values ('telegram', '7', 'customer', 'one', '{"kind":"message","reply":{"text":"Hi"}}')`;
  const sender = { send: async () => ({ result: 'sent' }) as const, deadlineMs: 60_000, chatGapMs: 0, perSecond: 100 };
  const senders = { telegram: sender };
  const dead = await process();
  expect(await claimToSend({ ...dead, senders }, new Pace(), 9)).toHaveLength(1);
  const heir = await process();
  watch(heir);
  const state = async () => (await house.outbox())[0]!.state;
  await sleep(LONG_MS);
  expect(await state()).toBe('sending');
  await dead.end();
  await expect.poll(state, { timeout: 5_000, interval: LOOK_MS }).toBe('unknown');
  expect(
    (await claimToSend({ ...heir, senders }, new Pace(), 9)).filter(({ audience }) => audience === 'customer'),
  ).toEqual([]);
});
