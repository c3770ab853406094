import { describe, expect, it } from 'vitest';
import { readMail } from '../../../src/mail/read/read.ts';
import { rawMail } from '../../support/letters/raw_mail.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const OWNER = 'me@tea.example';
const read = (head: Record<string, string>, text: string) =>
  readMail(Buffer.from(rawMail({ To: 'shop@tea.example', ...head }, text)), { ownerEmails: [OWNER] });

const FIELDS = 'Name: Kim Berg\nEmail: kim7@berg.example\nMessage: Do you ship to Oslo?';
const CF7 = 'From: Kim Berg <kim7@berg.example>\nSubject: Shipping\n\nMessage Body:\nDo you ship to Oslo?\n\n-- \n';
const FORMS: [string, string, string][] = [
  ['with a sentence below', 'New message', `${FIELDS}\n\nSent from the contact form of Tea`],
  [
    'Contact Form 7, as it was',
    'Tea "Shipping"',
    `${CF7}This e-mail was sent from a contact form on Tea (https://tea.example)`,
  ],
  [
    'Contact Form 7, as it is',
    'Tea "Shipping"',
    `${CF7}This is a notification that a contact form was submitted on your website (Tea https://tea.example).`,
  ],
  [
    'Elementor',
    'New message from "Tea"',
    `${FIELDS}\n\n---\n\nDate: November 20, 2026\nTime: 10:00\nPage URL: https://tea.example/contact\nRemote IP: 1.2.3.4\nPowered by: Elementor`,
  ],
  [
    'WPForms',
    'New Entry: Simple Contact Form',
    'Name\nKim Berg\n\nEmail\nkim7@berg.example\n\nMessage\nDo you ship to Oslo?\n\nSent from Tea',
  ],
  [
    'German',
    'Anfrage',
    'Name: Kim Berg\nE-Mail: kim7@berg.example\nNachricht: Liefern Sie nach Oslo?\n\nDiese E-Mail wurde über das Kontaktformular von Tea gesendet',
  ],
  ['Chinese', '网站来信', '姓名：Kim Berg\n邮箱：kim7@berg.example\n留言：能寄到挪威吗？\n\n本邮件由网站联系表单发送'],
];
const SENDERS = [
  'info@tea.example',
  'hello@tea.example',
  'sales@tea.example',
  'email@tea.example',
  'tea@gmail.com',
  'kontor@host.example',
];

describe('a website’s form, whoever sent it', () => {
  it.each(FORMS.flatMap((form) => SENDERS.map((sender) => [...form, sender] as const)))(
    '(%s: %s) is its visitor’s',
    (_, subject, text, sender) => {
      expect(read({ From: `Tea <${sender}>`, Subject: subject }, text)).toMatchObject({
        sender: { name: 'Kim Berg', email: 'kim7@berg.example' },
        claimed: true,
        namedBy: { what: 'form', from: sender },
      });
    },
  );

  it.each(FORMS)('(%s: %s) is its visitor’s, too, when it is sent as the owner', (_, subject, text) => {
    const reading = read({ From: `Tea <${OWNER}>`, To: OWNER, Subject: subject }, text);
    expect(reading).toMatchObject({ kind: 'message', claimed: true, sender: { email: 'kim7@berg.example' } });
  });

  it('says nothing of a form and is nothing but fields: it is asked about before it goes to the website', () => {
    expect(read({ From: 'Tea <info@tea.example>', Subject: 'Website' }, FIELDS)).toMatchObject({
      claimed: true,
      sender: { email: 'kim7@berg.example' },
    });
  });

  it.each([
    [
      'a person’s words with an address in them',
      { Subject: 'New message' },
      'Hello,\nmy new address is kim8@berg.example.',
    ],
    ['fields below a person’s greeting', { Subject: 'Order' }, `Hello, please send this to a friend:\n${FIELDS}`],
    [
      'a form that they pass on',
      { Subject: 'Fwd: New message' },
      `See below\n\n---------- Forwarded message ---------\nFrom: Tea <info@tea.example>\nSubject: New message\n\n${FIELDS}`,
    ],
    ['an answer', { Subject: 'Re: Form', 'In-Reply-To': '<a@b>' }, `${FIELDS}\n\nSent from the contact form of Tea`],
    [
      'their own address in its field',
      { Subject: 'New message' },
      FIELDS.replace('kim7@berg.example', 'anna@berg.example'),
    ],
  ])('is none: %s', (_, head, text) => {
    expect(read({ From: 'Anna <anna@berg.example>', ...head }, text)).toMatchObject({
      claimed: false,
      sender: { email: 'anna@berg.example' },
    });
  });

  it('is none where the owner forwards one, or writes to themselves', () => {
    const forwarded = `---------- Forwarded message ---------\nFrom: Anna <anna@berg.example>\nSubject: Cups\n\nHi,\n${FIELDS}`;
    expect(read({ From: OWNER, To: OWNER, Subject: 'Fwd: Cups' }, forwarded)).toMatchObject({
      kind: 'forward',
      sender: { email: 'anna@berg.example' },
    });
    expect(read({ From: OWNER, To: OWNER, Subject: 'Todo' }, 'Call Kim\nEmail: kim7@berg.example')).toMatchObject({
      claimed: false,
      sender: { email: OWNER },
    });
  });
});

