import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressesIn } from '../../../src/domain/desk/alike.ts';
import { sameName } from '../../../src/domain/people/same_name.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import type { CustomerUpdated, ShopCustomer } from '../../../src/domain/shop_event.ts';
import { buttonsOf, type House, NOON, telegramMessage, testHouse } from '../../support/house.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(async () => {
  await house.reset();
});

const person: ShopCustomer = {
  ...{ externalId: '900', name: 'Zhang San', email: 'zhang@example.com', phone: '13800138000' },
  ...{ country: 'CN', language: 'zh-CN', city: null },
};
const shop = (customer: Partial<ShopCustomer>): CustomerUpdated => ({
  kind: 'customer.updated',
  provider: 'shopify',
  connectionId: '1',
  customer: { ...person, ...customer },
  updatedAt: NOON,
});
const chat = (address: string, name: string, text: string, more: object = {}) =>
  telegramMessage(text, { chat: address, from: { address, name }, ...more });
const mail = (address: string, name: string, text: string) =>
  telegramMessage(text, {
    ...{ channel: 'email', private: false, chat: address, from: { address, name } },
    ...{ externalId: `<${address}${text.length}>`, subject: '' },
  });

const proposals = async (): Promise<Reply[]> => (await house.cards()).filter(({ title }) => title?.startsWith('👥'));
const pairs = () =>
  house.db.sql<{ pair: string; state: string }>`
    select first_id || ' ' || second_id as pair, state from merge_proposals order by id`;

