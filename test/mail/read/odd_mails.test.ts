import { describe, expect, test } from 'vitest';
import { readMail } from '../../../src/mail/read/read.ts';

const read = (raw: string) => readMail(Buffer.from(raw), { ownerEmails: ['owner@shop.example'] });
const HEAD = 'From: Kim <kim@b.example>\r\nTo: owner@shop.example\r\nSubject: Cups\r\n';

describe('no mail loses its words', () => {
  test.each([
    ['whose lines end in two returns', `${HEAD}\r\nTwo cups\r\nplease\r\n`.replaceAll('\r\n', '\r\r\n')],
    ['whose lines end in a return alone', `${HEAD}\r\nTwo cups\r\nplease\r\n`.replaceAll('\r\n', '\r')],
    ['with empty lines above its headers', `\r\n\r\n${HEAD}\r\nTwo cups\r\nplease\r\n`],
    [
      'that is one text marked as a file',
      `${HEAD}Content-Type: text/plain; name=a.txt\r\nContent-Disposition: attachment\r\n\r\nTwo cups\r\nplease\r\n`,
    ],
    ['in Markdown', `${HEAD}Content-Type: text/markdown\r\n\r\nTwo cups\r\nplease\r\n`],
  ])('%s', (_, raw) => {
    expect(read(raw)).toMatchObject({
      newText: 'Two cups\nplease',
      sender: { email: 'kim@b.example' },
      subject: 'Cups',
    });
  });
});

describe('of two texts of one mail', () => {
  const both = (plain: string, html: string) =>
    read(
      `${HEAD}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${plain}\r\n` +
        `--b\r\nContent-Type: text/html\r\n\r\n${html}\r\n--b--\r\n`,
    );
  const MORE = 'The red pot arrived broken and I would like my money back before Friday.';

  test.each([
    ['its first line', 'Hello,'],
    ['its beginning, cut short', 'Hello, The red pot arr...'],
  ])('the HTML is read where the plain one is only %s', (_, plain) => {
    expect(both(plain, `<p>Hello,</p><p>${MORE}</p>`).newText).toBe(`Hello,\n\n${MORE}`);
  });

  test('the plain one stays where the HTML only adds history', () => {
    const html = `<p>Two, please.</p><div>On Tue, 3 Mar 2026 at 9:00, Shop &lt;desk@s.example&gt; wrote:</div><blockquote>${MORE}</blockquote>`;
    expect(both('Two, please.', html)).toMatchObject({ newText: 'Two, please.', quotedText: '' });
  });
});
