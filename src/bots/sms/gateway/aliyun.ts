import { createHmac } from 'node:crypto';
import type { TextFault } from '../../../domain/delivery.ts';
import type { Outcome } from '../../../outbox/message.ts';
import { nationalNumber } from '../../../text/person/phone.ts';
import { outcomeOfFault } from '../fault.ts';
import { keyToPath, type SmsProvider, type Text } from '../provider.ts';
import type { AliyunConfig } from '../settings.ts';
import { valueAt } from './template.ts';

/** What a code of Aliyun's means (help.aliyun.com, SendSms, API error codes): by who can do something about it. */
const CHANNEL_DOWN =
  /^(?:isv\.(?:OUT_OF_SERVICE|AMOUNT_NOT_ENOUGH|ACCOUNT_\w+|PRODUCT_UN_SUBSCRIPT|PRODUCT_UNSUBSCRIBE|SMS_(?:SIGNATURE|SIGN|TEMPLATE)_ILLEGAL|SMS_TEMPLATE_SCENE_ILLEGAL|TEMPLATE_MISSING_PARAMETERS)|isp\.RAM_PERMISSION_DENY|Forbidden.*|InvalidAccessKeyId.*|SignatureDoesNotMatch|SignatureNonceUsed|IncompleteSignature|MissingAccessKeyId)$/;
const LATER: readonly [pattern: RegExp, seconds: number][] = [
  [/^isv\.BUSINESS_LIMIT_CONTROL$/, 3600],
  [/^isv\.DAY_LIMIT_CONTROL$/, 3600],
  [/^(?:isp\.SYSTEM_ERROR|isp\.GATEWAY_ERROR|isv\.SYSTEM_ERROR|Throttling.*|ServiceUnavailable)$/, 60],
];
const REASONS: readonly [pattern: RegExp, reason: TextFault][] = [
  [/^isv\.(?:MOBILE_NUMBER_ILLEGAL|MOBILE_COUNT_OVER_LIMIT)$/, 'no_such_address'],
  [/^isv\.(?:BLACK_KEY_CONTROL_LIMIT|CONTENT_KEYWORD_CONTROL|SMS_CONTENT_ILLEGAL|TEMPLATE_PARAMS_ILLEGAL)$/, 'carrier'],
  [/^isv\.(?:PARAM_LENGTH_LIMIT|SMS_CONTENT_OVER_LIMIT)$/, 'too_long'],
];

/** Texts by Aliyun: words alone are not allowed there, so they stand in a slot of an approved template. */
export function aliyun(config: AliyunConfig, { now, random }: { now: () => Date; random: () => string }): SmsProvider {
  return {
    async submit(text, signal) {
      const form = signed(config, query(config, text, now(), random()), 'POST');
      try {
        const response = await fetch(config.apiUrl, { method: 'POST', body: form, signal, redirect: 'error' });
        const answer: unknown = await response.json().catch(() => undefined);
        return outcomeOf(response.status, answer);
      } catch (error) {
        return outcomeOfFault(error, 'Aliyun');
      }
    },
  };
}

/** The parameters of SendSms 2017-05-25 for one text. */
function query({ keyId, sign, template, slot }: AliyunConfig, { to, body, key }: Text, now: Date, nonce: string) {
  return {
    AccessKeyId: keyId,
    Action: 'SendSms',
    Format: 'JSON',
    OutId: keyToPath(key),
    PhoneNumbers: to.startsWith('+86') ? nationalNumber(to) : to.replace(/^\+/, ''),
    RegionId: 'cn-hangzhou',
    SignName: sign,
    SignatureMethod: 'HMAC-SHA1',
    SignatureNonce: nonce,
    SignatureVersion: '1.0',
    TemplateCode: template,
    TemplateParam: JSON.stringify({ [slot]: body }),
    Timestamp: now.toISOString().replace(/\.\d+Z$/, 'Z'),
    Version: '2017-05-25',
  };
}

/** The parameters with their signature. */
function signed({ keySecret }: AliyunConfig, params: Record<string, string>, method: 'GET' | 'POST'): URLSearchParams {
  return new URLSearchParams({ ...params, Signature: signatureOf(keySecret, params, method) });
}

/**
 * The signature of a request in Aliyun's RPC style: base64 of the HMAC-SHA1, under the secret and `&`, of the method,
 * the path and the sorted parameters, each percent-encoded (help.aliyun.com, "Request signatures", version 1.0).
 */
export function signatureOf(
  keySecret: string,
  params: Readonly<Record<string, string>>,
  method: 'GET' | 'POST',
): string {
  const sorted = Object.keys(params).sort();
  const canonical = sorted.map((name) => `${percent(name)}=${percent(params[name]!)}`).join('&');
  const toSign = `${method}&${percent('/')}&${percent(canonical)}`;
  return createHmac('sha1', `${keySecret}&`).update(toSign).digest('base64');
}

/** RFC 3986: everything but letters, figures and `-_.~`. */
const percent = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** There is no idempotency at Aliyun: an answer that cannot be read leaves a doubt. */
function outcomeOf(status: number, answer: unknown): Outcome {
  const code = valueAt(answer, 'Code');
  const id = valueAt(answer, 'BizId');
  if (code === 'OK') return { result: 'sent', ...(id && { externalId: id }) };
  if (code === undefined) return { result: 'unknown', error: `Aliyun answers ${status}` };
  const error = `aliyun ${code}`;
  if (CHANNEL_DOWN.test(code))
    return { result: 'retry', error: `sms_account:${error}`, scope: 'channel', channelDown: true };
  const later = LATER.find(([pattern]) => pattern.test(code));
  if (later) return { result: 'retry', error, scope: 'chat', afterSeconds: later[1] };
  const reason = REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? 'rejected';
  return { result: 'failed', error, reason };
}
