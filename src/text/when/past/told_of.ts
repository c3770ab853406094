import { tellsOfPast } from './told_clause.ts';

/** What nobody writes of what is still to be done: the past of a verb, and what befalls. */
const HAPPENED =
  '(?:came|went|rang|wrote|began|saw|took|spoke|gave|did|was|were|said|told|called|phoned|talked|chatted|met|arrived|happened|occurred|complained|visited|mentioned|agreed|asked|received|missed|lost|broke|broken|stolen|damaged|delayed|failed|heard|found|got|had|left|won|ended|started|from us|to us)';
/** Participles that do not end in -ed; a shot or a set may be a thing. */
const IRREGULAR =
  '(?:sent|paid|made|bought|brought|built|taken|given|held|done|drawn|sold|lent|written|shown|seen|put|kept|hurt|thrown|torn|worn|eaten|driven|taught|caught|spent|spoken|chosen|frozen|stuck|hung|laid|led|lit|sung|swept|begun|fed|(?<=\\b(?:[a-z]{2,}s|video|film|footage)\\s)(?:shot|cut|read|set|run|hit))';
/** Beds and sheds, what is needed and who is called Fred are no deeds. */
const REGULAR = '(?!hundred|sacred|naked|wicked|kindred|moped)[a-z]{2,}(?<!e|\\b[bfrlwtzs]|\\bsh|\\bsl|\\bemb)ed';
/** With what may stand between: placed with us on, had together. */
const THEN =
  '(?:\\s(?:here|there|together|in|off|out|up|down|over|it|them|us|me|him|her|to (?:us|me|him|her|them)|(?:with|by|from|for) (?:us|me|him|her|them|\\p{L}{2,15})))?';
const ON = '\\s{1,3}(?:(?:on|at|since|for)\\s{1,3})?(?:the\\s{1,3})?$';
const TOLD = new RegExp(`\\b${HAPPENED}${THEN}${ON}`, 'iu');
/** As it is written: Fred is nobody's deed. */
const DONE = new RegExp(`(?<before>^|.*\\s)(?:${IRREGULAR}|${REGULAR})${THEN}${ON}`, 'su');

/** Who did it, of a thing that was named before: the cake we ordered, the parcel Kim sent us. */
const WHO_DID =
  /(?<=\p{L}\s)(?:(?:i|we|he|she|they|who|which|what|how|why)\b|(?<!\b(?:get|have|keep|want|need|see|let|make)\s)(?:you|my \p{L}+|the customer)\b)(?=\s)/giu;
const NAMED_DID = /\b(?:the|a|an|my|our|this|that|his|her|their) (?:\p{Ll}+\s){1,3}(?=\p{Lu}\p{L}+\s$)/u;
/** That is yet to be done, or to be seen to; get something done, and not get the feedback on what was sent. */
const YET =
  /\b(?:(?:will|shall|should|must|can|could|would|to be|be|being|is|are|has to|make sure|in case|if|unless|until|till?)\b[^,;.!?]{0,60}|(?:get|gets|getting|have|having|keep|leave|want|like|prefer|expect|see|needs?|wants?)\b(?:(?!\s(?:on|of|about|for|from|with|to|at|in|re|after)\s)[^,;.!?]){0,60})$/iu;

/** What stands in front of a thing that something else is said of: fix THE lamp, look AT mail. */
const AMID =
  /\S\s(?:the|an?|my|our|your|his|her|their|its|this|that|these|those|all|any|both|which|at|on|in|of|for|to|with|about|re|regarding|through|after|into|onto|up|over|from|between|against|under)\s/iu;

/** No thing stands in front. */
const BARE = /(?:^|\s)(?:the|an?|my|our|your|his|her|their|this|that|at|on|in|of|for|to|with|about|and|or)$/iu;

/** The order, my mails, Kim's payment: what is there already is of the day it came from. */
const THING =
  '(?:orders?|mails?|emails?|letters?|messages?|invoices?|bills?|receipts?|payments?|calls?|notes?|complaints?|enquir(?:y|ies)|inquir(?:y|ies)|quotes?|meetings?|talks?|chats?|minutes|parcels?|deliver(?:y|ies)|shipments?|returns?|requests?|questions?|tickets?|photos?|pictures?|leads?|sales?|takings?|transfers?|voicemails?|visits?|lunch|dinner|party|fair|market|workshop|event|bookings?|conversations?|review)';
const A_THING = new RegExp(`^${THING}$`, 'iu');
const FROM = new RegExp(
  `\\b${THING}(?:\\s(?!(?:start|begin|run|go|be|is|are|will|open|close|shut)\\w{0,5}\\b)[\\p{L}'’]{1,20}){0,2}\\s{1,3}$`,
  'iu',
);
/** Whatever is of a day, or dated so. */
const OF_THEN = new RegExp(`\\b(?:of|dated|${THING}\\s{1,3}(?:from|since))\\s{1,3}(?:the\\s{1,3})?$`, 'iu');

/** Take orders from Monday, no deliveries from the 24th: what is done from then on. */
const TO_BE_DONE = new RegExp(
  `\\b(?:take|accept|open|start|begin|allow|offer|run|stop|pause|close|plan|no|no more|only|free|new|halt|suspend|resume|block|limit|move|switch)\\s{1,3}(?:\\p{L}{1,12}\\s{1,3})?${THING}(?:\\s{1,3}(?:from|since))?\\s{1,3}(?:the\\s{1,3})?$`,
  'iu',
);

/** So much in front of a time is looked at. */
const NEAR = 80;

/** From whoever did it on: get the cake WE ORDERED is not to be got then. */
function deedOf(near: string): string {
  const who = [...near.matchAll(WHO_DID)].at(-1);
  return who ? near.slice(who.index) : near;
}

/**
 * Whether something was done to a thing that something else is to be done with: pay the fine issued, look at photos taken. Where nothing but
 * the thing stands in front (dinner booked, the contract signed), that is what is to be done.
 */
function isDoneTo(near: string): boolean {
  const before = DONE.exec(near)?.groups?.before?.trim();
  if (!before || BARE.test(before) || YET.test(deedOf(near))) return false;
  if (deedOf(near) !== near || NAMED_DID.test(`${before} `)) return true;
  const thing = before.replace(/^(?:the|an?|my|our|your|his|her|their|this|that|these|those|all)\s/iu, '');
  return AMID.test(`${before} `) || thing.includes(' ') || (/^\p{Lu}/u.test(thing) && !A_THING.test(thing));
}

/** Whether a time behind those words says when something was: mail received Thursday, the call we had Monday, the order from the 3rd. */
export function isToldOf(before: string, time: string): boolean {
  const near = before.slice(-NEAR).replace(/^.*[,;:.!?]\s/su, '');
  if (/^(?:by|before|until|till?)\b/iu.test(time)) return false;
  if (TOLD.test(near)) return !YET.test(deedOf(near));
  if (isDoneTo(near) || tellsOfPast(near)) return true;
  if (/^from\s/iu.test(time)) return FROM.test(near) && !TO_BE_DONE.test(near);
  return OF_THEN.test(near) && !TO_BE_DONE.test(near);
}
