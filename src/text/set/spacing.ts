const HAN = /\p{Script=Han}/u;
const LATIN = /[\p{Script=Latin}\d]/u;

/** A Chinese sentence with words put into it: a blank stands where Chinese and Latin letters or figures meet, 这里是 Hill Tea 的. */
export function han(sentence: TemplateStringsArray, ...words: readonly string[]): string {
  return sentence.reduce((said, part, nth) => [String(words[nth - 1]), part].reduce(beside, said));
}

const beside = (said: string, next: string): string => said + (meet(said.at(-1), next.at(0)) ? ' ' : '') + next;

const meet = (left = '', right = ''): boolean =>
  (HAN.test(left) && LATIN.test(right)) || (LATIN.test(left) && HAN.test(right));
