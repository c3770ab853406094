import { plainly } from '../../../text/plainly.ts';
import type { Part } from '../../../text/sentence/parts.ts';
import { timeFirst } from '../../../text/when/time_like.ts';
import { type AnyCommand, Incomplete } from '../command.ts';
import { namesOf } from '../names.ts';
import { commands } from '../table.ts';
import {
  AMOUNT,
  CHINESE,
  ENGLISH,
  ENGLISH_VERB,
  GREETING,
  IDS,
  PARTICLE,
  REPLY_GOES_ON,
  SAID_ON,
  SAID_TOO,
} from './bare_words.ts';
import { SYNONYMS } from './synonyms.ts';

/** A command that words without a slash may mean, and its words. */
export interface Meant {
  command: AnyCommand;
  words: string;
  /** What the words say is nothing for a customer, whatever comes along with them. */
  ours: boolean;
}

/** How the command's name and the rest are joined: nothing behind it, a blank, a colon or dash, nothing at all, or a mark before it. */
type Form = 'alone' | 'blank' | 'colon' | 'glued' | 'dotted';

interface Said {
  command: AnyCommand;
  form: Form;
  /** As typed. */
  name: string;
  /** Behind the name, as typed. */
  rest: string;
}

/** What stands behind a command's name when a command is meant. */
type Takes = 'words' | 'tags' | 'answer' | 'person' | 'amount' | 'time' | 'lines' | 'length';

const TAKES: Partial<Record<AnyCommand['name'], Takes>> = {
  note: 'words',
  task: 'words',
  lead: 'words',
  ticket: 'words',
  lost: 'words',
  rename: 'words',
  find: 'words',
  tag: 'tags',
  reply: 'answer',
  block: 'person',
  unblock: 'person',
  delete: 'person',
  won: 'amount',
  snooze: 'time',
  postpone: 'time',
  later: 'time',
  quote: 'lines',
  away: 'length',
};

/** Chinese names of commands that nobody says to a customer. */
const JARGON: readonly AnyCommand['name'][] = ['block', 'unblock', 'lost', 'won', 'lead', 'snooze', 'blocked', 'inbox'];
/** Names that begin sentences as well: the rest says which. */
const EITHER: readonly AnyCommand['name'][] = ['note', 'task', 'tag'];

/** Nobody answers a customer with this word alone, though the command lacks something then. */
const ALONE: readonly AnyCommand['name'][] = ['note', 'tag', 'task', 'snooze', 'later', 'done'];

/** Customers are told of their orders, and other things, with these very words. */
const SAID: readonly AnyCommand['name'][] = [
  ...(['order', 'orders', 'takings', 'gone', 'spare', 'regain', 'move', 'stages', 'pipeline', 'lostreasons'] as const),
];

const byName = new Map<string, AnyCommand>([
  ...commands
    .filter(({ name, secret }) => !secret && !SAID.includes(name))
    .flatMap((one) => namesOf(one.name).map((name) => [name, one] as const)),
  ...[...SYNONYMS].map(([word, name]) => [word, commands.find((one) => one.name === name)!] as const),
]);
const HAN = /\p{Script=Han}/u;
const chinese = [...byName.keys()].filter((name) => HAN.test(name)).sort((a, b) => b.length - a.length);

