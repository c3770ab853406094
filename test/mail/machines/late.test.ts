import { describe, expect, it } from 'vitest';
import { isFinal } from '../../../src/mail/machines/bounce.ts';
import { readMail } from '../../../src/mail/read/read.ts';
import { rawMail } from '../../support/letters/raw_mail.ts';

type Case = [server: string, head: Record<string, string>, text: string];

const read = (head: Record<string, string>, text: string) =>
  readMail(Buffer.from(rawMail({ To: 'desk@tea.example', ...head }, text)), { ownerEmails: ['owner@example.com'] });

const late: Case[] = [
  [
    'Gmail',
    {
      From: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      Subject: 'Delivery Status Notification (Delay)',
      'X-Failed-Recipients': 'kim@berg.example',
    },
    'Delivery incomplete\n\nThere was a temporary problem while delivering your message to kim@berg.example. Gmail will retry for 46 more hours. You will be notified if the delivery fails permanently.\n\nLEARN MORE\n\nThe response was:\n\nThe recipient server did not accept our requests to connect. [berg.example 1.2.3.4: timed out]',
  ],
  [
    'Exchange',
    {
      From: 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@tea.example>',
      Subject: 'Delivery delayed:Your order',
    },
    "Delivery is delayed to these recipients or groups:\n\nkim@berg.example (kim@berg.example)\n\nSubject: Your order\n\nThis message hasn't been delivered yet. Delivery will continue to be attempted.\n\nThe server will keep trying to deliver this message for the next 1 days, 19 hours and 55 minutes. You'll be notified if the message can't be delivered by that time.",
  ],
  [
    'GMX',
    { From: 'GMX Mailer Daemon <mailer-daemon@gmx.de>', Subject: 'Mail delivery delayed: Zustellung verzögert' },
    'Ihre E-Mail konnte noch nicht zugestellt werden:\n\nkim@berg.example\n\nDer Zustellversuch wird fortgesetzt. Sie brauchen die Nachricht nicht erneut zu senden.',
  ],
  [
    'GMX, a warning',
    { From: 'mailer-daemon@gmx.de', Subject: 'Warnung: Ihre Nachricht konnte bisher nicht zugestellt werden' },
    'Die folgende Adresse war vorübergehend nicht erreichbar:\nkim@berg.example\nWir versuchen es weiterhin.',
  ],
  [
    'Postfix',
    { From: 'MAILER-DAEMON@mx.tea.example (Mail Delivery System)', Subject: 'Delayed Mail (still being retried)' },
    'This is the mail system at host mx.tea.example.\n\n####################################################################\n# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #\n####################################################################\n\nYour message could not be delivered for more than 4 hour(s).\nIt will be retried until it is 5 day(s) old.\n\nFor further assistance, please send mail to postmaster.\n\n                   The mail system\n\n<kim@berg.example>: connect to mx.berg.example[1.2.3.4]:25: Connection timed out',
  ],
  [
    'QQ',
    { From: 'PostMaster <PostMaster@qq.com>', Subject: '延迟投递通知' },
    '很抱歉，您发送的邮件暂时未能投递到对方邮箱，系统会继续为您投递。\n收件人：kim@berg.example\n原因：对方服务器繁忙',
  ],
  [
    'QQ, in one sentence',
    { From: 'PostMaster@qq.com', Subject: '邮件投递延迟' },
    '您的邮件 "Re: 报价" 投递到 kim@berg.example 时被延迟，我们将在24小时内重试。',
  ],
  [
    '163',
    { From: 'Postmaster@163.com', Subject: '系统延迟投递通知' },
    '您的邮件尚未送达收件人 kim@berg.example，系统将持续尝试投递，请耐心等待，无需重发。\n\n错误：SMTP error, RCPT TO: 451 4.7.1 Greylisting',
  ],
  [
    'Aliyun',
    { From: 'postmaster@service.aliyun.com', Subject: '邮件延迟投递提醒' },
    '您发往 kim@berg.example 的邮件由于对方服务器暂时不可用未能送达。我们会在72小时内再次尝试。',
  ],
  [
    'exim',
    {
      From: 'Mail Delivery System <Mailer-Daemon@mx.tea.example>',
      Subject: 'Warning: message 1abc-0000-XX delayed 24 hours',
    },
    'This message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue on mx.tea.example.\n\nThe message identifier is:     1abc-0000-XX\nThe subject of the message is: Your order\n\nThe address to which the message has not yet been delivered is:\n\n  kim@berg.example\n    host mx.berg.example [1.2.3.4]\n    Delay reason: SMTP error from remote mail server after RCPT TO: 451 4.3.0 try later\n\nNo action is required on your part. Delivery attempts will continue for\nsome time, and this warning may be repeated at intervals if the message\nremains undelivered. Eventually the mail delivery software will give up,\nand when that happens, the message will be returned to you.',
  ],
  [
    'sendmail',
    {
      From: 'Mail Delivery Subsystem <MAILER-DAEMON@mx.tea.example>',
      Subject: 'Warning: could not send message for past 4 hours',
    },
    '    **********************************************\n    **      THIS IS A WARNING MESSAGE ONLY      **\n    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **\n    **********************************************\n\nThe original message was received at Mon, 1 Nov 2026\n\n   ----- Transcript of session follows -----\n<kim@berg.example>... Deferred: Connection timed out with mx.berg.example.\nWarning: message still undelivered after 4 hours\nWill keep trying until message is 5 days old',
  ],
  [
    'French',
    { From: 'mailer-daemon@orange.fr', Subject: 'Remise différée' },
    "Votre message à kim@berg.example n'a pas encore pu être remis. De nouvelles tentatives seront effectuées.",
  ],
  [
    'Spanish',
    { From: 'mailer-daemon@x.es', Subject: 'Entrega retrasada' },
    'Su mensaje a kim@berg.example no se ha podido entregar todavía. Se seguirá intentando.',
  ],
  [
    'Japanese',
    { From: 'MAILER-DAEMON@x.jp', Subject: '配信遅延のお知らせ' },
    'お客様のメールは kim@berg.example へまだ配信されていません。引き続き再送を試みます。',
  ],
  [
    'Yahoo',
    { From: 'MAILER-DAEMON@yahoo.com', Subject: 'Delayed delivery' },
    'Sorry, we were unable to deliver your message to the following address yet.\n<kim@berg.example>:\n421: 4.4.2 server busy. We will try again later.',
  ],
];

