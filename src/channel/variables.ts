import * as z from 'zod';
import type { Sentence } from '../text/explained.ts';

/** A text that passes; else `sentence` says how it must be. The variable's name stands before it. */
export const text = (passes: (text: string) => boolean, sentence: Sentence) =>
  z.string().refine(passes, { params: { sentence } });

/** A text of this form. */
export const matching = (pattern: RegExp, sentence: Sentence) => text((words) => pattern.test(words), sentence);

/** An address of one of these protocols ('https:'). */
export const url = (protocols: string[], example: string) =>
  text(
    (words) => URL.canParse(words) && protocols.includes(new URL(words).protocol),
    ({ variable }) => variable.like(example),
  );

/** One of a few words. */
export const flag = <const T extends readonly [string, ...string[]]>(...values: T) =>
  z.custom<T[number]>((word) => values.includes(word as string), {
    params: { sentence: (({ variable }) => variable.oneOf(values.join(', '))) satisfies Sentence },
  });

/** What zod found wrong; of its own findings, which there should be none of, its own words. */
export const sentenceOf = ({ message, ...issue }: z.core.$ZodIssue): Sentence =>
  issue.code === 'custom' && issue.params?.sentence ? (issue.params.sentence as Sentence) : () => message;

/** What one or several variables together are wrong in. */
export const wrong =
  (name: string, sentence: Sentence): Sentence =>
  (t) =>
    `${name} ${sentence(t)}`;
