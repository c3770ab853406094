import type { Evidence, Judge } from '../judge.ts';
import type { NormalisedText } from '../normalise.ts';
import { english } from './en/index.ts';
import { quietEnglish } from './en/quiet.ts';
import type { Rule } from './rule.ts';
import { spoken } from './spoken.ts';
import { chinese } from './zh/index.ts';
import { quietChinese } from './zh/quiet.ts';

const quietPhrases = [...quietChinese, ...quietEnglish];

/** Blanks each of the phrases (global patterns), keeping positions. */
export function blanked(text: string, phrases: readonly RegExp[]): string {
  return phrases.reduce((rest, phrase) => rest.replace(phrase, (said) => '\u0001'.repeat(said.length)), text);
}

/** Blanks what is said only to be denied or told of others ("not complaining, but", "I saw reviews that ..."). */
export function withoutHearsay(text: string): string {
  return blanked(text, quietPhrases);
}

function apply(rule: Rule, text: string): Evidence[] {
  const match = rule.says.exec(text);
  if (match === null || rule.unless?.test(text) || (rule.alone && text.replace(rule.alone, '').trim() !== ''))
    return [];
  return [{ to: rule.to, weight: rule.weight, span: { start: match.index, end: match.index + match[0].length } }];
}

/** The bilingual rules as a judge. Both tables read every text, because people mix languages. */
export const rulesJudge: Judge = ({ text }: NormalisedText) => {
  const heard = withoutHearsay(text);
  return [...chinese, ...english, ...spoken].flatMap((rule) => apply(rule, heard));
};
