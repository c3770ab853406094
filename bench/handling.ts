/**
 * What handling costs, however much data there are: messages, paid orders and the owner's commands through the real
 * workers and parsers, with a sender that takes no time. Each state of the data is a database of its own on one server.
 * In each round they take turns, so that a busy minute affects all of them alike. SEED, CONTACTS (1,000,000), HANDLED
 * (1,000,000), LANE and CHAT (10,000), BACKLOG (100,000), EVENTS (30) and ROUNDS (9) come from the environment. A burst
 * of 30 is over before four lanes are properly busy; EVENTS=300 says more about a long one. `node_ms` and `server_ms`
 * are CPU time: compare these if others use the machine too.
 *
 * Where the time goes: nearly all of it is CPU, about half of it in this process and half in the server. A message
 * costs the server 18 statements, including those for its card; the largest are its own row with the search keys, the
 * claim and the end of its card (each new version of an outbox row goes into a dozen indexes), and the buttons. In this
 * process a fifth is triage, a fifth the driver, and a tenth garbage collection.
 */
import { createSecretKey, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { parseTelegram } from '../src/bots/telegram/parse.ts';
import { readConfig } from '../src/config.ts';
import { type Connection, type Database, openDatabase } from '../src/db/open.ts';
import { Pace } from '../src/delivery/pace.ts';
import { claim as claimOutbox, startOutboxWorker } from '../src/delivery/worker.ts';
import { actor } from '../src/domain/act.ts';
import { openFileStore } from '../src/files/store.ts';
import { claim as claimInbox } from '../src/inbox/claim.ts';
import { createReceiver } from '../src/inbox/receive.ts';
import { startInboxWorker } from '../src/inbox/worker.ts';
import type { Sender } from '../src/outbox/message.ts';
import { capabilities } from '../src/service/capabilities.ts';
import { routesOf } from '../src/service/routes.ts';
import { type CpuTime, cpuTime, serverPid } from './cpu.ts';
import {
  addCards,
  addHandled,
  addLane,
  addPeople,
  CUSTOMERS,
  eventOf,
  type Kind,
  moveIn,
  OWNER,
  SLOW_DESK,
} from './handling_data.ts';
import { inScratchServer, randomFrom } from './people.ts';

// as scripts/run.mjs starts the service
setFlagsFromString('--no-regexp-tier-up');

const setting = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const seed = setting('SEED', 20261125);
const contacts = setting('CONTACTS', 1_000_000);
const handled = setting('HANDLED', 1_000_000);
const lane = setting('LANE', 10_000);
const chat = setting('CHAT', 10_000);
const backlog = setting('BACKLOG', 100_000);
const events = setting('EVENTS', 30);
const rounds = setting('ROUNDS', 9);

const KINDS: Kind[] = ['messages', 'orders', 'commands'];
const CLAIMS = 20;
const CLAIMED = 4;
const PATIENCE_MS = 120_000;
/** To ask every 2 ms whether all are told was a tenth of what was measured. */
const LOOK_AGAIN_MS = 10;
/** The gap of a desk whose sender takes three messages a second. */
const SLOW_GAP_MS = 350;
/** How long we work on the backlog, and how often the owner asks something meanwhile. */
const BACKLOG_MS = 20_000;
const ASK_EVERY_MS = 500;

const states: Record<string, (database: Database) => Promise<void>> = {
  empty: async () => {},
  [`contacts_${contacts / 10}`]: (database) => addPeople(database, contacts / 10, randomFrom(seed)),
  [`contacts_${contacts}`]: (database) => addPeople(database, contacts, randomFrom(seed)),
  [`handled_${handled}`]: (database) => addHandled(database, handled),
  [`lane_${lane}`]: (database) => addLane(database, lane),
  [`chat_${chat}`]: (database) => addCards(database, chat),
};

let last = 1;
const take = (count: number) => Array.from({ length: count }, () => last++);

const sender = (sent: (replyTo: string | undefined) => void = () => {}): Sender => ({
  send: async ({ id, payload }) => {
    sent(payload.kind === 'message' ? payload.replyTo : undefined);
    return { result: 'sent', externalId: id };
  },
  deadlineMs: 1000,
  chatGapMs: ({ address }) => (address === SLOW_DESK ? SLOW_GAP_MS : 0),
  perSecond: 10_000,
});

/** Inbox and outbox, joined as in the service. `answered` gets the owner's message to which an answer left. */
function openDesk(database: Database, answered: (messageId: string) => void = () => {}) {
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  const config = readConfig({});
  const lent = capabilities(createSecretKey(randomBytes(32)), config, openFileStore(tmpdir()));
  const act = actor(database, { capabilities: lent, defaults: config.settings, clock: () => new Date() });
  let done = 0;
  const telegram = sender((replyTo) => replyTo && answered(replyTo));
  const outbox = startOutboxWorker({ db: database, act, senders: { telegram }, onError, onChannel: () => {} });
  const wasHandled = (rows: number) => {
    done += rows;
    outbox.wake();
  };
  const inbox = startInboxWorker({
    db: database,
    act,
    handled: wasHandled,
    onError,
    ...routesOf({ telegram: { parse: parseTelegram } }),
  });
  const receiver = createReceiver(database, { wake: () => inbox.wake() });
  return {
    receiver,
    done: () => {
      if (errors.length > 0) throw errors[0];
      return done;
    },
    async stop() {
      await inbox.stop();
      await outbox.stop();
    },
  };
}

interface Rate {
  perS: number;
  /** For one event. */
  cpu: CpuTime;
}

/** The server's first process, once it runs. */
let server = 0;

async function rate(database: Database, kind: Kind, count: number): Promise<Rate> {
  const desk = openDesk(database);
  const all = take(count).map(eventOf[kind]);
  const used = cpuTime(server);
  const began = performance.now();
  await desk.receiver.receiveAll(all);
  try {
    while (desk.done() < count || (await isTelling(database))) {
      if (performance.now() - began > PATIENCE_MS) throw new Error(`${kind} are not handled in time`);
      await sleep(LOOK_AGAIN_MS);
    }
    const perS = (count * 1000) / (performance.now() - began);
    const now = cpuTime(server);
    return { perS, cpu: { node: (now.node - used.node) / count, server: (now.server - used.server) / count } };
  } finally {
    await desk.stop();
  }
}

/** Whether anything is still to be told now; a card that gathers a flood waits for its minute. */
async function isTelling({ sql }: Database): Promise<boolean> {
  const rows = await sql`
    select from outbox
    where channel = 'telegram' and address = ${String(OWNER)} and holds and run_at <= now() limit 1`;
  return rows.length > 0;
}

/** Median milliseconds of claims that find something, as this process sees them. */
async function claimMs(database: Database): Promise<{ inbox: number; outbox: number; select1: number }> {
  const took = { inbox: [] as number[], outbox: [] as number[], select1: [] as number[] };
  const { autocommit } = database;
  const timed = async (of: keyof typeof took, work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    took[of].push(performance.now() - began);
  };
  for (let nth = 0; nth < CLAIMS; nth += 1) {
    const [mark] = take(1);
    await autocommit`
      insert into inbox (source, external_id, lane, body)
      select 'claimed', ${`${mark}-`} || n, ${`claimed ${mark}-`} || n, '' from generate_series(1, ${CLAIMED}::int) n`;
    await autocommit`
      insert into outbox (channel, address, audience, idempotency_key, payload)
      select 'telegram', ${`claimed ${mark}-`} || n, 'owner', ${`claimed ${mark}-`} || n, '{"kind":"message","reply":{"text":"x"}}'
      from generate_series(1, ${CLAIMED}::int) n`;
    await timed('inbox', () => claimInbox(database, CLAIMED));
    await timed('outbox', () => claimOutbox({ db: database, senders: { telegram: sender() } }, new Pace(), CLAIMED));
    await timed('select1', () => autocommit`select 1`);
    await autocommit`delete from inbox where source = 'claimed'`;
    await autocommit`delete from outbox where idempotency_key like 'claimed %'`;
  }
  return { inbox: median(took.inbox), outbox: median(took.outbox), select1: median(took.select1) };
}

/** Rows handled per second while many wait, and how long the owner waits for an answer meanwhile. */
async function workThroughBacklog(database: Database) {
  const asked = new Map<string, number>();
  const waits: number[] = [];
  const answered = (messageId: string) => {
    const at = asked.get(messageId);
    if (at !== undefined) waits.push(performance.now() - at);
    asked.delete(messageId);
  };
  const storing = createReceiver(database, { wake: () => {} });
  const stored = performance.now();
  await storing.receiveAll(take(backlog).map(eventOf.messages));
  const ingest = (backlog * 1000) / (performance.now() - stored);
  const desk = openDesk(database, answered);
  const began = performance.now();
  while (performance.now() - began < BACKLOG_MS && desk.done() < backlog) {
    const [nth] = take(1);
    asked.set(String(nth), performance.now());
    await desk.receiver.receive(eventOf.commands(nth!));
    await sleep(ASK_EVERY_MS);
  }
  const rate = (desk.done() * 1000) / (performance.now() - began);
  await desk.stop();
  waits.sort((a, b) => a - b);
  return {
    rows: backlog,
    ingest_per_s: Math.round(ingest),
    per_s: round(rate),
    answers: waits.length,
    unanswered: asked.size,
    answer_p50_ms: round(median(waits)),
    answer_max_ms: round(waits.at(-1) ?? 0),
  };
}

interface Measured {
  rates: Record<Kind, Rate[]>;
  claims: Awaited<ReturnType<typeof claimMs>>[];
}

async function measure(databases: Record<string, Database>) {
  const measured: Record<string, Measured> = {};
  for (const state of Object.keys(databases)) {
    measured[state] = { rates: { messages: [], orders: [], commands: [] }, claims: [] };
  }
  for (let nth = 0; nth < rounds; nth += 1) {
    for (const [state, database] of Object.entries(databases)) {
      const { rates, claims } = measured[state]!;
      for (const kind of KINDS) rates[kind].push(await rate(database, kind, events));
      claims.push(await claimMs(database));
      console.log(
        state,
        Object.fromEntries(KINDS.map((kind) => [kind, round(rates[kind].at(-1)!.perS)])),
        claims.at(-1),
      );
    }
  }
  const empty = measured.empty!;
  return Object.fromEntries(Object.entries(measured).map(([state, one]) => [state, figuresOf(one, empty)]));
}

/** Medians; the ratio is taken within each round, so that both sides had the same minute. */
function figuresOf({ rates, claims }: Measured, empty: Measured) {
  const ofKind = (kind: Kind) => ({
    per_s: round(median(rates[kind].map(({ perS }) => perS))),
    of_empty: round(median(rates[kind].map(({ perS }, nth) => perS / empty.rates[kind][nth]!.perS))),
    node_ms: round(median(rates[kind].map(({ cpu }) => cpu.node))),
    server_ms: round(median(rates[kind].map(({ cpu }) => cpu.server))),
  });
  return {
    ...Object.fromEntries(KINDS.map((kind) => [kind, ofKind(kind)])),
    claim_inbox_ms: round(median(claims.map(({ inbox }) => inbox))),
    claim_outbox_ms: round(median(claims.map(({ outbox }) => outbox))),
    select_1_ms: round(median(claims.map(({ select1 }) => select1))),
  };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const round = (value: number): number => Math.round(value * 100) / 100;

const pidBehind = (connection: Connection): number => ('host' in connection ? serverPid(connection.host) : 0);

console.log(`seed ${seed}`);
const figures = await inScratchServer(async (connect) => {
  const connection = await connect('base');
  server = pidBehind(connection);
  const base = openDatabase(connection);
  await moveIn(base);
  // so every customer has written and bought once
  for (const kind of ['messages', 'orders'] as const) await rate(base, kind, CUSTOMERS);
  await base.close();
  const databases: Record<string, Database> = {};
  for (const [state, fill] of Object.entries({ ...states, ...(backlog > 0 && { backlog: states.empty! }) })) {
    const began = performance.now();
    databases[state] = openDatabase(await connect(state, 'base'), { queryTimeoutMs: 600_000 });
    await fill(databases[state]);
    // what the server would do anyway in the minutes after so much was loaded; then it is idle
    await databases[state].autocommit`vacuum analyze`;
    console.log(`${state} filled in ${Math.round((performance.now() - began) / 1000)} s`);
  }
  const { backlog: waiting, ...rest } = databases;
  try {
    for (const database of Object.values(rest)) await rate(database, 'messages', 20);
    const measured = await measure(rest);
    return { ...measured, ...(waiting && { backlog: await workThroughBacklog(waiting) }) };
  } finally {
    await Promise.all(Object.values(databases).map((database) => database.close()));
  }
});
console.log(JSON.stringify({ seed, events, rounds, ...figures }));