describe('two contacts that look like one person', () => {
  beforeEach(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    await house.happen(shop({}));
  });

  it('are proposed as one when a message names the other’s address: both side by side, the evidence, two buttons', async () => {
    await house.happen(chat('1001', '小张', '我的邮箱是 Zhang@Example.com，电话 138-0013-8000'));
    const [card, ...more] = await proposals();
    expect(more).toEqual([]);
    expect(card!.text).toBe(
      '小张 在消息里写了 zhang@example.com，这是 Zhang San 的联系方式（邮件）。\n小张 在消息里写了 +8613800138000，这是 Zhang San 的联系方式（电话）。',
    );
    expect(card!.lists!.map(({ title }) => title)).toEqual(['Zhang San (c1)', '小张 (c2)']);
    expect(card!.lists![0]!.items.map(({ text }) => text)).toContain('邮件：zhang@example.com');
    expect(card!.lists![1]!.items.at(-1)!.text).toContain('← 我的邮箱是');
    expect(buttonsOf(card!).map(({ command }) => command)).toEqual(['/merge c1 c2', '/distinct c1 c2']);
    expect(await house.db.sql`select from contacts`).toHaveLength(2);
  });

  it('are proposed when an identity somebody brings belongs to the other', async () => {
    await house.happen(chat('1001', '小张', '你好'));
    await house.happen(
      chat('1001', '小张', '这是我的电话', { from: { address: '1001', name: '小张', phone: '+8613800138000' } }),
    );
    expect((await proposals())[0]!.text).toBe('小张 带来的联系方式 +8613800138000（电话）已属于 Zhang San。');
  });

  it('are proposed when /add names addresses of two', async () => {
    await house.happen(mail('zs@other.example', 'Z', 'hello'));
    await house.say('/add 13800138000 zs@other.example');
    expect(await pairs()).toEqual([{ pair: '1 2', state: 'proposed' }]);
  });

  it('are proposed for the same name, in whichever script, with a company’s mail domain', async () => {
    await house.happen(mail('sales@example.com', '张三', '请问多少钱？'));
    expect((await proposals())[0]!.text).toBe('同名：张三、Zhang San。\n邮箱域名相同：example.com。');
  });

  it.each([
    ['Jon Smith', 'Jonathan Smith'],
    ['Jonathan Smith', 'Jon Smith'],
    ['Bea', 'Bea Stone'],
    ['Bea Stone', 'Bea'],
  ])(
    'are proposed where one name may be short for the other, with a company’s mail domain: %s, %s',
    async (one, other) => {
      await house.happen(mail('one@acme.example', one, 'hello'), mail('two@acme.example', other, 'hello'));
      expect((await proposals()).map(({ text }) => text)).toEqual([expect.stringContaining('一个可能是另一个的简称')]);
      expect(await house.db.sql`select from contacts`).toHaveLength(3);
    },
  );

  it.each([
    ['Jon Smith', 'Jonathan Smith', 'gmail.com'],
    ['Jon Smith', 'Jonathan Smythe', 'acme.example'],
    ['Jo Smith', 'Jonathan Smith', 'acme.example'],
    ['林梅', '林小梅', 'acme.example'],
    ['Anna Smith', 'Bea Smith', 'acme.example'],
  ])('are not guessed: %s, %s at %s', async (one, other, host) => {
    await house.happen(mail(`one@${host}`, one, 'hello'), mail(`two@${host}`, other, 'hello'));
    expect(await proposals()).toEqual([]);
    expect((await house.say('/duplicates')).lists ?? []).toEqual([]);
  });

  it('one of whom has the first word of the other’s name alone are listed, in whichever order they came', async () => {
    for (const [one, other] of [
      ['Bea', 'Bea Stone'],
      ['Mo Farr', 'Mo'],
    ] as const)
      await house.happen(chat(`1${one.length}`, one, 'hello'), chat(`2${one.length}`, other, 'hello'));
    const items = (await house.say('/duplicates')).lists![0]!.items.map(({ text }) => text);
    expect(items.toSorted()).toEqual(['Bea ↔ Bea Stone', 'Mo Farr ↔ Mo']);
    expect(await proposals()).toEqual([]);
  });

  it('are one where the same phone is only written differently', async () => {
    await house.say('/add Tom Lee +44 7400 123456');
    const again = await house.say('/add Thomas Lee 0044 7400 123456');
    expect(JSON.stringify(again)).toContain('Tom Lee');
    expect(await house.db.sql`select from contacts where name like '%Lee'`).toHaveLength(1);
  });

  it('are proposed for the same name with an order of the other', async () => {
    await house.db.autocommit`
      insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
      values (1, '1', 1, '#1042', 'paid', 'CNY', 8800, now(), now())`;
    await house.happen(chat('1001', '张三', '订单 1042 什么时候发货？'));
    expect((await proposals())[0]!.text).toContain('问到订单 #1042，那是 Zhang San 的订单。');
  });

  it.each([
    ['the same name alone', chat('1001', 'Zhang San', '你好，请问有货吗？')],
    ['a public mail provider', mail('someone@gmail.com', 'Wang Wu', 'hello')],
    ['a name that only sounds the same', mail('b@example.com', 'Zhang Shan', 'hello')],
    ['another name at the same company', mail('b@example.com', 'Li Si', 'hello')],
    ['words they passed on', chat('1001', '小张', 'zhang@example.com', { forwardedFrom: { name: 'somebody' } })],
  ])('are not proposed for %s', async (_, event) => {
    await house.happen(event);
    expect(await pairs()).toEqual([]);
  });

  it('of the same name alone are listed as such and told to nobody; a no ends it', async () => {
    await house.happen(chat('1001', 'Zhang San', '你好，请问有货吗？'), chat('1002', 'zhang san', '在吗'));
    expect(await proposals()).toEqual([]);
    const items = (await house.say('/重复')).lists![0]!.items;
    expect(items.map(({ ref, text }) => `${ref}: ${text}`)).toEqual([
      expect.stringMatching(/ c3: .* ↔ zhang san$/),
      'c1 c2: Zhang San ↔ Zhang San',
    ]);
    expect(items[1]!.detail).toContain('同名');
    for (const pair of ['c1 c2', 'c1 c3', 'c2 c3']) await house.say(`/distinct ${pair}`);
    expect((await house.say('/重复')).text).toBe('没有看起来重复的客户。');
  });

  it('control: a gmail address with a telling name before the @ is proposed', async () => {
    await house.happen(shop({ externalId: '901', name: 'Anna Smith', email: 'anna.smith@gmail.com', phone: null }));
    await house.happen(mail('anna.smith@work.example', 'anna smith', 'hello'));
    expect(await pairs()).toEqual([{ pair: '2 3', state: 'proposed' }]);
  });

  it('are proposed once, whatever comes after', async () => {
    for (const words of ['zhang@example.com', '再说一遍 zhang@example.com', '13800138000']) {
      await house.happen(chat('1001', '小张', words));
    }
    expect(await proposals()).toHaveLength(1);
  });

  it('are never proposed again once the owner said no, and undo makes the question open again', async () => {
    await house.happen(chat('1001', '小张', 'zhang@example.com'));
    const refused = await house.press('不是同一人');
    expect(refused.text).toContain('不会再问');
    await house.happen(chat('1001', '小张', '13800138000'));
    expect(await proposals()).toHaveLength(1);
    expect((await house.say('/重复')).text).toBe('没有看起来重复的客户。');
    await house.press('撤销');
    expect((await house.say('/重复')).lists![0]!.items).toHaveLength(1);
  });

  it('become one by the button of the card, and two again by undo', async () => {
    await house.happen(chat('1001', '小张', 'zhang@example.com'));
    const card = (await house.cards()).findLast((one) => buttonsOf(one).some(({ label }) => label === '合并'))!;
    const merge = buttonsOf(card).find(({ label }) => label === '合并')!;
    expect(await house.press(merge)).toMatchObject({ title: '👥 小张 已并入 Zhang San' });
    expect(await house.press(merge)).toEqual({ text: '本来就是同一位：Zhang San。' });
    await house.happen(chat('1001', '小张', '多少钱？'));
    expect(await house.db.sql`select distinct contact_id from conversations`).toEqual([{ contact_id: '1' }]);
    await house.press('撤销');
    expect(await house.db.sql`select distinct contact_id from conversations`).toEqual([{ contact_id: '2' }]);
    expect((await pairs())[0]!.state).toBe('proposed');
  });

  it('ask no more than a few questions about one contact: a number everybody names is a switchboard', async () => {
    for (let nth = 1; nth <= 8; nth++) await house.happen(chat(String(nth), `客人${nth}`, '总机 13800138000'));
    expect(await proposals()).toHaveLength(5);
  });

  it('hand on what was said of them: who is not the one that goes is not the one that stays', async () => {
    await house.happen(chat('1001', '小张', 'zhang@example.com'), chat('1002', '老张', '13800138000'));
    await house.say('/distinct c1 c2');
    await house.say('/merge c3 c1');
    expect(await pairs()).toEqual([
      { pair: '2 3', state: 'refused' },
      { pair: '1 3', state: 'merged' },
    ]);
  });

  it('are settled one after another from /duplicates, in English too', async () => {
    await house.say('/settings language en');
    for (let nth = 1; nth <= 3; nth++) await house.happen(chat(String(nth), `Guest ${nth}`, 'it is zhang@example.com'));
    const list = await house.say('/duplicates');
    expect(list.lists![0]!.items.map(({ text, detail }) => `${text} | ${detail}`)).toEqual([
      'Zhang San ↔ Guest 3 | Guest 3 wrote zhang@example.com, Zhang San’s address (Mail).',
      'Zhang San ↔ Guest 2 | Guest 2 wrote zhang@example.com, Zhang San’s address (Mail).',
      'Zhang San ↔ Guest 1 | Guest 1 wrote zhang@example.com, Zhang San’s address (Mail).',
    ]);
    const merged = await house.say('/merge c1 c2');
    expect(merged).toMatchObject({ title: '👥 Guest 1 is now part of Zhang San' });
    expect(merged.text).toBe('Moved: 1 address, 1 conversation, 1 message.');
    expect(buttonsOf(merged).map(({ label }) => label)).toContain('Duplicates (2)');
    expect((await house.say('/distinct c1 c3')).text).toContain('You will not be asked again.');
    expect(buttonsOf(await house.say('/contact c1')).map(({ command }) => command)).toContain('/merge c1');
  });
});

