import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Tx } from '../../../src/db/sql.ts';
import { NOUNS } from '../../../src/domain/exchange/all/nouns.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { changeBusiness } from '../../../src/domain/sell/quote/business.ts';
import { openFiles } from '../../../src/files/index.ts';
import { importer } from '../../../src/jobs/imports.ts';
import { sendReady } from '../../../src/jobs/ready.ts';
import { exported, give, MAY_DIFFER, rowsIn, sha256, work } from '../../support/exchange/archives.ts';
import { fillHouse } from '../../support/exchange/full_house.ts';
import { buttonsOf, type House, telegramMessage, testHouse } from '../../support/house.ts';
import { tableNames } from '../../support/tables.ts';

const [shop, other] = [await testHouse(), await testHouse()];
const fullShop = shop.startingWith(() => shop.act(({ tx }) => fillHouse(tx, 1, 7)));
beforeEach(async () => {
  await other.reset();
  // both are made of one template: they began at the same moment
  await other.db.autocommit`update users set created_at = now()`;
});

/** More than are taken in at once. */
const manyNotes = (tx: Tx) => tx`
  insert into messages (conversation_id, direction, text, occurred_at)
  select (select min(id) from conversations), 'note', 'note ' || n, now() from generate_series(1, 1000) n`;

describe('an export that is taken in where nobody is', () => {
  beforeEach(fullShop);

  it('gives the same house', async () => {
    const before = await rowsIn(shop);
    for (const { table } of NOUNS) expect([table, before[table]!.length > 0]).toEqual([table, true]);
    const { go } = await give(other, await exported(shop));
    expect((await go()).title).toContain('✓');
    // search keys are made anew: those of the generated people were made up
    const words = (rows: Awaited<ReturnType<typeof rowsIn>>) => ({
      ...rows,
      contacts: rows.contacts!.map(({ search_keys: _, ...row }) => row),
    });
    expect(words(await rowsIn(other))).toEqual(words(before));
  });

  it('names as differing only columns that there are', async () => {
    const names = new Set(await tableNames(shop.db.sql));
    for (const column of Object.keys(MAY_DIFFER)) expect(names).toContain(column.split('.')[0]);
  });

  it('finds people as before, and goes on with numbers that are free', async () => {
    await shop.say('/add 张三 13800138000 #vip');
    const { go } = await give(other, await exported(shop));
    await go();
    expect(JSON.stringify(await other.say('/find zhangsan'))).toContain('张三');
    await other.happen(telegramMessage('在吗'));
    await other.say('/add 李四 13900139000');
    const [row] = await other.db.sql`select count(*)::int as count, count(distinct id)::int as ids from contacts`;
    expect(row).toMatchObject({ count: row!.ids });
  });

  it('adds nothing when it comes twice', async () => {
    const zip = await exported(shop);
    await (await give(other, zip)).go();
    const before = await rowsIn(other);
    const again = await give(other, zip);
    expect(again.shown.text).toContain('都有了');
    expect(buttonsOf(again.shown)).toEqual([]);
    await again.go();
    expect(await rowsIn(other)).toEqual(before);
  });

  it('is taken back exactly, and can come again', async () => {
    const before = await other.state();
    const zip = await exported(shop);
    await (await give(other, zip)).go();
    expect(await other.state()).not.toEqual(before);
    expect((await other.say('/undo')).failed).toBeUndefined();
    expect(await other.state()).toEqual(before);
    await (await give(other, zip)).go();
    expect((await rowsIn(other)).messages).toEqual((await rowsIn(shop)).messages);
  });

  it('alerts nobody: no card, no mail, no hook', async () => {
    const { go } = await give(other, await exported(shop));
    await other.db.autocommit`insert into hooks (token, url, secret) values ('t', 'https://example.com/', '\\x00')`;
    const told = await other.outbox();
    await go();
    await other.say('/undo');
    const since = (await other.outbox()).slice(told.length);
    expect(since.filter(({ audience }) => audience !== 'owner')).toEqual([]);
    expect(since.filter(({ payload }) => payload.kind === 'message' && payload.reply.person)).toEqual([]);
    expect(await other.db.sql`select * from hook_events`).toEqual([]);
    // control: what a user adds is told
    await other.say('/add 李四 13900139000');
    expect((await other.db.sql`select * from hook_events`).length).toBeGreaterThan(0);
  });

  it('holds no secret', async () => {
    await shop.db.autocommit`update connections set secret = '\\xdeadbeef', token = 'hook-token-' || id`;
    const zip = await exported(shop);
    const { go } = await give(other, zip);
    await go();
    const rows = await other.db.sql<{ token: string; secret: Buffer | null; isForm: boolean }>`
      select token, secret, exists (select from web_forms f where f.id = c.id) as "isForm" from connections c`;
    for (const { token, secret, isForm } of rows) {
      // a form is signed anew, a shop has to show its own
      expect(isForm ? secret?.toString('hex') !== 'deadbeef' : secret).toBe(isForm ? true : null);
      expect(token).toMatch(/^[0-9a-f]{32}$/);
    }
    const sealed = await shop.db.sql<{ name: string }>`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and (data_type = 'bytea' or column_name ~ 'secret|token|hash|password')`;
    const left = NOUNS.flatMap(({ table, without = {} }) => Object.keys(without).map((column) => `${table}.${column}`));
    const tables = NOUNS.map(({ table }) => table);
    // without these nobody's no would be known in the next house; they open nothing
    const kept = ['suppression_keys.inner_pad', 'suppression_keys.outer_pad', 'suppressions.hash'];
    const secrets = sealed.map(({ name }) => name).filter((name) => !kept.includes(name));
    for (const name of secrets) if (tables.includes(name.split('.')[0]!)) expect(left).toContain(name);
  });

  it('goes on where it was when the program was killed at any step', async () => {
    await shop.act(({ tx }) => manyNotes(tx));
    const { go, id } = await give(other, await exported(shop));
    await go('go', 2);
    const [row] = await other.db.sql<{ position: number }>`select position from imports where id = ${id}`;
    expect(row!.position).toBe(1000);
    await work(other);
    expect((await rowsIn(other)).messages).toEqual((await rowsIn(shop)).messages);
  });

  it('stops where it is cancelled, and what had come is taken back', async () => {
    const before = await other.state();
    await shop.act(({ tx }) => manyNotes(tx));
    const { go, id } = await give(other, await exported(shop));
    await go('go', 2);
    await other.say(`/import ${id} cancel`);
    await work(other);
    expect(await other.state()).not.toEqual(before);
    await other.say('/undo');
    expect(await other.state()).toEqual(before);
  });

  it('is known by its name when it is sent to the bot, and by what is in it', async () => {
    const zip = await exported(shop);
    await other.type('', { attachments: [{ kind: 'document', ref: 'f1', name: 'solo-crm-2026-11-21 (1).zip' }] });
    await work(other, 100, async () => zip);
    const asked = (await other.cards()).findLast(({ title }) => title?.includes('solo-crm'))!;
    expect(asked.title).toContain('我导出的资料');
    await other.press(buttonsOf(asked)[0]!);
    await work(other);
    expect((await rowsIn(other)).messages).toEqual((await rowsIn(shop)).messages);
  });

  it('brings where people pay, with the pictures that they scan, and nothing that was still to be fetched', async () => {
    const [code, logo] = [await shop.files.put(Buffer.from('a code')), await shop.files.put(Buffer.from('a logo'))];
    const kept = {
      bank: 'DE89',
      payLinks: { EUR: 'https://pay.example/{number}' },
      payPictures: { alipay: code },
      logo,
    };
    const sent = { file: { kind: 'photo', ref: 'AgAC' }, place: { channel: 'telegram', address: '1' } };
    await shop.act(({ tx }) =>
      changeBusiness(tx, { ...kept, logoSent: sent, payPicturesSent: { wechat: sent } } as object),
    );
    const { go } = await give(other, await exported(shop));
    await go();
    const [row] = await other.db.sql<{ value: object }>`select value from settings where key = 'business'`;
    expect(row!.value).toEqual(kept);
    expect((await other.files.read(code)).toString()).toBe('a code');
    expect((await other.files.read(logo)).toString()).toBe('a logo');
  });

  it('brings the files that came with messages, and names those that it has not', async () => {
    const ref = await shop.files.put(Buffer.from('a picture'));
    const lost = `file:${sha256(Buffer.from('lost'))}`;
    const files = [
      { kind: 'photo', ref, name: 'tea.jpg' },
      { kind: 'document', ref: 'AgAD1', channel: 'telegram', name: 'there.pdf' },
      { kind: 'document', ref: lost, name: 'lost.pdf' },
    ];
    await shop.db.autocommit`update messages set attachments = ${shop.db.sql.json(files)} where id = 3`;
    const { go } = await give(other, await exported(shop));
    await go();
    expect((await other.files.read(ref)).toString()).toBe('a picture');
    expect((await rowsIn(other)).messages).toEqual((await rowsIn(shop)).messages);
  });
});

