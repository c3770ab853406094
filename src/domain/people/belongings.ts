import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import { cardsFollow } from '../../outbox/change.ts';
import { cameWith } from './identity.ts';
import { LONGEST_ROLE } from './organization/membership.ts';

/**
 * Every table whose rows belong to a contact by their `contact_id`: they move in a merge. If a table were missing, its
 * rows would be lost with the contact that disappears (its foreign key cascades), so a test compares this list with the
 * catalogue.
 */
export const BELONGINGS: readonly Belonging[] = [
  { table: 'contact_identities' },
  { table: 'contact_signs', once: ['channel', 'address'] },
  { table: 'field_values', once: ['field_id'] },
  { table: 'memberships', once: ['organization_id'] },
  { table: 'conversations' },
  { table: 'scheduled_answers' },
  { table: 'unconfirmed_answers' },
  { table: 'leads' },
  { table: 'tickets' },
  { table: 'ratings' },
  { table: 'calls' },
  { table: 'feedback' },
  { table: 'contracts' },
  { table: 'tasks' },
  { table: 'orders' },
  { table: 'checkouts' },
  { table: 'churn_alerts' },
  { table: 'churn_marks' },
  { table: 'link_tokens' },
  { table: 'contact_moves' },
  { table: 'topics' },
  { table: 'consents' },
  { table: 'campaign_deliveries', once: ['campaign_id'] },
  { table: 'sequence_entries', once: ['sequence_id', 'occasion'] },
  { table: 'contact_sources', once: ['code'] },
  { table: 'automatic_answers', once: ['day'] },
  { table: 'automatic_refusals', once: ['message_id'] },
];

interface Belonging {
  table: string;
  /**
   * A contact has one row for each value of these columns; if the one who stays has that row already, the other's is
   * dropped.
   */
  once?: readonly string[];
}

/** Rows that belong to the contact of their conversation. */
const OF_CONVERSATION = ['leads', 'tickets', 'ratings'];

/** How many rows of each table moved. */
export type Moved = Partial<Record<string, number>>;

/**
 * Locks contacts. Whoever adds something to a contact holds a share lock on it until they commit: so what is added
 * meanwhile is seen and moved, and what comes later waits, finds the contact gone and is tried again. False if one of
 * them is not there.
 */
export async function lockContacts(tx: Tx, ids: string[]): Promise<boolean> {
  const rows = await tx`select from contacts where id = any(${ids}) order by id for update`;
  return rows.length === new Set(ids).size;
}

export async function moveBelongings(tx: Tx, from: string, to: string): Promise<Moved> {
  await getOnce(tx, from, to);
  await beginOnce(tx, from, to);
  await keepRoles(tx, from, to);
  const moved: Moved = {};
  for (const { table, once } of BELONGINGS) {
    const { count } = await tx`
      update ${tx(table)} x set contact_id = ${to} where contact_id = ${from} and ${once ? unlessThere(tx, table, once, to) : tx`true`}`;
    if (count > 0) moved[table] = count;
    // not left to the cascade: the journal would record these rows after the contact's own, and undo would bring them
    // back first
    if (once) await tx`delete from ${tx(table)} where contact_id = ${from}`;
  }
  return moved;
}

/**
 * Whoever has got a campaign under one name does not get it under the other, and whoever is still to get it is, though the one who stays was
 * left out. Who is held out to compare with stays so.
 */
async function getOnce(tx: Tx, from: string, to: string): Promise<void> {
  await tx`
    delete from campaign_deliveries d using campaign_deliveries other
    where d.contact_id = ${to} and other.contact_id = ${from} and other.campaign_id = d.campaign_id
      and d.reason is distinct from 'held_out'
      and case other.state when 'queued' then d.state = 'skipped'
        when 'skipped' then false when 'failed' then false else d.state in ('queued', 'skipped') end`;
}

/** Of two entries for one occasion the one that is further along stays: what they have got under either name they do not get again. */
async function beginOnce(tx: Tx, from: string, to: string): Promise<void> {
  await tx`
    delete from sequence_entries e using sequence_entries other
    where e.contact_id = ${to} and other.contact_id = ${from} and other.sequence_id = e.sequence_id and other.occasion = e.occasion
      and other.ended is distinct from 'before' and (
        e.ended = 'before' or e.ended is null and case when other.ended is null then other.step > e.step else exists (
          select from campaign_deliveries d where d.entry_id = other.id and d.state in ('sending', 'sent', 'unknown')
        ) end
      )`;
}

