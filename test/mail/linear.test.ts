import { describe, expect, test } from 'vitest';
import { decodeWords } from '../../src/mail/mime/encoded.ts';
import { htmlToText } from '../../src/mail/mime/html.ts';
import { readMime } from '../../src/mail/mime/mime.ts';
import { readAct } from '../../src/mail/words/calendar.ts';
import { findForwarded } from '../../src/mail/words/forward.ts';
import { splitQuoted } from '../../src/mail/words/quote.ts';
import { growsTooFast, repeated } from '../support/linear.ts';

const FORWARDING = {
  subject: 'Fwd: cups',
  author: { name: 'Shop', address: 'a@shop.example' },
  ownerEmails: ['a@shop.example'],
  answers: false,
  offset: 0,
};
const KIM = { name: 'Kim Customer', address: 'kim@customer.example' };
describe('foreign text is read in time linear in its length', () => {
  // libraries for this did not finish 200,000 empty lines in three minutes
  test.each([
    ['empty lines', '\n'],
    ['introductions', 'On 2026-11-20 a@b.example wrote:\n> q\n'],
    ['half introductions', 'On 2026-11-20\n'],
    ['introductions and empty lines', `On 2026-11-20 a@b.example wrote:\n${'\n'.repeat(50)}`],
    ['labels', 'From: a\n'],
    ['signatures', '-- \n'],
    ['spaces', ' '],
    ['dashes', '-'],
    ['at signs', '@'],
    ['delimiters', '--\nKim\n\n'],
    ['delimiters with their blank', '-- \nKim\n'],
    ['greetings above signatures', 'Hi,\n-- \nsend to my\n'],
    ['rules with words between', '-----\nword\n'],
    ['notices', 'This email is confidential.\n\n'],
    ['one long notice', 'this email is confidential and '],
    ['notices cut short by words', 'This email is confidential.\nI want two\n'],
    ['cards', 'Kim Customer\nT +44 20 7946 0018\n'],
    ['phones’ lines', 'Sent from my iPhone\n'],
    ['introductions without end', 'kim@x.example on 3 March 2026 10:10 wrote\n'],
    ['separators in a line', 'a ---- original message ---- b '],
    ['glued header blocks', '---- original message ----From: a@x.example To: b Date: c Subject: d\n'],
    ['labels in a language nobody listed', 'Apieką: a@x.example\n'],
    ['tables as Notes draws them', '|------------>\n| From:      |\n'],
    ['senders and dates as Notes writes them', 'Shop/ORG\n03/03/2026 09:00 AM\n'],
    ['days and addresses without end', 'On 3 March 2026 9:00 Kim Berg <kim@x.example>\n'],
    ['capital words', 'On 3 March 2026 9:00 Kim Berg Kim Berg Kim Berg Kim Berg Kim Berg Kim: \n'],
    ['arrows', '>>> a <<<<<<<<<<<<\n'],
    ['markers', '- reply reply reply above the line\n'],
    ['wrapped quotations', `> ${'long words '.repeat(6)}\nend\n`],
    ['dashes in lines', `${'-'.repeat(1990)}\n`],
  ])('%s', (_, unit) => {
    expect(growsTooFast((text) => splitQuoted(text, KIM), repeated(unit, 'end'))).toBeUndefined();
  });

  // from the first character on: what stands before it would make another line of it
  test.each(['>', '> ', '＞', '>>> a <', '|', '-', '—', '_', '\t'])('a line of nothing but %j', (unit) => {
    const make = (size: number) => unit.repeat(size / unit.length);
    const reads = (text: string) => [splitQuoted(text, KIM), findForwarded(text, FORWARDING)];
    expect(growsTooFast(reads, make)).toBeUndefined();
  });

  test.each([
    ['links', '<a href="https://x.example/a">x</a> '],
    ['hidden elements', '<span style="display:none">x</span>'],
    ['elements of no size', '<span style="font-size:0"><b>x</b></span>'],
    ['coloured elements', '<p style="color:red">x</p>'],
    ['tags cut short', '<span style="'],
  ])('HTML: %s', (_, unit) => {
    expect(growsTooFast(htmlToText, repeated(unit, 'end'))).toBeUndefined();
  });

  test('words of a header in UTF-7 that were cut apart', () => {
    const reads = (text: string) => decodeWords(`=?utf-7?Q?${text}?= =?utf-7?Q?${text}!?=`);
    expect(growsTooFast(reads, (size) => '+'.repeat(size))).toBeUndefined();
  });

  test('the words of a mail beside a long event', () => {
    const eventOf = (size: number) =>
      readMime(
        Buffer.from(
          `Content-Type: text/calendar; method=REPLY\n\nBEGIN:VEVENT\nSUMMARY:${'a c'.repeat(size / 6)}\nDTSTART:20261210T150000Z\nDTEND:20261210T160000Z\nATTENDEE;CN=Berg:mailto:berg@x.example\nEND:VEVENT\n`,
        ),
      );
    const reads = (words: string) =>
      readAct([eventOf(words.length)], words, { name: 'Kim', email: 'kim@customer.example' });
    for (const unit of ['a b\n', 'When: 10 Dec 2026 5pm - 7pm\n', 'Berg has accepted this invitation\n', 'When\n'])
      expect(growsTooFast(reads, repeated(unit, 'end'))).toBeUndefined();
  });
});
