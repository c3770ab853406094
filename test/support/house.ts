import { createHash, createSecretKey, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConsole, typed } from '../../src/bots/console/parse.ts';
import type { Database } from '../../src/db/open.ts';
import { Pace } from '../../src/delivery/pace.ts';
import { settle } from '../../src/delivery/settle.ts';
import { claim as claimToSend } from '../../src/delivery/worker.ts';
import { type Act, actor } from '../../src/domain/act.ts';
import { runCommand } from '../../src/domain/commands/run.ts';
import type { Capabilities } from '../../src/domain/context.ts';
import type { DomainEvent, MessageReceived } from '../../src/domain/event.ts';
import { addUserIdentity, ensureOwner, findUser, type Role } from '../../src/domain/owner/user.ts';
import type { ButtonPressed } from '../../src/domain/press_event.ts';
import type { Button, Reply } from '../../src/domain/reply.ts';
import { FIRST_SERVICE } from '../../src/domain/serve/clock/first.ts';
import type { Settings } from '../../src/domain/settings.ts';
import { loadConversation } from '../../src/domain/talk/conversation.ts';
import { type FileStore, openFileStore } from '../../src/files/store.ts';
import { claim } from '../../src/inbox/claim.ts';
import type { InboxEvent } from '../../src/inbox/event.ts';
import { type InboxWorkerOptions, work } from '../../src/inbox/worker.ts';
import { setDocument } from '../../src/lib/pdf/set.ts';
import { describeUnreadable } from '../../src/mail/read/unreadable.ts';
import { MOMENT_SECONDS } from '../../src/outbox/change.ts';
import type { OutboxMessage, Outcome, Sender } from '../../src/outbox/message.ts';
import { routesOf } from '../../src/service/routes.ts';
import type { Locale } from '../../src/text/locale.ts';
import { sentenceRules } from '../../src/text/sentence/sentence.ts';
import { hookSecret, providers } from '../../src/webhooks/providers.ts';
import { readShopKey } from '../../src/webhooks/pull/apis.ts';
import { atEndOfFile } from './end_of_file.ts';
import { lodge } from './lodging.ts';
import { changesIn, everyRow, NOT_UNDONE, rowsOf, tableNames } from './tables.ts';

// as in a service that runs for a moment (`read_ahead.ts`): what is held for some seconds is held still when the first words are read
for (const rule of sentenceRules) void rule.says;

/** 2026-11-21 12:00 in Shanghai, a Saturday. */
export const NOON = new Date('2026-11-21T04:00:00Z');

/** The owner's Telegram chat in tests, and a customer's. */
export const OWNER = '42';

export type SentRow = OutboxMessage & { state: string; externalId: string | null };

/** The domain on a real database; the test controls time and randomness. */
export interface House {
  db: Database;
  act: Act;
  /** The files that acts keep. */
  files: FileStore;
  /** Where these files are. */
  filesDir: string;
  now: Date;
  /** Resets everything to the start: quicker than another database for each test. */
  reset(): Promise<void>;
  /**
   * For `beforeEach`: resets to what `prepare` makes of the start. It runs before the first test only; for the others
   * the rows and the time it left are restored, and nothing else that it did is done again.
   */
  startingWith(prepare: () => Promise<unknown>): () => Promise<void>;
  /** The same within a test; `name` says what `prepare` makes: of several that it is given the same name only one is run. */
  start(name: string, prepare: () => Promise<unknown>): Promise<void>;
  /** Types a command as the owner and returns the reply. */
  say(text: string): Promise<Reply>;
  /** Puts domain events through the inbox, as if an edge had parsed them. */
  happen(...events: DomainEvent[]): Promise<void>;
  /** Stores raw rows without handling them. */
  store(...events: InboxEvent[]): Promise<void>;
  /** Handles what is stored until nothing is due. */
  handleAll(): Promise<void>;
  /**
   * Runs a command as somebody with this role, bypassing the inbox, and keeps nothing of it. `changed` gets what it
   * changes, in the form of `changesIn`.
   */
  rehearse(
    role: Role,
    text: string,
    more?: { about?: string; locale?: Locale; changed?: (changes: string) => void },
  ): Promise<Reply>;
  /** The owner types in the paired Telegram chat, perhaps as an answer to a card there. */
  type(text: string, more?: Partial<MessageReceived>): Promise<void>;
  /**
   * The newest button with this label or command is pressed (by the owner), or one that somebody still sees. Gives what is told of it, or
   * the toast as its text.
   */
  press(button: string | Button, more?: Partial<ButtonPressed>): Promise<Reply>;
  /**
   * Sends what is due, with this outcome for each message; by default it arrives as 'sent-<row id>'. Messages that wait
   * for a better hour go by the house's clock.
   */
  deliver(outcome?: (message: OutboxMessage) => Outcome): Promise<void>;
  /** All rows of every table that the journal records. */
  state(): Promise<Record<string, unknown[]>>;
  outbox(): Promise<SentRow[]>;
  /** Replies in the outbox to the owner, newest last; of a message that is written anew the words it is written anew for. */
  cards(): Promise<Reply[]>;
  worker: InboxWorkerOptions;
}

