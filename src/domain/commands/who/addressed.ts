import { foldText } from '../../../text/fold.ts';
import type { Context } from '../../context.ts';
import { findContacts } from '../../people/search.ts';
import { isSaying, nameCuts, nearness } from './naming.ts';
import { byWholeName } from './readings.ts';

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

/** Whether words name somebody they are for. Undefined: they do not; nobody called so: `ids` is empty. */
export async function addressedIn(ctx: Pick<Context, 'tx' | 'settings'>, text: string): Promise<Addressed | undefined> {
  const bare = BARE_NOTE.exec(text);
  if (bare) return { name: '', ids: [], words: bare[1]!, isNote: true };
  const verb = VERB.exec(text);
  const rest = text.slice(verb?.[0].length ?? 0);
  const isNote = verb?.[1] !== undefined;
  const [, before, words] = BEFORE_COLON.exec(rest) ?? [];
  if (before !== undefined && words !== undefined && !(verb === null && isListOf(before, words)))
    return { ...(await called(ctx, before)), words, isNote: isNote || /备注$/.test(before) };
  if (!verb || (verb[3] !== undefined && !verb[3].endsWith('给'))) return undefined;
  const named = await leading(ctx, rest, verb[3] === undefined);
  return named && { ...named, isNote };
}

/** A greeting or a request with a name: Hey Bob, …; Bob can you take this. */
const GREETED =
  /^(?:hey|hi|hello|yo|dear)\s+(\p{L}[\p{L}'’.-]{1,30}(?: \p{Lu}[\p{L}'’.-]{1,30})?)\s?[,，!！]\s*(\S[\s\S]*)$/iu;
const REQUESTED =
  /^(\p{Lu}[\p{L}'’.-]{1,30}(?: \p{Lu}[\p{L}'’.-]{1,30})?)[,，]?\s+((?:can|could|would|will|please|pls)\s[\s\S]*)$/u;
const CALLED_ZH = /^(\p{Script=Han}{2,4})[,，]\s*(\S[\s\S]*)$/u;
const HELLO_ZH = '(?:您好|你好|哈[喽啰]|嗨|早上好|上午好|中午好|下午好|晚上好|早|hi|hello|在吗)';
const GREETED_ZH = new RegExp(
  `^(?:(\\p{Script=Han}{2,4}?)\\s?${HELLO_ZH}|${HELLO_ZH}[,，!！ ]?\\s?(\\p{Script=Han}{2,4}))[,，。!！~～\\s呀啊]{1,3}(\\S[\\s\\S]*)$`,
  'iu',
);
/** Somebody who is spoken of as of another: 跟李四说茶发了, 问问李四, this is for Anna. */
const SPOKEN_OF_ZH =
  /^(?:先|请|再|去|要|得|记得|帮我|麻烦|回头|明天|等下){0,2}(?:跟|给|对|和|问问?|找|叫|让|约|通知|催催?|联系|等)(?:一?下)?(?=\p{Script=Han}{2})|^(?:抱歉|不好意思|糟了?|啊|哎)?[,， ]?(?:这|那)(?:条|个|句|些)?(?:消息|话|货|单)?(?:是|要|该)(?:发)?给(?=\p{Script=Han}{2})/u;
