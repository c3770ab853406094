import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { typed } from '../../../src/bots/console/parse.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { buttonsOf, type House, telegramMessage, testHouse } from '../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(async () => {
  await house.reset();
});

const people = async () =>
  (await house.db.sql<{ name: string }>`select name from contacts order by id`).map(({ name }) => name);
const notes = async () =>
  (await house.db.sql<{ text: string }>`select text from messages where direction = 'note' order by id`).map(
    ({ text }) => text,
  );
const shown = (reply: Reply): string => JSON.stringify([reply.title, reply.text, reply.fields, reply.hint]);
const commandsOf = (reply: Reply) => buttonsOf(reply).map(({ command }) => command);

describe('/add', () => {
  it('keeps what is no part of the name as a note, says so, and takes it for the name at a tap', async () => {
    await house.type('/添加 王五，13700001111，wang@163.com，上海，老客户');
    const [reply] = (await house.cards()).slice(-1);
    expect(await people()).toEqual(['王五']);
    expect(await notes()).toEqual(['上海\n老客户']);
    expect(reply!.hint).toContain('其余记为备注：上海，老客户');
    await house.press('这也是名字的一部分');
    expect(await people()).toEqual(['王五 上海 老客户']);
  });

  it.each([
    ['/add 吴九 1390013900', '1390013900', '吴九'],
    ['/add Kate +447911999888', '+447911999888', 'Kate'],
    ['/添加 郑十 电话：0101234', '0101234', '郑十'],
  ])('%s keeps the person and the number as written, and says that it is not checked', async (text, typed, name) => {
    const reply = await house.say(text);
    expect(await people()).toEqual([name]);
    expect(reply.fields?.find(({ value }) => value.startsWith(typed))?.value).toContain('照原样记下');
    expect(reply.hint).toContain(typed);
    expect(reply.hint).toContain(typed.startsWith('+44') ? '+44 7' : '+86 1');
    expect((await house.say(`/find ${typed.slice(-6)}`)).title).toContain(name);
  });

  it('shows how a number is written where the owner lives', async () => {
    await house.say('/settings country GB');
    expect((await house.say('/add Bob 077009001')).hint).toContain('+44 7');
  });

  it.each([
    ['/add Li Wei 010-62781234转8001', '+861062781234 转 8001'],
    ['/add Li Wei +1 202-555-0190 ext. 12', '+12025550190 转 12'],
    ['/add Li Wei 021-50504060-8001', '+862150504060 转 8001'],
  ])('%s keeps the extension, which makes it nobody’s own', async (text, number) => {
    const reply = await house.say(text);
    expect(await people()).toEqual(['Li Wei']);
    expect(reply.fields?.map(({ value }) => value).join()).toContain(number);
    expect(await house.db.sql`select from contact_identities`).toEqual([]);
    expect((await house.say('/add Wang Wu 010-62781234转8002')).hint).toContain('已保存');
    expect(await people()).toEqual(['Li Wei', 'Wang Wu']);
  });

  it('keeps both of two numbers', async () => {
    await house.say('/add Wang 13800138000/13900139000');
    const phones = await house.db.sql`select address from contact_identities order by address`;
    expect(phones).toEqual([{ address: '+8613800138000' }, { address: '+8613900139000' }]);
    expect(await people()).toEqual(['Wang']);
  });

  it('of a name that is there asks: the same, or somebody new', async () => {
    await house.say('/add 张三 13800138000');
    await house.type('/添加 张三 13900001111');
    const asked = (await house.cards()).at(-1)!;
    expect(asked.text).toContain('已经有一位 张三');
    expect(commandsOf(asked)).toEqual(['/add c1 张三 13900001111', '/add + 张三 13900001111']);
    expect(await house.db.sql`select from contact_identities`).toHaveLength(1);
    await house.press('/add c1 张三 13900001111');
    expect(await people()).toEqual(['张三']);
    expect(await notes()).toEqual([]);
    expect(await house.db.sql`select from contact_identities where contact_id = 1`).toHaveLength(2);
  });

  it.each([
    ['José García', 'Jose Garcia'],
    ['張三', '张三'],
  ])('takes %s and %s for one name', async (known, typed) => {
    await house.say(`/add ${known}`);
    const before = await house.db.sql`select id from contacts`;
    expect(buttonsOf(await house.say(`/add ${typed}`)).length).toBeGreaterThan(1);
    expect(await house.db.sql`select id from contacts`).toEqual(before);
  });

  it('makes somebody new of the same name when told so', async () => {
    await house.say('/add 张三 13800138000');
    await house.type('/add 张三 13900001111');
    await house.press('新客户');
    expect(await people()).toEqual(['张三', '张三']);
  });

  it('of somebody’s address under another name asks, and says whose it is', async () => {
    await house.say('/add Bob 13800138000');
    await house.type('/add Carl 13800138000 #vip');
    const asked = (await house.cards()).at(-1)!;
    expect(shown(asked)).toMatch(/138 0013 8000.*Bob.*Carl/);
    expect(await house.db.sql`select tags from contacts`).toEqual([{ tags: [] }]);
    await house.press('新客户');
    expect(await people()).toEqual(['Bob', 'Carl']);
    expect((await house.say('/contact Carl')).fields?.map(({ value }) => value).join()).toContain('别的客户也在用');
    expect(await house.db.sql`select from merge_proposals`).toHaveLength(1);
  });

  it('with an id adds to that contact', async () => {
    await house.happen(telegramMessage('在吗'));
    const reply = await house.say('/add c1 13900009999 #vip');
    expect(reply.title).toContain('王小明 #vip');
    expect(await people()).toEqual(['王小明']);
    expect((await house.say('/add c9 13900009999')).failed).toBe(true);
  });

  it('says so when all of it was known', async () => {
    await house.say('/add 张三 13800138000');
    expect((await house.say('/add 张三 13800138000')).hint).toContain('没有新的内容');
  });

  it('of one address by two at once makes one contact', async () => {
    const both = ['/add Par0 par@example.com', '/add Par1 par@example.com', '/add Same', '/add Same'];
    await house.store(...both.map((text, nth) => typed(`session-${nth}`, `id-${nth}`, text)));
    await house.handleAll();
    expect(await house.db.sql`select from contacts`).toHaveLength(2);
  });

  it.each([
    '/add 寄件人：张三 13800138000 收件人：李四 13900139000',
    '/添加 收：李四 13900139000\n寄：张三 13800138000',
    '/add Sender: 张三 13800138000, Recipient: 李四 13900139000',
  ])('%s names two people: nobody is added before one is chosen', async (text) => {
    await house.type(text);
    expect(await people()).toEqual([]);
    const asked = (await house.cards()).at(-1)!;
    expect(commandsOf(asked)).toEqual(['/add 李四 13900139000', '/add 张三 13800138000']);
    await house.press(commandsOf(asked)[0]!);
    expect(await people()).toEqual(['李四']);
  });

  it('keeps an amount in a note whole', async () => {
    await house.say('/添加 钱伟，13800138000，要10斤龙井 ¥1,280');
    expect(await notes()).toEqual(['要10斤龙井 ¥1,280']);
  });

  it('reads the address a shop’s parcel is sent to', async () => {
    await house.say('/add 收货人: 韩梅梅 手机号码: 13912345678 所在地区: 浙江省杭州市 详细地址: 龙井路1号');
    expect(await people()).toEqual(['韩梅梅']);
    expect(await notes()).toEqual([]);
    expect(await house.db.sql`select value from field_values`).toEqual([{ value: '浙江省杭州市龙井路1号' }]);
    expect((await house.say('/find 13912345678')).title).toContain('韩梅梅');
  });

  it.each(['/add 新人 13900139000 上海 #a', '/add c1 13900139000', '/add 李四 139001', '/add + 张三 上海'])(
    '%s is taken back exactly',
    async (text) => {
      await house.say('/add 张三 13800138000');
      const before = await house.state();
      const reply = await house.say(text);
      expect(await house.state()).not.toEqual(before);
      await house.say(commandsOf(reply).find((command) => command.startsWith('/undo'))!);
      expect(await house.state()).toEqual(before);
    },
  );
});