/** Marks that slip in where the slash was meant. */
const DOT = /^[.。·!！`:：;；,，、~～]{1,2}(?=[\p{L}])/u;
const BULLET = /^[-–—*•>\s"'“”「『【[(（]+/u;
/** What may stand between a name and a sentence that goes on from it: 成交！明天发货. */
const LEADING_MARKS = /^[\s,，.。!！、~～…]+/u;
const JOINT = /^\s*[:：=>→】\]」』)）]+\s*|^\s*[-–—,，]+\s+|^[-–—,，]+/u;
const END = /^[\s.。!！…~～]*$/u;

/** The command that words without a slash may mean; `names`: how the customer is called. Undefined: they are for the customer. */
export function meantBy(text: string, names: string): Meant | undefined {
  const said = readName(withoutMaking(text.trim()));
  if (!said) return undefined;
  const { command, form } = said;
  if (command.hidden && form !== 'blank') return undefined;
  if (form === 'alone' && ALONE.includes(command.name)) return { command, words: '', ours: true };
  const words = wordsFor(said, names);
  if (words === undefined || !isComplete(command, words)) return undefined;
  const ours = form === 'dotted' || ['words', 'tags', 'person'].includes(TAKES[command.name] ?? '');
  return { command, words, ours };
}

/** What an answer may end with as well: All is packed. Done! */
const ALSO_SAID =
  /^(?:all )?(?:done|later|resolved|solved|closed|help|contact|message|link|status|confirm|完成|已(?:完成|解决|处理|关闭|回复))[\s.!。！~～]*$/iu;
/** A customer is told to do the same: there is an old booking. Delete it. */
const ADVICE: readonly AnyCommand['name'][] = ['cancel', 'delete', 'undo', 'answered', 'add', 'find', 'edit'];

const CUSTOMER = /customer|client|客户/i;

/** As `meantBy`, of a part of an answer to a customer: what may be said to them as well is theirs there. */
export function meantWithin({ text, line, last }: Part, names: string): Meant | undefined {
  const said = readName(withoutMaking(text));
  if (!said || (said.form === 'alone' && (!last || ALSO_SAID.test(text)))) return undefined;
  const { form, name, command } = said;
  const rest = plainly(said.rest);
  if (IT.test(rest) && !line && !CUSTOMER.test(rest) && ADVICE.includes(command.name)) return undefined;
  if (HAN.test(name) && (form === 'blank' || form === 'colon') && isSaidOn(command, rest)) return undefined;
  return meantBy(text, names);
}

/** Behind a Chinese name stands what a label or a remark for the customer has there: 状态 已发货, 备注：请提前预约. */
function isSaidOn({ name }: AnyCommand, rest: string): boolean {
  if (IDS.test(rest) || IT.test(rest)) return false;
  if (EITHER.includes(name)) return !CHINESE.about.test(rest) && CHINESE.to.test(rest);
  return TAKES[name] === undefined && !JARGON.includes(name);
}

/** Whether a command is named at all, by whatever form. */
export const beginsBare = (text: string): boolean => readName(withoutMaking(text.trim())) !== undefined;

/** add tag difficult, 加个备注：难缠: what is made is named, and that is enough. */
const MAKING =
  /^(?:please |pls )?(?:(?:add|set|make|create|put|write|new|open|start)(?: an?| the| new| a new)? (?=(?:tags?|notes?|tasks?|tickets?|leads?|memo|todo)\b)|mark (?:(?:it|this|that|him|her|them|the \w+) )?(?:as )?(?=(?:won|lost|resolved|done|solved|closed|answered)\b)|(?:加上?|添加|新建|新增|新开|建|开|新|写|打)(?:一?[个条张])?(?=备注|标签|任务|线索|意向|工单|售后|待办)|(?:标记?|记|改|设)[他她它这]?(?:为|成|作)(?=赢单|成交|丢单|没成|解决|完成|已答复))/iu;

/** A state and the command that sets it, where it is said to be set: mark it as closed. */
const STATES: Readonly<Record<string, string>> = {
  resolved: 'resolve',
  solved: 'resolve',
  closed: 'resolve',
  answered: 'answered',
};

function withoutMaking(text: string): string {
  const made = MAKING.exec(plainly(text))?.[0] ?? '';
  const rest = text.slice(made.length);
  const state = made && Object.keys(STATES).find((word) => rest.toLowerCase().startsWith(word));
  return state ? `${STATES[state]}${rest.slice(state.length)}` : rest;
}

function isComplete(command: AnyCommand, words: string): boolean {
  return !command.unread?.(words) && !(command.parse(words, { replying: true }) instanceof Incomplete);
}

/** The command's name at the beginning, and how the rest is joined to it. */
function readName(text: string): Said | undefined {
  const plain = plainly(text);
  const dot = DOT.exec(plain)?.[0] ?? '';
  const at = dot.length || (BULLET.exec(plain)?.[0].length ?? 0);
  const name = nameAt(plain.slice(at, at + 20).toLowerCase());
  const command = byName.get(name);
  if (!command) return undefined;
  const behind = plain.slice(at + name.length);
  const rest = text.slice(at + name.length);
  if (END.test(behind)) return { command, name, form: dot ? 'dotted' : 'alone', rest: '' };
  const joint = JOINT.exec(behind)?.[0];
  const form = joint !== undefined ? 'colon' : /^\s/.test(behind) ? 'blank' : 'glued';
  return {
    command,
    name,
    form: dot && form !== 'glued' ? 'dotted' : form,
    rest: rest.slice(joint?.length ?? 0).trim(),
  };
}

/** The longest Chinese name, or the whole Latin word. One letter is no name: it answers 'A, B or C?'. */
function nameAt(plain: string): string {
  const latin = /^[a-z]{2,}(?![\p{L}\p{N}'’_/@]|\.\p{L})/u.exec(plain)?.[0];
  return latin ?? chinese.find((name) => plain.startsWith(name)) ?? '';
}

/** The words of the command that is probably meant; undefined: none is. */
function wordsFor(said: Said, names: string): string | undefined {
  const { command, form, rest } = said;
  if (form === 'alone') return '';
  if ((form === 'blank' || form === 'glued') && IT.test(plainly(rest))) return '';
  if (JARGON.includes(command.name) && PARTICLE.test(rest)) return '';
  const takes = TAKES[command.name];
  if (takes === 'person' && isThem(rest, names)) return '';
  const words = takes === 'tags' ? asTags(rest) : takes === 'time' ? timeOf(rest) : rest;
  if (form === 'dotted') return words;
  // 推迟 几天可以吗 asks the customer; a task is postponed by its number
  if (command.name === 'postpone' && !/^[#＃]?\d/.test(rest)) return undefined;
  const plain = plainly(takes === 'time' ? words : rest);
  if (command.name === 'cancel' && LATER_NUMBER.test(plain)) return plain.replace(LATER_NUMBER, 's$1');
  // somebody writes to a customer of block 5
  if (IDS.test(plain) && takes !== 'person') return words;
  return (HAN.test(said.name) ? meantInChinese(said, plain) : meantInEnglish(said, plain)) ? words : undefined;
}

/** What stands in the list of answers that leave later: cancel 2. */
const LATER_NUMBER = /^[#＃]?(\d{1,18})[.!]?$/;
/** What the card is about: resolve it, 解决它, close the ticket. */
const IT =
  /^(?:(?:it|this|that|this one|that one|(?:the |this |that )?(?:ticket|lead|deal|case|issue|quote|task|chat|conversation|customer))(?: (?:now|please|pls|for now))?[.!]*|(?:它|这个|这条|这单|此单|掉|掉它|这个?(?:工单|售后|线索|意向|任务|客户))(?:吧|了)?[。!！]*)$/iu;

function meantInChinese({ command: { name }, form, name: typed }: Said, rest: string): boolean {
  const takes = TAKES[name];
  if (SAID_TOO.test(typed)) return !isSaid(rest, takes);
  if (form === 'blank') return true;
  if (form === 'colon') return takes !== undefined && takes !== 'lines' && takes !== 'length';
  if (takes === 'answer') return GREETING.test(rest);
  if (takes === 'amount' && AMOUNT.test(rest)) return true;
  if (name === 'later') return timeFirst(rest) !== undefined;
  if (takes === 'lines') return hasLines(rest);
  if (name === 'postpone') return timeFirst(rest.replace(/^\d{1,18}\s{1,3}/, '')) !== undefined;
  if (JARGON.includes(name)) return CHINESE.about.test(rest) || !(CHINESE.to.test(rest) || /^[是我]/.test(rest));
  if (!EITHER.includes(name)) return takes === 'person' && CHINESE.about.test(rest) && rest.length <= 8;
  return CHINESE.about.test(rest) || !(CHINESE.to.test(rest) || CHINESE.goesOn.test(rest));
}

function meantInEnglish({ command: { name }, form }: Said, rest: string): boolean {
  const takes = TAKES[name];
  if (takes === 'amount') return AMOUNT.test(rest);
  if (takes === 'lines') return hasLines(rest);
  if (takes === 'length') return /^(?:\d{1,3}\s?[dwh]|off|back)$/i.test(rest);
  if (takes === 'time')
    return (name === 'snooze' || /\d/.test(rest)) && timeFirst(rest) !== undefined && !rest.includes('?');
  if (takes === 'answer') return !ENGLISH.goesOn.test(rest) && !REPLY_GOES_ON.test(rest);
  if (takes === 'tags') return /#/.test(rest) || isAboutThem(rest, form);
  if (name === 'find' && rest.split(/\s+/).length > 3) return false;
  if (!EITHER.includes(name) && form === 'blank' && ENGLISH_VERB.test(rest)) return ENGLISH.about.test(rest);
  return takes === 'words' && isAboutThem(rest, form);
}

function isAboutThem(rest: string, form: Form): boolean {
  if (ENGLISH.about.test(rest)) return true;
  return !ENGLISH.to.test(rest) && (form === 'colon' || !ENGLISH.goesOn.test(rest));
}

const NUMBER = /[\d一二两三四五六七八九十百千万]/u;

/** Whether words behind a name that is said to customers too go on with what is said to them. */
function isSaid(rest: string, takes: Takes | undefined): boolean {
  const words = rest.replace(LEADING_MARKS, '');
  if (CHINESE.about.test(words)) return false;
  return CHINESE.to.test(words) || SAID_ON.test(words) || (takes === 'amount' && !NUMBER.test(words));
}

const hasLines = (rest: string): boolean => /\d\s?[x×*]\s?\d/i.test(rest);

/** Him, 这个客户, or their name: whoever is answered; behind a mark it is said why: 他，骗子. */
function isThem(rest: string, names: string): boolean {
  const bare = plainly(rest)
    .replace(/[,，;；:：.。!！][\s\S]*$/u, '')
    .trim()
    .toLowerCase();
  if (
    /^(?:him|her|them|this (?:one|guy|client|customer|person|contact)|[他她]|(?:这|此|该)(?:个|位)?(?:人|客户|客人))$/u.test(
      bare,
    )
  )
    return true;
  return bare.length > 1 && (bare === names.toLowerCase() || names.toLowerCase().split(/\s+/).includes(bare));
}

/** Him till Monday, 他到周一: whom it is about is known. */
const timeOf = (rest: string): string =>
  rest.replace(
    /^(?:(?:him|her|them|it|this(?: one)?)\s+(?:(?:till|until)\s+)?|(?:till|until)\s+|[他她](?=[到至\d明后下周]))/i,
    '',
  );

/** Whom a tag is for, and what joins it: her vip, him as regular, 他为老客. */
const TAGGED =
  /^(?:(?:him|her|them|it|this (?:one|guy|client|customer|person|contact))\s+(?:(?:as|with)\s+)?(?:an?\s+)?|(?:as|with)\s+(?:an?\s+)?|(?:[他她]|这个?(?:人|客户|客人))\s*[为作成]?\s*)(?=\S)/iu;

/** 难缠 and #难缠 are one tag. */
const asTags = (rest: string): string =>
  rest
    .replace(TAGGED, '')
    .split(/[\s,，、]+/u)
    .map((word) => (/^[-－]?[#＃]/u.test(word) ? word : `#${word}`))
    .join(' ');
