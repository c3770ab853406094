import { plainly, plainPattern } from '../plainly.ts';

/** What is to be taken back, as it is said, and as the line that did it says it. */
const DEEDS: readonly (readonly [said: RegExp, line: RegExp])[] = (
  [
    [/退款|退钱|\brefund/iu, /refund|退/iu],
    [/删|\b(?:delet|remov)/iu, /delete|remove|untag|\/end|\s-|删|取消|不再/iu],
    [/拉黑|\bblock/iu, /block|拉黑/iu],
    [/合并|\bmerg/iu, /merge|合并/iu],
    [/标签|\btag/iu, /tag|标签|#/iu],
    [/备注|\bnotes?\b/iu, /note|备注/iu],
    [/任务|提醒|\b(?:tasks?|reminders?)\b/iu, /task|任务|remind|提醒/iu],
    [/订单|\borders?\b/iu, /order|订单/iu],
    [/发货|\b(?:shipped|shipment|shipping)\b/iu, /sent|ship|发/iu],
    [/付款|收款|\bpa(?:id|yment)/iu, /pa(?:id|y)|[付收]/iu],
    [/报价|\bquotes?\b/iu, /quote|报价/iu],
  ] as const
).map(([said, line]) => [plainPattern(said), plainPattern(line)] as const);

/** Whether words name a deed to be taken back, and the line of what was done last is another. */
export function undoesAnother(typed: string, line: string): boolean {
  const named = DEEDS.filter(([said]) => said.test(plainly(typed)));
  return named.length > 0 && !named.some(([, done]) => done.test(plainly(line)));
}
