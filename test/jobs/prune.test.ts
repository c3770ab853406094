import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { prunings } from '../../src/jobs/prune.ts';
import { type House, NOON, OWNER, telegramMessage, testHouse } from '../support/house.ts';

const DAY = 86_400_000;
let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(() => house.reset());

const later = (days: number) => new Date(NOON.getTime() + days * DAY);

/** All turns, as often as it takes. */
async function prune(turns = 3): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    for (const run of Object.values(prunings)) await house.act(run);
  }
}

/** What was stored by the database's clock was stored at noon. */
async function allAtNoon(): Promise<void> {
  const { autocommit } = house.db;
  await autocommit`update inbox set received_at = ${NOON}`;
  await autocommit`update outbox set created_at = ${NOON}`;
  await autocommit`update buttons set created_at = ${NOON}`;
  await autocommit`update job_runs set started_at = ${NOON}`;
}

async function count(table: string, where = 'true'): Promise<number> {
  const [row] = await house.db.sql.unsafe<{ count: number }>(
    `select count(*)::int as count from ${table} where ${where}`,
  );
  return row!.count;
}

/** A customer who has asked and was answered, a lead, a note. */
async function aDay(): Promise<void> {
  await house.happen(telegramMessage('请问龙井多少钱一斤？'));
  await house.deliver();
  const card = (await house.outbox()).find(({ address, conversationId }) => address === OWNER && conversationId)!;
  await house.type('一斤 600 元', { answers: [card.externalId!] });
  await house.say('/备注 c1 老客户');
  await house.deliver();
  await allAtNoon();
}

