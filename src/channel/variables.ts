import * as z from 'zod';
import type { Sentence } from '../text/explained.ts';

/**
 * A text that passes the check; otherwise `sentence` says what it must be. The name of the variable stands before it.
 */
export const text = (passes: (text: string) => boolean, sentence: Sentence) =>
  z.string().refine(passes, { params: { sentence } });

/** A text that matches the pattern. */
export const matching = (pattern: RegExp, sentence: Sentence) => text((words) => pattern.test(words), sentence);

/** A URL with one of these protocols ('https:'). */
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

/** The sentence for a finding of zod. All of them should have one of ours; if one does not, zod's own words. */
export const sentenceOf = ({ message, ...issue }: z.core.$ZodIssue): Sentence =>
  issue.code === 'custom' && issue.params?.sentence ? (issue.params.sentence as Sentence) : () => message;

/** What is wrong with one variable, or with several together. */
export const wrong =
  (name: string, sentence: Sentence): Sentence =>
  (t) =>
    `${name} ${sentence(t)}`;