/** Of two who are at one company it is known of both what they do there: what is said of neither is not lost, and the main one stays it. */
async function keepRoles(tx: Tx, from: string, to: string): Promise<void> {
  await tx`
    update memberships m set role = case when m.role = '' then gone.role when gone.role = '' or fold_text(gone.role) = fold_text(m.role) then m.role
        else left(m.role || ', ' || gone.role, ${LONGEST_ROLE}) end,
      main_at = coalesce(m.main_at, gone.main_at)
    from memberships gone
    where m.contact_id = ${to} and gone.contact_id = ${from} and gone.organization_id = m.organization_id
      and (gone.role <> '' and fold_text(gone.role) <> fold_text(m.role) or m.main_at is null and gone.main_at is not null)`;
}

function unlessThere(tx: Tx, table: string, once: readonly string[], contactId: string) {
  const same = once
    .map((column) => tx`o.${tx(column)} = x.${tx(column)}`)
    .reduce((all, next) => tx`${all} and ${next}`);
  return tx`not exists (select from ${tx(table)} o where o.contact_id = ${contactId} and ${same})`;
}

/** Moves conversations with everything that belongs to them. */
export async function moveConversations(tx: Tx, ids: string[], to: string): Promise<void> {
  await tx`update conversations set contact_id = ${to} where id = any(${ids}) and contact_id <> ${to}`;
  await followConversations(tx, ids);
}

/** Leads with what is to be done of them, tickets, feedback and waiting cards go where their conversation is. */
async function followConversations(tx: Tx, ids: string[]): Promise<void> {
  await cardsFollow(tx, ids);
  for (const table of OF_CONVERSATION) {
    await tx`
      update ${tx(table)} x set contact_id = v.contact_id from conversations v
      where v.id = x.conversation_id and v.id = any(${ids}) and x.contact_id <> v.contact_id`;
  }
  await tx`
    update tasks k set contact_id = l.contact_id from leads l
    where l.id = k.lead_id and l.conversation_id = any(${ids}::bigint[]) and k.contact_id <> l.contact_id`;
  await tx`
    update feedback f set contact_id = v.contact_id from messages m join conversations v on v.id = m.conversation_id
    where m.id = f.message_id and v.id = any(${ids}) and f.contact_id <> v.contact_id`;
}

/** By their ids first: while the journal is small the planner would rather read all that is of these tables, and keeps to it. */
const changedIn = (tx: Tx, changes: string[]) =>
  tx`materialized (select * from journal_changes where id = any(${changes}::bigint[]))`;

/**
 * After an undo has brought identities and conversations back, moves along what was begun with them meanwhile.
 * `changes` are ids in journal_changes.
 */
export async function goAlong(tx: Tx, changes: string[], now: Date): Promise<void> {
  const moved = await tx<{ tableName: string; id: string; was: string }>`
    with changed as ${changedIn(tx, changes)}
    select table_name as "tableName", key as id, after ->> 'contact_id' as was from changed
    where table_name in ('contact_identities', 'conversations')
      and before ->> 'contact_id' <> after ->> 'contact_id'`;
  const ofTable = (name: string) => moved.filter(({ tableName }) => tableName === name).map(({ id }) => id);
  const was = [...new Set(moved.map((one) => one.was))];
  const cameMeanwhile = tx`j.contact_id = any(${was}::bigint[]) and j.created_at > (
    select created_at from journal where id = (select journal_id from journal_changes where id = ${changes[0] ?? null})
  )`;
  const brought = await tx<{ id: string }>`
    update contact_identities j set contact_id = i.contact_id
    from ${cameWith(tx, tx`${ofTable('contact_identities')}::bigint[]`, cameMeanwhile)} came join contact_identities i on i.id = came.root
    where j.id = came.id and came.id <> came.root and j.contact_id <> i.contact_id
    returning j.id`;
  const identities = [...ofTable('contact_identities'), ...brought.map(({ id }) => id)];
  const begun = await tx<{ id: string }>`
    update conversations v set contact_id = i.contact_id
    from contact_identities i
    where i.id = any(${identities}) and v.channel = i.channel and v.address = i.address
      and v.contact_id = any(${was}::bigint[]) and v.contact_id <> i.contact_id
    returning v.id`;
  await followConversations(tx, [...ofTable('conversations'), ...begun.map(({ id }) => id)]);
  await tx`
    update orders o set contact_id = i.contact_id from contact_identities i
    where i.id = any(${identities}::bigint[]) and o.buyer = i.address
      and o.contact_id = any(${was}::bigint[]) and o.contact_id <> i.contact_id`;
  await goToNamed(tx, changes, was);
  await comeBackTo(tx, changes, now);
}

/**
 * An order that names somebody of a name alone, as in an own system's account, and that none of the addresses of `o.contact_id` brought.
 */
