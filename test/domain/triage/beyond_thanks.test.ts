import { describe, expect, it } from 'vitest';
import { wantsAnswer } from '../../../src/domain/talk/waiting.ts';
import { saysMoreThanThanks } from '../../../src/domain/triage/beyond_thanks.ts';
import { triage } from '../../../src/domain/triage/index.ts';
import { normalise } from '../../../src/domain/triage/normalise.ts';
import { growsTooFast } from '../../support/linear.ts';

const waits = (text: string, more = {}) => wantsAnswer(triage({ text, signals: more }));

describe('whoever goes on after thanks or a yes', () => {
  it.each([
    'no thanks, refund me',
    'yes do it',
    'thanks! when',
    'yep the blue one',
    'ok, proceed',
    'yes both',
    'thanks, please send it today',
    'thank you, and an invoice please',
    'no worries, cancel it then',
    'payment sent',
    'I have paid',
    'got it, ill pay tomorrow',
    '已付款',
    '好的我现在付',
    '好的，付了',
    '钱转过去了',
    '辛苦了，尽快哦',
    '谢谢，发我地址',
    '谢谢老板，记得加急',
    '好嘞，按你说的来',
    '嗯嗯，发吧',
    ...['两个，谢谢', 'two, thanks', '12 of them, thank you', '要三盒，麻烦了', '好的，556677', '南京西路1号，谢谢'],
  ])('waits: %s', (text) => {
    expect(waits(text)).toBe(true);
    expect(waits(text, { openTicket: true })).toBe(true);
  });

  it.each([
    'ok thanks',
    'no thanks',
    'thank you so much for the quick reply',
    'thanks, refund received',
    'thanks, no need to send it again',
    'noted thanks, have a nice day',
    'thanks, you too',
    '谢谢',
    '收到，谢谢',
    '退款收到了，谢谢',
    '不用退了，谢谢',
    '已经换好了，谢谢',
    '谢谢您的安排',
    '好的好的，麻烦您了',
    '没事了，找到了',
    '谢谢老板，下次再来',
    '好的，那就这样',
    ...['two arrived, thanks', '两个都收到了，谢谢', 'both came, thank you', 'thanks a million'],
  ])('does not wait who only thanks: %s', (text) => {
    expect(waits(text)).toBe(false);
  });

  it('is read in time that grows with the words', () => {
    for (const unit of ['thanks for ', 'please ', '谢谢您的', '已', 'yes '])
      expect(
        growsTooFast(
          (written: string) => saysMoreThanThanks(written, normalise(written)),
          (size) => unit.repeat(size / unit.length),
        ),
      ).toBeUndefined();
  });
});