/**
 * A house for the rest of the test file. `anew`: its database was nobody's before, for tests that look at what its
 * connections have prepared.
 */
export async function testHouse(
  settings: Partial<Settings> = {},
  { anew = false }: { anew?: boolean } = {},
): Promise<House> {
  const { db, remember, beginAgain } = await lodge(moveIn, anew);
  const defaults: Settings = {
    locale: 'zh-CN',
    timezone: 'Asia/Shanghai',
    currency: 'CNY',
    country: 'CN',
    businessName: '小茶铺',
    digestAt: '08:00',
    churnAt: 'mon 09:00',
    undoSend: 0,
    ageGroups: '30-50',
    frequencyGroups: '5-10',
    powerGroups: '500-1000',
    quietHours: 'off',
    keepDays: 90,
    adLabel: 'chinese',
    senderLine: '',
    campaignHours: '09:00-21:00',
    campaignsAWeek: 2,
    campaignPace: 'auto',
    campaignWarmUp: 'on',
    campaignDays: 7,
    ...FIRST_SERVICE,
    campaignClicks: 'on',
    promiseOffers: 'on',
    followUpsAtOnce: 20,
    ratings: 'off',
    ratingDays: 30,
    ratingMinutes: 10,
    ...settings,
  };
  const filesDir = temporaryDir();
  const files = openFileStore(filesDir);
  const errors: unknown[] = [];
  let count = 0;
  const starts = new Map<string, () => Promise<void>>();
  const house: House = {
    db,
    files,
    filesDir,
    now: NOON,
    act: actor(db, { capabilities: seeded(files), defaults, clock: () => house.now }),
    async reset() {
      house.now = NOON;
      await beginAgain();
    },
    startingWith(prepare) {
      let restore: (() => Promise<void>) | undefined;
      let { now } = house;
      return async () => {
        if (restore) {
          house.now = now;
          return restore();
        }
        await house.reset();
        await prepare();
        ({ now } = house);
        restore = await remember();
      };
    },
    start(name, prepare) {
      const begin = starts.get(name) ?? house.startingWith(prepare);
      starts.set(name, begin);
      return begin();
    },
    async say(text) {
      const id = `say-${++count}`;
      await house.store(typed('test', id, text));
      await house.handleAll();
      const [row] =
        await db.sql<SentRow>`select payload from outbox where idempotency_key = ${`said:console:test:${id}`}`;
      if (row?.payload.kind !== 'message') throw new Error(`no reply to ${text}: ${String(errors.at(-1))}`);
      return row.payload.reply;
    },
    async happen(...events) {
      const rows = events.map((event) => ({
        source: 'test',
        externalId: `event-${++count}`,
        lane: 'test',
        body: Buffer.from(JSON.stringify(event)),
      }));
      await house.store(...rows);
      await house.handleAll();
    },
    async store(...events) {
      for (const event of events) {
        await db.autocommit`
          insert into inbox (source, external_id, lane, headers, body, priority)
          values (
            ${event.source}, ${event.externalId}, ${event.lane}, ${db.sql.json(event.headers ?? null)}, ${Buffer.from(event.body)},
            ${event.source === 'console' ? 0 : 1}
          )
          on conflict (source, external_id) do nothing`;
      }
    },
    async handleAll() {
      errors.length = 0;
      for (;;) {
        const rows = await claim(db, 4);
        if (rows.length === 0) break;
        await Promise.all(rows.map((row) => work(house.worker, row)));
      }
      if (errors.length > 0) throw errors[0];
    },
    async rehearse(role, text, { about, locale, changed } = {}) {
      let reply: Reply | undefined;
      const over = new Error('rehearsed');
      const acted = house.act(async (ctx) => {
        const [user] = await ctx.tx<{ id: string }>`
          insert into users (name, role, locale) values (${role}, ${role}, ${locale ?? null}) returning id`;
        await addUserIdentity(ctx.tx, user!.id, 'telegram', role);
        const actor = (await findUser(ctx.tx, 'telegram', role))!;
        const conversation = about ? await loadConversation(ctx.tx, about) : undefined;
        const before = changed && (await rowsOf(ctx.tx));
        reply = await runCommand(ctx, actor, text, { channel: 'telegram', address: role }, conversation);
        if (before) changed(changesIn(before, await rowsOf(ctx.tx)));
        throw over;
      });
      await acted.catch((error: unknown) => {
        if (error !== over) throw error;
      });
      return reply!;
    },
    type: (text, more = {}) =>
      house.happen(
        telegramMessage(text, {
          chat: OWNER,
          from: { address: OWNER, name: '我' },
          externalId: `typed-${++count}`,
          ...more,
        }),
      ),
    async press(wanted, more = {}) {
      const button = typeof wanted === 'string' ? buttonCalled(await house.outbox(), wanted) : wanted;
      if (!button?.id) throw new Error(`no button ${wanted}`);
      // what is pressed has arrived
      await db.autocommit`
        update outbox set state = 'sent', external_id = 'sent-' || id
        where id = (select outbox_id from buttons where id = ${button.id}) and state = 'queued'`;
      const pressId = `press-${++count}`;
      const from = { address: OWNER, name: '我' };
      await house.happen({
        ...{ kind: 'button.pressed', channel: 'telegram', chat: OWNER, from, buttonId: button.id, pressId },
        ...more,
      });
      const answers = (await house.outbox()).filter(({ idempotencyKey }) => idempotencyKey.endsWith(`:${pressId}`));
      const { payload } = answers.findLast(({ payload: { kind } }) => kind !== 'button_answer') ?? answers.at(-1)!;
      if (payload.kind === 'button_answer') return { text: payload.text };
      if (payload.kind === 'edit' && payload.instead) return payload.instead;
      if (!('reply' in payload)) throw new Error(`a press gave a ${payload.kind}`);
      return payload.reply;
    },
    async deliver(outcome = (message) => ({ result: 'sent', externalId: `sent-${message.id}` })) {
      for (;;) {
        const rows = await byClockOf(house, () =>
          claimToSend({ db, senders: everyChannel, now: house.now }, new Pace(), 16),
        );
        for (const row of rows) await settle(house, row, outcome(row));
        if (rows.length === 0) return;
      }
    },
    async state() {
      const tables = (await tableNames(db.sql)).filter((name) => !(name in NOT_UNDONE));
      return everyRow(db.sql, tables, 'to_jsonb(t)');
    },
    outbox: () =>
      db.sql<SentRow>`
        select id, channel, address, audience, idempotency_key as "idempotencyKey", payload, state,
          conversation_id as "conversationId", message_id as "messageId", attempts, created_at as "createdAt",
          external_id as "externalId"
        from outbox order by id`,
    async cards() {
      const rows = await house.outbox();
      return rows.flatMap(({ audience, payload }) => {
        if (audience !== 'owner') return [];
        if (payload.kind === 'edit') return payload.instead ? [payload.instead] : [];
        return payload.kind === 'message' ? [payload.reply] : [];
      });
    },
    worker: {
      db,
      act: (...asked) => house.act(...asked),
      routeOf: (source) => (source === 'console' ? parseConsole : (row) => revive(row.body)),
      describe,
      handled: () => {},
      onError: (error) => errors.push(error),
    },
  };
  return house;
}

