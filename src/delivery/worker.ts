import { isAway } from '../db/errors.ts';
import type { Database } from '../db/open.ts';
import type { Fragment, Sql } from '../db/sql.ts';
import type { Act } from '../domain/act.ts';
import { settleHeld, whatHolds } from '../domain/campaigns/held/leaving.ts';
import { type Loop, startLoop } from '../lib/loop.ts';
import type { Doubt, OutboxMessage, Sender } from '../outbox/message.ts';
import { claimDoubts, resolveDoubt } from './doubt.ts';
import { asItIsNow } from './edited.ts';
import { Pace } from './pace.ts';
import { settle, settleAbandoned } from './settle.ts';
import { UnderWay } from './under_way.ts';

const POLL_MS = 1000;
/** How often we look for rows of dead workers. */
const SWEEP_MS = 5000;
/** A claim outlasts the longest send by this much: it must never expire during a send. */
const LEASE_MARGIN_MS = 15_000;
/** How many due rows of a channel and a priority are looked at in one claim. */
const LOOKED_AT = 8;
/** When it was nobody's turn among them, the next look is larger, up to this. */
const MOST_LOOKED_AT = 1024;
/**
 * Seconds until a parked row is looked at again: one that waits behind a row being sent, and one behind a row that
 * waits itself.
 */
const PARKED_BEHIND_LEAVING_S = 1;
const PARKED_S = 60;

export interface OutboxWorkerOptions {
  db: Database;
  act: Act;
  /** The ways out. Asked for at each turn, because there are fewer while the process rests. */
  readonly senders: Record<string, Sender>;
  onError: (error: unknown, rowId?: string) => void;
  /** The number of this process among those that share the database (`Database.present`). */
  instance?: number;
  /** As of when it is asked what stands against a campaign's messages; default: now. */
  now?: Date;
  /** A channel went down (for everybody) or works again. */
  onChannel: (channel: string, ok: boolean, detail: string) => void;
}

export function startOutboxWorker(options: OutboxWorkerOptions): Loop {
  const pace = new Pace();
  const underWay = new UnderWay();
  const inFlight = new Set<Promise<void>>();
  /**
   * Rows whose send has begun here and whose result is not written down yet: these are never sent again automatically.
   */
  const begun = new Set<string>();
  /** The database went away during a claim: it may have been made, and nobody knows for which rows. */
  let unsure = false;
  let sweptAt = Number.NEGATIVE_INFINITY;
  let loop: Loop;

  async function round(): Promise<number> {
    if (unsure) await freeUnknown(options, [...begun]);
    unsure = false;
    if (performance.now() - sweptAt > SWEEP_MS) {
      await settleAbandoned(options);
      for (const row of await claimDoubts(options.db)) track(lookUp(options, row));
      sweptAt = performance.now();
    }
    const rows = await take();
    for (const row of rows) {
      begun.add(row.id);
      const settled = deliver(options, pace, row).then((known) => void (known && begun.delete(row.id)));
      track(settled, underWay.begin(row.channel));
    }
    return rows.length > 0 ? 0 : Math.min(POLL_MS, pace.untilFree());
  }

  async function take(): Promise<OutboxMessage[]> {
    try {
      return await claim(options, pace, (channel) => underWay.room(channel, options.senders[channel]!));
    } catch (error) {
      unsure = isAway(error);
      throw error;
    }
  }

  function track(delivery: Promise<void>, ended = () => {}): void {
    inFlight.add(delivery);
    void delivery.finally(() => {
      inFlight.delete(delivery);
      ended();
      loop.wake();
    });
  }

  loop = startLoop(round, options.onError);
  return {
    wake: () => loop.wake(),
    async stop() {
      await loop.stop();
      await Promise.all(inFlight);
    },
  };
}

async function lookUp(options: OutboxWorkerOptions, doubt: Doubt): Promise<void> {
  await resolveDoubt(options, doubt).catch((error: unknown) => options.onError(error, doubt.id)); // it will be looked at again
}

