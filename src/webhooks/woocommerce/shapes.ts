import { decodeHTMLStrict } from 'entities';
import * as z from 'zod';
import type { InboxRow } from '../../inbox/event.ts';
import { toMinor } from '../../text/money/money.ts';
import { cleanText } from '../../text/normalise.ts';
import { isDated, line } from '../shared/shapes.ts';

/** Ids are numbers, in some plugins texts; 0 is nobody. */
export const id = z
  .union([z.number().int().min(0), z.string().regex(/^\d{1,20}$/)])
  .transform(String)
  .refine((value) => !/^0+$/.test(value));
export const noneOrId = id.nullish().catch(null);
/** WordPress keeps and shows texts as HTML (Tom &amp; Jerry&#8217;s Tea); what they mean is read once. */
const html = z.string().transform(decodeHTMLStrict);
export const word = html.pipe(line).nullish().catch(null);
export const person = html.transform(cleanText).nullish().catch(null);

/** The same of what a plugin keeps, if it is a text. */
export const meaning = (value: unknown): unknown => (typeof value === 'string' ? decodeHTMLStrict(value) : value);

/** In UTC, though nothing behind it says so. */
export const gmt = z.iso
  .datetime({ local: true, offset: true })
  .transform((at) => new Date(/Z|[+-]\d\d:?\d\d$/.test(at) ? at : `${at}Z`))
  .refine(isDated);

/** A sum: a text with a point, in some plugins a number. */
export const sum = z
  .union([z.string(), z.number()])
  .transform((value) => plain(value))
  .pipe(z.string().regex(/^-?\d{1,15}(?:\.\d{0,30})?$/));

/** A number as digits: the shop counts with floats, and writes the smallest with an exponent. */
function plain(value: string | number): string {
  if (typeof value === 'string') return value.trim() || '0';
  return Number.isFinite(value) && Math.abs(value) < 1e15 ? value.toFixed(10) : '';
}

export const Address = z
  .object({
    ...{ first_name: person, last_name: person, company: word, email: person, phone: person },
    ...{ address_1: word, address_2: word, city: word, state: word, postcode: word, country: word },
  })
  .partial()
  .nullish()
  .catch(null);
export type Address = z.output<typeof Address>;

export const Meta = z
  .array(
    z
      .object({ key: z.string(), value: z.unknown(), display_key: z.unknown(), display_value: z.unknown() })
      .partial()
      .catch({}),
  )
  .nullish()
  .catch(null);
export type Meta = z.output<typeof Meta>;

/** A sum of several lines' parts, in minor units. */
export const added = (currency: string, ...sums: (string | null | undefined)[]): bigint =>
  sums.reduce((all, one) => all + (one ? BigInt(toMinor(one, currency)) : 0n), 0n);

export function topicOf({ headers }: Pick<InboxRow, 'headers'>): string {
  const topic = headers?.['x-wc-webhook-topic'] ?? '';
  return /^[a-z_]{1,40}\.[\w.]{1,80}$/i.test(topic) ? topic : 'unknown topic';
}
