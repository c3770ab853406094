import { describe, expect, test } from 'vitest';
import { readMail } from '../../../src/mail/read/read.ts';
import { rawMail } from '../../support/letters/raw_mail.ts';

const OWNER = 'owner@shop.example';
const WORDS = 'Hello, can I order 20 cups for my cafe by Friday?';

function byOwner(body: string, subject = 'Fwd: Cups', head: Record<string, string> = {}) {
  const raw = rawMail({ From: `Owner Me <${OWNER}>`, To: 'desk@shop.example', Subject: subject, ...head }, body);
  return readMail(Buffer.from(raw), { ownerEmails: [OWNER] });
}
function byCustomer(body: string, subject = 'Fwd: Parcel 77', head: Record<string, string> = {}) {
  const raw = rawMail({ From: 'Kim <kim@customer.example>', To: 'desk@shop.example', Subject: subject, ...head }, body);
  return readMail(Buffer.from(raw), { ownerEmails: [OWNER] });
}

/** What Gmail, Outlook, Apple, Thunderbird, Yahoo, Samsung and the Chinese programs write above a mail that is passed on. */
const FORWARDS: [string, string, string?][] = [
  [
    'Yahoo, all in one line',
    '   ----- Forwarded Message ----- From: Kim Customer <kim@customer.example>To: "owner@shop.example" <owner@shop.example>Sent: Tuesday, March 3, 2026, 09:26:50 AM GMTSubject: Cups',
    'Fw: Cups',
  ],
  [
    'Yahoo, German',
    '  ----- Weitergeleitete Nachricht ----- Von: Kim Customer <kim@customer.example>An: owner@shop.example <owner@shop.example>Gesendet: Dienstag, 3. März 2026 um 09:26:50 MEZBetreff: Cups',
    'Fw: Cups',
  ],
  [
    'Yahoo, French',
    '  ----- Message transmis ----- De : Kim Customer <kim@customer.example>À : owner@shop.example <owner@shop.example>Envoyé : mardi 3 mars 2026 à 09:26:50 UTC+1Objet : Cups',
    'Fw: Cups',
  ],
  [
    'Samsung, in one line',
    '-------- Original message --------From: Kim Customer <kim@customer.example> Date: 3/3/26  09:26  (GMT+00:00) To: owner@shop.example Subject: Cups',
  ],
  [
    'Gmail, Polish',
    '---------- Forwarded message ---------\nOd: Kim Customer <kim@customer.example>\nDate: wt., 3 mar 2026 o 09:26\nSubject: Cups\nTo: <owner@shop.example>\n',
  ],
  [
    'Gmail, Turkish',
    '---------- Forwarded message ---------\nGönderen: Kim Customer <kim@customer.example>\nDate: 3 Mar 2026 Sal, 09:26\nSubject: Cups\nTo: <owner@shop.example>\n',
  ],
  [
    'Gmail, Estonian',
    '---------- Forwarded message ---------\nSaatja: Kim Customer <kim@customer.example>\nDate: T, 3. märts 2026 kell 09:26\nSubject: Cups\nTo: <owner@shop.example>\n',
  ],
  [
    'Gmail, Chinese',
    '---------- Forwarded message ---------\n发件人： Kim Customer <kim@customer.example>\nDate: 2026年3月3日周二 09:26\nSubject: Cups\nTo: <owner@shop.example>\n',
  ],
  [
    'Outlook, Turkish',
    `${'_'.repeat(32)}\nGönderen: Kim Customer <kim@customer.example>\nGönderildi: 3 Mart 2026 Salı 09:26\nKime: owner@shop.example\nKonu: Cups\n`,
    'İLT: Cups',
  ],
  [
    'Outlook, Swedish',
    `${'_'.repeat(32)}\nFrån: Kim Customer <kim@customer.example>\nSkickat: den 3 mars 2026 09:26\nTill: owner@shop.example\nÄmne: Cups\n`,
    'VB: Cups',
  ],
  [
    'Outlook, Polish',
    'Od: Kim Customer <kim@customer.example>\nWysłane: wtorek, 3 marca 2026 09:26\nDo: owner@shop.example\nDW: lee@customer.example\nTemat: Cups\n',
    'PD: Cups',
  ],
  [
    'Outlook, Finnish',
    'Lähettäjä: Kim Customer <kim@customer.example>\nPäivämäärä: tiistai 3. maaliskuuta 2026 klo 9.26\nVastaanottaja: owner@shop.example\nKopio: lee@customer.example\nAihe: Cups\n',
    'VL: Cups',
  ],
  [
    'Outlook, Chinese',
    '发件人: Kim Customer <kim@customer.example>\n发送时间: 2026年3月3日 9:26\n收件人: owner@shop.example\n抄送: lee@customer.example\n主题: Cups\n',
    '转发: Cups',
  ],
  [
    'Outlook, a language nobody listed',
    `${'_'.repeat(32)}\nNuotë: Kim Customer <kim@customer.example>\nIškeliavo: 3 mars 2026 09:26\nKamgi: owner@shop.example\nApieką: Cups\n`,
  ],
  [
    'Apple, Danish',
    '> Start på videresendt besked:\n>\n> Fra: Kim Customer <kim@customer.example>\n> Emne: Cups\n> Dato: 3. marts 2026 kl. 09.26.00 CET\n> Til: owner@shop.example\n>',
  ],
  [
    'Apple, Czech',
    '> Začátek přeposílané zprávy:\n>\n> Od: Kim Customer <kim@customer.example>\n> Předmět: Cups\n> Datum: 3. března 2026 9:26:00 SEČ\n> Komu: owner@shop.example\n>',
  ],
  [
    'Apple, Hungarian',
    '> Továbbított levél kezdete:\n>\n> Feladó: Kim Customer <kim@customer.example>\n> Tárgy: Cups\n> Dátum: 2026. március 3. 9:26:00 CET\n> Címzett: owner@shop.example\n>',
  ],
  [
    'iPhone, Chinese',
    '开始转发的邮件：\n\n发件人: Kim Customer <kim@customer.example>\n日期: 2026年3月3日 GMT+8 09:26:00\n收件人: owner@shop.example\n主题: Cups\n',
    '转发：Cups',
  ],
  [
    'Thunderbird, German',
    '-------- Weitergeleitete Nachricht --------\nBetreff: \tCups\nDatum: \tTue, 3 Mar 2026 09:26:00 +0000\nVon: \tKim Customer <kim@customer.example>\nAn: \towner@shop.example\nKopie (CC): \tlee@customer.example\n\n',
  ],
  [
    'Thunderbird, French',
    '-------- Message transféré --------\nSujet : \tCups\nDate : \tTue, 3 Mar 2026 09:26:00 +0000\nDe : \tKim Customer <kim@customer.example>\nPour : \towner@shop.example\nCopie à : \tlee@customer.example\n\n',
  ],
  [
    'Thunderbird, Polish',
    '--- Treść przekazanej wiadomości ---\nTemat: \tCups\nData: \tTue, 3 Mar 2026 09:26:00 +0000\nNadawca: \tKim Customer <kim@customer.example>\nAdresat: \towner@shop.example\nKopia: \tlee@customer.example\n\n',
  ],
  [
    'Thunderbird, Chinese',
    '-------- 转发的消息 --------\n主题: \tCups\n日期: \tTue, 3 Mar 2026 09:26:00 +0000\n发件人: \tKim Customer <kim@customer.example>\n收件人: \towner@shop.example\n抄送： \tlee@customer.example\n\n',
  ],
  [
    'QQ',
    '------------------ 原始邮件 ------------------\n发件人: "Kim Customer" <kim@customer.example>;\n发送时间: 2026年3月3日(星期二) 上午9:26\n收件人: "owner"<owner@shop.example>;\n主题: Cups\n',
    '转发：Cups',
  ],
  [
    '163',
    '-------- 转发邮件信息 --------\n发件人："Kim Customer" <kim@customer.example>\n发送日期：2026-03-03 09:26:00\n收件人：owner@shop.example\n主题：Cups\n',
    '转发:Cups',
  ],
  [
    'Aliyun',
    '------------------------------------------------------------------\n发件人：Kim Customer <kim@customer.example>\n发送时间：2026年3月3日(星期二) 09:26\n收件人：owner@shop.example\n主　题：Cups\n',
    '转发：Cups',
  ],
  [
    'Spark',
    '---------- Forwarded message ----------\nOn 3 Mar 2026, 09:26 +0100, Kim Customer <kim@customer.example>, wrote:\n',
  ],
  ['Outlook 2019, German', 'Am 03/03/2026, 09:26 schrieb "Kim Customer" <kim@customer.example>:\n', 'WG: Cups'],
  ['Outlook 2019, French', 'Le 03/03/2026 09:26, « Kim Customer » <kim@customer.example> a écrit :\n', 'TR: Cups'],
  ['Outlook 2019, Dutch', 'Op 03-03-2026 09:26 heeft Kim Customer <kim@customer.example> geschreven:\n', 'FW: Cups'],
  ['Outlook 2019, Swedish', 'Den 2026-03-03 09:26 skrev "Kim Customer" <kim@customer.example> följande:\n', 'VB: Cups'],
  [
    'Outlook 2019, Norwegian',
    '"Kim Customer" <kim@customer.example> skrev følgende den 03.03.2026, 09:26:\n',
    'Videresend: Cups',
  ],
  ['Outlook 2019, Finnish', 'Kim Customer <kim@customer.example> kirjoitti 3.3.2026 kello 9.26:\n', 'VL: Cups'],
  [
    'Outlook 2019, Turkish',
    '"Kim Customer" <kim@customer.example>, 3.03.2026 09:26 tarihinde şunu yazdı:\n',
    'İLT: Cups',
  ],
  ['Outlook 2019, Czech', 'Dne 03.03.2026 9:26, Kim Customer <kim@customer.example> napsal(a):\n', 'FW: Cups'],
  ['Outlook 2019, Polish', 'Dnia 03.03.2026 09:26 „Kim Customer” <kim@customer.example> napisał:\n', 'PD: Cups'],
  [
    'Outlook 2019, Hungarian',
    '2026. 03. 03. 9:26 időpontban Kim Customer <kim@customer.example> ezt írta:\n',
    'FW: Cups',
  ],
  [
    'Outlook 2019, Russian',
    '03.03.2026, 09:26 пользователь "Kim Customer" <kim@customer.example> написал:\n',
    'FW: Cups',
  ],
];

