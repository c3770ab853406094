import { narrow } from '../normalise.ts';
import type { WhenContext } from '../when/format_when.ts';
import { type Day, dayOfIso, fromWallTime, isoDay, wallTime } from '../when/zone.ts';
import { dayRead } from './contract/days.ts';
import { dayAlone, orderedOn } from './order/order_day.ts';

/** What is said of an invoice: its number, the day that it is of, and until when it is to be paid. */
export interface InvoiceWords {
  number?: string;
  issuedOn?: string;
  dueOn?: string;
  /** What is none of that. */
  unread?: string;
}

const DAYS =
  /^(?:net|due in|within|in|payable within)?\s?(\d{1,3})\s?(?:days?|天|日)(?:\s?net|账期|(?:之?内|后|之后)?(?:付|付款|付清|到期|结清|结)?)?$|^net\s?(\d{1,3})$|^账期\s?(\d{1,3})\s?天?$/iu;
const DUE =
  /^(?:is\s)?(?:due|pay(?:able)?|to be paid)(?:\s(?:on|by|until|before))?(?:\s|(?=\d))(.{1,40})$|^(?:(?:付款)?(?:截止|到期日?)(?:到|是|为)?|最晚|最迟)\s?[:：]?\s?(.{1,30}?)(?:付清?|付款)?$|^(.{1,30}?)(?:之?前|以前)(?:付清?|付款|到期)?$/iu;
/** Of an earlier day: of 1 Nov, invoiced on 1 Nov, 11月1日开的. */
const ISSUED =
  /^(?:(?:was\s)?(?:issued|invoiced|dated|written|made|sent)(?:\s(?:on|at))?:?\s|of\s|from\s|date:?\s)(.{1,40})$|^(?:(?:开票|开单|开账|开具|账单)(?:时间|日期|日)?|日期|开于)[\s:：是为]{0,3}(.{1,30}?)$|^(.{1,30}?)(?:就|已经?)?(?:开[的了]?(?:票|账单|单)?|开具)的?$/iu;
/** A number that is called one; 'note1' calls none so. */
const NUMBER =
  /^(?:(?:number|编号|单号|号码)(?:\s?[:：]\s?|\s|(?<=\p{Script=Han}|number(?=\d)))|#\s?|(?:no|nr)(?:\.\s?|\s?[:：]\s?|\s|(?=\d))(?=\S*\d))(\S{1,40})$/iu;
/** One that is written as numbers are: R-2026-004. A word with a figure is none: paid40, 已付200, Dec-15. */
const BARE =
  /^(?!(?:JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC|PAID|DUE|OWED|GOT|NET)\b)[A-Z]{1,6}[-_/](?=\S*\d)[\p{L}\p{N}_/-]{1,39}$/u;

/** '30 days', 'due 15 Dec', '月底前', 'number 2026/17', 'of 1 Nov': in any order, parted by commas or blanks. */
export function invoiceTermsIn(words: string, moment: WhenContext): InvoiceWords {
  const said = termsFrom(words, moment);
  if (said.issuedOn === undefined || said.dueOn === undefined) return said;
  // until when it is to be paid counts from the day that it is of
  const at = { day: dayOfIso(said.issuedOn), minutes: 0 };
  return termsFrom(words, { ...moment, now: fromWallTime(at, moment.timezone) }, said.issuedOn);
}

function termsFrom(words: string, moment: WhenContext, issuedOn?: string): InvoiceWords {
  const said: InvoiceWords = {};
  for (const piece of words.split(/[,，;；、\n]/u).map((one) => one.trim().replace(/^(?:and|as|with|和|为)\s/iu, ''))) {
    if (piece === '') continue;
    const read = termIn(piece, moment, issuedOn) ?? parted(piece, moment, issuedOn);
    if (read) Object.assign(said, read);
    else said.unread = [said.unread, piece].filter(Boolean).join(', ');
  }
  return said;
}

/** Two of them with a blank between: R-7 due 15 Dec. */
function parted(piece: string, moment: WhenContext, issuedOn?: string): InvoiceWords | undefined {
  for (const { index } of [...piece.matchAll(/\s+(?=\S)/gu)].slice(0, 6)) {
    const [one, other] = [piece.slice(0, index), piece.slice(index).trim()].map((part) =>
      termIn(part, moment, issuedOn),
    );
    if (one && other) return { ...one, ...other };
  }
  return undefined;
}

function termIn(piece: string, moment: WhenContext, issuedOn?: string): InvoiceWords | undefined {
  const plain = narrow(piece).trim();
  const issued = ISSUED.exec(plain)?.slice(1).find(Boolean);
  const day = issued ? issuedIn(issued, moment) : undefined;
  // a day that was read before is of that moment
  if (day !== undefined) return { issuedOn: issuedOn ?? isoDay(day) };
  const days = DAYS.exec(plain)?.slice(1).find(Boolean);
  if (days !== undefined) return { dueOn: isoDay(wallTime(moment.now, moment.timezone).day + Number(days)) };
  const due = DUE.exec(plain)?.slice(1).find(Boolean);
  const dueOn = due && (dayRead(due, moment) ?? dayRead(due.replace(/(?<=\d)(?=[a-z])/iu, ' '), moment));
  if (dueOn) return { dueOn };
  const number = NUMBER.exec(plain)?.[1];
  if (number) return { number };
  return BARE.test(plain) ? { number: plain } : undefined;
}

/** The day that an invoice is of: one that is over, or one that is written in full. */
function issuedIn(words: string, moment: WhenContext): Day | undefined {
  const said = dayAlone(words.trim());
  const past = said && orderedOn(said, wallTime(moment.now, moment.timezone).day);
  if (past !== undefined) return past;
  const read = dayRead(words, moment);
  return read === undefined ? undefined : dayOfIso(read);
}
