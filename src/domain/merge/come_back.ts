import type { Sql, Tx } from '../../db/sql.ts';
import { hasLetters, REMOTE } from '../channel.ts';
import { lockContacts } from '../people/belongings.ts';
import { type Contact, identitiesOf, isContradicted, loadContact } from '../people/contact.ts';
import { standsIn } from '../people/name.ts';
import { addSigns, type Identity } from '../people/sign.ts';
import { isAnotherName } from '../people/somebody_else.ts';
import { loadConversation } from '../talk/conversation.ts';
import { conversationsWith } from '../talk/mail/participant.ts';
import { joinThreads } from '../talk/thread.ts';
import { recountWaiting } from '../talk/waiting.ts';
import { mergeContacts } from './merge.ts';

/** Who today is in the place of somebody deleted who would come back. */
export interface Place {
  /** Who has one of their addresses now. */
  holder: Contact;
  /** None of our users made the contact or gave it the address: whoever came by it may be the same. */
  came: boolean;
  identities: string[];
  /** The addresses that these are. */
  addresses: Identity[];
  /** Today's conversations, and those that would come back in their place. */
  conversations: { now: string; was: string }[];
}

/**
 * Who has today what this journal entry deleted: an address, and the conversations held under it. An address can only
 * be taken again after the deletion; a contact that was made at the same moment as the address was not known before.
 */
export async function placesTaken(sql: Sql, entryId: string): Promise<(Place & { contactId: string })[]> {
  const taken = await sql<{ holder: string; contactId: string } & Pick<Place, 'came' | 'identities' | 'addresses'>>`
    select i.contact_id as holder, min(c.before ->> 'contact_id') as "contactId", array_agg(i.id::text) as identities,
      not exists (
        select from journal_changes made
        where (made.table_name, made.key) = ('contacts', i.contact_id::text) and made.before is null
      ) and bool_or(i.created_at = holder.created_at) as came,
      jsonb_agg(jsonb_build_object('channel', i.channel, 'address', i.address)) as addresses
    from journal_changes c
    join contact_identities i on i.channel = c.before ->> 'channel' and i.address = c.before ->> 'address'
    join contacts holder on holder.id = i.contact_id
    where c.journal_id = ${entryId} and c.table_name = 'contact_identities' and c.after is null
    group by i.contact_id`;
  return Promise.all(
    taken.map(async ({ holder, ...one }) => ({
      ...one,
      holder: (await loadContact(sql, holder))!,
      conversations: await sql<{ now: string; was: string }>`
        select v.id as now, c.key as was from journal_changes c
        join conversations v on v.channel = c.before ->> 'channel' and v.address = c.before ->> 'address' and v.thread = c.before ->> 'thread'
        where c.journal_id = ${entryId} and c.table_name = 'conversations' and c.after is null and v.contact_id = ${holder}`,
    })),
  );
}

/**
 * Makes room: the addresses return with the contact to whom they belonged, and the conversations are set aside until
 * they are joined.
 */
export async function stepAside(tx: Tx, { identities, conversations }: Place): Promise<void> {
  await tx`delete from contact_identities where id = any(${identities}::bigint[])`;
  for (const { now } of conversations) {
    await tx`update conversations set thread = thread || ${`:aside:${now}`} where id = ${now}`;
  }
}

/**
 * Whether whoever came by these addresses meanwhile is plainly whose they were, who has them again by now: their chat is theirs, but by a
 * mail address, a phone or an account somebody comes who is called so and has nothing that says otherwise (as `resolveContact` asks).
 */
export async function isSame(sql: Sql, contactId: string, { holder, addresses }: Place): Promise<boolean> {
  if (addresses.some(({ channel }) => REMOTE.includes(channel) && !hasLetters(channel))) return true;
  if (!(await standsIn(sql, holder.id)) && (await isAnotherName(sql, contactId, holder.name))) return false;
  const others = await identitiesOf(sql, holder.id);
  for (const one of addresses) if (await isContradicted(sql, contactId, one, others)) return false;
  return true;
}

/** Somebody who wrote again is who they were: what came meanwhile is joined with what came before. */
export async function rejoin(tx: Tx, contactId: string, { holder, conversations }: Place, now: Date): Promise<void> {
  await lockContacts(tx, [contactId, holder.id]);
  for (const { now: later, was } of conversations) await rejoinThread(tx, was, later);
  await takeWhatWasSaid(tx, contactId, holder.id);
  if (await isAnotherName(tx, contactId, holder.name))
    await addSigns(tx, contactId, [{ channel: 'name', address: holder.name, source: 'writer' }]);
  await mergeContacts(tx, contactId, holder.id, now);
  if ((await loadContact(tx, contactId))?.blockedAt) await recountWaiting(tx, await conversationsWith(tx, contactId));
}

/** What came later has ended an earlier snooze; what a user has said about it since stands. */
async function rejoinThread(tx: Tx, was: string, later: string): Promise<void> {
  const [before, after] = [await loadConversation(tx, was), await loadConversation(tx, later)];
  if (!before || !after) return;
  const [snooze] = await tx<{
    until: Date | null;
  }>`select snoozed_until as until from conversations where id = ${after.id}`;
  const { kept } = await joinThreads(tx, before, after);
  await tx`
    update conversations set snoozed_until = ${snooze!.until}, answers_to = coalesce(${after.answersTo}, answers_to)
    where id = ${kept.id}`;
}

const SAID = ['name', 'name_from', 'locale', 'locale_from', 'city', 'blocked_at'];

/**
 * What a user has said about them since stands, and otherwise they are as they were. Only a user's word ends a block.
 */
async function takeWhatWasSaid(tx: Tx, contactId: string, holderId: string): Promise<void> {
  const said = await tx<{ column: string }>`
    select distinct k as column from journal_changes c
    join journal j on j.id = c.journal_id and j.undone_at is null and not j.by_itself
    cross join unnest(${SAID}::text[]) k
    where (c.table_name, c.key) = ('contacts', ${holderId}) and c.before -> k is distinct from c.after -> k`;
  for (const column of said.map((one) => tx(one.column))) {
    await tx`update contacts k set ${column} = g.${column} from contacts g where k.id = ${contactId} and g.id = ${holderId}`;
  }
  await tx`
    update contacts set blocked_at = (select min(blocked_at) from contacts where id in (${contactId}, ${holderId}))
    where id in (${contactId}, ${holderId})`;
}
