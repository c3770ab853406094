import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formatConsole } from '../../../src/bots/console/format.ts';
import { refreshSearchKeys } from '../../../src/domain/people/contact.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import type { CustomerUpdated } from '../../../src/domain/shop_event.ts';
import { keptPath } from '../../../src/files/store.ts';
import { csv } from '../../../src/text/csv.ts';
import type { Locale } from '../../../src/text/locale.ts';
import { texts } from '../../../src/text/texts.ts';
import { buttonsOf, type House, NOON, testHouse } from '../../support/house.ts';

const t = texts('zh-CN');
let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(async () => {
  await house.reset();
});

/** 12 VIPs (3 of them in 上海, one of those never seen), and 3 others. */
async function furnish(): Promise<void> {
  await house.act(async ({ tx }) => {
    await tx`
      insert into contacts (name, tags, city, last_seen_at)
      select '客' || n, case when n <= 12 then '{vip}'::text[] else '{}' end, case when n <= 3 then '上海' end,
        case when n > 1 then ${NOON}::timestamptz - n * interval '1 day' end
      from generate_series(1, 15) n`;
    await refreshSearchKeys(
      tx,
      Array.from({ length: 15 }, (_, nth) => String(nth + 1)),
    );
  });
}

const labels = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);
const tagsOf = async (tag: string) =>
  (await house.db.sql<{ name: string }>`select name from contacts where tags @> ${[tag]}::text[] order by id`).map(
    ({ name }) => name,
  );

it('means whom plain words mean, says how many, and names what nobody is called', async () => {
  await furnish();
  await house.type('给上海的客户都打个标签 本地');
  const asked = await house.press('/tagall #本地 给 上海的客户');
  expect(asked).toMatchObject({ title: t.bulk.askTag(3, '#本地'), undecided: true });
  expect(await tagsOf('本地')).toEqual([]);
  await house.press('/tagall 3 #本地 where city:上海');
  expect(await tagsOf('本地')).toEqual(['客1', '客2', '客3']);
  expect((await house.say('/批量标签 #本地 给 买过茶的')).failed).toBe(true);
});

describe('/find with a filter', () => {
  it('says how many, shows them page by page, and offers what can be done with all', async () => {
    await furnish();
    await house.type('/find #vip -城市:上海 最近:90天');
    const [first] = (await house.cards()).slice(-1);
    expect(first!.title).toBe('9 人：#vip -城市:上海 最近:90天 · 第 1 页，共 2 页');
    expect(first!.lists![0]!.items.map(({ text }) => text)).toEqual(
      [4, 5, 6, 7, 8, 9, 10, 11].map((n) => `客${n} #vip`),
    );
    expect(first!.buttons!.map((row) => row.map(({ label }) => label))).toEqual([
      [t.button.next],
      [t.button.tagAll, t.button.export, t.button.taskAll, t.segment.save],
    ]);
    const second = await house.press(t.button.next);
    expect(second.lists![0]!.items.map(({ text }) => text)).toEqual(['客12 #vip']);
    expect(labels(second)).toContain(t.button.previous);
  });

  it.each<Locale>(['zh-CN', 'en'])(
    'names the word it does not understand, and what is possible (%s)',
    async (locale) => {
      const { filter } = texts(locale);
      const unknown = await house.rehearse('owner', '/find #vip citty:上海', { locale });
      expect(unknown).toMatchObject({ failed: true, text: filter.unclear('citty:上海') });
      expect(unknown.fields![0]!.value).toContain(filter.possible.bought);
      const value = await house.rehearse('owner', '/find lang:klingon', { locale });
      expect(value).toMatchObject({ failed: true, fields: [{ value: filter.possible.lang }] });
      const nobody = await house.rehearse('owner', '/find #nobody', { locale });
      expect(nobody).toMatchObject({ failed: true, text: filter.nobody('#nobody') });
    },
  );

  it('offers nobody what their role may not do', async () => {
    await furnish();
    const acts = async (role: 'viewer' | 'helper') =>
      labels(await house.rehearse(role, '/find #vip city:上海')).slice(3);
    expect(await acts('viewer')).toEqual([]);
    expect(await acts('helper')).toEqual([t.button.tagAll, t.button.taskAll]);
  });

  it('without any filter finds by name as ever', async () => {
    await furnish();
    expect((await house.say('/find 客15')).title).toBe('客15');
    expect((await house.say('/find 客')).title).toBe(`${t.find.found('客')}（共 15）· 第 1 页，共 2 页`);
  });
});

