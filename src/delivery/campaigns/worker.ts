import { whenBack } from '../../db/patience.ts';
import type { Act } from '../../domain/act.ts';
import { nextTest, noteTested } from '../../domain/campaigns/asking/test_mail.ts';
import type { Campaign } from '../../domain/campaigns/campaign.ts';
import { sendInChat } from '../../domain/campaigns/chat.ts';
import {
  CampaignFault,
  type Claim,
  type Claimed,
  claimDeliveries,
  stillLeaving,
} from '../../domain/campaigns/claim.ts';
import {
  type Abandoned,
  type Attempt,
  deliveryKey,
  doubtAbandoned,
  freeUnbegun,
  reasonOfRefusal,
  settleAttempts,
} from '../../domain/campaigns/delivery.ts';
import { type Composed, composeMails } from '../../domain/campaigns/mails.ts';
import { haltAtFault, pauseIfFailing, pauseUnreadable, tendCampaigns } from '../../domain/campaigns/tend.ts';
import { type Loop, startLoop, unless } from '../../lib/loop.ts';
import type { BulkMail, BulkResult, BulkWay } from '../../outbox/bulk.ts';

export interface CampaignWorkerOptions {
  act: Act;
  /** The number of this process among those that share the database. */
  instance: number;
  /** The channels that take many mails at once, by name. */
  ways: Readonly<Record<string, BulkWay>>;
  /** The chat channels that are set up, by name. */
  chats: readonly string[];
  /** No other process is on this database: nobody else holds anything. */
  alone?: boolean;
  /** While true nothing is sent: the data are a copy, and the owner has not said otherwise. */
  resting: () => boolean;
  /** Somebody is to be told something. */
  told: () => void;
  onError: (error: unknown) => void;
}

/** Mails of one claim: a larger batch is hardly faster. */
const MOST = 400;
/** Batches under way at once: one is handed over while the other is claimed, waits its turn or is written down. */
const BATCHES = 2;
const FEWEST = 8;
/** What is under way is as much as leaves in about so many ms, because a kill or a halt leaves so many. */
const BATCH_MS = 400;
/** No batch takes longer than its server's slowest answers, one after the other. */
const LEASE_SECONDS = 30 * 60;
/** How often campaigns are looked after, and how long we rest with nothing to send. */
const TEND_MS = 1000;
const REST_MS = 1000;
/** A server that takes nothing is asked again after this long. */
const DOWN_MS = 30_000;
/** How soon others are claimed behind a campaign that was set aside. */
const AGAIN_MS = 1;

export interface CampaignWorker extends Loop {
  /** What these instances held is in doubt: they are dead. */
  doubt(abandoned: Abandoned): Promise<void>;
}

/** Begins, plans, sends and ends campaigns. Other processes may do the same: no two have the same delivery. */
export function startCampaignWorker(options: CampaignWorkerOptions): CampaignWorker {
  const { act, resting, onError, told } = options;
  const rounds = Object.entries(options.ways).map(([channel, way]) => sending(options, channel, way));
  const loops = rounds.map((round) => startLoop(unless(resting, round), onError));
  const wake = () => {
    for (const one of [tending, ...loops]) one.wake();
  };
  const doubt = async (abandoned: Abandoned) => {
    for (const [channel, way] of Object.entries(options.ways))
      await act((ctx) => doubtAbandoned(ctx, { channel, idOf: way.idOf }, abandoned));
  };
  let first = true;
  const tending = startLoop(
    unless(resting, async () => {
      await doubt(first && options.alone ? { onlyHere: options.instance } : {});
      first = false;
      const more = await tendCampaigns(act, onError);
      for (const [channel, way] of Object.entries(options.ways)) await sendTest(options, channel, way);
      for (const channel of options.chats) while (await sendChat(options, channel));
      told();
      return more ? 0 : TEND_MS;
    }),
    onError,
  );
  return {
    wake,
    doubt,
    async stop() {
      await Promise.all([tending, ...loops].map((one) => one.stop()));
      await Promise.all(rounds.map((round) => round.settled()));
    },
  };
}

