import type { Fragment, Sql } from '../../db/sql.ts';
import { head } from '../../text/cut.ts';
import { cleanText, narrow } from '../../text/normalise.ts';
import { columns, type Order } from './order.ts';
import type { Parcel } from './shipment.ts';

const LONGEST_NUMBER = 40;
const LONGEST_ID = 120;
/** With fewer digits it may be any number. */
const FEWEST_DIGITS = 3;

/**
 * The orders that a number means, newest first: as the shop writes it, with or without its #; else grouped differently
 * (RA-12 is RA12); else as it was called before, or as programs call it; else by its digits (1001 is EN-1001-B). The word for an order
 * may stand before it: 'order 1001', '订单1001'. Empty if it does not read as a number.
 */
export async function ordersNumbered(sql: Sql, typed: string, limit: number): Promise<Order[]> {
  const numbers = numbersIn(typed);
  const whole = numbers.flatMap((number) => [number, `#${number}`]);
  const joined = numbers.map(joinedNumber).filter((number) => number.length >= FEWEST_DIGITS);
  const digits = joined.find((number) => /^\d+$/.test(number));
  const ids = idsIn(typed);
  const found = await Promise.all([
    ...(numbers.length > 0 ? [newest(sql, sql`lower(number) = any(${whole})`, limit)] : []),
    ...(joined.length > 0 ? [newest(sql, isNumbered(sql, sql`number`, joined), limit)] : []),
    ...(numbers.length > 0 ? [newest(sql, sql`former_numbers && ${whole}::text[]`, limit)] : []),
    ...(ids.length > 0 ? [newest(sql, isOfId(sql, ids), limit)] : []),
    ...(digits ? [newest(sql, sql`regexp_replace(number, '\\D', '', 'g') = ${digits}`, limit)] : []),
  ]);
  return found.find((orders) => orders.length > 0) ?? [];
}

/** An id that is copied from a shop's page, a mail or an export: in one word, with a digit, and longer than most numbers. */
const ID = /^#?((?=\S*\d)[\w-]{6,120})$/;

/** What was typed as an id, also in small letters; empty if it does not look like one. */
function idsIn(typed: string): string[] {
  const id = ID.exec(cleanText(head(typed, 2 * LONGEST_ID)).trim())?.[1];
  return id === undefined ? [] : [...new Set([id, id.toLowerCase()])];
}

/** Whether programs call an order so: by its id at the shop, its payment, the key of its page, or whatever its reports name. */
const isOfId = (sql: Sql, ids: readonly string[]): Fragment => {
  const given = sql`(select ${[...ids]}::text[])`;
  return sql`id in (
    select o.id from connections c join orders o on o.connection_id = c.id and o.external_id = any(${given}::text[])
    union all select id from orders where paid_by = any(${given}::text[])
    union all select id from orders where page_key = any(${given}::text[])
    union all select order_id from order_reports where names && ${given}
  )`;
};

