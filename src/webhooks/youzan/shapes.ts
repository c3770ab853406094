import * as z from 'zod';
import { line } from '../shared/shapes.ts';

/** What a push says around its message. */
export interface Push {
  type: string;
  /** The number of the trade, or of what else it is about. */
  id: string;
  status: string;
  version: string;
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

/** A moment by the clock of China, or milliseconds since 1970. */
export const moment = z
  .union([z.string(), z.number()])
  .transform((value) => {
    const written = String(value).trim();
    if (/^\d{10}$/.test(written)) return new Date(Number(written) * 1000);
    if (/^\d{13}$/.test(written)) return new Date(Number(written));
    return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(written) ? new Date(`${written.replace(' ', 'T')}+08:00`) : null;
  })
  .nullish()
  .catch(null);

export const CNY = 'CNY';
