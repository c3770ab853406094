import type { KeyObject } from 'node:crypto';
import type { Sql } from '../db/sql.ts';
import type { Act } from '../domain/act.ts';
import type { Settings } from '../domain/settings.ts';
import type { Receiver } from '../inbox/receive.ts';
import { rateLimiter } from '../lib/rate.ts';

/** What the pages for visitors stand on. */
export interface WebFormHouse {
  db: { sql: Sql };
  act: Act;
  receiver: Pick<Receiver, 'receive'>;
  /** Opens what was sealed for a context. */
  open: (sealed: Uint8Array, context: string) => string;
  /** Signs the links to what people get. */
  linkKey: KeyObject;
  clock: () => Date;
  /** Where the outside reaches us, without a trailing slash. */
  publicUrl: string;
  /** The settings from the environment; what the owner saved overrides them. */
  defaults: Settings;
}

const SPAN_MS = 10 * 60_000;
/** So many from one network and one form in ten minutes. */
const PER_ADDRESS = 5;
/** What comes to a form beyond this is held back, and beyond that told to come again. */
const PER_FORM = 30;
const MOST_PER_FORM = 600;
/** So often in ten minutes one link may be used to change something: a mail program's button may be pressed, and repeated, by machines. */
const PER_LINK = 60;
/** So many links that are none of ours one network may try in ten minutes. */
const MOST_FORGED = 60;

/** How much may come in, counted in this process. */
export const paceOf = (nowMs?: () => number) => ({
  ofAddress: rateLimiter(PER_ADDRESS, nowMs, SPAN_MS),
  ofForm: rateLimiter(PER_FORM, nowMs, SPAN_MS),
  ofAll: rateLimiter(MOST_PER_FORM, nowMs, SPAN_MS),
  ofLink: rateLimiter(PER_LINK, nowMs, SPAN_MS),
  ofForged: rateLimiter(MOST_FORGED, nowMs, SPAN_MS),
});

export type FormPace = ReturnType<typeof paceOf>;
