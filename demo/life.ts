import type { Locale } from '../src/text/locale.ts';

export interface Customer {
  /** Of their chat on Telegram. */
  id: number;
  name: string;
  text: string;
}

/** A day in a small shop's life, in one language. Every person and address is made up. */
export interface Life {
  shop: string;
  currency: string;
  country: string;
  asks: Customer;
  answer: string;
  complains: Customer;
  apology: string;
  mail: { from: string; name: string; subject: string; text: string };
  mailAnswer: string;
  buyer: { first: string; last: string; email: string; title: string; price: string; number: string };
  task: string;
  late: Customer;
  tryNext: string[];
  words: {
    title: string;
    ownersPhone: string;
    you: string;
    replies: (name: string, text: string) => string;
    captions: Record<'asks' | 'answer' | 'complains' | 'mails' | 'buys' | 'task' | 'undo' | 'evening', string>;
    came: (facts: { contacts: number; messages: number; answers: number }) => string;
    next: string;
  };
}

const zh: Life = {
  shop: '山里茶铺',
  currency: 'CNY',
  country: 'CN',
  asks: { id: 7002, name: '王小明', text: '请问明前龙井多少钱一斤？送人的，要礼盒，明天下午三点来取' },
  answer: '礼盒装一斤 ¥1280，明天三点前给您备好。',
  complains: { id: 7003, name: '李娟', text: '茶罐到了，盖子碎了，这怎么送人啊！！' },
  apology: '实在抱歉！今天就给您补寄一个新的。',
  mail: {
    from: 'mei@example.net',
    name: '林梅',
    subject: '金骏眉有现货吗',
    text: '您好，请问 250 克的金骏眉现在有货吗？有的话我今天就下单。',
  },
  mailAnswer: '有货的，店铺里可以直接下单。',
  buyer: { first: '梅', last: '林', email: 'mei@example.net', title: '金骏眉 250g', price: '680.00', number: '#1042' },
  task: '明天10点 给王小明打电话确认礼盒',
  late: { id: 7006, name: '周叔', text: '上次的铁观音还有吗？' },
  tryNext: [
    'npm start',
    'npm run -s crm -- say "/添加 张三 13800138000 zhang@example.com #vip"',
    'npm run -s crm -- say "/查找 zs"',
    'npm run -s crm -- say "/任务 明天10点 给张三打电话"',
    'npm run -s crm -- say "/帮助"',
  ],
  words: {
    title: '山里茶铺的一天：客户用自己的手机，您只用一个聊天窗口。真正的程序，全部离线，人物皆为虚构。',
    ownersPhone: '您的 Telegram',
    you: '店主',
    replies: (name, text) => `↩ 回复${name}：${text}`,
    captions: {
      asks: '1  有人来问价。他成了客户，这一问记成了意向，送到您的聊天里；他说的时间，点一下就会提醒您。',
      answer: '2  回复卡片，客户就在他自己的聊天里收到。',
      complains: '3  有人投诉：记成售后。答复她，再按一下就办完了。',
      mails: '4  邮件也送到同一个地方。回复卡片，答复就以邮件寄出，接在原来的往来里。',
      buys: '5  她在店铺里下了单。店铺的通知认出了她，意向自己记成了成交。',
      task: '6  命令就是平常的话：到时候会提醒您。',
      undo: '7  说错了？每一步都能撤销。',
      evening: '8  晚上又来一位。看看还有谁在等您。',
    },
    came: ({ contacts, messages, answers }) =>
      `这一天：${contacts} 位客户，来了 ${messages} 条消息，答复了 ${answers} 条。什么都没丢，什么都没重发。`,
    next: '接下来可以试试（第一行正式启动，其余在另一个终端里输入）：',
  },
};

const en: Life = {
  shop: 'Hill Tea',
  currency: 'USD',
  country: 'US',
  asks: {
    id: 7002,
    name: 'Tom Baker',
    text: 'How much is a pound of the spring Longjing, in a gift box? I would pick it up tomorrow at 3pm.',
  },
  answer: 'The gift box is $128 a pound. It will be ready tomorrow at three.',
  complains: {
    id: 7003,
    name: 'Julia Lee',
    text: 'The tin arrived with a broken lid. How am I supposed to give this to anyone?!',
  },
  apology: 'I am so sorry! A new one leaves today.',
  mail: {
    from: 'mei@example.net',
    name: 'Mei Lin',
    subject: 'Golden Eyebrow in stock?',
    text: 'Hello, do you have the 250 g Golden Eyebrow in stock? If so I will order today.',
  },
  mailAnswer: 'We do! You can order it in the shop right away.',
  buyer: {
    first: 'Mei',
    last: 'Lin',
    email: 'mei@example.net',
    title: 'Golden Eyebrow 250 g',
    price: '68.00',
    number: '#1042',
  },
  task: 'tomorrow 10am call Tom Baker about the gift box',
  late: { id: 7006, name: 'Walter', text: 'Do you still have the oolong I had last time?' },
  tryNext: [
    'npm start',
    'npm run -s crm -- say "/add Anna Smith +1 202 555 0147 anna@example.com #vip"',
    'npm run -s crm -- say "/find smith"',
    'npm run -s crm -- say "/task tomorrow 10am call Anna"',
    'npm run -s crm -- say "/help"',
  ],
  words: {
    title:
      'A day at Hill Tea: customers use their own phones, you use one chat. The real program, all offline, everybody is made up.',
    ownersPhone: 'Your Telegram',
    you: 'You',
    replies: (name, text) => `↩ to ${name}: ${text}`,
    captions: {
      asks: '1  Somebody asks for a price. He becomes a contact, the question a lead, and it lands in your chat; the time he names is a reminder at a tap.',
      answer: '2  Reply to the card, and he has your answer in his own chat.',
      complains: '3  A complaint becomes a ticket. Answer it, and one tap closes it.',
      mails: '4  Mail lands in the same place. Reply to the card, and your answer leaves as mail, in the same thread.',
      buys: '5  She orders in the shop. The shop’s notice is known to be hers, and the lead is won by itself.',
      task: '6  A command is plain words: you are reminded when it is time.',
      undo: '7  A slip? Every step can be taken back.',
      evening: '8  One more in the evening. Who is still waiting for you?',
    },
    came: ({ contacts, messages, answers }) =>
      `That was the day: ${contacts} contacts, ${messages} messages in, ${answers} answers out. Nothing lost, nothing sent twice.`,
    next: 'Try next (the first line starts it in earnest, the others go into a second terminal):',
  },
};

export const lifeIn = (locale: Locale): Life => (locale === 'zh-CN' ? zh : en);
