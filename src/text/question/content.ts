import { headWords } from '../cut.ts';
import { fold } from '../fold.ts';
import { plainly, plainPattern } from '../plainly.ts';

/** Of a longer text nothing is compared. */
const LONGEST = 300;

/** What says nothing of what is asked: greetings, politeness, and the small words around it. Denials are no such words. */
const SMALL = new Set(
  (
    'a an the i me you your u ya we us our it its this that these those there here is are am be been being was do does can could would will shall may might should ' +
    'to of for at in on by with and or so just please pls plz kindly hi hello hey hiya dear all good morning afternoon evening day thanks thank thx ty cheers ' +
    'quick question wondering wonder know knowing tell let like want wanna need ask asking if about usually generally normally typically currently roughly ' +
    'approximately ok okay sir madam team guys folks take takes d ll s re m ve'
  ).split(' '),
);

/** The same of Chinese; the longer ones stand first. */
const SMALL_ZH = plainPattern(
  /请问一下|想问一下|想请问|想咨询|咨询一下|麻烦问|请教一下|问一下|请问|想问|请教|咨询|麻烦|您好|你好|哈喽|早上好|下午好|晚上好|在吗|在不在|在么|老板娘?|店家|掌柜|亲亲?|客服|谢谢|多谢|感谢|辛苦了?|你们家?|您们|咱们|咱家|贵店|店里|这边|这里|那边|一般|大概|大约|通常|可以|能够|一下|[我你您咱亲能会要可就是在的呢吗嘛么啊呀哦噢吧哈呐嗯家]/gu,
);

/** Two names of one thing to ask for: how long it takes is when. */
const SAME_ZH: readonly (readonly [RegExp, string])[] = (
  [
    [/什么时候|什么时间|啥时候|啥时|何时|几时|多长时间|多少时间|要多久|需要多久|多久|多少天|几天/gu, '几时'],
    [/多少钱|什么价格?|啥价格?|怎么卖|价格是?多少|价钱|几块钱?|几元/gu, '多少钱'],
    [/怎么样|怎样|如何|咋样?|怎么/gu, '怎么'],
    [/有没有|有无/gu, '有'],
    [/能不能|可不可以|能否|可否|行不行/gu, ''],
  ] as const
).map(([shape, word]) => [plainPattern(shape), word] as const);

/** What a text is about, piece by piece: English words without their endings, pairs of Chinese characters. */
export function contentOf(text: string): string[] {
  const folded = fold(headWords(text, LONGEST))
    .replaceAll('’', "'")
    .replaceAll(/n't\b|\bcannot\b/g, ' not ');
  return folded
    .split(/(?<=\p{Script=Han})(?!\p{Script=Han})|(?<!\p{Script=Han})(?=\p{Script=Han})/u)
    .flatMap((run) => (/\p{Script=Han}/u.test(run) ? pairsOf(run) : wordsOf(run)));
}

const wordsOf = (run: string): string[] =>
  (run.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !SMALL.has(word)).map(stem);

/** shipping, ships and ship are one word; delivery and deliveries too. */
function stem(word: string): string {
  if (word.length > 5 && word.endsWith('ing')) return undoubled(word.slice(0, -3));
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

const undoubled = (word: string): string => (/([b-df-hj-np-rtv-z])\1$/.test(word) ? word.slice(0, -1) : word);

function pairsOf(run: string): string[] {
  const plain = SAME_ZH.reduce((words, [shape, word]) => words.replaceAll(shape, word), run).replaceAll(SMALL_ZH, '');
  const letters = [...plain];
  if (letters.length < 2) return letters;
  return letters.slice(1).map((letter, nth) => letters[nth]! + letter);
}

/** Pieces that ask, whatever for: two questions are not alike by these alone. */
export const ASKING: ReadonlySet<string> = new Set([
  ...['how', 'what', 'when', 'where', 'which', 'who', 'why', 'much', 'many', 'long', 'get', 'have', 'there'],
  ...['多少', '少钱', '几时', '什么', '怎么', '几点'].map(plainly),
]);
