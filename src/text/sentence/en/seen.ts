import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

/** Who was there on days that are over, answered or not. */
export const seen: Rule[] = rulesOf(pieces, [
  ...(
    [
      ['yesterday', '2d'],
      ['this week|(?:in )?the (?:last|past) (?:week|7 days|seven days)', '7d'],
      ['last week', '14d'],
      ['this month|(?:in )?the (?:last|past) (?:month|30 days|thirty days)', '31d'],
    ] as const
  ).map(
    ([days, span]) =>
      [
        `(?:who|which $CLIENT|what $CLIENT)(?: all| else)?(?: has| have)? (?:got|been) in touch(?: with (?:me|us))? (?:${days})|(?:who|which $CLIENT|what $CLIENT)(?: all| else)?(?: has| have)? (?:wrote|written|contacted|messaged|called)(?: (?:to )?(?:me|us)| in)? (?:${days})`,
        'find',
        `since:${span}`,
      ] as const,
  ),
]);
