import { setImmediate as nextImmediate } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { typed } from '../../src/bots/console/parse.ts';
import type { DomainEvent } from '../../src/domain/event.ts';
import { claim } from '../../src/inbox/claim.ts';
import type { InboxEvent } from '../../src/inbox/event.ts';
import { type InboxWorkerOptions, startInboxWorker, work } from '../../src/inbox/worker.ts';
import { type House, OWNER, telegramMessage, testHouse } from '../support/house.ts';
import { turnsOf } from '../support/statements.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(async () => {
  await house.reset();
});

const stored = (lane: string, externalId: string, event: DomainEvent | string): InboxEvent => ({
  source: 'test',
  externalId,
  lane,
  body: Buffer.from(typeof event === 'string' ? event : JSON.stringify(event)),
});
const from = (chat: string, text: string) => telegramMessage(text, { chat, from: { address: chat, name: chat } });
const rows = () => house.db.sql`
  select external_id, attempts, failed_at is not null as failed, processed_at is not null as processed, last_error
  from inbox order by id`;
const makeDue = () =>
  house.db.autocommit`update inbox set run_at = now(), locked_until = null where processed_at is null`;

/** Works until nothing is due, as `house.handleAll`, but with these options and whatever goes wrong. */
async function handleAll(options: Partial<InboxWorkerOptions> = {}): Promise<unknown[]> {
  const errors: unknown[] = [];
  const merged = { ...house.worker, onError: (error: unknown) => errors.push(error), ...options };
  for (;;) {
    const claimed = await claim(house.db, 4);
    if (claimed.length === 0) return errors;
    await Promise.all(claimed.map((row) => work(merged, row)));
  }
}

