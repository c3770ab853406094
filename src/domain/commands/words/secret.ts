import { withoutOrderIds } from '../../../text/money/order/order_id.ts';
import type { Texts } from '../../../text/texts.ts';
import { codesIn } from '../../owner/code.ts';
import { failed, type Reply } from '../../reply.ts';
import { simplify } from '../../triage/simplify.ts';
import type { AnyCommand } from '../command.ts';
import { similarTo, slipsBetween } from '../similar.ts';

/** Letters and digits without an end, or with an underscore: no word anybody writes to somebody. */
const LOOKS_SECRET = /^(?=.*\d)(?=.*[a-z])[\w+/=-]{12,}$|^[a-z]{2,8}_[\w-]{6,}$/i;
/** What Stripe's pages and mails call a payment, a refund or whoever paid, and what WooCommerce's call an order: it opens no account. */
const NAME_OF_PROGRAM =
  /^#?(?:(?:pi|ch|py|re|pyr|in|sub|si|cus|evt|txn|du|dp|cs_(?:live|test))_[A-Za-z\d]{6,80}|wc_order_[A-Za-z\d]{6,40})[.,;:!?]?$/u;
const PROVIDER_SLIPS = 2;
/** The first words of a line say what it is about. */
const FIRST_WORDS = 2;
/** A shop's name, what one calls a secret, and the secret. */
const MOST_ALONE = 3;

/**
 * Whether words without a slash are meant as a command that takes a secret: its name in front, misspelt, in traditional characters or
 * not, and behind it a shop with one more word, or a word that can only be a secret. Else they are words like any others.
 */
export function meansSecret(text: string, commands: readonly AnyCommand[], providers: readonly string[]): boolean {
  const words = wordsOf(text);
  const named = words.slice(0, FIRST_WORDS).some((word) => isNamed(word, commands));
  const shop = words.slice(0, FIRST_WORDS + 1).findIndex((word) => isProvider(word, providers));
  if (!named && shop === -1) return false;
  // the names of some shops are words like any others: alone they have to be all there is
  if (!named && words.length > MOST_ALONE) return false;
  return words.some((word) => LOOKS_SECRET.test(word)) || (named && shop !== -1 && words.length === shop + 2);
}

/** Han and Latin may be written without a space, and a colon or comma between them. */
function wordsOf(text: string): string[] {
  const spaced = [...text]
    .map(simplify)
    .join('')
    .replace(/(?<=\p{Script=Han})(?=[a-z])/giu, ' ');
  return spaced.split(/[\s:：,，、]+/u).filter(Boolean);
}

function isNamed(word: string, commands: readonly AnyCommand[]): boolean {
  if (word.length > 12 || word.length < 2) return false;
  return (
    similarTo(
      word,
      commands.filter(({ secret }) => secret === 'key'),
    ).length > 0
  );
}

function isProvider(word: string, providers: readonly string[]): boolean {
  const near = (name: string) =>
    Math.abs(name.length - word.length) <= PROVIDER_SLIPS && slipsBetween(word.toLowerCase(), name) <= PROVIDER_SLIPS;
  return providers.some(near);
}

/** Whether the words are nothing but keys, tokens and passwords, with their names at most: nobody is told one without a word beside it. */
export function isBareSecret(words: string): boolean {
  const text = words.trim();
  return keysIn(text).length > 0 && !hasProse(text);
}

/** The keys, tokens, passwords and codes of ours among these words: a key wherever it stands, a password at the end of a line. */
export function keysIn(text: string): string[] {
  const [blocks, rest] = takePrivateKeys(withoutOrderIds(text));
  const found = linesOf(rest).flatMap((line) => {
    const words = wordsIn(line).filter((word) => !NAME_OF_PROGRAM.test(word));
    const ends = [1, APP_PASSWORD_GROUPS].flatMap((count) => passwordsIn(words.slice(-count).join(' '), isPassword));
    return [...words.flatMap(keysOf), ...ends];
  });
  return [...new Set([...blocks, ...codesIn(text), ...found])];
}

