import { spokenIn } from '../../../text/language.ts';
import { type Locale, locales } from '../../../text/locale.ts';
import { type PartSaid, partSaid } from '../../../text/money/part_said.ts';
import { saysEverybody } from '../../../text/person/people_said.ts';
import { isNoWay, wayCalled } from '../../../text/person/whom/clauses.ts';
import { headOf } from '../../../text/person/whom/head_said.ts';
import { saysToMe } from '../../../text/person/whom/to_me.ts';
import { plainly } from '../../../text/plainly.ts';
import { saysStop } from '../../../text/sentence/stop_sending.ts';
import { type Texts, texts } from '../../../text/texts.ts';
import { typedMeanings, typedWords } from '../../../text/typed.ts';
import { REMOTE } from '../../channel.ts';
import type { Variants } from '../../templates/compile.ts';
import { Incomplete } from '../command.ts';
import { readHow } from '../people/how_agreed.ts';
import { idIn, localeIn, splitFirst } from '../words/words.ts';

export type Step = keyof Texts['typed']['campaign']['step'];

export type Args =
  | { of: 'list'; page: number }
  | { of: 'check'; key: boolean }
  | { of: 'which'; words: string }
  | {
      of: 'new';
      name: string;
      audience: string | undefined;
      /** Behind whom: which of them, when, or by what. */
      head: string;
      text: string;
      whole: string;
      /** By which channel, where that is said. */
      channel: string | undefined;
      /** It was asked whether any of its words says who gets it. */
      sure: boolean;
    }
  | { of: 'one'; id: string; step: Step | 'unread'; words: string };

const NEW = typedWords(({ campaign }) => campaign.new);
const CHECK = typedWords(({ campaign }) => campaign.check);
const KEY = typedWords(({ campaign }) => campaign.key);
/** Of its buttons too: '/campaign list 2'. */
const LIST = typedWords(({ campaign }) => campaign.list);
const TO = typedWords(({ campaign }) => campaign.to);
const EVERYBODY = typedWords(({ campaign }) => campaign.everybody);
const STEPS = typedMeanings<Step>(({ campaign }) => campaign.step);
const CHANGE = typedWords(({ campaign }) => campaign.change);
const NOW = typedWords(({ campaign }) => campaign.now);

/** '', '2', 'new Spring tea to #vip' with the text on lines below, '12 send 340'. */
export function readCampaign(words: string): Args | Incomplete {
  const [first, rest] = splitFirst(words);
  if (NEW.has(first.toLowerCase())) return readNew(rest);
  if (CHECK.has(first.toLowerCase())) return { of: 'check', key: KEY.has(rest.toLowerCase()) };
  if (first === '') return { of: 'list', page: 1 };
  if (LIST.has(first.toLowerCase()) && /^\d{0,4}$/.test(rest))
    return { of: 'list', page: Math.max(1, Number(rest) || 1) };
  const id = idIn(first);
  if (!id) return { of: 'which', words };
  return rest === '' ? { of: 'one', id, step: 'show', words: '' } : { of: 'one', id, ...stepIn(rest) };
}

/** What stands behind its number: 'pause', 'send 5%', 'edit text', 先发5%, 别发了. */
export function stepIn(said: string): { step: Step | 'unread'; words: string } {
  if (saysToMe(said)) return { step: 'test', words: '' };
  const [word, more] = splitFirst(said);
  const [second, behind] = splitFirst(more);
  const two = second === '' ? undefined : stepCalled(`${word} ${second}`);
  if (two) return { step: two, words: behind };
  const step = stepCalled(word);
  if (step) return { step, words: more };
  if (CHANGE.has(word.toLowerCase()) && more === '') return { step: 'text', words: '' };
  if (CHANGE.has(word.toLowerCase()) && stepCalled(splitFirst(more)[0])) return stepIn(more);
  if (saysStop(said)) return { step: 'pause', words: '' };
  if (WITHOUT_HOLDOUT.has(plainly(said).trim().toLowerCase())) return { step: 'holdout', words: '0' };
  if (isShare(partSaid(said))) return { step: 'first', words: said };
  const glued = [...STEPS.keys()].find((name) => GLUED.test(name) && word.startsWith(name));
  if (glued) return { step: STEPS.get(glued)!, words: said.slice(glued.length).replace(/^[\s:：]+/u, '') };
  const whom = gluedTo(word);
  return whom ? { step: 'to', words: [whom, more].filter(Boolean).join(' ') } : { step: 'unread', words: said };
}

