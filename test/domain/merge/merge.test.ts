import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Tx } from '../../../src/db/sql.ts';
import { mergeContacts } from '../../../src/domain/merge/merge.ts';
import { BELONGINGS } from '../../../src/domain/people/belongings.ts';
import { buttonsOf, type House, telegramMessage, testHouse } from '../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(async () => {
  await house.reset();
});

const undoIdOf = (reply: Awaited<ReturnType<House['say']>>): string | undefined =>
  buttonsOf(reply)
    .find(({ command }) => command.startsWith('/undo '))
    ?.command.slice('/undo '.length);

const mail = (from: string, name: string, text: string, id: string) =>
  telegramMessage(text, {
    channel: 'email',
    private: false,
    chat: from,
    from: { address: from, name },
    externalId: id,
    subject: text.slice(0, 10),
  });

/** c1 张三 on Telegram, c2 Anna by mail in two threads with a phone, c3 李四 on Telegram; everything a contact can have. */
async function furnish(): Promise<void> {
  await house.happen(
    telegramMessage('请问龙井多少钱一斤？', { from: { address: '1001', name: '张三' } }),
    mail('anna@example.com', 'Anna', 'How much is the Longjing tea?', '<a@example.com>'),
    mail('anna@example.com', 'Anna', 'My teapot arrived broken, I want a refund', '<b@example.com>'),
    telegramMessage('你们的茶真好喝，谢谢！', { chat: '1003', from: { address: '1003', name: '李四' } }),
  );
  await house.say('/add 13900139000 anna@example.com #vip');
  await house.say('/tag c1 #老客');
  await house.say('/lead c2 Longjing 500 USD');
  await house.say('/ticket c2 broken teapot');
  await house.say('/task 明天10点 call Anna');
  await house.say('/later c2 明天9点 Good morning');
  await house.say('/note c2 likes green tea');
  await house.say('/reply c2 On its way');
  await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  await house.db.autocommit`
    insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
    values (1, '1', 2, '#1001', 'paid', 'CNY', 8800, now(), now())`;
  await house.db.autocommit`insert into feedback (contact_id, text) values (2, 'good')`;
  await house.db.autocommit`
    insert into topics (channel, address, external_id, contact_id, name)
    values ('telegram', '-100', '7', 1, '张三'), ('telegram', '-100', '8', 2, 'Anna'), ('telegram', '-200', '9', 2, 'Anna')`;
  await house.db.autocommit`
    insert into link_tokens (token_hash, contact_id, expires_at) values ('\\x01', 2, now() + interval '1 day')`;
}

describe('the list of what belongs to a contact', () => {
  const references = (tx: Tx | House['db']['sql']) =>
    tx<{ table: string; column: string }>`
      select c.conrelid::regclass::text as table, a.attname as column
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
      where c.contype = 'f' and c.confrelid = 'contacts'::regclass order by 1`;
  const listed = BELONGINGS.map(({ table }) => ({ table, column: 'contact_id' })).sort((a, b) =>
    a.table < b.table ? -1 : 1,
  );

  it('names every table whose rows point to contacts', async () => {
    expect(await references(house.db.sql)).toEqual(listed);
  });

  it('says of every table what may be there only once', async () => {
    const rows = await house.db.sql<{ table: string; columns: string[] }>`
      select i.indrelid::regclass::text as table,
        array_agg(a.attname::text order by a.attname) filter (where a.attname <> 'contact_id') as columns
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
      where i.indisunique and i.indrelid::regclass::text = any(${BELONGINGS.map(({ table }) => table)})
      group by i.indexrelid, 1 having bool_or(a.attname = 'contact_id') order by 1`;
    const once = BELONGINGS.flatMap(({ table, once }) => (once ? [{ table, columns: [...once].sort() }] : []));
    expect(rows).toEqual(once.sort((a, b) => (a.table < b.table ? -1 : 1)));
  });

  it('control: a table it leaves out shows', async () => {
    await house
      .act(async ({ tx }) => {
        await tx`create table more (id bigint, contact_id bigint references contacts)`;
        expect(await references(tx)).not.toEqual(listed);
        throw new Error('rehearsed');
      })
      .catch((error: Error) => expect(error.message).toBe('rehearsed'));
  });

  it('is complete as to the columns of a contact: each is united, taken where there was none, or the kept one’s', async () => {
    const rows = await house.db.sql<{ name: string }>`
      select attname as name from pg_attribute where attrelid = 'contacts'::regclass and attnum > 0 and not attisdropped`;
    const known = [
      'id',
      'name',
      'locale',
      'locale_from',
      'tags',
      'city',
      'search_keys',
      'last_seen_at',
      'created_at',
      'name_from',
      'blocked_at',
      'refused',
    ];
    expect(rows.map(({ name }) => name).sort()).toEqual(known.sort());
  });
});

