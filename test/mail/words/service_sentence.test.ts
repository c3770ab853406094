import { describe, expect, it } from 'vitest';
import { readMail } from '../../../src/mail/read/read.ts';
import { rawMail } from '../../support/letters/raw_mail.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const read = (head: Record<string, string>, text: string) =>
  readMail(Buffer.from(rawMail({ To: 'shop@tea.example', ...head }, text)), { ownerEmails: ['me@tea.example'] });

type Case = [from: string, subject: string, text: string, visitor: object, words: string];
const TOLD: Case[] = [
  [
    'Voicemail <noreply@voip.example>',
    'New voicemail',
    'You have a new voicemail from +44 7911 123456.\n\nDuration: 0:32\n\nTranscription: Could you call me back?',
    { name: '', phone: '+44 7911 123456' },
    'Could you call me back?',
  ],
  [
    'voice-noreply@voice.example',
    'New missed call from (415) 555-0132',
    'You missed a call from (415) 555-0132 at 10:03.',
    { name: '', phone: '(415) 555-0132' },
    'You missed a call from (415) 555-0132 at 10:03.',
  ],
  [
    'Desk <messages@answer.example>',
    'Call for you',
    'Tom Hill called at 10:03. Number: 020 7946 0018. Message: please ring back about the invoice.',
    { name: 'Tom Hill', phone: '020 7946 0018' },
    'please ring back about the invoice.',
  ],
  [
    'Etsy <conversations@mail.etsy.example>',
    'Anna Berg sent you a message',
    'Anna Berg sent you a message:\n\nCould you make this in blue?\nI need two.\n\nReply on Etsy: https://x.example/1',
    { name: 'Anna Berg', phone: '' },
    'Could you make this in blue?\nI need two.',
  ],
  [
    'Rooms <noreply@rooms.example>',
    'New message',
    'Your guest Anna Berg sent you a message:\n\nCan we check in at 22:00?\n\nLog in to the extranet to reply.',
    { name: 'Anna Berg', phone: '' },
    'Can we check in at 22:00?',
  ],
  [
    'Pages <notification+abc@pages.example>',
    'Anna Berg messaged your page',
    'Anna Berg sent a message to your Page.\n\n"Are you open on Sunday?"',
    { name: 'Anna Berg', phone: '' },
    'Are you open on Sunday?',
  ],
  [
    '闲鱼 <noreply@xianyu.example>',
    '您收到一条新消息',
    '买家 小李 给您发来一条消息：\n\n还在吗？能便宜点吗？\n\n请登录闲鱼回复。',
    { name: '小李', phone: '' },
    '还在吗？能便宜点吗？',
  ],
  [
    '语音信箱 <noreply@voip.example>',
    '语音留言通知',
    '您有一条来自 13800138000 的语音留言，时长 32 秒。\n转写内容：船什么时候能修好',
    { name: '', phone: '13800138000' },
    '船什么时候能修好',
  ],
  [
    '来电提醒 <notice@voip.example>',
    '未接来电',
    '您有一个来自 13800138000 的未接来电，时间 10:03。',
    { name: '', phone: '13800138000' },
    '您有一个来自 13800138000 的未接来电，时间 10:03。',
  ],
];

