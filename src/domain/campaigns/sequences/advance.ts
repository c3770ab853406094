import type { Fragment, Sql, Tx } from '../../../db/sql.ts';
import { texts } from '../../../text/texts.ts';
import { type Context, localeOf } from '../../context.ts';
import { ASKED_AGAIN_MS, audienceRows, audienceWithin, PASSING, type SkipReason } from '../audience.ts';
import { type Campaign, changeCampaign, LOCKED, loadCampaign, makeCampaign } from '../campaign.ts';
import { MINUTE_MS } from './enter.ts';
import { WINDOW } from './recipe.ts';
import { placeOf, purposeOf, type Sequence, type SequenceStep, sequenceName } from './sequence.ts';
import { type StopReason, whyStopped } from './stop.ts';

/** Somebody whose next step is due. */
interface Due {
  id: string;
  contactId: string;
  /** The number of the step that they wait for. */
  step: number;
  dueAt: Date;
  why: StopReason | null;
  /** They have been asked lately whether they agree to what it is, and have not answered; or nothing says that the address is theirs. */
  asked: boolean;
  /** They have waited for that for too long. */
  waited: boolean;
}

/** Since when an entry `e` is due: not before its step was given another delay. */
const dueSince = (sql: Sql) => sql`greatest(e.due_at, e.retimed_at)`;

/** Entries of one transaction. */
const MOST = 500;

/**
 * Takes those whose next step is due a step further: whether they are still written to is looked up here, in the transaction that makes
 * their delivery. Gives how many were too late for it.
 */
export async function advance(ctx: Context, one: Sequence): Promise<number> {
  const { tx, now } = ctx;
  const locked = await tx<{ id: string }>`
    select id from sequence_entries where sequence_id = ${one.id} and ended_at is null and due_at <= ${now}
      -- further ahead than that by a clock that was
      and (look_at is null or look_at not between ${now} and ${new Date(now.getTime() + ASKED_AGAIN_MS)})
    order by due_at, id limit ${MOST} for update`;
  // why they stop may have come about while the lock was waited for
  const due = await tx<Due>`
    select e.id, e.contact_id as "contactId", e.step, ${dueSince(tx)} as "dueAt", ${whyStopped(tx, tx`e`)} as why,
      ${isAsked(ctx, one)} as asked,
      e.entered_at < ${new Date(now.getTime() - ASKED_DAYS * 24 * 60 * MINUTE_MS)} as waited
    from sequence_entries e where e.id = any(${locked.map(({ id }) => id)}::bigint[]) order by e.due_at, e.id`;
  const over = now.getTime() - WINDOW[one.recipe] * MINUTE_MS;
  const rest = due.filter(({ why, step, asked }) => !why && !asked && placeOf(one, step) >= 0);
  const late = rest.filter(({ dueAt }) => dueAt.getTime() < over);
  for (const why of new Set(due.map((entry) => entry.why)))
    if (why)
      await end(
        ctx,
        due.filter((entry) => entry.why === why),
        why,
      );
  const waiting = due.filter(({ why, step, asked }) => !why && asked && placeOf(one, step) >= 0);
  const isOver = (entry: Due) => entry.waited && purposeOf(one) === 'service';
  await wait(
    ctx,
    waiting.filter((entry) => !isOver(entry)),
  );
  await end(ctx, waiting.filter(isOver), 'unproven');
  // behind the last step, since theirs was taken out
  await end(
    ctx,
    due.filter(({ why, step }) => !why && placeOf(one, step) < 0),
    'done',
  );
  await goOn(ctx, one, late, 'late');
  const inTime = rest.filter(({ dueAt }) => dueAt.getTime() >= over);
  for (const [nth, step] of one.steps.entries()) {
    const those = inTime.filter((entry) => placeOf(one, entry.step) === nth);
    if (those.length > 0) await deliver(ctx, one, step, those);
  }
  return late.length;
}

/** Whoever fills in a form and ticks the box agrees a little later, on the page that they are sent: what they begin with by then waits for that. */
const ASKED_DAYS = 7;
const ASKED_AGAIN_MINUTES = 5;