/** Puts back the rows that this process has claimed without knowing it: no byte of them has left. They lose no try. */
async function freeUnknown({ db, instance }: OutboxWorkerOptions, begun: readonly string[]): Promise<void> {
  await db.autocommit`
    update outbox set state = 'queued', locked_until = null, attempts = attempts - 1
    where state = 'sending' and claimed_by = ${instance ?? null} and id <> all(${[...begun]}::bigint[])`;
}

/**
 * Takes what is due, only the first message of each chat, and commits `sending` before the first byte leaves. Each
 * channel has its own allowance, and each row is leased for its own sender's deadline. What the owner asked for
 * overtakes notices. Answers to buttons and forms wait for nothing: their time is short and their order does not
 * matter.
 */
export async function claim(
  { db, senders, instance, now = new Date() }: Pick<OutboxWorkerOptions, 'db' | 'senders' | 'instance' | 'now'>,
  pace: Pace,
  limit: number | ((channel: string) => number),
): Promise<OutboxMessage[]> {
  const limitOf = typeof limit === 'number' ? () => limit : limit;
  const open = Object.entries(senders)
    .map(([channel, sender]) => ({
      channel,
      sender,
      allowance: Math.min(limitOf(channel), pace.allowance(channel, sender)),
    }))
    .filter(({ allowance }) => allowance > 0);
  if (open.length === 0) return [];
  let judges = false;
  for (let atOnce = LOOKED_AT; ; atOnce = Math.min(MOST_LOOKED_AT, 4 * atOnce)) {
    const found = await look({ db, instance, now }, open, pace.heldChats(), { atOnce, judges });
    const looked = found.filter(({ id }) => id !== null);
    const rows = looked.filter(({ taken }) => taken);
    for (const row of rows) pace.spend(row, senders[row.channel]!);
    const isUnjudged: boolean = !judges && found.some(({ campaigns }) => campaigns);
    if (rows.length > 0 || (looked.length === 0 && !isUnjudged)) {
      return rows.map(({ taken, campaigns, ...row }) => row);
    }
    judges ||= isUnjudged;
  }
}

interface OpenChannel {
  channel: string;
  sender: Sender;
  /** How many messages may be taken now. */
  allowance: number;
}

/**
 * Looks at the first few due rows and takes those whose turn it is. Rows behind another one of their chat are parked,
 * so that they are not looked at again and again; when the row they wait for is finished, it brings them back. Only a
 * row whose predecessor is being sent at this moment could miss that, so it is parked for a second at most. A notice
 * whose time has come gets its place among the others. What a campaign may not say any more by now is cancelled.
 *
 * Only a look that `judges` asks what stands against a campaign's messages and takes them; another leaves them alone and says that there
 * are `campaigns`. What is asked of them names thirty tables: to begin such a statement cost the server 2 ms for each card of the owner's,
 * and to plan it 40 ms for each connection.
 */