/** What people write from addresses that services use as well: of somebody who wrote or called, in a sentence like theirs. */
const PEOPLE: [from: string, text: string][] = [
  ['Tom Bell <inbox@bakery.example>', 'Anna from our office asked you about 20 chairs last week. Is there any news?'],
  [
    'Tom Bell <phone@bakery.example>',
    'Anna asked you about 20 chairs last week. Is there any news? We need them by May.',
  ],
  ['Tom Bell <messages@bakery.example>', 'Anna sent you a message on Monday. Did it reach you?'],
  [
    'Bell Bakery <inbox@bakery.example>',
    'My wife called you this morning about the cake. Could you ring her back?\n\nTom',
  ],
  ['Tom Bell <calls@bakery.example>', 'Jo called you yesterday and nobody answered. Are you closed?\n\nTom'],
  [
    'Tom <inbox@bakery.example>',
    'Hello,\n\nAnna sent you a message.\n\nCould you read it today? We wait for the blue one.\n\nTom',
  ],
  [
    'Tom Bell <conversations@bell.example>',
    'Mr Hill wrote to us that you have sent us the wrong size. Can we change it?',
  ],
  ['Ann <alerts@bell.example>', 'Bob left you a voicemail, I think. Please ignore it, the repair can wait until June.'],
  ['Ann Lee <notice@lee.example>', 'Jim asked you for two quotes. We only got one. Where is the other?'],
  ['Ann Lee <fax@lee.example>', 'Our driver called you twice from the gate. Can somebody open at 8?'],
  ['Front desk <messages@hotel.example>', 'Jo, our manager, asked you to call her about the towels. When can you?'],
  [
    'Sue <inbox@sue.example>',
    'Dear Tea Shop,\n\nAnna asked us who makes our tea, and we said you. She would like a tin.\n\nSue',
  ],
  [
    'Sue <messages@sue.example>',
    'Anna has sent you a message about this, but let me say it myself: the cups are broken. Please help.',
  ],
  [
    'Sue <phone@sue.example>',
    'Peter tried to call you from the airport. His flight is late, so he will check in at 23:00.',
  ],
  [
    'Sue <inbox@sue.example>',
    'A friend left you a review and I wrote you a note with my order. Did both arrive?\n\nSue',
  ],
  ['Kim <calls@kim.example>', 'Mum called you last Friday about her curtains. She says you never rang back!'],
  [
    'Kim <messages@kim.example>',
    'Lee asked you a question yesterday: can the sofa be green? We have to decide today.\n\nKim',
  ],
  ['Kim <inbox@kim.example>', 'Lee asked you: is it blue or green?\n\nI would like to know too.\n\nKim'],
  ['小王 <inbox@wang.example>', '李姐上周给您发了消息问二十把椅子的事，有消息了吗？'],
  ['小王 <messages@wang.example>', '我同事昨天给您留言了，麻烦看一下，我们急着要。'],
  ['王敏 <phone@wang.example>', '小李给您发了一条消息，您看到了吗？我们想订周五的位子。'],
  ['王敏 <inbox@wang.example>', '我老公昨天给您打来电话没人接，请问还营业吗？'],
];
/** The same where only machines' headers, or words on where to answer, speak for a service. */
const WITH_SIGNS: [head: Record<string, string>, from: string, text: string][] = [
  [
    { 'Auto-Submitted': 'no' },
    'Tom Bell <tom@bakery.example>',
    'Anna from our office asked you about 20 chairs last week. You may reply on our site too.',
  ],
  [
    { 'Auto-Submitted': 'No' },
    'Tom Bell <tom@bakery.example>',
    'Anna sent you a message:\n\nis it ready?\n\nYou can also reply on our page.\nTom',
  ],
  [
    { 'Auto-Submitted': 'no (a person)' },
    'Tom Bell <tom@bakery.example>',
    'Anna sent us your offer. I will answer on our site tonight.',
  ],
  [
    { 'Auto-Submitted': 'no' },
    'Tom Bell <inbox@bakery.example>',
    'Anna asked you about 20 chairs last week. Is there any news?',
  ],
  [
    { 'List-Unsubscribe': '<mailto:x@y.example>' },
    'Tom Bell <tom@bakery.example>',
    'Anna asked you about 20 chairs last week. We write to you from our new app. Any news?',
  ],
  [
    { Precedence: 'normal' },
    'Tom Bell <tom@bakery.example>',
    'Anna from our office asked you about 20 chairs. Please reply via our site.',
  ],
  [
    { Precedence: 'first-class' },
    'Sue <inbox@sue.example>',
    'Jim called you yesterday about the boat. Can you lift it on Friday?',
  ],
  [
    {},
    'Tom Bell <tom@bakery.example>',
    'Anna asked you about 20 chairs. Please do not reply to this address, it closes: write to tom@new.example.',
  ],
  [
    {},
    'Sue <sue@sue.example>',
    'Anna sent you a message. On your site I read: do not reply to this email. So where do I send the photos?',
  ],
  [
    {},
    'Sue <sue@sue.example>',
    'Jo left you a voicemail about the leak. Log in to our account if you need the photos.',
  ],
  [{}, 'Sue <sue@sue.example>', 'Peter called you. His number is 020 7946 0018, the message: please come at nine.'],
  [{}, 'Sue <sue@sue.example>', 'Anna sent you a message:\n\nCould we have it in blue?\n\nSue'],
  [
    { 'List-Unsubscribe': '<mailto:x@y.example>' },
    'Sue <messages@sue.example>',
    'Lee from my team asked you about the invoice on Tuesday. Please send it again.',
  ],
  [
    { 'Auto-Submitted': 'no' },
    'Sue <notice@sue.example>',
    'Jo wrote to you last month. Nobody has answered. Please view the photos on our site and reply.',
  ],
  [
    { 'Auto-Submitted': 'no' },
    '王敏 <wang@wang.example>',
    '小李上周给您发了一条消息，您看到了吗？也可以打开我们的网站回复。',
  ],
  [{ 'Auto-Submitted': 'no' }, '王敏 <wang@wang.example>', '小李给您留言了，请不要回复此邮件，回复到他的微信，谢谢。'],
  [
    { 'List-Unsubscribe': '<https://y.example>' },
    '王敏 <inbox@wang.example>',
    '我们经理给您发过消息，周五能送二十把椅子吗？',
  ],
  [{}, '王敏 <wang@wang.example>', '来电没接到，您是不是找我们？小李给您打过电话。'],
];
/** What services say, from every kind of address that they use. */
const NOTICES: [from: string, text: string, who: string, words: string][] = [
  [
    'Etsy <conversations@mail.etsy.example>',
    'Anna Berg sent you a message:\n\nIn blue?\n\nReply on Etsy',
    'Anna Berg',
    'In blue?',
  ],
  [
    'Rooms <inbox@rooms.example>',
    'New message from Anna Berg:\n\nLate check-in?\n\nLog in to reply.',
    'Anna Berg',
    'Late check-in?',
  ],
  [
    'Rooms <messages@rooms.example>',
    'You have a new message from Anna Berg.\n\nLate check-in?\n\nReply: https://x.example/1',
    'Anna Berg',
    'Late check-in?',
  ],
  [
    'Rooms <message-7@rooms.example>',
    'You have a new message from Anna Berg about your listing.\n\nIs it free in May?\n\nReply on our site.',
    'Anna Berg',
    'Is it free in May?',
  ],
  [
    'Desk <calls@answer.example>',
    'Tom Hill called at 10:03. Number: 020 7946 0018. Message: ring back about the boat.',
    'Tom Hill',
    'ring back about the boat.',
  ],
  [
    'Voice <voicemail@voip.example>',
    'New voicemail from Tom Hill\n\nTranscript: is the boat ready?',
    'Tom Hill',
    'is the boat ready?',
  ],
  [
    'Voice <voicemails@voip.example>',
    'You have a new voicemail from +44 7911 123456.\n\nTranscription: is it ready?',
    '',
    'is it ready?',
  ],
  [
    'Voice <phone@voip.example>',
    'Missed call from +44 7911 123456 at 10:03',
    '',
    'Missed call from +44 7911 123456 at 10:03',
  ],
  ['Voice <pbx@voip.example>', 'Missed call from Tom Hill at 10:03', 'Tom Hill', 'Missed call from Tom Hill at 10:03'],
  [
    'Fax <fax@voip.example>',
    'You received a fax from +44 7911 123456.',
    '',
    'You received a fax from +44 7911 123456.',
  ],
  [
    'Pages <notifications@pages.example>',
    'Anna Berg messaged your page.\n\nOpen on Sunday?',
    'Anna Berg',
    'Open on Sunday?',
  ],
  [
    'Pages <hello@pages.example>',
    'Anna Berg sent a message to your page.\n\nOpen on Sunday?\n\nThis mailbox is not monitored. Please do not reply to this email.',
    'Anna Berg',
    'Open on Sunday?',
  ],
  [
    'Market <service@market.example>',
    'Your buyer Anna Berg asked you a question:\n\nWhat size?\n\nPlease do not reply to this email.',
    'Anna Berg',
    'What size?',
  ],
  ['Market <notice@market.example>', 'Anna Berg asked:\n\nWhat size?\n\nView on our site.', 'Anna Berg', 'What size?'],
  ['Market <alerts@market.example>', 'Anna Berg left you a note:\n\nPack it well', 'Anna Berg', 'Pack it well'],
  [
    'Chat <messaging@chat.example>',
    '2 unread messages from Anna Berg:\n\nHello?\nAre you there?',
    'Anna Berg',
    'Hello?\nAre you there?',
  ],
  ['Chat <no_reply@chat.example>', 'Anna Berg wrote:\n\nIs it sold?', 'Anna Berg', 'Is it sold?'],
  ['Chat <chat-noreply@chat.example>', 'Message from: Anna Berg\n\nIs it sold?', 'Anna Berg', 'Is it sold?'],
  [
    'Desk <missed-calls@answer.example>',
    'Anna Berg tried to call you at 9:15.',
    'Anna Berg',
    'Anna Berg tried to call you at 9:15.',
  ],
  [
    'Desk <conversations@answer.example>',
    'Anna Berg left you a voicemail.\n\nTranscript: please hold my order',
    'Anna Berg',
    'please hold my order',
  ],
  [
    '闲鱼 <messages@xianyu.example>',
    '买家 小李 给您发来一条消息：\n\n还在吗？\n\n请登录闲鱼回复。',
    '小李',
    '还在吗？',
  ],
  ['闲鱼 <notice@xianyu.example>', '来自买家小李的新消息：\n\n还在吗？\n\n请打开闲鱼查看', '小李', '还在吗？'],
  ['语音 <voicemail@voip.example>', '您有一条来自 13800138000 的语音留言。\n转写内容：船修好了吗', '', '船修好了吗'],
  ['来电 <calls@voip.example>', '13800138000 于 10:03 给您来电', '', '13800138000 于 10:03 给您来电'],
  [
    '客栈 <kefu@rooms.example>',
    '客人 小李 给您发来一条消息：\n\n能晚点到吗？\n\n请勿回复此邮件，请登录查看。',
    '小李',
    '能晚点到吗？',
  ],
];
const MACHINES_HEADERS: Record<string, string>[] = [
  { 'Auto-Submitted': 'auto-generated' },
  { Precedence: 'bulk' },
  { 'List-Unsubscribe': '<https://x.example>' },
];
/** From an address that says nothing: a machine's header, and where it is answered. */
const BY_HEADERS: [text: string, who: string][] = [
  ['Anna Berg sent you a message:\n\nIn blue?\n\nReply on our site', 'Anna Berg'],
  ['New message from Anna Berg\n\nIn blue?\n\nLog in to answer.', 'Anna Berg'],
  ['Your guest Anna Berg sent you a message:\n\nIn blue?\n\nView in the app', 'Anna Berg'],
  ['Anna Berg asks:\n\nIn blue?\n\nRespond via the dashboard', 'Anna Berg'],
  ['客人小李给您发来一条消息：\n\n有蓝的吗？\n\n请登录回复。', '小李'],
];

