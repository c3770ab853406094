import { describe, expect, it } from 'vitest';
import { triage } from '../../src/domain/triage/index.ts';
import { asksReader } from '../../src/text/asks.ts';

const written = (subject: string, text: string) => triage({ channel: 'email', subject, text, signals: {} } as never);

describe('who is away and asks something is heard', () => {
  it.each([
    ['休假', '我下周休假，12月1日回来，茶先别发，等我回来再说。'],
    ['不在办公室，请寄家里', '地址：杭州文三路1号'],
    ['系统通知：贵司茶叶订单', '请尽快安排发货，数量50盒'],
    ['Out of office next week', 'Please send it to my home, 5 Main St.'],
    ['Out of the office - can you call my wife', 'She is at home.'],
    ['Away until Monday', 'Hold my order until then.'],
    ['Urlaub', 'Ich bin im Urlaub, bitte liefern Sie erst am 5.'],
  ])('%s', (subject, text) => {
    expect(asksReader(`${subject}\n${text}`)).toBe(true);
    expect(written(subject, text)).not.toMatchObject({ sublabel: 'autoreply', accepted: true });
  });

  it.each([
    ['Automatic reply: Quote', 'I am away until Monday. For urgent matters please contact Bob.'],
    ['Out of office', 'Thank you for your mail. Could you please send it to eva@corp.example in urgent cases?'],
    ['自动回复', '您好，我正在休假，急事请联系李雷，请发送邮件至 lilei@gongsi.example。'],
    ['自动回复', '您的邮件已收到，我会尽快回复您。此邮件为系统自动发送，请勿回复。'],
  ])('control: a note does not ask: %s', (subject, text) => {
    expect(asksReader(`${subject}\n${text}`)).toBe(false);
    expect(written(subject, text)).toMatchObject({ sublabel: 'autoreply', accepted: true });
  });
});
