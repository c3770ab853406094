import { foldText } from '../../../text/fold.ts';
import { gluedNames, type InFront } from '../../../text/person/greeting.ts';
import { timeIn } from '../../../text/when/time_like.ts';
import type { Context } from '../../context.ts';
import { formerNames } from '../../people/former_name.ts';
import { looksLikeAddress } from '../../people/name.ts';
import { findExactly } from '../../people/search.ts';
import { isGroup } from './each/group.ts';
import { isEverybody, isNamedBy, isSaying, isSayingBefore, mayCall, nameCuts } from './naming.ts';
import { addressInFront, provenBy, type Reading } from './proof.ts';
import { byWholeName } from './readings.ts';
import { personOf } from './ref.ts';

export type Asking = Pick<Context, 'tx' | 'settings'>;

/** Words that say for whom they are: 李四：明天来取, @Anna call back, note for Anna: allergic to nuts. */
export interface Addressed {
  /** As it was typed. */
  name: string;
  /** Those who are called so. */
  ids: string[];
  /** What is said to them or of them. */
  words: string;
  /** It says itself that it is no message: 'note for', 备注. */
  isNote: boolean;
  /** The address that was typed in the place of a name: it is where they go. */
  at?: string;
}

/** People of one name are asked about by the command that gets it. */
const MAX_CALLED = 8;

const NOTE_VERBS = 'note (?:for|to|on|about)|memo (?:for|to)|备注(?:给|一下)?|记(?:一下|录)?';
const SAYING_VERBS =
  '(?:reply|write|message|text|answer|say) to|tell|answer|message|msg|text|dm|@|＠|(?:请|帮我|麻烦)?(?:告诉|转告|通知|回复|答复|提醒|发给|写给)';
const OTHER_VERBS = 'to|for|(?:task|todo|reminder) for|remind|(?:请|帮我|麻烦)?(?:给|跟|对)|任务';
const VERB = new RegExp(
  String.raw`^(?:(${NOTE_VERBS})|(${SAYING_VERBS})|(${OTHER_VERBS}))(?:(?<=[\p{Script=Han}@＠])|\s)\s*`,
  'iu',
);
/** A name and a colon behind it; a clock, an address and a smile have colons too. */
const BEFORE_COLON = /^([^\n:：,，。.!！?？;；]{1,60}?)\s?[:：](?![/\\()-]|\d{2}(?!\d))\s*(\S[\s\S]*)$/u;
/** A note that names nobody. */
const BARE_NOTE =
  /^(?:(?:internal )?note(?: to self)?|internal|memo|(?:内部)?备注(?:一下)?|记一下)\s?[:：]\s*(\S[\s\S]*)$/iu;
/** May: yes, June: no; Bill: $240: a list and its labels. */
const NEXT_LABEL = /[,，;；\n]\s*\p{Lu}[\p{L}]{1,20}\s?[:：](?![/\\()-]|\d{2}(?!\d))/u;
const MONTHS = /^(?:april|may|june|july|august|january|jan|avril)$/i;
const A_BILL = /^(?:bill|cash|price|penny|mark)$/i;

function isListOf(label: string, words: string): boolean {
  if (MONTHS.test(label)) return NEXT_LABEL.test(words);
  return A_BILL.test(label) && /^\s*(?:[$€£¥]|[a-z]{3} )?\s?\d/i.test(words);
}

/** What stands between a Chinese name and the colon: 李四说：, 给李四发消息：. */
const AFTER_NAME = /(?:说|讲|发(?:个)?(?:消息|信息|微信)|留言|备注|回复|的?备注)$/u;

/** What may be the name of whoever words say they are for, by their form alone: Bob: …, @Bob …, tell Bob …. */
export function namesInForm(text: string): string[] {
  const verb = VERB.exec(text)?.[0] ?? '';
  const rest = text.slice(verb.length);
  const before = BEFORE_COLON.exec(rest)?.[1];
  return [
    ...(before === undefined || (verb === '' && isListOf(before, rest))
      ? []
      : [before, before.replace(AFTER_NAME, '')]),
    ...(verb === '' ? [] : nameCuts(rest).map(({ name }) => name)),
  ];
}

