import { foldText } from '../../../text/fold.ts';
import { numeralCharacters, readChineseNumber } from '../../../text/money/numerals.ts';
import { plainly } from '../../../text/plainly.ts';
import { typedMeanings, typedWords } from '../../../text/typed.ts';
import { RECIPES, type Recipe } from '../../campaigns/sequences/recipe.ts';
import { Incomplete } from '../command.ts';
import { idIn, splitFirst } from '../words/words.ts';

/** What can be said of each, and of one of the owner's own alone. */
type CommonStep = 'on' | 'off' | 'text' | 'after' | 'add' | 'drop' | 'by' | 'preview' | 'test';
export type OwnStep = 'when' | 'about' | 'ends' | 'again' | 'also' | 'name' | 'delete' | 'restore';
export type Step = CommonStep | OwnStep;

export type Args =
  | { of: 'list' }
  | { of: 'recipe'; recipe: Recipe; step?: { step: Step; words: string } }
  | { of: 'new'; name: string; when: string; text: string }
  /** By the name of one of the owner's own. */
  | { of: 'named'; words: string }
  | { of: 'one'; id: string; step: Step | 'show'; words: string };

const NEW = typedWords(({ campaign }) => campaign.new);
const LIST = typedWords(({ campaign }) => campaign.list);
const STEPS = typedMeanings<Step>(({ sequence }) => sequence.step);
const RECIPE = typedMeanings<Recipe>(({ sequence }) => sequence.recipe);

/** '', 'birthday', 'new birthday', '2', '2 on', '2 text 1' with the text behind it, '2 after 1 3 days'. */
export function readSequence(words: string): Args | Incomplete {
  const [first, rest] = splitFirst(words);
  if (NEW.has(first.toLowerCase())) return readRecipe(rest) ?? readNew(rest);
  const id = idIn(first);
  if (first === '' || LIST.has(words.trim().toLowerCase())) return { of: 'list' };
  if (!id)
    return readRecipe(words) ?? (STEPS.has(words.trim().toLowerCase()) ? { of: 'list' } : { of: 'named', words });
  if (rest === '') return { of: 'one', id, step: 'show', words: '' };
  const [word, more] = splitFirst(rest);
  const step = STEPS.get(word.toLowerCase());
  return step ? { of: 'one', id, step, words: more } : unread(rest);
}

/** 'Welcome', 'Welcome when #course' with the text of the first step below. */
function readNew(words: string): Args | Incomplete {
  const [line = '', ...lines] = words.split('\n');
  const parts = line.trim().split(/\s+/u).filter(Boolean);
  const at = parts.findIndex((part, nth) => nth > 0 && WHEN.has(part.toLowerCase()));
  const name = (at < 0 ? parts : parts.slice(0, at)).join(' ');
  if (name === '') return new Incomplete('sequenceName', (more) => `new ${more}`);
  const when = at < 0 ? '' : parts.slice(at + 1).join(' ');
  return { of: 'new', name: QUOTED.exec(name)?.[1]?.trim() || name, when, text: lines.join('\n').trim() };
}

const WHEN = typedWords(({ sequence }) => sequence.when);
const QUOTED = /^["“「『《](.{1,200})["”」』》]$/u;

/** Of words that begin with the name of one of them: which one, and what is said of it. */
export function calledIn<One extends { name: string | null }>(
  words: string,
  all: readonly One[],
): { one: One; step: Step | 'show'; words: string } | undefined {
  const parts = words.trim().split(/(\s+)/u);
  for (let end = parts.length; end > 0; end -= 2) {
    const named = foldText(parts.slice(0, end).join(''));
    const one = all.find(({ name }) => name !== null && foldText(name) === named);
    const [word, more] = splitFirst(parts.slice(end).join('').trim());
    const step = word === '' ? 'show' : STEPS.get(word.toLowerCase());
    if (one && step) return { one, step, words: more };
  }
  return undefined;
}

