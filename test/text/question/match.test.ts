import { describe, expect, it } from 'vitest';
import { asksSomething } from '../../../src/text/question/asked.ts';
import { matchOf } from '../../../src/text/question/match.ts';
import { asksWhereOrder } from '../../../src/text/question/where_order.ts';
import { growsTooFast } from '../../support/linear.ts';

const ZH = [
  { name: '发货', questions: ['多久发货', '什么时候发货'] },
  { name: '运费', questions: ['运费多少钱', '包邮吗'] },
  { name: '营业', questions: ['几点开门', '营业时间'] },
  { name: '发票', questions: ['可以开发票吗'] },
  { name: '保质期', questions: ['保质期多久', '能放多久'] },
];
const EN = [
  { name: 'shipping', questions: ['how long does shipping take', 'when do you ship'] },
  { name: 'cost', questions: ['how much is shipping', 'what does delivery cost'] },
  { name: 'hours', questions: ['when are you open', 'what are your opening hours'] },
  { name: 'invoice', questions: ['can I get an invoice'] },
  { name: 'gift', questions: ['do you do gift wrapping'] },
];

/** What is the question and nothing else. */
const SURE_ZH: [string, string][] = [
  ['多久发货？', '发货'],
  ['请问多久发货', '发货'],
  ['您好，请问你们多久能发货呀？', '发货'],
  ['你好！什么时候可以发货呢', '发货'],
  ['亲，几天发货？', '发货'],
  ['大概多长时间发货？谢谢', '发货'],
  ['老板 啥时候发货', '发货'],
  ['請問多久發貨？', '发货'],
  ['运费多少钱？', '运费'],
  ['请问一下运费是多少钱呢', '运费'],
  ['包邮吗', '运费'],
  ['你们家包邮么？', '运费'],
  ['几点开门？', '营业'],
  ['营业时间是？', '营业'],
  ['能开发票吗？', '发票'],
  ['能不能开发票', '发票'],
  ['保质期多久？', '保质期'],
  ['请问可以放多久呢', '保质期'],
];
const SURE_EN: [string, string][] = [
  ['How long does shipping take?', 'shipping'],
  ['Hi! How long does shipping usually take?', 'shipping'],
  ['Hello, when do you ship?', 'shipping'],
  ['Just a quick question: how long is shipping?', 'shipping'],
  ['how long will shipping take, please', 'shipping'],
  ['Could you tell me when you ship?', 'shipping'],
  ['How much is shipping?', 'cost'],
  ['Hey there, how much would shipping be? Thanks!', 'cost'],
  ['What does delivery cost?', 'cost'],
  ['When are you open?', 'hours'],
  ['what are your opening hours', 'hours'],
  ['Hi, what are the opening hours please?', 'hours'],
  ['Can I get an invoice?', 'invoice'],
  ['Do you do gift wrapping?', 'gift'],
  ['do you do gift-wrapping', 'gift'],
];
/** Two questions, displeasure, denials, others' words, a case of their own: a person answers these. */
const NEVER_ZH = [
  '多久发货？运费多少钱？',
  '多久发货，能便宜点吗',
  '请问多久发货，另外可以开发票吗',
  '多久发货，什么颜色有货',
  '到底多久发货？',
  '多久发货啊！！！',
  '怎么还不发货？',
  '你们多久才发货，都三天了',
  '为什么还没发货',
  '不发货吗？',
  '你们不包邮吗？',
  '没有发票吗？',
  '不用开发票',
  '订单1042多久发货？',
  '我的订单什么时候发货？',
  '我昨天下的单多久发货',
  '多久发货到新疆？',
  '“多久发货”这句话是你们客服说的',
  '客服说“运费多少钱”要问您',
  '> 多久发货\n已经问过了',
  '多久发货？再不发我就退款',
  '发货了吗',
  '发票开错了',
  '运费多少钱，太贵了吧，差评',
  '保质期多久？我这盒好像坏了',
  '茶叶碎了，多久发货补给我',
  '垃圾店，多久发货',
  '我要投诉，多久发货',
  '发货前帮我加个礼盒',
  '包邮的话我要三盒',
  '几点开门都不说一声',
  '营业时间改了？我昨天白跑一趟',
  '几点开门？我十点来取货',
  '明天几点开门？',
  '国庆几点开门',
  '多久发货？？',
  '运费多少钱一斤',
  '开发票的话抬头写什么，税号要吗',
  '好的',
  '收到，谢谢',
  '龙井还有货吗',
  '这款保质期多久，能退吗',
];
const NEVER_EN = [
  'How long does shipping take? And how much is it?',
  'How long does shipping take and do you ship to Norway?',
  'How long does shipping take to Germany?',
  'How much is shipping to Canada?',
  'When do you ship? Also, can I get an invoice?',
  "Why don't you ship?",
  "You don't ship on time.",
  'Do you not do gift wrapping?',
  "don't you do gift wrapping any more?",
  'No invoice?',
  'HOW LONG DOES SHIPPING TAKE',
  'How long does shipping take?!',
  'how long does shipping take!!!',
  'How long does shipping take?? I have waited two weeks',
  'When do you finally ship?',
  'When do you ship my order?',
  'When do you ship order 1042?',
  'When do you ship #1042?',
  'Where is my order?',
  'You said "how long does shipping take" is on the page, it is not',
  '> how long does shipping take\nthanks, got it',
  'My friend asked: "when are you open?"',
  'Are you open tomorrow?',
  'When are you open on Christmas?',
  'When are you open today?',
  'How long does shipping take? It still is not here',
  'The invoice is wrong',
  'I never got an invoice',
  'Can I get an invoice for 2023-1042?',
  'Can I get an invoice and a refund?',
  'Shipping was terrible',
  'The gift wrapping was damaged',
  'When do you ship, I am really disappointed',
  'How much is shipping, this is a scam',
  'how much is the blue teapot',
  'what does delivery cost; and when would it arrive?',
  'I wonder how long shipping takes compared with DHL express overnight',
  'cancel the shipping',
  'opening hours are wrong on your page',
  'Thanks!',
  'ok',
];

