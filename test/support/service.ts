import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../../src/config.ts';
import { type OutboxWorkerOptions, startOutboxWorker } from '../../src/delivery/worker.ts';
import { newPairingCode } from '../../src/domain/owner/pairing.ts';
import type { Log } from '../../src/lib/log.ts';
import type { OutboxMessage, Sender } from '../../src/outbox/message.ts';
import { type Service, type ServiceOptions, startService } from '../../src/service/service.ts';
import { createDatabase, type TestDatabase } from './database.ts';
import { freePort } from './free_port.ts';
import { temporaryDir } from './global_setup.ts';
import type { FakeTelegram } from './platforms/fake_telegram.ts';

export interface TestService extends Service {
  dataDir: string;
  environment: Record<string, string>;
  /** Everything that was logged, as one line each. */
  logged: string[];
  /** Resolves when nothing waits in inbox or outbox. */
  settled(): Promise<void>;
}

/**
 * The whole service, in this process: on its own database on the tests' server, or on an embedded one if DATA_DIR is
 * given.
 */
export async function startTestService(
  environment: Record<string, string> = {},
  clock?: () => Date,
  more: Pick<ServiceOptions, 'albumSeconds'> = {},
): Promise<TestService> {
  const dataDir = environment.DATA_DIR ?? temporaryDir();
  const database = environment.DATA_DIR ? undefined : await createDatabase();
  const given = {
    ...{ DATA_DIR: dataDir, PORT: String(await freePort()), LOCALE: 'en', TIMEZONE: 'UTC' },
    ...(database && { DATABASE_URL: urlOf(database.connection) }),
    ...environment,
  };
  const logged: string[] = [];
  const keep = (facts: object, what: string) => logged.push(`${what} ${JSON.stringify(facts)}`);
  const log: Log = { info: keep, warn: keep, error: keep };
  const config = readConfig(given);
  // held answers can be cancelled, but nobody here waits for that
  const settings = { ...config.settings, undoSend: 0 };
  const parts = { startOutboxWorker: startHastyWorker };
  const service = await startService({ ...config, settings }, { log, parts, ...more, ...(clock && { clock }) });
  return {
    ...service,
    dataDir,
    environment: given,
    logged,
    async settled() {
      do await sleep(30);
      while (await busy(service));
    },
    async stop() {
      await service.stop();
      if (!environment.DATA_DIR) rmSync(dataDir, { recursive: true, force: true });
      await database?.drop();
    },
  };
}

/**
 * By this factor a fake channel is quicker than a real one to take the next message of a chat and to be asked what it
 * took: a test learns nothing by waiting.
 */
const HASTE = 40;

function startHastyWorker(options: OutboxWorkerOptions) {
  return startOutboxWorker({
    ...options,
    get senders() {
      return Object.fromEntries(Object.entries(options.senders).map(([name, sender]) => [name, hasty(sender)]));
    },
  });
}

const hasty = (sender: Sender): Sender => ({
  ...sender,
  chatGapMs: (message) => gapAfter(sender, message) / HASTE,
  ...(sender.lookAfterMs && { lookAfterMs: sender.lookAfterMs / HASTE }),
});

function gapAfter({ chatGapMs }: Sender, message: OutboxMessage): number {
  return typeof chatGapMs === 'number' ? chatGapMs : chatGapMs(message);
}

/** The URL by which a service is given a database. */
export function urlOf({ host, port, user, password, database }: TestDatabase['connection']): string {
  return `postgres://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${database}`;
}

async function busy({ house }: Service): Promise<boolean> {
  const [row] = await house.db.sql<{ busy: boolean }>`
    select exists (select from inbox where processed_at is null and failed_at is null and run_at <= now() + interval '2 s')
      or exists (select from outbox where state = 'sending' or (state = 'queued' and run_at <= now() + interval '2 s'))
      as busy`;
  return row!.busy;
}

/** Settings that direct the service to the fake Bot API. */
export function telegramEnvironment(telegram: FakeTelegram): Record<string, string> {
  return { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root };
}

/** Pairs the owner's chat with the code that a console would show. */
export async function pairOwner(service: Service, telegram: FakeTelegram, chat: number): Promise<void> {
  const code = await service.house.act((ctx) => newPairingCode(ctx));
  telegram.customerWrites(chat, `/pair ${code}`, { name: 'Owner' });
  await telegram.until(() => telegram.messages(chat).find(({ text }) => text.includes('Paired')));
}
