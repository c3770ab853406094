import { plainly, plainPattern } from '../../plainly.ts';
import { type Texts, texts } from '../../texts.ts';
import { typedWords } from '../../typed.ts';

/** By which people write to us, as filters know it; by phone nobody does. */
type Way = Exclude<keyof Texts['typed']['filter']['channel'], 'phone'>;

/** In front of a message stands by which way it is to go: by mail: we have it; at bob@example.com: we have it. */
export interface WayNamed {
  /** A channel of ours; undefined: another one. */
  channel?: Way;
  /** An address or a phone. */
  address?: string;
  /** As it was typed. */
  head: string;
  /** What is to be said. */
  words: string;
}

/** So much of a message is looked at, in UTF-16 units. */
const MOST = 120;

const CHANNELS = (Object.keys(texts('en').typed.filter.channel) as (Way | 'phone')[]).filter((one) => one !== 'phone');
/** How else a channel is called than where one filters by it. */
const ALSO: Partial<Record<Way, readonly string[]>> = {
  email: ['e-?mails?', 'mails?', '电子邮件', '电邮'],
  sms: ['text messages?', '短消息'],
  telegram: ['tg'],
};
const OURS = CHANNELS.map((one) => {
  const words = [one, ...typedWords(({ filter }) => filter.channel[one])];
  return `(?<${one}>${[...(ALSO[one] ?? []), ...words].join('|')})`;
}).join('|');
const WAY = `(?:${OURS}|whats ?app|wechat|phone|messenger|signal|insta(?:gram)?|facebook|viber|line|imessage)`;
const CONTACT = '(?<address>[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,30}){1,3}|\\+\\d[\\d ()-]{6,18}\\d|\\d{7,15})';
const ASKS = '(?:(?:please|pls|just|only|also|and|ok|now)[ ,]{1,2}){0,3}';
const SENDS =
  '(?:(?:send|reply|answer|respond|say|write|post|tell)(?: (?:it|this|that|back|him|her|them|to (?:him|her|them))){0,2} )?';
const TO = '(?:by|via|per|on|over|through|using|use|with|in|as)(?: (?:an?|his|her|their))?';
const PARTS = '(?: (?:please|pls|only|instead|too|address|chat|account))?\\s?[:：](?!//)\\s{0,3}(?=\\S)';
/** What is said right behind the way, where no colon parts them, is said to somebody at once: via email we have it. */
const SAYS =
  "(?=(?:we have|we['’]ve|we do|yes|no|hi|hello|dear|thanks|thank you|sorry|your|it['’]s|it is|they['’]re|the \\p{L}+ (?:is|are))(?![\\p{L}]))";
const ENGLISH: readonly RegExp[] = [
  new RegExp(`^${ASKS}${SENDS}${TO} ${WAY}${PARTS}`, 'iu'),
  new RegExp(`^${ASKS}${SENDS}(?:via|by|per) ${WAY}[,]?\\s${SAYS}`, 'iu'),
  // what we have on WhatsApp may be told, a yes on it is sent there
  new RegExp(`^${ASKS}${SENDS}on ${WAY}[,]?\\s(?=(?:yes|no|hi|hello|dear|sorry)(?![\\p{L}]))`, 'iu'),
  new RegExp(`^${ASKS}${WAY}${PARTS}(?=\\S+\\s)`, 'iu'),
  new RegExp(`^${ASKS}${SENDS}(?:at|to|on|by|via|under|using|from) ${CONTACT}${PARTS}`, 'iu'),
];

const WAY_ZH = `(?:${OURS}|微信|whatsapp|QQ|电话|钉钉|飞书|私信|公众号|抖音|小红书)`;
const ASKS_ZH = '(?:请|麻烦|帮我|给我|就|直接|改|还是|最好)*';
const PARTS_ZH = '\\s{0,3}[:：](?!//)\\s{0,3}(?=\\S)';
const CHINESE: readonly RegExp[] = [
  `^${ASKS_ZH}(?:用|以|通过|走|在|从|发|拿|写|改用)(?:一?[封条个]|[他她]的)?${WAY_ZH}(?:上|里|那边)?(?:来|去)?(?:给?[他她])?(?:回复?|发送?|说|讲|写|告诉|通知|答复|联系)?(?:给?[他她])?(?:说|讲)?(?:一下|一声)?${PARTS_ZH}`,
  `^${ASKS_ZH}(?:用|以|通过|走|在|发|写)(?:一?[封条个])?${WAY_ZH}(?:上|里)?(?:给|跟|和|对)?[他她]?(?:说|讲|告诉[他她])[,，、\\s]{0,2}(?=\\S)`,
  `^${ASKS_ZH}(?:用|通过|发)${WAY_ZH}\\s{1,3}(?=(?:[还没]?有货|没有|您好|你好))`,
  `^${ASKS_ZH}${WAY_ZH}(?:上|里)?(?:回复?|发送?|说|告诉[他她]|通知|答复)?(?:给?[他她])?(?:一下)?${PARTS_ZH}`,
  `^${ASKS_ZH}(?:用|寄到?|发到?|发给|到|往|给|从)(?:邮箱|地址|手机号?|号码)?\\s?${CONTACT}(?:说|发|回)?${PARTS_ZH}`,
].map((source) => plainPattern(new RegExp(source, 'iu')));

/** Nothing but where somebody is reached: mail: info@studio.example, 电话：138…. It is said, and says no way. */
const REACHED = /^[\s<]*(?:[\w.+-]{1,64}@|@\w|https?:|www\.|[+(]?\d[\d ()./-]{5,}$)/iu;

/** Undefined: the message says no way. */
export function wayNamed(text: string): WayNamed | undefined {
  const typed = text.trim();
  const plain = plainly(typed.slice(0, MOST));
  for (const form of [...ENGLISH, ...CHINESE]) {
    const found = form.exec(plain);
    if (!found) continue;
    const { address, ...ways } = found.groups ?? {};
    const words = typed.slice(found[0].length).trim();
    if (REACHED.test(words) || !/\p{L}/u.test(words)) return undefined;
    const channel = CHANNELS.find((one) => ways[one] !== undefined);
    const head = typed.slice(0, found[0].length).replace(/[\s:：,，]+$/u, '');
    return { ...(channel && { channel }), ...(address !== undefined && { address }), head, words };
  }
  return undefined;
}
