import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mailLine } from '../../../src/cli/parse_mail.ts';
import { readMail, readPart } from '../../../src/mail/read/read.ts';
import { readWrittenDate } from '../../../src/mail/read/written_date.ts';
import { readHere } from '../../support/letters/mail_reader.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const options = { ownerEmails: ['owner@example.com'], authservId: 'mx.example.com' };
const file = (name: string) => fileURLToPath(new URL(`../../fixtures/mail/${name}.eml`, import.meta.url));
const fixture = (name: string) => readFileSync(file(name));

/** A mail with these headers and this text. */
function mail(fields: string, body: string): Buffer {
  return Buffer.from(`${fields.replaceAll('\n', '\r\n')}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}`);
}

describe('a reading', () => {
  test('is plain data that another thread can be given', () => {
    const reading = readMail(fixture('outlook/forward_attached'), options);
    expect(structuredClone(reading)).toEqual(reading);
  });

  test('names each file by a number that opens it, in an attached mail as well', () => {
    const raw = fixture('outlook/forward_attached');
    const [pdf] = readMail(raw, options).files;
    expect(pdf).toMatchObject({ name: 'spec.pdf', part: '1.1' });
    expect(readPart(raw, pdf!.part)).toMatchObject({ name: 'spec.pdf', content: Buffer.from('%PDF-1.4 x') });
    expect(readPart(raw, '7')).toBeUndefined();
    expect(readPart(raw, 'x')).toBeUndefined();
  });

  test('of any bytes at all is a reading', () => {
    const pieces = fc.constantFrom(
      ...[
        'From: a@b.c\r\n',
        'Content-Type: multipart/mixed; boundary=b\r\n',
        '\r\n',
        '--b\r\n',
        '--b--',
        '=?utf-8?B?',
        '?=',
      ],
      ...[
        'Content-Type: message/rfc822\r\n\r\n',
        '> ',
        'From: ',
        '发件人：',
        '-----Original Message-----\n',
        '\xff\xfe',
        '"<>;=',
      ],
    );
    const bytes = fc.array(fc.oneof(pieces, fc.string({ maxLength: 20 })), { maxLength: 30 });
    fc.assert(
      fc.property(bytes, (parts) => {
        const reading = readMail(Buffer.from(parts.join('')), options);
        expect(typeof reading.newText).toBe('string');
      }),
      { numRuns: 300 },
    );
  });

  test('in an archive of 25 MB leaves the file alone and reads the words', () => {
    const content = Buffer.alloc(18_000_000, 7).toString('base64').replace(/.{76}/g, '$&\r\n');
    const raw = `From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhi\r\n--b\r\nContent-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${content}\r\n--b--`;
    expect(readMail(Buffer.from(raw), options)).toMatchObject({ newText: 'hi', files: [{ bytes: 18_000_000 }] });
  });
});

describe('only an owner forwards', () => {
  const forwarded =
    'see\r\n\r\n---------- Forwarded message ---------\r\nFrom: Bo <bo@t.example>\r\nDate: Thu, Nov 19, 2026 at 10:12 AM\r\nSubject: x\r\nTo: o\r\n\r\nhello';
  const from = (address: string, results = '') => mail(`From: ${address}\nSubject: Fwd: x${results}`, forwarded);
  const results = (verdict: string) =>
    `\nAuthentication-Results: mx.example.com; dmarc=${verdict} header.from=example.com`;

  test.each([
    ['a customer', from('ann@example.net'), 'message', 'ann@example.net'],
    ['an owner who proved it', from('owner@example.com', results('pass')), 'forward', 'bo@t.example'],
    ['an owner nobody checked', from('Owner@Example.com'), 'forward', 'bo@t.example'],
    ['whoever pretends to be an owner', from('owner@example.com', results('fail')), 'message', 'owner@example.com'],
  ])('%s', (_, raw, kind, email) => {
    expect(readMail(raw, options)).toMatchObject({ kind, claimed: kind === 'forward', sender: { email } });
  });

  test('a written date without a zone is in the zone of the forward', () => {
    const raw = mail('From: owner@example.com\nDate: Fri, 20 Nov 2026 10:00:00 -0500\nSubject: Fwd: x', forwarded);
    expect(readMail(raw, options).date).toEqual(new Date('2026-11-19T15:12:00Z'));
  });
});