/** Those whose number is written just so, with or without its #. */
export const ordersWrittenSo = (sql: Sql, typed: string, limit: number): Promise<Order[]> => {
  const number = narrow(cleanText(head(typed, LONGEST_NUMBER)))
    .trim()
    .toLowerCase();
  return newest(sql, sql`lower(number) = any(${[number, `#${number}`]})`, limit);
};

/** Finds them by number first: for a few rows the planner would rather walk all orders by time until it meets them. */
async function newest(sql: Sql, isMeant: Fragment, limit: number): Promise<Order[]> {
  return sql<Order>`
    with meant as materialized (select * from orders where ${isMeant})
    select ${columns(sql)} from meant order by placed_at desc, id desc limit ${limit}`;
}

/** The expressions as the index has them. */
const written = (sql: Sql, numbers: string[]) =>
  sql`array(select joined_number(number) from unnest((select ${numbers}::text[])) number)`;

/** Whether an order's number is one of these, however they are grouped; uses an index. */
export const isNumbered = (sql: Sql, number: Fragment, words: string[]) =>
  sql`joined_number(${number}) = any(${written(sql, words)})`;

/** The number without what groups its digits. */
function joinedNumber(number: string): string {
  return number.replace(/[-#./_\s\u2010-\u2015]/gu, '').toLowerCase();
}

/**
 * What was typed, and what remains of it without # and the word for order; in lower case and half width. Each has a
 * digit.
 */
function numbersIn(typed: string): string[] {
  const text = narrow(cleanText(typed.slice(0, 2 * LONGEST_NUMBER)))
    .trim()
    .toLowerCase();
  const bare = text.replace(/^(?:order|订单编号|订单号?|訂單號?)?\s*:?\s*(?:no\.)?\s*#?\s*/u, '');
  return [...new Set([text, bare])].filter((number) => number.length <= LONGEST_NUMBER && /\d/.test(number));
}

/** Separators within a number; people read out its groups with a blank between them. */
const WORD = /[a-z0-9]+(?:[-./_\u2010-\u2015][a-z0-9]+)*/g;
const MOST_GROUPS = 4;
const GROUP = /^(?:[a-z]{1,3}|[a-z]*\d[a-z\d]*)$/;

/**
 * What may be an order's number among other words, in lower case and half width: each word with a digit, first whole
 * (3001-A), then what a dot or slash in it separates (No.3001), and neighbours that may be its groups (RA 123 456).
 */
export function numbersAmong(text: string): string[] {
  const words = narrow(text).toLowerCase().match(WORD) ?? [];
  const parts = words.flatMap((word) => [word.replace(/^(?:order|no|nr)(?=\d)/, ''), ...word.split(/[./_]/)]);
  const groups = words.flatMap((word, nth) => {
    if (!GROUP.test(word)) return [];
    const next = words.slice(nth, nth + MOST_GROUPS);
    const end = next.findIndex((one) => !GROUP.test(one));
    return next.slice(0, end === -1 ? undefined : end).map((_, last) => next.slice(0, last + 1).join(' '));
  });
  const isOne = (word: string) => /\d/.test(word) && word.length >= FEWEST_DIGITS && word.length <= LONGEST_NUMBER;
  return [...new Set([...words, ...parts, ...groups].filter(isOne))];
}

/** A number that is said to be an order's: #1042, order no. 1042, where is order 1042, Bestellung 1042, 订单1042. "To order 200" names how many. */
const CALLED =
  /(?:#\s?|\border\s{0,3}(?:number|no\.?|nr\.?|id)\s{0,3}(?:is\s)?[:#]?\s{0,3}|\border\s{0,3}:\s{0,3}|(?<!\b(?:to|i|we|you|they|can|could|would|will|shall|should|must|might|please|me|us|d|ll|ve|always|usually|often|also|just|cannot)[\s’'])\border\s{1,3}|\b(?:bestell(?:ung|nummer|ung(?:s-?)?(?:nummer|nr\.?)|-?nr\.?)|auftrag(?:s-?(?:nummer|nr\.?))?)\s{0,3}(?:(?:nummer|nr\.?)\s{0,3})?(?:(?:ist|lautet|mit|war)\s{0,3})?[:#]?\s{0,3}|[订訂][单單][编編]?[号號]?\s{0,3}[:：是为]?\s{0,3})([a-z]{0,8}-?\d[a-z\d/-]{2,30})/giu;
/** 1042那单, 1042号订单, my 1042 order; no. 1042 where no other thing has that number. */
const CALLED_OTHERWISE =
  /(?<![a-z\d-])([a-z]{0,6}-?\d[a-z\d-]{2,30}?)\s?(?:号|的|号的)?(?:[那这該该此]一?个?(?:[订訂])?[单單]|(?:的)?[订訂][单單]|号[单單])(?![价價位独獨身元子])|\b(?:my|our|the|this|that)\s(\d{3,12})\sorder\b|(?<!\b(?:invoice|tracking|parcel|account|room|house|flat|apartment|model|part|item|ticket|ref|reference|phone|size|bus|line|gate|table|unit|street|st|vat|tax|id|card|serial|fax|tel|page)\.?\s{0,3})\bno\.\s?#?(\d{3,12})(?![\d-])/giu;
/** Nothing else is written so by a shop's customer: SHOP-1042, EU-1042-DE, TEA1042. */
const BY_ITSELF = /(?<![\p{L}\p{N}/@.#_-])([a-z]{2,8}-?\d[a-z\d/-]{2,30})(?![\p{L}\p{N}@_]|\.[a-z\d])/giu;
const MOST_CALLED = 6;

/** The numbers that a text says to be an order's, whoever's. */
export function numbersCalled(text: string): string[] {
  const plain = narrow(text);
  const found = [CALLED, CALLED_OTHERWISE, BY_ITSELF].flatMap((pattern) =>
    [...plain.matchAll(pattern)].map((match) => match.slice(1).find(Boolean)!.toLowerCase()),
  );
  // two of them may be written with a slash between
  const parts = found.flatMap((number) => number.split('/')).filter((part) => /\d{3}/.test(part));
  return [...new Set([...found, ...parts])].slice(0, MOST_CALLED);
}

/** An order that a text may name. */
export interface OrderNamed extends Standing {
  id: string;
  number: string;
  /** This contact's. */
  own: boolean;
  /** Whose it is, as a card names them. */
  of: string | null;
  /** Its parcels, the first sent first. */
  parcels: ParcelSeen[];
}

/** What of an order its state is read from. */
export type Standing = Pick<
  Order,
  | ('payment' | 'fulfillment' | 'strangePayment' | 'strangeFulfillment' | 'cancelledAt' | 'deletedAt')
  | ('currency' | 'totalMinor' | 'currentMinor' | 'refundedMinor' | 'takenMinor' | 'onDelivery')
>;

/** What of a parcel is said in a line. */
export type ParcelSeen = Pick<Parcel, 'carrier' | 'tracking' | 'state' | 'strangeState'>;

/** The orders that a text names, as a list in JSON: those of this contact by any number in it, anybody else's by one that it says to be an order's. */
export function ordersMeantIn(
  sql: Sql,
  contactId: string,
  words: readonly string[],
  called: readonly string[],
): Fragment {
  const isOf = (numbers: readonly string[]) => isNumbered(sql, sql`number`, [...numbers]);
  return sql`(
    with meant as materialized (
      select o.*, contact_id is not distinct from ${contactId}::bigint as own from orders o
      where ${isOf([...words, ...called])} and not test
    )
    select coalesce(json_agg(named), '[]') from (
      select id::text, number, own, (select name from contacts c where c.id = meant.contact_id) as of, payment, fulfillment, strange_payment as "strangePayment",
        strange_fulfillment as "strangeFulfillment", cancelled_at as "cancelledAt", deleted_at as "deletedAt", currency,
        total_minor::text as "totalMinor", current_minor::text as "currentMinor", refunded_minor::text as "refundedMinor", taken_minor::text as "takenMinor", on_delivery as "onDelivery", (
          select coalesce(json_agg(json_build_object(
            'carrier', carrier, 'tracking', tracking, 'state', state, 'strangeState', strange_state
          ) order by shipped_at nulls last, s.id), '[]')
          from shipments s where s.connection_id = meant.connection_id and s.order_external_id = meant.external_id
        ) as parcels
      from meant where own or ${isOf(called)}
      order by own desc, placed_at desc, id desc limit ${MOST_CALLED}
    ) named
  )`;
}

/**
 * The number of one of this contact's orders that stands in the text, the longest of several, or null: "#1042", "1042"
 * or as the shop writes it.
 */
export function orderNamedIn(sql: Sql, contactId: string, text: string): Fragment {
  const words = numbersAmong(text);
  if (words.length === 0) return sql`null`;
  return sql`(
    select number from orders
    where contact_id = ${contactId} and ${isNumbered(sql, sql`number`, words)}
    order by length(number) desc, id desc limit 1
  )`;
}

/** All of this contact's orders whose numbers stand in the text, newest first. */
export async function ordersNamedIn(sql: Sql, contactId: string, text: string): Promise<Order[]> {
  const words = numbersAmong(text);
  if (words.length === 0) return [];
  return sql<Order>`
    select ${columns(sql)} from orders
    where contact_id = ${contactId} and not test and ${isNumbered(sql, sql`number`, words)} order by placed_at desc, id desc`;
}

/** The one order whose number stands in the text, whoever's; undefined where none does, or more than one. */
export async function orderStanding(sql: Sql, text: string): Promise<Order | undefined> {
  const words = numbersAmong(text);
  if (words.length === 0) return undefined;
  const [order, ...others] = await newest(sql, sql`not test and ${isNumbered(sql, sql`number`, words)}`, 2);
  return others.length > 0 ? undefined : order;
}

/** Whether one of these is the number of an order, whoever's. */
export async function isAnybodys(sql: Sql, numbers: readonly string[]): Promise<boolean> {
  if (numbers.length === 0) return false;
  const found = await sql`select from orders where ${isNumbered(sql, sql`number`, [...numbers])} and not test limit 1`;
  return found.length > 0;
}
