import type { Fragment } from '../../../db/sql.ts';
import type { Context } from '../../context.ts';
import { tellOwner } from '../../desk/tell.ts';
import type { Filter } from '../../people/filter/filter.ts';
import { matches } from '../../people/filter/filter_sql.ts';
import { BEFORE, ONCE } from './occasion.ts';
import { changeSequence, type Sequence, sequenceName } from './sequence.ts';

/** Somebody whom the filter means by now and did not mean before. */
interface Newcomer {
  contactId: string;
  name: string;
}

/**
 * Whom the filter means by now and did not mean before: those who begin by themselves. Whoever came to fit because the filter was changed,
 * by an import or by one act for many has come before instead, as have all where they are too many at once: the owner is told, and
 * begins with them.
 */
export async function newcomers(ctx: Context, one: Sequence, filter: Filter): Promise<Newcomer[]> {
  const seen = await seenNow(ctx, one, filter);
  await changeSequence(ctx.tx, one, { seen });
  if (one.seen && one.seen.filter !== seen.filter) {
    await tellCrowd(ctx, one, await passAll(ctx, one, filter));
    await forgetOthers(ctx, one, filter);
    return [];
  }
  const found = await unbegun(ctx, one, filter);
  if (found.length > ctx.settings.followUpsAtOnce) {
    await tellCrowd(ctx, one, await passAll(ctx, one, filter));
    return [];
  }
  const many = await byOneAct(ctx, one, filter, found);
  await tellCrowd(
    ctx,
    one,
    await passAll(ctx, one, filter, ctx.tx`c.id = any((select ${[...many]}::bigint[])::bigint[])`),
  );
  return found.filter(({ contactId }) => !many.has(contactId));
}

async function unbegun({ tx, now, settings }: Context, { id }: Sequence, filter: Filter): Promise<Newcomer[]> {
  return tx<Newcomer>`
    with found as materialized (
      select c.id, c.name from contacts c where ${matches(tx, filter, now)} and c.blocked_at is null
    )
    select id as "contactId", name from found
    where not exists (select from sequence_entries e where e.sequence_id = ${id} and e.contact_id = found.id)
    order by id limit ${settings.followUpsAtOnce + 1}`;
}

/**
 * Those of them who came to fit by an import, or with others by one act, since the look before the last: what is under way at a look is not seen yet. An
 * act without which they would fit as well is not what brought them.
 */
async function byOneAct(
  { tx, now }: Context,
  { seen }: Sequence,
  filter: Filter,
  found: readonly Newcomer[],
): Promise<Set<string>> {
  const ids = found.map(({ contactId }) => contactId);
  const since = seen?.changes[0] ?? '0';
  const rows = await tx<{ contactId: string }>`
    with acts as materialized (
      select f.id, coalesce(own.part_of, own.id) as act, j.id as nth, j.table_name, j.before, j.after
      from unnest((select ${ids}::bigint[])::bigint[]) f (id)
      cross join lateral (
        select j.id, journal_id, table_name, before, after from journal_changes j
        where j.table_name = 'contacts' and j.key = f.id::text and j.id > ${since}::bigint
        union all
        select j.id, journal_id, table_name, before, after from journal_changes j
        where coalesce(j.after, j.before) ->> 'contact_id' = f.id::text and j.id > ${since}::bigint
      ) j join journal own on own.id = j.journal_id
    ), of_many as (
      select distinct a.id, a.act from acts a
      where exists (select from acts o where o.act = a.act and o.id <> a.id)
        or exists (select from imports i where i.journal_id = a.act)
    ), needless as (
      -- what it changed of their own row as it was before, but for what was changed otherwise since
      select m.id, m.act from of_many m join contacts k on k.id = m.id
      cross join lateral (
        select (array_agg(a.before order by a.nth))[1] as before, (array_agg(a.after order by a.nth desc))[1] as after
        from acts a where a.id = m.id and a.act = m.act and a.table_name = 'contacts' having bool_and(a.before is not null)
      ) did
      cross join lateral jsonb_populate_record(k, (
        -- of a list only what it put there goes
        select coalesce(jsonb_object_agg(e.key, case when e.key in ('tags', 'search_keys') then (
          select coalesce(jsonb_agg(word), '[]') from jsonb_array_elements_text(to_jsonb(k) -> e.key) word
          where not did.after -> e.key ? word or did.before -> e.key ? word
        ) else did.before -> e.key end), '{}')
        from jsonb_each(did.after) e where e.value is distinct from did.before -> e.key
      )) c
      where ${matches(tx, filter, now)} and not exists (select from imports i where i.journal_id = m.act)
    ), beside as (
      -- it changed what belongs to them, and an act for them alone made them fit
      select m.id, m.act from of_many m
      where not exists (select from acts a where a.id = m.id and a.act = m.act and a.table_name = 'contacts')
        and exists (
          select from acts a where a.id = m.id and a.table_name = 'contacts'
            and not exists (select from of_many o where o.id = a.id and o.act = a.act)
        )
    )
    select distinct m.id as "contactId" from of_many m
    where not exists (select from needless n where n.id = m.id and n.act = m.act)
      and not exists (select from beside b where b.id = m.id and b.act = m.act)`;
  return new Set(rows.map(({ contactId }) => contactId));
}