describe('a mail that the owner forwards is opened, whatever program wrote it', () => {
  test.each(FORWARDS)('%s', (_, heading, subject) => {
    const quotes = heading.startsWith('>');
    const found = byOwner(`${heading}\n${quotes ? '> ' : ''}${WORDS}`, subject);
    expect(found).toMatchObject({
      kind: 'forward',
      sender: { name: 'Kim Customer', email: 'kim@customer.example' },
      newText: WORDS,
      ownerComment: null,
    });
  });

  test.each(FORWARDS)('%s, with a comment above', (_, heading, subject) => {
    const quotes = heading.startsWith('>');
    const found = byOwner(`Please quote him.\n\n${heading}\n${quotes ? '> ' : ''}${WORDS}`, subject);
    expect(found).toMatchObject({ kind: 'forward', newText: WORDS, ownerComment: 'Please quote him.' });
  });

  test('control: an answer of the owner’s with history below is no forward', () => {
    const answer = byOwner(`Yes.\n\n${FORWARDS[8]![1]}\n${WORDS}`, 'Re: Cups', { 'In-Reply-To': '<a@x.example>' });
    expect(answer).toMatchObject({ kind: 'message', newText: 'Yes.' });
  });
});

describe('what a customer forwards is part of what they say', () => {
  const COURIER = 'Your parcel 77 is held at customs, invoice missing.';
  const blocks: [string, string, string][] = [
    [
      'Gmail',
      '---------- Forwarded message ---------\nFrom: Courier <help@courier.example>\nDate: Tue, 3 Mar 2026 at 08:00\nSubject: Parcel 77\nTo: Kim <kim@customer.example>\n',
      'Fwd: Parcel 77',
    ],
    [
      'Outlook',
      `${'_'.repeat(32)}\nFrom: Courier <help@courier.example>\nSent: Tuesday, March 3, 2026 8:00 AM\nTo: Kim <kim@customer.example>\nSubject: Parcel 77\n`,
      'FW: Parcel 77',
    ],
    [
      'QQ',
      '------------------ 原始邮件 ------------------\n发件人: "Courier" <help@courier.example>;\n发送时间: 2026年3月3日(星期二) 上午8:00\n收件人: "Kim"<kim@customer.example>;\n主题: Parcel 77\n',
      '转发：Parcel 77',
    ],
    [
      'Apple',
      'Anfang der weitergeleiteten Nachricht:\n\nVon: Courier <help@courier.example>\nBetreff: Parcel 77\nDatum: 3. März 2026 um 08:00:00 MEZ\nAn: Kim <kim@customer.example>\n',
      'Fwd: Parcel 77',
    ],
  ];

  test.each(blocks)('%s', (_, block, subject) => {
    const reading = byCustomer(`See what the courier wrote below. What now?\n\n${block}\n${COURIER}`, subject);
    expect(reading).toMatchObject({
      kind: 'message',
      claimed: false,
      sender: { email: 'kim@customer.example' },
      forwardedFrom: { name: 'Courier', email: 'help@courier.example' },
    });
    expect(reading.newText).toMatch(/^See what the courier wrote below\. What now\?\n\n/);
    expect(reading.newText).toContain('Courier');
    expect(reading.newText.endsWith(COURIER)).toBe(true);
  });

  test('with the history of the forwarded mail and the customer’s signature aside', () => {
    const body = `What now?\n\n-- \nKim\nCorner Shop\n\n${blocks[0]![1]}\n${COURIER}\n\nOn Mon, 2 Mar 2026 at 08:00, Kim <kim@customer.example> wrote:\n> Where is it?`;
    const reading = byCustomer(body);
    expect(reading.newText).not.toMatch(/Corner Shop|Where is it/);
    expect(reading.quotedText).toMatch(/Corner Shop[\s\S]*Where is it/);
  });

  test('control: our own mail below an answer is history, forwarded or not', () => {
    const ours = blocks[0]![1].replaceAll('help@courier.example', 'desk@shop.example');
    expect(byCustomer(`Two please.\n\n${ours}\nOne or two?`).newText).toBe('Two please.');
  });

  test('control: an Outlook answer without its headers is no forward', () => {
    expect(byCustomer(`Two please.\n\n${blocks[1]![1]}\n${COURIER}`, 'Parcel 77')).toMatchObject({
      newText: 'Two please.',
      forwardedFrom: null,
    });
  });
});

