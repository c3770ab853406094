import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';

const TWILIO = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'abcdefgh',
  TWILIO_FROM: '+15550002222',
  PUBLIC_URL: 'https://crm.example.com',
};
const ALIYUN = { SMS_ALIYUN_KEY: 'LTAI:secret', SMS_ALIYUN_SIGN: '小茶铺', SMS_ALIYUN_TEMPLATE: 'SMS_1' };
const GATEWAY = { SMS_GATEWAY_URL: 'http://10.0.0.5/send?to={to}&t={text}', SMS_GATEWAY_OK: 'code=0' };

const read = (environment: Record<string, string>) => readConfig({ LOCALE: 'en', ...environment }).channels.sms;

describe('the settings of texts', () => {
  it('are off by themselves', () => {
    expect(read({})).toEqual({ provider: undefined, price: undefined, longest: 1000, perSecond: 1 });
  });

  it('are of one provider', () => {
    expect(read(TWILIO).provider).toMatchObject({ kind: 'twilio', from: '+15550002222' });
    expect(read(ALIYUN).provider).toMatchObject({
      kind: 'aliyun',
      keyId: 'LTAI',
      keySecret: 'secret',
      slot: 'content',
    });
    expect(read(GATEWAY).provider).toMatchObject({ kind: 'gateway', ok: { path: 'code', value: '0' } });
    expect(read({ SMS_PRICE: '0.0079 USD', SMS_PER_SECOND: '10' })).toMatchObject({
      price: { decimal: '0.0079', currency: 'USD' },
      perSecond: 10,
    });
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['two providers', { ...TWILIO, ...ALIYUN }, /SMS_ALIYUN_KEY must be empty/],
    ['half of one', { ...TWILIO, TWILIO_FROM: '' }, /TWILIO_FROM must be set too/],
    ['Twilio where it cannot reach us', { ...TWILIO, PUBLIC_URL: '' }, /PUBLIC_URL must be an https address/],
    ['a gateway that never says yes', { SMS_GATEWAY_URL: 'https://x.example' }, /SMS_GATEWAY_OK must be set too/],
    ['headers that are none', { ...GATEWAY, SMS_GATEWAY_HEADERS: 'x' }, /SMS_GATEWAY_HEADERS must look like/],
    ['a price with words', { SMS_PRICE: 'cheap' }, /SMS_PRICE must look like/],
    ['no text a second', { SMS_PER_SECOND: '0' }, /SMS_PER_SECOND must be/],
  ])('control: %s is refused at the start', (_, environment, problem) => {
    expect(() => read(environment)).toThrow(problem);
  });
});
