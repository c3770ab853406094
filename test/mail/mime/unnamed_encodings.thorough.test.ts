import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMail } from '../../../src/mail/read/read.ts';
import { rawMail } from '../../support/letters/raw_mail.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const read = (head: Record<string, string>, body: string) =>
  readMail(Buffer.from(rawMail({ 'Content-Type': 'text/plain; charset=utf-8', ...head }, body)), { ownerEmails: [] });
const BASE64 = { 'Content-Transfer-Encoding': 'base64' };
const inBase64 = (words: string) =>
  Buffer.from(words)
    .toString('base64')
    .replace(/(.{76})/g, '$1\n');
const WORDS = 'Please send five pots of tea to Munich, and tell me what that is in euro.';

describe('the words of a mail are read though it says wrongly how they are written', () => {
  test.each([
    ['base64 named and not used', BASE64, WORDS],
    ['base64 named, its text in Chinese', BASE64, '请寄五把茶壶'],
    ['base64 used and not named', {}, inBase64(WORDS)],
    ['quoted-printable used and not named', {}, 'F=C3=BCnf T=C3=B6pfe, bitte schn=\nell'],
  ])('%s', (_, head, body) => {
    expect(read(head, body)).toMatchObject({
      newText: body.startsWith('F=') ? 'Fünf Töpfe, bitte schnell' : body.includes('五') ? body : WORDS,
      strange: null,
    });
  });

  test('a part with no empty line below its headers', () => {
    const parts = `--b\nContent-Type: text/plain; charset=utf-8\nPlease send five pots\n--b--`;
    expect(read({ 'Content-Type': 'multipart/mixed; boundary=b' }, parts).newText).toBe('Please send five pots');
  });

  test.each(['a=20 and b=3, c=4D', 'AbCd1234', 'https://x.example/?a=E4&b=F6'])(
    'control: what only looks so stays as it is: %s',
    (body) => {
      expect(read({}, body).newText).toBe(body);
    },
  );

  test('control: base64 that is named is read as before, whatever it holds', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z ]{0,200}[a-z]$/), (words) => {
        expect(read(BASE64, inBase64(words)).newText.replace(/ +/g, ' ')).toBe(words.replace(/ +/g, ' '));
      }),
    );
  });
});

describe('a mail nobody can read', () => {
  test.each([
    ['nothing comes of it', BASE64, '===='],
    ['bytes and no words', BASE64, Buffer.from('\x01\x02\x03\x04\x05\x06\x07\x0e\x0f').toString('base64')],
  ])('says so: %s', (_, head, body) => {
    expect(read(head, body).strange).toBe('unreadable_mail');
  });

  test.each(['', '\n \n'])('control: an empty one is only empty', (body) => {
    expect(read({}, body).strange).toBeNull();
  });
});

test.each(['=C3', 'QUJD', 'a b\n', 'x:\n'])('in time that grows with the mail: %s', (unit) => {
  const all = (text: string) => [read({}, text), read(BASE64, text), readMail(Buffer.from(text), { ownerEmails: [] })];
  expect(growsTooFast(all, repeated(unit))).toBeUndefined();
});
