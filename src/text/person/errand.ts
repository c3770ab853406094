/** What whoever is named is asked: tom pls call her. */
const ASKED =
  /^\s*[,:]?\s+(?:pls|plz|please|kindly|(?:can|could|would|will|should) (?:you|u)|take (?:this|it|over|care)|handle|deal with|sort)(?![\p{L}\p{N}])/iu;
/** Before somebody who is to do something: get Tom to do it. */
const SENT =
  /^(?:(?:please|pls|plz|just|then|and|so|can you|could you|better) ){0,2}(?:get|have|make|let|need|want|leave (?:this|it) (?:to|for|with)|over to|assign (?:this|it )?(?:to)?) (?=\p{L})/iu;
const TO_READER = /\b(?:you|your|yours|u)\b/i;
/** Before somebody who is to do something: 麻烦小林处理. */
const ASKED_ZH =
  /^(?:先|请|麻烦|劳烦|辛苦|拜托|还是|要不|那就|就|让|叫|喊|派|安排|交给|转给|由|等|问问?|找|通知){1,3}(?:一?下)?(?=\p{L}{2})/u;

/** Whether what stands behind a name asks something of whoever has it. */
export const isAsked = (left: string): boolean => ASKED.test(left);

/** Words that begin with whom to send: get Tom to do it. `rest` begins with the name. */
export function sentFor(text: string): { sent: boolean; rest: string } {
  const [before = ''] = SENT.exec(text) ?? [];
  return { sent: before !== '', rest: text.slice(before.length) };
}

/** Behind the name of whom to send nobody else is spoken to. */
export const isAskedBehind = (left: string): boolean => /^[\s.!]|^$/u.test(left) && !TO_READER.test(left);

/** What stands behind 麻烦, 让: the name of who is to do something. */
export const behindAsking = (text: string): string => text.slice(ASKED_ZH.exec(text)?.[0].length ?? 0);

/** 小林会给您送过去: behind the name, the customer is told what a colleague does for them. */
export const isToldOf = (left: string): boolean => left.includes('您') && !/^[\s,，:：!！您你]/u.test(left);
