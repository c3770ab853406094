import { describe, expect, it } from 'vitest';
import { urgency } from '../../../src/domain/talk/urgent.ts';
import { triage } from '../../../src/domain/triage/index.ts';
import { withoutDenied } from '../../../src/domain/triage/rules/denied.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const read = (text: string) => triage({ text, signals: {} });
const rings = (text: string) => urgency({ triage: read(text), words: text });
const isProblem = (text: string) => {
  const { label, sublabel, accepted } = read(text);
  return accepted && label === 'ticket' && ['complaint', 'support'].includes(sublabel);
};

describe('a fault that is denied', () => {
  it.each(
    `it wasn't damaged
it was not damaged at all
the parcel arrived and it wasn't damaged
nothing is broken
nothing arrived broken
none of them were broken
no damage at all
arrived without any damage
far from broken
it never leaked
the lid isn't leaking
the glass did not break this time
no cracks, no scratches, thank you
there is nothing wrong with it
I never said it was damaged
I'm not saying it's broken
I'm not disappointed at all
nobody was rude
your driver wasn't rude at all
it didn't arrive late
nothing was stolen
the payment did not fail
the brakes didn't fail
I wasn't charged twice
my account wasn't hacked
we didn't find any scratches
neither cracked nor dented
it isn't broken or chipped
it wasnt mouldy
there weren't any cracks in it
none of the eggs broke
never said anything was damaged
I wouldn't call it damaged
we aren't angry
没说坏了
一个都没碎
没坏
没有破损
不是坏的
不是质量问题
没漏水
一点都没坏
数据没丢
没有扣两次
没发霉
没有迟到`.split('\n'),
  )('neither rings nor is filed as a problem: %s', (text) => {
    expect(rings(text)).toBeUndefined();
    expect(isProblem(text)).toBe(false);
  });

  it.each(
    `I can't say it wasn't damaged
not only was it damaged, it was late
it wasn't just damaged, it was smashed
you did not tell me it was damaged
nobody told me it was damaged
you said it wasn't damaged but the glass is in pieces
did it not get damaged?
I didn't pay for a damaged vase
nothing but damaged goods
without a doubt it is damaged
it wasn't damaged when I sent it to you
mine wasn't damaged but my sister's was
it isn't damaged, it is completely ruined`.split('\n'),
  )('is heard where it is denied twice, only reduced, or of before: %s', (text) => {
    expect(rings(text)).toBe('complaint');
  });

  it.each(
    `the first one wasn't broken but the second one is
nothing is broken except the handle
I'm not angry, just disappointed
没坏之前还好好的，你们修完就坏了
怎么会没坏
不是坏了一个，是全坏了
你们说没坏，可是打不开`.split('\n'),
  )('leaves what is said beside it: %s', (text) => {
    expect(read(text).label).toBe('ticket');
  });

  it('is told from a word that only looks like a denial', () => {
    expect(withoutDenied('the payment did not fail')).not.toContain('fail');
    expect(withoutDenied('my parent went away, it is not broken')).not.toContain('broken');
  });

  it('is looked for in a time that grows with the words', () => {
    for (const unit of [
      'not ',
      "wasn't damaged ",
      'nothing in it ',
      'no scratch or ',
      "didn't really ",
      '没有',
      '没坏',
      '不是坏的',
    ])
      expect(growsTooFast(withoutDenied, repeated(unit, '')), unit).toBeUndefined();
  });
});
