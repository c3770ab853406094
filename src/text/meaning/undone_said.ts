import { plainly, plainPattern } from '../plainly.ts';

/** What may be named as what is to be taken back. */
export type Deed =
  | 'refund'
  | 'removal'
  | 'block'
  | 'merge'
  | 'tag'
  | 'note'
  | 'task'
  | 'order'
  | 'shipment'
  | 'payment'
  | 'quote';

const SAID: Readonly<Record<Deed, RegExp>> = {
  refund: /退款|退钱|\brefund/iu,
  removal: /删|\b(?:delet|remov)/iu,
  block: /拉黑|\bblock/iu,
  merge: /合并|\bmerg/iu,
  tag: /标签|\btag/iu,
  note: /备注|\bnotes?\b/iu,
  task: /任务|提醒|\b(?:tasks?|reminders?)\b/iu,
  order: /订单|\borders?\b/iu,
  shipment: /发货|\b(?:shipped|shipment|shipping)\b/iu,
  payment: /付款|收款|\bpa(?:id|yment)/iu,
  quote: /报价|\bquotes?\b/iu,
};
const PATTERNS = (Object.keys(SAID) as Deed[]).map((deed) => [deed, plainPattern(SAID[deed])] as const);

/** The deeds that words name. */
export function deedsSaid(typed: string): Deed[] {
  const plain = plainly(typed);
  return PATTERNS.filter(([, said]) => said.test(plain)).map(([deed]) => deed);
}