const SITE = { From: 'Tea <wordpress@tea.example>', Subject: 'New contact form message' };

describe('of several people in a form, the visitor', () => {
  it.each([
    ['Partner email: pat@x.example\nEmail: oz@x.example', 'oz@x.example'],
    ['Bride’s email: pat@x.example\nYour email: oz@x.example', 'oz@x.example'],
    ["Friend's email: pat@x.example\nYour email: oz@x.example", 'oz@x.example'],
    ['Friend email: pat@x.example\nYour email: oz@x.example', 'oz@x.example'],
    ['配偶邮箱：pat@x.example\n邮箱：oz@x.example', 'oz@x.example'],
    ['朋友邮箱：pat@x.example\n您的邮箱：oz@x.example', 'oz@x.example'],
    ['Manager email: pat@x.example\nEmail address: oz@x.example', 'oz@x.example'],
    ['Sales rep email: pat@x.example\nEmail: oz@x.example', 'oz@x.example'],
    ['Secondary email: pat@x.example\nEmail: oz@x.example', 'oz@x.example'],
    ['Recommended by (email): pat@x.example\nEmail *: oz@x.example', 'oz@x.example'],
    ['E-Mail des Partners: pat@x.example\nIhre E-Mail-Adresse: oz@x.example', 'oz@x.example'],
    ['E-Mail：oz@x.example；pat@x.example', 'oz@x.example'],
  ])('is whose own address it is (%s), and the other one is shown', (fields, email) => {
    const reading = read(SITE, `Name: Oz Green\n${fields}\nMessage: Any cups?`);
    expect(reading.sender).toEqual({ name: 'Oz Green', email });
    expect(reading.others).toEqual(['pat@x.example']);
  });

  it.each([
    ['Friend’s email: pat@x.example', ''],
    ['Friend email: pat@x.example\nEmail: chen@qq', 'chen@qq'],
    ['朋友邮箱：pat@x.example', ''],
  ])('is not the other one where they give none of their own (%s)', (fields, unusable) => {
    const reading = read(SITE, `Name: Oz\n${fields}\nPhone: 0171 234567\nMessage: Any cups?`);
    expect(reading).toMatchObject({ claimed: false, visitor: { name: 'Oz', phone: '0171 234567', unusable } });
  });

  it.each([
    ["Friend's name: Pat\nYour name: Oz", 'Oz'],
    ['朋友姓名：Pat\n您的姓名：Oz', 'Oz'],
    ['Name (First): Oz\nName (Last): Green', 'Oz Green'],
    ['Name - First: Oz\nName - Last: Green', 'Oz Green'],
  ])('has their own name, whole (%s)', (fields, name) => {
    expect(read(SITE, `${fields}\nEmail: oz@x.example\nMessage: Any cups?`).sender).toEqual({
      name,
      email: 'oz@x.example',
    });
  });

  it('is called at a number only', () => {
    const phone = (fields: string) => read(SITE, `姓名：吴\n${fields}\n留言：多少钱？`).visitor?.phone;
    expect(phone('微信：wu123456')).toBe('');
    expect(phone('微信：wu123\n手机：138 0013 8000')).toBe('138 0013 8000');
    expect(phone('手机/微信：１３８００１３８０００（微信同号）')).toBe('13800138000');
  });

  it('is read from letters of full width', () => {
    expect(read(SITE, '姓名：Flo\n邮箱：flo＠x.example\n留言：多少钱？').sender?.email).toBe('flo@x.example');
  });

  it('is found in a form that asks for nothing else', () => {
    const receipt = { From: 'Google Forms <forms-receipts-noreply@google.com>', Subject: 'Tasting: new response' };
    expect(read(receipt, 'Tasting\n\nEmail *\nkim5@x.example').sender?.email).toBe('kim5@x.example');
  });

  it('is said to be where answers are asked for, where no field holds that', () => {
    const head = { ...SITE, 'Reply-To': 'Pam <real@x.example>' };
    expect(read(head, 'Name: Pam\nEmail: pam@x.example\nMessage: Cups?')).toMatchObject({
      namedBy: { what: 'form', asks: true },
      sender: { email: 'real@x.example' },
      others: ['pam@x.example'],
    });
  });
});

it('is read in time in proportion to its length, whoever sent it', () => {
  const head = { From: 'Tea <tea@gmail.com>' };
  for (const unit of ['From: a\n', 'Friend’s email: pat@x\n', '＠', 'a＠', 'sent from the ', '由来自', '1 2'])
    expect(
      growsTooFast((text) => read(head, `Message: ${text}`), repeated(unit)),
      unit,
    ).toBeUndefined();
});
