import { headWords } from '../../../../text/cut.ts';
import { typedMeanings } from '../../../../text/typed.ts';
import { splitFirst } from '../../words/words.ts';

export type Act =
  | 'add'
  | 'rename'
  | 'note'
  | 'domain'
  | 'website'
  | 'taxId'
  | 'address'
  | 'merge'
  | 'main'
  | 'remove'
  | 'others';

const ACTS = typedMeanings<Act>(({ organization }) => organization.act);
const LONGEST_LINE = 400;

/** What is to be done with a company: somebody joins or leaves it, or one of the acts. */
export interface Wish {
  act: Act | 'join' | 'leave';
  words: string;
}

/** A place where the name of a company may end, and what is asked of it behind that. */
export interface Cut {
  name: string;
  wish?: Wish;
}

const JOIN = /^[+＋]\s*([\s\S]*)$/u;
const LEAVE = /^[-－–−]\s*(?=\p{L})([\s\S]*)$/u;
const REF = /^(o\d{1,18})(?=$|[\s+＋－–−-])\s*([\s\S]*)$/iu;
const QUOTED = /^[!！]?\s*(?:"([^"]{1,200})"|“([^“”]{1,200})”|「([^「」]{1,200})」)\s*([\s\S]*)$/u;
/** Where something may begin that is no more of the name. */
const BORDER = /\s*[+＋]|\s+[-－–−](?=\s*\p{L})|\s+(?=\S)/gu;

/** What a word in front of a line asks for, before a company is named. */
export function actInFront(words: string): { act: Act; rest: string } | undefined {
  const [first, rest] = splitFirst(words);
  const act = ACTS.get(first.toLowerCase());
  return act && rest !== '' ? { act, rest } : undefined;
}

/** What the words behind a name ask for; undefined: nothing that is known. */
export function wishIn(tail: string): Wish | undefined {
  const [, joins] = JOIN.exec(tail) ?? [];
  if (joins !== undefined) return { act: 'join', words: joins.trim() };
  const [, leaves] = LEAVE.exec(tail) ?? [];
  if (leaves !== undefined) return { act: 'leave', words: leaves.trim() };
  const [first, rest] = splitFirst(tail);
  const act = ACTS.get(first.toLowerCase().replace(/[:：]$/u, ''));
  return act && act !== 'add' ? { act, words: rest } : undefined;
}

/** A company that is named beyond doubt of where its name ends: by its number (o12), or in quotes. */
export function markedName(words: string): { name: string; tail: string } | undefined {
  const [, ref, behind] = REF.exec(words) ?? [];
  if (ref) return { name: ref.toLowerCase(), tail: behind! };
  const [, straight, curly, corner, tail] = QUOTED.exec(words) ?? [];
  const name = (straight ?? curly ?? corner)?.trim();
  return name ? { name, tail: tail! } : undefined;
}

/** Every way in which a line may be a name and what is asked of it, the longest name first; the whole line is one. */
export function cutsOf(words: string): Cut[] {
  const line = headWords(words, LONGEST_LINE);
  const cuts: Cut[] = [];
  for (const { index, 0: border } of line.matchAll(BORDER)) {
    const name = line.slice(0, index).trim();
    const wish = name === '' ? undefined : wishIn(line.slice(index + border.search(/\S|$/u)).trim());
    if (wish) cuts.push({ name, wish });
  }
  return [{ name: line.trim() }, ...cuts.reverse()];
}

/** 'Anna @Acme purchasing', '@"Oak & Sons" purchasing': somebody, and where they are. */
export function whereIn(words: string): { who: string; where: string } | undefined {
  const at = /(?:^|\s)[@＠](?=["“「\p{L}\p{N}])/u.exec(headWords(words, LONGEST_LINE));
  if (!at) return undefined;
  const end = at.index + at[0].length;
  return { who: words.slice(0, at.index).trim(), where: words.slice(end).trim() };
}

/** Whether words do something, as far as they say it themselves. */
export const mayChange = (words: string): boolean => {
  if (whereIn(words) || actInFront(words)) return true;
  const marked = markedName(words);
  const wishes = marked ? [wishIn(marked.tail)] : cutsOf(words).map(({ wish }) => wish);
  return wishes.some((wish) => wish !== undefined && wish.act !== 'others');
};
