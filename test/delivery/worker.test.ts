import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Pace } from '../../src/delivery/pace.ts';
import { settleAbandoned } from '../../src/delivery/settle.ts';
import { claim, startOutboxWorker } from '../../src/delivery/worker.ts';
import { enqueue } from '../../src/outbox/enqueue.ts';
import type { OutboxMessage, Outcome, Sender } from '../../src/outbox/message.ts';
import { type House, OWNER, telegramMessage, testHouse } from '../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(async () => {
  await house.db.autocommit`delete from outbox`;
});

/** A channel whose outcomes the test decides; it keeps what it was given, in order. */
function scripted(
  outcome: (message: OutboxMessage, nth: number) => Outcome | Promise<Outcome>,
  more?: Partial<Sender>,
) {
  const journal: OutboxMessage[] = [];
  const sender: Sender = {
    send: async (message) => outcome(message, journal.push(message)),
    deadlineMs: 1000,
    chatGapMs: 0,
    perSecond: 1000,
    ...more,
  };
  return { journal, sender };
}

const toCustomer = (key: string, address = '1001') => ({
  channel: 'telegram',
  address,
  audience: 'customer' as const,
  idempotencyKey: key,
  payload: { kind: 'message' as const, reply: { text: key } },
});

async function put(...drafts: Parameters<typeof enqueue>[2][]): Promise<void> {
  await house.act(async (ctx) => {
    for (const draft of drafts) await enqueue(ctx.tx, ctx.random, draft);
  });
}

/** Runs the worker until nothing is due or under way. */
async function run(sender: Sender): Promise<void> {
  const worker = startOutboxWorker({
    db: house.db,
    act: house.act,
    senders: { telegram: sender },
    onError: (error) => {
      throw error;
    },
    onChannel: () => {},
  });
  for (;;) {
    await sleep(20);
    const [open] = await house.db.sql`
      select from outbox o
      where channel = 'telegram' and (state = 'sending' or (state = 'queued' and run_at <= now())) and not exists (
        select from outbox e where e.address = o.address and e.id < o.id and e.state = 'queued' and e.run_at > now()
      )
      limit 1`;
    if (!open) break;
  }
  await worker.stop();
}

/** Where the log of the database ends, and how far of it is on the disk. */
async function log(): Promise<{ end: bigint; onDisk: bigint }> {
  const [row] = await house.db.sql<{ end: string; onDisk: string }>`
    select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::text as end,
      pg_wal_lsn_diff(pg_current_wal_flush_lsn(), '0/0')::text as "onDisk"`;
  return { end: BigInt(row!.end), onDisk: BigInt(row!.onDisk) };
}

describe('what is to leave', () => {
  it('is on the disk as leaving before its first byte leaves', async () => {
    await put(...Array.from({ length: 8 }, (_, nth) => toCustomer(`a${nth}`, String(nth))));
    const { sender } = scripted(() => ({ result: 'sent', externalId: '1' }));
    for (let nth = 0; nth < 8; nth++) {
      const before = await log();
      expect(await claim({ db: house.db, senders: { telegram: sender } }, new Pace(), 1)).toHaveLength(1);
      expect((await log()).onDisk > before.end, 'the claim is on the disk').toBe(true);
    }
  });
});

async function states(): Promise<Record<string, string>> {
  const rows = await house.outbox();
  return Object.fromEntries(
    rows.filter((row) => row.audience === 'customer').map((row) => [row.idempotencyKey, row.state]),
  );
}

