import { commonEnglish } from '../common_words.ts';
import { UNPARTED } from './border.ts';
import { ALSO_WORDS, HELLO_ZH, latinNames, TITLE, TITLE_ZH } from './greeting.ts';

/** Somebody whom words may be said to. */
export interface Vocative {
  /** As it was typed, with the title. */
  name: string;
  /** What their name has to hold: words in a row, of Chinese the end of a name. '' with a title and an initial: Ms L. */
  said: string;
  /** Initials that stand for other words of the name: the L of Anna L. */
  initials: string[];
  /** `said` is how their Chinese name begins: 王先生. */
  isSurname: boolean;
}

/** What parts a name from the words around it: anything but letters, digits and what names are written with; a period unless it shortens. */
const SHORTENED = String.raw`(?<=(?<![\p{L}\p{N}])(?:mr|mrs|ms|mx|dr|prof|hr|mme|mlle|srta?|sra|sig|dott|rev|\p{L}))\.`;
const BORDER = new RegExp(
  String.raw`(?!${SHORTENED})[^\p{L}\p{M}\p{N} \t'’.-]|\s(?:[-–—]+|and|und|or)(?=\s)|(?!${SHORTENED})\.`,
  'giu',
);
const LIST_NUMBER = /^\s*\d{1,3}[.)、．]\s*/u;
const OPENINGS =
  /^(?:(?:hey|hi|hiya|heya|hello|hallo|hullo|yo|dear|my dear(?:est)?|dearest|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|there|all|please|pls|thanks?|thank you|(?:so|very) much|again|attn|attention|ok(?:ay)?|yes|no|sorry|happy (?:birthday|new year|holidays)|congratulations|congrats)\b\.?\s*)+/iu;
/** With one of these before a name, somebody is spoken of. */
const SPEAKS_OF =
  /^(?:i|he|she|we|us|me|saw|met|than|via|per|says?|said|told|asked|called|love|regards|yours|best|am|between|both|only|since|until|near|either|or|nor|old|new|every|each|next|last|see)$/i;
