import { randomUUID } from 'node:crypto';
import { typed } from './bots/console/parse.ts';
import { openPrompt, type Prompt, TERMINAL } from './bots/console/prompt.ts';
import { type Config, ConfigError, loadDotEnv, readConfig } from './config.ts';
import { filesDir, keptPath } from './files/store.ts';
import { faultOf, type Log, openLog } from './lib/log.ts';
import type { OutboxMessage } from './outbox/message.ts';
import { openData } from './service/data.ts';
import type { Service } from './service/service.ts';

/** The composition root: environment in, service up, signals out. */
async function main(): Promise<void> {
  // whoever was reading the output may be gone (a pager, a terminal): that must not end the service
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
  loadDotEnv();
  const config = readConfig(process.env);
  const log = openLog(config.logLevel);
  let prompt: Prompt | undefined;
  const starting = start(config, log, (message) => prompt?.show(message));
  // at once, because a service told to end while it starts must not leave its database server behind
  stopOnSignals(starting, () => prompt?.close());
  const service = await starting;
  const [{ banner }, { texts }] = await Promise.all([import('./service/banner.ts'), import('./text/texts.ts')]);
  console.log(await banner(service, config));
  prompt = openPrompt({
    input: process.stdin,
    output: process.stdout,
    interactive: process.stdin.isTTY,
    stillHere: texts(config.settings.locale).banner.stillHere,
    onText: (text) => type(service, text),
    // Ctrl-C at the prompt is Ctrl-C for the service
    onInterrupt: () => process.kill(process.pid, 'SIGINT'),
    pathOf: (ref) => keptPath(filesDir(config), ref),
  });
  process.on('unhandledRejection', (error) => {
    // a fault of ours that nobody caught: what is under way may be half done, so end and be restarted
    log.error(faultOf(error), 'unhandled rejection');
    process.exit(1);
  });
}

/** PostgreSQL starts while the rest of the program is still being read: an eighth of a second of the start. */
async function start(config: Config, log: Log, show: (message: OutboxMessage) => void): Promise<Service> {
  const data = openData(config, 'service');
  data.catch(() => undefined); // told by startService, which waits for it
  const { startService } = await import('./service/service.ts');
  return startService(config, { log, show, data });
}

function type({ house }: Service, text: string): string {
  const id = randomUUID();
  house.receiver
    .receive(typed(TERMINAL, id, text))
    .catch((error) => console.error(`Not stored, please type it again (${faultOf(error).code ?? 'no database'}).`));
  return id;
}

/** When we were told to end, by performance.now(). */
let stoppingSince: number | undefined;
/** A signal to a whole group of processes reaches us twice: npm passes on what it gets. */
const ONE_SIGNAL_MS = 2_000;

/** How long we wait at most for work under way and for the database. */
const LONGEST_STOP_MS = 15_000;

/** Something does not answer, a frozen database most likely. The built-in one is told to end, and ends when it can. */
function endAnyhow(): void {
  console.error(
    'Ended after 15 seconds without an answer (from the database, most likely). What was stored is kept. Whether a message that was just leaving has arrived is asked at the next start.',
  );
  process.exit(1);
}

/** On a second signal, if it is not the first one's echo, we wait no longer. */
function stopOnSignals(starting: Promise<Service>, closePrompt: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stoppingSince !== undefined && performance.now() - stoppingSince > ONE_SIGNAL_MS) process.exit(1);
      if (stoppingSince !== undefined) return;
      stoppingSince = performance.now();
      closePrompt();
      setTimeout(endAnyhow, LONGEST_STOP_MS).unref();
      starting
        .then((service) => service.stop())
        .then(
          () => process.exit(0),
          () => process.exit(1),
        );
    });
  }
}

main().catch((error: Error) => {
  // its database is being closed while the banner is written: the exit follows
  if (stoppingSince !== undefined) return;
  const wrong = error instanceof ConfigError;
  console.error(wrong ? `These settings need to be changed:\n${indent(error.message)}` : error.message);
  process.exit(1);
});

const indent = (text: string): string => text.replace(/^/gm, '  ');