/** They have come before: they begin only where the owner says so. Gives how many that is new of. */
export async function passAll(
  { tx, now }: Context,
  { id }: Sequence,
  filter: Filter,
  within: Fragment = tx`true`,
): Promise<number> {
  const { count } = await tx`
    insert into sequence_entries (sequence_id, contact_id, occasion, entered_at, since, due_at, ended_at, ended)
    select ${id}::bigint, c.id, ${ONCE}, ${now}, ${now}, ${now}, ${now}, ${BEFORE}
    from contacts c where ${matches(tx, filter, now)} and ${within}
      and not exists (select from sequence_entries e where e.sequence_id = ${id}::bigint and e.contact_id = c.id)
    on conflict do nothing`;
  return count;
}

/** Whom it does not mean any more has not come before what it means now. */
async function forgetOthers({ tx, now }: Context, { id }: Sequence, filter: Filter): Promise<void> {
  await tx`
    delete from sequence_entries e where e.sequence_id = ${id} and e.ended = ${BEFORE}
      and not exists (select from contacts c where c.id = e.contact_id and ${matches(tx, filter, now)})`;
}

/** What it means and how far the journal is, to compare with at the next look. */
export async function seenNow(
  { tx }: Context,
  { seen }: Sequence,
  filter: Filter,
): Promise<NonNullable<Sequence['seen']>> {
  const [row] = await tx<{ last: string }>`select coalesce(max(id), 0)::text as last from journal_changes`;
  const last = row!.last;
  return { filter: meaningOf(filter), changes: [seen?.changes[1] ?? last, last] };
}

/** What it says of people: not what day it is, nor how a segment or a field is called. */
const meaningOf = (filter: Filter): string =>
  JSON.stringify(filter, (key, value: unknown) => (key === 'today' || key === 'name' ? undefined : value));

async function tellCrowd(ctx: Context, one: Sequence, count: number): Promise<void> {
  if (count === 0) return;
  await tellOwner(
    ctx,
    `sequence:${one.id}:crowd:${ctx.now.getTime()}`,
    (t) => ({
      title: t.sequence.title(sequenceName(t, one), t.sequence.state(one.isOn)),
      text: t.sequence.crowd(count),
      buttons: [
        [{ label: t.sequence.button.earlier, command: `/sequence ${one.id} also` }],
        [{ label: t.sequence.show, command: `/sequence ${one.id}` }],
      ],
    }),
    { notice: { kind: 'campaign' } },
  );
}
