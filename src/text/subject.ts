import { head } from './cut.ts';

/** What mail programs put before the subject of an answer or a forward, in the languages they speak; `RE[2]:`, full-width colons. */
const PREFIX =
  /^\s*(?:re|aw|sv|antw|odp|ref|rif|res|ynt|vs|回复|回覆|答复|返信|fwd?|wg|tr|rv|enc|i|vb|doorst|转发|轉寄|转寄|転送)\s?(?:[[(]?\d{1,3}[\])]?)?\s?[:：]/iu;
const MOST_PREFIXES = 20;

/** Whether it is the subject of an answer or a forward, so that what it says was said before. */
export function isAnswering(subject: string): boolean {
  return PREFIX.test(head(subject.normalize('NFKC'), 1000));
}

/** What two subjects have in common when they belong to one thread: no prefixes, no case, one kind of blank. '' says nothing. */
export function subjectKey(subject: string): string {
  let rest = head(subject.normalize('NFKC'), 1000);
  for (let count = 0; count < MOST_PREFIXES && PREFIX.test(rest); count++) rest = rest.replace(PREFIX, '');
  return rest.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** What says already, before a subject, that it is advertising. */
const ADVERTISING = /^\s*[([【（［]?\s*(?:广告|ad)(?![a-z])/iu;

export const saysAdvertising = (subject: string): boolean => ADVERTISING.test(subject);
