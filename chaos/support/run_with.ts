import { readConfig } from '../../src/config.ts';
import { openLog } from '../../src/lib/log.ts';
import { type ServiceOptions, startService } from '../../src/service/service.ts';

/** Runs the service as main.ts does, with some of its parts replaced. */
export async function runWith(parts: NonNullable<ServiceOptions['parts']>): Promise<void> {
  const config = readConfig(process.env);
  const starting = startService(config, { log: openLog(config.logLevel), parts });
  process.once('SIGTERM', () => void starting.then(({ stop }) => stop()).then(() => process.exit(0)));
  console.log((await starting).url);
}