describe('/merge', () => {
  beforeEach(async () => {
    await house.happen(chat('1001', '张三', '你好，多少钱？'), chat('1002', '张三丰', '你好，多少钱？'));
  });

  it('asks who stays when a name is not surely meant, or the other is the card’s', async () => {
    const fuzzy = await house.say('/合并 c1 三丰');
    expect(buttonsOf(fuzzy).map(({ command }) => command)).toEqual(['/merge c1 c2', '/merge c2 c1']);
    expect(await house.rehearse('owner', '/merge 张三丰', { about: '1' })).toMatchObject({ title: '保留哪一位？' });
    expect(await house.db.sql`select from contacts`).toHaveLength(2);
  });

  it('merges at once who is named by id, and asks first where the fuller name would be lost', async () => {
    expect((await house.say('/合并 张三 张三丰')).title).toBe('保留哪一位？');
    expect((await house.say('/合并 c1 c2')).title).toBe('👥 张三丰 已并入 张三');
  });

  it('says so when nobody looks the same, it is one person, or nobody is named', async () => {
    for (const text of ['/merge c1', '/merge c1 c1', '/merge', '/merge c1 c99', '/distinct c1 c99', '/distinct c1']) {
      expect(await house.say(text), text).toMatchObject({ failed: true });
    }
  });

  it('is the owner’s', async () => {
    expect(await house.rehearse('helper', '/merge c1 c2')).toMatchObject({ failed: true });
    expect(await house.rehearse('helper', '/split c1')).toMatchObject({ failed: true });
  });
});

