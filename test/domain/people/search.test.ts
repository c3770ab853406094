import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findContacts, type Searchable, searchKeys } from '../../../src/domain/people/search.ts';
import { testDatabase } from '../../support/database.ts';

const { db } = await testDatabase();

interface Known extends Searchable {
  seen?: string;
}

async function know(...people: Known[]): Promise<void> {
  await db.transaction(async (tx) => {
    // `truncate` would make new files for fifteen tables and all their indexes
    await tx`delete from contacts`;
    for (const { seen, tags = [], ...person } of people) {
      const keys = await searchKeys({ ...person, tags });
      await tx`
        insert into contacts (name, tags, search_keys, last_seen_at)
        values (${person.name}, ${tags}::text[], ${keys}::text[], ${seen ?? null})`;
    }
  });
}

async function names(query: string, limit?: number): Promise<string[]> {
  return (await findContacts(db.sql, query, limit)).map(({ name }) => name);
}

function person(name: string, phone?: string, email?: string): Known {
  const identities = [];
  if (phone) identities.push({ channel: 'phone', address: phone });
  if (email) identities.push({ channel: 'email', address: email });
  return { name, identities };
}

const zhang = { ...person('张三', '+8613800138000', 'zhang@example.com'), tags: ['VIP'] };
const others = [
  person('李四', '+8613900139001', 'lisi@example.org'),
  person('Anna Smith', '+14155552671', 'anna.smith@shop.co.uk'),
];

describe('one contact among others', () => {
  it.each([
    '张三', '三', '张', 'zhangsan', 'ZhangSan', 'zhang san', 'san zhang', 'zhangs', 'zs', '8000', '38000', '13800138000',
    '138 0013 8000', '+86 138-0013-8000', '008613800138000', 'zhang@', 'zhang@example.com', 'zhang@exam', '@example.com', 'example.com',
    '#vip', 'vip', '张三 8000', 'ｚｈａｎｇｓａｎ', 'zhangsna', 'zhansan', 'zhangssan', 'zhabgsan', '章三', '  张三  ',
  ])('is found by %s', async (query) => {
    await know(zhang, ...others);
    expect((await names(query))[0]).toBe('张三');
  }); // biome-ignore format: a list

  it.each([
    'smith',
    'smi',
    'anna smith',
    'smith anna',
    'annasmith',
    'as',
    '2671',
    '(415) 555-2671',
    'anna.smith@',
    'shop.co.uk',
    'simth',
  ])('written in Latin letters is found by %s', async (query) => {
    await know(zhang, ...others);
    expect(await names(query)).toEqual(['Anna Smith']);
  });

  it.each([
    '王',
    '9999',
    'zhang lisi',
    '三 13900139001',
    'xy',
    '',
    '   ',
    '@',
    '#',
    '%',
    "' or 1=1 --",
    '\0',
    '\ud800',
    '*',
  ])('is not found by %j', async (query) => {
    await know(zhang, ...others);
    expect(await names(query)).toEqual([]);
  });

  it('comes back with what a list shows', async () => {
    await know({ ...zhang, seen: '2026-08-01T00:00:00Z' });
    const found = await findContacts(db.sql, '张三');
    expect(found).toEqual([
      { id: expect.stringMatching(/^\d+$/), name: '张三', tags: ['VIP'], lastSeenAt: new Date('2026-08-01T00:00:00Z') },
    ]);
  });
});

it.each(['021-62345678', '62345678', '0086 21 6234 5678', '86-21-62345678', '5678'])(
  'a fixed line is found as dialled: %s',
  async (query) => {
    await know(person('王五', '+862162345678'), ...others);
    expect(await names(query)).toEqual(['王五']);
  },
);

