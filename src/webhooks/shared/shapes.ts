import * as z from 'zod';
import type { JsonObject } from '../../http/json.ts';
import { amountSold } from '../../text/money/amount_sold.ts';
import { cleanName, cleanText } from '../../text/normalise.ts';

const LONGEST_LINE = 300;
const MAX_INT = 2 ** 31 - 1;

/** A year that the database can be told of: what is written from 0001 to 9999. */
export const isDated = (at: Date): boolean => at.getUTCFullYear() >= 1 && at.getUTCFullYear() <= 9999;

export const time = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine(isDated);
export const text = z.string().transform(cleanText).nullish();
/** A text that cannot rewrite the line around it. */
export const line = z.string().transform((raw) => cleanName(raw, LONGEST_LINE));
/** A decimal string; never converted to a float. */
export const decimal = z.string().regex(/^-?\d{1,15}(?:\.\d{0,30})?$/);

/** A sum that somebody pays, or says that they have: what is below nothing would be taken out of the takings. */
export const notNegative = (sum: string | number): boolean => !(Number(sum) < 0);

/** How much of an article: whole pieces, or a weight. */
export const quantity = z.number().min(0).max(MAX_INT).transform(amountSold);
export const currency = z.string().regex(/^[A-Z]{3}$/);

const LONGEST_URL = 2_000;

/** An address on the web as a shop names it; null if it is none. */
export function httpUrl(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > LONGEST_URL) return null;
  const url = URL.parse(value.trim());
  return url && ['http:', 'https:'].includes(url.protocol) ? url.href : null;
}

/** A body lacks what is needed, or has it wrong. It names fields but never what is in them: errors are logged. */
export class FieldError extends Error {
  override readonly name = 'FieldError';
  readonly fields: readonly string[];
  constructor(what: string, fields: readonly string[]) {
    super(`The ${what} cannot be read: ${fields.join(', ')}.`);
    this.fields = fields;
  }
}

const MOST_NAMED = 5;

/** Reads a body, or throws a FieldError. */
export function read<T extends z.ZodType>(schema: T, body: JsonObject, what: string): z.output<T> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const fields = new Set(result.error.issues.map((issue) => issue.path.join('.') || 'id'));
  throw new FieldError(what, [...fields].slice(0, MOST_NAMED));
}
