import { createSecretKey, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseTelegram } from '../src/bots/telegram/parse.ts';
import { toInboxEvent } from '../src/bots/telegram/update.ts';
import { readConfig } from '../src/config.ts';
import type { Database } from '../src/db/open.ts';
import { startOutboxWorker } from '../src/delivery/worker.ts';
import { actor } from '../src/domain/act.ts';
import { addUserIdentity, ensureOwner } from '../src/domain/owner/user.ts';
import type { Reply } from '../src/domain/reply.ts';
import { openFileStore } from '../src/files/store.ts';
import { createReceiver, type Receiver } from '../src/inbox/receive.ts';
import { startInboxWorker } from '../src/inbox/worker.ts';
import type { Sender } from '../src/outbox/message.ts';
import { capabilities } from '../src/service/capabilities.ts';
import { routesOf } from '../src/service/routes.ts';
import { inScratchDatabase, loadPeople, type Person, peopleFrom, randomFrom } from './people.ts';

const seed = Number(process.env.SEED ?? 20261122);
const contacts = Number(process.env.CONTACTS ?? 100_000);
const rounds = Number(process.env.ROUNDS ?? 1000);
/** The owner types, reads, and types again; nothing else happens meanwhile. */
const PAUSE_MS = 15;
const OWNER = 42;

export interface RoundTripFigures {
  seed: number;
  contacts: number;
  rounds: number;
  /** Milliseconds from the arrival of the raw update to the moment when the sender gets the answer. */
  p50_ms: number;
  p99_ms: number;
  max_ms: number;
  slowest: Record<string, number>;
}

/** Store → handle → enqueue → pass to the sender, one command after the other, with the data of a company in place. */
export function benchRoundTrip(): Promise<RoundTripFigures> {
  return inScratchDatabase(async (database) => {
    const random = randomFrom(seed);
    const people = await furnish(database, random);
    const desk = openDesk(database);
    try {
      return await measure(desk, people, random);
    } finally {
      await desk.stop();
    }
  });
}

async function furnish(database: Database, random: () => number): Promise<Person[]> {
  const people = await loadPeople(database, peopleFrom(random), contacts);
  await database.transaction(async (tx) => {
    const owner = await ensureOwner(tx, 'owner');
    await addUserIdentity(tx, owner.id, 'telegram', String(OWNER));
    await tx`
      insert into contact_identities (contact_id, channel, address) select id, 'telegram', (1000000 + id)::text from contacts`;
    await tx`
      insert into conversations (contact_id, channel, address, last_message_at, waiting_since)
      select id, 'telegram', (1000000 + id)::text, now() - id * interval '1 min', case when id % 2000 = 0 then now() - id * interval '1 min' end
      from contacts where id % 2 = 0`;
    await tx`
      insert into messages (conversation_id, direction, external_id, text, occurred_at)
      select v.id, case when n % 2 = 0 then 'in' else 'out' end, n::text, '请问订单 ' || v.id || ' 什么时候发货 where is order ' || n, now() - (v.id * 4 + n) * interval '1 min'
      from conversations v, generate_series(1, 3) n`;
    await tx`
      insert into tickets (contact_id, conversation_id, title) select contact_id, id, 'ticket ' || id from conversations where id % 50 = 0`;
    await tx`
      insert into leads (contact_id, conversation_id, title, amount_minor, currency, active_at)
      select contact_id, id, 'lead ' || id, 10000, 'CNY', now() from conversations where id % 60 = 0`;
    await tx`
      insert into tasks (contact_id, title, due_at) select contact_id, 'call ' || id, now() + id * interval '1 min' from conversations where id % 200 = 0`;
  });
  // what the server would do anyway in the minutes after so much was loaded; then it is idle
  await database.autocommit`vacuum analyze`;
  await database.autocommit`checkpoint`;
  return people;
}

interface Desk {
  /** Types a command; returns the answer and the milliseconds it took. */
  type(text: string): Promise<{ ms: number; reply: Reply }>;
  stop(): Promise<void>;
}

