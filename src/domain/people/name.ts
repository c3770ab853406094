import type { Sql } from '../../db/sql.ts';
import { narrow } from '../../text/normalise.ts';

/** Who gave a contact its name: a channel or shop of theirs, or one of these. */
export type NameSource = string;

/** One of our users, whose word is final. */
export const BY_USER: NameSource = 'user';
/** An address stands in until there is a name. */
export const STAND_IN: NameSource = 'address';

/** What stands on the bill of somebody without an account: whoever gave that mail address or phone may be another. */
export const BY_BILL: NameSource = 'bill';
/** What somebody was called by others, or called themselves in a form, is worth no more than a bill. */
const WEAK: readonly NameSource[] = [STAND_IN, BY_BILL, 'named'];

/** A name, and who gives it. */
interface NameGiven {
  name: string;
  source: NameSource;
  renames: boolean;
  /** Of a name that stands on a bill: when that was made out. */
  billedAt?: Date | undefined;
}

/**
 * Whether contact `c` takes this other name: its own only stands in for one, is that of a bill and this one an account's or a chat's, or
 * that of an earlier bill, so that it does not matter which of the two came first, or (`renames`) the same source gave it.
 * Somebody with two accounts there keeps the name that they have. For names from before sources were kept, the first
 * identity counts as the source.
 */
export function mayName(sql: Sql, { name, source, renames, billedAt }: NameGiven) {
  return sql`(
    ${name} <> '' and c.name <> ${name} and c.name_from is distinct from ${BY_USER} and (
      ${isStandIn(sql)}
      or c.name_from = ${BY_BILL} and ${!WEAK.includes(source)}
      or ${billedAt ? isEarlierBill(sql, name, billedAt) : sql`false`}
      or ${renames} and (
        select count(*) from contact_identities where contact_id = c.id and channel = ${source}
      ) < 2 and ${source} = coalesce(
        c.name_from, (select channel from contact_identities where contact_id = c.id order by id limit 1)
      )
    )
  )`;
}

/** Whether contact `c` has its name from a bill that is later than this one; of two of one moment the name decides. */
const isEarlierBill = (sql: Sql, name: string, at: Date) => sql`(
  c.name_from = ${BY_BILL} and (${at}::timestamptz, ${name}::text) < (coalesce((
    select min(placed_at) from orders where contact_id = c.id and billed_to = c.name and not test
  ), 'infinity'), c.name)
)`;

/** Whether they have no name yet, only a stand-in. */
export async function standsIn(sql: Sql, contactId: string): Promise<boolean> {
  const rows = await sql`
    select from contacts c where c.id = ${contactId} and ${isStandIn(sql)}`;
  return rows.length > 0;
}

/** The same for a contact `c` in a query. `offset 0`: of many the planner would read all identities there are. */
export const isStandIn = (sql: Sql) => sql`(
  c.name = '' or c.name_from = ${STAND_IN}
  or exists (select from contact_identities where contact_id = c.id and address = c.name offset 0)
)`;

/** Whether contact `c` loses nothing with its name: who is on a bill is found by its order. */
export const isFoundWithout = (sql: Sql) => sql`(${isStandIn(sql)} or c.name_from is not distinct from ${BY_BILL})`;

/**
 * Whether a name is written like a mail address, a number or a ref (`c12`): somebody with such a name may be mistaken
 * for its holder.
 */
export function looksLikeAddress(name: string): boolean {
  const typed = narrow(name).trim();
  return /^\S{1,200}@\S/u.test(typed) || /^(?:[cv]|[#+(]*)\d[\d\s()./#-]*$/i.test(typed);
}

/**
 * What stands before the @ of an address that nobody reads, and what a mailing list makes of a name: 'Anna' via Shop.
 */
const MACHINES_NAME = /^(?:no|do[-_ ]?not)[-_ ]?reply$|^(?:mailer[-_ ]?daemon|postmaster)$|\S via \S/i;

/** Whether somebody can be addressed by it in a letter. */
export function isForReading(name: string): boolean {
  return /\p{L}/u.test(name) && !looksLikeAddress(name) && !MACHINES_NAME.test(name.trim());
}

/** Whether somebody else has this name, or had it. */
export type Namesake = 'has' | 'had' | null;

/** Whether somebody else has the name of contact `id`, or had it. */
export const namesake = (sql: Sql, id: string) => sql`(
  select case
    when exists (select from contacts o where fold_text(o.name) = fold_text(c.name) and o.id <> c.id) then 'has'
    when exists (
      select from contact_signs s
      where s.source = 'former' and fold_text(s.address) = fold_text(c.name) and s.contact_id <> c.id
    ) or exists (
      select from contact_identities i
      where i.known_as is not null and fold_text(i.known_as) = fold_text(c.name) and i.contact_id <> c.id
    ) then 'had'
  end
  from contacts c where c.id = ${id} and c.name <> ''
)`;

/** A contact is called by their name, or by their number as long as nobody knows the name. */
export const nameOf = ({ id, name }: { id: string; name: string }): string => name || `c${id}`;