/** Whether words name somebody they are for. Undefined: they do not; nobody called so: `ids` is empty. */
export async function addressedIn(ctx: Asking, text: string): Promise<Addressed | undefined> {
  const bare = BARE_NOTE.exec(text);
  if (bare) return { name: '', ids: [], words: bare[1]!, isNote: true };
  const verb = VERB.exec(text);
  const rest = text.slice(verb?.[0].length ?? 0);
  const isNote = verb?.[1] !== undefined;
  const byAddress = verb?.[3] === undefined ? await atAddress(ctx, text, rest) : undefined;
  if (byAddress && (!isNote || byAddress.ids.length > 0)) return { ...byAddress, isNote };
  const [, before, words] = BEFORE_COLON.exec(rest) ?? [];
  if (before !== undefined && words !== undefined && !(verb === null && isListOf(before, words))) {
    const named = await called(ctx, before);
    const isMany = !isNote && named.ids.length > 0 && (await isGroup(ctx, named.name));
    return { ...named, ...(isMany && { ids: [] }), words, isNote: isNote || /备注$/.test(before) };
  }
  if (!verb || (verb[3] !== undefined && !verb[3].endsWith('给'))) return undefined;
  const named = await leading(ctx, rest, verb[3] === undefined);
  if (named && !isNote && (await isGroup(ctx, named.name))) return undefined;
  return named && { ...named, isNote };
}

/** What is done by mail or a text, which says whom words are for where an address stands behind it. */
const WRITING = /^(?:write(?: to)?|e-?mail|mail|sms|inform|notify|let)\s+(?=\S+@|\+?\d)/iu;
/** What opens the words behind whoever is told them. */
const THAT = /^(?:(?:know\s+)?that\s+|know\s+|说[:：,，]?\s*)/iu;
/** Chinese goes on right behind an address: 告诉13800138000明天到. */
const GLUED_ADDRESS = /^(\+?\d[\d-]{6,20}|[\w.+-]{1,64}@[\w.-]{1,100})(?=\p{Script=Han})/u;

/** tell bob@example.com we open at 9, 13800138000：明天到: words for whoever has that address; nobody: `ids` is empty. */
async function atAddress(ctx: Asking, text: string, rest: string): Promise<Addressed | undefined> {
  const behind = text.replace(WRITING, '');
  const front = rest === text ? behind : rest;
  const cut = addressInFront(front.replace(GLUED_ADDRESS, '$1 '), ctx.settings.country);
  if (!cut?.left || (front === text && !/^\s?[:：]/u.test(front.slice(cut.name.length)))) return undefined;
  const proven = await provenBy(ctx, `${cut.name} ${cut.left}`);
  const ids = proven?.name === cut.name ? proven.ids : [];
  return { name: cut.name, ids, words: cut.left.replace(THAT, ''), isNote: false, at: cut.name };
}

/** Who has this whole name, or else a part of it, now or before. `inPartOnly`: nobody has all that was typed. */
export async function called(
  ctx: Asking,
  typed: string,
  { inPartOnly = false } = {},
): Promise<{ name: string; ids: string[] }> {
  const names = [...new Set([typed, typed.replace(AFTER_NAME, '')])].filter(Boolean);
  for (const name of names) {
    if (inPartOnly && name === typed) continue;
    const whole = await byWholeName(ctx, name);
    if (whole?.left === '') return { name, ids: whole.ids };
  }
  const name = names.at(-1)!;
  if (isSayingBefore(name)) return { name, ids: [] };
  const listed = looksLikeAddress(name) ? await personOf(ctx.tx, name.toLowerCase()) : undefined;
  const ids = await inPart(ctx, name);
  return { name, ids: listed ? [...new Set([listed.contact.id, ...ids])] : ids };
}