describe('a tag for everybody', () => {
  it('is asked for by buttons, confirmed with how many and three of them, put on all, and taken back at once', async () => {
    await furnish();
    const before = await house.state();
    await house.say('/tag 客15 #批发');
    await house.type('/find #vip -城市:上海');
    const which = await house.press(t.button.tagAll);
    expect(which).toMatchObject({ failed: true });
    expect(which.text).toContain(t.need.tag);
    const asked = await house.press('#批发');
    expect(asked.title).toBe(t.bulk.askTag(9, '#批发'));
    expect(asked.lists![0]!.items).toHaveLength(3);
    expect(labels(asked)).toEqual([t.button.doIt, t.button.no]);
    expect(await tagsOf('批发')).toEqual(['客15']);
    const doIt = buttonsOf(asked)[0]!;
    const done = await house.press(doIt);
    expect(done.text).toBe(t.bulk.tagged(9, 0, '#批发'));
    expect(await tagsOf('批发')).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 15].map((n) => `客${n}`));
    expect((await house.say('/find 客4 #批发')).title).toMatch(/^1 人/);
    expect((await house.press(doIt)).text).toBe(t.bulk.tagged(0, 9, '#批发'));
    await house.press(buttonsOf(done)[0]!.command);
    await house.say('/undo');
    const after = await house.state();
    expect(after.contacts).toEqual(before.contacts);
  });

  it('takes tags that were filled in, with or without their #', async () => {
    await furnish();
    for (const tags of ['a, -b', '＃a －＃b']) {
      const asked = await house.say(`/tagall where #vip tags:"${tags}"`);
      expect(buttonsOf(asked)[0]).toMatchObject({ command: '/tagall 12 #a -#b where #vip' });
    }
    expect(await house.say('/tagall where #vip tags:"a/b"')).toMatchObject({ failed: true });
  });

  it('is one act in the journal, whoever else is changed meanwhile', async () => {
    await furnish();
    await house.say('/tagall 12 #a -#vip where #vip');
    expect(await tagsOf('vip')).toEqual([]);
    expect(await house.db.sql`select from journal`).toHaveLength(1);
    await house.db.autocommit`update contacts set last_seen_at = now() where name = '客4'`;
    expect((await house.say('/undo')).failed).toBeUndefined();
    expect(await tagsOf('vip')).toHaveLength(12);
    expect((await house.say('/find 客4 #a')).failed).toBe(true);
  });

  it('is not taken back in part: one of them was changed again', async () => {
    await furnish();
    const done = await house.say('/tagall 12 #a where #vip');
    await house.say('/tag 客4 #b');
    const state = await house.state();
    expect(await house.say(buttonsOf(done)[0]!.command)).toMatchObject({ failed: true });
    expect(await house.state()).toEqual(state);
  });

  it('asks again when they have become many more or fewer, and not for one or two', async () => {
    await furnish();
    expect(await house.say('/tagall 9 #a where #vip')).toMatchObject({ failed: true, hint: t.bulk.changedSince(9) });
    expect(await house.say('/tagall 15 #a where #vip')).toMatchObject({ failed: true });
    expect(await tagsOf('a')).toEqual([]);
    expect((await house.say('/tagall 10 #a where #vip')).failed).toBeUndefined();
    expect(await tagsOf('a')).toHaveLength(12);
  });

  it('works typed, in either language, and says who already had it', async () => {
    await furnish();
    await house.say('/tag 客4 #批发');
    const zh = await house.say('/批量标签 #批发 -#旧 给 #vip');
    const en = await house.say('/tagall +#批发 -#旧 where tag:vip');
    expect(buttonsOf(zh)).toEqual(buttonsOf(en).map((button, nth) => ({ ...button, id: buttonsOf(zh)[nth]!.id })));
    expect((await house.say(buttonsOf(zh)[0]!.command)).text).toBe(t.bulk.tagged(11, 1, '#批发 -#旧'));
  });

  it('of very many people is one act that can be taken back', async () => {
    await house.act(async ({ tx }) => {
      await tx`
        insert into contacts (name, tags, search_keys)
        select '王小明', '{vip}', array['#vip', '=王小明', '小明', '王小'] from generate_series(1, 600)`;
      await tx`insert into contacts (name, tags) values ('别人', '{other}')`;
    });
    const done = await house.say('/tagall 600 #a where #vip');
    expect(done.text).toBe(t.bulk.tagged(600, 0, '#a'));
    expect(await tagsOf('a')).toHaveLength(600);
    expect((await house.say('/undo')).failed).toBeUndefined();
    expect(await tagsOf('a')).toEqual([]);
  });
});

describe('a task for everybody', () => {
  it('is one each, asked before, at its time, and taken back at once', async () => {
    await furnish();
    await house.type('/find 城市:上海');
    const asked = await house.press(t.button.taskAll);
    expect(asked.title).toBe(t.bulk.askTask(3, '打电话'));
    expect(asked.hint).toContain('/批量任务');
    const timed = await house.say('/批量任务 明天10点 寄样品 给 城市:上海');
    expect(timed.title).toContain('明天 10:00');
    await house.say(buttonsOf(timed)[0]!.command);
    const rows = await house.db.sql`select title, due_at, contact_id from tasks order by contact_id`;
    expect(rows).toEqual(
      ['1', '2', '3'].map((id) => ({ title: '寄样品', due_at: new Date('2026-11-22T02:00:00Z'), contact_id: id })),
    );
    await house.say('/undo');
    expect(await house.db.sql`select from tasks`).toHaveLength(0);
  });

  it('is refused for more than 200 people, with one task for all instead', async () => {
    await house.db.autocommit`insert into contacts (name, tags) select '王', '{vip}' from generate_series(1, 201)`;
    const refused = await house.say('/taskall 打电话 where #vip');
    expect(refused).toMatchObject({ failed: true, text: t.bulk.tooManyTasks(201, 200) });
    expect((await house.say(buttonsOf(refused)[0]!.command)).failed).toBeUndefined();
    expect(await house.db.sql`select title, contact_id from tasks`).toEqual([
      { title: '打电话 · #vip', contact_id: null },
    ]);
  });
});

