import { assignments, given } from '../../db/assignments.ts';
import type { Fragment, Sql } from '../../db/sql.ts';
import type { Place } from '../../outbox/message.ts';
import type { Context } from '../context.ts';
import type { Reached } from '../people/consent.ts';
import type { Variants } from '../templates/compile.ts';
import type { Crowd } from './reach/crowd.ts';
import type { Kind } from './sequences/recipe.ts';
import type { Measure, Winner } from './versions/version.ts';

/**
 * - draft: nothing leaves. scheduled: it begins by itself. running: its deliveries are made and leave. paused: it waits for the owner.
 * - finished: nobody is left to write to. cancelled: whoever was left gets nothing.
 */
export type CampaignState = 'draft' | 'scheduled' | 'running' | 'paused' | 'finished' | 'cancelled';

/** Why a campaign is paused, each with its text for the owner. */
export type PauseReason =
  /** A user said so, of this one or of all. */
  | 'asked'
  | 'stopped'
  /** The first part of a campaign that is sent in parts has left. */
  | 'share'
  /** Its time came while nobody could send. */
  | 'late'
  /** It is in a copy of the data: it may have left from the first one. */
  | 'restored'
  /** At its time it would have gone to noticeably other people than were shown. */
  | 'changed'
  /** Its words cannot be read. */
  | 'words'
  | 'bounces'
  | 'complaints'
  /** The server refuses the sender, not the recipients. */
  | 'refused'
  /** Something is wrong with how its mails would arrive, or nobody can unsubscribe from them. */
  | 'check'
  /** Its audience names something that is not there any more. */
  | 'unclear'
  /** Which of its two texts does better cannot be told. */
  | 'undecided'
  /** An error of ours holds it up. */
  | 'fault';

/** A mailing to many. */
export interface Campaign {
  id: string;
  name: string;
  state: CampaignState;
  channel: string;
  /** What its people must have agreed to. */
  purpose: Reached;
  /** A user has said what it is, or its sequence does: then its words are not asked about. */
  purposeSaid: boolean;
  /** It asks whoever has not agreed to that, and has not said no, to confirm that they do: what it says is ours. */
  asks: boolean;
  /** Whom it is for, as a filter is typed; '': everybody, null: nobody has said it yet. */
  audience: string | null;
  variants: Variants;
  /** What version B says; null: there is one text alone. */
  second: Variants | null;
  /** Percent that get A or B, by halves, before it is decided what the rest get: 1 to 100; 100: nobody is left. */
  trial: number;
  /** How long after the last of them it is decided, in minutes: 1 to 43,200 (30 days). */
  trialMinutes: number;
  /** By what; null: by clicks where they are counted, else by answers. */
  measure: Measure | null;
  /** When; null: not all of the trial have been written to. */
  decideAt: Date | null;
  winner: Winner | null;
  /** Who bought within so many days is left out; 0: nobody. */
  skipBoughtDays: number;
  /** Percent that get it first, of those sent before it was kept how many people they are. */
  share: number;
  /** So many people get it first; null: as `share` says. */
  firstPeople: number | null;
  /** Percent that get nothing of it, to compare with: 0 to 50. Where that would be too few, there is no such group. */
  holdout: number;
  /** When it leaves; of a draft: when its owner said, who has not scheduled it yet. */
  scheduledAt: Date | null;
  /** Who were shown to get it when its owner said that it shall leave; null: nobody has said so yet. */
  shown: Crowd | null;
  /** When its owner ended the comparison with those who are held out; null: it ends by itself. */
  comparisonEndedAt: Date | null;
  /** Of which template its words are, as they were when it was chosen; null: they were typed. */
  templateId: string | null;
  /** What that template said then; null: its words are of none. */
  templateVariants: Variants | null;
  /** Since when each of its people has a delivery. */
  plannedAt: Date | null;
  endedAt: Date | null;
  reason: PauseReason | null;
  /** Where a test of it is to go. */
  testTo: string | null;
  userId: string | null;
  /** Where the message stands that tells how far it is, under which key, and when it is to be written anew. */
  place: Pick<Place, 'channel' | 'address'>;
  toldKey: string;
  tellAt: Date | null;
  /** Of which sequence it is a step; null: it is one of its own. A step ends whenever nobody is left, and goes on with the next. */
  sequenceId: string | null;
  /** On what occasion that writes; null: it is of none. */
  recipe: Kind | null;
}