/** Gives whether there may be more at once; a campaign that is at fault waits for its owner, and the others go on. */
async function sendChat({ act, instance, onError }: CampaignWorkerOptions, channel: string): Promise<boolean> {
  try {
    return await act((ctx) => sendInChat(ctx, channel, instance));
  } catch (error) {
    if (!(error instanceof CampaignFault)) throw error;
    await act((ctx) => haltAtFault(ctx, error.campaignId));
    onError(error.cause);
    return true;
  }
}

/** Whoever wants to see a campaign first gets it in their own mailbox. A test in doubt is sent again: that does no harm. */
export async function sendTest(
  { act }: Pick<CampaignWorkerOptions, 'act'>,
  channel: string,
  way: BulkWay,
): Promise<void> {
  const test = await act((ctx) => nextTest(ctx, channel, way.from));
  if (!test) return;
  const mails = test.mails.flatMap((mail) => ('missing' in mail ? [] : [mail]));
  const results = await handOver(way, mails);
  await whenBack(() => act((ctx) => noteTested(ctx, test, results)));
}

/** A round gives how long to rest, in ms. */
export interface Sending {
  (): Promise<number>;
  /** What is under way has been written down. */
  settled(): Promise<void>;
}

/**
 * Claims batch after batch of a channel, hands each over and writes down what became of it; the next one is claimed while the one before
 * is handed over, and put back unsent where its campaign was halted meanwhile. What has been begun and not written down yet is remembered:
 * it is never put back with what a failed claim left. Only one claim is made at a time, so that whatever is held and not begun is of the
 * claim that failed.
 */
export function sending(
  {
    act,
    instance,
    onError,
  }: Pick<CampaignWorkerOptions, 'act' | 'instance'> & Partial<Pick<CampaignWorkerOptions, 'onError'>>,
  channel: string,
  way: BulkWay,
): Sending {
  const begun = new Set<string>();
  const underWay = new Set<Promise<number>>();
  let fault: { error: unknown } | undefined;
  let restUntil = 0;
  let turn: Promise<unknown> = Promise.resolve();
  const free = () => whenBack(() => act((ctx) => freeUnbegun(ctx, { instance, channel, begun: [...begun] })));
  const claiming = { channel, instance, most: FEWEST, leaseSeconds: LEASE_SECONDS };

  /** It waits for its owner, and the others go on. */
  async function setAside(error: CampaignFault): Promise<void> {
    await whenBack(() => act((ctx) => haltAtFault(ctx, error.campaignId)));
    onError?.(error.cause);
  }

  async function claim(): Promise<Claim & { composed?: Composed }> {
    try {
      const claimed = await act((ctx) => claimDeliveries(ctx, claiming));
      const { campaign, rows } = claimed;
      if (!campaign || rows.length === 0) return claimed;
      const composed = await whenBack(() => act((ctx) => composeMails(ctx, campaign, rows, way)));
      if (composed.unreadable) {
        await act(async (ctx) => {
          await freeUnbegun(ctx, { instance, channel, only: rows.map(deliveryKey) });
          await pauseUnreadable(ctx, campaign);
        });
        return { ...claimed, rows: [] };
      }
      for (const { delivery } of composed.mails) begun.add(deliveryKey(delivery));
      return { ...claimed, composed };
    } catch (error) {
      // it may have been made unheard
      await free();
      if (!(error instanceof CampaignFault)) throw error;
      await setAside(error);
      return { rows: [], waitMs: AGAIN_MS };
    }
  }

  /** Batches are handed over one after the other, so that a halt leaves one, and so does a no; undefined: it was halted before this one. */
  function inTurn(
    campaign: Campaign,
    mails: Composed['mails'],
  ): Promise<{ attempts: Attempt[]; rest: number } | undefined> {
    const ids = mails.map(({ delivery }) => delivery.id);
    const one = turn.then(async () => {
      const leaving = await whenBack(() => act((ctx) => stillLeaving(ctx, campaign, { instance, ids })));
      if (!leaving) return undefined;
      const left = mails.filter(({ delivery }) => leaving.has(delivery.id));
      const began = performance.now();
      const results = await handOver(
        way,
        left.map(({ mail }) => mail),
      );
      claiming.most = nextSize(left.length, performance.now() - began);
      const attempts = left.map(({ delivery, mail }, nth) => attemptOf(delivery, mail, results[nth]!));
      return { attempts, rest: restAfter(results) };
    });
    turn = one.catch(() => undefined);
    return one;
  }

  async function carry(campaign: Campaign, { mails, failed }: Composed): Promise<number> {
    const keys = mails.map(({ delivery }) => deliveryKey(delivery));
    const done = await inTurn(campaign, mails).catch(async (error: unknown) => {
      if (!(error instanceof CampaignFault)) throw error;
      await setAside(error);
      return undefined;
    });
    const attempts = done?.attempts ?? [];
    await whenBack(() => act((ctx) => settleAttempts(ctx, instance, [...failed, ...attempts])));
    if (done) await whenBack(() => act((ctx) => pauseIfFailing(ctx, campaign.id, attempts)));
    else await whenBack(() => act((ctx) => freeUnbegun(ctx, { instance, channel, only: keys })));
    for (const key of keys) begun.delete(key);
    return done?.rest ?? 0;
  }

  function begin(campaign: Campaign, composed: Composed): void {
    const one = carry(campaign, composed).catch((error: unknown) => {
      fault = { error };
      return 0;
    });
    underWay.add(one);
    void one.then((rest) => {
      underWay.delete(one);
      restUntil = Math.max(restUntil, performance.now() + rest);
    });
  }

  const settled = async () => {
    await Promise.all(underWay);
  };

  const round = async () => {
    while (underWay.size >= BATCHES) await Promise.race(underWay);
    const rest = restUntil - performance.now();
    if (fault || rest > 0) await settled();
    if (fault) {
      const { error } = fault;
      fault = undefined;
      throw error;
    }
    if (rest > 0) return rest;
    const { campaign, composed, waitMs } = await claim();
    if (campaign && composed) begin(campaign, composed);
    if (campaign) return 0;
    const open = underWay.size > 0;
    await settled();
    return open && waitMs === 0 ? 0 : Math.min(REST_MS, waitMs || REST_MS);
  };
  return Object.assign(round, { settled });
}