describe('a question that is often asked', () => {
  it.each([...SURE_ZH.map((row) => [ZH, ...row] as const), ...SURE_EN.map((row) => [EN, ...row] as const)])(
    'is known where nothing else is said: %#',
    (all, words, name) => {
      expect({ words, ...matchOf(words, all) }).toMatchObject({ words, sure: true, one: { name } });
    },
  );

  it.each([...NEVER_ZH.map((words) => [ZH, words] as const), ...NEVER_EN.map((words) => [EN, words] as const)])(
    'is left to a person where something more is said: %#',
    (all, words) => {
      expect({ words, sure: matchOf(words, all)?.sure ?? false }).toEqual({ words, sure: false });
    },
  );

  it.each([
    [ZH, '多久发货到新疆？', '发货'],
    [ZH, '怎么还不发货？', undefined],
    [ZH, '你们不包邮吗？', '运费'],
    [ZH, '开发票的话抬头写什么', '发票'],
    [ZH, '龙井还有货吗', undefined],
    [EN, 'How long does shipping take to Germany?', 'shipping'],
    [EN, 'how much is the blue teapot', undefined],
    [EN, 'Do you not do gift wrapping?', 'gift'],
    [EN, 'Thanks!', undefined],
  ] as const)('is proposed where it is among the words: %#', (all, words, name) => {
    expect({ words, name: matchOf(words, all)?.one.name }).toEqual({ words, name });
  });

  it('is not sure where two answers are as near', () => {
    const two = [...EN, { name: 'express', questions: ['when do you ship'] }];
    expect(matchOf('When do you ship?', two)?.sure).toBe(false);
    // the control
    expect(matchOf('When do you ship?', EN)?.sure).toBe(true);
  });
});

describe('whoever asks where what they ordered is', () => {
  it.each([
    ...[
      '我的订单到哪了',
      '我的快递到哪里了？',
      '1042那单发货了吗',
      '什么时候发货',
      '什么时候能到？',
      '帮我查一下物流',
      '订单1042什么时候发',
      '快递单号发我一下',
      '我的包裹啥时候到',
    ],
    ...[
      'Where is my order?',
      "where's my order 1042?",
      'Any update on my order?',
      'Has my order shipped yet?',
      'When will my parcel arrive?',
      'Can you send me the tracking number?',
      'status of order #1042',
      'Where are my things?',
      'Did my order ship?',
    ],
  ])('is heard: %s', (words) => {
    expect(asksWhereOrder(words)).toBe(true);
  });

  it.each([
    ...['我要下订单', '订单能改地址吗', '龙井多少钱', '茶叶碎了', '要三盒，寄到上海', '我想取消订单', '你们店在哪'],
    ...[
      'I want to order tea',
      'Where are you located?',
      'Can I change my order?',
      'Please cancel my order',
      'When are you open?',
      'How much is delivery?',
      'Thanks for the parcel!',
    ],
  ])('and nobody else: %s', (words) => {
    expect(asksWhereOrder(words)).toBe(false);
  });
});

describe('whether our words ask for an answer', () => {
  it.each([
    ...[
      'Please confirm.',
      'let me know which',
      'Just tell me when.',
      'Reply YES to confirm.',
      'Which size do you need',
    ],
    ...['I can send it today or keep it. Just say which.', 'Kindly advise.', 'I need your address to send it.'],
    ...['Would you prefer red or blue', 'It is up to you.', 'When does it suit you', 'OK, so send me your address'],
    ...[
      '请确认一下',
      '要哪种告诉我',
      '请问您要几个',
      '需要的话说一声',
      '把地址发我',
      '麻烦把取件码发我一下',
      '要不要加一个',
    ],
    ...['您要哪个颜色', '等您确认', '回复1确认', '拍张照片给我看看', '你定吧', '地址和电话告诉我一下'],
  ])('they do, also without a mark: %s', (ours) => expect(asksSomething(ours)).toBe(true));

  it.each([
    ...['It is 500.', 'Let me know if you have any questions.', 'If you have any questions, let me know.'],
    ...['I will let you know.', 'We can send it tomorrow and let you know.', 'What I have is the red one.'],
    ...[
      'Thank you for your order, and do come again.',
      'Should you need anything else, write to me.',
      'Happy to help!',
    ],
    ...[
      '有问题随时告诉我',
      '我确认一下再告诉您',
      '已经发货了，请查收',
      '请稍等',
      '差不多明天到',
      '到了我通知您',
      '多少都行',
    ],
    ...['如果有什么问题请告诉我们', '我把发票发给您了', '我们会尽快回复您', '怎么都可以', '给您发过去了'],
  ])('control: they do not: %s', (ours) => expect(asksSomething(ours)).toBe(false));

  it('is read in time that grows with the words', () => {
    for (const unit of ['please ', 'let me know if you ', '我们跟', '请麻烦', 'which one ', '把', '有问题'])
      expect(growsTooFast(asksSomething, (size) => unit.repeat(size / unit.length))).toBeUndefined();
  });
});
