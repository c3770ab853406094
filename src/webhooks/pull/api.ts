import type { JsonObject } from '../../http/json.ts';
import type { ApiAnswer } from '../../lib/outbound/ask.ts';

/** What a shop has lists of. */
export type Noun = 'orders' | 'refunds' | 'customers' | 'products';

/** A time of which something is read. `since` null: as far back as there is. */
export interface Between {
  since: Date | null;
  until: Date;
}

/** One thing of a list, as its webhook would say it. */
export interface Listed {
  body: JsonObject;
  /** What the webhook's request would have had. */
  headers?: Record<string, string>;
  /** The webhook's own id of it, where the list has that. */
  externalId?: string;
  /** When it was changed last; absent: it does not say. */
  changedAt?: Date | undefined;
  /** When it came about. */
  madeAt?: Date | undefined;
}

/** A list that is read page by page. */
export interface ListOf {
  noun: Noun;
  /** Path and query of its first page. */
  first(between: Between): string;
  /** What stands on a page, and the path of the next. Throws where the page is no list. */
  read(
    page: unknown,
    at: { path: string; headers: Readonly<Record<string, string>>; root: string },
  ): {
    items: JsonObject[];
    next: string | null;
  };
  /** Undefined: nothing is made of it. */
  listed(item: JsonObject, root: string): Listed | undefined;
}

/** A question to the shop: `path` with its query, `form` or `json` to be posted. */
export interface ShopQuestion {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  form?: readonly (readonly [string, string])[];
  json?: object;
}

/** One of the shop's subscriptions to our address. */
export interface Subscription {
  id: string;
  url: string;
  on: boolean;
  /** What it tells of, in the shop's words. */
  topics: readonly string[];
}

/** How a shop says what it sends to us, and how that is mended. */
export interface Subscriptions {
  list(hookUrl: string): string;
  read(page: unknown): Subscription[];
  /** What our hook is to be told of, and without what of it orders come late. */
  wanted: readonly string[];
  needed: readonly string[];
  /** Switches one on again. */
  switchOn?(one: Subscription): ShopQuestion;
  /** Makes what is missing of these topics beside the subscriptions that are there. `secret`: what signs it. */
  make(hookUrl: string, secret: string, topics: readonly string[], there: readonly Subscription[]): ShopQuestion[];
  /** The shop makes its own secret, shows it once, and takes a subscription away again whose secret was not kept. */
  ownSecret?: { in(made: unknown): string | undefined; remove(one: Subscription): ShopQuestion };
  /** The shop lists only what was made through this key: none says nothing, unless there was one before. */
  ownOnly?: true;
}

/** A shop's own API, from which we read what it has. */
export interface ShopApi {
  /** How what is typed is read: the words behind the shop's address, as they are kept. Undefined: they are no key. */
  key(words: string): string | undefined;
  /** Where it is asked, if that is the same for everybody. */
  root?: string;
  /** Whose key it is, where many are asked for at one address: the same for all keys of one account. It is kept in the clear. */
  account?(key: string): string;
  /** The address as it is typed, in the form in which it is kept; undefined: it is none of this system. */
  rootOf?(url: URL): string | undefined;
  /** How a key that is none yet is exchanged for one that lasts a while. */
  exchange?(key: string): ShopQuestion | undefined;
  /** The headers that show the key, or what it was exchanged for. */
  headers(key: string): Record<string, string>;
  /** What is asked to see whether the key counts. */
  probe: string;
  /** Whether that was answered, and not with an error under status 200. */
  probed(page: unknown): boolean;
  /** What is read to see what our hook may have missed, and what is read once of all that was there before. */
  look: readonly ListOf[];
  history: readonly ListOf[];
  /** Seconds to rest after an answer, where the shop says how much may still be asked. */
  rest?(headers: Readonly<Record<string, string>>): number;
  subscriptions?: Subscriptions;
}

/** What came of a question that was answered with 2xx. */
export type Answered = Extract<ApiAnswer, { status: number }>;

/** A path with these in its query; what is undefined is left out. */
export function pathOf(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const said = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  return `${path}?${new URLSearchParams(said)}`;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The list in a page. Throws if there is none. */
export function listIn(value: unknown): JsonObject[] {
  if (!Array.isArray(value)) throw new Error('The page holds no list.');
  return value.filter(isObject);
}

/** A time as a shop writes it, in UTC where it names no zone; undefined if it is none. */
export function timeIn(value: unknown): Date | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return new Date(value * 1000);
  if (typeof value !== 'string' || value === '') return undefined;
  const at = new Date(/Z|[+-]\d\d:?\d\d$/.test(value) ? value : `${value}Z`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
