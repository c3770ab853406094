import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../src/db/open.ts';
import { startOutboxWorker } from '../../src/delivery/worker.ts';
import { startInboxWorker } from '../../src/inbox/worker.ts';
import type { Outcome } from '../../src/outbox/message.ts';
import { type House, telegramMessage, testHouse } from '../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse({ locale: 'en' });
});
beforeEach(async () => {
  await house.reset();
});

const CLAIM = /attempts = attempts \+ taken::int/;

/** A database that takes the first claim (from then on) and goes away before it has answered. */
function losing(db: Database, begins = () => true): Database {
  let lost = false;
  const autocommit = ((strings: TemplateStringsArray, ...values: unknown[]) => {
    const query = db.autocommit(strings, ...(values as never[]));
    if (lost || !begins() || !CLAIM.test(strings.join(''))) return query;
    lost = true;
    return query.then(() => {
      throw Object.assign(new Error('gone'), { code: 'CONNECTION_CLOSED' });
    });
  }) as Database['autocommit'];
  return { ...db, autocommit: Object.assign(autocommit, db.autocommit) };
}

const SOON = { timeout: 20_000 };

it('a message whose claim was made unheard is handled as soon as the database is back, at no cost of a try', async () => {
  await house.happen(telegramMessage('first', { externalId: 'a' }));
  await house.store({
    ...{ source: 'test', externalId: 'b', lane: 'b' },
    body: Buffer.from(JSON.stringify(telegramMessage('second', { externalId: 'b' }))),
  });
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  const worker = startInboxWorker({ ...house.worker, db: losing(house.db), instance: 7, onError });
  await expect.poll(() => house.db.sql`select from messages`, SOON).toHaveLength(2);
  await worker.stop();
  expect(errors).toHaveLength(1);
  expect(await house.db.sql`select attempts from inbox where external_id = 'b'`).toEqual([{ attempts: 1 }]);
});

it('an answer whose claim was made unheard leaves once, as soon as the database is back', async () => {
  await house.happen(telegramMessage('hello'));
  await house.deliver();
  await house.say('/reply c1 hi');
  const sent: string[] = [];
  const send = async ({ id }: { id: string }): Promise<Outcome> => {
    sent.push(id);
    return { result: 'sent', externalId: `x${id}` };
  };
  const senders = { telegram: { send, deadlineMs: 60_000, chatGapMs: 0, perSecond: 1000 } };
  const worker = startOutboxWorker({
    ...{ db: losing(house.db), act: house.act, senders, instance: 7 },
    ...{ onError: () => {}, onChannel: () => {} },
  });
  const answer = () => house.db.sql<{ state: string; attempts: number }>`
    select state, attempts from outbox where audience = 'customer'`;
  await expect.poll(answer, SOON).toEqual([{ state: 'sent', attempts: 1 }]);
  await worker.stop();
  expect(new Set(sent).size).toBe(sent.length);
});

it('a send that was begun and cannot be written down is never put back by that', async () => {
  await house.happen(telegramMessage('hello'));
  await house.deliver();
  await house.say('/reply c1 hi');
  let sends = 0;
  const send = async (): Promise<Outcome> => {
    sends += 1;
    return { result: 'sent', externalId: 'x' };
  };
  const senders = { telegram: { send, deadlineMs: 60_000, chatGapMs: 0, perSecond: 1000 } };
  const errors: unknown[] = [];
  const act: typeof house.act = async () => {
    throw new Error('a fault of ours');
  };
  let lost = 0;
  const db = losing(house.db, () => errors.length > 0 && ++lost > 0);
  const worker = startOutboxWorker({
    ...{ db, act, senders, instance: 7, onError: (error: unknown) => errors.push(error), onChannel: () => {} },
  });
  await expect.poll(() => errors.length, SOON).toBeGreaterThan(0);
  worker.wake();
  await expect.poll(() => lost, SOON).toBeGreaterThan(0);
  await expect.poll(() => errors.length, SOON).toBeGreaterThan(1);
  worker.wake();
  await sleep(1500); // the round after the lost claim has put back what it did not know
  await worker.stop();
  expect(sends).toBe(1);
  expect(await house.db.sql`select state from outbox where audience = 'customer'`).toEqual([{ state: 'sending' }]);
});
