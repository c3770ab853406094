import { head, headWords } from '../cut.ts';

/** Words said around a person that are nobody's name. */
const GREETING =
  /^(?:(?:best|kind|kindest|warm|warmest|many|with|with kind|with best)?\s?(?:regards|wishes|greetings|thanks)|thanks(?: again| a lot)?|thank you|(?:yours )?(?:sincerely|truly|faithfully)|yours|best|cheers|sent from my \w+|此致|敬礼|敬上|祝好|祝商祺|顺颂商祺|谢谢|您好|你好|hi|hello|hey|dear (?:sir|madam|all)(?: or madam)?)[\s,，.。!！:：—-]*$/i;
const OPENING =
  /^(?:(?:hi|hello|hey|您好|你好)[\s,，!！.。]{1,3})?(?:this is|my name is|i am|i['’]m|我是|我叫|dear)\s{0,2}(?=\S)/i;
/** What the user says the person is to them. */
const ROLE =
  /^(?:(?:新客户?|新顾客|客户|顾客|新?联系人|new (?:customer|client|contact|lead)|customer|client|contact)\s{0,2}[:：]\s{0,2}|(?:新客户|新顾客|new (?:customer|client|contact))\s+)(?=\S)/i;
const PRICE = /^((?:[¥￥$€£]\s?[\d.,]{1,15}|[\d.,]{1,15}\s?(?:元|块钱?))(?:[万千k])?)[\s,，]+(\S[\s\S]*)$/i;
const LAST_FIRST =
  /^(\p{Lu}[\p{Ll}'’-]{1,30}), ?(\p{Lu}[\p{L}'’-]{0,30}(?: \p{Lu}\.?)?)(?=$|[\s,;]*$|[\s,;]+(?:[+(#\d]|\S{1,64}@))/u;

/** Words about a person, without what is no part of them: a business card's fields, a greeting, what they are to the user. */
export function personText(text: string): string {
  const lines = (fromCard(text) ?? text).split('\n').filter((line) => !GREETING.test(head(line.trim(), 60)));
  const body = lines.join('\n').trim().replace(OPENING, '').replace(ROLE, '');
  const vip = body.replace(/^vip[\s:：]+(?=\S)/i, '#vip ');
  return turned(vip.replace(PRICE, '$2\n$1'));
}

/** Smith, John is John Smith; Anna, London is not. */
function turned(text: string): string {
  return text.replace(LAST_FIRST, (whole, last: string, first: string) => (isCity(first) ? whole : `${first} ${last}`));
}

/** Whether a time zone is called by it. */
export const isCity = (name: string): boolean => cities().has(name.toLowerCase());

let known: Set<string> | undefined;
/** The cities that time zones are called by. */
function cities(): Set<string> {
  known ??= new Set(
    Intl.supportedValuesOf('timeZone').map((zone) => zone.replace(/^.*\//, '').replace(/_/g, ' ').toLowerCase()),
  );
  return known;
}

const CARD_FIELDS: Record<string, string> = {
  FN: 'name', TEL: 'phone', EMAIL: 'email', ORG: 'company', ADR: 'address', NOTE: 'note', TITLE: 'note', BDAY: 'birthday', URL: 'website',
}; // biome-ignore format: a table

/** Every phone and mail address on a vCard (RFC 6350), as it stands there, each once. */
export function addressesOnCard(card: string): string[] {
  const lines = (fromCard(card) ?? '').split('\n');
  const found = lines.flatMap((line) => /^(?:phone|email): (.{3,200})$/.exec(line)?.[1]?.trim() ?? []);
  return [...new Set(found)].slice(0, MOST_ON_CARD);
}

/** Nobody has more phones and addresses. */
const MOST_ON_CARD = 20;

/** A vCard (RFC 6350) as labelled lines; undefined when it is none. What follows the first card stays as it is. */
function fromCard(text: string): string | undefined {
  const card = /^\s{0,9}BEGIN:VCARD\b([\s\S]*?)(?:END:VCARD\b|$)/i.exec(text.replace(/\r/g, ''));
  if (!card) return undefined;
  const lines = card[1]!.replace(/\n[ \t]/g, '').split('\n');
  const read = lines.flatMap((line) => {
    const [, key = '', value = ''] = /^(?:item\d+\.)?([A-Z]{1,10})(?:;[^:]{0,200})?:(.*)$/i.exec(line.trim()) ?? [];
    const label = CARD_FIELDS[key.toUpperCase()];
    return label && value ? [`${label}: ${cardValue(value)}`] : [];
  });
  if (!read.some((line) => line.startsWith('name: '))) read.push(...namesIn(lines));
  return [...read, text.replace(/\r/g, '').slice(card[0].length).trim()].filter(Boolean).join('\n');
}

/** N:Baker;Tom is Tom Baker, where no FN says so. */
function namesIn(lines: string[]): string[] {
  const parts = lines
    .find((line) => /^N[;:]/i.test(line.trim()))
    ?.replace(/^[^:]*:/, '')
    .split(';');
  const name = parts && [parts[1], parts[0]].filter(Boolean).join(' ').trim();
  return name ? [`name: ${name}`] : [];
}

function cardValue(value: string): string {
  return value
    .replace(/^(?:tel|mailto):/i, '')
    .replace(/\\n/gi, ' ')
    .replace(/\\([,;])/g, '$1')
    .split(/[;,]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ');
}

const SENDER = '(?:寄件人?|寄方|寄|发件人?|发货人|sender|from)';
const RECEIVER = '(?:收件人?|收货人|收方|收|recipient|receiver|ship to|to)';
const PARCEL = new RegExp(`(?<![\\p{L}\\p{N}])(?:${SENDER}|${RECEIVER})\\s{0,2}[:：]\\s{0,3}`, 'giu');

/** A parcel's two people, who sends and who receives; undefined unless it names both. */
export function parcelIn(text: string): { sender: string; receiver: string } | undefined {
  const labels = [...headWords(text, 1000).matchAll(PARCEL)];
  if (labels.length !== 2) return undefined;
  const [first, second] = labels as [RegExpExecArray, RegExpExecArray];
  const sends = ({ 0: label }: RegExpExecArray) => new RegExp(`^${SENDER}\\s{0,2}[:：]`, 'i').test(label);
  if (sends(first) === sends(second)) return undefined;
  const one = text.slice(first.index + first[0].length, second.index).replace(/[\s,，;；|/]+$/, '');
  const two = text.slice(second.index + second[0].length).trim();
  return sends(first) ? { sender: one, receiver: two } : { sender: two, receiver: one };
}
