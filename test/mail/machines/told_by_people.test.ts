import { describe, expect, it } from 'vitest';
import { readMail } from '../../../src/mail/read/read.ts';
import { rawMail } from '../../support/letters/raw_mail.ts';

const read = (head: Record<string, string>, text: string) =>
  readMail(Buffer.from(rawMail({ To: 'shop@tea.example', ...head }, text)), { ownerEmails: ['me@tea.example'] });

const BOUNCE = `

---------- Forwarded message ---------
From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
Date: Fri, Nov 20, 2026
Subject: Delivery Status Notification (Failure)
To: <anna@example.net>

Address not found
Your message wasn't delivered to shop@tea.example because the address couldn't be found. 550 5.1.1 User unknown`;
const NOTE = `

On Fri, 20 Nov 2026 at 10:00, Tea Shop <shop@tea.example> wrote:
> This is an automatic reply. We are out of office until Monday.`;

describe('a mail with somebody’s own words above what a program wrote', () => {
  it.each([
    ['Undeliverable: Cups', 'This is what I get when I write to you. Two boxes of oolong, please.'],
    ['Undeliverable mail', 'See below. Friday 10:00 works.'],
    ['Mail delivery failed', 'Is the shop open?'],
    ['Delivery failure', 'Bitte senden Sie mir das Angebot an diese Adresse.'],
    ['退信', '见下面，两盒龙井'],
    ['邮件退信', '你们的邮箱是不是换了'],
  ])('that came back to them is theirs (%s: %s)', (subject, text) => {
    expect(read({ Subject: subject }, text + BOUNCE)).toMatchObject({ kind: 'message' });
    expect(read({ Subject: subject, 'Return-Path': '<anna@example.net>' }, text).kind).toBe('message');
  });

  it.each([
    ['Automatic reply: Cups', 'Your automatic reply said Monday. Any news?'],
    ['Out of office', 'I got your note, but still need the invoice.'],
    ['Automatic reply', 'I only got an automatic reply from you.'],
    ['自动回复：杯子', '你们的自动回复说周一，已经三天了'],
    ['自动回复', '我只收到一封自动回复，没人理'],
  ])('that answered them is theirs (%s: %s)', (subject, text) => {
    expect(read({ Subject: subject }, text + NOTE)).toMatchObject({ kind: 'message' });
    expect(read({ Subject: subject }, text)).toMatchObject({ kind: 'message' });
  });

  it.each([
    ['bounce', 'Undeliverable: Cups', BOUNCE.split('\n\n').at(-1)!],
    [
      'bounce',
      'Mail delivery failed',
      `A message that you sent could not be delivered.\n\n  kim@x.example: 550 unknown${BOUNCE}`,
    ],
    ['auto_reply', 'Automatic reply: Cups', `I am out of the office until Monday.${NOTE}`],
    ['auto_reply', '自动回复：杯子', '我正在休假，急事请联系李雷。'],
  ])('control: the program’s own is a %s (%s)', (kind, subject, text) => {
    expect(read({ Subject: subject }, text).kind).toBe(kind);
  });

  it('control: is a program’s all the same where its headers say so', () => {
    const head = { Subject: 'Automatic reply: Cups', 'Auto-Submitted': 'auto-replied' };
    expect(read(head, 'Your automatic reply said Monday.').kind).toBe('auto_reply');
  });
});
