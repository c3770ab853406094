import { head } from '../cut.ts';
import { narrow } from '../normalise.ts';
import { literal, plainly } from '../plainly.ts';
import { timesInFull } from '../when/past/abbreviated.ts';
import { isDoubted, type More, moreIn, namesSecondNew, showsOnly, toldBy } from './doubt.ts';
import * as en from './en/index.ts';
import { memoize } from './memoize.ts';
import type { Does, Rule } from './rule.ts';
import * as zh from './zh/index.ts';

/** What a sentence may mean: a command, whom or which task it names, and the words behind them. */
export interface Sentence {
  does: Does;
  /** Somebody's name, as typed. */
  who?: string;
  /** A task, by words of its title. */
  thing?: string;
  /** A tag that somebody has. */
  label?: string;
  /** An order, by its number. */
  numbered?: string;
  /** A city that somebody lives in. */
  town?: string;
  /** A company that is known, by its name. */
  firm?: string;
  /** Somebody of the team, by name. */
  mate?: string;
  words: string;
  /** What stands between whoever is named and the words: when they are to be said. */
  first?: string;
  /** Said so clearly that it is done at once, where it can be taken back. */
  sure: boolean;
  /** What it is read as fits many words. */
  loose?: true;
  /** Of a task who perhaps reminded its writer of it: somebody's name, if anybody is called so. */
  toldBy?: string;
  /** What else was said with it. */
  more: More;
}

/** Longer words are no sentence to us, counted in UTF-16 units. */
const LONGEST = 240;
/** Only these go on in further lines. */
const MAY_HAVE_LINES: readonly Does[] = ['add', 'c', 'later', 'note', 'reply', 'task'];
const HAN = /\p{Script=Han}/u;

/** Everything a sentence may mean, the likeliest first; whether anybody is called so is not known here. */
export function sentencesIn(text: string): readonly Sentence[] {
  const typed = text.trim();
  return typed === '' || typed.length > LONGEST ? [] : read(typed);
}

/** Hundreds of patterns are tried, and while one message is handled the same words are asked about several times. */
const read = memoize((typed): readonly Sentence[] => {
  const full = timesInFull(typed);
  // what is only shown is asked for in full: this yr; what is kept stays as it was typed
  const asked = full === typed ? [] : readAs(full).filter(({ does }) => showsOnly(does));
  const moved = SUM_IN_FRONT.exec(narrow(typed));
  const behind = moved ? readAs(`${typed.slice(moved[0].length)} ${typed.slice(0, moved[0].length).trim()}`) : [];
  const right = SUM_BEFORE.exec(narrow(typed));
  const now = right ? readAs(typed.slice(0, right.index)) : [];
  return [...behind, ...now, ...readAs(typed), ...asked];
});

/** 680块 周敏又买了2份肉桂: what it came to may stand before whose it is; a bare figure there is a number of something. */
const SUM_IN_FRONT =
  /^(?:[¥￥$£€]\s?\d[\d,]{0,8}(?:\.\d{1,2})?|\d[\d,]{0,8}(?:\.\d{1,2})?\s?(?:元|块钱?|quid|pounds?|euros?|dollars?|bucks))[\s,，:：]+(?=\p{L})/iu;

/** 400 not 320, 400，不是320: what it was before says nothing of what it is now. */
const SUM_BEFORE =
  /(?<=\d(?:k|元|块钱?)?)\s*[,，;；]?\s*(?:(?:and )?(?:not|instead of|rather than)\s|而?不是|而不再是)\s?[¥￥$€£]?\d[\d,]{0,8}(?:\.\d{1,2})?\s?(?:k|元|块钱?)?(?:了)?[.。!！]?$/iu;

function readAs(typed: string): readonly Sentence[] {
  const { rules, before, how, ...ends } = HAN.test(typed) ? CHINESE : ENGLISH;
  const start = before.exec(plainly(typed))?.[0].length ?? 0;
  return [typed.slice(start), typed].flatMap((whole, nth) => {
    if (whole === '' || (nth > 0 && start === 0)) return [];
    const meant = {
      all: readable(withoutEnd(whole, ends.behind)),
      kept: readable(withoutEnd(whole, ends.courtesy)),
      said: readable(whole),
    };
    return rules.flatMap((rule) => readBy(rule, meant[heldBy(rule)], typed, how));
  });
}

/** A text and how its patterns see it. */
interface Readable {
  readonly text: string;
  readonly plain: string;
  readonly hasLines: boolean;
}

const readable = (text: string): Readable => ({ text, plain: plainly(text), hasLines: text.includes('\n') });

/** Whose words a command holds: said to a customer they are whole, kept they lose only what is courtesy to us. */
const HOLDS: Partial<Record<Does, 'said' | 'kept'>> = {
  ...{ reply: 'said', later: 'said', c: 'said' },
  ...{ note: 'kept', task: 'kept', lead: 'kept', ticket: 'kept', lost: 'kept' },
  ...{ call: 'kept', visit: 'kept', feedback: 'kept' },
};