test.each([
  ['2026年11月19日(星期四) 晚上8:00', '2026-11-19T12:00:00Z'],
  ['2026年11月19日 中午12:30', '2026-11-19T04:30:00Z'],
  ['2026年11月19日 凌晨12:30', '2026-11-18T16:30:00Z'],
  ['Thursday, November 19, 2026 12:12 AM', '2026-11-18T16:12:00Z'],
  ['mar. 17 nov. 2026 à 10:12', '2026-11-17T02:12:00Z'],
  ['11/19/26 10:12 PM (GMT+08:00)', '2026-11-19T14:12:00Z'],
  ['19.11.2026 10:12', '2026-11-19T02:12:00Z'],
  ['Thu, 19 Nov 2026 10:12:00 +0100', '2026-11-19T09:12:00Z'],
  ['星期四, 19 十一月 2026 10:12', '2026-11-19T02:12:00Z'],
  ['ma 16. marrask. 2026 klo 9.10', '2026-11-16T01:10:00Z'],
  ['maanantai 16. maaliskuuta 2026 9.10', '2026-03-16T01:10:00Z'],
  ['man. 16. maj 2026 kl. 09.10', '2026-05-16T01:10:00Z'],
  ['16 października 2026 09:10', '2026-10-16T01:10:00Z'],
  ['út 16. června 2026 v 9:10', '2026-06-16T01:10:00Z'],
  ['út 14. července 2026 v 9:10', '2026-07-14T01:10:00Z'],
  ['2026. szept. 16., Sze, 9:10', '2026-09-16T01:10:00Z'],
  ['16 Ağu 2026 Paz, 09:10', '2026-08-16T01:10:00Z'],
  ['пн, 16 нояб. 2026 г. в 09:10', '2026-11-16T01:10:00Z'],
  ['Δευ, 16 Νοε 2026 στις 9:10', '2026-11-16T01:10:00Z'],
  ['Th 2, 16 thg 11, 2026 vào lúc 09:10', '2026-11-16T01:10:00Z'],
  // a name is no month
  ['On Mon, Nov 16, 2026 at 9:10 AM Marie Decker wrote:', '2026-11-16T01:10:00Z'],
  ['On 16 Nov 2026, at 09:10, Martin Mayer wrote:', '2026-11-16T01:10:00Z'],
  ['Am 16.11.2026 um 09:10 schrieb Jan Maier:', '2026-11-16T01:10:00Z'],
  // October in Croatia, November in Poland
  ['16. listopada 2026. u 09:10', undefined],
  ['śr., 18 lis 2026 o 09:10', '2026-11-18T01:10:00Z'],
  ['środa, 18 listopada 2026 09:10', '2026-11-18T01:10:00Z'],
  ['ned, 18. lis 2026. u 09:10', '2026-10-18T01:10:00Z'],
  ['wt., 7 lip 2026 o 09:10', '2026-07-07T01:10:00Z'],
  ['pon, 15. lip 2026', '2026-06-14T16:00:00Z'],
  ['čet, 16. srp 2026.', '2026-07-15T16:00:00Z'],
  ['út, 18 lis 2026', undefined],
  ['út 18. 11. 2026 v 9:10', '2026-11-18T01:10:00Z'],
  ['2026년 11월 18일 (수) 오후 3:20', '2026-11-18T07:20:00Z'],
  ['mið., 18. maí 2026 kl. 09:10', '2026-05-18T01:10:00Z'],
  ['18. nóv. 2026 kl. 09:10', '2026-11-18T01:10:00Z'],
  ['18. juuli 2026 09:10', '2026-07-18T01:10:00Z'],
  ['Τετ 18 Νοε 2026 στις 9:10 μ.μ.', '2026-11-18T13:10:00Z'],
  ['Vào lúc 3:20 CH, 3 thg 3, 2026', '2026-03-03T07:20:00Z'],
  ['10:20 Sa, 7. Nov. 2026', '2026-11-07T02:20:00Z'],
  ['3. März 2026 um 09:26:50 MEZ', '2026-03-03T08:26:50Z'],
  ['3. Juli 2026 um 09:26:50 MESZ', '2026-07-03T07:26:50Z'],
  ['3 March 2026 at 09:26:50 SAST', '2026-03-03T07:26:50Z'],
  ['March 3, 2026 at 9:26:50 AM HST', '2026-03-03T19:26:50Z'],
  ['3 March 2026 at 09:26:50 AWST', '2026-03-03T01:26:50Z'],
  ['Tue Mar 3 09:26:50 AKST 2026', '2026-03-03T18:26:50Z'],
  ['On 16 Nov 2026 at 09:10, Art Pet wrote:', '2026-11-16T01:10:00Z'],
  ['मंगल, 3 मार्च 2026 को 9:26 pm बजे', '2026-03-03T13:26:00Z'],
  ['الثلاثاء، 3 مارس 2026 في 9:26 م', '2026-03-03T13:26:00Z'],
  ['٣ يونيو ٢٠٢٦ في ٩:٢٦ ص', '2026-06-03T01:26:00Z'],
  ['yesterday', undefined],
])('%s is read as a date', (text, expected) => {
  expect(readWrittenDate(text, 480)).toEqual(expected && new Date(expected));
});

describe('time grows with the size and no faster', () => {
  test.each([
    ['empty lines', '\n'],
    ['quotations', '> \n'],
    ['labels', 'From: a\nTo: b\n'],
    ['introductions cut short', 'On 2026-11-20 x\n'],
    ['legal notices', 'this e-mail is confidential\n'],
    ['signatures', '-- \n'],
    ['table corners', '|\n'],
    ['one long line', '发自我的 sent from my >'],
  ])('%s', (_, unit) => {
    const read = (text: string) => readMail(mail('From: owner@example.com\nSubject: Fwd: x', text), options);
    expect(growsTooFast(read, repeated(unit, 'end'))).toBeUndefined();
  });
});

describe('crm parse-mail', () => {
  test('prints a line a mail, and one with a warning for a file that is not there', async () => {
    const names = [file('plain/lf_only'), '/nowhere/at/all.eml'];
    const lines = await Promise.all(names.map((name) => mailLine(name, options, readHere)));
    expect(lines.map(({ read }) => read)).toEqual([true, false]);
    expect(JSON.parse(lines[0]!.line)).toMatchObject({ kind: 'message', newText: 'hello\nagain' });
    expect(JSON.parse(lines[1]!.line)).toMatchObject({
      kind: 'message',
      sender: null,
      warnings: ['cannot be read: ENOENT'],
    });
  });

  test('reads stdin without a file and needs no database', () => {
    const cli = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url));
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, OWNER_EMAILS: 'owner@example.com' };
    const printed = execFileSync(process.execPath, [cli, 'parse-mail'], {
      input: fixture('thunderbird/forward_by_owner'),
      env,
      encoding: 'utf8',
    });
    expect(JSON.parse(printed)).toMatchObject({
      file: '-',
      kind: 'forward',
      sender: { email: 'eva@catering.example' },
    });
  });
});
