import { describe, expect, it } from 'vitest';
import { readMail } from '../../../src/mail/read/read.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';
import { rawMail } from '../../support/raw_mail.ts';

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