describe('an export of any house', () => {
  it('gives the same house where nobody is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 31 }), fc.integer({ min: 3, max: 9 }), async (seed, rows) => {
        await shop.reset();
        await other.reset();
        await shop.act(({ tx }) => fillHouse(tx, seed, rows));
        await (await give(other, await exported(shop))).go();
        const [here, there] = [await rowsIn(shop), await rowsIn(other)];
        for (const { table } of NOUNS.filter(({ table }) => table !== 'contacts'))
          expect(there[table]).toEqual(here[table]);
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });
});

describe('an export that is taken in where people are', () => {
  beforeEach(() => shop.reset());
  const people = () => other.db.sql<{ name: string; addresses: string[]; said: string[] }>`
    select c.name, array(select channel || ':' || address from contact_identities where contact_id = c.id order by 1) as addresses,
      array(select m.text from messages m join conversations v on v.id = m.conversation_id where v.contact_id = c.id order by m.id) as said
    from contacts c order by c.name`;

  /** The same owner has begun anew on another machine, and has had customers there since. */
  async function begunAnew() {
    for (const house of [shop, other])
      await house.db.autocommit`
        insert into user_identities (channel, address, user_id) values ('telegram', '42', 1) on conflict do nothing`;
    await shop.say('/add 张三 13800138000 zhang@example.com');
    await shop.happen(telegramMessage('旧消息', { chat: '7', from: { address: '7', name: 'Ann' } }));
    await shop.say('/note c1 爱喝龙井');
    await shop.say('/lead c1 茶叶礼盒 300');
    await other.say('/add 王五 wang@example.com');
    await other.say('/add 张三丰 zhang@example.com');
    await other.happen(telegramMessage('新消息', { chat: '7', from: { address: '7', name: 'Ann' } }));
  }

  it('adds what is missing to whom proofs say it belongs, and doubles nothing', async () => {
    await begunAnew();
    const zip = await exported(shop);
    await (await give(other, zip)).go();
    const all = await people();
    expect(all.map(({ name }) => name)).toEqual(['Ann', '张三丰', '王五']);
    expect(all[0]!.said).toEqual(['新消息', '旧消息']);
    expect(all[1]).toMatchObject({
      addresses: ['email:zhang@example.com', 'phone:+8613800138000'],
      said: ['爱喝龙井'],
    });
    const [lead] = await other.db.sql`select c.name, l.title from leads l join contacts c on c.id = l.contact_id`;
    expect(lead).toMatchObject({ name: '张三丰' });
    const before = await rowsIn(other);
    await (await give(other, zip)).go();
    expect(await rowsIn(other)).toEqual(before);
  });

  it('is taken back exactly', async () => {
    await begunAnew();
    const before = await other.state();
    await (await give(other, await exported(shop))).go();
    await other.say('/undo');
    expect(await other.state()).toEqual(before);
  });

  it('leaves what is otherwise here, and takes the file’s only when the owner says so', async () => {
    await shop.say('/add 张三 13800138000 city:上海');
    const zip = await exported(shop);
    await (await give(other, zip)).go();
    await other.say('/city c1 北京');
    const second = await give(other, zip);
    expect(JSON.stringify(second.shown.fields)).toContain('与现有不同 1');
    const labels = buttonsOf(second.shown).map(({ command }) => command);
    expect(labels).toContain(`/import ${second.id} theirs`);
    const city = async () => (await other.db.sql<{ city: string }>`select city from contacts`)[0]!.city;
    const before = await other.state();
    await second.go('theirs');
    expect(await city()).toBe('上海');
    await other.say('/undo');
    expect(await other.state()).toEqual(before);
    expect(await city()).toBe('北京');
  });

  it('leaves an address with whom it is here, and asks whether they are one', async () => {
    await begunAnew();
    await shop.say('/add 赵六 13700137000');
    await other.say('/add 钱七 13700137000');
    await (await give(other, await exported(shop))).go();
    const all = await people();
    expect(all.find(({ name }) => name === '钱七')!.addresses).toEqual(['phone:+8613700137000']);
    expect(all.find(({ name }) => name === '赵六')!.addresses).toEqual([]);
    expect(JSON.stringify(await other.say('/duplicates'))).toContain('赵六');
  });

  it('is refused where it is of another business', async () => {
    await shop.say('/add 张三 13800138000');
    await other.say('/add 李四 13900139000');
    await other.db.autocommit`delete from user_identities where channel = 'telegram'`;
    const before = await other.state();
    const { shown } = await give(other, await exported(shop));
    expect(shown).toMatchObject({ failed: true });
    expect(shown.text).toContain('另一家生意');
    expect(await other.state()).toEqual(before);
  });
});

