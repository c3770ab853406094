import type { ChannelSettings } from '../../channel/channel.ts';
import { matching, text, url, wrong } from '../../channel/variables.ts';
import type { Sentence } from '../../text/explained.ts';

export interface SmsSettings {
  /** Undefined if no text leaves. */
  provider: TwilioConfig | GatewayConfig | AliyunConfig | undefined;
  /** What one part costs, as a decimal, and in which currency; currency undefined: the house's. */
  price: { decimal: string; currency: string | undefined } | undefined;
  /** The longest text that the provider takes, in UTF-16 units. */
  longest: number;
  /** Most texts that leave in a second. */
  perSecond: number;
}

export interface TwilioConfig {
  kind: 'twilio';
  accountSid: string;
  authToken: string;
  /** A number, a short code, a name, or a messaging service (MG…). */
  from: string;
  /** Does not end in a slash. */
  apiUrl: string;
}

/** Any provider that takes a text by one HTTP request. */
export interface GatewayConfig {
  kind: 'gateway';
  /** With slots, as the body. */
  url: string;
  headers: Readonly<Record<string, string>>;
  /** Undefined: a GET without one. */
  body: string | undefined;
  /** Where in its JSON answer a success is said, and as which value. */
  ok: { path: string; value: string };
  /** Where the answer says the text's id; undefined: nowhere. */
  idPath: string | undefined;
}

export interface AliyunConfig {
  kind: 'aliyun';
  keyId: string;
  keySecret: string;
  /** The approved signature and template, and the template's variable that takes the words. */
  sign: string;
  template: string;
  slot: string;
  /** Ends in a slash. */
  apiUrl: string;
}

/** `code=0`: where a success is said, and as what. */
const OK = /^([^=\s]+)=(.+)$/;
const PRICE = /^(\d{1,6}(?:\.\d{1,6})?)(?: ([A-Z]{3}))?$/;

const like =
  (example: string): Sentence =>
  ({ variable }) =>
    variable.like(example);

