import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { mountApi } from '../api/mount.ts';
import { consoleSender } from '../bots/console/send.ts';
import type { ChannelKit } from '../channel/channel.ts';
import type { Config } from '../config.ts';
import { type CampaignWorker, startCampaignWorker } from '../delivery/campaigns/worker.ts';
import { settleAbandoned } from '../delivery/settle.ts';
import { startOutboxWorker } from '../delivery/worker.ts';
import { actor } from '../domain/act.ts';
import { noteChannel } from '../domain/desk/channel_state.ts';
import { type FetchFile, openFiles } from '../files/index.ts';
import { readTableApart } from '../files/table/read_apart.ts';
import { createReadiness } from '../http/readiness.ts';
import { serve } from '../http/serve.ts';
import { createApp } from '../http/server.ts';
import { createReceiver } from '../inbox/receive.ts';
import { releaseInbox } from '../inbox/release.ts';
import { startInboxWorker } from '../inbox/worker.ts';
import { importer } from '../jobs/imports.ts';
import { startScheduler } from '../jobs/scheduler.ts';
import { faultOf, type Log } from '../lib/log.ts';
import { type Loop, startLoop, unless } from '../lib/loop.ts';
import type { OutboxMessage, Sender } from '../outbox/message.ts';
import { type Key, open as unseal } from '../vault/seal.ts';
import { mountWebForms } from '../webforms/mount.ts';
import { createConnections } from '../webhooks/connections.ts';
import { startHooks } from '../webhooks/out/hooks.ts';
import { providers } from '../webhooks/providers.ts';
import { webhookReceiver } from '../webhooks/receive.ts';
import { capabilities } from './capabilities.ts';
import { type ChannelPrograms, loadChannels, openChannels } from './channels.ts';
import { type DataDir, openData } from './data.ts';
import { watchInstances } from './instances.ts';
import { startKeepers } from './keepers.ts';
import type { OnStep } from './progress.ts';
import { startPulls } from './pulls.ts';
import { readAhead } from './read_ahead.ts';
import { reporter } from './reporter.ts';
import { startRest } from './rest.ts';
import { routesOf } from './routes.ts';
import { startChannels } from './start_channels.ts';

/** At the end, running work gets this long; the rest is parked for the next start. */
const STOP_MS = 8_000;

export interface Service {
  /** What the channels and loops are built on. */
  house: ChannelKit;
  /** Where HTTP listens. */
  url: string;
  /** Takes nothing new, finishes or parks what is in flight, ends everything in reverse order. At most 10 s. */
  stop(): Promise<void>;
}

export interface ServiceOptions {
  log: Log;
  /** Shows the messages for the terminal. */
  show?: (message: OutboxMessage) => void;
  clock?: () => Date;
  /** How long an album waits for its next part; by default a moment. */
  albumSeconds?: number;
  /** Is called at each step of the start. */
  onStep?: OnStep;
  /** The data directory, if somebody is opening it already; by default it is opened here. */
  data?: Promise<DataDir>;
  /**
   * Deliberately wrong parts, which the controls of the fault runs put in: a run that does not notice them proves
   * nothing.
   */
  parts?: Partial<typeof PARTS>;
}

/**
 * What the guarantees rest on: nothing is acknowledged before it is stored, and nothing is sent before it is claimed.
 */
const PARTS = { createReceiver, startOutboxWorker, startCampaignWorker };