describe('how names are read', () => {
  it.each([
    ['单田芳', 'shantianfang'],
    ['曾国藩', 'zgf'],
    ['吕布', 'lvbu'],
    ['吕布', 'lübu'],
    ['吕布', 'lyubu'],
    ['吕布', 'lubu'],
    ['欧阳娜娜', 'ouyang'],
    ['张建国', 'jianguo'],
    ['张建国', 'jg'],
    ['张建国', 'zhang jian guo'],
    ['重庆火锅', 'chongqing'],
    ['Jürgen Müller', 'muller'],
    ['Jürgen Müller', 'Müller'],
    ['José García', 'jose garcia'],
    ['Zhang San', 'zhangsan'],
    ['Zhang San', 'zs'],
    ['𠮷田', '𠮷'],
    ['Иван Петров', 'петр'],
    ['张三 (ABC 公司)', 'abc'],
  ])('%s is found by %s', async (name, query) => {
    await know(person(name), person('无关'));
    expect(await names(query)).toEqual([name]);
  });

  it('every part a person may type of a name, a number or an address is a key', () => {
    const han = fc.string({ unit: fc.constantFrom(...'张王李赵三四五小明国建伟'), minLength: 1, maxLength: 4 });
    return fc.assert(
      fc.asyncProperty(han, fc.integer({ min: 0, max: 99_999_999 }), async (name, number) => {
        const phone = `+86138${String(number).padStart(8, '0')}`;
        const keys = await searchKeys(person(name, phone));
        expect(keys).toEqual([...new Set(keys)].sort());
        for (const wanted of [...name, phone.slice(3), phone.slice(1), phone.slice(-4), phone.slice(-8)])
          expect(keys).toContain(wanted);
      }),
      { numRuns: 50 },
    );
  });

  it('a hostile name makes neither an error nor thousands of keys', async () => {
    for (const name of [
      '张'.repeat(5000),
      'a b '.repeat(5000),
      '\ud800',
      `a${'\u0301'.repeat(5000)}`,
      '1'.repeat(5000),
    ])
      expect((await searchKeys(person(name))).length).toBeLessThan(400);
  });
});

describe('who comes first', () => {
  it('the whole name, then a whole word, then who was seen last, then never', async () => {
    await know(
      { ...person('王伟民'), seen: '2026-08-03T00:00:00Z' },
      { ...person('王伟'), seen: '2026-01-01T00:00:00Z' },
      person('小王伟'),
      { ...person('老王伟'), seen: '2026-08-01T00:00:00Z' },
      { ...person('王伟 (Shop)'), seen: '2025-01-01T00:00:00Z' },
    );
    expect(await names('王伟')).toEqual(['王伟', '王伟 (Shop)', '王伟民', '老王伟', '小王伟']);
    expect(await names('王伟', 2)).toEqual(['王伟', '王伟 (Shop)']);
  });

  it('of a name thousands share, the exact one and the last seen are not lost', async () => {
    await know();
    const crowdKeys = (await searchKeys(person('王小明'))).filter((key) => !key.startsWith('='));
    await db.autocommit`
      insert into contacts (name, search_keys, last_seen_at)
      select '王小明' || i, ${crowdKeys}::text[], now() - i * interval '1 hour' from generate_series(1, 3000) i`;
    const keys = await searchKeys(person('Wang'));
    await db.autocommit`
      insert into contacts (name, search_keys, last_seen_at) values ('Wang', ${keys}::text[], '2001-01-01')`;
    expect(await names('wang', 4)).toEqual(['Wang', '王小明1', '王小明2', '王小明3']);
  });

  it('keys that are common alone and rare together are found together', async () => {
    await know();
    const [wang, mail] = [await searchKeys(person('王')), await searchKeys(person('', undefined, 'x@gmail.com'))];
    await db.autocommit`
      insert into contacts (name, search_keys, last_seen_at)
      select 'many', case when i % 2 = 0 then ${wang}::text[] else ${mail}::text[] end, now() from generate_series(1, 4000) i`;
    const both = await searchKeys(person('王', undefined, 'x@gmail.com'));
    await db.autocommit`insert into contacts (name, search_keys) values ('both', ${both}::text[])`;
    expect(await names('wang gmail')).toEqual(['both']);
  });
});

describe('the plan', () => {
  it('never reads the whole table, however common the key', async () => {
    await know();
    await db.autocommit`
      insert into contacts (name, search_keys, last_seen_at)
      select 'n' || i, array['wang', 'k' || i, 'm' || i % 7] || padding, now() - i * interval '1 minute'
      from generate_series(1, 6000) i
      cross join lateral (select array_agg(md5(i || '-' || j)) as padding from generate_series(1, 15) j) as row`;
    await db.autocommit`analyze contacts`;
    await db.transaction(async (tx) => {
      const wholeReads = async () => {
        const [row] = await tx<{ count: number }>`
          select seq_scan::int as count from pg_stat_xact_user_tables where relname = 'contacts'`;
        return row!.count;
      };
      const before = await wholeReads(); // rebuilding the emptied table's indexes counts too
      for (const query of ['wang', 'k77', 'm3', 'wang k77', 'nobody', 'wagn']) {
        await findContacts(tx, query);
        expect({ query, reads: (await wholeReads()) - before }).toEqual({ query, reads: 0 });
      }
      await tx`select count(*) from contacts where name like '%x'`; // control: a whole read is counted
      expect((await wholeReads()) - before).toBe(1);
    });
  });
});
