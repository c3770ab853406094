import type { Sql, Tx } from '../../db/sql.ts';
import { cardsFollow } from '../../outbox/change.ts';
import { lockContacts, type Moved, moveBelongings } from '../people/belongings.ts';
import { type Contact, identitiesOf, loadContact, refreshSearchKeys } from '../people/contact.ts';
import { type Differing, fieldsThatDiffer } from '../people/fields/contact_fields.ts';
import { inheritFormerNames } from '../people/former_name.ts';
import { nameOf, STAND_IN } from '../people/name.ts';
import { askWhetherBoth } from '../people/preferences/stop_question.ts';
import { dropOwnSigns } from '../people/sign.ts';
import { conversationsWith } from '../talk/mail/participant.ts';
import { decide, inheritDecisions } from './proposal.ts';

/** What a merge brought to the contact that stays. */
export interface Merged {
  kept: Contact;
  gone: Contact;
  moved: Moved;
  /** Messages in the conversations that moved. */
  messages: number;
  /** Where both had something else: what stays, and what was dropped. */
  differed: Differing[];
}

/**
 * Makes one person of two: everything of `goneId` moves to `keptId`, tags are united, a name or language is taken if
 * there was none, and the other contact disappears. Undefined if one of them is gone already.
 */
export async function mergeContacts(tx: Tx, keptId: string, goneId: string, now: Date): Promise<Merged | undefined> {
  if (!(await lockContacts(tx, [keptId, goneId]))) return undefined;
  const gone = (await loadContact(tx, goneId))!;
  const messages = await countMessages(tx, goneId);
  const differed = await fieldsThatDiffer(tx, keptId, goneId);
  await complete(tx, keptId, goneId);
  await rememberName(tx, goneId);
  await inheritFormerNames(tx, goneId, keptId);
  const moved = await moveBelongings(tx, goneId, keptId);
  await askWhetherBoth(tx, keptId, now);
  await cardsFollow(tx, await conversationsWith(tx, keptId));
  await dropOwnSigns(tx, keptId);
  await inheritDecisions(tx, goneId, keptId);
  await decide(tx, keptId, goneId, 'merged', now);
  await noteMove(tx, keptId, 'merged', gone, now);
  await tx`delete from contacts where id = ${goneId}`;
  await refreshSearchKeys(tx, keptId);
  return { kept: (await loadContact(tx, keptId))!, gone, moved, messages, differed };
}

/** An address or an empty name is no name: the other contact's real name replaces it. */
async function complete(tx: Tx, keptId: string, goneId: string): Promise<void> {
  const addresses = [...(await identitiesOf(tx, keptId)), ...(await identitiesOf(tx, goneId))];
  const stopgaps = ['', ...addresses.map(({ address }) => address)];
  const standsIn = tx`(k.name = any(${stopgaps}) or k.name_from = ${STAND_IN}) and g.name <> ''`;
  const speaks = tx`k.locale is null or (g.locale_from = 'owner' and k.locale_from <> 'owner')`;
  await tx`
    update contacts k set
      name = case when ${standsIn} then g.name else k.name end,
      name_from = case when ${standsIn} then g.name_from else k.name_from end,
      blocked_at = case when g.blocked_at is null then null else k.blocked_at end,
      locale = case when ${speaks} then g.locale else k.locale end,
      locale_from = case when ${speaks} then g.locale_from else k.locale_from end,
      city = coalesce(k.city, g.city),
      tags = array(select distinct tag from unnest(k.tags || g.tags) tag order by tag),
      last_seen_at = greatest(k.last_seen_at, g.last_seen_at),
      refused = refused_both(k.refused, g.refused)
    from contacts g where k.id = ${keptId} and g.id = ${goneId}`;
}

/**
 * Notes the name for a later split: what was theirs gets their name back, and what had come to them by an earlier merge
 * its own.
 */
async function rememberName(tx: Tx, goneId: string): Promise<void> {
  await tx`
    update contact_identities i set known_as = c.name from contacts c
    where c.id = ${goneId} and i.contact_id = c.id and i.known_as is null and c.name not in ('', i.address)`;
}

/** For the timeline, and so that whatever still names the other contact finds this one. */
export async function noteMove(
  tx: Tx,
  contactId: string,
  kind: 'merged' | 'parted',
  other: Contact,
  now: Date,
): Promise<void> {
  await tx`
    insert into contact_moves (contact_id, kind, other_id, name, created_at)
    values (${contactId}, ${kind}, ${other.id}, ${nameOf(other)}, ${now})`;
}

/** The contact with this id, or the one into which it was merged: earlier cards still name it. */
export async function loadContactNow(sql: Sql, id: string): Promise<Contact | undefined> {
  const found = await loadContact(sql, id);
  if (found) return found;
  const [move] = await sql<{ contactId: string }>`
    select contact_id as "contactId" from contact_moves where other_id = ${id} and kind = 'merged'
    order by id desc limit 1`;
  return move && loadContact(sql, move.contactId);
}

async function countMessages(sql: Sql, contactId: string): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(*)::int as count from messages m join conversations v on v.id = m.conversation_id
    where v.contact_id = ${contactId}`;
  return row!.count;
}