const columns = (sql: Sql) => sql`
  id, name, state, channel, purpose, purpose_said as "purposeSaid", asks, audience, variants, skip_bought_days as "skipBoughtDays", share, first_people as "firstPeople", holdout,
  scheduled_at as "scheduledAt", planned_at as "plannedAt", ended_at as "endedAt", reason, test_to as "testTo",
  second, trial, trial_minutes as "trialMinutes", measure, decide_at as "decideAt", winner,
  case when shown_people is not null then jsonb_build_object('people', shown_people, 'sample', shown_sample::text[]) end as shown,
  comparison_ended_at as "comparisonEndedAt", template_id as "templateId", template_variants as "templateVariants",
  user_id as "userId", jsonb_build_object('channel', told_channel, 'address', told_address) as place,
  told_key as "toldKey", tell_at as "tellAt", sequence_id as "sequenceId",
  (select recipe from sequences where sequences.id = sequence_id) as recipe`;

/** Percent that get nothing of a campaign unless its owner says otherwise. */
export const HOLDOUT = 10;

/** Percent that get one of two texts first, and minutes until it is decided which is better. */
export const TRIAL = { percent: 20, minutes: 240 };

/** What a campaign begins with. */
export type CampaignDraft = Pick<
  Campaign,
  'name' | 'channel' | 'audience' | 'variants' | 'userId' | 'place' | 'toldKey'
> &
  Partial<
    Pick<
      Campaign,
      | 'skipBoughtDays'
      | 'holdout'
      | 'purpose'
      | 'purposeSaid'
      | 'asks'
      | 'second'
      | 'trial'
      | 'trialMinutes'
      | 'measure'
      | 'templateId'
      | 'templateVariants'
      | 'scheduledAt'
    >
  > & {
    /** Which step of which sequence, and for whom it is the how manieth time. */
    ofStep?: { sequenceId: string; step: number; round: number };
  };

export async function makeCampaign(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  {
    ofStep,
    name,
    channel,
    audience,
    variants,
    userId,
    place,
    toldKey,
    skipBoughtDays = 0,
    purpose = 'newsletter',
    purposeSaid = ofStep !== undefined,
    asks = false,
    // whoever is written to on an occasion of their own is not compared with anybody
    holdout = ofStep ? 0 : HOLDOUT,
    second = null,
    trial = TRIAL.percent,
    trialMinutes = TRIAL.minutes,
    measure = null,
    templateId = null,
    templateVariants = null,
    scheduledAt = null,
  }: CampaignDraft,
): Promise<Campaign> {
  const [made] = await tx<Campaign>`
    insert into campaigns (
      name, channel, audience, variants, skip_bought_days, holdout, purpose, purpose_said, asks, user_id, told_channel, told_address, told_key, created_at,
      sequence_id, step, round, second, trial, trial_minutes, measure, template_id, template_variants, scheduled_at
    ) values (
      ${name}, ${channel}, ${audience}, ${tx.json(variants)}, ${skipBoughtDays}, ${holdout}, ${purpose}, ${purposeSaid}, ${asks}, ${userId}::bigint,
      ${place.channel}, ${place.address}, ${toldKey}, ${now},
      ${ofStep?.sequenceId ?? null}::bigint, ${ofStep?.step ?? null}::int, ${ofStep?.round ?? null}::int,
      ${second ? tx.json(second) : null}, ${trial}, ${trialMinutes}, ${measure}, ${templateId}::bigint, ${templateVariants ? tx.json(templateVariants) : null}, ${scheduledAt}
    ) returning ${columns(tx)}`;
  return made!;
}

/** How a campaign's row is held: whoever makes its plan gives people their deliveries meanwhile, and is not waited for. */
export const LOCKED = (sql: Sql): Fragment => sql`for no key update`;

export async function loadCampaign(sql: Sql, id: string, locked: Fragment = sql``): Promise<Campaign | undefined> {
  const [row] = await sql<Campaign>`select ${columns(sql)} from campaigns where id = ${id} ${locked}`;
  return row;
}

/** The newest campaigns, one page of them; not the steps of sequences. */
export async function listCampaigns(sql: Sql, most: number, offset: number): Promise<(Campaign & { total: number })[]> {
  return sql<Campaign & { total: number }>`
    select ${columns(sql)}, count(*) over ()::int as total from campaigns where sequence_id is null order by id desc limit ${most} offset ${offset}`;
}