const variables = {
  TWILIO_ACCOUNT_SID: matching(/^AC[0-9a-fA-F]{32}$/, ({ variable }) => variable.twilioSid).optional(),
  TWILIO_AUTH_TOKEN: matching(/^\S{8,}$/, ({ variable }) => variable.twilioToken).optional(),
  TWILIO_FROM: matching(
    /^(?:\+\d{7,15}|MG[0-9a-fA-F]{32}|\d{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$/,
    ({ variable }) => variable.twilioFrom,
  ).optional(),
  TWILIO_API_URL: url(['http:', 'https:'], 'https://api.twilio.com').default('https://api.twilio.com'),
  SMS_ALIYUN_KEY: matching(/^[^:\s]+:[^:\s]+$/, ({ variable }) => variable.aliyunKey).optional(),
  SMS_ALIYUN_SIGN: matching(/\S/, like('Example')).optional(),
  SMS_ALIYUN_TEMPLATE: matching(/^SMS_\d+$/, like('SMS_123456789')).optional(),
  SMS_ALIYUN_SLOT: matching(/^\w+$/, like('content')).default('content'),
  SMS_ALIYUN_URL: url(['http:', 'https:'], 'https://dysmsapi.aliyuncs.com/').default('https://dysmsapi.aliyuncs.com/'),
  SMS_GATEWAY_URL: matching(/^https?:\/\/\S+$/, like('https://sms.example.com/send')).optional(),
  SMS_GATEWAY_HEADERS: text(
    (words) => readHeaders(words) !== undefined,
    like('{"authorization":"Bearer …"}'),
  ).optional(),
  SMS_GATEWAY_BODY: matching(/\S/, like('{"phone":"{to}","text":"{text}"}')).optional(),
  SMS_GATEWAY_OK: matching(OK, like('code=0')).optional(),
  SMS_GATEWAY_ID: matching(/^\S+$/, like('data.id')).optional(),
  SMS_PRICE: matching(PRICE, like('0.05')).optional(),
  SMS_PER_SECOND: matching(/^[1-9]\d{0,3}$/, ({ variable }) => variable.perSecond).default('1'),
};

type Given = Parameters<NonNullable<(typeof smsSettings)['problems']>>[0];

export const smsSettings: ChannelSettings<typeof variables, SmsSettings> = {
  variables,
  read: (env) => ({
    provider: twilioIn(env) ?? aliyunIn(env) ?? gatewayIn(env),
    price: priceIn(env.SMS_PRICE),
    longest: LONGEST[(twilioIn(env) ?? aliyunIn(env))?.kind ?? 'gateway'],
    perSecond: Number(env.SMS_PER_SECOND),
  }),
  problems: (env, { publicUrl }) => [...missing(env), ...several(env), ...unreachable(env, publicUrl)],
  ways({ provider }) {
    const out = { name: 'sms', on: provider !== undefined };
    // what comes in by Twilio can fail while sending works
    return provider?.kind === 'twilio' ? [out, { name: 'sms_incoming', on: true }] : [out];
  },
  banner: ({ provider }) => [provider ? 'smsOn' : 'smsOff'],
  shortTexts({ provider, price, longest }) {
    if (!provider) return undefined;
    return {
      longest,
      ...(provider.kind === 'aliyun' && { alphabet: 'ucs2' }),
      ...(price && { price }),
    };
  },
};

/** The longest text that each takes, in UTF-16 units: Twilio 1,600 (error 21617), Aliyun 500 with its signature. */
const LONGEST: Record<NonNullable<SmsSettings['provider']>['kind'], number> = {
  twilio: 1600,
  aliyun: 480,
  gateway: 1000,
};

function twilioIn(env: Given): TwilioConfig | undefined {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_FROM: from } = env;
  if (!accountSid || !authToken || !from) return undefined;
  return { kind: 'twilio', accountSid, authToken, from, apiUrl: env.TWILIO_API_URL.replace(/\/+$/, '') };
}

function aliyunIn(env: Given): AliyunConfig | undefined {
  const { SMS_ALIYUN_KEY: key, SMS_ALIYUN_SIGN: sign, SMS_ALIYUN_TEMPLATE: template } = env;
  if (!key || !sign || !template) return undefined;
  const [keyId, keySecret] = key.split(':') as [string, string];
  const apiUrl = `${env.SMS_ALIYUN_URL.replace(/\/+$/, '')}/`;
  return { kind: 'aliyun', keyId, keySecret, sign, template, slot: env.SMS_ALIYUN_SLOT, apiUrl };
}

function gatewayIn(env: Given): GatewayConfig | undefined {
  const [, path, value] = OK.exec(env.SMS_GATEWAY_OK ?? '') ?? [];
  if (!env.SMS_GATEWAY_URL || !path || !value) return undefined;
  return {
    ...{ kind: 'gateway', url: env.SMS_GATEWAY_URL, headers: readHeaders(env.SMS_GATEWAY_HEADERS ?? '{}') ?? {} },
    ...{ body: env.SMS_GATEWAY_BODY, ok: { path, value }, idPath: env.SMS_GATEWAY_ID },
  };
}

function priceIn(typed: string | undefined): SmsSettings['price'] {
  const [, decimal, currency] = PRICE.exec(typed ?? '') ?? [];
  return decimal === undefined ? undefined : { decimal, currency };
}

/** Headers as they are typed: a JSON object of strings. Undefined if they are none. */
export function readHeaders(typed: string): Record<string, string> | undefined {
  try {
    const read: unknown = JSON.parse(typed);
    const isMap = typeof read === 'object' && read !== null && !Array.isArray(read);
    if (!isMap || !Object.values(read).every((value) => typeof value === 'string')) return undefined;
    return Object.fromEntries(new Headers(read as Record<string, string>));
  } catch {
    return undefined;
  }
}

/** Each provider needs all of its own. */
const TOGETHER = [
  ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'],
  ['SMS_ALIYUN_KEY', 'SMS_ALIYUN_SIGN', 'SMS_ALIYUN_TEMPLATE'],
  ['SMS_GATEWAY_URL', 'SMS_GATEWAY_OK'],
] as const;

function missing(env: Given): Sentence[] {
  return TOGETHER.flatMap((names) => {
    const [given] = names.filter((name) => env[name]);
    const open = names.filter((name) => !env[name]);
    return given ? open.map((name) => wrong(name, ({ variable }) => variable.smsToo(given))) : [];
  });
}

/** Which of two an answer leaves by would be a guess. */
function several(env: Given): Sentence[] {
  const [first, second] = TOGETHER.map(([name]) => name).filter((name) => env[name]);
  return first && second ? [wrong(second, ({ variable }) => variable.smsTwice(first))] : [];
}

/** Twilio posts what customers write and what became of each text. */
function unreachable(env: Given, publicUrl: string | undefined): Sentence[] {
  const reached = publicUrl?.startsWith('https:');
  return env.TWILIO_ACCOUNT_SID && !reached ? [wrong('PUBLIC_URL', ({ variable }) => variable.smsPublic)] : [];
}
