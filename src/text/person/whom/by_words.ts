import { foldText } from '../../fold.ts';
import { plainly, plainPattern } from '../../plainly.ts';
import { isSameWord } from '../../sentence/title_words.ts';

/** Longer words are somebody's. */
const LONGEST = 100;
const SHAPES = [
  /^(?:please |can you |just )?(?:block|ban|mute) (?:the|that|this|whoever|whichever|those|these|everyone who|anyone who) ?(?<said>.{2,80})$/iu,
  /^(?:请|帮我|给我|麻烦)?(?:拉黑|屏蔽|加黑)(?:掉|了|一下)?(?<said>(?:[那这]个?|刚才|昨天|今天|老|总|一直|发|问|说|卖|骂|推销).{1,30}|.{1,30}(?:[那这]个?|[那这]?个?人|家伙|的))(?:吧|了)?$/u,
  /^(?:请|帮我|给我|麻烦)?(?:[把将])?(?<said>(?:[那这]个?|刚才|昨天|今天|老|总|一直|发|问|说|卖|骂|推销).{1,30}|.{1,30}(?:[那这]个?|[那这]?个?人|家伙|的))(?:给我?)?(?:拉黑|屏蔽|加黑)(?:掉|了|吧)*$/u,
].map(plainPattern);
/** They say what somebody is, or how they write, and nothing of what. */
const SPAM =
  /spam\p{L}*|scam\p{L}*|\bbots?\b|\bjunk\b|\badverts?\p{L}*|\bads?\b|phish\p{L}*|广告|骗子|骗人|推销|垃圾|骚扰|诈骗|营销/giu;
/** Said of people alone. */
const SOMEBODY =
  /\b(?:one|ones|guy|person|man|woman|lady|girl|bloke|chap|customer|client|contact|number|who|whoever|everyone|anyone)\b|[那这]个?人?(?:吧|了)?$|[那这]个|人|家伙|客户|顾客|买家|号/iu;
const EMPTY = new Set(
  'the a an that this one ones guy person man woman lady girl bloke chap customer client contact people number who whoever which keep keeps kept always just only again again and again ask asks asked asking want wants wanted wanting say says said saying send sends sent sending write writes wrote writing message messages messaging text texts texting me us my our for about of to with from is was are were be being has have had it his her their so annoying rude stuff things thing today yesterday earlier last night week please'.split(
    ' ',
  ),
);
const EMPTY_HAN =
  /[那这]个?人?|家伙|客户|顾客|买家|号码?|老是|总是|一直|整天|天天|刚才|刚刚|昨天|今天|早上|上午|下午|昨晚|给?我(?:们)?发?|发|问|说|要|想|的|了|着|过|人|个|来|在|找|加|再|又/gu;

/** What somebody called us or said of us is what they wrote, and not what they are: 骂我骗子的人 is no advertiser. */
const CALLED = [
  /\b(?:call(?:s|ed|ing)?|accus(?:es|ed|ing)|insult(?:s|ed|ing)|said|says|saying|told|tells|(?:wrote|writes|writing|thinks?|thought)(?= (?:that|we|i|us|you|my|our)\b))\s(?<what>.{2,80})$/iu,
  /(?:骂|叫|喊|称|说|写|讲|评论|评价|吐槽)(?:过|了)?(?:我们?|咱们?|[你您]们?|本)?(?:家|店)?里?的?(?:东西|产品|货)?[都就全真很太]{0,2}[是像为做成]?(?:一?[个群帮家])?[大死老]?(?<what>(?:骗子|骗人|骗钱|诈骗|垃圾|骚扰)[^的,，。]{0,6})/u,
];
/** Whoever wrote any form of it may be meant: a scam, scammers; 骗人, 骗子. */
const ROOT = /\b(?:scam|fraud|cheat|crook|liar|thie)|骗/gu;
/** They send it, whoever says that they do. */
const ADVERT = /spam|\bbots?\b|advert|\bads?\b|phish|广告|推销|营销/iu;

/** By what somebody is to be blocked who is called by no name: the spammer, 刷单那个. */
export interface ByWords {
  /** What they are said to write. */
  words: readonly string[];
  /** It is somebody that is to be blocked, and no time or thing. */
  person: boolean;
  /** Beginnings of what they are said to have called us. */
  roots: readonly string[];
  /** They are said to be no customer. */
  spam: boolean;
  /** All that is said of them: it may hold their name. */
  said: string;
}

/** Undefined: nobody is to be blocked, or it is not said so. */
export function blockedByWords(typed: string): ByWords | undefined {
  const text = plainly(typed)
    .trim()
    .replace(/[\s.。!！]+$/u, '');
  if (text.length > LONGEST || text.includes('\n') || /[?？]$/u.test(text)) return undefined;
  const said = SHAPES.map((shape) => shape.exec(text)?.groups?.said).find(Boolean);
  if (said === undefined) return undefined;
  const called = calledIn(foldText(said));
  const rest = called ?? foldText(said).replace(SPAM, ' ');
  const words = rest
    .replace(EMPTY_HAN, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > (/\p{Script=Han}/u.test(word) ? 1 : 2) && !EMPTY.has(word));
  const roots = called?.match(ROOT) ?? [];
  const spam = called === undefined && rest !== foldText(said);
  return { words, roots, spam, person: spam || roots.length > 0 || SOMEBODY.test(text), said: foldText(said) };
}

const calledIn = (said: string): string | undefined => {
  const what = CALLED.map((way) => way.exec(said)?.groups?.what).find(Boolean);
  return what === undefined || ADVERT.test(what) ? undefined : what;
};

/** Whether what is said of them holds this name: 骂我骗子的赵敏. */
export const isNamedIn = ({ said }: ByWords, name: string): boolean => {
  const whole = foldText(name).trim();
  if (/^\p{Script=Han}{2,}$/u.test(whole)) return said.includes(whole);
  return whole.length > 2 && ` ${said.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${whole} `);
};

/** How many of the words stand in what somebody wrote, or in their name; of Chinese each two characters beside each other are one. */
export function wordsWithin({ words, roots }: ByWords, wrote: string): number {
  const text = foldText(wrote);
  const all = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const isHan = (word: string) => /\p{Script=Han}/u.test(word);
  const written = words.filter((word) =>
    isHan(word) ? pairsOf(word).some((pair) => text.includes(pair)) : all.some((one) => isSameWord(one, word)),
  );
  const begun = roots.filter((root) => (isHan(root) ? text.includes(root) : all.some((one) => one.startsWith(root))));
  return written.length + begun.length;
}

const pairsOf = (word: string): string[] => {
  const characters = [...word];
  return characters.length < 3 ? [word] : characters.slice(1).map((one, nth) => characters[nth]! + one);
};