/** Inbox and outbox, joined as in the service, with a sender that only notes the time. */
function openDesk(database: Database): Desk {
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  const waiting = new Map<string, (reply: Reply) => void>();
  const telegram: Sender = {
    send: async ({ id, payload }) => {
      // answers to customers and receipts leave here too, some seconds later
      if (payload.kind === 'message' && payload.replyTo) waiting.get(payload.replyTo)?.(payload.reply);
      return { result: 'sent', externalId: id };
    },
    deadlineMs: 1000,
    chatGapMs: 0,
    perSecond: 10_000,
  };
  const config = readConfig({});
  const lent = capabilities(createSecretKey(randomBytes(32)), config, openFileStore(tmpdir()));
  const act = actor(database, { capabilities: lent, defaults: config.settings, clock: () => new Date() });
  const outbox = startOutboxWorker({ db: database, act, senders: { telegram }, onError, onChannel: () => {} });
  const handled = () => outbox.wake();
  const inbox = startInboxWorker({
    db: database,
    act,
    routeOf: () => parseTelegram,
    handled,
    onError,
    describe: routesOf().describe,
  });
  const receiver: Receiver = createReceiver(database, { wake: () => inbox.wake() });
  let updates = 0;
  return {
    async type(text) {
      const nth = ++updates;
      const answered = new Promise<Reply>((resolve) => waiting.set(String(nth), resolve));
      const update = updateOf(nth, text);
      const began = performance.now();
      await receiver.receive(toInboxEvent('1', update));
      const reply = await answered;
      const ms = performance.now() - began;
      waiting.delete(String(nth));
      if (errors.length > 0) throw errors[0];
      return { ms, reply };
    },
    async stop() {
      await inbox.stop();
      await outbox.stop();
    },
  };
}

function updateOf(nth: number, text: string) {
  const from = { id: OWNER, is_bot: false, first_name: 'Owner' };
  const date = Math.floor(Date.now() / 1000);
  return {
    update_id: nth,
    message: { message_id: nth, date, from, chat: { id: OWNER, type: 'private' as const, first_name: 'Owner' }, text },
  };
}

/** What an owner does all day, each with its likelihood. */
function lineFrom(random: () => number, people: readonly Person[]): string {
  const one = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const who = `c${1 + Math.floor(random() * contacts)}`;
  const lines = [
    () => `/find ${one(people).name}`,
    () => `/find ${one(people).phone.slice(-4)}`,
    () => `/contact ${who}`,
    () => `/contact ${one(people).name}`,
    () => '/inbox',
    () => `/note ${who} 喜欢明前茶`,
    () => `/tag ${who} #vip`,
    () => `/task 明天10点 给${one(people).name}打电话`,
    () => '/tasks',
    () => '/tickets',
    () => `/lead ${who} 5000 龙井`,
    () => `/reply c${2 * (1 + Math.floor((random() * contacts) / 2))} 已经发货了`,
    () => `/add 新客${Math.floor(random() * 1e9)} 138${String(Math.floor(random() * 1e8)).padStart(8, '0')}`,
    () => `/search ${Math.floor(random() * contacts)}`,
    () => '/status',
  ];
  return one(lines)();
}

async function measure(desk: Desk, people: readonly Person[], random: () => number): Promise<RoundTripFigures> {
  const took: { line: string; ms: number }[] = [];
  for (let round = -100; round < rounds; round++) {
    const line = lineFrom(random, people);
    const { ms } = await desk.type(line);
    // the first ones warm up what is warm in any running service
    if (round >= 0) took.push({ line, ms });
    await sleep(PAUSE_MS);
  }
  const times = took.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => Number(times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(1));
  return { seed, contacts, rounds, p50_ms: at(0.5), p99_ms: at(0.99), max_ms: at(1), slowest: slowestOf(took) };
}

/** p99 of each command, the slowest first. */
function slowestOf(took: readonly { line: string; ms: number }[]): Record<string, number> {
  const commandOf = (line: string) => line.split(' ', 1)[0]!;
  const worst = [...new Set(took.map(({ line }) => commandOf(line)))].map((command): [string, number] => {
    const times = took.filter(({ line }) => commandOf(line) === command).map(({ ms }) => ms);
    times.sort((a, b) => a - b);
    return [command, Number(times[Math.floor(times.length * 0.99)]!.toFixed(1))];
  });
  return Object.fromEntries(worst.sort(([, a], [, b]) => b - a));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(`seed ${seed}`);
  const figures = await benchRoundTrip();
  console.log(JSON.stringify(figures));
}
