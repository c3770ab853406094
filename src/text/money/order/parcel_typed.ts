import { narrow } from '../../normalise.ts';
import { type OrderDay, orderDay } from './order_day.ts';
import type { ParcelSaid } from './order_tail.ts';

/** SF Express SF1234567890, 顺丰SF1234567890: a carrier, and a number with digits at the end. */
const PARCEL = /^(?:(.{0,60}?)(?:[\s:：]+|(?<=\p{Script=Han})))?([A-Za-z]{0,6}\d[\w-]{4,39}|[A-Z]{1,6}\d[\w-]{1,39})$/u;
/** via FedEx, 走顺丰: no part of the name. */
const BY = /^(?:(?:out\s)?(?:by|via|with|through|using)\s+|通过|走的?|用的?|由)/iu;
/** The buyer is told who brings it: what says when it left is no name. */
const WHEN =
  /(?:^|\s)(?:today|yesterday|tomorrow|tonight|now|just|later|soon|already|morning|afternoon|evening|noon|last|this|next|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs)?(?:day)?|fri(?:day)?|sat(?:urday)?|sunday|on|at|\d{1,2}(?:st|nd|rd|th|am|pm)?|\d{1,2}[./:-]\d{1,2}(?:[./-]\d{1,4})?)(?=$|\s)|[昨今][天日早晚]|[明后前]天|刚[刚才]|[上下]午|早上|晚上|(?:周|星期|礼拜)[一二三四五六日天]|\d[月日号点]/iu;

/** A parcel as it is typed behind the word that it was sent, with the day on which it left where that is said with it; undefined: it is none. */
export function parcelTyped(words: string): (ParcelSaid & { day?: OrderDay }) | undefined {
  const plain = narrow(words).trim();
  const dated = orderDay(plain.replace(BY, ''));
  const [, front = '', number] = PARCEL.exec(dated?.text ?? plain) ?? [];
  const carrier = front.trim().replace(BY, '').trim();
  if (!number || WHEN.test(carrier)) return undefined;
  return { carrier, number, ...(dated && { day: dated.day }) };
}
