import { beforeEach, describe, expect, it } from 'vitest';
import { lifeIn } from '../../../demo/life.ts';
import type { Tx } from '../../../src/db/sql.ts';
import { unsubscribe } from '../../../src/domain/people/suppression.ts';
import type { OrderUpdated } from '../../../src/domain/shop_event.ts';
import { exported, give, rowsIn } from '../../support/exchange/archives.ts';
import { buttonsOf, NOON, telegramMessage, testHouse } from '../../support/house.ts';
import { mailMessage } from '../../support/letters/mail_message.ts';
import { fieldsIn, webFormsOf } from '../../support/web_forms.ts';

const [shop, other] = [await testHouse(), await testHouse()];
const browser = await webFormsOf(other);
beforeEach(async () => {
  for (const house of [shop, other]) await house.reset();
  // both are made of one template: they began at the same moment
  await other.db.autocommit`update users set created_at = now()`;
  // and have one owner
  for (const house of [shop, other])
    await house.db
      .autocommit`insert into user_identities (channel, address, user_id) values ('telegram', '42', 1) on conflict do nothing`;
});

const moved = async (step = 'go') => (await give(other, await exported(shop))).go(step);
const has = async (label: string, whom = '张三') =>
  (await other.say(`/contact ${whom}`)).fields?.find((field) => field.label === label)?.value;

describe('fields in an archive', () => {
  beforeEach(async () => {
    await shop.say('/add 张三 13800138000');
    await shop.say('/field 添加 鞋码 数字');
    await shop.say('/field 添加 口味 选项 红茶|绿茶');
    for (const line of ['生日 1990-05-12', '地址 南京路 1 号', '鞋码 38', '口味 绿茶'])
      await shop.say(`/edit 张三 ${line}`);
  });

  it('come whole where nobody is: those that are always there, and the owner’s own', async () => {
    const before = await rowsIn(shop);
    expect(before.field_values).toHaveLength(4);
    await moved();
    expect(await rowsIn(other)).toEqual(before);
  });

  it('are those of the same name and kind here; what is chosen becomes a choice, and it is taken back exactly', async () => {
    await other.say('/add 李四 13900139000');
    await other.say('/field 添加 尺寸 文字');
    await other.say('/field 添加 口味 选项 白茶|红茶');
    await other.say('/field 添加 鞋码 数字');
    await other.say('/edit 李四 口味 白茶');
    const before = await other.state();
    await moved();
    expect(await other.db.sql`select name, choices from fields where id > 0 order by id`).toEqual([
      { name: '尺寸', choices: [] },
      { name: '口味', choices: ['白茶', '红茶', '绿茶'] },
      { name: '鞋码', choices: [] },
    ]);
    expect([await has('鞋码'), await has('口味'), await has('地址')]).toEqual(['38', '绿茶', '南京路 1 号']);
    expect(await has('口味', '李四')).toBe('白茶');
    await other.say('/undo');
    expect(await other.state()).toEqual(before);
  });

  it('come beside one of the same name that takes something else, which is said before, and only once', async () => {
    await other.say('/field 添加 鞋码 文字');
    const { shown, go } = await give(other, await exported(shop));
    expect(shown.text).toContain('同名的字段，但填的东西不一样，文件里的会在名字后面加个 2：「鞋码」');
    await go();
    expect([await has('鞋码'), await has('鞋码 2')]).toEqual([undefined, '38']);
    const before = await rowsIn(other);
    expect((await give(other, await exported(shop))).shown.text).toContain('都有了');
    expect(await rowsIn(other)).toEqual(before);
  });

  it('stay as they are here, until the owner wants what the file has', async () => {
    await moved();
    await other.say('/edit 张三 鞋码 40');
    const second = await give(other, await exported(shop));
    expect(buttonsOf(second.shown).map(({ command }) => command)).toContain(`/import ${second.id} theirs`);
    await second.go('theirs');
    expect(await has('鞋码')).toBe('38');
    expect(await other.db.sql`select value, number from field_values where number is not null`).toEqual([
      { value: '38', number: '38' },
    ]);
  });

  it('that were removed do not come back', async () => {
    await shop.say('/field 删除 鞋码');
    await moved();
    expect(await has('鞋码')).toBeUndefined();
    expect(await other.db.sql`select name from fields where id > 0`).toEqual([{ name: '口味' }]);
  });
});