describe('the inbox', () => {
  it('handles a lane in order of arrival, whatever the worker takes at once', async () => {
    const texts = Array.from({ length: 12 }, (_, nth) => String(nth));
    await house.store(
      ...texts.map((text) => stored(`lane-${Number(text) % 2}`, text, from(String(Number(text) % 2), text))),
    );
    await house.handleAll();
    for (const lane of ['0', '1']) {
      const told = await house.db.sql<{ text: string }>`
        select m.text from messages m join conversations c on c.id = m.conversation_id where c.address = ${lane} order by m.id`;
      expect(told.map((row) => row.text)).toEqual(texts.filter((text) => Number(text) % 2 === Number(lane)));
    }
  });

  it('need not wait for the disk itself, but whoever uses its connection next does', async () => {
    await house.store(stored('a', '1', from('1', 'x')));
    await house.handleAll();
    const waits = () =>
      house.db.transaction(async (tx) => {
        const [row] = await tx<{ waits: string }>`
          select current_setting('synchronous_commit') as waits, pg_sleep(0.05)`;
        return row!.waits;
      });
    expect(new Set(await Promise.all(Array.from({ length: 8 }, waits)))).toEqual(new Set(['on']));
  });

  it('takes only the oldest of a lane, and never the same row twice', async () => {
    await house.store(
      stored('a', '1', from('1', 'x')),
      stored('a', '2', from('1', 'y')),
      stored('b', '3', from('2', 'z')),
    );
    const taken = (await Promise.all([claim(house.db, 4), claim(house.db, 4), claim(house.db, 4)])).flat();
    expect(taken.map((row) => row.externalId).sort()).toEqual(['1', '3']);
  });

  it('does not let one lane wait for another', async () => {
    let release: (event: DomainEvent) => void = () => {};
    const stuck = new Promise<DomainEvent>((resolve) => {
      release = resolve;
    });
    await house.store(
      stored('slow', 'slow', 'stuck'),
      ...['1', '2', '3'].map((id) => stored('quick', id, from('7', id))),
    );
    const worker = startInboxWorker({
      ...house.worker,
      routeOf: (source) => (row) => (row.lane === 'slow' ? stuck : house.worker.routeOf(source)(row)),
    });
    await expect.poll(() => house.db.sql`select from messages`, { timeout: 60_000 }).toHaveLength(3);
    expect((await rows())[0]).toMatchObject({ processed: false });
    release(from('8', 'late'));
    await worker.stop();
    expect((await rows())[0]).toMatchObject({ processed: true });
  });

  it('claims two at once where many wait, unless the second takes long', async () => {
    const ends: (() => void)[] = [];
    const act: typeof house.act = async (doing, last) => {
      const done = await house.act(doing, last);
      await new Promise<void>((resolve) => ends.push(resolve));
      return done;
    };
    const handled = (number: number) => expect.poll(() => ends.length, { timeout: 60_000 }).toBe(number);
    const chats = Array.from({ length: 7 }, (_, nth) => String(nth));
    await house.store(...chats.map((chat) => stored(chat, chat, from(chat, 'x'))));
    const worker = startInboxWorker({ ...house.worker, act });
    await handled(4);
    const sent = await turnsOf(async () => {
      ends[0]!();
      await nextImmediate();
      ends[1]!();
      await handled(6);
    });
    expect(sent.filter((turn) => turn.includes('update inbox set attempts'))).toHaveLength(1);
    ends[2]!();
    await handled(7);
    for (const end of ends) end();
    await worker.stop();
  });

  it('gives a row that cannot be handled all its tries', async () => {
    await house.store(stored('a', 'poison', from('1', 'x')));
    const poisoned: typeof house.act = (doing) =>
      house.act(async (ctx) => {
        const [row] = await ctx.tx`select from inbox where external_id = 'poison' and locked_until is not null`;
        if (row) throw new TypeError('a fault of ours');
        return doing(ctx);
      });
    for (let tries = 1; tries <= 8; tries++) {
      expect((await rows())[0]).toMatchObject({ attempts: tries - 1, failed: false });
      await handleAll({ act: poisoned });
      await makeDue();
    }
    expect(await rows()).toMatchObject([{ attempts: 8, failed: true, last_error: 'TypeError' }]);
  });

  it('keeps a row that cannot be read visible, to be tried again or dropped', async () => {
    await house.store(stored('a', 'poison', 'not json'), stored('a', 'next', from('1', '在吗')));
    await handleAll();
    expect(await rows()).toMatchObject([
      { attempts: 1, failed: true, last_error: 'Unreadable: SyntaxError' },
      { external_id: 'next', processed: true },
    ]);
    const [item] = (await house.say('/unsent')).lists![0]!.items;
    expect(item?.text).toContain('未能处理');
    await house.type('/unsent');
    await expect(house.press('再试一次')).rejects.toThrow('SyntaxError');
    expect((await rows())[0]).toMatchObject({ attempts: 1, failed: true });
    await house.type('/unsent');
    await house.press('不用管了');
    expect((await house.say('/unsent')).text).toBe('全部送达。');
  });

  it('gives up a row that ends the process every time it is touched', async () => {
    await house.store(stored('a', 'killer', from('1', 'x')), stored('a', 'next', from('1', '在吗')));
    for (let tries = 1; tries <= 8; tries++) {
      expect(await claim(house.db, 1)).toMatchObject([{ externalId: 'killer', attempts: tries }]);
      await makeDue();
    }
    let touched = 0;
    await handleAll({
      routeOf: (source) => {
        touched += 1;
        return house.worker.routeOf(source);
      },
    });
    expect(touched).toBe(1);
    expect((await house.cards()).map(({ title }) => title)).toContainEqual(expect.stringContaining('读不出来'));
    expect(await rows()).toMatchObject([
      { external_id: 'killer', failed: true, processed: false },
      { external_id: 'next', processed: true },
    ]);
  });

  /** Dies after everything was done but before it was committed. */
  const dying: InboxWorkerOptions['act'] = (doing) =>
    house.act(async (ctx) => {
      await doing(ctx);
      throw new Error('died');
    });
  const effects = async () =>
    (await house.db.sql`select (select count(*) from messages)::int + (select count(*) from outbox)::int as n`)[0]!.n;

  it('leaves nothing of a row whose handler died half-way', async () => {
    await house.store(stored('a', '1', from('1', '请问龙井多少钱？')));
    await handleAll({ act: dying });
    expect(await effects()).toBe(0);
    expect(await rows()).toMatchObject([{ attempts: 1, processed: false, last_error: 'Error' }]);
    await makeDue();
    await handleAll();
    expect(await effects()).toBe(2);
  });

  it('would be caught by the test above if a handler committed for itself (control)', async () => {
    await house.store(stored('a', '1', from('1', '请问龙井多少钱？')));
    const careless: InboxWorkerOptions['act'] = async (doing) => {
      const result = await house.act(doing);
      throw Object.assign(new Error('died'), { result });
    };
    await handleAll({ act: careless });
    expect(await effects()).not.toBe(0);
  });

  it('counts no try when the connection was lost', async () => {
    await house.store(stored('a', '1', from('1', 'x')));
    let killed = false;
    const errors = await handleAll({
      act: (doing) =>
        house.act(async (ctx) => {
          if (!killed) {
            killed = true;
            await house.db.autocommit`select pg_terminate_backend(pid) from pg_stat_activity
              where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'`;
          }
          return doing(ctx);
        }),
    });
    expect(errors).toHaveLength(1);
    expect(await rows()).toMatchObject([{ attempts: 0, processed: false, failed: false }]);
    await makeDue();
    expect(await handleAll()).toEqual([]);
    expect(await rows()).toMatchObject([{ attempts: 1, processed: true }]);
  });

  it('counts no try, and gives no user up, when the database was silent', async () => {
    await house.store(typed('test', 'silent', '/note hello'));
    let silent = true;
    const errors = await handleAll({
      act: (doing, ...more) => {
        if (!silent) return house.act(doing, ...more);
        silent = false;
        throw Object.assign(new Error('silent'), { code: 'QUERY_TIMEOUT' });
      },
    });
    expect(errors).toHaveLength(1);
    expect(await rows()).toMatchObject([{ attempts: 0, processed: false, failed: false }]);
    await makeDue();
    expect(await handleAll()).toEqual([]);
    expect(await rows()).toMatchObject([{ attempts: 1, processed: true }]);
  });

  it('does again at once what a server that died has forgotten, not only when the lease runs out', async () => {
    await house.store(stored('a', '1', from('1', 'x')));
    // as if it had been handled by a commit that never reached the disk: taken by this process, which is done with it
    await claim(house.db, 1, { instance: 7 });
    const worker = startInboxWorker({ ...house.worker, instance: 7 });
    await expect.poll(worker.wake, { timeout: 300 }).toBeUndefined();
    expect(await rows()).toMatchObject([{ processed: false }]);
    await house.db.autocommit`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;
    await expect.poll(rows, { timeout: 20_000 }).toMatchObject([{ processed: true }]);
    await worker.stop();
  });

  it('lets the work of a lost lease vanish: the other worker’s stands', async () => {
    await house.store(stored('a', '1', from('1', 'x')));
    const [first] = await claim(house.db, 1);
    await makeDue();
    const [second] = await claim(house.db, 1);
    await work(house.worker, second!);
    const errors: unknown[] = [];
    await work({ ...house.worker, onError: (error) => errors.push(error) }, first!);
    expect(errors).toHaveLength(1);
    expect(await house.db.sql`select from messages`).toHaveLength(1);
    expect(await rows()).toMatchObject([{ attempts: 2, processed: true }]);
  });
});

describe('a secret', () => {
  const SECRET = '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';
  const everywhere = async (what = SECRET): Promise<string[]> => {
    const tables = await house.db.sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`;
    const hits: string[] = [];
    for (const { name } of tables) {
      // bytea as text is hex: the inbox body is read for what it says
      const body = name === 'inbox' ? house.db.sql`|| convert_from(t.body, 'utf8')` : house.db.sql``;
      const found = await house.db.sql`
        select from ${house.db.sql(name)} t where to_jsonb(t)::text ${body} ilike ${`%${what}%`}`;
      if (found.length > 0) hits.push(name);
    }
    return hits;
  };

  it('is looked for where words are found that are none (control)', async () => {
    await house.say('/note c1 likes jasmine tea');
    expect(await everywhere('likes jasmine tea')).toContain('inbox');
  });

  it.each([
    `/connect shopify ${SECRET}`,
    `／连接 Shopify ${SECRET}`,
    `连接 shopify ${SECRET}`,
    `/connect@crm_bot shopify ${SECRET}`,
    `/connect amazon ${SECRET}`,
    `/connect ${SECRET}`,
    `/connect ${SECRET} shopify`,
  ])('in %s is kept nowhere in clear', async (text) => {
    await house.store(typed('test', 's1', text));
    await house.type(text);
    const edited = {
      kind: 'message.edited',
      channel: 'telegram',
      chat: OWNER,
      from: { address: OWNER, name: '' },
    } as const;
    await house.happen({ ...edited, externalId: 'e', text, editedAt: house.now });
    expect(await everywhere()).toEqual([]);
    const bodies = await house.db.sql<{ body: Buffer }>`select body from inbox`;
    expect(bodies.every(({ body }) => body.length === 0)).toBe(true);
  });
});