const MEANT_FOR =
  /^(?:(?:sorry|oops|no|wait|actually|oh)[,.! ]{1,3})*(?:this|that|it|this one|that one)(?:['’]s| is| was| goes| should go)?\s(?:meant |intended |supposed to go |only )?(?:for|to)\s(\p{L}[\p{L}'’.-]{1,30}(?: \p{L}[\p{L}'’.-]{1,30})?)[.!]*$/iu;

/** Under a card: as `addressedIn`, and whom words greet or ask something by name, where the desk knows one, or a colleague, of that name. */
export async function spokenTo(ctx: Pick<Context, 'tx' | 'settings'>, text: string): Promise<Addressed | undefined> {
  const named = await addressedIn(ctx, text);
  if (named && (named.ids.length > 0 || named.isNote)) return named;
  const of = await spokenOf(ctx, text);
  if (of) return of;
  const [, typed, words] =
    GREETED.exec(text) ?? REQUESTED.exec(text) ?? GREETED_ZH.exec(text)?.filter(Boolean) ?? CALLED_ZH.exec(text) ?? [];
  if (typed === undefined || words === undefined) return (await inFrontOf(ctx, text)) ?? named;
  const found = await called(ctx, typed);
  if (found.ids.length > 0) return { ...found, words, isNote: false };
  return (await isColleague(ctx, typed)) ? { name: '', ids: [], words: text, isNote: true } : named;
}

/** A whole Chinese name with the words right behind it: 王小明茶发了. */
async function inFrontOf(ctx: Pick<Context, 'tx' | 'settings'>, text: string): Promise<Addressed | undefined> {
  const found = await gluedName(ctx, text);
  if (!found?.left || isSaying(found.name)) return undefined;
  return { name: found.name, ids: found.ids, words: found.left, isNote: false };
}

/** What is said of somebody the desk knows is said to nobody: whether it is to be told them, only the owner knows. */
async function spokenOf(ctx: Pick<Context, 'tx' | 'settings'>, text: string): Promise<Addressed | undefined> {
  const verb = SPOKEN_OF_ZH.exec(text)?.[0];
  const found = verb === undefined ? undefined : await gluedName(ctx, text.slice(verb.length));
  if (found) {
    const told = /^(?:说|讲|回)(?:一?[下声])?[:：,， ]?(\S[\s\S]*)$/u.exec(found.left)?.[1];
    return { name: found.name, ids: found.ids, words: told ?? text, isNote: told === undefined };
  }
  const [, meant] = MEANT_FOR.exec(text) ?? [];
  if (meant === undefined) return undefined;
  const { name, ids } = await called(ctx, meant);
  return ids.length > 0 ? { name, ids, words: text, isNote: true } : undefined;
}

async function isColleague({ tx }: Pick<Context, 'tx'>, typed: string): Promise<boolean> {
  const users = await tx<{ name: string }>`select name from users where removed_at is null`;
  return users.some(({ name }) => nearness(name, typed) === 'named');
}

/** Who has this whole name, or else one of its words. */
async function called(ctx: Pick<Context, 'tx' | 'settings'>, typed: string): Promise<{ name: string; ids: string[] }> {
  const names = [...new Set([typed, typed.replace(AFTER_NAME, '')])].filter(Boolean);
  for (const name of names) {
    const whole = await byWholeName(ctx, name);
    if (whole?.left === '') return { name, ids: whole.ids };
  }
  const name = names.at(-1)!;
  const found = await findContacts(ctx.tx, name, MAX_CALLED);
  return { name, ids: found.filter((one) => nearness(one.name, name) === 'named').map(({ id }) => id) };
}

/**
 * Behind a verb no colon is needed, if a name is known: tell Anna I am late, 告诉李四明天来取. Behind 给 a whole name and a blank are:
 * 给李四打电话 is something to do.
 */
async function leading(
  ctx: Pick<Context, 'tx' | 'settings'>,
  rest: string,
  isSaid: boolean,
): Promise<Omit<Addressed, 'isNote'> | undefined> {
  const whole = (await byWholeName(ctx, rest)) ?? (isSaid ? await gluedName(ctx, rest) : undefined);
  if (!whole && !isSaid) return undefined;
  if (whole) return whole.left ? { name: whole.name, ids: whole.ids, words: whole.left } : undefined;
  const [cut] = nameCuts(rest);
  if (!cut?.left) return undefined;
  const { ids } = await called(ctx, cut.name);
  return ids.length > 0 ? { name: cut.name, ids, words: cut.left } : undefined;
}

/** A Chinese name of two to four characters with the words right behind it. */
async function gluedName(ctx: Pick<Context, 'tx' | 'settings'>, rest: string) {
  const [run = ''] = /^\p{Script=Han}{2,4}/u.exec(rest) ?? [];
  for (let length = run.length; length >= 2; length -= 1) {
    const name = rest.slice(0, length);
    const whole = await byWholeName(ctx, name);
    if (whole && foldText(whole.name) === foldText(name)) return { ...whole, left: rest.slice(length).trim() };
  }
  return undefined;
}
