import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitQuoted } from '../../../src/mail/words/quote.ts';

describe('history is cut where each mail program begins it', () => {
  test.each([
    ['QQ', '------------------ 原始邮件 ------------------'],
    ['QQ, no spaces', '------------------原始邮件------------------'],
    ['QQ, English', '------------------ Original ------------------'],
    ['Outlook, old', '-----Original Message-----'],
    ['Exchange zh', '-----邮件原件-----'],
    ['163, mobile', '---- 回复的原邮件 ----'],
    ['Gmail, forward', '---------- Forwarded message ---------'],
    ['163, forward', '-------- 转发邮件信息 --------'],
    ['Apple Mail, forward', '下面是被转发的邮件：'],
    ['Gmail zh', 'Tea Shop <shop@example.com> 于2026年11月19日周四 10:12写道：'],
    ['Gmail zh, older', '在 2026年11月19日星期四，Tea Shop <shop@example.com> 写道：'],
    ['163', '在 2026-11-19 10:12:00，"Tea Shop" <shop@example.com> 写道：'],
    ['163, English', 'At 2026-11-19 10:12:00, "Tea Shop" <shop@example.com> wrote:'],
    ['Gmail', 'On Thu, Nov 19, 2026 at 10:12 AM Tea Shop <shop@example.com> wrote:'],
    ['Gmail, wrapped', 'On Thu, Nov 19, 2026 at 10:12 AM A Shop With A Very Long Name\n<shop@example.com>\nwrote:'],
    ['Foxmail', '发件人： shop@example.com\n发送时间： 2026-11-19 10:12\n收件人： me@example.net\n主题： 报价'],
    ['Outlook, bold labels', '*From:* Tea Shop\n*Sent:* Thursday\n*To:* me'],
    [
      'Outlook, web',
      '________________________________\nFrom: Tea Shop <shop@example.com>\nSent: Thursday\nTo: me\nSubject: x',
    ],
    ['NBSP', '------------------\u00a0原始邮件\u00a0------------------'],
  ])('%s', (_, line) => {
    const { text, quoted } = splitQuoted(`好的 / Fine.\n\n${line}\nold words\n`);
    expect(text).toBe('好的 / Fine.');
    expect(quoted).toContain('old words');
  });
});

describe('what a customer writes is left alone', () => {
  test.each([
    ['On Monday I wrote:', 'On Monday I wrote:\nplease call me'],
    ['a label alone', 'From: Berlin\nI need 20 boxes'],
    ['dashes', '--- urgent ---\nplease call'],
    ['a list with dashes', 'I want\n-- two red\n-- three blue'],
    ['写道 without a date', '我的朋友写道：\n这家店很好'],
  ])('%s', (_, text) => {
    expect(splitQuoted(text)).toMatchObject({ text, quoted: '' });
  });
});

test('a signature below `-- ` and the line a phone adds go aside', () => {
  expect(splitQuoted('Yes.\n\n-- \nAnna\nBerg GmbH').text).toBe('Yes.');
  expect(splitQuoted('可以。\n\n发自我的iPhone').text).toBe('可以。');
  expect(splitQuoted('可以。\n\n从我的华为手机发送').text).toBe('可以。');
  expect(splitQuoted('Yes.\n\nSent from my Galaxy').text).toBe('Yes.');
});

test('when there is nothing but history, it is the text', () => {
  expect(splitQuoted('> old\n> words')).toMatchObject({ text: '> old\n> words', quoted: '' });
});

const line = fc.oneof(
  fc.constantFrom(
    '',
    '> q',
    '--',
    '-- ',
    'On 2026-11-20 a@b wrote:',
    '发件人: a',
    '主题: b',
    '----- 原始邮件 -----',
    '发自我的iPhone',
    '_'.repeat(32),
  ),
  fc.string({ maxLength: 20 }),
);

test('no line is ever lost: each is in the text or put aside', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const body = lines.join('\n');
      const { text, quoted } = splitQuoted(body);
      const words = (part: string) => part.split(/\s+/).filter(Boolean).sort();
      expect(words(`${text}\n${quoted}`)).toEqual(words(body));
    }),
    { numRuns: 500 },
  );
});