/** Who is called so in part. */
async function inPart(ctx: Asking, name: string): Promise<string[]> {
  const found = await findExactly(ctx.tx, name, MAX_CALLED);
  if (found.length === 0) return [];
  const former = await formerNames(
    ctx.tx,
    found.map(({ id }) => id),
  );
  const isCalled = (one: { id: string; name: string }) =>
    [one.name, ...(former.get(one.id) ?? [])].some((having) => isNamedBy(having, name) && mayCall(having, name));
  return found.filter(isCalled).map(({ id }) => id);
}

/**
 * Behind a verb no colon is needed, if a name is known: tell Anna I am late, 告诉李四明天来取. Behind 给 a whole name and a blank are:
 * 给李四打电话 is something to do.
 */
async function leading(ctx: Asking, rest: string, isSaid: boolean): Promise<Omit<Addressed, 'isNote'> | undefined> {
  const whole = (await byWholeName(ctx, rest)) ?? (isSaid ? await gluedOrOneSign(ctx, rest) : undefined);
  if (!whole && !isSaid) return undefined;
  if (whole) return whole.left ? { name: whole.name, ids: whole.ids, words: whole.left } : undefined;
  const [cut] = nameCuts(rest);
  if (!cut?.left) return undefined;
  const { ids } = await called(ctx, cut.name);
  return ids.length > 0 ? { name: cut.name, ids, words: cut.left } : undefined;
}

/** Finds who is called so; nobody: no ids. */
type Finder = (ctx: Asking, name: string) => Promise<{ name: string; ids: string[] }>;

/** Who has exactly this name. */
export const havingName: Finder = async (ctx, name) => {
  const whole = await byWholeName(ctx, name);
  return whole && foldText(whole.name) === foldText(name) ? whole : { name, ids: [] };
};

/** A name with Chinese words right behind it, of two to four Chinese characters or in other letters; the longest that anybody has, where it may end there. */
export async function gluedName(
  ctx: Asking,
  rest: string,
  find: Finder,
  mayEnd = (_left: string): boolean => true,
): Promise<Reading | undefined> {
  for (const { name, left } of [...hanFronts(rest), ...gluedNames(rest)]) {
    if (!mayEnd(left)) continue;
    const found = await find(ctx, name);
    if (found.ids.length > 0) return { ...found, left: left.trim() };
  }
  return undefined;
}

const gluedOrOneSign = async (ctx: Asking, rest: string): Promise<Reading | undefined> =>
  (await gluedName(ctx, rest, called)) ?? (await oneSign(ctx, rest));

/** Whoever has all of a name at the front of Chinese words, the longest first: 赵敏敏 and 赵敏 of 赵敏敏感肌可用. */
export async function gluedReadings(ctx: Asking, rest: string): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const { name, left } of [...hanFronts(rest), ...gluedNames(rest)]) {
    const { ids } = await havingName(ctx, name);
    if (ids.length > 0) readings.push({ name, ids, left: left.trim() });
  }
  const single = await oneSign(ctx, rest);
  return single ? [...readings, single] : readings;
}

/** Who has one character for a name, where no time and no word of sentences begins with it: 丽明天到, but 明天到. */
async function oneSign(ctx: Asking, rest: string): Promise<Reading | undefined> {
  const [name] = /^\p{Script=Han}(?=[\p{Script=Han}\p{N}])/u.exec(rest) ?? [];
  const time = timeIn(rest);
  if (name === undefined || isSaying(name) || isEverybody(rest.slice(0, 2)) || (time && rest.startsWith(time)))
    return undefined;
  const { ids } = await havingName(ctx, name);
  return ids.length > 0 ? { name, ids, left: rest.slice(name.length) } : undefined;
}

function hanFronts(rest: string): InFront[] {
  const [run = ''] = /^\p{Script=Han}{2,4}/u.exec(rest) ?? [];
  return [4, 3, 2]
    .filter((length) => length <= run.length)
    .map((length) => ({ name: rest.slice(0, length), left: rest.slice(length) }));
}
