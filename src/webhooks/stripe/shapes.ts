import * as z from 'zod';
import type { ShopCustomer } from '../../domain/shop_event.ts';
import { minorDigits, toMinor } from '../../text/money/money.ts';
import { NO_RECORD, nameOf } from '../shared/name.ts';
import { line, text } from '../shared/shapes.ts';

const MAX_ID = 255;
/** Seconds since 1970, at most until the year 9999. */
export const second = z
  .number()
  .int()
  .min(0)
  .max(253_402_300_799)
  .transform((seconds) => new Date(seconds * 1000));
export const cents = z.number().int();
export const currency = z
  .string()
  .regex(/^[A-Za-z]{3}$/)
  .transform((code) => code.toUpperCase());
export const id = z.string().min(1).max(MAX_ID);
/** Another object: its id, or itself where it was expanded. */
export const ref = z
  .union([id, z.object({ id }).transform((object) => object.id)])
  .nullish()
  .catch(null);
export const word = line.nullish().catch(null);

export const Address = z
  .object({ line1: word, line2: word, city: word, state: word, postal_code: word, country: word })
  .partial()
  .nullish()
  .catch(null);
export type Address = z.output<typeof Address>;

export const person = text.catch(null);

interface Person {
  id?: string | null | undefined;
  name?: string | null | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  address?: Address | undefined;
  language?: string | null | undefined;
}

/** Somebody as an object names them; undefined if it says nothing by which they could be known. */
export function customerOf({
  id: externalId,
  name,
  email,
  phone,
  address,
  language,
}: Person): ShopCustomer | undefined {
  if (!externalId && !email && !phone) return undefined;
  return {
    externalId: externalId ?? null,
    name: nameOf(name),
    email: email || null,
    // what was typed at the checkout is not what the account holds
    ...(email && externalId && { emailFrom: 'order' as const }),
    phone: phone || null,
    ...(phone && { phoneFrom: 'order' as const }),
    country: address?.country || null,
    city: address?.city || null,
    language: language || null,
    ...(externalId && { record: NO_RECORD }),
  };
}

/** The page of a payment or invoice, where its owner sees it. */
export const pageOf = ({ live }: Pick<StripeEvent, 'live'>, of: 'payments' | 'invoices', called: string): string =>
  `https://dashboard.stripe.com/${live ? '' : 'test/'}${of}/${encodeURIComponent(called)}`;

/** Currencies that Stripe writes in whole units, and those that it writes in thousandths (docs.stripe.com/currencies). */
const WHOLE = 'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' ');
const THOUSANDTHS = 'BHD JOD KWD OMR TND'.split(' ');

/** Stripe's smallest unit in that of ISO 4217: they differ for some. */
export function minorOf(amount: number, code: string): string {
  const digits = WHOLE.includes(code) ? 0 : THOUSANDTHS.includes(code) ? 3 : 2;
  if (digits === minorDigits(code)) return String(amount);
  const figures = String(Math.abs(amount)).padStart(digits + 1, '0');
  const point = figures.length - digits;
  return toMinor(`${amount < 0 ? '-' : ''}${figures.slice(0, point)}.${figures.slice(point)}`, code);
}

/** What the event is in: everything in it is signed. */
export interface StripeEvent {
  type: string;
  createdAt: Date;
  live: boolean;
  connectionId: string;
}

/** The names that are there, each once. */
export const named = (...names: (string | null | undefined)[]): string[] => [
  ...new Set(names.filter((name) => typeof name === 'string')),
];

/** What a payment is called: an order of another shop may name it so. */
export function paymentsOf(...names: (string | null | undefined)[]): { payments?: string[] } {
  const payments = named(...names);
  return payments.length > 0 ? { payments } : {};
}