/** For how long nothing is handed over: a server that takes nothing has its rest, and one that refuses a password says how long. */
function restAfter(results: readonly BulkResult[]): number {
  const waits = results.filter(({ scope }) => scope === 'channel').map(({ afterSeconds = 0 }) => afterSeconds * 1000);
  const isDown = results.length > 0 && results.every(({ state }) => state === 'retry');
  return waits.length > 0 || isDown ? Math.max(DOWN_MS, ...waits) : 0;
}

/** How many to claim next, after so many took so long: at most twice as many. */
function nextSize(count: number, ms: number): number {
  const fitting = Math.floor((count * BATCH_MS) / Math.max(1, ms));
  return Math.max(FEWEST, Math.min(MOST, 2 * Math.max(FEWEST, count), fitting));
}

function attemptOf(delivery: Claimed, { messageId }: BulkMail, result: BulkResult): Attempt {
  const { state, detail, afterSeconds, unreached } = result;
  return {
    ...{ delivery, state, detail, messageId },
    ...((state === 'failed' || (state === 'retry' && result.status)) && { reason: reasonOfRefusal(result) }),
    ...(afterSeconds !== undefined && { afterSeconds }),
    ...(unreached && { untried: true }),
  };
}

/** A sender that breaks its promise and throws leaves its batch in doubt. */
async function handOver({ sender }: BulkWay, mails: BulkMail[]): Promise<BulkResult[]> {
  if (mails.length === 0) return [];
  try {
    const results = await sender.send(mails);
    return mails.map((_, nth) => results[nth] ?? { state: 'unknown', detail: 'no_result' });
  } catch (error) {
    return mails.map(() => ({ state: 'unknown', detail: (error as Error).message }));
  }
}