describe('the outbox', () => {
  it('sends a message once, however often it was enqueued under its key', async () => {
    await put(toCustomer('a'), toCustomer('a'));
    const { journal, sender } = scripted(() => ({ result: 'sent', externalId: '9' }));
    await run(sender);
    expect(journal).toHaveLength(1);
    expect(await states()).toEqual({ a: 'sent' });
  });

  it('keeps the order within a chat, and does not let one chat wait for another', async () => {
    await put(toCustomer('a1', 'a'), toCustomer('a2', 'a'), toCustomer('b1', 'b'));
    const { journal, sender } = scripted(({ idempotencyKey }, nth) =>
      idempotencyKey === 'a1' && nth < 3 ? { result: 'retry', error: '429', afterSeconds: 60 } : { result: 'sent' },
    );
    await run(sender);
    expect(journal.map((message) => message.idempotencyKey)).toEqual(['a1', 'b1']);
    expect(await states()).toEqual({ a1: 'queued', a2: 'queued', b1: 'sent' });
  });

  it('never sends a doubt to a customer again by itself, and asks the owner once', async () => {
    await put(toCustomer('doubt'));
    const { journal, sender } = scripted(({ audience }) =>
      audience === 'customer' ? { result: 'unknown', error: 'cut' } : { result: 'sent' },
    );
    await run(sender);
    await run(sender);
    expect(journal.filter((message) => message.audience === 'customer')).toHaveLength(1);
    expect(await states()).toEqual({ doubt: 'unknown' });
    const asked = (await house.cards()).filter((card) => card.title?.startsWith('？'));
    expect(asked).toHaveLength(1);
    expect(asked[0]?.buttons?.[0]?.map((button) => button.command.split(' ')[0])).toEqual(['/retry', '/drop']);
  });

  it('sends a doubt to the owner again: a double notice is harmless, a lost one is not', async () => {
    await put({ ...toCustomer('notice', OWNER), audience: 'owner' });
    const { journal, sender } = scripted((_, nth) =>
      nth === 1 ? { result: 'unknown', error: 'cut' } : { result: 'sent' },
    );
    await run(sender);
    const [row] = await house.outbox();
    expect(row).toMatchObject({ state: 'queued', attempts: 1 });
    await house.db.autocommit`update outbox set run_at = now()`;
    await run(sender);
    expect(journal).toHaveLength(2);
    expect((await house.outbox())[0]?.state).toBe('sent');
  });

  it('takes what a dead worker left half sent for a doubt, not for unsent', async () => {
    await put(toCustomer('half'), { ...toCustomer('half-notice', OWNER), audience: 'owner' });
    await house.db.autocommit`
      update outbox set state = 'sending', attempts = 1, locked_until = now() + interval '1 minute'`;
    await settleAbandoned(house);
    expect(await states()).toEqual({ half: 'sending' });
    await settleAbandoned(house, { evenLeased: true });
    expect(await states()).toEqual({ half: 'unknown' });
    const notice = (await house.outbox()).find((row) => row.idempotencyKey === 'half-notice');
    expect(notice?.state).toBe('queued');
  });

  it('looks up a doubt when its time has come', async () => {
    await put(toCustomer('doubtful'));
    const lookUp = async () => ({});
    await run(scripted(() => ({ result: 'unknown', error: 'cut' }), { lookUp }).sender);
    expect(await states()).toEqual({ doubtful: 'unknown' });
    await house.db.autocommit`update outbox set locked_until = now() - interval '1 s' where state = 'unknown'`;
    await run(scripted(() => ({ result: 'sent' }), { lookUp }).sender);
    expect(await states()).toEqual({ doubtful: 'sent' });
  });

  it('aborts a send at its deadline and counts it as a doubt', async () => {
    await put(toCustomer('slow'));
    const { sender } = scripted(() => ({ result: 'sent' }), {
      deadlineMs: 50,
      send: (_message, signal) =>
        new Promise((resolve) =>
          signal.addEventListener('abort', () => resolve({ result: 'unknown', error: 'deadline' })),
        ),
    });
    await run(sender);
    expect(await states()).toEqual({ slow: 'unknown' });
  });

  it('moves a chat that has a new address, and sends there', async () => {
    await put(toCustomer('moved', 'old'));
    const { journal, sender } = scripted(({ address }) =>
      address === 'old' ? { result: 'moved', to: 'new' } : { result: 'sent' },
    );
    await run(sender);
    expect(journal.map((message) => message.address)).toEqual(['old', 'new']);
    expect(await states()).toEqual({ moved: 'sent' });
  });

  it('tells the owner why an answer cannot arrive, and remembers that the customer blocked us', async () => {
    await house.happen(telegramMessage('在吗', { chat: '2002', from: { address: '2002', name: '李四' } }));
    await put(toCustomer('blocked', '2002'));
    const { sender } = scripted(({ audience }) =>
      audience === 'customer' ? { result: 'failed', error: '403', reason: 'blocked' } : { result: 'sent' },
    );
    await run(sender);
    expect(await states()).toMatchObject({ blocked: 'failed' });
    const [identity] = await house.db.sql`select blocked_at from contact_identities where address = '2002'`;
    expect(identity?.blocked_at).not.toBeNull();
    expect((await house.cards()).at(-1)?.text).toContain('屏蔽');
  });
});