describe('a person who says that somebody wrote or called', () => {
  const theirs = (head: Record<string, string>, text: string) => {
    const reading = read({ Subject: 'A question', ...head }, text);
    expect(reading).toMatchObject({ visitor: null, claimed: false });
    expect(reading.newText.startsWith(text.slice(0, 8))).toBe(true);
  };
  it.each(PEOPLE)('is whose mail it is: %s: %s', (from, text) => theirs({ From: from }, text));
  it.each(WITH_SIGNS)('is whose mail it is with a sign of a service: %o %s: %s', (head, from, text) =>
    theirs({ From: from, ...head }, text),
  );
});

describe('a service', () => {
  it.each(NOTICES)('passes on somebody’s words: %s: %s', (from, text, name, words) =>
    expect(read({ From: from, Subject: 'News' }, text)).toMatchObject({ visitor: { name }, formWords: words }),
  );
  it.each(BY_HEADERS)('is known by a machine’s header and where it is answered: %s', (text, name) => {
    for (const head of MACHINES_HEADERS)
      expect(read({ From: 'Market <hello@market.example>', Subject: 'News', ...head }, text)).toMatchObject({
        visitor: { name },
      });
  });
});

describe('a notice that says in a sentence who called or wrote', () => {
  it.each(TOLD)('is theirs: %s, %s', (from, subject, text, visitor, words) => {
    for (const more of [{}, { 'Auto-Submitted': 'auto-generated', 'List-Unsubscribe': '<https://x.example>' }]) {
      const reading = read({ From: from, Subject: subject, ...more }, text);
      expect(reading).toMatchObject({ kind: 'message', visitor, formWords: words });
    }
  });

  it('is answered where it asks for answers', () => {
    const head = { From: 'Market <noreply@market.example>', 'Reply-To': 'talk-7@reply.market.example' };
    expect(read(head, 'Anna Berg sent you a message:\n\nIn blue?')).toMatchObject({
      sender: { name: 'Anna Berg', email: 'talk-7@reply.market.example' },
      claimed: true,
      formWords: 'In blue?',
    });
  });

  it.each([
    [
      'a relay that takes answers',
      { From: 'anna_x7f3@members.market.example' },
      'anna sent you a message:\n\nIn blue?',
    ],
    [
      'a person',
      { From: 'Bo <bo@firm.example>' },
      'Anna Berg sent you a message, did you read it? Log in to your account.',
    ],
    ['a person (zh)', { From: 'Bo <bo@firm.example>' }, '小李给您发了一条消息，您看到了吗？'],
    ['a receipt', { From: 'Shop <noreply@shop.example>' }, 'You paid 12 USD. A message from us: thank you.'],
    [
      'a bank’s own',
      { From: 'Acme Bank <noreply@acmebank.example>' },
      'You have a new message from Acme Bank. Log in to read it.',
    ],
    ['a newsletter', { From: 'news@brand.example', 'List-ID': '<a.b>' }, 'Anna sent you a message: sale!'],
    ['an answer', { From: 'noreply@x.example', 'In-Reply-To': '<a@b>' }, 'Anna Berg sent you a message:\nhi'],
  ])('control: is none: %s', (_, head, text) => {
    expect(read(head, text).visitor).toBeNull();
    expect(read(head, text).claimed).toBe(false);
  });

  it('is read in time in proportion to its length', () => {
    const head = { From: 'noreply@x.example' };
    for (const unit of ['a ', 'from ', 'a sent you ', '来自', '给您发', 'message: ', '1 ', '电话：', 'x\n'])
      expect(
        growsTooFast((text) => read(head, text), repeated(unit)),
        unit,
      ).toBeUndefined();
  });
});
