import { head } from './cut.ts';

/** A part of a message that may be for nobody but us, and the message without it. */
export interface Aside {
  said: string;
  aside: string;
  /** It says so itself: behind two slashes, behind 'note to self'. Else what it says has to show it. */
  certain: boolean;
}

const LONGEST = 8000;
/** Two slashes behind a blank, a mark or a Chinese word; those of an address stand behind a colon, or before one. */
const SLASHES =
  /(?<=[\s\p{Script=Han}，。！？；、~～,.!?;)）])[/／]{2}[ \t]{0,5}(?=[\p{L}\p{N}])(?![\w-]{1,63}\.[a-z]{2,})/iu;
/** Nobody but us is to read what stands behind these. */
const FOR_US =
  '(?:(?:own|internal|private|mental|my) )?note to (?:self|myself)|(?:internal|private|mental|own) note|internal(?:ly)?(?: only)?|private(?:ly)?|confidential|for (?:me|us)(?: only)?|not for (?:the )?(?:customer|client|him|her)|to ?self|self|off the record|between us|内部(?:备注|消息|留言|看)?|私下|自己(?:看|记)|给?自己(?:备注|提醒)?|自用|仅自己可见|提醒自己|(?:别|不要|勿)(?:发|给客户看|让客户看)';
/** These a customer may read as well. */
const NOTE = 'note|n\\.?b\\.?|fyi|ps|p\\.s\\.|memo|reminder|btw|备注|備註|备忘|注|记一下|附注';
const LABEL = `(?:(?<certain>${FOR_US})|(?:${NOTE}))[ \\t]{0,3}[:：][ \\t]{0,3}`;
const LINE = new RegExp(`\\n[ \\t]{0,10}[-–—*•]?[ \\t]{0,3}${LABEL}(?=\\S)`, 'iu');
const BRACKETS = /[（(【[][ \t]{0,3}([^()（）【】[\]\n]{2,80})[)）】\]]/gu;
const LABELLED = new RegExp(`^${LABEL}`, 'iu');

/** The parts of a message that may be for us: behind two slashes, in brackets, on a line of their own behind a label. */
export function asidesIn(text: string): Aside[] {
  const words = head(text, LONGEST);
  return [...bySlashes(words), ...onLine(words), ...inBrackets(words)].filter(
    ({ said, aside }) => /[\p{L}\p{N}]/u.test(said) && aside !== '',
  );
}

function bySlashes(words: string): Aside[] {
  const found = SLASHES.exec(words);
  return found ? [parted(words, found.index, found.index + found[0].length, words.length, true)] : [];
}

function onLine(words: string): Aside[] {
  const found = LINE.exec(words);
  const certain = found?.groups?.certain !== undefined;
  return found ? [parted(words, found.index, found.index + found[0].length, words.length, certain)] : [];
}

const inBrackets = (words: string): Aside[] =>
  [...words.matchAll(BRACKETS)].map(({ index, 0: all, 1: inside = '' }) => {
    const label = LABELLED.exec(inside);
    const one = parted(words, index, index, index + all.length, label?.groups?.certain !== undefined);
    return { ...one, aside: inside.slice(label?.[0].length ?? 0).trim() };
  });

const parted = (words: string, from: number, begins: number, end: number, certain: boolean): Aside => ({
  said: `${words.slice(0, from).trimEnd()}${words.slice(end)}`.trim(),
  aside: words.slice(begins, end).trim(),
  certain,
});
