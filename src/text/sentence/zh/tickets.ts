import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

/** A ticket by its number, which are late, and the hours in which their clocks run. */
export const tickets: Rule[] = rulesOf(pieces, [
  ['(?:看看?|查看|打开)?(?:一下)?(?:售后|工单)(?:单)?\\s?#?(?<no>\\d{1,9})号?', 'ticket', '$no'],
  [
    '把?(?:售后|工单)(?:单)?\\s?#?(?<no>\\d{1,9})号?\\s?(?:是|设为|改为|改成|标为|标成)?(?<what>紧急|加急|高|普通|低|投诉|咨询|退换货)',
    'ticket',
    '$no $what',
    'sure',
  ],
  [
    '(?:有(?:哪些|什么|没有)?)?(?:超时|逾期)(?:了)?的?(?:售后|工单)(?:有哪些|吗)?|(?:哪些|有)(?:售后|工单)(?:超时|逾期)了?(?:吗)?',
    'tickets',
    '超时',
  ],
  ['(?:看看?|查看|我的|我们的)?(?:营业|上班)时间', 'hours'],
]);
