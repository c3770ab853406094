import type { Texts } from '../../../text/texts.ts';
import { codesIn } from '../../owner/code.ts';
import { failed, type Reply } from '../../reply.ts';
import { simplify } from '../../triage/simplify.ts';
import type { AnyCommand } from '../command.ts';
import { similarTo, slipsBetween } from '../similar.ts';

/** Letters and digits without an end, or with an underscore: no word anybody writes to somebody. */
const LOOKS_SECRET = /^(?=.*\d)(?=.*[a-z])[\w+/=-]{12,}$|^[a-z]{2,8}_[\w-]{6,}$/i;
const PROVIDER_SLIPS = 2;
/** What a line is about stands in its first words. */
const FIRST_WORDS = 2;

/**
 * Whether words without a slash are meant as a command that takes a secret: its name in front, misspelt, in traditional characters or
 * not, and behind it a shop with one more word, or a word that can only be a secret. Else they are words like any others.
 */
export function meansSecret(text: string, commands: readonly AnyCommand[], providers: readonly string[]): boolean {
  const words = wordsOf(text);
  const named = words.slice(0, FIRST_WORDS).some((word) => isNamed(word, commands));
  const shop = words.slice(0, FIRST_WORDS + 1).findIndex((word) => isProvider(word, providers));
  if (!named && shop === -1) return false;
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

/** As services write the keys they give out: each with a beginning of its own. */
const KEY =
  /^(?:[sprw]k_(?:live|test)_|whsec_|shp(?:at|ss|ca|pa)_|gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|xapp-|sk-(?=[\w-]*\d)|SG\.|AKIA|AIza)[\w.-]{8,500}$/;
/** A bot's token, and one that is signed. */
const TOKEN = /^\d{6,12}:[\w-]{30,60}$|^eyJ[\w-]{8,2000}\.[\w-]{2,4000}\.[\w-]{2,1000}$/;
/** Made by a machine: a hash, or letters of both cases and digits mixed up. */
const HASH = /^[0-9a-f]{32,128}$/i;
const MIXED = /^(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9_+/=-]{16,200}$/;
const LEAST_CHANGES = 1 / 3;
/** A password as people are told to make them: both cases, a digit, and a sign in the middle. */
const PASSWORD = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[#$%^&*!~].)[^\s@:/]{8,64}$/;
/** What a mailbox gives out for one program: sixteen letters, often in fours, that nobody could pronounce. */
const APP_PASSWORD = /^[a-z]{4}(?: ?[a-z]{4}){3}$/i;
const NO_SYLLABLE = /[bcdfghjklmnpqrstvwxz]{4}/i;

/** Whether the words are nothing but a key, a token or a password: nobody is told one without a word beside it. */
export function isBareSecret(words: string): boolean {
  const text = words.trim();
  if (APP_PASSWORD.test(text)) return text.split(' ').some((group) => NO_SYLLABLE.test(group));
  return isKey(text) || PASSWORD.test(text);
}

/** A name, a label or a quotation mark that stands before it without a blank; no URL's. */
const LABELLED = /^(?:[^:："“「]{0,40}[:：](?!\/\/)["“「]?|["“「])/u;
const CLOSING = /["”」]$/u;
const APP_PASSWORD_GROUPS = 4;

const bareAndAll = (words: readonly string[]): string[] =>
  [...words, ...words.map((word) => word.replace(LABELLED, ''))].map((word) => word.replace(CLOSING, ''));

/** The keys, tokens, passwords and codes of ours among these words: a key wherever it stands, a password at the end, behind a label or a name. */
export function keysIn(text: string): string[] {
  const words = text.trim().split(/[\s,，、；;]+/u);
  const ends = [1, APP_PASSWORD_GROUPS].map((count) => words.slice(-count).join(' '));
  return [...new Set([...codesIn(text), ...bareAndAll(words).filter(isKey), ...bareAndAll(ends).filter(isBareSecret)])];
}

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
  if (KEY.test(word) || TOKEN.test(word) || (HASH.test(word) && /\d/.test(word) && /[a-f]/i.test(word))) return true;
  return MIXED.test(word) && changesIn(word) >= LEAST_CHANGES * word.length;
}

/** How often it goes from letters to digits and back, or up from a small letter to a capital. */
const changesIn = (word: string): number => word.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])|[a-z](?=[A-Z])/g)?.length ?? 0;