/**
 * A quiet row has its time from the house's clock, and every other row from the database's; this makes both due. While
 * `claim` looks, a quiet row is as far from one clock as it is from the other, whatever the calendar says today.
 */
async function byClockOf<T>({ db, now }: House, claim: () => Promise<T>): Promise<T> {
  const moved = await db.autocommit<{ id: string; runAt: string }>`
    update outbox set run_at = now() + (run_at - ${now}) where quiet and state = 'queued'
    returning id, old.run_at::text as "runAt"`;
  const claimed = await claim();
  for (const { id, runAt } of moved) await db.autocommit`update outbox set run_at = ${runAt} where id = ${id}`;
  return claimed;
}

async function moveIn(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    const owner = await ensureOwner(tx, 'owner');
    await addUserIdentity(tx, owner.id, 'console', 'owner');
    await addUserIdentity(tx, owner.id, 'telegram', OWNER);
  });
}

/** A customer's message on Telegram. */
export function telegramMessage(text: string, more: Partial<MessageReceived> = {}): MessageReceived {
  return {
    kind: 'message.received',
    channel: 'telegram',
    chat: '1001',
    private: true,
    from: { address: '1001', name: '王小明', language: 'zh-hans' },
    externalId: String(Math.abs(hash(text + JSON.stringify(more)))),
    text,
    attachments: [],
    answers: [],
    sentAt: NOON,
    ...more,
  };
}

