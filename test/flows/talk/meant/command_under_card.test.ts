import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', timezone: 'Europe/London', country: 'GB', currency: 'GBP' });
let card: string;

beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('Is it ready?', { chat: '1001', from: { address: '1001', name: 'Mark Webb' } }));
    await house.deliver();
    const rows = await house.outbox();
    card = rows.findLast(({ audience, conversationId }) => audience === 'owner' && conversationId)!.externalId!;
    for (const who of ['Tom Reed tom@example.com', '王小明 13911112222']) await house.say(`/add ${who}`);
  }),
);

const under = (text: string) => house.type(text, { answers: [card] });
const sent = async () =>
  (await house.outbox()).flatMap(({ audience, payload }) =>
    audience === 'customer' && payload.kind === 'message' ? [payload.reply.text] : [],
  );

describe('a sentence under a card that is a command where no card is', () => {
  it.each([
    ['new lead for Tom Reed: logo 500', '/lead c2 logo 500'],
    ['new lead for Nobody Here: logo 500', '/lead Nobody Here: logo 500'],
    ['new customer Bob Dylan bob@example.com', '/add Bob Dylan bob@example.com'],
    ['add Bob 07700900123', '/add Bob 07700900123'],
    ['save this contact: Luis Ortega 020 7946 0111', '/add Luis Ortega 020 7946 0111'],
    ['open a ticket for Tom Reed: cup broken', '/ticket c2 cup broken'],
    ["what's Tom Reed's email?", '/contact c2'],
    ["Tom Reed's number is now 020 7946 0999", '/edit c2 change phone to 020 7946 0999'],
    ['untag Tom Reed vip', '/tag c2 -#vip'],
    ['tag Tom Reed as vip', '/tag c2 #vip'],
    ['export all contacts', '/export'],
    ['show me the list of customers in London', '/find city:"London"'],
    ['who is waiting for an answer?', '/inbox'],
    ['how much did we make this week?', '/takings this week'],
    ['添加马超 13612345678', '/add 马超 13612345678'],
    ['新客户 马超 13612345678', '/add 马超 13612345678'],
    ['把王小明删了', '/delete c3'],
    ['把王小明拉黑', '/block c3'],
    ['今天有什么新消息', '/inbox'],
    ['还有谁没回？', '/inbox'],
    ['导出所有客户', '/export'],
    ['上海有哪些客户', '/find 城市:上海'],
  ])('%s: nothing leaves, and the first button runs it', async (text, command) => {
    const before = await house.state();
    await under(text);
    expect(await sent()).toEqual([]);
    expect(await house.state()).toEqual(before);
    const buttons = buttonsOf((await house.cards()).at(-1)!);
    expect(buttons[0]?.command).toBe(command);
    await house.press(buttons.at(-1)!.command);
    expect(await sent()).toEqual([text]);
  });
});

describe('a line under a card that begins with a command’s own word, without the slash', () => {
  it.each([
    ['contract Mark Care until 2027-03-31', '/contract Mark Care until 2027-03-31'],
    ['contract until 2027-03-31', '/contract until 2027-03-31'],
    ['contract renew', '/contracts c1'],
    ['contract 1 renew', '/contract 1 renew'],
    ['invoice M-1', '/invoice M-1'],
    ['Invoice R-2026-001 paid', '/invoice R-2026-001 paid'],
    ['autoreply off', '/autoreply off'],
    ['autoreply off Mark', '/autoreply off Mark'],
    ['quote rebrand 10000', '/quote rebrand 10000'],
    ['leads won last month', '/leads won last month'],
    ['takings products last month', '/takings products last month'],
    ['tickets complaints this week', '/tickets complaints this week'],
    ['orders this week', '/orders this week'],
    ['order Mark 2x tea', '/order Mark 2x tea'],
    ['order M-1 paid 40', '/order M-1 paid 40'],
    ['remind', '/unpaid c1'],
    ['paid 40', '/order c1 paid 40'],
    ['收入 产品 上个月', '/takings 产品 上个月'],
    ['付了100', '/order c1 付了100'],
    ['催款', '/unpaid c1'],
    ['催一下', '/unpaid c1'],
    ['send', undefined],
    ['send it', undefined],
    ['and last month?', undefined],
    ['发送', undefined],
    ['上个月呢', undefined],
  ])('%s: nothing leaves before it is said for whom', async (text, command) => {
    const before = await house.state();
    await under(text);
    expect(await sent()).toEqual([]);
    expect(await house.state()).toEqual(before);
    const buttons = buttonsOf((await house.cards()).at(-1)!);
    expect(buttons.map((one) => one.command)).toEqual([expect.stringContaining('/reply '), command].filter(Boolean));
    await house.press(buttons[0]!.command);
    expect(await sent()).toEqual([text]);
  });
});