/** Starts the whole service. If anything is wrong it throws one clear sentence and leaves nothing running. */
export async function startService(config: Config, options: ServiceOptions): Promise<Service> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    const programs = loadChannels(); // read while the database starts
    const data = await (options.data ??
      openData(config, 'service', { ...(options.onStep && { onStep: options.onStep }) }));
    stops.push(data.close);
    const service = { ...(await furnish(config, data, await programs, options, stops)), stop };
    readAhead();
    return service;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function furnish(
  config: Config,
  data: DataDir,
  programs: ChannelPrograms,
  options: ServiceOptions,
  stops: (() => Promise<void>)[],
): Promise<Omit<Service, 'stop'>> {
  const { log, show = () => {}, clock = () => new Date() } = options;
  const { db, key } = data;
  const parts = { ...PARTS, ...options.parts };
  const { albumSeconds } = options;
  const lent = { ...capabilities(key, config, data.files), ...(albumSeconds && { albumSeconds }) };
  const act = actor(db, { capabilities: lent, defaults: config.settings, clock });
  const open = openChannels(programs, config.channels, { key, publicUrl: config.publicUrl });
  for (const { close } of Object.values(open)) if (close) stops.push(close);
  const onError = (error: unknown, rowId?: string) =>
    log.error({ ...faultOf(error), ...(rowId && { rowId }) }, 'failed');

  // the loops wake each other; both begin only when everything else stands
  const loops: { inbox?: Loop; outbox?: Loop; campaigns?: CampaignWorker } = {};
  // channels send each other's files, so each can fetch from another as soon as that one has started
  const fetchers = new Map<string, FetchFile>();
  const rest = await startRest(db, data.site, () => loops.outbox?.wake(), onError);
  stops.push(rest.stop);
  const house: ChannelKit = {
    log,
    db,
    act,
    files: openFiles(data.files, (channel) => fetchers.get(channel)),
    holder: data.site.holder,
    resting: () => rest.doubt() !== undefined,
    receiver: parts.createReceiver(db, { wake: () => loops.inbox?.wake() }),
    wake: () => loops.inbox?.wake(),
    noteChannel: reporter((channel, ok, detail) =>
      act((ctx) => noteChannel(ctx, channel, ok, detail)).then(() => loops.outbox?.wake(), onError),
    ),
  };

  options.onStep?.('channels');
  const channels = await startChannels(house, open);
  for (const [channel, fetchFile] of Object.entries(channels.fetchers)) fetchers.set(channel, fetchFile);
  const requestFailed = (error: unknown, id: string) => log.error({ ...faultOf(error), id }, 'request failed');
  const readiness = createReadiness({ db });
  const app = createApp({
    webhooks: await openWebhooks({ ...house, key }, stops),
    hooks: channels.hooks,
    readHealth: readiness.check,
    onError: requestFailed,
  });
  mountApi(
    app,
    { db, act, clock, sha256: lent.sha256, wake: () => loops.outbox?.wake(), onError: requestFailed },
    config.apiRequestsPerMinute,
  );
  mountWebForms(app, {
    ...{ db, act, clock, receiver: house.receiver, publicUrl: config.publicUrl, defaults: config.settings },
    open: (sealed, context) => unseal(key, sealed, context),
    linkKey: lent.linkKey,
  });

  const terminal = { console: consoleSender(show) };
  const awake: Record<string, Sender> = { ...terminal, ...channels.senders };
  const hooks = await startHooks({
    ...{ db, act, onError, clock, resting: house.resting, allowedHosts: config.hookAllowHosts },
    open: (sealed, context) => unseal(key, sealed, context),
    enqueued: () => loops.outbox?.wake(),
  });
  stops.push(hooks.stop);
  const senders = () => (house.resting() ? terminal : { ...awake, ...hooks.senders() });
  if (data.alone) {
    await releaseInbox(db);
    await settleAbandoned({ db, act, senders: awake }, { evenLeased: true });
  }
  const instance = randomInt(1, 2 ** 31 - 1);
  await db.present(instance);
  loops.outbox = parts.startOutboxWorker({
    ...{ db, act, onError, instance },
    // how a hook is doing is noted with what it was told
    onChannel: (channel, ...state) => (channel in hooks.senders() ? undefined : house.noteChannel(channel, ...state)),
    get senders() {
      return senders();
    },
  });
  stops.push(() => within(STOP_MS, loops.outbox!.stop()));
  const { routeOf, describe } = routesOf(open);
  const handled = () => {
    readiness.moved();
    loops.outbox?.wake();
    hooks.wake();
  };
  loops.inbox = startInboxWorker({ db, act, routeOf, describe, handled, onError, instance });
  stops.push(() => loops.inbox!.stop());
  if (!data.alone) stops.push(followOthers(instance, { db, act, onError, loops, senders: () => awake }));
  stops.push(await db.listen('inbox', () => loops.inbox?.wake()));
  const imports = startLoop(
    unless(
      house.resting,
      importer({
        act,
        files: { ...house.files, open: data.files.open },
        others: !data.alone,
        read: readTableApart,
        told: () => loops.outbox?.wake(),
      }),
    ),
    (error) => onError(error),
  );
  stops.push(() => imports.stop());
  const keeping = { act, files: house.files, told: () => loops.outbox?.wake() };
  stops.push(...startKeepers(house.resting, keeping, (error) => onError(error)));
  stops.push(await db.listen('imports', () => imports.wake()));
  const pulls = await startPulls({
    ...{ db, act, key, clock, publicUrl: config.publicUrl, allowedHosts: config.hookAllowHosts },
    ...{ receiver: house.receiver, holder: house.holder, resting: house.resting, historyDays: config.shopHistoryDays },
    told: () => loops.outbox?.wake(),
    onError,
  });
  stops.push(pulls.stop);
  const campaigns = parts.startCampaignWorker({
    ...{
      act,
      onError,
      instance,
      ways: channels.bulk,
      chats: Object.keys(channels.senders).filter((name) => !(name in channels.bulk)),
      resting: house.resting,
      alone: data.alone,
    },
    told: () => loops.outbox?.wake(),
  });
  loops.campaigns = campaigns;
  stops.push(() => within(STOP_MS, campaigns.stop()));
  stops.push(await db.listen('campaigns', () => campaigns.wake()));
  const scheduler = startScheduler(
    act,
    ({ name: job, alarm }, count) => {
      loops.outbox?.wake();
      if (count > 0 && alarm) log.error({ job, count }, alarm);
      else if (count > 0) log.info({ job, removed: count }, 'pruned');
    },
    (error) => onError(error),
    (what, job) =>
      log.info({ job }, what === 'late' ? 'a look of this job came too late' : 'a look of this job failed'),
  );
  stops.push(() => scheduler.stop());
  stops.push(channels.stop);
  const { host, port, connectionsPerAddress } = config;
  const server = await serve(app, { host, port, connectionsPerAddress });
  stops.push(() => server.stop());
  return { house, url: `http://${config.host}:${server.port}` };
}

