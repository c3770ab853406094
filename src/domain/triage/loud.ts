import { type Language, languages, shapeNames } from './features.ts';
import { kinds, labels, topics } from './topics.ts';

/** What the words say for a kind, as the judge reads it that weighs them against the rules. */
export const opinionName = (language: Language, kind: number): string => `${language} says ${kind}`;

const ruleNames = labels.flatMap((label) => [
  `R ${label}`,
  `r ${label}`,
  ...topics[label].map((topic) => `r ${label}/${topic}`),
]);

/**
 * Features that speak in almost every message, or much louder than a word: each has a place of its own in the model's
 * table. A word that shared one would be heard whenever a rule speaks, as loudly as the rule.
 */
export const loudNames: Readonly<Record<Language, readonly string[]>> = Object.fromEntries(
  languages.map((language) => [
    language,
    [
      ...[...ruleNames, 'always', ...shapeNames(language)].map((name) => `${language} ${name}`),
      ...kinds.map((_, kind) => opinionName(language, kind)),
    ],
  ]),
) as Record<Language, string[]>;