export const unread = (words: string): Incomplete => new Incomplete('sequence', 'instead', words);

function readRecipe(words: string): Args | undefined {
  const recipe = RECIPE.get(plainly(words).trim().toLowerCase()) ?? RECIPES.find((one) => one === words);
  if (recipe) return { of: 'recipe', recipe };
  // 'birthday on', 'abandoned cart text 1 …': the longest name in front, and what is to become of it
  const parts = words.trim().split(/(\s+)/u);
  for (let end = parts.length - 2; end > 0; end -= 2) {
    const named = RECIPE.get(plainly(parts.slice(0, end).join('')).toLowerCase());
    const [word, more] = splitFirst(parts.slice(end).join('').trim());
    const step = named && STEPS.get(word.toLowerCase());
    if (named && step) return { of: 'recipe', recipe: named, step: { step, words: more } };
  }
  return undefined;
}

const UNIT = typedMeanings<'minutes' | 'hours' | 'days' | 'weeks'>(({ sequence }) => sequence.unit);
const BEFORE = typedWords(({ sequence }) => sequence.before);
const LATER = typedWords(({ sequence }) => sequence.later);
const ON_DAY = typedWords(({ sequence }) => sequence.onDay);
const MINUTES = { minutes: 1, hours: 60, days: 24 * 60, weeks: 7 * 24 * 60 } as const;
const LENGTH = new RegExp(`^(\\d{1,4}|[${numeralCharacters}]{1,3})\\s{0,3}(\\p{L}{1,10})$`, 'u');

/** '3 days', '2h', 提前1天, '1 day before', 'on the day', in minutes; before an occasion they are negative. Undefined: it says no length. */
export function delayIn(words: string): number | undefined {
  const typed = plainly(words).trim().toLowerCase();
  if (ON_DAY.has(typed)) return 0;
  const word = [...BEFORE].find((one) => typed.startsWith(one) || typed.endsWith(one));
  const later = word ? undefined : [...LATER].find((one) => typed.endsWith(one) && typed.length > one.length);
  const length = word ? typed.replace(word, '').trim() : typed.slice(0, typed.length - (later?.length ?? 0)).trim();
  const [, figure = '', unit = ''] = LENGTH.exec(length) ?? [];
  const count = /^\d+$/.test(figure) ? Number(figure) : readChineseNumber(figure);
  const named = UNIT.get(unit);
  if (count === undefined || !named) return undefined;
  return (word ? -1 : 1) * count * MINUTES[named];
}

/** Whether a length of time is said to be behind something: 3天后. */
export const saysLater = (words: string): boolean =>
  [...LATER].some((one) => plainly(words).trim().toLowerCase().endsWith(one));

const DAY = typedWords(({ sequence }) => sequence.day);
const NTH_DAY = new RegExp(`^(\\d{1,3}|[${numeralCharacters}]{1,3})\\s?(\\p{L}{0,4})$`, 'u');

/** 'day 3', 'D7', 第3天: so many days behind the beginning, in minutes. */
export function dayIn(words: string): number | undefined {
  const typed = plainly(words).trim().toLowerCase();
  const front = [...DAY].filter((one) => typed.startsWith(one)).sort((one, other) => other.length - one.length)[0];
  const [, figure = '', unit = ''] = NTH_DAY.exec(front ? typed.slice(front.length).trim() : '') ?? [];
  const count = /^\d+$/.test(figure) ? Number(figure) : readChineseNumber(figure);
  return count === undefined || (unit !== '' && UNIT.get(unit) !== 'days') ? undefined : count * MINUTES.days;
}

/** '2 Subject …': which step, from 0, and what stands behind it. */
export function stepIn(words: string): { nth: number; rest: string } | undefined {
  const [, number, rest = ''] = /^(\d{1,2})(?:\s+([\s\S]*))?$/u.exec(words.trim()) ?? [];
  return number === undefined ? undefined : { nth: Number(number) - 1, rest: rest.trim() };
}