function isAsked({ tx, now }: Context, one: Sequence): Fragment {
  const purpose = purposeOf(one);
  if (one.recipe !== 'own') return tx`false`;
  if (purpose === 'service') return isUnproven(tx, one);
  const since = new Date(now.getTime() - ASKED_DAYS * 24 * 60 * MINUTE_MS);
  return tx`coalesce((
    select bool_and(g.confirmed_at is null) and bool_or(g.asked_at > ${since}) from consents g
    where g.contact_id = e.contact_id and g.channel = ${one.channel} and g.purpose = ${purpose} and g.withdrawn_at is null
  ), false)`;
}

/** An address that was typed into a form may be anybody's: service begins with what is known to be theirs, or was confirmed by whoever reads it. */
function isUnproven(tx: Sql, { start, channel }: Sequence): Fragment {
  if (start?.of !== 'form') return tx`false`;
  return tx`coalesce((
    select bool_and(i.claimed and not exists (
      select from consents g where g.channel = i.channel and g.address = i.address and g.confirmed_at is not null and g.withdrawn_at is null
    )) from contact_identities i where i.contact_id = e.contact_id and i.channel = ${channel}
  ), false)`;
}

/** Until they are looked at again. */
async function wait({ tx, now }: Context, entries: readonly Due[]): Promise<void> {
  await tx`
    update sequence_entries set due_at = ${new Date(now.getTime() + ASKED_AGAIN_MINUTES * MINUTE_MS)}
    where id = any(${entries.map(({ id }) => id)}::bigint[])`;
}

async function end({ tx, now }: Context, entries: readonly Due[], why: string): Promise<void> {
  await tx`
    update sequence_entries set ended_at = ${now}, ended = ${why} where id = any(${entries.map(({ id }) => id)}::bigint[])`;
}

/** To the next step, a delay from now; behind the last they are through: `last`. */
async function goOn(ctx: Context, one: Sequence, entries: readonly Due[], last = 'done'): Promise<void> {
  for (const nth of one.steps.keys()) {
    const those = entries.filter(({ step }) => placeOf(one, step) === nth);
    const next = one.steps[nth + 1];
    if (those.length === 0) continue;
    if (!next) await end(ctx, those, last);
    else
      await ctx.tx`
        update sequence_entries set step = ${next.number}, look_at = null,
          due_at = ${new Date(ctx.now.getTime() + next.after * MINUTE_MS)}
        where id = any(${those.map(({ id }) => id)}::bigint[])`;
  }
}

/** Gives each their delivery of a step: queued, or skipped and why; whom something keeps from it that passes waits. */
async function deliver(ctx: Context, one: Sequence, step: SequenceStep, entries: readonly Due[]): Promise<void> {
  const rounds = await roundsOf(ctx.tx, one, step, entries);
  for (const round of new Set(rounds.values())) {
    const those = entries.filter(({ id }) => rounds.get(id) === round);
    const campaign = await campaignOf(ctx, one, { step, round });
    const skipped = await insertDeliveries(ctx, one, campaign, { step, entries: those });
    const held = those.filter(({ contactId }) => isHeld(skipped.get(contactId)));
    await hold(ctx, held, (entry) => skipped.get(entry.contactId) === 'undecided');
    const ended = those.filter((entry) => skipped.get(entry.contactId) && !held.includes(entry));
    for (const entry of ended) await end(ctx, [entry], skipped.get(entry.contactId)!);
    await goOn(
      ctx,
      one,
      those.filter((entry) => !ended.includes(entry) && !held.includes(entry)),
    );
    if (campaign.state !== 'paused' && ended.length + held.length < those.length)
      await changeCampaign(ctx, campaign, {
        state: 'running',
        plannedAt: campaign.plannedAt ?? ctx.now,
        endedAt: null,
      });
  }
}

const isHeld = (why: SkipReason | null | undefined): boolean => Boolean(why) && PASSING.includes(why!);

