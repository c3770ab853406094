import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

/** What was agreed, and what is owed for it. */
export const agreed: Rule[] = rulesOf(pieces, [
  // contracts
  [
    '$WHO(?:的)?合同(?:什么时候|哪天|何时|几号|到什么时候|到哪天)?(?:到期|结束|终止|为止|续约|续签|过期)?(?:呢|啊|吗)?|(?:看看?|查看?|看一下)(?:和|跟|与)?(?<who2>\\p{Script=Han}{2,4}?)的?合同',
    'contracts',
  ],
  [
    '(?:看看?|查看?|显示|列出)?(?:我)?(?:的|有)?(?:所有|全部|哪些)?合同(?:都)?(?:有)?(?:哪些|快到期了?|快到期的|要到期了?|列表)?(?:有哪些|有)?(?:吗|呢)?|(?:哪些|有什么|有哪些)合同(?:快)?(?:要)?(?:到期|续约)?了?',
    'contracts',
  ],
]);
