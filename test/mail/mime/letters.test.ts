import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/mail/mime/charset.ts';
import { decodeWords, readParameters } from '../../../src/mail/mime/encoded.ts';
import { decodeUuencoded, findUuencoded } from '../../../src/mail/mime/uuencode.ts';
import { readMail, readPart } from '../../../src/mail/read/read.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const options = { ownerEmails: [] };

function mail(fields: string, body = 'hi'): Buffer {
  const usual = 'From: Kim <kim@customer.example>\nSubject: Hello\n';
  return Buffer.from(`${usual}${fields}\n\n${body}`.replaceAll('\n', '\r\n'), 'latin1');
}

describe('encoded words', () => {
  test.each([
    ['=?utf-8?Q?Where is it??=', 'Where is it?'],
    ['=?utf-8?Q?Why?=20What?=', 'Why? What'],
    ['=?utf-8?Q?a?= b =?utf-8?Q?c?=', 'a b c'],
    ['=?utf-8?Q?=C3?= =?utf-8?Q?=A9t=C3=A9?=', 'été'],
    ['=?windows-1252?Q?I=92m_owed_=8049?=', 'I’m owed €49'],
    ['=?iso-2022-jp?B?GyRCJDMkcyRLGyhC?= =?iso-2022-jp?B?GyRCJEEkTxsoQg==?=', 'こんにちは'],
    ['=?ISO-2022-JP*ja?B?GyRCJDMkcyRLGyhC?=', 'こんに'],
    ['=?gb2312?B?1cXOsA==?= <a@b.example>', '张伟 <a@b.example>'],
    ['=?x-unknown?Q?Gr=FC=DFe?=', 'Grüße'],
    ['=?utf-8?Q?open', '=?utf-8?Q?open'],
  ])('%s', (value, text) => {
    expect(decodeWords(value)).toBe(text);
  });
});

describe('names of files', () => {
  const nameIn = (disposition: string) =>
    readMail(
      mail(
        'Content-Type: multipart/mixed; boundary=b',
        `--b\nContent-Type: text/plain\n\nsee file\n--b\nContent-Type: application/pdf\nContent-Disposition: ${disposition}\n\nx\n--b--`,
      ),
      options,
    ).files[0]?.name;

  test.each([
    ['attachment; filename="%E5%8F%91%E7%A5%A8.pdf"', '发票.pdf'],
    ['attachment; filename="100%.pdf"', '100%.pdf'],
    ['attachment; filename="50%20off.pdf"', '50%20off.pdf'],
    ['attachment filename="a.pdf"', 'a.pdf'],
    ['attachment; size=3 filename="a.pdf"', undefined],
    ['attachment; name="x" filename="a.pdf"', 'a.pdf'],
    ["attachment; filename='my bill.pdf'", 'my bill.pdf'],
    ['attachment; filename=my bill.pdf', 'my bill.pdf'],
    ['attachment; filename="Stra\xdfe \xc4pfel.pdf"', 'Straße Äpfel.pdf'],
    [`attachment; filename="${Buffer.from('Счёт на оплату').subarray(0, -1).toString('latin1')}"`, 'Счёт на оплат�'],
    ["attachment; filename*=utf-8''%E5%8F%91%E7%A5%A8.pdf", '发票.pdf'],
    ["attachment; filename*0*=gb2312''%B7%A2; filename*1*=%C6%B1; filename*2=.pdf", '发票.pdf'],
    ['attachment; filename="=?utf-8?B?5Y+R56WoLnBkZg==?="', '发票.pdf'],
    ['attachment; filename*0="=?utf-8?B?5Y+R"; filename*1="56WoLnBkZg==?="', '发票.pdf'],
  ])('%s', (disposition, name) => {
    if (name !== undefined) expect(nameIn(disposition)).toBe(name);
    else expect(nameIn(disposition)).toBeDefined();
  });
});

describe('files written into the text', () => {
  const text = 'Here is the file\n\nbegin 644 note.txt\n#0V%T\n`\nend\nBye';

  test('become files, and the words stay words', () => {
    const raw = mail('Content-Type: text/plain', text);
    const reading = readMail(raw, options);
    expect(reading.newText).toContain('Here is the file');
    expect(reading.newText).toContain('Bye');
    expect(reading.newText).not.toContain('#0V%T');
    expect(reading.files).toMatchObject([{ name: 'note.txt', bytes: 3 }]);
    expect(readPart(raw, '1')?.content.toString()).toBe('Cat');
  });

  test('are decoded as a part of their own too', () => {
    const raw = mail(
      'Content-Type: multipart/mixed; boundary=b',
      '--b\nContent-Type: application/octet-stream; name=note.txt\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 note.txt\n#0V%T\n`\nend\n--b--',
    );
    expect(readPart(raw, '1')?.content.toString()).toBe('Cat');
  });

  test.each([
    'begin 2024 with us\nand so on',
    'begin 644 words\nnot data at all, but a sentence\nend',
    'begin 644 a\n#0V%T\n',
  ])('what only looks so stays text: %j', (words) => {
    expect(findUuencoded(words)).toBeUndefined();
  });

  test('lines whose blanks were lost on the way are whole again', () => {
    expect(decodeUuencoded('begin 644 zeros\n"\nend\n')).toEqual(Buffer.from([0, 0]));
  });
});