describe('several people in one line', () => {
  it.each([
    ['/add Rita rita@ex.com Rob rob@ex.com', ['/add Rita rita@ex.com', '/add Rob rob@ex.com']],
    ['/add 丽丽 13900000011 小罗 13900000012', ['/add 丽丽 13900000011', '/add 小罗 13900000012']],
  ])('are asked about, and each is added by their own button: %s', async (line, each) => {
    const reply = await house.say(line);
    expect(reply.failed).toBe(true);
    const offered = buttonsOf(reply).map(({ command }) => command);
    expect(offered).toEqual([...each, line.replace('/add', '/add +')]);
    expect(await house.db.sql`select from contacts`).toHaveLength(0);
    for (const command of each) await house.press(command);
    expect(await house.db.sql`select from contacts`).toHaveLength(2);
  });

  it('are none where one has two numbers, or a number and a mail address', async () => {
    await house.say('/add 赵六 13900139001 13900139002');
    await house.say('/add Tom Baker 13900139003 tom@example.com');
    expect(await house.db.sql`select from contacts`).toHaveLength(2);
  });
});

describe('a pasted block with a birthday and an address', () => {
  const fields = async () =>
    Object.fromEntries(
      (await house.db.sql<{ id: string; value: string }>`select field_id as id, value from field_values`).map(
        ({ id, value }) => [id, value],
      ),
    );

  it.each([
    [
      '/添加\n姓名：赵敏\n手机：13800138000\n地址：上海市静安区南京西路1号，3楼\n生日：1990年5月6日',
      { '-1': '1990-05-06', '-2': '上海市静安区南京西路1号, 3楼' },
    ],
    [
      '/add\nName: Anna Lee\nEmail: a@lee.org\nAddress: 1 Elm St, London W1\nBirthday: May 6 1990',
      { '-1': '1990-05-06', '-2': '1 Elm St, London W1' },
    ],
    ['/添加 赵敏 13800138000 收货地址：杭州市龙井路1号 生日3月5日', { '-1': '--03-05', '-2': '杭州市龙井路1号' }],
  ])('%s fills in the fields, and leaves no note', async (line, expected) => {
    const reply = await house.say(line);
    expect(reply.failed).toBeUndefined();
    expect(await fields()).toEqual(expected);
    expect(await notes()).toEqual([]);
    const before = await house.state();
    await house.say('/undo');
    expect(await people()).toEqual([]);
    expect(before).not.toEqual(await house.state());
  });

  it('fills in what the form for it was filled in with', async () => {
    await house.type('姓名：赵敏\n手机：13800138000\n地址：上海市静安区南京西路1号\n生日：1990年5月6日');
    await house.say(buttonsOf((await house.cards()).at(-1)!).find(({ form }) => form)!.command);
    expect(await fields()).toEqual({ '-1': '1990-05-06', '-2': '上海市静安区南京西路1号' });
  });

  it('leaves a filled field as it is, and keeps the other as a note', async () => {
    await house.say('/添加 赵敏 13800138000 地址：杭州市龙井路1号');
    await house.say('/添加 赵敏 13800138000 地址：上海市南京西路1号');
    expect(await fields()).toEqual({ '-2': '杭州市龙井路1号' });
    expect(await notes()).toEqual(['地址：上海市南京西路1号']);
  });

  it('offers both days where a birthday may be either', async () => {
    await house.type('/添加 赵敏 13800138000 生日：05/06/1990');
    const days = buttonsOf((await house.cards()).at(-1)!).filter(({ command }) => command.includes('生日'));
    if (days.length === 0) return expect(await fields()).toHaveProperty('-1');
    await house.press(days[0]!.label);
    expect(await fields()).toHaveProperty('-1');
  });
});