const lost: Case[] = [
  [
    'Gmail',
    {
      From: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      Subject: 'Delivery Status Notification (Failure)',
      'X-Failed-Recipients': 'kim@berg.example',
    },
    "Address not found\n\nYour message wasn't delivered to kim@berg.example because the address couldn't be found, or is unable to receive mail.",
  ],
  [
    'Gmail after three days',
    {
      From: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      Subject: 'Delivery Status Notification (Failure)',
    },
    'Message not delivered\n\nThere was a problem delivering your message to kim@berg.example. Gmail has given up; it tried for 72 hours. 4.4.1 timed out',
  ],
  [
    'qmail',
    { From: 'MAILER-DAEMON@x.com', Subject: 'failure notice' },
    "Hi. This is the qmail-send program at x.com.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<kim@berg.example>:\nuser does not exist",
  ],
  [
    'exim, after its last try',
    { From: 'Mailer-Daemon@x.com', Subject: 'Mail delivery failed: returning message to sender' },
    'This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its recipients. This is a permanent error. The following address(es) failed:\n\n  kim@berg.example\n    retry timeout exceeded',
  ],
  [
    '163 after many tries',
    { From: 'Postmaster@163.com', Subject: '系统退信' },
    '抱歉，您的邮件被退回来了……\n收件人 kim@berg.example\n退信原因：对方服务器暂时无法连接，多次重试失败',
  ],
  [
    'QQ',
    { From: 'PostMaster@qq.com', Subject: '来自qq.com的退信' },
    '无法发送到 kim@berg.example\n退信原因 收件人邮件地址（kim@berg.example）不存在',
  ],
  [
    'Exchange that has stopped trying',
    { From: 'Microsoft Outlook <postmaster@outlook.com>', Subject: 'Undeliverable: Your order' },
    'Delivery has failed to these recipients or groups:\n\nkim@berg.example\nThe server has tried to deliver this message, without success, and has stopped trying. Please try sending this message again.',
  ],
  [
    'a full mailbox, given up',
    { From: 'MAILER-DAEMON@x.com', Subject: 'Undelivered' },
    'Delivery to kim@berg.example failed: 452 4.2.2 mailbox full. giving up',
  ],
  [
    'Postfix after its last try',
    { From: 'MAILER-DAEMON@x.com', Subject: 'Undelivered Mail Returned to Sender' },
    "This is the mail system at host x.com.\n\nI'm sorry to have to inform you that your message could not be delivered to one or more recipients.\n<kim@berg.example>: connect to mx[1.2.3.4]:25: Connection timed out",
  ],
  [
    'a temporary code under a final subject',
    { From: 'MAILER-DAEMON@x.com', Subject: 'Undelivered Mail' },
    'kim@berg.example: host mx said: 450 4.2.0 mailbox busy',
  ],
];

describe('a server that says in its own words that it tries on has not failed', () => {
  it.each(late)('%s', (_, head, text) => {
    const { kind, recipients, report } = read(head, text);
    expect({ kind, report, address: recipients[0]?.address }).toEqual({
      kind: 'bounce',
      report: 'delay',
      address: 'kim@berg.example',
    });
    expect(isFinal(recipients)).toBe(false);
  });
});

describe('a server that has given up, or says what is wrong for good, has failed', () => {
  it.each(lost)('%s', (_, head, text) => {
    expect(read(head, text).recipients).toMatchObject([{ address: 'kim@berg.example', action: 'failed' }]);
  });

  it('though the mail it returns says that something is tried again', () => {
    const text = 'kim@berg.example: user unknown\n\n--- Original message ---\nWe will try again on Monday.';
    const head = { From: 'mailer-daemon@x.example', Subject: 'Undelivered mail' };
    expect(read(head, text).recipients).toMatchObject([{ action: 'failed' }]);
  });
});

it('a server that says neither leaves it open', () => {
  const head = { From: 'mailer-daemon@x.example', Subject: 'Mail status' };
  const text = 'Your message to kim@berg.example: there was a problem.';
  expect(read(head, text).recipients).toMatchObject([{ address: 'kim@berg.example', action: 'unsure' }]);
});

describe('a report that leaves out what it did', () => {
  const report = (fields: string, words: string) =>
    read(
      {
        From: 'mailer-daemon@x.example',
        Subject: 'Your mail',
        'Content-Type': 'multipart/report; report-type=delivery-status; boundary=m',
      },
      `--m\nContent-Type: text/plain\n\n${words}\n--m\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; kim@berg.example\n${fields}\n--m--`,
    ).recipients[0]?.action;

  it.each([
    ['a final status', 'Status: 5.1.1', '', 'failed'],
    ['words of trying on', 'Status: 4.4.1', 'It will be retried for 3 days.', 'delayed'],
    ['neither', 'Status: 4.4.1', 'See below.', 'unsure'],
    ['a good status', 'Status: 2.0.0', '', 'delivered'],
  ])('means what its status and words say: %s', (_, fields, words, action) => {
    expect(report(fields, words)).toBe(action);
  });
});
