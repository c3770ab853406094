import { describe, expect, it } from 'vitest';
import { wantsAnswer } from '../../../src/domain/talk/waiting.ts';
import { triage } from '../../../src/domain/triage/index.ts';
import { saysMoreThanAway } from '../../../src/text/courtesy/absence.ts';
import { answersInPerson } from '../../../src/text/courtesy/own_answer.ts';
import { growsTooFast } from '../../support/linear.ts';

const waits = (text: string, asked = false) => wantsAnswer(triage({ text, signals: asked ? { answersUs: true } : {} }));

describe('whoever says that they are away', () => {
  it.each([
    "I'm out of office this week but yes, the blue one please",
    'I am on holiday then',
    "sorry, I'm away until Monday",
    "I'm away this week. Next Monday is fine.",
    "Thanks for your mail, I'm out until Thursday - 4pm Friday please.",
    'Thank you for your message. I am on holiday until 5 May. The pot arrived broken, by the way.',
    'I will have limited access to email. Please send the quote to ben@example.com',
    "I'm on vacation until Friday",
    "I'm out of office Monday",
    '我那天出差',
    '您好，我正在休假，5月5日回复您。对了壶是碎的',
    '自动回复：我在出差。周五可以的',
  ])('answers what we asked: %s', (text) => expect(waits(text, true)).toBe(true));

  it.each([
    "I'm on holiday until Monday, leave it next door",
    "I'm on holiday until Monday, thanks",
    'Thank you for your message. I am on holiday until 5 May. The pot arrived broken, by the way.',
    'Out of office this week. Please ship it next week.',
    '我正在休假，周一回来，先别发货',
  ])('says more, and waits though nothing was asked: %s', (text) => expect(waits(text)).toBe(true));

  it.each([
    'Thank you for your email. I am out of the office until 5 May with limited access to email. In urgent cases please contact Ben Smith at ben@example.com. Kind regards, Ann',
    'Automatic reply: I am out of the office until Monday.',
    'I am currently out of the office and will reply on my return.',
    "I'm on leave until the 19th with no access to mail. For anything pressing call Priya.",
    '自动回复：您好，我正在休假，5月5日回复您。',
    '您好，我正在出差，有急事请联系同事小王。',
  ])('is a program, asked or not: %s', (text) => expect([waits(text), waits(text, true)]).toEqual([false, false]));

  it.each([
    "Auto-reply: I'm driving. But yes, 2 mugs please",
    'Auto-reply: driving. I will take 2',
    'Auto-reply: I am driving. But yes, 2 mugs please',
    'This is an automatic reply. I take two.',
    'Automatic reply: away until Monday. Go ahead with the order.',
    'We have received your message and accept the offer.',
    '您的消息已收到，我同意报价',
    '您的来信已收到，我会尽快回复。价格可以接受',
    'Auto-reply: in a meeting. The price is fine, please send it',
    'Automatic reply: I accept your quote.',
    'Auto response: busy right now. Monday works for me',
    "Thank you for your message. We will get back to you. We'd like to order two of the blue ones.",
    'Automatic reply: yes please, the blue one',
    'Out of office: I want the blue one',
    'Your message has been received. No thanks, too expensive.',
    'Automatic reply: we agree to the price',
    'Automatic reply: I am away. I need 3 mugs by Friday',
    'Thanks for contacting us, your message has been received. Please ship the order.',
    "Auto-reply: I'm driving. The pot arrived broken",
    '自动回复：正在开车。要两个',
    '消息已收到，我们接受您的报价',
    '自动回复：可以，发货吧',
    '您的邮件已收到，周五可以',
    '感谢您的来信，我们已收到。就按这个做',
    '您的消息已收到，但我不要了',
    '系统自动回复：开会中。麻烦寄两盒',
    '您的邮件已收到，那个蓝色的我要两个',
    '我们已收到您的邮件，报价没问题',
    "Auto-reply: can't talk, in a meeting. Two of the green ones please",
    "Automatic reply: I'm away but the price is OK",
    'Automatic reply: sorry, on the road. Yes, Friday at 3',
    'I am currently out of the office. We accept your quote, please start',
    'This is an automated message. I want three',
    'Auto-reply: busy. No thanks',
    "Your message was received. I'd like to buy it",
    "Automatic reply: we'll take both",
    'Thank you for your email. The date works for us',
    'Auto-reply: OK, send them to my office',
    'Auto-reply: at work now. Cancel my order please',
    'Automatic reply: I would like a refund',
    '自动回复：忙。我要三个',
    '自动回复：在开会。价格可以',
    '您的消息已收到。不要了，谢谢',
    '已收到您的邮件，请发货',
    '自动回复：我正在开车，好的，周六送',
    '您的邮件已收到，第二个方案没问题',
    '自动回复：同意',
    '您的来信已收到，请帮我取消订单',
    '您的消息已收到，我想退货',
  ])('says something in person behind the beginning of a program: %s', (text) => expect(waits(text)).toBe(true));

  it.each([
    'This is an automatic reply. I am out of the office until Monday. For urgent matters contact Eva.',
    'Thank you for your message. We have received your enquiry and will get back to you within 2 days.',
    'Automatic reply: I am currently on maternity leave. In urgent cases call +44 20 1234.',
    'This mailbox is not monitored. For help visit our help centre.',
    "I'm driving right now. I'll get back to you later. (This is an automatic reply.)",
    'Your request has been received. Ticket 12345. Please do not reply to this message.',
    'Thanks for your email. If you agree to our terms, no reply is necessary.',
    'Automatic reply: we are closed until 5 January. Orders placed now will ship on the 6th.',
    'Thank you for your order. We will confirm the appointment by mail within two days.',
    'Thank you, your application has been received. No further action is needed.',
    '您的消息已收到，我们会尽快回复您。',
    '自动回复：您好，我正在休假，5月5日回复您。有急事请联系小王。',
    '感谢您的来信，我们将在两个工作日内回复。',
    '您好，您的邮件已收到，请勿回复此邮件。',
    '【系统】您的申请已受理，时间约3天',
    '感谢关注，下单请点击链接',
    '我正在开车，稍后联系您。（自动回复）',
    'Automatic reply: I am away from 3 to 10 May and will read your mail on my return. Yours, Ann',
    'We have received your mail and will answer within one working day. Please have your order number ready.',
    'Auto-reply: Thanks for reaching out! Our hours are 9 to 5.',
    "Out of office: I'm on annual leave, back on Tuesday. My colleague Tom will help you.",
    'Automatic reply: Thank you for your quote. It has been passed on to our purchasing team.',
    '您好，我在休年假，10号回来，急事请打电话。',
    '感谢您的来信，您的报价已转采购部门处理。',
    '您好，我已离职，请联系新同事李明。',
    '您的消息已收到，工作时间为周一至周五9点到18点。',
  ])('says nothing in person: %s', (text) => expect(waits(text)).toBe(false));

  it.each([
    'We have received your message and take it very seriously. We need 2 business days to reply.',
    "Auto-reply: I'm driving with Do Not Disturb While Driving turned on. I'll see your message when I get where I'm going.",
    'Thank you for contacting us. We accept returns within 30 days. Please send us your order number.',
    'Auto response: Please send the invoice to billing@acme.example.',
    'Thank you for your message. We take the protection of your data seriously.',
    'Out of office until 5 May. Please call our main line, option two, please note the hours.',
    'Automatic reply: Thank you for your mail. Your mail is important to us. We want to give you the best service.',
    '您好，客服不在线，我要退款请按1，我要查快递请按2',
    '您好，我现在开会，稍后回复您',
    '系统自动回复：本店接受预订，营业时间9点到18点',
    '您的订单已确认，我们会尽快安排发货',
    '您好，已收到您的来信，如需退款请登录官网申请',
  ])('names what persons name, and says nothing in person either: %s', (text) =>
    expect(answersInPerson(text)).toBe(false),
  );

  const NOTICES = [
    'This is an automated message, please do not reply.',
    'This is an automated confirmation that I read your mail.',
    'This mailbox is not monitored. This is an automated message.',
    '此邮件由系统自动发送，请勿回复。',
    '本邮件由系统自动发出，请勿直接回复。',
  ];
  const below = (said: string) => NOTICES.map((notice) => `${said}\n\n${notice}`);

  it.each([
    ...['yes', 'Yes please', 'Blue', 'Large please, two of them', 'ok', 'The second one', '3', 'Friday at noon', 'no'],
    ...['Hi,\nthe green one', 'Dear Kim,\n\nI take the smaller one.\n\nBest regards', 'this week', 'Size: L'],
    ...['your second quote please', 'the delivery on Friday', 'I got the order, send two more'],
    ...['蓝色', '四个', '好的', '大号，要两个', '周五下午', '您好，\n红色的那个', '不用了'],
  ])('says it above an automatic line, and waits, asked or not: %j', (said) => {
    for (const text of below(said)) expect([text, waits(text, true), waits(text)]).toEqual([text, true, true]);
  });

  it.each([
    ...['Order 12 confirmed.', 'Your order is confirmed.', 'Ticket #123 created', 'Payment received: £12.00'],
    ...['I am away until 5 December.', 'Out of office until Monday, back on Tuesday.', 'Dear customer,', 'New login'],
    ...[
      'Hello Di,\n\nWe shipped your parcel today.',
      'Your appointment\nFriday 5 December, 10:00',
      'Your code is 123456',
    ],
    ...['Delivery scheduled for 5 December', 'Thank you for your message.', 'Invoice 77 is available', 'Reminder'],
    ...[
      'Dear Ms Ray,\nyour ticket 77 was closed.\nKind regards',
      'Case number: 4711\nStatus: open',
      'Backup completed',
    ],
    ...[
      '您的订单已确认。',
      '工单已创建，编号 123',
      '尊敬的客户：',
      '订单号：123',
      '验证码 123456',
      '我正在休假，12月5日回来。',
      '付款成功',
    ],
  ])('control: what a program says there waits for nobody: %j', (said) => {
    for (const text of below(said)) expect([text, waits(text, true), waits(text)]).toEqual([text, false, false]);
  });

  it.each(['Blue\n\nI am out of the office until Monday. For urgent matters contact Eva.'])(
    'is heard above a note of absence too, where we asked: %j',
    (text) => expect([waits(text, true), waits(text)]).toEqual([true, false]),
  );

  it.each([
    'Hello,\n\nI am out of the office until Monday. For urgent matters contact Eva.',
    'Thank you for your message.\nI am out of the office until 5 May.',
    'Dear Sir or Madam,\nI am on leave until 5 May and will reply on my return.',
  ])('control: a greeting above a note of absence answers nothing: %j', (text) =>
    expect([waits(text, true), waits(text)]).toEqual([false, false]),
  );

  it('is read in time that grows with the words', () => {
    for (const unit of [
      'I am away ',
      'out of the office, ',
      'and ',
      '出差，',
      'please ',
      'I will take ',
      'and accept ',
      '我要',
      '价格',
      'yes, ',
    ])
      expect(
        growsTooFast(
          (text: string) => saysMoreThanAway(text, true),
          (size) => unit.repeat(size / unit.length),
        ),
      ).toBeUndefined();
  });
});
