import * as z from 'zod';
import { isDated, line } from '../shared/shapes.ts';

/**
 * What a push says around its message. Where the sign stands in the body, it holds for the message alone: only that says which trade is
 * meant, and when.
 */
export interface Push {
  type: string;
  status: string;
  version: string;
  receivedAt: Date;
  connectionId: string;
}

export const word = z
  .union([z.string(), z.number()])
  .transform((value) => line.parse(String(value)))
  .nullish()
  .catch(null);
/** Yuan, as a text or a number. */
export const yuan = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim())
  .pipe(z.string().regex(/^-?\d{1,15}(?:\.\d{0,30})?$/))
  .nullish()
  .catch(null);

/** A moment by the clock of China, or milliseconds since 1970; null: it is none. */
export const moment = z
  .union([z.string(), z.number()])
  .transform((value) => {
    const at = momentIn(String(value).trim());
    return at && isDated(at) ? at : null;
  })
  .nullish()
  .catch(null);

function momentIn(written: string): Date | undefined {
  if (/^\d{10}$/.test(written)) return new Date(Number(written) * 1000);
  if (/^\d{13}$/.test(written)) return new Date(Number(written));
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(written) ? new Date(`${written.replace(' ', 'T')}+08:00`) : undefined;
}

/** When a push was made, as stands beside its message: nobody has signed that, so it was no later than we had it. */
export function versionAt({ version, receivedAt }: Pick<Push, 'version' | 'receivedAt'>): Date | undefined {
  const at = moment.parse(version);
  return at && at > receivedAt ? receivedAt : (at ?? undefined);
}

export const CNY = 'CNY';