function buttonCalled(rows: SentRow[], wanted: string): Button | undefined {
  const buttons = rows.flatMap(({ payload }) => (payload.kind === 'message' ? buttonsOf(payload.reply) : []));
  return buttons.findLast(({ label, command }) => label === wanted || command === wanted);
}

/** All buttons of a reply, in the order in which they are shown. */
export function buttonsOf(reply: Reply): Button[] {
  const ofItems = (reply.lists ?? []).flatMap((list) => list.items.flatMap((item) => item.buttons ?? []));
  return [...ofItems, ...(reply.buttons ?? []).flat()];
}

const unlimited: Sender = {
  send: async () => ({ result: 'sent' }),
  deadlineMs: 1000,
  chatGapMs: 0,
  perSecond: 1000,
};
const everyChannel = { telegram: unlimited, email: unlimited, sms: unlimited, console: unlimited };

const hash = (text: string): number => createHash('sha256').update(text).digest().readInt32BE();

/** Repeatable randomness: the nth call gives the same string in every run. */
function seeded(files: FileStore): Capabilities {
  let calls = 0;
  return {
    random: () =>
      createHash('sha256')
        .update(String(++calls))
        .digest('hex')
        .replace(/[^a-z2-7]/g, 'a')
        .slice(0, 16),
    seal: (plain, about) => Buffer.from(`sealed:${about}:${plain.length}`),
    opens: (sealed) => Buffer.from(sealed).toString().startsWith('sealed:'),
    linkKey: createSecretKey(Buffer.alloc(32, 3)),
    sha256: (text) => createHash('sha256').update(text).digest(),
    channels: [
      { name: 'telegram', on: true },
      { name: 'slack', on: false },
      { name: 'mailbox', on: false },
      { name: 'email', on: true },
      { name: 'sms', on: false },
    ],
    providers: providers.map(({ name }) => name),
    hookSecret,
    readShopKey: (provider, words) => readShopKey(provider, words, ['127.0.0.1']),
    ownerEmails: ['me@example.com'],
    ownAddresses: { email: 'shop@example.com' },
    shortTexts: { sms: { longest: 1600, price: { decimal: '0.05', currency: undefined } } },
    deskChats: {},
    allowedHosts: ['127.0.0.1'],
    publicUrl: 'https://crm.example.com',
    albumSeconds: MOMENT_SECONDS,
    renderPdf: setDocument,
    keepFile: (bytes) => files.put(bytes),
    readFile: (ref) => files.read(ref),
    dropFiles: (which) => files.removeUnnamed(which),
  };
}

/** Made when the first file is kept, and removed after the test file. */
function temporaryDir(): string {
  const dir = join(tmpdir(), `solo-crm-test-files-${randomUUID()}`);
  atEndOfFile(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

const DATES = [
  ...['sentAt', 'editedAt', 'updatedAt', 'triggeredAt', 'placedAt', 'cancelledAt', 'refundedAt', 'dueAt', 'at'],
  ...['shippedAt', 'deliveredAt', 'startedAt', 'completedAt', 'paidUntil', 'endsAt', 'endedAt'],
];

/** For a mail that nobody could read, its header is shown. */
const { describe } = routesOf({
  email: { parse: (row) => revive(row.body), describe: async (row) => describeUnreadable(row) },
});

function revive(body: Buffer): DomainEvent {
  return JSON.parse(body.toString(), (key, value) =>
    DATES.includes(key) && typeof value === 'string' ? new Date(value) : value,
  );
}
