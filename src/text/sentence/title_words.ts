import { foldText } from '../fold.ts';

/** What stands beside the words of a title: my 4pm, the dentist thing. */
const BESIDE = new Set([
  'the',
  'my',
  'a',
  'an',
  'to',
  'for',
  'of',
  'about',
  'with',
  'and',
  'thing',
  'one',
  'task',
  'reminder',
  'alarm',
]);
/** The same in Chinese: 张伟那个电话. */
const BESIDE_HAN = /(?:[那这]个|的(?:任务|提醒|事情?)?$|的)/gu;
/** What was done is called by what was to be done: sent, send. */
const PAST: Readonly<Record<string, string>> = {
  ...{
    sent: 'send',
    gave: 'give',
    given: 'give',
    bought: 'buy',
    paid: 'pay',
    wrote: 'write',
    written: 'write',
    made: 'make',
  },
  ...{ took: 'take', brought: 'bring', told: 'tell', got: 'get', rang: 'ring', spoke: 'speak', met: 'meet', did: 'do' },
  ...{ drew: 'draw', cut: 'cut', put: 'put', sold: 'sell', built: 'build', found: 'find', chose: 'choose', went: 'go' },
};
/** What English words end in, of which the beginning says what they are: water, watering; tune, tuning. */
const ENDING = /(?:ings?|ed|es|e|s)$/;
const STEM = 3;

/** Whether a title holds all of these words, whatever their order: of Chinese all of the characters. */
export function titleHolds(title: string, words: string): boolean {
  const [whole, wanted] = [foldText(title), foldText(words)];
  const said = wanted.replace(BESIDE_HAN, '') || wanted;
  const han = said.match(/\p{Script=Han}/gu) ?? [];
  if (han.length > 1 && han.join('') === said)
    return han.every((character) => whole.includes(character)) || isWithin(whole, said);
  const asked = wordsOf(wanted).filter((word) => !BESIDE.has(word));
  const titled = wordsOf(whole);
  return asked.length > 0 && asked.every((word) => titled.some((one) => isSameWord(one, word)));
}

/** 刘姐那个见面 says all of 见刘姐, and a little more. */
function isWithin(title: string, said: string): boolean {
  const han = title.match(/\p{Script=Han}/gu) ?? [];
  return han.length >= STEM && han.join('') === title && han.every((character) => said.includes(character));
}

/** What is somebody's: maja's thing; where somebody goes: 去仓库. Only what is left says which it is. */
const LED = /^(?:去|要去|要)(?=\p{Script=Han}{2})|['’]s (?:thing|one|task|reminder)$/giu;
export const nakedThing = (words: string): string => words.replace(LED, '').trim() || words;

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether two words are one, whatever they end in: poster, posters. */
export const isSameWord = (one: string, other: string): boolean => stemOf(one) === stemOf(other);

function stemOf(said: string): string {
  const word = PAST[said] ?? said;
  const stem = word.replace(ENDING, '');
  return stem.length < STEM ? word : stem;
}