async function look(
  { db, instance, now }: { db: Database; instance: number | undefined; now: Date },
  open: OpenChannel[],
  held: string[],
  { atOnce, judges }: { atOnce: number; judges: boolean },
): Promise<Looked[]> {
  const { sql } = db;
  const against = judges ? whatHolds(sql, sql`due`, now) : nothingHolds(sql);
  return db.autocommit<Looked>`
    with due as materialized (
      select o.*, c.allowance, c.lease_ms, c.last_number
      from unnest(
        (select ${open.map(({ channel }) => channel)}::text[]),
        (select ${open.map(({ allowance }) => allowance)}::int[]),
        (select ${open.map(({ sender }) => sender.deadlineMs + LEASE_MARGIN_MS)}::int[]),
        (select ${open.map(({ sender }) => sender.lastNumber?.() ?? null)}::bigint[])
      ) as c (channel, allowance, lease_ms, last_number)
      cross join generate_series(0, 3) as level
      cross join lateral (
        select ctid as place, id, channel, address, priority, message_id, greatest(run_at, parked_until) as at,
          audience = 'customer' and payload ? 'campaign' as of_campaign,
          case when audience = 'customer' then payload -> 'hours' end as hours
        from outbox
        where waits and outbox.channel = c.channel and priority = level
          and greatest(run_at, parked_until) <= now()
        order by greatest(run_at, parked_until), id limit ${atOnce + held.length}::int for update skip locked
      ) o
    ), judged as (
      select due.*, before.state as before, held.id as kept, held.why, held.again,
        held.id is null ${judges ? sql`` : sql`and not of_campaign`}
          and (priority = 0 or before.state is null and channel || ':' || address <> all (${held}::text[])
          and not (priority = 2 and bool_or(priority = 3) over (partition by channel, address))) as free
      from due left join lateral (
        select state from outbox b
        where b.channel = due.channel and b.address = due.address and b.holds
          and (b.priority, b.id) < (due.priority, due.id) and b.priority > 0
        order by b.priority desc, b.id desc limit 1
      ) before on due.priority in (1, 2)
      left join lateral (${against}) held on true
    ), turn as (
      select place, before, lease_ms, last_number, kept, why, again, message_id, priority = 3 as lifted, priority < 3 and free
          and row_number() over (partition by channel, free and priority < 3 order by priority, at, id) <= allowance as taken
      from judged
    ), ${judges ? sql`${settleHeld(sql, sql`turn`)},` : sql``} moved as (
      update outbox set
        state = case when taken then 'sending' when kept is not null then 'cancelled' else state end,
        priority = case when lifted then 2 else priority end,
        attempts = attempts + taken::int,
        sent_after = case when taken then last_number else sent_after end,
        claimed_by = case when taken then ${instance ?? null}::int else claimed_by end,
        locked_until = case when taken then now() + lease_ms * interval '1 ms' else locked_until end,
        parked_until = case when before is not null then now() + case before
          when 'sending' then ${PARKED_BEHIND_LEAVING_S}::int else ${PARKED_S}::int end * interval '1 s' end
      from turn where outbox.ctid = turn.place and (taken or lifted or kept is not null or before is not null)
      returning outbox.id, channel, address, audience, idempotency_key as "idempotencyKey",
        case when taken then payload end as payload, conversation_id as "conversationId", outbox.message_id as "messageId", attempts,
        created_at as "createdAt", taken
    )
    select moved.*, campaigns from (select exists (select from due where of_campaign) as campaigns) waiting left join moved on true`;
}

/** A row that was looked at and changed; `id` is null where none was. `campaigns`: some of those looked at are a campaign's. */
type Looked = OutboxMessage & { taken: boolean; campaigns: boolean };

const nothingHolds = (sql: Sql): Fragment =>
  sql`select null::bigint as id, null::text as why, null::timestamptz as again where false`;

/** Sends one row; returns whether its outcome is written down. */
async function deliver(options: OutboxWorkerOptions, pace: Pace, row: OutboxMessage): Promise<boolean> {
  const sender = options.senders[row.channel]!;
  try {
    const message = await asItIsNow(options.db.sql, row);
    const outcome = await sender.send(message, AbortSignal.timeout(sender.deadlineMs));
    if (outcome.result === 'retry' && outcome.afterSeconds) {
      const ms = outcome.afterSeconds * 1000;
      if (outcome.scope === 'channel') pace.holdChannel(row.channel, ms);
      else pace.holdChat(row.channel, row.address, ms);
    }
    if (outcome.result === 'retry' && outcome.channelDown) {
      pace.holdChannel(row.channel, (outcome.afterSeconds ?? 60) * 1000);
      options.onChannel(row.channel, false, outcome.error);
    }
    if (outcome.result === 'sent') options.onChannel(row.channel, true, '');
    await settle(options, row, outcome);
    return true;
  } catch (error) {
    // the row stays `sending` until its lease expires, then it is settled as a doubt
    options.onError(error, row.id);
    return false;
  }
}
