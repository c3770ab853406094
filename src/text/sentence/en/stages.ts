import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

/** Where a lead goes, and how likely it is to be won there. Before what else may be moved: whether there is such a stage is looked for. */
export const stages: Rule[] = rulesOf(pieces, [
  // to another stage, if there is one of that name
  [
    "(?:move|bring|put|push) $WHO(?:$OF)?(?: (?:lead|deal))? (?:on |back )?(?:to|into|in) (?:the )?(?:stage )?(?<rest>\\p{L}[\\p{L}\\p{N} '’-]{1,24}?)(?: stage)?",
    'move',
    '$rest',
  ],
  [
    '(?:(?:set|make|change) )?(?:the )?(?:stage (?<rest>\\p{L}[\\p{L}\\p{N} -]{1,24}?)|(?<rest2>\\p{L}[\\p{L}\\p{N} -]{1,24}?) stage)(?: (?:to|at|is|=))? (?<percent>\\d{1,3}) ?(?:%|percent|per cent)',
    'stages',
    '$rest$rest2 $percent%',
  ],
]);