describe('when a mail was sent', () => {
  const sentAt = (date: string, received = '') =>
    readMail(mail(`Date: ${date}${received && `\nReceived: from a by b; ${received}`}`), options).date?.toISOString();

  test.each([
    ['Tue, 3 Mar 2026 18:00:00 CST', '', '2026-03-03T10:00:00.000Z'],
    ['Tue, 3 Mar 2026 18:00:00 CST', 'Tue, 3 Mar 2026 18:00:05 +0800', '2026-03-03T10:00:00.000Z'],
    ['Tue, 3 Mar 2026 04:00:00 CST', 'Tue, 3 Mar 2026 10:00:05 +0000', '2026-03-03T10:00:00.000Z'],
    ['Tue, 3 Mar 2026 04:00:00 -0600 (CST)', '', '2026-03-03T10:00:00.000Z'],
    ['Tue, 3 Mar 2026 18:00:00 +0800 (CST)', '', '2026-03-03T10:00:00.000Z'],
    ['Tue, 3 Mar 2026 10.00.00 +0100', '', '2026-03-03T09:00:00.000Z'],
    ['Tue, 3 Mar 2026 10.00 GMT', '', '2026-03-03T10:00:00.000Z'],
    ['Tue, 3 Mar 2026 15:30:00 IST', '', '2026-03-03T10:00:00.000Z'],
    ['Tue, 3 Mar 2026 13:00:00 MSK', '', '2026-03-03T10:00:00.000Z'],
    ['Tue, 3 Mar 2026 05:00:00 EST', '', '2026-03-03T10:00:00.000Z'],
    ['3 Mar 26 10:00:00 +0000', '', '2026-03-03T10:00:00.000Z'],
    ['Tue Mar  3 10:00:00 2026', '', '2026-03-03T10:00:00.000Z'],
    ['Tue, 3 Mar 2026 18:00:00', 'Tue, 3 Mar 2026 10:00:05 +0000', '2026-03-03T10:00:05.000Z'],
    ['Tue, 3 Mar 2026 10:00:00Z', '', '2026-03-03T10:00:00.000Z'],
    ['2026-03-03 18:00:00 +0800', '', '2026-03-03T10:00:00.000Z'],
  ])('%s, received %s', (date, received, instant) => {
    expect(sentAt(date, received)).toBe(instant);
  });

  test.each([
    ['Fri, 31 Feb 2026 10:00:00 +0800'],
    ['Tue, 31 Feb 2026 10:00:00 CST'],
    ['Fri, 31 Apr 2026 10:00:00'],
    ['2026-02-30T10:00:00Z'],
    ['Fri, 20 Nov 2026 10:00:00 +9900'],
    ['Fri, 20 Nov 2026 25:61:00 +0800'],
    ['Thu, 01 Jan 1970 00:00:00 +0000'],
    ['Fri, 02 Jan 1970 08:00:00 +0800'],
    ['Thu, 01 Jan 2099 00:00:00 +0000', 'Fri, 20 Nov 2026 10:00:00 +0800'],
    ['Sat, 01 Jan 2000 00:00:12 +0000', 'Fri, 20 Nov 2026 10:00:00 +0800'],
  ])('%s, received %s, is no time a mail was written', (date, received = '') => {
    expect(sentAt(date, received)).toBeUndefined();
  });

  test('a leap day, and a mail that waited for weeks, are believed', () => {
    expect(sentAt('Thu, 29 Feb 2024 10:00:00 +0000')).toBe('2024-02-29T10:00:00.000Z');
    expect(sentAt('Thu, 1 Oct 2026 10:00:00 +0000', 'Fri, 20 Nov 2026 10:00:00 +0000')).toBe(
      '2026-10-01T10:00:00.000Z',
    );
  });

  test('a date without a day in it is none', () => {
    expect(sentAt('soon')).toBeUndefined();
    expect(sentAt('')).toBeUndefined();
  });
});

describe('reading takes time in proportion to the length', () => {
  const readers: [name: string, read: (text: string) => unknown, seed: string][] = [
    ['encoded words that never end', decodeWords, '=?utf-8?q?a?=20'],
    ['encoded words begun again and again', decodeWords, '=?u?q?a'],
    ['question marks', decodeWords, '=?u?q???'],
    ['parameters', (text) => readParameters(`a ${text}`), '"x" y='],
    ['begins without an end', findUuencoded, 'begin 644 a\n#0V%T\n'],
    ['unlabelled bytes', (text) => decodeText(Buffer.from(text, 'latin1')), 'Gr\xfc\xdfe \xa0\xa0'],
    ['Japanese that switches', (text) => decodeText(Buffer.from(text, 'latin1'), 'iso-2022-jp'), '\x1b$B$3\x1b(B'],
    ['halves of characters', (text) => decodeText(Buffer.from(text, 'latin1'), 'utf-8'), '\xed\xa0\xbd'],
  ];

  test.each(readers)('%s', (_, read, seed) => {
    expect(growsTooFast(read, repeated(seed, ''))).toBeUndefined();
  });
});