/** They wait for their step while it is its time; for an answer of the owner's it waits as long as that takes. */
async function hold({ tx, now }: Context, entries: readonly Due[], isAsked: (entry: Due) => boolean): Promise<void> {
  const at = new Date(now.getTime() + ASKED_AGAIN_MS);
  const ids = (those: readonly Due[]) => those.map(({ id }) => id);
  await tx`
    update sequence_entries set look_at = ${at} where id = any(${ids(entries.filter((one) => !isAsked(one)))}::bigint[])`;
  await tx`update sequence_entries set due_at = ${at} where id = any(${ids(entries.filter(isAsked))}::bigint[])`;
}

/** For whom it is the how manieth time that they come to this step as it is written now; a campaign gives each of its people one delivery. */
async function roundsOf(
  tx: Tx,
  one: Sequence,
  step: SequenceStep,
  entries: readonly Due[],
): Promise<Map<string, number>> {
  const rows = await tx<{ id: string; round: number }>`
    select e.id, (
      select count(*)::int from campaigns c join campaign_deliveries d on d.campaign_id = c.id
      where ${isStep(tx, one, step)} and d.contact_id = e.contact_id
    ) as round
    from sequence_entries e where e.id = any(${entries.map(({ id }) => id)}::bigint[])`;
  return new Map(rows.map(({ id, round }) => [id, round]));
}

/** Written as it is now, on the channel it has now, and not called off. */
const isStep = (tx: Tx, { id, channel }: Sequence, { number, variants }: SequenceStep) => tx`
  c.sequence_id = ${id} and c.step = ${number} and c.channel = ${channel} and c.variants = ${tx.json(variants)}
  and c.state <> 'cancelled'`;

async function campaignOf(
  ctx: Context,
  one: Sequence,
  { step, round }: { step: SequenceStep; round: number },
): Promise<Campaign> {
  const [there] = await ctx.tx<{ id: string }>`
    select c.id from campaigns c where ${isStep(ctx.tx, one, step)} and c.round = ${round} order by c.id desc limit 1`;
  const campaign = there && (await loadCampaign(ctx.tx, there.id, LOCKED(ctx.tx)));
  if (campaign) return campaign;
  const { channel, userId, place } = one;
  const user = ctx.users.find(({ id }) => id === userId);
  return makeCampaign(ctx, {
    ...{ channel, userId, place, audience: '', purpose: purposeOf(one), variants: step.variants },
    name: sequenceName(texts(localeOf(ctx, user)), one),
    toldKey: `sequence:${one.id}:${ctx.random()}`,
    ofStep: { sequenceId: one.id, step: step.number, round },
  });
}

/** Whoever has this step with this entry, or has it waiting, gets no second one: a row for it cannot be there twice (sql: `campaign_deliveries_step`). */
async function insertDeliveries(
  ctx: Context,
  { recipe }: Sequence,
  campaign: Campaign,
  { step, entries }: { step: SequenceStep; entries: readonly Due[] },
): Promise<Map<string, SkipReason | null>> {
  const { tx, now } = ctx;
  const within = tx`c.id = any((select ${entries.map(({ contactId }) => contactId)}::bigint[])::bigint[])`;
  const audience = await audienceWithin(ctx, campaign, within);
  const rows = await tx<{ contactId: string; why: SkipReason | null }>`
    with judged as materialized (
      select a.*, e.id as entry_id, ${dueSince(tx)} + ${WINDOW[recipe]} * interval '1 minute' as expires_at
      from (${audienceRows(ctx, audience, within)}) a
      join sequence_entries e on e.contact_id = a.contact_id and e.id = any(${entries.map(({ id }) => id)}::bigint[])
    ), inserted as (
      insert into campaign_deliveries (
        campaign_id, contact_id, channel, address, locale, timezone, state, reason, run_at, entry_id, step, expires_at
      )
      select ${campaign.id}, contact_id, ${campaign.channel}, address, locale, timezone,
        case when why is null then 'queued' else 'skipped' end, why, ${now}, entry_id, ${step.number}::int, expires_at
      from judged where why is null or why <> all(${[...PASSING]}::text[])
      on conflict do nothing
    )
    select contact_id as "contactId", why from judged`;
  return new Map(rows.map(({ contactId, why }) => [contactId, why]));
}
