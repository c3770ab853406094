import { describe, expect, it } from 'vitest';
import { triage } from '../../../src/domain/triage/index.ts';
import { urgentWords } from '../../../src/domain/triage/urgent_words.ts';

const read = (text: string) => triage({ text, signals: {} });
const urgent = (text: string) => urgentWords(text, read(text));

describe('what is over waits for nobody', () => {
  it.each([
    'the meeting at 3pm yesterday was great',
    'The show at 8pm last night was brilliant',
    "yesterday's workshop at 2pm went really well",
    'our call this morning at 10 was really helpful',
    'the dinner last Saturday at seven was lovely',
    '昨晚8点的演出太精彩了',
    '昨天下午3点的会议很棒',
    '上周六的婚礼太棒了，谢谢你们',
  ])('neither urgent nor a ticket: %s', (text) => {
    const { label, accepted } = read(text);
    expect(urgent(text)).toBeUndefined();
    expect(accepted && label === 'ticket').toBe(false);
  });

  it.each([
    'The party is tonight at 8 and the cake is wrong',
    'My order for the party at 3pm was wrong',
    'the meeting is at 3pm and the link does not work',
    'Yesterday was great, but the party is tonight and the cake is broken',
    '昨天买的蛋糕8点婚礼要用，碎了',
    '今晚8点的演出，票还没到',
  ])('still urgent where something is amiss: %s', (text) => {
    expect(urgent(text)).toBe('deadline');
  });
});

describe('what nobody can know is left to the owner', () => {
  it.each([
    '加我微信 tea2026 就是手机号13622223333',
    '加个微信吧 lily_tea',
    '我的微信 lily_tea',
    'vx：lily_tea',
    '电话：一三六二二二二三三三三',
    'my email is nora@lindqvist.example',
    'WhatsApp: +47 400 12 345',
  ])('only where somebody can be reached: %s', (text) => {
    expect(read(text).accepted).toBe(false);
  });

  it.each([
    ['加我微信 tea2026，想订20盒茶，多少钱', 'lead'],
    ['My number is 415-555-2671, my order arrived broken', 'ticket'],
  ])('a wish beside it is heard: %s', (text, label) => {
    expect(read(text)).toMatchObject({ label, accepted: true });
  });

  it('a mail with an order, a date and a budget is no greeting', () => {
    const text = '您好，\n订单 #1042 请于12月1日前发出。\n联系电话：13622223333\n预算 ¥6,800\n此致\n周琳';
    const { label, sublabel, accepted } = triage({ subject: '订单咨询', text, signals: {} });
    expect(accepted && label === 'other' && sublabel === 'greeting').toBe(false);
    expect(read('您好，在吗')).toMatchObject({ sublabel: 'greeting', accepted: true });
  });
});