test.each([
  [
    '---------- Forwarded message ---------\nFrom: Kim <kim@customer.example>\nDate: Fri, 20 Nov 2026 09:00\nSubject: Pot\nTo: Bob <bob@partner.example>',
  ],
  [
    'Begin forwarded message:\n\nFrom: Kim <kim@customer.example>\nSubject: Pot\nDate: 20 November 2026 at 09:00:00 GMT\nTo: Bob <bob@partner.example>',
  ],
  [
    '-------- 转发邮件信息 --------\n发件人: Kim <kim@customer.example>\n发送日期: 2026-11-20 09:00\n收件人: Bob <bob@partner.example>\n主题: Pot',
  ],
])('what the author of a forwarded mail passes on in turn is part of their words: %s', (inner) => {
  const outer =
    '---------- Forwarded message ---------\nFrom: Bob <bob@partner.example>\nDate: Fri, 20 Nov 2026 10:00\nSubject: Fwd: Pot\nTo: Me <owner@shop.example>';
  const reading = byOwner(`${outer}\n\nKim asks:\n\n${inner}\n\nCan I return the pot?`, 'Fwd: Fwd: Pot');
  expect(reading).toMatchObject({ kind: 'forward', sender: { email: 'bob@partner.example' } });
  expect(reading.newText).toContain('Kim asks:');
  expect(reading.newText).toContain('Can I return the pot?');
  expect(reading.forwardedFrom).toMatchObject({ email: 'kim@customer.example' });
});
