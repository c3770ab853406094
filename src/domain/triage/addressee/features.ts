import { hashed } from '../linear.ts';
import type { Signs } from '../signs.ts';
import { LIGHT, STOP } from '../stop_words.ts';

/** For whom an owner's words are, as the table's columns. */
export const whose = ['theirs', 'ours'] as const;
export type Whose = (typeof whose)[number];
export const WAYS = whose.length;

/** Signs have no places of their own: a hash of each decides, in the half of its language. */
const HALF = 65_536;
export const ROWS = 2 * HALF;

const HAN = /\p{Script=Han}/u;

/** Of whom words speak: it is what tells most, and it stands in many forms. */
const PERSONS = {
  en: [
    ['you', /(?<![a-z'])(?:you|your|yours|u|ur|ya|y'all|yourself|you'(?:re|ve|ll|d))(?![a-z])/u],
    ['they', /(?<![a-z'])(?:he|she|him|her|his|hers|they|them|their|he's|she's|they're|hes|shes)(?![a-z])/u],
    ['we', /(?<![a-z'])(?:i|we|me|us|my|our|i'(?:m|ll|ve|d)|we'(?:re|ve|ll|d)|im|ill|ive)(?![a-z])/u],
    ['this one', /(?<![a-z'])(?:this|that) (?:guy|one|woman|lady|man|bloke|customer|client|person)(?![a-z])/u],
  ],
  zh: [
    ['you', /[您你妳]/u],
    ['they', /[他她]|人家|这人|那人|这客|这家伙|对方|这位/u],
    ['we', /我|咱/u],
    ['soft', /[哈哦呀啦呢喔噢哟～~]|亲|么么|谢谢|麻烦|请/u],
  ],
} as const;

/** In what order a message puts its persons: who stands first is spoken to, or about. */
function* persons(text: string, language: keyof typeof PERSONS): Generator<string> {
  const at = PERSONS[language]
    .map(([name, occurs]) => ({ name, at: text.search(occurs) }))
    .filter((one) => one.at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name);
  yield `p ${at.join(' ')}`;
  for (const name of at) yield `p1 ${name}`;
}

/** Words, two and three in a row, two with one between them, the ends of the message marked; and parts of words, for kin and slips. */
function* english(text: string): Generator<readonly [sign: string, value: number]> {
  const words = Array.from(text.matchAll(/[a-z]+(?:'[a-z]+)?|\d+|[?!:…]+|\p{Extended_Pictographic}/gu), ([word]) =>
    word.replace(/\d+/, '0'),
  );
  yield* constructions(words);
  const row = ['^', ...words, '$'];
  for (let i = 0; i < row.length; i++) {
    const [one, two, three] = row.slice(i, i + 3);
    yield [`w ${one}`, 1];
    if (two !== undefined) yield [`w ${one} ${two}`, 1];
    if (three !== undefined) yield [`w ${one} ${two} ${three}`, 0.8];
    if (three !== undefined) yield [`s ${one} ${three}`, 0.6];
    const marked = `<${one}>`;
    for (let at = 0; /^[a-z]/u.test(one!) && at + 4 <= marked.length; at++)
      yield [`c ${marked.slice(at, at + 4)}`, 0.3];
  }
}

/** A word that carries grammar stands for itself, any other for its ending: how a sentence is built, whatever it is about. */
const roleOf = (word: string): string =>
  !/^[a-z]/u.test(word) || LIGHT.has(word) || STOP.has(word) ? word : `<${/(?:ing|ed|s|ly)$/u.exec(word)?.[0] ?? ''}>`;

function* constructions(words: readonly string[]): Generator<readonly [sign: string, value: number]> {
  const roles = ['^', ...words.map(roleOf), '$'];
  for (let i = 0; i + 1 < roles.length; i++) {
    yield [`r ${roles[i]} ${roles[i + 1]}`, 0.6];
    if (i + 2 < roles.length) yield [`r ${roles[i]} ${roles[i + 1]} ${roles[i + 2]}`, 0.8];
    if (i + 3 < roles.length) yield [`r ${roles.slice(i, i + 4).join(' ')}`, 0.6];
  }
}

/** One, two and three characters in a row, the ends of the message marked. */
function* chinese(text: string): Generator<readonly [sign: string, value: number]> {
  const row = ['^', ...text.replace(/[\s\p{Cs}]/gu, '').replace(/\d+/gu, '0'), '$'];
  for (let i = 0; i < row.length; i++)
    for (let length = 1; length <= 3 && i + length <= row.length; length++)
      yield [row.slice(i, i + length).join(''), length === 1 ? 0.7 : 1];
}

/** How long a message is, in steps. */
const lengthOf = (count: number): number => Math.min(6, Math.floor(Math.log2(count + 1)));

/** What in normalised words bears on whom they are for. */
export function signsOf(text: string): Signs {
  const language = HAN.test(text) ? 'zh' : 'en';
  const found = new Map<number, number>();
  const put = (sign: string, value: number) =>
    found.set((language === 'zh' ? 0 : HALF) + hashed(`${language} ${sign}`, HALF), value);
  put('always', 1);
  put(`length ${lengthOf(text.length)}`, 0.5);
  for (const sign of persons(text, language)) put(sign, 1);
  for (const [sign, value] of language === 'zh' ? chinese(text) : english(text)) put(sign, value);
  // long words have more signs than short ones, and say no more
  const length = Math.sqrt([...found.values()].reduce((sum, value) => sum + value * value, 0));
  return {
    at: Int32Array.from(found.keys()),
    value: Float32Array.from(found.values(), (value) => (3 * value) / length),
  };
}
