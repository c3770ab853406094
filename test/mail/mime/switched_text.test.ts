import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/mail/mime/charset.ts';
import { switched } from '../../../src/mail/mime/switched_text.ts';
import { readMail } from '../../../src/mail/read/read.ts';
import { rawMail } from '../../support/letters/raw_mail.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const ESC = '\x1b';
const low = (text: string, charset: string) =>
  [...iconv.encode(text, charset)].map((byte) => String.fromCharCode(byte & 0x7f)).join('');
const WRITTEN = {
  'ISO-2022-JP': (text: string) => `${ESC}$B${low(text, 'euc-jp')}${ESC}(B`,
  'ISO-2022-JP of 1978': (text: string) => `${ESC}$@${low(text, 'euc-jp')}${ESC}(J`,
  'ISO-2022-KR': (text: string) => `${ESC}$)C\x0e${low(text, 'cp949')}\x0f`,
  'ISO-2022-CN': (text: string) => `${ESC}$)A\x0e${low(text, 'gb2312')}\x0f`,
  HZ: (text: string) => `~{${low(text, 'gb2312')}~}`,
};
const SAID = {
  'ISO-2022-JP': 'お問い合わせ商品がまだ届いていません',
  'ISO-2022-JP of 1978': '注文について',
  'ISO-2022-KR': '배송문의드립니다',
  'ISO-2022-CN': '请问发票什么时候寄出',
  HZ: '请问发票什么时候寄出',
};
type Name = keyof typeof WRITTEN;
const names = Object.keys(WRITTEN) as Name[];
const LABELS = ['', '; charset=us-ascii', '; charset=utf-8', '; charset=iso-8859-1', '; charset="gb2312"'];

const read = (head: Record<string, string>, text: string) =>
  readMail(Buffer.from(rawMail(head, text), 'latin1'), { ownerEmails: [] });

describe('what announces its charset itself is read in it', () => {
  it.each(names.flatMap((name) => LABELS.map((label) => [name, label] as const)))(
    '(%s) whatever the label says (%s): in words, as HTML, in base64, in subject and name',
    (name, label) => {
      const said = SAID[name];
      const written = WRITTEN[name](said);
      expect(read({ 'Content-Type': `text/plain${label}` }, `Hi ${written}, 3 cups`).newText).toBe(
        `Hi ${said}, 3 cups`,
      );
      const html = `<p>${written}</p><p>3 cups</p>`;
      expect(read({ 'Content-Type': `text/html${label}` }, html).newText).toBe(`${said}\n\n3 cups`);
      const encoded = { 'Content-Type': `text/plain${label}`, 'Content-Transfer-Encoding': 'base64' };
      expect(read(encoded, Buffer.from(`${written} 3`, 'latin1').toString('base64')).newText).toBe(`${said} 3`);
      const mail = read(
        { 'Content-Type': `text/plain${label}`, Subject: written, From: `${written} <k@x.example>` },
        'a',
      );
      expect(mail).toMatchObject({ subject: said, sender: { name: said, email: 'k@x.example' } });
    },
  );

  it('in several runs and lines, beside text of eight bits, and cut at its end', () => {
    const jp = WRITTEN['ISO-2022-JP'];
    expect(decodeText(Buffer.from(`${jp('注文')} 12 ${jp('商品')}\r\n${jp('届')}`, 'latin1'), '')).toBe(
      '注文 12 商品\r\n届',
    );
    const mixed = Buffer.concat([Buffer.from('Größe – '), Buffer.from(jp('注文'), 'latin1')]);
    expect(decodeText(mixed, 'utf-8')).toBe('Größe – 注文');
    expect(decodeText(Buffer.from(jp('注文').slice(0, -4), 'latin1'), '')).toBe('注');
  });

  it.each([
    'cp ~{a,b~} $B and ~{x~}',
    'git reset HEAD~{3}, then ~{user~}',
    'price list $B 12 (B) and $@',
    `${ESC}[31mred${ESC}[0m in a log`,
    '~{HOME~}/bin',
    'if (~{flags} & $B)',
  ])('control: plain text stays: %s', (text) => {
    expect(decodeText(Buffer.from(text), 'us-ascii')).toBe(text);
  });

  it('control: text without an announcement is as it was, and none is ever refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => text.includes('~{') || switched(text) === text),
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof decodeText(bytes, 'utf-8') === 'string'));
  });

  it('in time in proportion to its length', () => {
    for (const unit of [`${ESC}$B`, `${ESC}$B$*`, '\x0e', '\x0eAA', '~{', '~{AA', '~{AA~}', `${ESC}(I1`])
      expect(growsTooFast(switched, repeated(unit)), unit).toBeUndefined();
  });
});
