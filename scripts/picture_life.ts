import type { Locale } from '../src/text/locale.ts';

/** A week in a small shop's life, in one language. Every person and address is made up. */
export interface Life {
  locale: Locale;
  shop: string;
  /** Wrote nine days ago and was answered; silent since. */
  quiet: { id: number; name: string; text: string; answer: string };
  customers: { id: number; name: string; text: string; minutesAgo: number }[];
  /** The owner answers this customer by replying to the card. */
  answer: { customer: number; text: string };
  /** A question about a price, and the order that pays for it. */
  buyer: { first: string; last: string; email: string; title: string; price: string; number: string };
  yesterday: { first: string; last: string; email: string; title: string; price: string; number: string }[];
  currency: string;
  mail: { from: string; name: string; subject: string; text: string; quote: string };
  mailAnswer: string;
  outOfOffice: string;
  task: string;
  words: {
    ownersChat: string;
    customersChat: (name: string) => string;
    you: string;
    refile: string;
  };
}

const zh: Life = {
  locale: 'zh-CN',
  shop: '山里茶铺',
  quiet: {
    id: 7001,
    name: '赵敏',
    text: '想订 200 份年会伴手礼，可以先寄样品看看吗？',
    answer: '可以的，样品今天寄出。',
  },
  customers: [
    { id: 7002, name: '王小明', text: '请问明前龙井多少钱一斤？送人的，要礼盒', minutesAgo: 190 },
    { id: 7003, name: '李娟', text: '茶罐到了，盖子碎了，这怎么送人啊！！', minutesAgo: 95 },
    { id: 7004, name: '周叔', text: '上次的铁观音特别香，全家都说好，谢谢老板', minutesAgo: 60 },
    {
      id: 7005,
      name: '流量推广小妹',
      text: '老板您好，专业引流推广，首页曝光，不上首页不收费，加微详谈',
      minutesAgo: 40,
    },
    { id: 7006, name: '陈晨', text: '那个……就是上次说的那件事', minutesAgo: 12 },
  ],
  answer: { customer: 7002, text: '礼盒装一斤 ¥1280，今天下单明天到。' },
  buyer: { first: '林', last: '梅', email: 'mei@example.net', title: '金骏眉 250g', price: '680.00', number: '#1042' },
  yesterday: [
    { first: '国强', last: '孙', email: 'sun@example.com', title: '龙井 100g', price: '198.00', number: '#1040' },
    { first: '芳', last: '何', email: 'he@example.org', title: '白茶饼', price: '420.00', number: '#1041' },
  ],
  currency: 'CNY',
  mail: {
    from: 'mei@example.net',
    name: '林梅',
    subject: '金骏眉有现货吗',
    text: '您好，请问 250 克的金骏眉现在有货吗？有的话我今天就下单。',
    quote: '',
  },
  mailAnswer: '有货的，店铺里可以直接下单。',
  outOfOffice: '我正在休假，11 月 30 日回来后回复您。',
  task: '明天10点 给王小明打电话确认礼盒',
  words: {
    ownersChat: '店主的 Telegram',
    customersChat: (name) => `${name} 的 Telegram`,
    you: '您',
    refile: '售后',
  },
};

const en: Life = {
  locale: 'en',
  shop: 'Hill Tea',
  quiet: {
    id: 7001,
    name: 'Grace Zhao',
    text: 'We need 200 gift boxes for our annual party. Could you send a sample first?',
    answer: 'Of course, the sample leaves today.',
  },
  customers: [
    {
      id: 7002,
      name: 'Tom Baker',
      text: 'How much is a pound of the spring Longjing, in a gift box?',
      minutesAgo: 190,
    },
    {
      id: 7003,
      name: 'Julia Lee',
      text: 'The tin arrived with a broken lid. How am I supposed to give this to anyone?!',
      minutesAgo: 95,
    },
    {
      id: 7004,
      name: 'Walter',
      text: 'The oolong was wonderful, the whole family loves it. Thank you!',
      minutesAgo: 60,
    },
    {
      id: 7005,
      name: 'SEO Expert',
      text: 'Hello sir, we guarantee first page ranking for your website, limited offer, reply now',
      minutesAgo: 40,
    },
    { id: 7006, name: 'Chris', text: 'So, about that thing from last time…', minutesAgo: 12 },
  ],
  answer: { customer: 7002, text: 'The gift box is $128 a pound. Order today and it ships tomorrow.' },
  buyer: {
    first: 'Mei',
    last: 'Lin',
    email: 'mei@example.net',
    title: 'Golden Eyebrow 250 g',
    price: '68.00',
    number: '#1042',
  },
  yesterday: [
    { first: 'Sam', last: 'Sun', email: 'sun@example.com', title: 'Longjing 100 g', price: '19.80', number: '#1040' },
    { first: 'Fay', last: 'Howe', email: 'fay@example.org', title: 'White tea cake', price: '42.00', number: '#1041' },
  ],
  currency: 'USD',
  mail: {
    from: 'mei@example.net',
    name: 'Mei Lin',
    subject: 'Golden Eyebrow in stock?',
    text: 'Hello, do you have the 250 g Golden Eyebrow in stock? If so I will order today.',
    quote: '',
  },
  mailAnswer: 'We do! You can order it in the shop right away.',
  outOfOffice: 'I am away until 30 November and will answer you then.',
  task: 'tomorrow 10am call Tom Baker about the gift box',
  words: {
    ownersChat: "The owner's Telegram",
    customersChat: (name) => `${name}'s Telegram`,
    you: 'You',
    refile: 'Ticket',
  },
};

export const lifeIn = (locale: Locale): Life => (locale === 'zh-CN' ? zh : en);
