import { describe, expect, it } from 'vitest';
import { wantsAnswer } from '../../../src/domain/talk/waiting.ts';
import { triage } from '../../../src/domain/triage/index.ts';
import { saysMoreThanAway } from '../../../src/text/courtesy/absence.ts';
import { growsTooFast } from '../../support/linear.ts';

const waits = (text: string, asked = false) => wantsAnswer(triage({ text, signals: asked ? { answersUs: true } : {} }));

describe('whoever says that they are away', () => {
  it.each([
    "I'm out of office this week but yes, the blue one please",
    'I am on holiday then',
    "sorry, I'm away until Monday",
    "I'm away this week. Next Monday is fine.",
    "Thanks for your mail, I'm out until Thursday - 4pm Friday please.",
    'Thank you for your message. I am on holiday until 5 May. The pot arrived broken, by the way.',
    'I will have limited access to email. Please send the quote to ben@example.com',
    "I'm on vacation until Friday",
    "I'm out of office Monday",
    '我那天出差',
    '您好，我正在休假，5月5日回复您。对了壶是碎的',
    '自动回复：我在出差。周五可以的',
  ])('answers what we asked: %s', (text) => expect(waits(text, true)).toBe(true));

  it.each([
    "I'm on holiday until Monday, leave it next door",
    "I'm on holiday until Monday, thanks",
    'Thank you for your message. I am on holiday until 5 May. The pot arrived broken, by the way.',
    'Out of office this week. Please ship it next week.',
    '我正在休假，周一回来，先别发货',
  ])('says more, and waits though nothing was asked: %s', (text) => expect(waits(text)).toBe(true));

  it.each([
    'Thank you for your email. I am out of the office until 5 May with limited access to email. In urgent cases please contact Ben Smith at ben@example.com. Kind regards, Ann',
    'Automatic reply: I am out of the office until Monday.',
    'I am currently out of the office and will reply on my return.',
    "I'm on leave until the 19th with no access to mail. For anything pressing call Priya.",
    '自动回复：您好，我正在休假，5月5日回复您。',
    '您好，我正在出差，有急事请联系同事小王。',
  ])('is a program, asked or not: %s', (text) => expect([waits(text), waits(text, true)]).toEqual([false, false]));

  it('is read in time that grows with the words', () => {
    for (const unit of ['I am away ', 'out of the office, ', 'and ', '出差，', 'please '])
      expect(
        growsTooFast(
          (text: string) => saysMoreThanAway(text, true),
          (size) => unit.repeat(size / unit.length),
        ),
      ).toBeUndefined();
  });
});
