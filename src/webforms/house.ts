import type { KeyObject } from 'node:crypto';
import type { Sql } from '../db/sql.ts';
import type { Act } from '../domain/act.ts';
import type { Settings } from '../domain/settings.ts';
import type { Receiver } from '../inbox/receive.ts';
import { rateLimiter } from '../lib/rate.ts';
import { networksOf } from './network.ts';

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
/** So many from one visitor's network to one form in ten minutes; from a wider one up to four times as many, so that none fills `PER_FORM`. */
const PER_ADDRESS = 5;
/** So often one may fill it in wrongly in that time, by the same measure. */
const MOST_WRONG = 20;
/** What comes to a form beyond this is held back, and beyond that told to come again. */
const PER_FORM = 30;
const MOST_PER_FORM = 600;
/** So often in ten minutes one link may be used to change something: a mail program's button may be pressed, and repeated, by machines. */
const PER_LINK = 60;
/** So many questions about one quote in that time. */
const MOST_QUESTIONS = 10;
/** So many links that are none of ours one network may try in ten minutes. */
const MOST_FORGED = 60;

/** How much may come in, counted in this process. */
export const paceOf = (nowMs?: () => number) => ({
  /** By the share of a network (`networksOf`). */
  ofNetwork: [1, 2, 3, 4].map((share) => rateLimiter(share * PER_ADDRESS, nowMs, SPAN_MS)),
  ofWrong: [1, 2, 3, 4].map((share) => rateLimiter(share * MOST_WRONG, nowMs, SPAN_MS)),
  ofForm: rateLimiter(PER_FORM, nowMs, SPAN_MS),
  ofAll: rateLimiter(MOST_PER_FORM, nowMs, SPAN_MS),
  ofLink: rateLimiter(PER_LINK, nowMs, SPAN_MS),
  ofQuestion: rateLimiter(MOST_QUESTIONS, nowMs, SPAN_MS),
  ofVisit: rateLimiter(1, nowMs, SPAN_MS),
  /** By the share of a network, too: whoever has a /48 has any number of visitors' networks. */
  ofForged: [1, 2, 3, 4].map((share) => rateLimiter(share * MOST_FORGED, nowMs, SPAN_MS)),
});

/** Whether any of the networks that an address is in has tried out too many links. */
export const triesOut = ({ ofForged }: FormPace, address: string): boolean =>
  networksOf(address).some(({ network, share }) => ofForged[share - 1]!(network).refused);

/** Whether any of the networks that an address is in has come too often; what a narrower one is refused does not count for the wider. */
export const comesOften = ({ ofNetwork }: FormPace, formId: string, address: string): boolean =>
  isTooOften(ofNetwork, formId, address);

/** The same of what cannot be taken as it was filled in. */
export const isWrongOften = ({ ofWrong }: FormPace, formId: string, address: string): boolean =>
  isTooOften(ofWrong, formId, address);

const isTooOften = (byShare: FormPace['ofNetwork'], formId: string, address: string): boolean =>
  networksOf(address).some(({ network, share }) => byShare[share - 1]!(`${formId} ${network}`).refused);

export type FormPace = ReturnType<typeof paceOf>;