describe('what would alert somebody', () => {
  it('is settled: late reminders are past, answers set for later stay', async () => {
    await shop.reset();
    await shop.say('/add 张三 zhang@example.com');
    await shop.say('/task 打电话 明天9点');
    await shop.db.autocommit`
      insert into conversations (contact_id, channel, address) values (1, 'email', 'zhang@example.com')`;
    await shop.db.autocommit`
      insert into scheduled_answers (conversation_id, text, due_at, receipt_to)
      values ((select max(id) from conversations), '早安', ${shop.now}, '{"channel": "telegram"}')`;
    const zip = await exported(shop);
    other.now = new Date(shop.now.getTime() + 5 * 86_400_000);
    const { shown, go } = await give(other, zip);
    expect(shown.text).toContain('1 条定好以后再发的回复');
    await go();
    expect(await other.db.sql`select id from tasks where reminded_at is null`).toEqual([]);
    expect(await other.db.sql`select id from scheduled_answers where cancelled_at is null`).toEqual([]);
  });
});

it('brings what is often asked, and nothing leaves by itself until its owner here has let it', async () => {
  await shop.reset();
  await other.reset();
  await shop.say('/faq add 发货 多久发货|什么时候发货 → 下单后48小时内发出');
  const asked = await shop.say('/faq itself 发货');
  await shop.say(buttonsOf(asked)[0]!.command!);
  const { go } = await give(other, await exported(shop));
  const done = await go();
  expect(done.text).toContain('重新开启');
  expect((await shop.db.sql`select by_itself from faqs`)[0]).toEqual({ by_itself: true });
  const asks = (text: string) =>
    other.happen(
      telegramMessage(text, { from: { address: '7', name: '李四' }, chat: '7', sentAt: other.now, externalId: text }),
    );
  const leaves = async () => {
    other.now = new Date(other.now.getTime() + 3 * 60_000);
    await other.act(sendReady);
    return (await other.outbox()).filter(({ audience }) => audience === 'customer').length;
  };
  await asks('多久发货？');
  expect(JSON.stringify(await other.cards())).toContain('下单后48小时内发出');
  expect(await leaves()).toBe(0);
  // the control
  await other.say(buttonsOf(await other.say('/faq itself 发货'))[0]!.command!);
  await asks('请问什么时候发货？');
  expect(await leaves()).toBe(1);
});

it('offers nothing more where it is cancelled at the moment at which it would ask', async () => {
  await shop.reset();
  await shop.say('/add Zhang 13800138000');
  const ref = await other.files.put(await exported(shop));
  await other.say(`/import ${ref} solo-crm.zip`);
  const one = async () => (await other.db.sql<{ id: string; state: string }>`select id, state from imports`)[0]!;
  let cancelled = false;
  const act: House['act'] = async (work) => {
    const done = await other.act(work);
    const { id, state } = await one();
    if (state === 'asked' && !cancelled) {
      cancelled = true;
      await other.say(`/import ${id} cancel`);
    }
    return done;
  };
  const round = importer({ act, files: openFiles(other.files, () => undefined) });
  while ((await round()) === 0);
  const [told] = await other.db.sql<{ reply: Reply }>`
    select o.payload -> 'reply' as reply from imports i join outbox o on o.idempotency_key = i.told_key`;
  expect([cancelled, (await one()).state, buttonsOf(told!.reply)]).toEqual([true, 'cancelled', []]);
});