/** The one that was written last, where that was since then and it has not begun to leave. */
export async function lastUnbegun(sql: Sql, since: Date): Promise<Campaign | undefined> {
  const [last] = await sql<Campaign>`
    select ${columns(sql)}
    from (select * from campaigns where sequence_id is null order by id desc limit 1) campaigns
    where state in ('draft', 'scheduled') and created_at >= ${since}`;
  return last;
}

/** Those that are to begin, or are sending. */
export async function campaignsAtWork(sql: Sql, locked: Fragment = sql``): Promise<Campaign[]> {
  return sql<Campaign>`
    select ${columns(sql)} from campaigns where state in ('scheduled', 'running') order by id ${locked}`;
}

/** Whether nobody has been given a delivery of it and it does not begin at this moment: all of it can still be changed. */
export const hasNotBegun = ({ state, plannedAt }: Pick<Campaign, 'state' | 'plannedAt'>): boolean =>
  plannedAt === null && (state === 'draft' || state === 'scheduled' || state === 'paused');

export type CampaignChange = Partial<Omit<Campaign, 'id' | 'userId' | 'channel' | 'sequenceId' | 'recipe' | 'asks'>>;

/** Changes what is named and leaves the rest as it is in the row, and wakes whoever sends. Gives it as it is then. */
export async function changeCampaign(
  { tx }: Pick<Context, 'tx'>,
  one: Campaign,
  to: CampaignChange,
): Promise<Campaign> {
  const plain = <T>(value: T | undefined) => given(value, (known) => tx`${known}`);
  const sets = assignments(tx, {
    name: plain(to.name),
    state: plain(to.state),
    audience: plain(to.audience),
    purpose: plain(to.purpose),
    purpose_said: plain(to.purposeSaid),
    variants: given(to.variants, (variants) => tx`${tx.json(variants)}`),
    second: given(to.second, (second) => tx`${second && tx.json(second)}`),
    trial: plain(to.trial),
    trial_minutes: plain(to.trialMinutes),
    measure: plain(to.measure),
    decide_at: plain(to.decideAt),
    winner: plain(to.winner),
    skip_bought_days: plain(to.skipBoughtDays),
    share: plain(to.share),
    first_people: plain(to.firstPeople),
    holdout: plain(to.holdout),
    scheduled_at: plain(to.scheduledAt),
    planned_at: plain(to.plannedAt),
    ended_at: plain(to.endedAt),
    shown_people: given(to.shown, (shown) => tx`${shown?.people ?? null}`),
    shown_sample: given(to.shown, (shown) => tx`${shown?.sample ?? null}::bigint[]`),
    comparison_ended_at: plain(to.comparisonEndedAt),
    template_id: given(to.templateId, (id) => tx`${id}::bigint`),
    template_variants: given(to.templateVariants, (said) => tx`${said && tx.json(said)}`),
    reason: plain(to.reason),
    test_to: plain(to.testTo),
    told_key: plain(to.toldKey),
    tell_at: plain(to.tellAt),
    told_channel: plain(to.place?.channel),
    told_address: plain(to.place?.address),
  });
  if (!sets) return one;
  const [row] = await tx<Campaign>`
    with heard as (select pg_notify('campaigns', ''))
    update campaigns set ${sets} from heard where id = ${one.id} returning ${columns(tx)}`;
  return row ?? one;
}

/**
 * One `/stop` for all: nothing of any campaign leaves after the batch that is under way, nor by the answer to a question that one asks about its
 * rest. Gives those that it stopped.
 */
export async function stopAll(ctx: Pick<Context, 'tx'>): Promise<Campaign[]> {
  const stopped: Campaign[] = [];
  const asking = await ctx.tx<Campaign>`
    select ${columns(ctx.tx)} from campaigns
    where state = 'paused' and planned_at is not null and reason in ('undecided', 'late') order by id ${LOCKED(ctx.tx)}`;
  // one by one, so that the journal knows what each was
  for (const one of [...(await campaignsAtWork(ctx.tx, LOCKED(ctx.tx))), ...asking])
    stopped.push(await changeCampaign(ctx, one, { state: 'paused', reason: 'stopped' }));
  return stopped;
}

/** Whether there is anything that `/stop` would stop. */
export async function isAnythingOn(sql: Sql): Promise<boolean> {
  const rows = await sql`
    select from campaigns where state in ('scheduled', 'running') union all select from sequences where is_on limit 1`;
  return rows.length > 0;
}
