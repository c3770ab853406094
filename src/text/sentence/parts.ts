import { plainly } from '../plainly.ts';
import { TURNS as ENGLISH } from './en/to_us.ts';
import { TURNS as CHINESE } from './zh/to_us.ts';

/** A sentence or a line of its own, and where it stands in the text (UTF-16 units). */
export interface Part {
  text: string;
  from: number;
  to: number;
  /** It begins a line. */
  line: boolean;
  /** Nothing is said behind it. */
  last: boolean;
}

/** What ends a sentence: a line, a mark with a blank behind it, a Chinese mark (two that begin a line make a note of it), a picture. */
const END =
  /\n|(?<!(?<![\p{L}\p{N}])(?:mr|mrs|ms|dr|prof|st|no|vs))[.!?;]["'”’)\]]{0,3}(?=\s)|(?<!\n|\n。)[。！？；…][”’」』）]{0,3}|[~～](?!\d)|\p{Extended_Pictographic}/giu;
const MARKED = /^[\s–—*•·>-]+/u;

/** A slash that may begin a command; not one of a date, an address or 'he/she'. */
const SLASH = /(?<=[\s\p{Script=Han}，。！？；、,.!?;)）…~～])[/／](?=\p{L})/gu;
/** No command's word is longer; in UTF-16 units. */
const LONGEST_WORD = 40;

/**
 * The sentences and lines of a text, each without the blanks and list marks around it, and what an answer turns to us with; those
 * without a word are none. `begins`: whether a command begins there, which is a part of its own.
 */
export function partsOf(text: string, begins: (words: string) => boolean = () => false): Part[] {
  const plain = plainly(text);
  const marks = [...text.matchAll(END), ...plain.matchAll(ENGLISH), ...plain.matchAll(CHINESE)];
  const slashes = [...text.matchAll(SLASH)].filter(({ index }) => begins(text.slice(index, index + LONGEST_WORD)));
  const ends = [...marks.map(({ index, 0: mark }) => index + mark.length), ...slashes.map(({ index }) => index)].sort(
    (a, b) => a - b,
  );
  const parts: Part[] = [];
  let [from, line] = [0, true];
  for (const to of [...ends, text.length]) {
    const typed = text.slice(from, to);
    const said = typed.replace(MARKED, '').trimEnd();
    if (/[\p{L}\p{N}#]/u.test(said)) {
      parts.push({ text: said, from, to, line, last: false });
      line = false;
    }
    if (typed.endsWith('\n')) line = true;
    from = to;
  }
  return parts.map((part, nth) => ({ ...part, last: nth === parts.length - 1 }));
}

/** What joins a sentence to the one before it, and means nothing by itself. */
const JOINING =
  /^(?:(?:and|also|but|so|then|plus|btw|by the way|oh|p\.?\s?s\.?|one more thing|now|&|\+|另外|还有|对了|然后|顺便|并且?(?!不)|同时|接着|之后|回头|哦对?)(?:(?<=\p{Script=Han})|(?![\p{L}\p{N}]))[\s,:，：、]{0,3}){1,2}/iu;

export const withoutJoining = (text: string): string => text.replace(JOINING, '') || text;

/** Where an answer may turn to us within a sentence: behind a comma or a dash, and at a word that joins. */
const CLAUSE =
  /[,，、]\s*|\s?(?:——|—|–)\s*|\s-{1,2}\s|\s[&+]\s|\s(?=(?:and|then)\s)|(?<=\p{Script=Han})(?=(?:然后|并且?|接着|顺便|同时|再)\p{Script=Han})/giu;
/** Before a joining word without a mark: whoever says so goes on with what they do, or with what is asked of the reader. */
const GOES_ON = /^\s(?:and|then)/iu;
const SUBJECT = /\b(?:i|we|you|they|he|she|please|just|to|can|will|could|may)\b|['’]ll\b/iu;
/** So many are looked at, and no order behind one is longer; in UTF-16 units. */
const MOST_CLAUSES = 12;
const LONGEST_CLAUSE = 120;

/** What stands behind an answer within its sentence, up to the sentence's end; without what joins it. */
export function clausesOf({ text, to, last }: Part): Part[] {
  const start = to - text.length;
  return [...text.matchAll(CLAUSE)]
    .filter(({ index, 0: mark }) => text.length - index - mark.length <= LONGEST_CLAUSE)
    .slice(0, MOST_CLAUSES)
    .filter(({ index }) => !(GOES_ON.test(text.slice(index, index + 5)) && SUBJECT.test(text.slice(0, index))))
    .map(({ index, 0: mark }) => ({
      ...{ text: withoutJoining(text.slice(index + mark.length)), from: start + index, to, line: false, last },
    }))
    .filter(({ text: said }) => /[\p{L}\p{N}#]/u.test(said));
}

/** The same at the end, where another order follows; so many characters are looked at. */
const JOINER = /(?:[\s,，、]|(?<=[\s,，、])(?:and|then|also|plus|&|\+|然后|接着|再|并且?|和|还有)){1,20}$/iu;
const JOINER_ENDS = 30;

export function withoutJoiner(text: string): string {
  const tail = text.slice(-JOINER_ENDS);
  return `${text.slice(0, text.length - tail.length)}${tail.replace(JOINER, '')}`.trim();
}

/** Where another order may begin within a line: behind a mark or a blank, or at a Chinese word that joins; the first so many. */
const BORDERS = /[\s,，、;；。.!！]+|(?<=\p{Script=Han})(?=然后|并且?|接着|顺便|同时|另外|再(?!见|来))/gu;
export const bordersIn = (line: string, most: number): RegExpExecArray[] => [...line.matchAll(BORDERS)].slice(0, most);

/** Whoever was named before, at the front of the words; behind a command it is nobody's name. */
const PRONOUN_FIRST = /^(?:(?:him|her|them|it)(?=[\s,，.。!！]|$)|[他她它])/iu;
export const pronounFirst = (words: string): string | undefined => PRONOUN_FIRST.exec(plainly(words))?.[0];

/** What a Chinese verb is done to, without the particle in front: 解决掉 老王. */
export const behindVerb = (words: string): string => words.replace(/^(?:了|掉|一下)?\s*/u, '');

/** Somebody who is neither the writer nor the reader: 'he' behind them is no customer. */
const OTHERS =
  /\b(?:couriers?|drivers?|colleagues?|partner|husband|wife|son|daughter|friend|brother|sister|mother|father|mum|mom|dad|boss|manager|assistant|technician|electrician|plumber|engineer|baker|potter|postman|mailman|neighbou?r|doctor|designer|photographer|guide|chef|tailor|teacher|nurse|vet|baby|dog|cat|puppy|someone|somebody|man|woman|lady|girl|boy|kid|child)\b|快递|师傅|司机|同事|老板|老公|老婆|先生|太太|朋友|儿子|女儿|孩子|宝宝|妈|爸|医生|老师|助理|店员|员工|经理|物流|客服|家人|设计师|摄影|邻居|房东|门卫|保安|骑手|配送员|安装工|技术员/iu;
const PRONOUN = /\b(?:he|she|him|her|his|hers)\b|[他她]/iu;

/** Whether it speaks of somebody of whom the words before it speak already. */
export const goesOnAbout = (text: string, before: string): boolean => PRONOUN.test(text) && OTHERS.test(before);
