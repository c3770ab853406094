import type { Fragment } from '../../../db/sql.ts';
import type { Context } from '../../context.ts';
import { type Filter, Unclear } from '../../people/filter/filter.ts';
import { matches } from '../../people/filter/filter_sql.ts';
import { audienceWithin, countAudience, filterOf } from '../audience.ts';
import { passAll, seenNow } from './crowd.ts';
import { BEFORE, ONCE } from './occasion.ts';
import { changeSequence, purposeOf, type Sequence } from './sequence.ts';
import { isWanted } from './start.ts';

/**
 * Who came before, as rows: contact_id, at, since, occasion, order_id. They have not begun with it: whom the filter means now, or who has bought
 * or filled in the form, the last time. Who has ordered since is left out where an order ends it.
 */
function earlier({ tx, now }: Context, one: Sequence, filter: Filter): Fragment {
  const { start, again } = one;
  const fresh = (contact: Fragment, occasion: Fragment) => tx`not exists (
    select from sequence_entries e where e.sequence_id = ${one.id} and e.contact_id = ${contact}
      and e.ended is distinct from ${BEFORE} and (e.ended_at is null or ${!again} or e.occasion = ${occasion})
  )`;
  const later = (contact: Fragment, at: Fragment) =>
    one.ends.includes('ordered')
      ? tx`not exists (
          select from orders l where l.contact_id = ${contact} and l.placed_at > ${at} and not l.test and l.deleted_at is null
        )`
      : tx`true`;
  if (start?.of === 'order') {
    const occasion = again ? tx`o.id::text` : tx`${ONCE}::text`;
    return tx`
      select distinct on (o.contact_id) o.contact_id, date_trunc('milliseconds', o.placed_at) as at,
        date_trunc('milliseconds', o.placed_at) + interval '1 ms' as since, ${occasion} as occasion,
        o.id as order_id
      from purchases o join contacts c on c.id = o.contact_id
      where o.placed_at <= ${now} and c.blocked_at is null and ${isWanted(tx, start)}
        and ${later(tx`o.contact_id`, tx`o.placed_at`)} and ${fresh(tx`o.contact_id`, occasion)}
      order by o.contact_id, o.placed_at desc`;
  }
  if (start?.of === 'form') {
    const occasion = again ? tx`m.external_id` : tx`${ONCE}::text`;
    return tx`
      select distinct on (v.contact_id) v.contact_id, m.occurred_at as at, m.occurred_at + interval '1 ms' as since, ${occasion} as occasion,
        null::bigint as order_id
      from connections k join messages m on m.direction = 'in' and m.external_id like '%@' || k.token || '>'
      join conversations v on v.id = m.conversation_id join contacts c on c.id = v.contact_id
      where k.id = ${start.form} and c.blocked_at is null
        and ${later(tx`v.contact_id`, tx`m.occurred_at`)} and ${fresh(tx`v.contact_id`, occasion)}
      order by v.contact_id, m.occurred_at desc`;
  }
  return tx`
    select c.id as contact_id, ${now}::timestamptz as at, ${now}::timestamptz as since, ${ONCE}::text as occasion, null::bigint as order_id
    from contacts c where ${matches(tx, filter, now)} and c.blocked_at is null and ${fresh(tx`c.id`, tx`${ONCE}::text`)}`;
}

/** Whom it means; of what no filter begins: everybody. */
async function filterIn(ctx: Context, { start }: Sequence): Promise<Filter | Unclear> {
  return start?.of === 'filter' ? filterOf(ctx, start.filter) : { any: [[]] };
}

/** How many came before and have not begun with it, and how many of them may be written to as it is now. */
export async function countEarlier(ctx: Context, one: Sequence): Promise<{ count: number; reached: number } | Unclear> {
  const filter = await filterIn(ctx, one);
  if (filter instanceof Unclear) return filter;
  const [counted] = await ctx.tx<{
    count: number;
  }>`select count(*)::int as count from (${earlier(ctx, one, filter)}) them`;
  const campaign = {
    id: '0',
    channel: one.channel,
    purpose: purposeOf(one),
    asks: false,
    skipBoughtDays: 0,
    holdout: 0,
  };
  const within = ctx.tx`c.id in (select contact_id from (${earlier(ctx, one, filter)}) them)`;
  const { reached } = await countAudience(ctx, await audienceWithin(ctx, campaign, within), within);
  return { count: counted!.count, reached };
}

/** They begin too: whose first step would have been due by now at once, the others at its time. */
export async function beginEarlier(ctx: Context, one: Sequence): Promise<void> {
  const { tx, now } = ctx;
  const [first] = one.steps;
  const filter = await filterIn(ctx, one);
  if (filter instanceof Unclear || !first) return;
  await tx`
    insert into sequence_entries (sequence_id, contact_id, occasion, entered_at, since, order_id, step, due_at)
    select ${one.id}::bigint, contact_id, occasion, ${now}, since, order_id, ${first.number}::int,
      greatest(at + ${first.after} * interval '1 minute', ${now})
    from (${earlier(ctx, one, filter)}) them
    on conflict (sequence_id, contact_id, occasion) do update
    set entered_at = excluded.entered_at, since = excluded.since, order_id = excluded.order_id, step = excluded.step, due_at = excluded.due_at, ended_at = null, ended = null
    where sequence_entries.ended = ${BEFORE}`;
}

/** Whom its filter means as it is put on has come before: they begin only where its owner says so. Gives how many that is new of. */
export async function passOver(ctx: Context, one: Sequence): Promise<number> {
  const filter = await filterIn(ctx, one);
  if (one.start?.of !== 'filter' || filter instanceof Unclear) return 0;
  await changeSequence(ctx.tx, one, { seen: await seenNow(ctx, { ...one, seen: null }, filter) });
  return passAll(ctx, one, filter);
}

/** What begins it is another thing: whoever came before that one is looked for anew. */
export async function forgetEarlier({ tx }: Pick<Context, 'tx'>, { id }: Pick<Sequence, 'id'>): Promise<void> {
  await tx`delete from sequence_entries where sequence_id = ${id} and ended = ${BEFORE}`;
}