const TITLED = new RegExp(TITLE.source, 'iu');
const INITIAL = /^\p{L}\.?$/u;
const WORD = /^(?!\p{Script=Han})\p{L}[\p{L}\p{M}'’-]*$/u;

/** Whom words may be said to: names parted from the rest by a mark, a sign or the border of a line. Whether anybody is called so, who asks knows. */
export function vocatives(text: string): Vocative[] {
  const found = text.split('\n').flatMap((line) => {
    const parts = line
      .replace(LIST_NUMBER, '')
      .split(BORDER)
      .map((part) => part.trim())
      .filter((part) => /\p{L}/u.test(part));
    return parts.flatMap((part, nth) => inPart(part, nth === 0, nth === 0 || nth === parts.length - 1));
  });
  const isLabel = ({ name }: Vocative) =>
    ALSO_WORDS.test(name) && [':', '：'].some((sign) => text.includes(name + sign));
  const once = new Map(found.map((one) => [`${one.isSurname} ${one.name} ${one.said}`.toLowerCase(), one]));
  return [...once.values()].filter((one) => !isLabel(one));
}

const inPart = (part: string, isFirst: boolean, isEdge: boolean): Vocative[] =>
  /\p{Script=Han}/u.test(part) ? [...chineseIn(part, isFirst), ...gluedAtEnd(part)] : latinIn(part, isFirst, isEdge);

const GLUED_END = new RegExp(String.raw`(?<=\p{Script=Han})\p{Lu}(?:(?![${UNPARTED}])[\p{L}\p{M}'’-]){1,20}$`, 'u');

/** 货到了Anna. */
function gluedAtEnd(part: string): Vocative[] {
  const name = GLUED_END.exec(part)?.[0];
  return name === undefined ? [] : [{ name, said: name, initials: [], isSurname: false }];
}

const MOST_WORDS = 3;
const MOST_BEFORE = 2;

function latinIn(part: string, isFirst: boolean, isEdge: boolean): Vocative[] {
  const opening = OPENINGS.exec(part)?.[0] ?? '';
  const rest = part.slice(opening.length);
  const title = TITLED.exec(rest)?.[0] ?? '';
  const words = rest.slice(title.length).split(/\s+/u).filter(Boolean);
  if (words.length === 0 || words.length > MOST_WORDS + MOST_BEFORE) return [];
  const starts =
    isFirst && title === '' ? words.map((_, start) => start).filter((start) => opens(words.slice(0, start))) : [0];
  return starts.flatMap((start) => latinName(title, words.slice(start), isEdge) ?? []);
}

const opens = (before: string[]): boolean =>
  before.length <= MOST_BEFORE &&
  before.every((word) => !commonEnglish.has(word.toLowerCase()) && !SPEAKS_OF.test(word));

function latinName(title: string, words: string[], isEdge: boolean): Vocative | undefined {
  const initials = words.filter((word) => INITIAL.test(word)).map((word) => word[0]!);
  const said = words.filter((word) => !INITIAL.test(word)).join(' ');
  const isName = words.length <= MOST_WORDS && words.every((word) => INITIAL.test(word) || WORD.test(word));
  if (!isName || (said === '' && (title === '' || initials.length !== 1))) return undefined;
  if (ALSO_WORDS.test(said) && title === '' && !(isEdge && /\p{Lu}/u.test(said))) return undefined;
  return { name: `${title}${words.join(' ')}`, said, initials, isSurname: false };
}

/** Behind a name: 小明好, 王总您好. */
const GREETED_ZH = new RegExp(`(?:${HELLO_ZH}|好|呀|啊|哈|哦|喔|吖|~)+$`, 'iu');
const OPENING_ZH = new RegExp(
  `^(?:${HELLO_ZH}|亲爱的|尊敬的|敬爱的|谢谢|多谢|感谢|辛苦了?|抱歉|不好意思|对不起|好的|收到|对了|哎呀?|诶|欸|唉|喂|嘿|哦|啊|致|那个|祝)+`,
  'iu',
);
/** What is said of a day or wished to anybody, and a piece of somebody's name as well. */
const ALSO_WORDS_ZH =
  /^(?:[今明后昨前]天|[今明后去]年|[早中晚]上|天天|春天|夏天|秋天|冬天|平安|快乐|安康|开心|高兴|健康|如意|吉祥|顺利|大家|老师|老板|小姐|先生|女士|小心|一样|地址|电话)$/u;
const MOST_HAN = 4;
/** No name with its title and greetings is longer. */
const LONGEST_ZH = 60;
const MOST_BEFORE_ZH = 3;
const TITLED_ZH = new RegExp(`^(?:[小老阿](\\p{Script=Han})|(\\p{Script=Han}{1,2}?)${TITLE_ZH})$`, 'u');
const TITLE_BEHIND = new RegExp(`(?<=\\p{Script=Han}{2})${TITLE_ZH}$`, 'u');

function chineseIn(part: string, isFirst: boolean): Vocative[] {
  if (part.length > LONGEST_ZH) return [];
  const bare = part.replace(OPENING_ZH, '');
  return [...new Set([bare, bare.replace(GREETED_ZH, ''), part])].flatMap((one) => {
    const typed = one.trim();
    const signs = [...typed];
    if (!/^\p{Script=Han}+$/u.test(typed)) return [];
    const most = isFirst ? MOST_BEFORE_ZH : 0;
    const starts = signs.map((_, start) => start).filter((start) => start <= most && signs.length - start >= 2);
    return starts.flatMap((start) => chineseNames(signs.slice(start).join(''), start === 0));
  });
}

function chineseNames(typed: string, isAll: boolean): Vocative[] {
  const [, alone, before] = TITLED_ZH.exec(typed) ?? [];
  const surname = alone ?? before;
  const titled = surname === undefined || !isAll ? [] : [{ name: typed, said: surname, initials: [], isSurname: true }];
  const names = [typed, typed.replace(TITLE_BEHIND, '')].filter(
    (name) => [...name].length <= MOST_HAN && !ALSO_WORDS_ZH.test(name),
  );
  return [...[...new Set(names)].map((said) => ({ name: typed, said, initials: [], isSurname: false })), ...titled];
}

const TITLED_FRONT = new RegExp(
  `(?<![\\p{L}\\p{N}])${TITLE.source.slice(1)}([\\p{Lu}\\p{Ll}][\\p{L}\\p{M}'’-]+)`,
  'giu',
);
const TITLED_ZH_FRONT = new RegExp(`[小老阿](?=(\\p{Script=Han}))|(?=(\\p{Script=Han}{1,2}?)(${TITLE_ZH}))`, 'gu');

/** Everybody who is named by surname and title, wherever that stands: call Mr Fox, 给王先生打电话. */
export function titledIn(text: string): (Vocative & { left: string; index: number })[] {
  const latin = [...text.matchAll(TITLED_FRONT)].map(({ 0: name, 1: said = '', index }) =>
    titled(text, index, name, said, false),
  );
  const chinese = [...text.matchAll(TITLED_ZH_FRONT)].map(({ 0: sign, 1: alone, 2: before, 3: title, index }) =>
    titled(text, index, alone === undefined ? `${before}${title}` : sign + alone, (alone ?? before)!, true),
  );
  return [...latin, ...chinese];
}

const WHOLE_TITLED_ZH = new RegExp(`^(\\p{Script=Han}{2,4}?)${TITLE_ZH}`, 'u');

/** Who may be named with a title at the very front, the longest name first: Mrs. Anna Berg, 王小明经理. */
export function titledFirst(text: string): (Vocative & { left: string; index: number })[] {
  const title = TITLE.exec(text)?.[0] ?? '';
  const latin = title === '' ? [] : latinNames(text.slice(title.length)).map(({ name }) => name);
  const [whole, chinese] = WHOLE_TITLED_ZH.exec(text) ?? [];
  return [
    ...latin.map((name) => titled(text, 0, title + name, name, false)),
    ...(chinese === undefined ? [] : [titled(text, 0, whole!, chinese, false)]),
    ...titledIn(text).filter(({ index }) => index === 0),
  ];
}

const titled = (words: string, index: number, name: string, said: string, isSurname: boolean) => ({
  ...{ name, said, isSurname, index, initials: [] },
  left: words.slice(index + name.length).replace(/^[\s:：,，]+/u, ''),
});

/** What is said to whoever stands before it, and not of them: its done, your link is ready. */
export const SAYS_ON =
  /^\s+(?:its|it['’]s|it is|your?|you['’]re|ur|u|the|we|we['’]\w+|i|i['’]\w+|done|ready|here|please|pls|sorry|thanks?|can (?:you|u)|could you|that['’]?s|all)(?![\p{L}\p{N}'’-])/iu;