const ANSWERS = [
  ...[
    'Order is on its way',
    'order M-1 is shipped',
    'Invoice attached',
    'Invoice is in the parcel',
    'Invoice to follow',
  ],
  ...[
    'Contract attached',
    'Contract runs until 2027-03-31',
    'Your contract is for 12 months',
    'Contract signed, thanks',
  ],
  ...['Quote is 400', 'Quote valid until 31 December', 'Quote number 12', 'Tickets are 40 each', 'Tickets at the door'],
  ...['Paid, thank you', 'Send it to me', 'Send it by post', 'Leads to the garden', 'And next week?', 'Last month'],
  ...['Order before 3 and you get it tomorrow', 'Orders ship today'],
  ...['Thanks, it ships on Friday', 'We open at nine every day', 'Yes, friday works', 'Done, it is on its way'],
  ...['We are closed until Monday', "I'm off until Friday, then I will send it", 'Back on Monday'],
  ...['How can I help?', 'How many would you like?', 'What size do you need?', 'Which tickets did you want?'],
  ...['Any questions, just ask', 'Is everything ok with the order?', "Don't forget to bring the receipt"],
  ...['Remember to keep it in the fridge', "I'll have to check tomorrow", 'I need to ask the supplier by Friday'],
  ...['Add hot water and stir', 'Add 20 for delivery', 'Save your receipt please', 'You can call me on 07700 900123'],
  ...['Add me on WhatsApp 07700900123', 'Save my number 07700900123', 'Add 07700900123 to your contacts'],
  ...['New customers get 10% off', 'New stock came in today', 'Our new number is 020 7946 0999'],
  ...['The blue ones came in today', 'Find it at the front desk', 'Show it to the driver', 'Open the box from the top'],
  ...['Get well soon', 'See you tomorrow', 'Check your inbox, it is sent', 'Send it back to info@shop.example'],
  ...['Which one was broken?', 'Who signed for it?', 'What did the driver say?', 'Has it arrived yet?'],
  ...['Did you get it?', 'Any news from the post office?', 'My email is shop@example.com', 'New price is 40'],
  ...['I will open a ticket for this', 'We lost the parcel, sorry', 'The deal is off then', 'Use English please'],
  ...['We use pounds', 'Undo the strap first', 'Block the drain with the plug', 'Delete the app and install it again'],
  ...['Mark it with a pen', 'It is fixed now', 'All sorted now', 'The order is confirmed'],
  ...['Your lead time is 3 weeks', 'Quote 12 on the form', 'Report it to the police', 'Cancel any time'],
];
const CHINESE_ANSWERS = [
  ...[
    '收到100元',
    '已付款，谢谢',
    '我催一下快递',
    '发送失败了，我重发一下',
    '收入证明不用带',
    '上个月的已经结清了',
    '付了就好',
  ],
  ...['好的，明天给您发货', '您好，今天下午可以来取', '我们每天9点开门', '周五休息', '我们下周一休息', '明天开门'],
  ...[
    '有什么可以帮您',
    '您要多少？',
    '哪个颜色？',
    '要几个',
    '有消息我告诉您',
    '有消息了吗',
    '今天没货了',
    '到货通知您',
  ],
  ...[
    '加微信 13612345678',
    '加我微信13612345678',
    '打这个电话 13612345678',
    '存一下我的号码13612345678',
    '记得带身份证',
  ],
  ...[
    '别忘了带收据',
    '记得放冰箱',
    '我的邮箱是shop@example.com',
    '新客户首单九折',
    '新款今天到了',
    '客户都说好',
    '老客户有优惠',
  ],
  ...[
    '多少钱都可以',
    '今天卖完了',
    '怎么付款都行',
    '谁签收的？',
    '哪天收到的',
    '坏了可以换',
    '有问题随时说',
    '投诉电话12315',
  ],
  ...[
    '已经发了',
    '处理好了',
    '解决了',
    '不客气',
    '我明天看看',
    '我要问一下厂家',
    '用中文吧',
    '收人民币',
    '取消了',
    '退款已退',
  ],
  ...[
    '删了重新下载',
    '先撤销再申请',
    '合并一起发',
    '看看包装',
    '打开就能用',
    '查一下快递单号',
    '今天有人在店里',
    '刚刚发的',
  ],
  ...[
    '什么都有',
    '说明书在盒子里',
    '功能都一样',
    '提醒一下，明天放假',
    '可以',
    '运费10元',
    '订单号20230101123',
    '等我回复',
  ],
];

it.each([
  ['English', ANSWERS],
  ['Chinese', CHINESE_ANSWERS],
] as const)('what is said to customers in %s leaves unasked, as before', { timeout: 180_000 }, async (_, answers) => {
  const asked: string[] = [];
  for (const text of answers) {
    const before = (await sent()).length;
    await under(text);
    if ((await sent()).length === before) asked.push(text);
  }
  expect(asked).toEqual([]);
});
