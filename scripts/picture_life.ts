import { type Customer, type Life as Day, lifeIn as dayIn } from '../demo/life.ts';
import type { Locale } from '../src/text/locale.ts';

interface Bought {
  first: string;
  last: string;
  email: string;
  title: string;
  price: string;
  number: string;
}

interface Writes extends Customer {
  minutesAgo: number;
}

/** What happened around the day of the demo, in one language: a digest is drawn that has something in each list. */
interface Around {
  /** Wrote nine days ago and was answered; silent since. */
  quiet: Customer & { answer: string };
  /** Who else writes on that day. */
  others: Writes[];
  yesterday: Bought[];
  outOfOffice: string;
  words: { ownersChat: string; customersChat: (name: string) => string; refile: string };
}

/** The demo's day, and what happened around it. Every person and address is made up. */
export interface Life {
  locale: Locale;
  day: Day;
  around: Around;
  /** All who write on that day, in their order. */
  customers: Writes[];
}

const zh: Around = {
  quiet: {
    id: 7001,
    name: '赵敏',
    text: '想订 200 份年会伴手礼，可以先寄样品看看吗？',
    answer: '可以的，样品今天寄出。',
  },
  others: [
    { id: 7004, name: '何芳', text: '上次的白茶特别香，全家都说好，谢谢老板', minutesAgo: 60 },
    {
      id: 7005,
      name: '流量推广小妹',
      text: '老板您好，专业引流推广，首页曝光，不上首页不收费，加微详谈',
      minutesAgo: 40,
    },
    { id: 7007, name: '陈晨', text: '那个……就是上次说的那件事', minutesAgo: 12 },
  ],
  yesterday: [
    { first: '国强', last: '孙', email: 'sun@example.com', title: '龙井 100g', price: '198.00', number: '#1040' },
    { first: '芳', last: '何', email: 'he@example.org', title: '白茶饼', price: '420.00', number: '#1041' },
  ],
  outOfOffice: '我正在休假，11 月 30 日回来后回复您。',
  words: { ownersChat: '店主的 Telegram', customersChat: (name) => `${name} 的 Telegram`, refile: '售后' },
};

const en: Around = {
  quiet: {
    id: 7001,
    name: 'Grace Zhao',
    text: 'We need 200 gift boxes for our annual party. Could you send a sample first?',
    answer: 'Of course, the sample leaves today.',
  },
  others: [
    {
      id: 7004,
      name: 'Fay Howe',
      text: 'The white tea was wonderful, the whole family loves it. Thank you!',
      minutesAgo: 60,
    },
    {
      id: 7005,
      name: 'SEO Expert',
      text: 'Hello sir, we guarantee first page ranking for your website, limited offer, reply now',
      minutesAgo: 40,
    },
    { id: 7007, name: 'Chris', text: 'So, about that thing from last time…', minutesAgo: 12 },
  ],
  yesterday: [
    { first: 'Sam', last: 'Sun', email: 'sun@example.com', title: 'Longjing 100 g', price: '19.80', number: '#1040' },
    { first: 'Fay', last: 'Howe', email: 'fay@example.org', title: 'White tea cake', price: '42.00', number: '#1041' },
  ],
  outOfOffice: 'I am away until 30 November and will answer you then.',
  words: { ownersChat: "The owner's Telegram", customersChat: (name) => `${name}'s Telegram`, refile: 'Ticket' },
};

export function lifeIn(locale: Locale): Life {
  const day = dayIn(locale);
  const around = locale === 'zh-CN' ? zh : en;
  const asked = { ...day.asks, minutesAgo: 190 };
  const complained = { ...day.complains, minutesAgo: 95 };
  const late = { ...day.late, minutesAgo: 25 };
  const [thanks, spam, unclear] = around.others;
  return { locale, day, around, customers: [asked, complained, thanks!, spam!, late, unclear!] };
}
