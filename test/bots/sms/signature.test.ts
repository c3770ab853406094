import { describe, expect, it } from 'vitest';
import { signatureOf as aliyunSignature } from '../../../src/bots/sms/gateway/aliyun.ts';
import { couldBeSigned, isSigned, signatureOf } from '../../../src/bots/sms/twilio/signature.ts';

/** Known answers: Twilio's own library signs so. */
const TOKEN = 'tw-auth-token';
const URL = 'https://crm.example.com/hooks/twilio/status?c=1';
const PARAMS = { MessageSid: 'SM1', MessageStatus: 'delivered', To: '+15550001111', From: '+15550002222' };
const SIGNATURE = 'XcyLYvha8uDdgDJ/qR83Swx/uvw=';

const form = (more: Record<string, string> = {}) => new URLSearchParams({ ...PARAMS, ...more });
const headers = (signature: string) => new Headers({ 'x-twilio-signature': signature });

describe('what Twilio signs', () => {
  it('is the address and the sorted form', () => {
    expect(signatureOf(TOKEN, URL, form())).toBe(SIGNATURE);
    expect(isSigned(headers(SIGNATURE), TOKEN, URL, new URLSearchParams([...form()].reverse()))).toBe(true);
  });

  it('is found with the port or without it', () => {
    const withPort = signatureOf(TOKEN, 'https://crm.example.com:443/sms/twilio', form());
    const without = signatureOf(TOKEN, 'https://crm.example.com/sms/twilio', form());
    const other = signatureOf(TOKEN, 'https://crm.example.com:8443/sms/twilio', form());
    expect(isSigned(headers(withPort), TOKEN, 'https://crm.example.com/sms/twilio', form())).toBe(true);
    expect(isSigned(headers(without), TOKEN, 'https://crm.example.com:8443/sms/twilio', form())).toBe(true);
    expect(isSigned(headers(other), TOKEN, 'https://crm.example.com:8443/sms/twilio', form())).toBe(true);
    expect(isSigned(headers(other), TOKEN, 'https://crm.example.com/sms/twilio', form())).toBe(false);
  });

  it('counts a value that is named twice once, and names in the order of their characters', () => {
    const twice = new URLSearchParams([...form(), ['To', '+15550001111']]);
    expect(signatureOf(TOKEN, URL, twice)).toBe(SIGNATURE);
  });

  it.each([
    ['another value', SIGNATURE, form({ MessageStatus: 'failed' }), TOKEN],
    ['a further value', SIGNATURE, form({ ErrorCode: '30003' }), TOKEN],
    ['Chinese letters put in', SIGNATURE, form({ Body: '你好' }), TOKEN],
    ['another token', SIGNATURE, form(), 'tw-auth-tokeN'],
    ['a flipped letter', SIGNATURE.replace('X', 'Y'), form(), TOKEN],
    ['a shorter signature', 'XcyL', form(), TOKEN],
    ['none', '', form(), TOKEN],
  ])('control: refuses %s', (_, signature, given, token) => {
    expect(isSigned(headers(signature), token, URL, given)).toBe(false);
  });

  it('is looked for only where a signature stands', () => {
    expect(couldBeSigned(headers(SIGNATURE))).toBe(true);
    expect(couldBeSigned(headers('XcyL'))).toBe(false);
    expect(couldBeSigned(headers(`${SIGNATURE}, ${SIGNATURE}`))).toBe(false);
    expect(couldBeSigned(new Headers())).toBe(false);
  });
});

describe('what is signed for Aliyun', () => {
  it('is as its documentation shows it', () => {
    const params = {
      ...{ Format: 'XML', AccessKeyId: 'testid', Action: 'DescribeRegions', SignatureMethod: 'HMAC-SHA1' },
      ...{ SignatureNonce: '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf', SignatureVersion: '1.0' },
      ...{ Timestamp: '2016-02-23T12:46:24Z', Version: '2014-05-26' },
    };
    expect(aliyunSignature('testsecret', params, 'GET')).toBe('OLeaidS1JvxuMvnyHOwuJ+uX5qY=');
  });

  it('is so for a text with Chinese letters, too', () => {
    const params = {
      ...{ AccessKeyId: 'testId', Action: 'SendSms', Format: 'XML', OutId: '123', PhoneNumbers: '15300000001' },
      ...{ RegionId: 'cn-hangzhou', SignName: '阿里云短信测试专用', SignatureMethod: 'HMAC-SHA1' },
      ...{ SignatureNonce: '45e25e9b-0a6f-4070-8c85-2956eda1b466', SignatureVersion: '1.0' },
      ...{ TemplateCode: 'SMS_71390007', TemplateParam: '{"customer":"test"}' },
      ...{ Timestamp: '2017-07-12T02:42:19Z', Version: '2017-05-25' },
    };
    expect(aliyunSignature('testSecret', params, 'GET')).toBe('zJDF+Lrzhj/ThnlvIToysFRq6t4=');
  });
});
