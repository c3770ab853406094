import { type Database, openDatabase } from '../../src/db/open.ts';
import { connectionOfRunning } from '../../src/db/postgres/embedded.ts';
import {
  type FakeTelegram,
  type FakeTelegramOptions,
  startFakeTelegram,
} from '../../test/support/platforms/fake_telegram.ts';
import { telegramEnvironment } from '../../test/support/service.ts';
import { type App, appFor } from './app.ts';
import { inScratch } from './scratch.ts';

/** A service on its own data, and the Telegram that it talks to. */
export interface Stage {
  readonly app: App;
  readonly telegram: FakeTelegram;
  readonly dataDir: string;
}

export interface StagePlan {
  readonly program: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly telegram?: FakeTelegramOptions;
}

/** Runs `play`; whatever happens, no process and no directory of the stage is left behind. */
export async function onStage<T>(plan: StagePlan, play: (stage: Stage) => Promise<T>): Promise<T> {
  const telegram = await startFakeTelegram(plan.telegram);
  try {
    return await inScratch(async (dataDir) => {
      const env = { LOCALE: 'en', LOG_LEVEL: 'fatal', ...telegramEnvironment(telegram), ...plan.env };
      const app = await appFor({ program: plan.program, dataDir, env });
      try {
        return await play({ app, telegram, dataDir });
      } finally {
        await app.stop();
      }
    });
  } finally {
    await telegram.close();
  }
}

/** Reads (or writes) the data of the running service directly. */
export async function withDatabase<T>({ dataDir }: Stage, use: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase((await connectionOfRunning(dataDir))!);
  try {
    return await use(db);
  } finally {
    await db.close();
  }
}