describe('/split', () => {
  it('shows addresses and mail threads with a button each, any number of times', async () => {
    await house.happen(mail('a@example.com', 'Anna', 'first'), mail('a@example.com', 'Anna', 'second one'));
    await house.say('/add 13900139000 a@example.com');
    await house.type('/split c1');
    await house.type('/拆分 Anna');
    const split = await house.say('/split c1');
    expect(buttonsOf(split).map(({ command }) => command)).toEqual([
      ...['/split c1 email:a@example.com', '/split c1 phone:+8613900139000', '/split v2', '/split v1'],
    ]);
    const reply = await house.press('/split c1 phone:+8613900139000');
    expect(reply.text).toBe('已把 +8613900139000 (c2) 从 Anna (c1) 拆出。');
  });
});

describe('whose turn it is', () => {
  const turn = async () => (await house.say('/contact c1')).fields!.find(({ label }) => label === '待回复')!.value;

  it('is ours while they wait, theirs after our answer, nobody’s when nothing is open', async () => {
    await house.say('/add 张三 13800138000');
    expect(await turn()).toBe('无');
    await house.happen(chat('1001', '李四', '请问多少钱？'));
    await house.say('/merge c1 c2');
    house.now = new Date(NOON.getTime() + 90 * MINUTE);
    expect(await turn()).toBe('对方在等您 · 1 小时（今天 12:00 起）');
    await house.say('/reply c1 八十');
    house.now = new Date(NOON.getTime() + DAY);
    await house.say('/reply c1 还要吗？');
    expect(await turn()).toBe('您在等对方 · 22 小时（昨天 13:30 起）');
    await house.happen(chat('1001', '李四', '谢谢', { sentAt: house.now }));
    await house.say('/answered c1');
    expect(await turn()).toBe('无');
  });
});