describe('a merge', () => {
  beforeEach(furnish);

  /** Rows of all tables by what they belong to. */
  const owners = async () => {
    const rows = await Promise.all(
      BELONGINGS.map(
        ({ table }) => house.db.sql<{ owner: string }>`select contact_id as owner from ${house.db.sql(table)}`,
      ),
    );
    return rows.flat().map(({ owner }) => owner);
  };

  it('moves everything, says exactly what, and loses nothing', async () => {
    const before = await house.state();
    const reply = await house.say('/merge c1 c2');
    expect(reply.title).toBe('👥 Anna 已并入 张三');
    expect(reply.text).toBe(
      '移过来的有：2 个联系方式、2 个对话、4 条消息、2 个意向、2 个售后、1 条反馈、1 个订单、1 个任务。',
    );
    expect(new Set(await owners())).toEqual(new Set(['1', '3']));
    const after = await house.state();
    for (const table of ['contact_identities', 'conversations', 'messages', 'leads', 'tickets', 'feedback', 'tasks']) {
      expect(after[table]).toHaveLength(before[table]!.length);
    }
    const [kept] = await house.db.sql`select name, tags, locale from contacts where id = 1`;
    expect(kept).toMatchObject({ name: '张三', tags: ['vip', '老客'], locale: 'zh-CN' });
    expect((await house.say('/find anna@example.com')).title).toContain('张三');
  });

  it('is taken back to exactly the rows there were, whichever stays', async () => {
    for (const command of ['/merge c1 c2', '/merge c2 c1', '/合并 张三 Anna']) {
      const before = await house.state();
      const id = undoIdOf(await house.say(command));
      expect(await house.state()).not.toEqual(before);
      expect((await house.say(`/undo ${id}`)).failed).toBeUndefined();
      expect(await house.state(), command).toEqual(before);
    }
  });

  it('control: a table that does not move loses its rows, and this shows', async () => {
    const rehearsal = house.act(async ({ tx, now }) => {
      const [before] = await tx`select count(*) from leads`;
      await tx`create function stay() returns trigger language plpgsql as 'begin return null; end'`;
      await tx`create trigger forgotten before update on leads for each row execute function stay()`;
      await mergeContacts(tx, '1', '2', now);
      const [after] = await tx`select count(*) from leads`;
      expect(after).not.toEqual(before);
      throw new Error('rehearsed');
    });
    await expect(rehearsal).rejects.toThrow('rehearsed');
  });

  it('takes a name and a language where there was none', async () => {
    await house.happen(telegramMessage('?', { chat: '1004', from: { address: '1004', name: '' } }));
    await house.say('/merge c4 c2');
    const [kept] = await house.db.sql`select name, locale from contacts where id = 4`;
    expect(kept).toEqual({ name: 'Anna', locale: 'en' });
  });

  it('lets what comes later reach the contact that stays, and after undo the one it is from', async () => {
    const id = undoIdOf(await house.say('/merge c1 c2'));
    await house.happen(mail('anna@example.com', 'Anna', 'Do you have oolong, and for how much?', '<c@example.com>'));
    const later = () =>
      house.db.sql`
        select v.contact_id as owner, l.contact_id as lead from conversations v left join leads l on l.conversation_id = v.id
        where v.thread = '<c@example.com>'`;
    expect(await later()).toEqual([{ owner: '1', lead: '1' }]);
    expect((await house.say(`/undo ${id}`)).failed).toBeUndefined();
    expect(await later()).toEqual([{ owner: '2', lead: '2' }]);
  });

  it('leaves the buttons and cards of before working: they find the contact that stays', async () => {
    await house.say('/merge c1 c2');
    expect((await house.say('/contact c2')).title).toContain('张三');
    await house.say('/merge c3 c1');
    expect((await house.say('/contact c2')).title).toContain('李四');
    expect(await house.say('/merge c1 c2')).toMatchObject({ failed: true, text: '本来就是同一位：李四。' });
  });

  it('takes the topics of both along, one deleted since is no obstacle to undo', async () => {
    const topics = () => house.db.sql`select external_id as topic, contact_id as owner from topics order by 1`;
    const before = await topics();
    const id = undoIdOf(await house.say('/merge c1 c2'));
    expect(await topics()).toEqual([
      { topic: '7', owner: '1' },
      { topic: '8', owner: '1' },
      { topic: '9', owner: '1' },
    ]);
    await house.db.autocommit`delete from topics where external_id = '9'`;
    expect((await house.say(`/undo ${id}`)).failed).toBeUndefined();
    expect(await topics()).toEqual(before.slice(0, 2));
  });

  it('waits for what is being added to the contact that goes', async () => {
    let merged: Promise<unknown> | undefined;
    await house.act(async ({ tx }) => {
      await tx`insert into leads (contact_id, title, active_at) values (2, 'meanwhile', now())`;
      merged = house.say('/merge c1 c2');
      const waiting = () =>
        tx`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      await expect.poll(waiting).toHaveLength(1);
    });
    await merged;
    expect(await house.db.sql`select contact_id from leads where title = 'meanwhile'`).toEqual([{ contact_id: '1' }]);
  });
});

describe('a split', () => {
  beforeEach(furnish);

  it('takes an identity out with its conversations, leads and tickets, and is taken back exactly', async () => {
    await house.say('/merge c1 c2');
    const before = await house.state();
    const reply = await house.say('/split c1 email:anna@example.com Anna Smith');
    expect(reply.text).toBe('已把 Anna Smith (c4) 从 张三 (c1) 拆出。\n有 1 条定时回复，到时会先问您（/定时列表）。');
    const owners = await house.db.sql`
      select v.channel, v.contact_id as owner, l.contact_id as lead from conversations v
      left join leads l on l.conversation_id = v.id where v.contact_id <> 3 group by 1, 2, 3 order by 1`;
    expect(owners).toEqual(
      expect.arrayContaining([
        { channel: 'email', owner: '4', lead: '4' },
        { channel: 'telegram', owner: '1', lead: '1' },
      ]),
    );
    expect(await house.db.sql`select contact_id from contact_identities where channel = 'phone'`).toEqual([
      { contact_id: '1' },
    ]);
    expect((await house.say(`/undo ${undoIdOf(reply)}`)).failed).toBeUndefined();
    expect(await house.state()).toEqual(before);
  });

  it('is taken back with what came since', async () => {
    const id = undoIdOf(await house.say('/split c2 email:anna@example.com'));
    await house.happen(mail('anna@example.com', 'Anna', 'Do you have oolong, and for how much?', '<c@example.com>'));
    const owner = () => house.db.sql`select contact_id as owner from conversations where thread = '<c@example.com>'`;
    expect(await owner()).toEqual([{ owner: '4' }]);
    expect((await house.say(`/undo ${id}`)).failed).toBeUndefined();
    expect(await owner()).toEqual([{ owner: '2' }]);
    expect(await house.db.sql`select from contacts where id = 4`).toHaveLength(0);
  });

  it('of a mail thread lets the answers in it stay with the new contact', async () => {
    const [thread] = await house.db.sql<{ id: string }>`select id from conversations where thread = '<b@example.com>'`;
    await house.say(`/split v${thread!.id} Anna’s colleague`);
    await house.happen({
      ...mail('anna@example.com', 'Anna', 'Any news?', '<d@example.com>'),
      answers: ['<b@example.com>'],
    });
    const rows = await house.db.sql`
      select v.contact_id as owner, count(*)::int as messages from messages m join conversations v on v.id = m.conversation_id
      where v.id = ${thread!.id} and direction = 'in' group by 1`;
    expect(rows).toEqual([{ owner: '4', messages: 2 }]);
  });

  it('takes a shop’s customer out with that shop’s orders', async () => {
    await house.db.autocommit`
      insert into contact_identities (contact_id, channel, address) values (2, 'shopify', '1/900')`;
    await house.say('/split c2 shopify:1/900 Berta');
    expect(await house.db.sql`select contact_id from orders`).toEqual([{ contact_id: '4' }]);
  });

  it('refuses when nobody would stay behind', async () => {
    const before = await house.state();
    expect((await house.say('/split c3')).text).toBe('没有可以拆出的：李四 只有这一个。');
    expect(await house.say('/split c3 telegram:1003')).toMatchObject({ failed: true });
    expect(await house.say('/split c3 telegram:999')).toMatchObject({ failed: true });
    expect(await house.state()).toEqual(before);
  });

  it('is remembered: the two are never proposed as one again', async () => {
    await house.say('/split c2 email:anna@example.com Anna');
    await house.happen(mail('anna@example.com', 'Anna', 'please call me: 139 0013 9000', '<e@example.com>'));
    expect(await house.db.sql`select state from merge_proposals`).toEqual([{ state: 'refused' }]);
  });
});

describe('any sequence of merges, splits and undoing', () => {
  it('keeps every identity, message, lead and ticket exactly once, with an owner who is there', async () => {
    await furnish();
    const everything = async () => {
      const { contact_identities, messages, leads, tickets, feedback, orders } = await house.state();
      const ids = (rows: unknown[] | undefined) => (rows as { id: number }[]).map(({ id }) => id).sort();
      return [contact_identities, messages, leads, tickets, feedback, orders].map(ids);
    };
    const astray = () => house.db.sql`
      select l.id from leads l join conversations v on v.id = l.conversation_id where v.contact_id <> l.contact_id
      union all
      select k.id from tickets k join conversations v on v.id = k.conversation_id where v.contact_id <> k.contact_id`;
    const all = await everything();
    const contact = fc.integer({ min: 1, max: 5 });
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.tuple(contact, contact).map(([one, other]) => `/merge c${one} c${other}`) },
      {
        weight: 3,
        arbitrary: fc
          .tuple(
            contact,
            fc.constantFrom('telegram:1001', 'email:anna@example.com', 'phone:+8613900139000', 'telegram:1003'),
          )
          .map(([one, address]) => `/split c${one} ${address}`),
      },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }).map((id) => `/split v${id}`) },
      { weight: 2, arbitrary: fc.constant('/undo') },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
        for (const text of steps) await house.say(text);
        expect(await everything()).toEqual(all);
        expect(await astray()).toEqual([]);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});
