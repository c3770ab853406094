/** What was done, right before the day it was done on. */
const DONE =
  '(?:received|sent|brought|gave|dropped off|picked up|handed|lent|found|heard|won|lost|began|ended|finished|completed|ordered|placed|paid|bought|booked|shipped|delivered|dispatched|arrived|came|came in|got|had|made|took|saw|met|spoke|talked|chatted|called|rang|phoned|mailed|emailed|messaged|wrote|said|told|asked|promised|agreed|discussed|mentioned|submitted|signed|dated|posted|published|missed|cancelled|canceled|returned|refunded|charged|billed|invoiced|failed|broke|happened|visited|left|went|did|was|were|reported|complained|filed|raised|opened|started|from us|to us)';
/** With what may stand between: placed with us on, had together. */
const THEN = '(?:\\s(?:here|there|together|in|off|out|up|over|it|them|us|me|him|her|with (?:us|me|him|her|them)))?';
const TOLD = new RegExp(`\\b${DONE}${THEN}\\s{1,3}(?:(?:on|at|since)\\s{1,3}(?:the\\s{1,3})?)?$`, 'iu');
/** That is yet to be done, or to be seen to. */
const YET =
  /\b(?:will|shall|should|must|can|could|would|to be|be|being|get|gets|getting|is|are|has to|have to|have the|have it|get the|needs?|wants?|make sure|in case|if|unless|until|till)\b[^,;.!?]{0,60}$/iu;

/** The order, my mails, Kim's payment: what is there already is of the day it came from. */
const THING =
  '(?:orders?|mails?|emails?|letters?|messages?|invoices?|bills?|receipts?|payments?|calls?|notes?|complaints?|enquir(?:y|ies)|inquir(?:y|ies)|quotes?|meetings?|talks?|chats?|minutes|parcels?|deliver(?:y|ies)|shipments?|returns?|requests?|questions?|tickets?|photos?|pictures?|leads?|sales?|takings?|transfers?|voicemails?|visits?|lunch|dinner|party|fair|market|workshop|event|bookings?|conversations?|review)';
const FROM = new RegExp(
  `\\b${THING}(?:\\s(?!(?:start|begin|run|go|be|is|are|will|open|close|shut)\\w{0,5}\\b)[\\p{L}'’]{1,20}){0,2}\\s{1,3}$`,
  'iu',
);
const OF_THEN = new RegExp(`\\b${THING}\\s{1,3}(?:of|from|since|dated)\\s{1,3}(?:the\\s{1,3})?$`, 'iu');

/** Take orders from Monday: what is done from then on. */
const TO_BE_DONE = new RegExp(
  `\\b(?:take|accept|open|start|begin|allow|offer|run|stop|pause|close|plan)\\s{1,3}(?:new\\s{1,3})?${THING}(?:\\s{1,3}(?:from|since))?\\s{1,3}(?:the\\s{1,3})?$`,
  'iu',
);

/** So much in front of a time is looked at. */
const NEAR = 80;

/** Whether a time behind those words says when something was: mail received Thursday, the call we had Monday, the order from the 3rd. */
export function isToldOf(before: string, time: string): boolean {
  const near = before.slice(-NEAR);
  if (/^(?:by|before|until|till)\b/iu.test(time)) return false;
  if (TOLD.test(near)) return !YET.test(near);
  if (/^from\s/iu.test(time)) return FROM.test(near) && !TO_BE_DONE.test(near);
  return OF_THEN.test(near) && !TO_BE_DONE.test(near);
}