describe('consents in an archive', () => {
  const consent = (
    tx: Tx,
    asked: number,
    { confirmed = asked, withdrawn }: { confirmed?: number; withdrawn?: number } = {},
  ) => {
    const day = (nth: number | undefined) => (nth === undefined ? null : new Date(NOON.getTime() + nth * 86_400_000));
    return tx`
      insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, asked_from, confirmed_at, withdrawn_at)
      select id, 'email', 'mei@example.net', 'newsletter', 'way-in-' || ${asked}::int, 'zh-CN', '我愿意收到新茶消息', 'form:1', ${day(asked)},
        '203.0.113.0', ${day(confirmed)}, ${day(withdrawn)} from contacts`;
  };
  const agreed = () => other.db.sql`
    select words, asked_from as "from", confirmed_at is not null as confirmed, withdrawn_at is not null as withdrawn from consents order by asked_at`;
  beforeEach(async () => {
    for (const house of [shop, other]) await house.say('/add 林梅 mei@example.net');
  });

  it('keep their evidence, and nobody who has the file can open their pages', async () => {
    await shop.act(({ tx }) => consent(tx, 1));
    const zip = await exported(shop);
    expect(zip.includes('way-in-1')).toBe(false);
    await (await give(other, zip)).go();
    expect(await agreed()).toEqual([
      { words: '我愿意收到新茶消息', from: '203.0.113.0', confirmed: true, withdrawn: false },
    ]);
    const [{ token } = { token: '' }] = await other.db.sql<{ token: string }>`select token from consents`;
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    expect((await browser.get(`/c/${token}`)).status).toBe(200);
    const before = await rowsIn(other);
    await (await give(other, zip)).go();
    expect(await rowsIn(other)).toEqual(before);
  });

  it('that were withdrawn there since are withdrawn here', async () => {
    await shop.act(({ tx }) => consent(tx, 1));
    await moved();
    await shop.db.autocommit`update consents set withdrawn_at = ${new Date(NOON.getTime() + 5 * 86_400_000)}`;
    const { shown, go } = await give(other, await exported(shop));
    expect(shown.text).toContain('有 1 位客户在那边已经退订');
    await go();
    expect(await agreed()).toMatchObject([{ confirmed: true, withdrawn: true }]);
    expect((await give(other, await exported(shop))).shown.text).toContain('都有了');
  });

  it('that were withdrawn here stay so, whatever an older file says, and one given anew counts', async () => {
    await shop.act(({ tx }) => consent(tx, 1));
    await other.act(({ tx }) => consent(tx, 2, { withdrawn: 5 }));
    await moved();
    expect(await agreed()).toMatchObject([{ withdrawn: true }, { withdrawn: true }]);
    await shop.db.autocommit`delete from consents`;
    await shop.act(({ tx }) => consent(tx, 7));
    await moved();
    expect(await agreed()).toMatchObject([{ withdrawn: true }, { withdrawn: true }, { withdrawn: false }]);
  });
});

describe('a no in an archive', () => {
  it('counts in the next house, also of somebody who was deleted before', async () => {
    await shop.say('/add 林梅 mei@example.net');
    const no = { channel: 'email', address: 'mei@example.net', saidBy: 'person', source: 'one_click' } as const;
    await shop.act(({ tx, now }) => unsubscribe(tx, { ...no, now }));
    await shop.say('/delete 林梅 !');
    await moved();
    await other.say('/add 林梅 mei@example.net');
    expect(JSON.stringify(await other.say('/contact 林梅'))).toContain('mei@example.net 不要');
  });

  it('of another house counts beside our own', async () => {
    const no = { channel: 'email', saidBy: 'person', source: 'one_click' } as const;
    await shop.act(({ tx, now }) => unsubscribe(tx, { ...no, address: 'mei@example.net', now }));
    await other.act(({ tx, now }) => unsubscribe(tx, { ...no, address: 'tom@example.net', now }));
    await moved();
    expect(
      await other.db.sql`select count(*)::int, count(*) filter (where ours)::int as ours from suppression_keys`,
    ).toEqual([{ count: 2, ours: 1 }]);
    for (const address of ['mei@example.net', 'tom@example.net']) {
      await other.say(`/add ${address.slice(0, 3)} ${address}`);
      expect(JSON.stringify(await other.say(`/contact ${address.slice(0, 3)}`))).toContain('不要');
    }
  });
});

