import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'GBP', country: 'GB' });
beforeEach(
  house.startingWith(async () => {
    await house.say('/add Maja Lindqvist maja@example.com');
    await house.say('/add Dan Fry dan@example.com');
    await house.say('/add Tom Okafor tom@example.com');
    await house.say('/add 周敏 13912345678');
    await house.say('/lead Tom signage 3500');
  }),
);
const offered = async (text: string) => buttonsOf(await house.say(text)).map(({ command }) => command);

describe('money told in one breath', () => {
  it.each([
    ['sold posters @ 12', '/add walk-in\n/order walk-in 1x posters £12 paid sent'],
    ['sold maja posters @ 12 cash', '/order c1 1x posters £12 paid cash'],
    ['sold posters to maja @ £12', '/order c1 1x posters £12'],
    ['walk-in paid 12 cash', '/add walk-in\n/order walk-in 1x purchase £12 paid cash sent'],
    ['customer card 58', '/add walk-in\n/order walk-in 1x purchase £58 paid by card sent'],
    ['散客 扫码 58', '/add 散客\n/order 散客 零售 £58 扫码付款 已发货'],
    ['散客付了58现金', '/add 散客\n/order 散客 零售 £58 现金付款 已发货'],
    ['invoice tom £3500 due in 30 days', '/order c3 signage £3500\n/invoice c3 due in 30 days'],
    ['invoice dan 450 for the brochure, net 14', '/order c2 brochure £450\n/invoice c2 net 14'],
    ['给周敏开500的画册账单，30天内付', '/order c4 画册 £500\n/invoice c4 30天内付'],
    ['dan owes me 350, due 14 dec', '/order c2 earlier purchase £350, due 14 dec'],
    ['周敏欠我350 月底还', '/order c4 1x货款 £350, 月底还'],
    ['dan paid 725 upfront, 725 on delivery', '/order c2 purchase £1450 paid 725, 725 on delivery'],
    ['周敏先付725，发货再付725', '/order c4 purchase £1450 paid 725, 备注 发货再付725'],
    ['quote dan 1450 brochure', '/lead c2 brochure\n/quote c2 item:"brochure" quantity:"1" price:"1450"'],
    [
      'quote Maja 2400 for moodboards + 3 rooms',
      '/lead c1 moodboards + 3 rooms\n/quote c1 item:"moodboards + 3 rooms" quantity:"1" price:"2400"',
    ],
    ['quote tom £900 for the flyers', '/quote c3 item:"flyers" quantity:"1" price:"£900"'],
    ['给周敏报价 1450 画册设计', '/lead c4 画册设计\n/quote c4 item:"画册设计" quantity:"1" price:"1450"'],
  ])('is all on the button: %s', async (text, line) => {
    expect((await offered(text))[0]).toBe(line);
    const told = JSON.stringify(await house.press(line));
    expect(told).not.toMatch(/may be part of its name|no open lead|Missing/u);
  });

  it('is of the invoice that comes to just that', async () => {
    await house.say('/order Dan logo £450');
    await house.say('/order Dan flyers £90 total');
    expect((await offered('invoice dan 450, net 14'))[0]).toBe('/invoice M-1 net 14');
  });

  it.each(['sold tickets @ 3pm', 'sold out @ 5', 'quote dan 500 flyers', 'quote dan 20 mugs 5 each'])(
    'is not made of other words: %s',
    async (text) => {
      expect((await offered(text)).filter((line) => /item:|walk-in/u.test(line))).toEqual([]);
    },
  );

  it.each([
    ["tom's budget is 400 not 320", "tom's budget is 400"],
    ["tom's budget is 400, not 320", "tom's budget is 400"],
  ])('is what it is now, whatever it was: %s', async (text, now) => {
    expect((await offered(text))[0]).toBe((await offered(now))[0]);
  });

  it('is the budget of what they want', async () => {
    await house.say('/lead 周敏 普洱 300');
    expect((await offered('周敏预算400，不是320'))[0]).toBe('/lead c4 金额 400');
  });
});

describe('of two names with a stroke between them', () => {
  it.each(['maja/dan paid 1200 deposit', 'order maja/dan 1200 deposit paid'])('each is offered: %s', async (text) => {
    const lines = await offered(text);
    expect(lines).toContain('/order c1 advance payment £1200 paid');
    expect(lines).toContain('/order c2 advance payment £1200 paid');
  });

  it('nothing is, where nobody knows one of them', async () => {
    expect(await offered('maja/zoe paid 1200 deposit')).not.toContain('/order c2 advance payment £1200 paid');
  });
});

describe('an order that is to be so many for so much', () => {
  it.each([
    ["make maja's order 3 for 290", '/order o1 replace with 3 prints £290 total'],
    ["change maja's to 4 prints for 390", '/order o1 replace with 4 prints £390 total'],
    ['Maja的改成3份 一共290', '/order o1 replace with 3 prints £290 total'],
  ])('is changed: %s', async (text, line) => {
    await house.say('/order Maja 2 prints £200 total');
    const lines = await offered(text);
    if (/^\p{Script=Latin}/u.test(text) && !/\p{Script=Han}/u.test(text)) expect(lines[0]).toBe(line);
    await house.press(lines[0]!);
    const [order] = await house.db.sql<{ totalMinor: string }>`select total_minor as "totalMinor" from orders`;
    expect(order!.totalMinor).toBe(text.includes('390') ? '39000' : '29000');
  });

  it.each([
    ['周敏的改成三斤1020', '102000'],
    ['周敏那单改成三份 一共1000', '100000'],
    ['周敏的订单改成3斤肉桂 共900', '90000'],
  ])('is changed in Chinese: %s', async (text, total) => {
    await house.say('/order 周敏 两斤肉桂 共680');
    await house.press((await offered(text))[0]!);
    const [order] = await house.db.sql<{ totalMinor: string }>`select total_minor as "totalMinor" from orders`;
    expect(order!.totalMinor).toBe(total);
  });

  it.each(['周敏的改成三点', '周敏的电话改成13912345600', '周敏的改成周五', "maja's order is now paid"])(
    'is no such thing: %s',
    async (text) => {
      await house.say('/order 周敏 两斤肉桂 共680');
      await house.say('/order Maja 2 prints £200 total');
      expect((await offered(text)).filter((line) => /replace with|改成 /u.test(line))).toEqual([]);
    },
  );
});

it('is won at what was said, where nobody had noted what they want', async () => {
  const line = '/lead c2 purchase 480\n/won c2';
  expect(buttonsOf(await house.say('/won Dan 480')).map(({ command }) => command)).toContain(line);
  await house.press(line);
  const won = await house.db.sql`select stage, amount_minor as sum from leads where contact_id = 2`;
  expect(won).toMatchObject([{ stage: 'won', sum: '48000' }]);
});

it.each(['/add 王芳 13611112222备注批发', '/add 王芳 13611112222，备注：批发', '/add 王芳 13611112222, note: 批发'])(
  'a note is kept without the word for it: %s',
  async (line) => {
    expect((await house.say(line)).hint).toContain('Kept as a note: 批发');
  },
);