export const namesAlone = (sql: Sql, name: Fragment) => sql`(
  o.billed_to is not null and o.buyer like o.connection_id || '/#%'
  and billed_words(o.billed_to) @> billed_words(${name}) and billed_words(o.billed_to) <@ billed_words(${name})
  and not exists (select from contact_identities i where i.contact_id = o.contact_id and i.address = o.buyer)
)`;

/** What came meanwhile under the name of whoever comes back is theirs again: their orders, and what they wrote as. */
async function goToNamed(tx: Tx, changes: string[], was: string[]): Promise<void> {
  const back = tx`
    changed as ${changedIn(tx, changes)}, back as materialized (
      select j.key::bigint as id, j.before ->> 'name' as name, e.created_at from changed j join journal e on e.id = j.journal_id
      where j.table_name = 'contacts' and j.after is null and j.before ->> 'name' <> ''
    )`;
  await tx`
    with ${back} update orders o set contact_id = b.id from back b
    where o.contact_id = any(${was}::bigint[]) and o.contact_id <> b.id and ${namesAlone(tx, tx`b.name`)}`;
  await tx`
    with ${back} delete from contact_signs s using back b
    where s.contact_id = any(${was}::bigint[]) and s.channel = 'name' and s.source = 'writer' and s.created_at > b.created_at
      and fold_text(s.address) = fold_text(b.name)`;
}

/**
 * What waited for whoever comes back leaves while it is its time, though its campaign has ended meanwhile; behind that time it is over. And where
 * one of two who were one got what was the other's to get, each goes on with their own.
 */
async function comeBackTo(tx: Tx, changes: string[], now: Date): Promise<void> {
  const back = (table: string) => tx`
    with changed as ${changedIn(tx, changes)} select key::bigint as id from changed where table_name = ${table}`;
  await partFollowUps(tx, back('sequence_entries'), now);
  const waiting = tx`(${back('campaign_deliveries')})`;
  await tx`
    update campaign_deliveries d set state = 'skipped', reason = 'late' from campaigns c
    where d.id in ${waiting} and d.state = 'queued' and c.id = d.campaign_id
      and (c.state = 'cancelled' or c.state = 'finished' and coalesce(d.expires_at, d.run_at + interval '1 day') < ${now})`;
  await tx`
    update campaigns c set state = 'running', ended_at = null where c.state = 'finished' and exists (
      select from campaign_deliveries d where d.campaign_id = c.id and d.state = 'queued' and d.id in ${waiting}
    )`;
}

/**
 * Of two entries of one follow-up that were one: what left to an address of the one who comes back was theirs, so they are that much further, and
 * the other is where they were.
 */
async function partFollowUps(tx: Tx, back: Fragment, now: Date): Promise<void> {
  const swapped = await tx<{ mine: string; theirs: string }>`
    select distinct on (b.id) b.id as mine, o.id as theirs
    from sequence_entries b
    join sequence_entries o on o.sequence_id = b.sequence_id and o.occasion = b.occasion and o.contact_id <> b.contact_id
    join campaign_deliveries d on d.entry_id = o.id and d.step >= b.step and d.state in ('queued', 'sending', 'sent', 'unknown')
    join contact_identities i on i.contact_id = b.contact_id and i.channel = d.channel and i.address = d.address
    where b.id in (${back}) order by b.id, o.id`;
  for (const { mine, theirs } of swapped) {
    await tx`
      update campaign_deliveries d set entry_id = b.id, contact_id = b.contact_id
      from sequence_entries b join contact_identities i on i.contact_id = b.contact_id
      where b.id = ${mine} and d.entry_id = ${theirs} and d.step >= b.step and d.channel = i.channel and d.address = i.address
        and d.state in ('queued', 'sending', 'sent', 'unknown')`;
    await tx`
      update sequence_entries e set step = o.step, due_at = case when e.id = ${mine} then o.due_at else least(o.due_at, ${now}) end,
        look_at = o.look_at, ended_at = o.ended_at, ended = o.ended,
        retimed_at = case when e.id = ${mine} then o.retimed_at else ${now} end
      from sequence_entries o where e.id in (${mine}, ${theirs}) and o.id in (${mine}, ${theirs}) and o.id <> e.id`;
  }
}

/**
 * Conversations that continue when something comes from this identity: those with its address, or all of its channel if
 * it is the only one.
 */
export async function conversationsOfIdentity(
  sql: Sql,
  contactId: string,
  { channel, address }: { channel: string; address: string },
): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    select id from conversations v
    where contact_id = ${contactId} and channel = ${channel} and (address = ${address} or not exists (
      select from contact_identities i
      where i.contact_id = ${contactId} and i.channel = ${channel} and i.address <> ${address}
    ))`;
  return rows.map(({ id }) => id);
}