describe('a web form in an archive', () => {
  it('comes with what it asks for, under a new address, and works', async () => {
    await shop.say('/connect form 定制');
    await shop.say('/forms 1 newsletter on');
    const [was] = await shop.db.sql<{ token: string; standing: string }>`
      select c.token, f.standing from web_forms f join connections c on c.id = f.id`;
    const zip = await exported(shop);
    for (const secret of [was!.token, was!.standing]) expect(zip.includes(secret)).toBe(false);
    const done = await (await give(other, zip)).go();
    expect(done.text).toContain('网页表单的网址换了');
    const [is] = await other.db.sql<{ token: string; name: string; standing: string }>`
      select c.token, f.name, f.standing from web_forms f join connections c on c.id = f.id`;
    expect(is!.name).toBe('定制');
    expect([is!.token === was!.token, is!.standing === was!.standing]).toEqual([false, false]);
    const fields = fieldsIn((await browser.get(`/f/${is!.token}`)).html);
    other.now = new Date(other.now.getTime() + 20_000);
    await browser.post(`/f/${is!.token}`, { ...fields, name: '安娜', email: 'anna@example.org', message: '能刻字吗' });
    expect(await other.db.sql`select text from messages where text like '%刻字%'`).toHaveLength(1);
    expect(await other.db.sql`select from held_forms`).toEqual([]);
  });

  it('that asks for what no form of ours asks is left out', async () => {
    await shop.say('/connect form 定制');
    await shop.db.autocommit`update web_forms set fields = '{name,password}', thanks_url = 'javascript:alert(1)'`;
    await moved();
    expect(await other.db.sql`select from web_forms`).toEqual([]);
    await shop.db.autocommit`update web_forms set fields = '{name,phone}'`;
    await moved();
    expect(await other.db.sql`select fields, thanks_url as to from web_forms`).toEqual([
      { fields: ['name', 'phone'], to: null },
    ]);
  });
});

describe('a day of a small shop', () => {
  it.each(['zh-CN', 'en'] as const)('is the same after it moved house (%s)', async (locale) => {
    const { asks, answer, complains, apology, mail, mailAnswer, buyer, task, late } = lifeIn(locale);
    const writes = ({ id, name, text }: typeof asks) =>
      shop.happen(telegramMessage(text, { chat: String(id), from: { address: String(id), name } }));
    await shop.db.autocommit`insert into connections (provider, token, secret) values ('shopify', 't', '')`;
    await writes(asks);
    await shop.say(`/reply ${asks.name} ${answer}`);
    await writes(complains);
    await shop.say(`/reply ${complains.name} ${apology}`);
    await shop.happen(mailMessage(mail.from, mail.text, { subject: mail.subject }));
    await shop.say(`/reply c3 ${mailAnswer}`);
    await shop.happen(bought(buyer));
    await shop.say(`/task ${task}`);
    await writes(late);
    await shop.say('/add 张三 13800138000 zhang@example.com #vip');
    await shop.say('/edit 张三 生日 05-12');
    await shop.say('/lead 张三 茶叶礼盒 300');
    await shop.deliver();
    const before = await rowsIn(shop);
    for (const table of ['contacts', 'messages', 'tasks', 'orders', 'leads', 'field_values'])
      expect([table, before[table]!.length > 0]).toEqual([table, true]);
    const sent = (await other.outbox()).length;
    await moved();
    expect(await rowsIn(other)).toEqual(before);
    expect((await other.outbox()).slice(sent).filter(({ audience }) => audience === 'customer')).toEqual([]);
  });
});

const bought = (buyer: ReturnType<typeof lifeIn>['buyer']): OrderUpdated => ({
  ...{ kind: 'order.updated', provider: 'shopify', connectionId: '1', updatedAt: NOON },
  order: {
    ...{
      externalId: '5',
      number: buyer.number,
      payment: 'paid',
      fulfillment: null,
      currency: 'CNY',
      totalMinor: '68000',
    },
    ...{ test: false, placedAt: NOON, cancelledAt: null },
    lines: [{ sku: 'JJM', title: buyer.title, quantity: 1, priceMinor: '68000' }],
  },
  customer: {
    ...{ externalId: '900', name: `${buyer.last}${buyer.first}`, email: buyer.email, phone: null, country: 'CN' },
    ...{ city: null, language: 'zh' },
  },
});