describe('what is older than is kept', () => {
  it('goes: raw bodies, buttons, what was told without a customer; contacts, messages and answers stay', async () => {
    await aDay();
    const before = { ...(await house.state()), answers: await count('outbox', "audience = 'customer'") };
    house.now = later(91);
    await prune();
    expect(await count('inbox', "body <> ''")).toBe(0);
    expect(await count('inbox')).toBeGreaterThan(0);
    expect([await count('buttons'), await count('outbox', "audience = 'owner' and conversation_id is null")]).toEqual([
      0, 0,
    ]);
    expect(await count('outbox', "audience = 'owner' and payload -> 'reply' <> '{}'")).toBe(0);
    const after = { ...(await house.state()), answers: await count('outbox', "audience = 'customer'") };
    expect(after).toEqual(before);
    expect(await count('outbox', "audience = 'customer' and payload::text like '%600%'")).toBe(1);
  });

  it('is not touched a day earlier', async () => {
    await aDay();
    const before = [
      await count('inbox', "body <> ''"),
      await count('buttons'),
      await count('outbox'),
      await count('journal_changes', 'before is null'),
    ];
    house.now = later(89);
    await prune();
    const after = [
      await count('inbox', "body <> ''"),
      await count('buttons'),
      await count('outbox'),
      await count('journal_changes', 'before is null'),
    ];
    expect(after).toEqual(before);
  });

  it('is known all the same when it comes again, and an old card can still be answered', async () => {
    await aDay();
    const card = (await house.outbox()).find(({ address, conversationId }) => address === OWNER && conversationId)!;
    const [row] = await house.db.sql<{ source: string; externalId: string; lane: string }>`
      select source, external_id as "externalId", lane from inbox order by id limit 1`;
    house.now = later(200);
    await prune();
    const messages = await count('messages');
    await house.store({ ...row!, body: Buffer.from(JSON.stringify(telegramMessage('again'))) });
    await house.handleAll();
    expect(await count('messages')).toBe(messages);
    await house.type('还要吗？', { answers: [card.externalId!] });
    expect(await count('outbox', "audience = 'customer' and payload::text like '%还要吗%'")).toBe(1);
  });

  it('stays while it is open, failed or in doubt', async () => {
    const { autocommit, sql } = house.db;
    await autocommit`
      insert into inbox (source, external_id, lane, body, failed_at, run_at) values
        ('t', '1', 't', 'failed', now(), now()), ('t', '2', 't', 'open', null, now() + interval '1 day')`;
    const payload = sql.json({ kind: 'message', reply: { text: 'x' } });
    await autocommit`
      insert into outbox (channel, address, audience, idempotency_key, payload, state)
      select 'c', 'a', 'owner', state, ${payload}, state from unnest(array['queued', 'sending', 'failed', 'unknown', 'sent']) state`;
    await allAtNoon();
    house.now = later(1000);
    await prune();
    expect(await count('inbox', "body <> ''")).toBe(2);
    const left = await sql<{ state: string }>`select state from outbox order by id`;
    expect(left.map(({ state }) => state)).toEqual(['queued', 'sending', 'failed', 'unknown']);
  });

  it('of a mail with files stays for a year, of one without goes with the rest; both keep what they are known by', async () => {
    const mail = (name: string, hasFiles: boolean | null) => house.db.autocommit`
      insert into inbox (source, external_id, lane, headers, body, processed_at, has_files) values
        ('email:x', ${name}, 'm', ${house.db.sql.json({ 'mail-key': name, uid: '1:2' })}, 'x', now(), ${hasFiles})`;
    await mail('file', true);
    await mail('plain', false);
    await mail('from before', null);
    await allAtNoon();
    const kept = async () =>
      (await house.db.sql<{ id: string }>`select external_id as id from inbox where body <> '' order by id`).map(
        ({ id }) => id,
      );
    house.now = later(100);
    await prune();
    expect(await kept()).toEqual(['file', 'from before']);
    house.now = later(400);
    await prune();
    expect(await kept()).toEqual([]);
    expect(await count('inbox', "headers ->> 'mail-key' in ('file', 'plain')")).toBe(2);
    house.now = later(731);
    await prune();
    expect(await count('inbox')).toBe(0);
  });

  it('of a handled event says whether files are read out of it', async () => {
    const file = { kind: 'photo' as const, ref: 'part:1:1', name: 'a.jpg' };
    await house.happen(telegramMessage('two'), telegramMessage('one', { attachments: [file] }));
    const rows = await house.db.sql`select has_files as files from inbox order by id`;
    expect(rows).toEqual([{ files: false }, { files: true }]);
  });

  it('is what /settings says, from 30 days on: until then everything can be undone exactly', async () => {
    await house.say('/settings keep 20d').then((reply) => expect(reply.failed).toBe(true));
    await house.say('/设置 保留 30天');
    expect(JSON.stringify(await house.say('/status'))).toContain('30 天');
    const before = await house.state();
    house.now = later(1);
    await house.say('/add Otto otto@example.com');
    house.now = later(30);
    await prune();
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it('of the journal is what was there before and after; who did what is still found for two years', async () => {
    await house.say('/add Otto otto@example.com');
    house.now = later(95);
    await prune();
    expect(await count('journal_changes', "after ? 'name' or after ? 'address'")).toBe(0);
    expect(JSON.stringify(await house.say('/audit'))).toContain('/add Otto');
    house.now = later(800);
    await prune();
    expect(await count('journal', "command like '/add%'")).toBe(0);
  });
});

it('goes on where the last turn ended, a batch a turn, and passes over nothing that was too young', async () => {
  await house.db.autocommit`
    insert into inbox (source, external_id, lane, body, processed_at, received_at)
    select 't', n::text, 't', 'x', now(), ${NOON}::timestamptz + (n || ' minutes')::interval from generate_series(1, 1250) n`;
  const left = () => count('inbox', "body <> ''");
  house.now = new Date(later(90).getTime() + 1100 * 60_000);
  await house.act(prunings.bodies!);
  expect(await left()).toBe(250);
  await house.act(prunings.bodies!);
  expect(await left()).toBe(151);
  await house.act(prunings.bodies!);
  expect(await left()).toBe(151);
  house.now = later(92);
  await prune(2);
  expect(await left()).toBe(0);
});