/** Of words to many each is for those who get them, their thanks too. */
const heldBy = ({ does, words }: Rule): 'all' | 'kept' | 'said' =>
  does === 'campaign' && words?.includes('\n') ? 'said' : (HOLDS[does] ?? 'all');

/** Of nothing but marks nothing would be left. */
const withoutEnd = (whole: string, end: RegExp): string =>
  whole.slice(0, whole.length - (end.exec(plainly(whole))?.[0].length ?? 0)) || whole;

type How = readonly (readonly [RegExp, string])[];
const CHINESE = {
  rules: [...zh.chinese, ...en.english],
  before: zh.BEFORE,
  behind: zh.BEHIND,
  courtesy: zh.COURTESY,
  how: zh.CHINESE_HOW,
};
const ENGLISH = { rules: en.english, before: en.BEFORE, behind: en.BEHIND, courtesy: en.COURTESY, how: en.ENGLISH_HOW };

/** All there are; a pattern is made when it is first asked for. */
export const sentenceRules: readonly Pick<Rule, 'says'>[] = CHINESE.rules;

const NOTHING: readonly Sentence[] = [];

/** `typed`: the whole of it, with what is said around the sentence. */
function readBy(
  { says, does, words = '', sure, loose }: Rule,
  { text, plain, hasLines }: Readable,
  typed: string,
  how: How,
): readonly Sentence[] {
  if (hasLines && !MAY_HAVE_LINES.includes(does)) return NOTHING;
  const found = says.exec(plain);
  if (!found) return NOTHING;
  const asTyped = (name: string): string => {
    const at = found.indices?.groups?.[name];
    return at ? text.slice(...at) : '';
  };
  const group = (name: string): string => asTyped(name).trim();
  const parts = Object.fromEntries(Object.keys(found.groups ?? {}).map((name) => [name, group(name)]));
  if (isDoubted({ does, words }, typed, parts)) return [];
  const named = (name: string) => [name, ...NTH.map((nth) => `${name}${nth}`)].map(group).find(Boolean);
  const [who, thing, label, numbered, town, firm, mate] = [
    'who',
    'thing',
    'label',
    'numbered',
    'town',
    'firm',
    'mate',
  ].map(named);
  const filled = (part: string) =>
    part
      // what goes on right behind another part keeps the blank between them
      .replace(
        /(?<=(\$[a-z]+\d?)?)\$([a-z]+\d?)/g,
        (_, before: string | undefined, name: string) =>
          (before ? withLetter(name, found, asTyped).trimEnd() : withLetter(name, found, group)) || UNSAID,
      )
      .replace(AROUND_UNSAID, '')
      .replace(NO_TAG, '')
      .trim();
  const [first, said] = words.includes(BAR) ? words.split(BAR).map(filled) : [undefined, filled(words)];
  if (does === 'add' && namesSecondNew(said!)) return [];
  const more = moreIn(text);
  const behind = does === 'help' ? helpOn(said!, how) : withoutKeeping(does, said!);
  // more may be said with it, where it is known what is asked about
  if (does === 'help' && more && (more === 'order' || behind === '')) return [];
  // what nobody knows how to do is no question about everything
  if (does === 'help' && words !== '' && behind === '') return [];
  const told = does === 'task' ? toldBy(typed) : undefined;
  const sentence = {
    does,
    ...(told && { toldBy: told }),
    ...(who && { who }),
    ...(thing && { thing }),
    ...(label && { label }),
    ...(numbered && { numbered }),
    ...(town && { town }),
    ...(firm && { firm }),
    ...(mate && { mate }),
    ...(loose && { loose }),
    ...(first && { first }),
    words: behind,
    sure: sure === true,
    more,
  };
  // Jones number, toms number: the s may be of the name
  const withS = who && new RegExp(`${literal(who)}s\\s`, 'i').test(text) ? [{ ...sentence, who: `${who}s` }] : [];
  return [...withS, sentence];
}

/** A title ends before the words that it is to become one. */
export function withoutKeeping(does: Does, said: string): string {
  const end = (HAN.test(said) ? zh : en).TO_BE_KEPT[does];
  return end ? withoutEnd(said, end) : said;
}

const BAR = ' | ';
/** What was not said leaves no second blank behind. */
const UNSAID = '\uE000';
const AROUND_UNSAID = / (?:by:)?\uE000+(?= |$)|\uE000/gu;
/** Of several tags that may be named, one that was not. */
const NO_TAG = /\s#(?=\s|$)/gu;

const NTH = [2, 3, 4, 5];

/** '$daysm' is what the group days holds, and a letter behind it. */
function withLetter(name: string, { groups = {} }: RegExpExecArray, group: (name: string) => string): string {
  const is = name in groups ? name : (Object.keys(groups).find((one) => name.startsWith(one)) ?? name);
  return group(is) + name.slice(is.length);
}

const helpOn = (asked: string, how: How): string => how.find(([word]) => word.test(head(asked, LONGEST)))?.[1] ?? '';