describe('/timeline', () => {
  beforeEach(async () => {
    await house.happen(chat('1001', '张三', '请问龙井多少钱一斤？'));
  });
  const lines = (reply: Reply) => (reply.lists ?? []).flatMap(({ items }) => items.map(({ text }) => text));
  /** Without the buttons' ids, which are new each time. */
  const plain = (reply: Reply) => JSON.stringify(reply).replace(/"id":"\w+"/g, '');
  const days = (reply: Reply) => (reply.lists ?? []).map(({ title }) => title);

  it('tells everything that happened, newest first, by day, with the channel of each message', async () => {
    const at = (minutes: number) => {
      house.now = new Date(NOON.getTime() + minutes * MINUTE);
    };
    at(1);
    await house.say('/reply c1 八十');
    await house.deliver();
    at(2);
    await house.say('/won 1 80');
    at(DAY / MINUTE);
    await house.say('/note c1 常客');
    await house.say('/ticket c1 罐子碎了');
    at(DAY / MINUTE + 1);
    await house.say('/resolve 1');
    await house.say('/task 今天13点 给张三打电话');
    at(DAY / MINUTE + 2);
    await house.say('/done 1');
    await house.say('/add 李四 13900139000');
    await house.say('/merge c1 c2');
    const story = await house.say('/时间线 张三');
    expect(days(story)).toEqual(['今天', '昨天']);
    expect(lines(story)).toEqual([
      ...['👥 并入了 李四', '☑ 给张三打电话', '✓ 售后已解决：罐子碎了', '📝 常客', '新售后：罐子碎了'],
      ...[
        '🎉 成交：请问龙井多少钱一斤？ · ¥80.00',
        '→ 八十',
        '← 请问龙井多少钱一斤？',
        '新意向：请问龙井多少钱一斤？ · ¥80.00',
      ],
    ]);
    expect(story.lists![1]!.items[1]!.detail).toBe('12:01 · Telegram');
  });

  it('is walked there and back by buttons, any number of times, and stays in place when new things come', async () => {
    await house.db.autocommit`
      insert into messages (conversation_id, direction, text, occurred_at)
      select 1, 'in', 'm' || n, ${NOON}::timestamptz - (n / 3) * interval '1 minute' from generate_series(1, 24) n`;
    await house.db.autocommit`delete from leads`;
    await house.type('/timeline c1');
    const seen: string[] = [];
    let page = await house.say('/timeline c1');
    const pages = [page];
    for (;;) {
      seen.push(...lines(page));
      const older = buttonsOf(page).find(({ label }) => label === '更早 ›');
      if (!older) break;
      page = await house.press(older.command);
      expect(plain(await house.press(older.command))).toEqual(plain(page));
      pages.push(page);
    }
    expect(pages).toHaveLength(3);
    expect(new Set(seen).size).toBe(25);
    await house.happen(chat('1001', '张三', '还在吗？', { sentAt: new Date(NOON.getTime() + MINUTE) }));
    const back = await house.press('‹ 更新');
    expect(lines(back)).toEqual(lines(pages[1]!));
    const first = await house.press(buttonsOf(back).find(({ label }) => label === '‹ 更新')!.command);
    expect(lines(first)).toEqual(lines(pages[0]!));
    const newest = await house.press(buttonsOf(first).find(({ label }) => label === '‹ 更新')!.command);
    expect(lines(newest)[0]).toBe('← 还在吗？');
    expect(buttonsOf(newest).some(({ label }) => label === '‹ 更新')).toBe(false);
  });

  it('cuts long words and offers the whole', async () => {
    await house.happen(chat('1001', '张三', '长'.repeat(500), { sentAt: new Date(NOON.getTime() + MINUTE) }));
    const [item] = (await house.say('/timeline c1')).lists![0]!.items;
    expect([...item!.text].length).toBeLessThan(170);
    expect((await house.press('全文')).text).toBe('长'.repeat(500));
  });

  it('is there in English, and for somebody nothing happened with', async () => {
    await house.say('/add 李四 13900139000');
    expect((await house.say('/timeline 李四')).text).toBe('还没有任何往来。');
    await house.say('/settings language en');
    const story = await house.say('/timeline 张三');
    expect(story.title).toBe('张三 · timeline');
    expect(lines(story)).toContain('Lead opened: 请问龙井多少钱一斤？');
  });
});

describe('what looks like an address in a message', () => {
  it.each([
    ['mail me: Anna.Smith@Example.COM.', [{ channel: 'email', address: 'anna.smith@example.com' }]],
    ['电话：138 0013 8000，谢谢', [{ channel: 'phone', address: '+8613800138000' }]],
    ['订单 20261121 号，95588', []],
    ['a@b', []],
  ])('%s', (words, found) => {
    expect(addressesIn(words, 'CN')).toEqual(found);
  });

  it('is looked for in time that does not explode', () => {
    expect(addressesIn(`${'a.'.repeat(2000)}@${'b-'.repeat(2000)} ${'1 '.repeat(2000)}`, 'CN')).toEqual([]);
  });
});

it.each([
  ['张三', 'Zhang San', true],
  ['ZHANG  SAN', 'zhangsan', true],
  ['张三🍵', '张三', true],
  ['张三', '章三', false],
  ['Anna', 'Anna Smith', false],
  ['', '', false],
])('%s and %s: the same name is %s', async (one, other, same) => {
  expect(await sameName(one, other)).toBe(same);
});