const WITHOUT_HOLDOUT = typedWords(({ campaign }) => campaign.withoutHoldout);

const stepCalled = (word: string): Step | undefined => STEPS.get(plainly(word).toLowerCase());

/** Chinese needs no blank behind a step of at least two characters. */
const GLUED = /^\p{Script=Han}{2,}$/u;

/** Whether it is a part in percent: a bare figure behind a campaign's number may be anything. */
const isShare = (part: PartSaid | undefined): boolean => part !== undefined && 'percent' in part;

/** What is said behind 'send': a test of it, a part of it, all of it, or something else. */
export function sendIn(words: string): { is: 'test' | 'part' | 'all' | 'unread'; words: string } {
  const said = plainly(words).trim().toLowerCase().split(/\s+/u).filter(Boolean);
  if (said.some((word) => STEPS.get(word) === 'test') || saysToMe(words)) return { is: 'test', words: '' };
  if (partSaid(words)) return { is: 'part', words };
  const isAll = said.every((word) => NOW.has(word) || EVERYBODY.has(word));
  return isAll ? { is: 'all', words } : { is: 'unread', words };
}

function readNew(words: string): Args | Incomplete {
  const [typed = '', ...lines] = words.split('\n');
  const { words: line, isSure } = readHow(typed.trim());
  const { channel, parts } = withoutWay(line.trim().split(/\s+/u).filter(Boolean));
  // the last one counts: before it stand words of the name
  const sure = parts.findIndex((part, nth) => nth > 0 && COLON.test(part) && TO.has(part.toLowerCase().slice(0, -1)));
  const at = sure > 0 ? sure : parts.findLastIndex((part, nth) => nth > 0 && TO.has(part.toLowerCase()));
  const end = at < 0 ? parts.findLastIndex((part, nth) => nth > 0 && gluedTo(part) !== undefined) : at;
  const name = unquoted((end < 0 ? parts : parts.slice(0, end)).join(' '));
  if (name === '') return new Incomplete('campaignName', 'end');
  const behind = at < 0 && end >= 0 ? [gluedTo(parts[end]!), ...parts.slice(end + 1)] : parts.slice(end + 1);
  const said = end < 0 ? undefined : behind.join(' ');
  const { people: audience, head } = said !== undefined && sure > 0 ? headOf(said) : { people: said, head: '' };
  const whole = at < 0 ? unquoted(parts.join(' ')) : name;
  const text = lines.join('\n').trim();
  return { of: 'new', name, audience: audience || undefined, head, text, whole, channel, sure: isSure };
}

/** 'to:' in front of whom: what stands behind a comma there says more of that. */
const COLON = /.[:：]$/u;

/** 'by:sms Sale': the channel that is named in front of it, and what it is called. */
function withoutWay(parts: string[]): { channel: string | undefined; parts: string[] } {
  const [first = '', ...rest] = parts;
  const way = first.startsWith(BY) ? first.slice(BY.length) : '';
  // what is none of ours stays as it was typed: that nothing can leave by it is said
  const channel = way === '' ? undefined : (channelSaid(way) ?? (isNoWay(way.toLowerCase()) ? way : undefined));
  return channel ? { channel, parts: rest } : { channel, parts };
}

/** In front of a channel, where a sentence names one. */
export const BY = 'by:';

/** The channel that words name: sms, 短信, 邮件发. */
export function channelSaid(words: string): string | undefined {
  const { said, way } = wayCalled(words);
  return way ?? REMOTE.find((name) => name === said || isCalled(name, said));
}

const isCalled = (name: string, said: string): boolean =>
  locales.some((locale) => texts(locale).channel(name).toLowerCase() === said);

/** 给老客: whom it is for, where no blank parts it from the word in front. */
function gluedTo(part: string): string | undefined {
  const front = [...TO].find((word) => GLUED_TO.test(word) && part.startsWith(word) && part.length > word.length);
  return front && part.slice(front.length);
}

