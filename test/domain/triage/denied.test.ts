import { describe, expect, it } from 'vitest';
import { urgency } from '../../../src/domain/talk/urgent.ts';
import { wantsAnswer } from '../../../src/domain/talk/waiting.ts';
import { triage } from '../../../src/domain/triage/index.ts';
import { withoutDenied } from '../../../src/domain/triage/rules/denied.ts';
import type { TriageInput } from '../../../src/domain/triage/triage.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const read = (text: string, signals: TriageInput['signals'] = {}) => triage({ text, signals });
const taken = (text: string) => {
  const { label, sublabel } = read(text);
  return `${label}/${sublabel}`;
};
const rings = (text: string) => urgency({ triage: read(text), words: text });

describe('what is denied', () => {
  it.each([
    '不投诉你们',
    '我不投诉了',
    '不会给差评的',
    '没说你骗人',
    '不是假货吧',
    '你们不是骗子吧',
    '是不是假货？',
    '这是假货吗',
    '没烫到',
    '没受伤',
    '没有流血',
    '没起火',
    '孩子没过敏',
    'not burned',
    'nobody got hurt',
    'no one was burned',
    'i am not injured',
    "wasn't stolen",
    "I won't sue you",
    "I'm not going to sue",
    'not a scam I hope',
    'is this a scam?',
    'are you guys scammers?',
    'not urgent at all',
  ])('neither rings nor is filed as trouble: %s', (text) => {
    expect(rings(text)).toBeUndefined();
    expect(taken(text)).not.toMatch(/^ticket/);
  });

  it.each([
    '不取消了',
    '不想退了',
    '不用退款了',
    '先不退货',
    '别取消',
    'dont cancel',
    "please don't cancel it",
    'dont refund',
    'no refund needed',
    'I dont want a refund',
    "I'm not asking for a refund",
    'not cancelling',
  ])('is no cancellation, and waits for the owner: %s', (text) => {
    expect(taken(text)).not.toMatch(/refund/);
    expect(read(text).accepted).toBe(false);
    expect(wantsAnswer(read(text))).toBe(true);
  });

  it('leaves what is said beside it', () => {
    expect(taken('不要退款，要换货')).toBe('ticket/refund');
    expect(taken("I don't want an exchange, I want a refund")).toBe('ticket/refund');
    expect(rings('没烫到我，但是把孩子烫伤了')).toBe('harm');
    expect(taken('我们没人受伤，但椅子断了')).toBe('ticket/support');
    expect(wantsAnswer(read('不取消了，谢谢'))).toBe(true);
    expect(wantsAnswer(read('不用退了，谢谢'))).toBe(false);
  });

  it.each([
    '你们不退款',
    '为什么不取消',
    '又不退了',
    '不能退吗',
    "you don't refund",
    "you took my money and don't refund me",
    'no refund yet',
    "I didn't cancel my order, you did",
    "it won't cancel",
  ])('is not what somebody else does not do: %s', (text) => {
    expect(taken(text)).toMatch(/^ticket/);
  });

  it.each([
    '不退款我就投诉',
    '退钱我就不投诉了',
    '不得不投诉你们了',
    '这不是骗人吗',
    '你们卖的不是假货是什么',
    '你们是不是骗子！付了钱不发货',
    'is this a scam? I paid two weeks ago',
    'if you dont refund I will sue',
    "don't refund me and I will sue",
  ])('is no threat, condition or reproach: %s', (text) => {
    expect(rings(text)).toBe('complaint');
  });

  it('is looked for in a time that grows with the words', () => {
    for (const unit of ["don't refund you ", '不退了你们不', 'i am not going to sue ', '没没没', 'is this a a a a '])
      expect(growsTooFast(withoutDenied, repeated(unit, '')), unit).toBeUndefined();
  });
});

describe('one word', () => {
  it.each(['scam!', 'scammers', 'you are a bunch of thieves', '骗子', '你们是骗子！', '假货'])(
    'of blame rings: %s',
    (text) => expect(rings(text)).toBe('complaint'),
  );

  it.each(['allergic', "I'm allergic!", 'allergic reaction', '过敏', '过敏了！', '我过敏'])(
    'of an allergy is harm in either language: %s',
    (text) => expect(rings(text)).toBe('harm'),
  );

  it.each(["I'm allergic to nuts, is the cake ok?", '我对花生过敏，能做不含花生的吗'])(
    'about an allergy told beforehand does not ring: %s',
    (text) => expect(rings(text)).toBeUndefined(),
  );
});

describe('whoever calls something off', () => {
  it.each(['取消', '取消吧', '取消吧谢谢', '能不能取消', 'cancel please thanks', 'never mind, cancel', '退'])(
    'asks for that, and unsubscribes from nothing: %s',
    (text) => {
      expect(taken(text)).toBe('ticket/refund');
    },
  );

  it.each(['别发了', '不要寄了', 'stop sending', "don't send it"])('may mean goods or messages: %s', (text) => {
    expect(read(text).accepted).toBe(false);
  });

  it.each(['别发了，不要了，退订单', '别发了，钱退我'])('is not told to need something today: %s', (text) => {
    expect(rings(text)).toBeUndefined();
    expect(taken(text)).toBe('ticket/refund');
  });

  it.each(['退订', 'TD', '取消订阅', '别再发了', '别给我发广告了', 'unsubscribe'])('still unsubscribes: %s', (text) => {
    expect(taken(text)).toBe('other/unsubscribe');
  });

  it.each(['算了不用了', '算了，不需要了谢谢', 'never mind', 'nvm thanks'])(
    'is kept in the open ticket or lead it is about: %s',
    (text) => {
      expect(read(text, { openTicket: true })).toMatchObject({ label: 'ticket', by: 'signal' });
      expect(read(text, { openLead: true })).toMatchObject({ label: 'lead', by: 'signal' });
    },
  );

  it.each(['不用了，弄好了，谢谢', 'never mind, works now thanks'])('has nothing open once it is right: %s', (text) => {
    expect(read(text, { openTicket: true }).label).toBe('other');
  });
});

describe('a reproach without a strong word', () => {
  it.each([
    'do you call that a haircut',
    'you call this a cake?',
    'and you call that clean',
    'is that what you call service',
    '这也叫剪头发？',
    '这叫干净？',
    '你管这叫干净',
    '这也配叫蛋糕',
  ])('is a complaint: %s', (text) => {
    expect(taken(text)).toBe('ticket/complaint');
  });

  it.each(['what do you call that colour?', 'do you call before delivery?', '这叫什么颜色', '这个叫什么'])(
    'is none where a name is asked: %s',
    (text) => {
      expect(taken(text)).not.toBe('ticket/complaint');
    },
  );
});