/** Whether somebody is told something in it: words that are neither keys nor what a settings file, a program or a header calls them. */
function hasProse(text: string): boolean {
  return linesOf(takePrivateKeys(text)[1]).some((line) => {
    const words = wordsIn(line);
    const [password] = passwordsIn(words.slice(-APP_PASSWORD_GROUPS).join(' '), isAppPassword);
    const others = password ? words.slice(0, -APP_PASSWORD_GROUPS) : words;
    return !/^[#;]/.test(line) && others.some((word, at) => isProse(word, others[at - 1] ?? ''));
  });
}

function isProse(word: string, before: string): boolean {
  if (!/\p{L}/u.test(word) || AROUND_KEYS.test(word) || isName(word)) return false;
  const keys = keysOf(word);
  if (keys.length === 0) return !(isName(before) || passwordsIn(word, isPassword).length > 0);
  const label = word.slice(0, word.indexOf(keys[0]!));
  return /\p{L}/u.test(label) && !isName(label);
}

const linesOf = (text: string): string[] =>
  text.split(/[\r\n]+/).map((line) => line.trim().replace(SET_TO, '$1=').replace(SETTING, '$1='));
const wordsIn = (line: string): string[] => line.split(/[\s,，、；;]+/u).filter(Boolean);

/** `NAME = value` is `NAME=value`. */
const SET_TO = /^((?:export\s|const\s|let\s|var\s|set\s)?\s{0,9}["']?[\w.-]{1,80}["']?)\s{0,9}=\s{0,9}(?!=)/;
/** `NAME_OF_IT: value`, as it stands in a file of settings. */
const SETTING = /^([A-Z][A-Z0-9]{0,40}(?:_[A-Z0-9]{1,40}){1,9})\s{0,9}[:：]\s{0,9}(?!\/\/)/;
/** The words that a shell, a program or a header puts before a key. */
const AROUND_KEYS = /^["'`([{<]*(?:export|setx?|env|const|let|var|curl|bearer|basic|-{1,2}[a-z][\w-]*)["'`)\]}>:]*$/i;

/** What a program calls a value: with `=` behind it, or a colon behind quotes, an underscore or a header's name. */
function isName(word: string): boolean {
  const name = word.replace(/^[{[(<"'`“‘「]+/u, '');
  return (
    /^[\w.-]+["'`]?=/.test(name) ||
    /^[a-z][\w.-]*_\w*["'`]?[:：]/i.test(name) ||
    (/^["'`]/.test(word.replace(/^[{[(]+/, '')) && /^[\w.-]+["'`][:：]/.test(name)) ||
    /^(?:(?:proxy-)?authorization|x-[\w-]+|(?:set-)?cookie)[:：]/i.test(name)
  );
}

/** A private key as it stands in its file, to its end or that of the words; a time in front takes the dashes with it. */
const PRIVATE_KEY = /(?<!-)-{0,5}BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
const PRIVATE_KEY_END = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;

/** The private keys, and the words around them. */
function takePrivateKeys(text: string): [blocks: string[], rest: string] {
  const [first = '', ...begun] = text.split(new RegExp(`(?=${PRIVATE_KEY.source})`));
  const parts = PRIVATE_KEY.test(first) ? ['', first, ...begun] : [first, ...begun];
  const ends = parts.slice(1).map((part) => {
    const end = PRIVATE_KEY_END.exec(part);
    return end ? end.index + end[0].length : part.length;
  });
  const blocks = parts.slice(1).map((part, at) => part.slice(0, ends[at]));
  return [blocks, [parts[0]!, ...parts.slice(1).map((part, at) => part.slice(ends[at]))].join(' ')];
}

/** As services write the keys they give out: each with a beginning of its own. */
const KEY =
  /^(?:[sprw]k_(?:live|test)_|whsec_|shp(?:at|ss|ca|pa)_|gh[pousr]_|github_pat_|glpat-|npm_|pypi-|hf_(?=\w*\d)|dop_v1_|xox[abceprs]-|xoxe\.|xapp-|sk-(?=[\w-]*\d)|SG\.|AKIA|ASIA|LTAI|AKID|AIza|ya29\.|c[ks]_(?=[0-9a-f]{24,}$)|(?:pi|seti|si|cs|src)_[A-Za-z\d_]{6,80}_secret_)[\w.-]{8,}$/;
/** A bot's token, and one that is signed. */
const TOKEN = /^\d{6,12}:[\w-]{30,60}$|^eyJ[\w-]{8,}\.[\w-]{2,}\.[\w-]{2,}$/;
/** A user with a password in front of a server; a number behind the first colon is a port. */
const LOGIN_URL = /^[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/:]{0,200}:(?!\d{1,5}(?:[/?#]|$))[^\s]{1,500}@[^\s@]{1,500}$/i;
/** Made by a machine: a hash, or letters of both cases and digits mixed up. */
const HASH = /^[0-9a-f]{32,}$/i;
const MIXED = /^(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9_+/=-]{16,}$/;
const LEAST_CHANGES = 1 / 3;
/** A password as people are told to make them: both cases, a digit, and a sign in the middle. */
const PASSWORD = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[#$%^&*!~].)[^\s@:/]{8,64}$/;
/** What a mailbox gives out for one program: sixteen letters, often in fours, that nobody could pronounce. */
const APP_PASSWORD = /^[a-z]{4}(?: ?[a-z]{4}){3}$/i;
const NO_SYLLABLE = /[bcdfghjklmnpqrstvwxz]{4}/i;
const APP_PASSWORD_GROUPS = 4;

/** A value whose name says what it is: `DB_PASSWORD=…`. */
const SAYS_SECRET =
  /^[{[(<"'`“‘「]*[\w.-]*(?:token|secret|passw(?:or)?d|passwd|pwd|_pass|credentials?|api_?key|[_-]key|\bkey)["'`]?=(.{6,})$/i;

/** A name, a label or a quotation mark that stands before it without a blank; no URL's. */
const LABELLED = /^(?:[^:："“「]{0,40}[:：](?!\/\/)["“「]?|["“「])/u;
const NAMED = /^[^\p{L}\p{N}]{0,9}[\w.-]{1,80}["'`]?[=:：](?!\/\/)/u;
/** Brackets and quotes of all kinds, as they stand around a word; Chinese stands there without a blank. */
const OPENING = /^[\p{Ps}\p{Pi}\p{Script=Han}"'`*~<>|＂＇｀]+/u;
const CLOSING = /[\p{Pe}\p{Pf}\p{Script=Han}"'`*~<>|＂＇｀.,;:!?。！？：]+$/u;

/** The word, and what is left of it without its label, brackets and quotes. */
function unwrapped(word: string): string[] {
  const bare = [word, word.replace(OPENING, '')];
  const all = [...bare, ...bare.flatMap((one) => [one.replace(LABELLED, ''), one.replace(NAMED, '')])];
  const inside = all.flatMap((one) => [one, one.replace(OPENING, '')]);
  return [...new Set(inside.flatMap((one) => [withoutEnd(one), one.replace(/["”」]$/u, '')]))];
}

/** The end is looked for from the end: a run of brackets in the middle is not tried again and again. */
function withoutEnd(word: string): string {
  let end = word.length;
  while (end > 0 && CLOSING.test(word[end - 1]!)) end--;
  return word.slice(0, end);
}

/** No key or password is shorter, with its name and what stands around it. */
const SHORTEST = 8;

const isOfKeyLength = ({ length }: string): boolean => length >= SHORTEST;

/** What every key or its name has: so many signs of keys in a row, a server behind a login, or a value. Most words are told by it at once. */
const MAY_HOLD_KEY = /[\w.+/=-]{11}|:\/\/|=/;

/** The keys in one word. */
function keysOf(word: string): string[] {
  if (!isOfKeyLength(word) || !MAY_HOLD_KEY.test(word)) return [];
  const value = SAYS_SECRET.exec(word)?.[1];
  const said = value
    ? unwrapped(value)
        .slice(0, 1)
        .filter((one) => one.length > 0)
    : [];
  return [...unwrapped(word).filter(isKey), ...said];
}

/** What is a password among the words and what is left of them without their label, brackets and quotes. */
const passwordsIn = (words: string, isOne: (words: string) => boolean): string[] =>
  isOfKeyLength(words) ? unwrapped(words).filter(isOne) : [];

const isAppPassword = (words: string): boolean =>
  APP_PASSWORD.test(words) && words.split(' ').some((group) => NO_SYLLABLE.test(group));
const isPassword = (words: string): boolean => isAppPassword(words) || PASSWORD.test(words);

/** The words around the keys: without them, and with something in their place. None: there is no key. */
export function aroundKeys(text: string): string[] {
  const keys = keysIn(text);
  const around = (thing: string) => keys.reduce((rest, key) => rest.replace(key, () => thing), text);
  return keys.length > 0 ? [around(''), around('that')] : [];
}

/**
 * What is answered to words with a key in them keeps none of it: a question whose buttons would hold it is not asked, and words that
 * wait for one are not quoted.
 */
export function withoutKeys(t: Texts, reply: Reply, texts: readonly string[]): Reply {
  const keys = texts.flatMap(keysIn);
  const holds = (part: unknown) =>
    keys.some((key) => JSON.stringify(part ?? '').includes(JSON.stringify(key).slice(1, -1)));
  const { quote, ...rest } = reply;
  const { buttons, text, title } = rest;
  if (holds(buttons) || (reply.failed && holds([text, title, reply.hint])))
    return { ...failed(t.desk.secretAsked), ...(reply.about && { about: reply.about }) };
  return reply.failed && holds(quote) ? rest : reply;
}

function isKey(word: string): boolean {
  if (
    KEY.test(word) ||
    TOKEN.test(word) ||
    LOGIN_URL.test(word) ||
    (HASH.test(word) && /\d/.test(word) && /[a-f]/i.test(word))
  )
    return true;
  return MIXED.test(word) && changesIn(word) >= LEAST_CHANGES * word.length;
}

/** How often it goes from letters to digits and back, or up from a small letter to a capital. */
const changesIn = (word: string): number => word.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])|[a-z](?=[A-Z])/g)?.length ?? 0;
