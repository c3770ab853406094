import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

/** What is next of leads, and what was promised; before lists of leads, which fit more words. */
export const follow: Rule[] = rulesOf(pieces, [
  [
    '(?:哪些|哪几个|有哪些|还有哪些)?(?:意向|线索|单子?)?(?:还)?(?:没有?|没定|还没定)(?:好)?下一步的?(?:意向|线索|单子?)?(?:有哪些|呢)?',
    'next',
    '没定',
  ],
  [
    '(?:意向|线索|单子?)?(?:的)?下一步(?:该|要|应该)?(?:做|干|跟进)?(?:什么|啥|谁|哪些)|(?:接下来)?(?:该|要|应该)跟进(?:谁|哪些|哪些客户|哪些意向)',
    'next',
  ],
  ['$WHO的?下一步(?:是|：|:)(?<rest>.{2,80})', 'next', '$rest'],
  [
    '我?(?:都|还)?(?:答应|承诺)(?:过|了)(?:客户|人家|别人)?(?:什么|哪些(?:事|事情)?|啥)(?:事|事情)?(?:还?没做的?)?',
    'promise',
  ],
  ['我?(?:都|还)?(?:答应|承诺)(?:过|了)$WHO(?:什么|哪些(?:事|事情)?|啥)(?:事|事情)?(?:还?没做的?)?', 'promise'],
]);