describe('/export', () => {
  const exported = async (reply: Reply) => (await house.files.read(reply.attachments![0]!.ref)).toString();

  it('is a file spreadsheets open, in the order and words of the list, and is written down', async () => {
    await house.say('/add 张三 13800138000 zhang@example.com #vip 城市:上海市');
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    for (const [nth, [currency, minor]] of [
      ['CNY', 128050],
      ['CNY', 1],
      ['USD', 5000],
    ].entries())
      await house.db.autocommit`
        insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
        values (1, ${nth}, 1, '#1', 'paid', ${currency}, ${minor}, now(), now())`;
    const reply = await house.say('/export #vip');
    expect(reply.attachments).toMatchObject([{ kind: 'document', name: '客户-2026-11-21.csv', type: 'text/csv' }]);
    const [row] = await house.db.sql<{ createdAt: Date }>`select created_at as "createdAt" from contacts`;
    const known = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    expect(await exported(reply)).toBe(
      '\ufeff编号,姓名,标签,城市,公司,职位,语言,渠道,联系方式,首次联系,最近联系,订单数,生日,地址,消费 CNY,消费 USD\r\n' +
        `1,张三,vip,上海,,,,电话; 邮件,"'+8613800138000; zhang@example.com",${known.format(row!.createdAt)},,3,,,1280.51,50.00\r\n`.replace(
          /"'([^"]*)"/,
          "'$1",
        ),
    );
    expect(await house.db.sql`select command, outcome from journal where outcome is not null`).toEqual([
      { command: '/export #vip', outcome: 'exported' },
    ]);
  });

  it.each<Locale>(['zh-CN', 'en'])('without a filter is everybody (%s)', async (locale) => {
    await furnish();
    const reply = await house.rehearse('owner', '/export', { locale });
    expect(reply.text).toBe(texts(locale).export.done(15, ''));
    expect((await exported(reply)).split('\r\n')).toHaveLength(17);
  });

  it('names on the terminal where the file lies', async () => {
    await furnish();
    const reply = await house.say('/export');
    const path = keptPath('/srv/data/files', reply.attachments![0]!.ref);
    expect(path).toMatch(/^\/srv\/data\/files\/[0-9a-f]{2}\/[0-9a-f]{64}$/);
    expect(formatConsole(reply, { pathOf: () => path })).toContain(path);
    expect(formatConsole(reply)).not.toContain('/files/');
    expect(keptPath('/srv/data/files', 'file:../../etc/passwd')).toBeUndefined();
  });

  it('keeps what would be a formula a text, and a comma or quote in its cell', () => {
    const cells = ['=1+1', '+86', '-1', '@x', '\t=x', '＝1', 'a,b', 'say "hi"', '两\n行', 12, '平常'];
    expect(csv([cells]).toString()).toBe(
      '\ufeff\'=1+1,\'+86,\'-1,\'@x,\'\t\'=x,\'＝1,"a,b","say ""hi""","两\n行",12,平常\r\n',
    );
  });
});

describe('a city', () => {
  it('is told by the owner or by the shop, which never overrules the owner, and is found in either spelling', async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    await house.happen(shopCustomer('1', '上海市'), shopCustomer('2', 'New York'), shopCustomer('3', null));
    await house.say('/城市 c2 北京');
    await house.happen(shopCustomer('2', 'Boston'), shopCustomer('3', '杭州市'));
    await house.say('/add 李四 city:上海');
    const cities = await house.db.sql`select city from contacts order by id`;
    expect(cities.map(({ city }) => city)).toEqual(['上海', '北京', '杭州', '上海']);
    expect((await house.say('/find city:上海市')).title).toMatch(/^2 人/);
    expect((await house.say('/contact c1')).fields).toContainEqual({ label: t.contact.city, value: '上海' });
    await house.say('/city c1 -');
    expect((await house.say('/find 城市:上海')).title).toMatch(/^1 人/);
  });
});

function shopCustomer(externalId: string, city: string | null): CustomerUpdated {
  const hidden = { email: null, phone: null, country: null, language: null };
  const customer = { externalId, name: `客${externalId}`, city, ...hidden };
  return { kind: 'customer.updated', provider: 'shopify', connectionId: '1', customer, updatedAt: NOON };
}
