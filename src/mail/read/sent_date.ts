import { header, type MailHeaders } from '../mime/headers.ts';
import { readWrittenDate } from './written_date.ts';

const HOUR_MS = 3_600_000;
/** No place on earth is further from UTC. */
const FURTHEST_HOURS = 14;
/** What the name CST means, in hours from UTC, the likelier first: programs that write the bare name are mostly Chinese, American ones write -0600. */
const CST_HOURS = [8, -6];

/**
 * When a mail says it was sent (RFC 5322, 3.3; forgiving: dotted times, zone names, none at all). Where its zone is ambiguous or
 * missing, when the first server took it decides. Null when it names no day.
 */
export function sentDate(headers: MailHeaders): Date | null {
  const field = withColons(header(headers, 'date').slice(0, 100));
  const received = receivedDate(headers);
  if (/\bCST\b/.test(field) && !/[+-]\d{4}/.test(field)) return nearest(centralOrChinese(field), received);
  if (hasZone(field)) return strictDate(field) ?? readWrittenDate(field, 0) ?? null;
  const asUtc = readWrittenDate(field, 0);
  if (!asUtc) return null;
  return received && distance(asUtc, received) <= FURTHEST_HOURS * HOUR_MS ? received : asUtc;
}

/** `10.00.00 +0100`: some programs follow the habits of their country. */
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

/** The last Received header is the first server's: what follows its last semicolon is when. */
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
