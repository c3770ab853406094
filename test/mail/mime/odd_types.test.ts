import { describe, expect, it } from 'vitest';
import { readMail } from '../../../src/mail/read/read.ts';
import { rawMail } from '../../support/letters/raw_mail.ts';

const read = (type: string, body: string, more: Record<string, string> = {}) =>
  readMail(Buffer.from(rawMail({ 'Content-Type': type, ...more }, body)), { ownerEmails: [] });
const mixed = (kind: string, ...parts: string[]) =>
  read(`multipart/${kind}; boundary=m`, `--m\n${parts.join('\n--m\n')}\n--m--`);

const ODD = [
  'plain/text; charset=utf-8',
  'text/plain, charset=utf-8',
  '"text/plain"; charset=utf-8',
  "'text/plain'",
  'text/plan',
  'text/txt',
  'text/*',
  '*/*',
  'text/plain/utf-8',
  'text',
  'plain',
  'text/',
  'application/text',
  'application/plain',
  'application/octet-stream',
  'text/x-unknown',
  'unknown/unknown',
  'content/unknown',
  'message/partial; id="a@b"; number=2; total=3',
];

describe('a mail whose Content-Type is slightly wrong', () => {
  it.each(ODD)('is read as the words it holds: %s', (type) => {
    expect(read(type, '请问 oolong: five tins?')).toMatchObject({ newText: '请问 oolong: five tins?', files: [] });
    const inside = mixed('mixed', `Content-Type: ${type}\n\n请问 oolong: five tins?`);
    expect(inside).toMatchObject({ newText: '请问 oolong: five tins?', files: [] });
  });

  it('is decoded as it says', () => {
    const body = Buffer.from('请问乌龙茶多少钱', 'utf8').toString('base64');
    const read64 = read('text/plan; charset=utf-8', body, { 'Content-Transfer-Encoding': 'base64' });
    expect(read64.newText).toBe('请问乌龙茶多少钱');
  });

  it.each([
    'html/text',
    'text/html, charset=utf-8',
    'application/xhtml+xml',
    'application/html',
    '"text/html"',
    'html',
  ])('is read as the HTML it holds: %s', (type) => {
    const body = '<html><body><p>I need <b>five</b> tins</p></body></html>';
    expect(read(type, body)).toMatchObject({ newText: 'I need five tins', files: [] });
    const both = mixed(
      'alternative',
      'Content-Type: text/plan\n\nI need five tins',
      `Content-Type: ${type}\n\n${body}`,
    );
    expect(both).toMatchObject({ newText: 'I need five tins', files: [] });
  });

  it('says what a form sent as such, and what data say', () => {
    const form = read('application/x-www-form-urlencoded', 'name=Anna+Berg&message=Five+tins%2C+please%21');
    expect(form).toMatchObject({ newText: 'name: Anna Berg\nmessage: Five tins, please!', files: [] });
    expect(read('application/json', '{"message": "Five tins"}').newText).toContain('Five tins');
  });

  it('is taken apart where it is a multipart', () => {
    const body =
      '--m\nContent-Type: text/plain\n\nFive tins\n--m\nContent-Type: application/pdf; name=a.pdf\n\nx\n--m--';
    for (const type of ['multipart; boundary=m', 'multipart/; boundary="m"', '"multipart/mixed"; boundary=m'])
      expect(read(type, body)).toMatchObject({ newText: 'Five tins', files: [{ name: 'a.pdf' }] });
  });

  it('is read behind its own head where it is the first of several', () => {
    const first = 'Subject: Order\nContent-Type: text/plain; charset=utf-8\n\nFive tins';
    expect(read('message/partial; id="a@b"; number=1; total=2', first).newText).toBe('Five tins');
  });
});

describe('a file (control)', () => {
  const words = 'Content-Type: text/plain\n\nSee the file';
  it.each([
    'Content-Type: application/octet-stream; name="order.txt"\n\nfive tins',
    'Content-Type: text/csv\nContent-Disposition: attachment\n\na,b',
    'Content-Type: text/plan\n\nfive tins',
    'Content-Type: application/json\nContent-ID: <x@y>\n\n{"a": 1}',
  ])('stays one beside words: %s', (file) => {
    expect(mixed('mixed', words, file)).toMatchObject({ newText: 'See the file', files: [{ part: '1' }] });
  });

  it.each([
    ['application/octet-stream', '\u0001\u0002\u0003\u0000PK\u0004\u0005'],
    ['application/pdf', '%PDF-1.4 text'],
    ['image/png', 'words'],
    ['application/octet-stream', '%PDF-1.4 text'],
    ['text/vcard', 'BEGIN:VCARD\nFN:Anna\nEND:VCARD'],
  ])('stays one where it is no text: %s', (type, body) => {
    expect(read(type, body)).toMatchObject({ newText: '', files: [{ part: '1' }] });
  });

  it('without a name, which nobody can read, is said to be unreadable', () => {
    expect(read('application/octet-stream', '\u0001\u0002\u0003\u0000PK\u0004\u0005').strange).toBe('unreadable_mail');
    expect(read('image/png', '\u0001\u0002').strange).toBe(null);
  });
});
