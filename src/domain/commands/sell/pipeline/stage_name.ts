import { cleanName } from '../../../../text/normalise.ts';
import type { Texts } from '../../../../text/texts.ts';
import { typedWords } from '../../../../text/typed.ts';
import { LONGEST_STAGE, type Stage, stageCalled } from '../../../sell/pipeline/stage.ts';
import { SIGNS } from '../../people/field_name.ts';

/** With these /move and /pipeline mean something else. */
const TAKEN = [
  typedWords(({ stage }) => stage.next),
  typedWords(({ stage }) => stage.previous),
  typedWords(({ board }) => Object.values(board).flat()),
];
/** What leads in any open stage are called in a filter. */
const OPEN = typedWords(({ filter }) => filter.lead.open);
/** Sample -3 days, where a figure was not understood. */
const FIGURE = /[-−]\s?\d|\d\s?[%％]/u;
const QUOTES = /["“”「」]/gu;

/** What a stage is to be called, as it was typed, without quotes: one letter more than may be shows that it is too long. */
export const nameTyped = (words: string, longest = LONGEST_STAGE + 1): string =>
  cleanName(words.replace(QUOTES, ''), longest);

/** Why no stage can be called so; undefined where one can. */
export function whyNoStage(t: Texts, known: readonly Stage[], name: string): string | undefined {
  if (!/\p{L}/u.test(name) || SIGNS.test(name)) return t.stages.noName;
  if ([...name].length > LONGEST_STAGE) return t.stages.tooLong(LONGEST_STAGE);
  if (stageCalled(known, name) || OPEN.has(name.toLowerCase())) return t.stages.taken(name);
  const isCommand = TAKEN.some((words) => words.has(name.toLowerCase()));
  return isCommand || /^[#＃]/u.test(name) || FIGURE.test(name) ? t.stages.reserved(name) : undefined;
}
