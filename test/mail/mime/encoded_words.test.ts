import { describe, expect, it } from 'vitest';
import { decodeWords } from '../../../src/mail/mime/encoded.ts';
import { readMail } from '../../../src/mail/read/read.ts';
import { rawMail } from '../../support/letters/raw_mail.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const read = (head: Record<string, string>, body = 'x') =>
  readMail(Buffer.from(rawMail(head, body)), { ownerEmails: [] });
const base64 = (text: string) => Buffer.from(text).toString('base64');
const SUBJECT = '我的订单什么时候发货？';
const WORD = base64(SUBJECT);
const broken = (by: string) => `=?utf-8?B?${WORD.slice(0, 12)}${by}${WORD.slice(12)}?=`;

describe('an encoded word', () => {
  it.each([' ', '\r\n ', '\r\n\t', '\t', '  ', '!\r\n ', '*'])('is read though it holds %j', (by) => {
    expect(read({ Subject: broken(by) }).subject).toBe(SUBJECT);
    expect(read({ Subject: `Order 5512 ${broken(by)} urgent` }).subject).toBe(`Order 5512 ${SUBJECT} urgent`);
    expect(read({ From: `${broken(by)} <li@example.net>` }).sender).toMatchObject({ name: SUBJECT });
  });

  it('is read so in a charset of its own, and as a file name', () => {
    expect(decodeWords('=?gb2312?B?ztK1xCC2\t qbWl?=')).toBe('我的 订单');
    const type = 'multipart/mixed; boundary=m';
    const file = `Content-Type: application/pdf\nContent-Disposition: attachment; filename="${broken('\n ')}"\n\nx`;
    const mail = read({ 'Content-Type': type }, `--m\nContent-Type: text/plain\n\nsee\n--m\n${file}\n--m--`);
    expect(mail.files[0]?.name).toBe(SUBJECT);
  });

  it('is read in the alphabet for addresses of the web', () => {
    expect(decodeWords('=?utf-8?B?8J-NtSA_Pw==?=')).toBe('🍵 ??');
  });

  it.each(['=?utf-8?B?5oiR{55qE?=', '=?utf-8?B?!?=', '=?utf-8?B?你好?='])(
    'is shown as it stands where it is none: %s',
    (word) => {
      expect(decodeWords(word)).toBe(word);
      expect(decodeWords(`Order 5512 ${word} urgent`)).toBe(`Order 5512 ${word} urgent`);
    },
  );

  it('is read in time that grows with it', () => {
    for (const one of ['=?utf-8?B?5oiR 55qE?= ', '=?utf-8?B?!', '=?utf-8?B?5_'])
      expect(growsTooFast(decodeWords, repeated(one))).toBeUndefined();
  });
});

describe('a body in the alphabet for addresses of the web', () => {
  const text = '🍵🍵 What does this cost??? 我们想订五斤龙井茶，请问多少钱？';
  it('is read', () => {
    const body = Buffer.from(text).toString('base64url');
    expect(body).toMatch(/[-_]/);
    expect(read({ 'Content-Transfer-Encoding': 'base64' }, body).newText).toBe(text);
  });

  it('is no footer below the usual one (control)', () => {
    const body = `${base64('I need 5 tins of oolong.')}\n\n-- \n_____________\nSent through list example\n`;
    expect(read({ 'Content-Transfer-Encoding': 'base64' }, body).newText).toBe('I need 5 tins of oolong.');
  });
});