/** Frees, within seconds, what other processes on this database held when they were killed. */
function followOthers(
  self: number,
  {
    loops,
    senders,
    ...house
  }: Pick<ChannelKit, 'db' | 'act'> & {
    loops: { inbox?: Loop; outbox?: Loop; campaigns?: CampaignWorker };
    senders: () => Record<string, Sender>;
    onError: (error: unknown) => void;
  },
): () => Promise<void> {
  const free = async (gone: number[]) => {
    await releaseInbox(house.db, gone);
    await settleAbandoned({ ...house, senders: senders() }, { gone });
    await loops.campaigns?.doubt({ gone });
    loops.inbox?.wake();
    loops.outbox?.wake();
  };
  const watching = watchInstances({ ...house, self, free });
  return () => watching.stop();
}

async function openWebhooks(
  { db, key, receiver }: Pick<ChannelKit, 'db' | 'receiver'> & { key: Key },
  stops: (() => Promise<void>)[],
) {
  const connections = createConnections({ sql: db.sql, open: (sealed, context) => unseal(key, sealed, context) });
  stops.push(await db.listen('connections', connections.refresh));
  return webhookReceiver({ providers, connections, receiver, clock: () => new Date() });
}

async function within(ms: number, ending: Promise<void>): Promise<void> {
  await Promise.race([ending, sleep(ms, undefined, { ref: false })]);
}
