import { narrow, normaliseEmail } from '../../../text/normalise.ts';
import { normalisePhone } from '../../../text/person/phone.ts';
import { looksLikeAddress } from '../../people/name.ts';
import { findContacts } from '../../people/search.ts';
import { EMAIL, type Identity, PHONE } from '../../people/sign.ts';
import { ordersNumbered } from '../../sell/order_number.ts';
import type { CommandContext } from '../command.ts';
import { type Cut, nameCuts, wordsBehind } from './naming.ts';

type Asking = Pick<CommandContext, 'tx' | 'settings'>;

/** Who is meant by the front of the words, and the words left as they were typed. */
export interface Reading extends Cut {
  ids: string[];
  /** Of them those who were called so before, and are called something else now. */
  former?: string[];
}

/** So many who share the end of a number are looked at. */
const MOST_LOOKED_AT = 60;
/** Fewer digits are not the end of anybody's phone; fewer in groups may be anything. */
const FEWEST_DIGITS = 4;
const FEWEST_GROUPED = 7;
/** A phone is written in at most so many groups: +86 138 0013 8000. */
const MAX_GROUPS = 6;

/**
 * Whoever has the mail address, phone, last digits or order number that the words begin with: all who have it, once it is anybody's
 * own. Undefined: it proves nobody, and is at most a sign of somebody.
 */
export async function provenBy(ctx: Asking, words: string): Promise<Reading | undefined> {
  const [first] = nameCuts(words);
  if (!first) return undefined;
  const email = mailIn(first.name);
  if (email) return readingOf(first, await holdersOf(ctx, { channel: EMAIL, address: email }));
  for (const cut of numberCuts(words)) {
    const reading = readingOf(cut, await holdersOfNumber(ctx, cut.name));
    // the beginning of a phone that nobody has is not the number of an order
    if (reading || (/\s/.test(cut.name) && normalisePhone(cut.name, ctx.settings.country))) return reading;
  }
  const buyers = await ordersNumbered(ctx.tx, first.name, FEWEST_GROUPED);
  return readingOf(first, ownersOf(buyers));
}

/** A mail address as it is kept, where one was typed. */
export const mailIn = (typed: string): string | undefined => normaliseEmail(typed.replace(/^<|>$/g, ''));

/** An address as it is kept, where that was typed and no name. */
export const addressIn = (typed: string): string | undefined =>
  mailIn(typed) ?? (looksLikeAddress(typed) ? typed.trim() : undefined);

/** The mail address or the whole phone that words begin with, whoever has it. */
export function addressInFront(words: string, country: string): Cut | undefined {
  const [first] = nameCuts(words);
  if (first && mailIn(first.name)) return first;
  return numberCuts(words).find(
    ({ name }) => normalisePhone(name, country) !== null && digitsOf(name) >= FEWEST_GROUPED,
  );
}

/** Everybody who has one of these addresses, once it is anybody's own: who has it before those it is only a sign of. */
export async function holdersOfAny(ctx: Asking, addresses: readonly Identity[]): Promise<string[]> {
  const ids: string[] = [];
  for (const address of addresses) ids.push(...(readingOf(NOWHERE, await holdersOf(ctx, address))?.ids ?? []));
  return [...new Set(ids)];
}

const NOWHERE: Cut = { name: '', left: '' };

interface Holder {
  id: string;
  /** It is proven theirs; else a sign. */
  own: boolean;
}

function readingOf(cut: Cut, holders: Holder[]): Reading | undefined {
  const ids = [...new Set([...holders].sort((a, b) => Number(b.own) - Number(a.own)).map(({ id }) => id))];
  return holders.some(({ own }) => own) ? { ...cut, ids } : undefined;
}

const ownersOf = (orders: { contactId: string | null }[]): Holder[] =>
  orders.flatMap(({ contactId }) => (contactId ? [{ id: contactId, own: true }] : []));

/** An address is one person's at most, and a sign of any others who have shown it. */
function holdersOf(ctx: Asking, { channel, address }: Identity): Promise<Holder[]> {
  return ctx.tx<Holder>`
    select contact_id as id, true as own from contact_identities where channel = ${channel} and address = ${address}
    union all (
      select contact_id, false from contact_signs where channel = ${channel} and address = ${address}
      order by id limit ${MOST_LOOKED_AT}
    )`;
}

/** A number may be a phone, the end of one, the handle of a chat and an order's all at once. */
async function holdersOfNumber(ctx: Asking, typed: string): Promise<Holder[]> {
  const phone = normalisePhone(typed, ctx.settings.country);
  const whole = phone ? await holdersOf(ctx, { channel: PHONE, address: phone }) : [];
  const orders = /\s/.test(typed) ? [] : ownersOf(await ordersNumbered(ctx.tx, typed, FEWEST_GROUPED));
  return [...orders, ...whole, ...(whole.some(({ own }) => own) ? [] : await holdersOfEnd(ctx, typed))];
}

async function holdersOfEnd(ctx: Asking, typed: string): Promise<Holder[]> {
  const digits = typed.replace(/\D/g, '').replace(/^0+(?=\d{8})/, '');
  if (digits.length < FEWEST_DIGITS) return [];
  const ids = (await findContacts(ctx.tx, digits, MOST_LOOKED_AT)).map(({ id }) => id);
  return ctx.tx<Holder>`
    select contact_id as id, bool_or(own) as own
    from (
      select contact_id, channel, address, true as own from contact_identities where contact_id = any(${ids})
      union all select contact_id, channel, address, false from contact_signs where contact_id = any(${ids})
    ) held
    where case when channel = ${PHONE} then regexp_replace(address, '\\D', '', 'g') like ${`%${digits}`} else address = ${typed} end
    group by contact_id order by contact_id`;
}

/** Where a number that the words begin with may end: behind each of its groups, the most of them first. */
function numberCuts(words: string): Cut[] {
  const typed = words.trim();
  const [run = ''] = /^[#+(]{0,2}\d[\d().\s-]{0,40}/.exec(narrow(typed)) ?? [];
  const ends = [...run.matchAll(/\S+/g)].slice(0, MAX_GROUPS).map(({ index, 0: group }) => index + group.length);
  return ends
    .filter((end, nth) => endsThere(typed.slice(end)) && (nth === 0 || digitsOf(run.slice(0, end)) >= FEWEST_GROUPED))
    .reverse()
    .map((end) => ({ name: narrow(typed.slice(0, end)), left: wordsBehind(typed.slice(end)) }));
}

const endsThere = (rest: string): boolean => rest === '' || /^[\s:：,，]/u.test(rest);
const digitsOf = (text: string): number => text.replace(/\D/g, '').length;