const GLUED_TO = /^\p{Script=Han}+$/u;

/** A name is what stands between its quotes: customers may read it as the subject. */
const unquoted = (name: string): string => /^["“「『《](.{1,200})["”」』》]$/u.exec(name)?.[1]?.trim() || name;

/** Whether it means all there are, however that is said. */
export const meansEverybody = (words: string): boolean =>
  EVERYBODY.has(words.trim().toLowerCase()) || saysEverybody(words);

const SUBJECT = typedWords(({ campaign }) => campaign.subject);

const BODY = typedWords(({ campaign }) => campaign.body);

/** The label in front of a line, and what stands behind it. */
function labelled(line: string): { label: string; rest: string } {
  const [, label = '', rest = ''] = /^\s{0,3}(\p{L}{1,10})\s{0,3}[:：]\s{0,3}(.*)$/u.exec(line) ?? [];
  return { label: label.toLowerCase(), rest };
}

/** 'Subject: Spring tea': what stands behind the word that says what it is. */
export function withoutLabel(line: string): string {
  const { label, rest } = labelled(line);
  return SUBJECT.has(label) ? rest : line;
}

/** 'Text: Spring tea is here', in the first of its lines. */
function withoutBodyLabel(text: string): string {
  const [first = '', ...more] = text.split('\n');
  const { label, rest } = labelled(first);
  return BODY.has(label) ? [rest, ...more].join('\n').trim() : text;
}

/**
 * The text as it was pasted: its first line is the subject, and a language on a line of its own in front says which it is in. Of one
 * line alone the name is the subject.
 */
export function readText(words: string, name: string, otherwise: Locale): Variants['of'] | undefined {
  const lines = words.trim().split('\n');
  const said = lines.length > 1 && /^\s*\S+\s*$/u.test(lines[0]!) ? localeIn(lines[0]!.trim()) : undefined;
  const text = (said ? lines.slice(1) : lines).join('\n').trim();
  if (text === '') return undefined;
  const [first = '', ...rest] = text.split('\n');
  // where it begins with a label of the text, there is no subject
  const bare = withoutBodyLabel(text);
  const body = bare === text ? withoutBodyLabel(rest.join('\n').trim()) : bare;
  const spoken = spokenIn(text)?.locale;
  const locale = said ?? (spoken && locales.includes(spoken) ? spoken : otherwise);
  return {
    [locale]:
      bare !== text || body === ''
        ? { subject: name, body: bare === text ? first : body }
        : { subject: withoutLabel(first.trim()), body },
  };
}

/** Another subject for the text in the language that it is in, else for the one that everybody else gets; undefined: there is no text. */
export function withSubject({ fallback, of }: Variants, words: string): Variants | undefined {
  const subject = withoutLabel(words.split('\n')[0]!.trim());
  const spoken = spokenIn(subject)?.locale;
  const locale = locales.find((one) => one === spoken && of[one]) ?? fallback;
  const text = of[locale];
  return text && { fallback, of: { ...of, [locale]: { ...text, subject } } };
}

/** What is written so far, with another language, or one of them written anew: the first stays the one for whoever speaks none. */
export function withText({ fallback, of }: Variants, read: Variants['of'] = {}): Variants {
  const [first] = locales.filter((one) => read[one]);
  return { fallback: Object.keys(of).length > 0 ? fallback : (first ?? fallback), of: { ...of, ...read } };
}

/** The number that was shown when a button was made, and what stands behind it. */
export function confirmedIn(words: string): number | undefined {
  const number = /^\d{1,9}$/.exec(splitFirst(words)[0])?.[0];
  return number === undefined ? undefined : Number(number);
}

/**
 * Who are to get it first, behind the number that was shown: '17 people', '5%', and a bare figure in percent, as the buttons of before have it.
 * Undefined: that is no part of them.
 */
export function partGoes(words: string): PartSaid | 'all' | undefined {
  const said = splitFirst(words)[1].trim();
  if (said === '') return 'all';
  const percent = Number(/^(\d{1,9})$/.exec(said)?.[1]);
  if (Number.isNaN(percent)) return partSaid(said);
  return percent >= 1 && percent <= 100 ? { percent } : undefined;
}
