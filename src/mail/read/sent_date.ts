import { head } from '../../text/cut.ts';
import { header, type MailHeaders } from '../mime/headers.ts';
import { FURTHEST_MINUTES, readWrittenDate } from './written_date.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A mail reaches its first server about when it is written; one that waits for days comes from a laptop or a list. */
const LONGEST_WAIT_DAYS = 365;
/**
 * What the name CST means, in hours from UTC, the more likely first: programs that write only the name are mostly
 * Chinese, American ones write -0600.
 */
const CST_HOURS = [8, -6];

/** When a mail was sent, according to itself; null if that is impossible. */
export function sentDate(headers: MailHeaders): Date | null {
  const date = statedDate(headers);
  const received = receivedDate(headers)?.getTime();
  if (!date || received === undefined) return date;
  const waited = received - date.getTime();
  return waited < -DAY_MS || waited > LONGEST_WAIT_DAYS * DAY_MS ? null : date;
}

/**
 * When a mail says it was sent (RFC 5322, 3.3; tolerant: times with dots, zone names, no zone). If its zone is
 * ambiguous or missing, the time of the first server decides. Null if it names no day, or one that does not exist.
 */
function statedDate(headers: MailHeaders): Date | null {
  const field = withColons(head(header(headers, 'date'), 100));
  const received = receivedDate(headers);
  const written = readWrittenDate(field, 0);
  if (written && /\bCST\b/.test(field) && !/[+-]\d{4}/.test(field)) return nearest(centralOrChinese(field), received);
  // the strict reader would count on what no clock shows: 31 February as 3 March
  if (hasZone(field)) return (written && strictDate(field)) ?? written ?? null;
  if (!written) return null;
  return received && distance(written, received) <= FURTHEST_MINUTES * 60_000 ? received : written;
}

/** Puts colons into `10.00.00 +0100`, because some programs follow the habits of their country. */
function withColons(field: string): string {
  return field.replace(/(?<=\s)(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?=\s*(?:[+-]\d{4}|[A-Z]{2,5}\b|\(|$))/, (time) =>
    time.replaceAll('.', ':'),
  );
}

function hasZone(field: string): boolean {
  return /[+-]\d{2}:?\d{2}\s*(\(|$)|\d\s*(Z|UT|[A-Z]{3,5})\s*(\(|$)|\b(GMT|UTC)\b/.test(field);
}

function strictDate(field: string): Date | undefined {
  const date = new Date(field);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function centralOrChinese(field: string): Date[] {
  const asUtc = strictDate(field.replace(/\bCST\b.*$/, '+0000'));
  return asUtc ? CST_HOURS.map((hours) => new Date(asUtc.getTime() - hours * HOUR_MS)) : [];
}

/** The time of the first server: what stands after the last semicolon of the last Received header. */
function receivedDate(headers: MailHeaders): Date | undefined {
  const field = headers.get('received')?.at(-1) ?? '';
  return strictDate(field.slice(field.lastIndexOf(';') + 1).trim());
}

function nearest(dates: Date[], received: Date | undefined): Date | null {
  const [first = null] = received ? [...dates].sort((a, b) => distance(a, received) - distance(b, received)) : dates;
  return first;
}

function distance(one: Date, other: Date): number {
  return Math.abs(one.getTime() - other.getTime());
}
