import { plainly } from '../../plainly.ts';

/** What is to be done, one under the other, each without its number or dash. */
export interface Listed {
  /** What stands above says when: tomorrow: … '' where it does not. */
  when: string;
  items: string[];
}

/** Longer texts are something else; in UTF-16 units. */
const LONGEST = 2000;
const MOST = 20;
const NUMERALS = '一二三四五六七八九十';
const RINGED = '①②③④⑤⑥⑦⑧⑨⑩';
/** 1. · 1) · (1) · 1、 · 第一， · 一、 · ①; a figure behind a point is a price. */
const NUMBERED = new RegExp(
  `^\\(?(?:no\\.? ?|第)?(\\d{1,2}|[${NUMERALS}])(?:[.)](?!\\d)|[、,:](?!\\d{3}\\b))\\s*|^([${RINGED}])\\s*`,
  'iu',
);
const DASHED = /^(?:[-–—*•·●○▪+>☐□]|\[ ?\])\s*(?:\[ ?\]\s*)?(?=[\p{L}\p{N}])/u;
/** Behind the first, on one line: 1. call tom 2. buy paper. */
const NEXT_ON_LINE = new RegExp(
  `(?<=[\\s,，;；。])(?=\\(?\\d{1,2}(?:[.)](?!\\d)|、)\\s*[\\p{L}])|(?<=.)(?=[${RINGED}])`,
  'gu',
);
/** What stands above the list and names nobody. */
const HEAD =
  /^(?:(?:my |the |a few |some )?(?:to[- ]?do(?:s|['’]s)?|tasks?|reminders?|jobs|things to do|list|errands)(?: list)?(?: for)?|remind me(?: to| of| about)?|(?:我的|几件事|要做的事?|要办的事?|待办(?:事项|清单)?|任务|提醒我|记一?下|备忘|清单|事项|安排))?\s*(?<when>(?:for |on |by )?(?:today|tonight|tomorrow|this (?:week|morning|afternoon|evening)|next week|(?:next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)|(?:今天|明天|后天|今晚|明早|明晚|下?周[一二三四五六日]|本周)(?:上午|下午|晚上)?)?\s*(?:to[- ]?dos?|tasks?|要做的事?|要办的事?|的?(?:待办|任务|安排|事))?\s*[:.]?$/iu;

/** A list of what is to be done. Undefined: it is none, or what stands above it says whom it is for. */
export function listedIn(text: string): Listed | undefined {
  if (text.length > LONGEST) return undefined;
  const lines = linesIn(text);
  const [first = ''] = lines;
  const head = markOf(first) === undefined ? HEAD.exec(plainly(first)) : undefined;
  if (head === null) return undefined;
  const marked = head ? lines.slice(1) : lines;
  const marks = marked.map(markOf);
  if (marked.length < 2 || marked.length > MOST || !goOn(marks)) return undefined;
  const items = marked.map((line, nth) => line.slice(marks[nth]!.length).trim());
  return items.every((item) => /\p{L}/u.test(item)) ? { when: head?.groups?.when?.trim() ?? '', items } : undefined;
}

const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .flatMap((line) => (markOf(line.trim())?.number === 1 ? line.split(NEXT_ON_LINE) : line))
    .map((line) => line.trim().replace(/[,，;；]$/u, ''))
    .filter(Boolean);

/** How long the mark in front of a line is, and its number, if it has one. */
interface Mark {
  length: number;
  number?: number;
}

function markOf(line: string): Mark | undefined {
  const plain = plainly(line);
  const numbered = NUMBERED.exec(plain);
  if (numbered) {
    const [all, number = '', ringed = ''] = numbered;
    const nth = ringed ? RINGED.indexOf(ringed) : NUMERALS.indexOf(number);
    return { length: all.length, number: nth < 0 ? Number(number) : nth + 1 };
  }
  const dash = DASHED.exec(plain)?.[0];
  return dash === undefined ? undefined : { length: dash.length };
}

/** All of them have a mark, and their numbers go on from one. */
function goOn(marks: readonly (Mark | undefined)[]): marks is Mark[] {
  const isNumbered = marks[0]?.number !== undefined;
  return marks.every((mark, nth) => mark && (isNumbered ? mark.number === nth + 1 : mark.number === undefined));
}
