import { beforeEach, describe, expect, it } from 'vitest';
import { formatConsole } from '../../../src/bots/console/format.ts';
import { formatSlack } from '../../../src/bots/slack/format.ts';
import { formatTelegram } from '../../../src/bots/telegram/format.ts';
import type { MessageReceived } from '../../../src/domain/event.ts';
import type { Button, Reply } from '../../../src/domain/reply.ts';
import type { OrderUpdated } from '../../../src/domain/shop_event.ts';
import { widthOf } from '../../../src/text/cut.ts';
import { buttonsOf, OWNER, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const chinese = await testHouse();

beforeEach(async () => {
  await house.reset();
  await chinese.reset();
});

const CHIP = /^(?:Order|Save|Remind|City:|订单|存|提醒) |^城市：|^(?:Lead|意向) \S*\d/;
const isChip = ({ label }: Button) => CHIP.test(label);
const chipsOn = (card: Reply): string[] =>
  buttonsOf(card)
    .filter(isChip)
    .map(({ label }) => label);

let count = 0;
async function writes(text: string, more: Partial<MessageReceived> = {}, at = house): Promise<Reply> {
  count += 1;
  await at.happen(telegramMessage(text, { externalId: `chip-${count}`, ...more }));
  return (await at.outbox()).findLast(({ payload }) => payload.kind === 'message')!.payload.kind === 'message'
    ? ((await at.cards()).at(-1) as Reply)
    : {};
}

const order = (number: string, externalId: string, customer: string): OrderUpdated => ({
  kind: 'order.updated',
  provider: 'shopify',
  connectionId: '1',
  order: {
    ...{ externalId, number, payment: 'paid', fulfillment: null, currency: 'CNY', totalMinor: '100' },
    ...{ test: false, placedAt: house.now, cancelledAt: null, lines: [] },
  },
  customer: {
    ...{ externalId: customer, name: `Bea ${customer}`, email: `${customer}@x.example`, phone: null, country: 'CN' },
    ...{ city: null, language: 'en' },
  },
  updatedAt: house.now,
});

async function withOrders(...orders: OrderUpdated[]): Promise<void> {
  await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  await house.happen(...orders);
}

describe('what a customer’s words name is a tap away', () => {
  it.each([
    ['Can you deliver on Thursday at 3pm?', ['Remind Thu 15:00']],
    ['Please call me back tomorrow at 4', ['Remind Sun 16:00']],
    ['We need it by 12 December', ['Remind 12 Dec']],
    ['I have moved to Bristol, so no more local pickups for me', ['City: Bristol']],
    ['We now live in Bad Homburg. When do you ship?', ['City: Bad Homburg']],
    ['I would like to move to Bristol some day', []],
    ['Did you move to Bristol?', []],
    ['My order moved to Leeds depot', []],
    ['I moved to another job', []],
    ['My number is 138 0013 8000, thanks', ['Save 138…8000']],
    ['My mobile: +44 7400 123456', ['Save +44…3456']],
    ['Add me, WeChat: tea_lover88', ['Save tea_lover88']],
    ['My WeChat: tea_lover88.', ['Save tea_lover88']],
    ['WeChat: tea_lover88... thanks', ['Save tea_lover88']],
    ['Our budget is ¥1,280', ['Lead CN¥1,280']],
    [
      'Call me on 13800138000 on Thursday at 3pm, the budget is $450.50',
      ['Save 138…8000', 'Remind Thu 15:00', 'Lead $450.50'],
    ],
    ['reach me at nora@lindqvist.example instead', ['Save nora@…']],
    ['My landline is 0512-65123456 ext 802', ['Save 051…3456']],
    ['The deadline is 12/5', ['Remind 5 Dec']],
    ['We need it on Monday, Nov 30 at 3pm', ['Remind 30 Nov']],
    ['budget: 2500 for the logo', ['Lead CN¥2,500']],
    ['We can spend up to EUR 4.000,00', ['Lead €4,000']],
    ['five grand max', ['Lead CN¥5,000']],
  ])('%s', async (text, chips) => {
    expect(chipsOn(await writes(text))).toEqual(chips);
  });

  it.each([
    ['明天下午三点来取', ['提醒 明天 15:00']],
    ['12月24日之前要20盒，预算1280元', ['提醒 12月24日', '意向 ¥1,280']],
    ['微信：abc_123，电话 13800138000', ['存 138…8000', '存 abc_123']],
    ['电话：一三六二二二二三三三三', ['存 136…3333']],
    ['座机0512-65123456转802', ['存 051…3456']],
    ['V信lily-tea88', ['存 lily-tea88']],
    ['加我微信 tea_88。', ['存 tea_88']],
    ['微信tea_88。谢谢！', ['存 tea_88']],
    ['加个微信吧 lily_tea', ['存 lily_tea']],
    ['邮箱 lin@qq.com', ['存 lin@qq.com']],
    ['12.20用', ['提醒 12月20日']],
    ['12/5要', ['提醒 12月5日']],
    ['11月30日（周一）来取', ['提醒 11月30日']],
    ['预算8000', ['意向 ¥8,000']],
    ['我搬到苏州了，以后寄新地址', ['城市：苏州']],
    ['我们家搬去杭州了。', ['城市：杭州']],
    ['我搬到新家了', []],
    ['你们搬到苏州了吗', []],
    ['5000块以内，送领导', ['意向 ¥5,000']],
    ['单价不超过280元，总预算28000元', ['意向 ¥28,000']],
  ])('in Chinese: %s', async (text, chips) => {
    expect(chipsOn(await writes(text, {}, chinese))).toEqual(chips);
  });

  it.each([
    'I ordered last Thursday and paid ¥1,280',
    'I ordered on Monday and nothing came',
    'Every Monday at 9, as always',
    'Tracking number 123456789012, order no. 4155552671',
    'My invoice number is 13800138000',
    'Three boxes of size 10/12',
    'Please call 400 810 8888',
    'Is WeChat better for you?',
    '我提三点建议',
    '我昨天下午三点付了1280元',
    '下午茶多少钱',
    'On Mon, Nov 16 we spoke about it',
    '11月16日（周一）说好的',
    'Three people max',
    '单价不超过280元',
    '运费不超过20元',
    'WeChat: tea_lover.example.com',
  ])('nothing is made of %s', async (text) => {
    expect(chipsOn(await writes(text))).toEqual([]);
  });

  it.each([
    'Please pay invoice #1042 of $980',
    'Your invoice for $980 is overdue',
    'I transferred $450 this morning',
    'I have just sent you $300 via PayPal',
    'We owe you $300',
    'Amount due: $120.50',
    '已转账1280元',
    '已转账1280元，请查收',
    '刚打了500块给你',
    '钱已转，1280元',
    '请支付980元',
    '请付尾款3000元',
    '您有一笔账单980元待支付',
  ])('money that was paid or is asked for is no lead: %s', async (text) => {
    const { buttons = [] } = await writes(text);
    expect(buttons.flat().filter(({ label }) => /^Lead \S*\d/.test(label))).toEqual([]);
  });

  it.each([
    "+44 7700 900123 is my husband's phone, he will pick up",
    'Call my wife on 415-555-2671 or +44 7400 123456',
    "The courier's number is +44 7400 123456",
    'Please call Tom at +44 7400 123456',
    '+44 7400 123456 (my assistant)',
    "my husband's email is tom@lindqvist.example",
    '联系我老公13622223333（我姓周）',
    '我妈的电话是13622223333，她收货',
    '我同事小王：13622223333',
    '快递员电话13622223333',
    '13622223333是我老婆的',
    '加我老公微信：tea_2026',
  ])('what is somebody else’s is not saved as theirs: %s', async (text) => {
    expect(chipsOn(await writes(text))).toEqual([]);
  });

  it.each([
    'My wife will be home, call me on +44 7400 123456',
    'Call Nora on +44 7400 123456',
    "I'm the assistant, my number is +44 7400 123456",
    '我老公没空，打我电话13622223333',
    '我是老板，电话13622223333',
  ])('their own is: %s', async (text) => {
    const nora = { chat: '9', from: { address: '9', name: 'Nora Lindqvist' } };
    expect(chipsOn(await writes(text, nora))).toEqual([expect.stringMatching(/^Save /)]);
  });

  it('of what a complaint names no lead is made', async () => {
    expect(chipsOn(await writes('The teapot for ¥1,280 arrived broken, I want my money back'))).toEqual([]);
  });

  it('an order of theirs by any number in their words, somebody else’s where they call it an order', async () => {
    await withOrders(order('#1042', '5', '900'), order('#2077', '6', '901'));
    expect(chipsOn(await writes('Where is order #1042?'))).toEqual(['Order #1042']);
    const zed = { chat: '7', from: { address: '7', name: 'Zed' } };
    for (const called of ['Can you swap the cup in no. 1042?', '1042那单能换成碧螺春吗', 'About my 1042 order'])
      expect(chipsOn(await writes(called, zed)), called).toEqual(['Order #1042']);
    expect(
      chipsOn(await writes('Invoice no. 1042, flat no. 1042', { chat: '6', from: { address: '6', name: 'Xin' } })),
    ).toEqual([]);
    expect(chipsOn(await writes('I want to order 2077 boxes', zed))).toEqual([]);
    const yan = { chat: '8', from: { address: '8', name: 'Yan' } };
    expect(chipsOn(await writes('Where is #9999?', yan))).toEqual([]);
  });

  it('opens the order at a tap, and can be opened again', async () => {
    await withOrders(order('#1042', '5', '900'));
    await writes('Where is my order 1042?');
    for (let times = 0; times < 2; times += 1) {
      const opened = await house.press('Order #1042');
      expect(opened.title).toContain('#1042');
      expect(opened.fields?.[0]?.value).toBe('Bea 900');
    }
  });

  it('at most three, one of each kind before a second of any, and no label wider than a third of a phone', async () => {
    await withOrders(order('#EN-2026-1000042', '5', '900'), order('#1042', '6', '900'));
    const text =
      'Orders #1042 and #EN-2026-1000042, call 13800138000 or 13900139000 tomorrow at 15:00 or on 12 December at 14:30, budget ¥1,280,000';
    const chips = chipsOn(await writes(text));
    expect(chips.map((label) => label.split(' ')[0])).toEqual(['Order', 'Save', 'Remind']);
    for (const label of chips) expect(widthOf(label), label).toBeLessThanOrEqual(18);
    const twoOrders = chipsOn(
      await writes('Orders #1042 and #EN-2026-1000042?', { chat: '7', from: { address: '7', name: 'Zed' } }),
    );
    expect(twoOrders.sort()).toEqual(['Order #1042', 'Order …000042']);
  });

  it('is on the card wherever that is shown', async () => {
    const card = await writes('My number is 13800138000');
    expect(formatConsole(card)).toContain('Save 138…8000');
    const shown = [formatTelegram(card), formatSlack(card)];
    for (const one of shown) expect(JSON.stringify(one)).toContain('Save 138…8000');
  });
});

describe('a chip that was used', () => {
  const last = async (kind: 'marks') =>
    (
      await house.db.sql<{ marks: { text: string }[] | null }>`
    select payload -> ${kind} as marks from outbox where payload ->> 'kind' = 'message' and conversation_id is not null order by id limit 1`
    )[0]!.marks;

  it('saves the phone: the card says so with the way back, and a later card offers it no more', async () => {
    await writes('My number is 13800138000');
    const reply = await house.press('Save 138…8000');
    expect(reply.text).toContain('138 0013 8000');
    expect(await house.db.sql`select address from contact_identities where channel = 'phone'`).toEqual([
      { address: '+8613800138000' },
    ]);
    expect((await last('marks'))!.map(({ text }) => text)[0]).toContain('138 0013 8000');
    expect((await writes('13800138000, as I said')).buttons!.flat().filter(isChip)).toEqual([]);
    await house.press('Undo');
    expect(await house.db.sql`select address from contact_identities where channel = 'phone'`).toEqual([]);
  });

  it('saves the mail address, or the number behind a switchboard, and offers it no more', async () => {
    await writes('reach me at nora@lindqvist.example, landline 0512-65123456 ext 802');
    expect((await house.press('Save nora@…')).text).toContain('nora@lindqvist.example');
    expect((await house.press('Save 051…3456')).text).toContain('802');
    expect(await house.db.sql`select address from contact_signs where channel = 'phone'`).toEqual([
      { address: '+8651265123456;ext=802' },
    ]);
    expect(chipsOn(await writes('nora@lindqvist.example or 0512-65123456 ext 802'))).toEqual([]);
  });

  it('makes the reminder with their sentence, due then and about them, without a question', async () => {
    await writes('Hello! Can you deliver on Thursday at 3pm? Thanks');
    const reply = await house.press('Remind Thu 15:00');
    expect(reply.hint).toBeUndefined();
    const rows = await house.db.sql`select title, due_at as at, contact_id as "contactId" from tasks`;
    expect(rows).toEqual([
      { title: 'Can you deliver on Thursday at 3pm?', at: new Date('2026-11-26T07:00:00Z'), contactId: '1' },
    ]);
    expect(chipsOn(await writes('So Thursday at 3pm, all right?'))).toEqual([]);
  });

  const worths = () => house.db.sql`select title, amount_minor as amount, currency, stage from leads order by id`;

  it('opens the lead with the amount, and no second one is offered', async () => {
    await writes('¥1,280 then, see you');
    expect(await worths()).toEqual([]);
    await house.press('Lead CN¥1,280');
    expect(await worths()).toEqual([
      { title: '¥1,280 then, see you', amount: '128000', currency: 'CNY', stage: 'new' },
    ]);
    expect(chipsOn(await writes('As I said, ¥1,280'))).toEqual([]);
    await house.press('Undo');
    expect(await worths()).toEqual([]);
  });

  it('gives the lead that their message became its amount, once', async () => {
    await writes('How much is the teapot? Our budget is ¥1,280');
    const [before] = await worths();
    expect(before).toMatchObject({ amount: null, stage: 'new' });
    expect((await house.press('Lead CN¥1,280')).text).toContain('¥1,280');
    expect(await worths()).toEqual([{ ...before, amount: '128000', currency: 'CNY' }]);
    expect(chipsOn(await writes('So ¥1,100?'))).toEqual([]);
    await house.press('Undo');
    expect(await worths()).toEqual([before]);
  });

  it.each([
    ['friend of tea_lover888 and my-tea_lover88', ['Save tea_lover88']],
    ['微信tea_lover88。', []],
  ])('offers a WeChat account unless a note names that one: %s', async (note, chips) => {
    await writes('hello');
    await house.say(`/note c1 ${note}`);
    await writes('WeChat: tea_lover88');
    expect((await house.cards()).flatMap(chipsOn)).toEqual(chips);
  });

  it('offers nothing of a number, time or account that a long message ends in the middle of', async () => {
    const long = 'tea and oats '.repeat(80);
    for (const [said, chip] of [
      ['¥12000', 'Lead CN¥12,000'],
      ['WeChat: tea_lover88', 'Save tea_lover88'],
      ['call +44 7400 123456', 'Save +44…3456'],
    ] as const)
      for (let before = 984; before < 1000; before += 3)
        expect([[], [chip]]).toContainEqual(chipsOn(await writes(`${long.slice(0, before)} ${said}`)));
  });

  it('keeps the WeChat account as a note', async () => {
    await writes('WeChat: tea_lover88');
    await house.press('Save tea_lover88');
    expect(await house.db.sql`select text from messages where direction = 'note'`).toEqual([
      { text: 'WeChat: tea_lover88' },
    ]);
    expect(chipsOn(await writes('tea_lover88 is my WeChat: tea_lover88'))).toEqual([]);
  });

  it('of somebody who has the phone nothing is offered: that is asked otherwise', async () => {
    await house.say('/add Bob 13800138000');
    expect(chipsOn(await writes('My number is 13800138000'))).toEqual([]);
  });

  it('is pressed by the owner alone', async () => {
    await writes('My number is 13800138000');
    await house.press('Save 138…8000', { from: { address: '77', name: 'X' }, chat: '77' });
    expect(await house.db.sql`select from contact_identities where channel = 'phone'`).toEqual([]);
    expect(OWNER).toBe('42');
  });
});
