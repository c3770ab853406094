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

/** A parcel that was noted wrong, as it should be. */
export interface ParcelPutRight {
  /** The number it was noted by; '': not said. */
  was: string;
  carrier: string;
  /** '': it stays. */
  number: string;
}

const NUMBER = '[A-Za-z]{0,6}\\d[\\w-]{3,39}';
const SHOULD_BE = [
  `(?:the )?(?:tracking|parcel|carrier|number)(?: (?:number|no\\.?))?(?: (?<was>${NUMBER}))?(?: (?:is|was) (?:wrong|incorrect)[,;:.]?(?: (?:it )?(?:is|should be|must be))?| should (?:be|have been)| must be| (?:is|was)? ?(?:changed|corrected) to| is now) (?<now>\\S.*)`,
  `(?:快递|运单|物流)?(?:单号?|号码?|公司|快递)\\s?(?<was2>${NUMBER})?\\s?(?:(?:写|记|填|发)?错了?[,，。]?\\s?(?:应该?是|应为|是|改[成为])?|不对[,，]?\\s?(?:应该?是|应为|是)?|应该?是|应为|其实是|(?:要|需要)?(?:改|换)[成为])\\s?(?<now2>\\S.*)`,
  `(?:the )?(?:tracking|parcel|number)(?: (?:number|no\\.?))? (?:is|was|should be) (?<now3>${NUMBER}),? (?:and )?not (?<was3>${NUMBER})`,
  `(?:the )?wrong (?:tracking |parcel )?(?:number|no\\.?)[,;:.]?(?: (?:it(?:'s| is)?|should be|is))* (?<now4>${NUMBER})`,
  `(?:应该?是|应为)\\s?(?<now5>${NUMBER})`,
  `(?:快递|运单|物流|单)?号?不是\\s?(?<was6>${NUMBER})[,，]?\\s?而?是\\s?(?<now6>${NUMBER})`,
  `快递(?:公司)?是\\s?(?<now7>\\p{Script=Han}{2,6})`,
].map((shape) => new RegExp(`^${shape}[.。!！]*$`, 'iu'));

/** number should be 1Z…, carrier is wrong, it is DHL, 单号写错了，是SF…: undefined: nothing of the kind is said. */
export function parcelPutRight(words: string): ParcelPutRight | undefined {
  const plain = narrow(words).trim();
  const said = SHOULD_BE.map((shape) => shape.exec(plain)?.groups).find((groups) => groups !== undefined);
  const now = said && saidAs(said, 'now')?.trim();
  if (!said || now === undefined) return undefined;
  const was = saidAs(said, 'was') ?? '';
  const parcel = parcelTyped(now);
  if (parcel && !parcel.day) return { was, carrier: parcel.carrier, number: parcel.number };
  return /\d/.test(now) || WHEN.test(now) || now.length > 40 ? undefined : { was, carrier: now, number: '' };
}

/** The shapes call it now, now2 and so on, as a name may stand in a pattern once. */
const saidAs = (said: Record<string, string | undefined>, name: string): string | undefined =>
  Object.entries(said).find(([key, value]) => key.replace(/\d$/u, '') === name && value !== undefined)?.[1];
