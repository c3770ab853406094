import type { Prompt } from './bots/console/prompt.ts';
import { type Chosen, type Config, ConfigError, choosing, leftOpen, readConfig } from './config.ts';
import { loadSettings } from './domain/settings.ts';
import { faultOf, openLog } from './lib/log.ts';
import { chooseLanguage, NothingChosen } from './service/choose_language.ts';
import { openData } from './service/data.ts';
import { environmentHere, leavesLanguageOpen, loadDotEnv, spokenLast } from './service/environment.ts';
import { type OnStep, openProgress, type Progress } from './service/progress.ts';
import type { Service, ServiceOptions } from './service/service.ts';
import { saidIn } from './text/explained.ts';
import { DEFAULT_LOCALE, type Locale } from './text/locale.ts';
import { texts } from './text/texts.ts';

/** The language to speak, as far as we know it. */
let spoken: Locale = DEFAULT_LOCALE;

/** The composition root: environment in, service up, signals out. */
async function main(): Promise<void> {
  // whoever read the output may be gone (a pager, a terminal); that must not end the service
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
  loadDotEnv();
  spoken = spokenLast(process.env);
  const progress = openProgress(process.stdout, spoken);
  progress.step('starting');
  const { config, chosen } = await configure(progress).catch((error) => {
    progress.end();
    throw error;
  });
  const log = openLog(config.logLevel);
  let prompt: Prompt | undefined;
  const onStep: OnStep = (step) => {
    if (!isStopping()) progress.step(step);
  };
  const starting = start({ config, chosen, log, onStep, show: (message) => prompt?.show(message) });
  starting.catch(() => undefined).finally(progress.end);
  // set up at once: if it is told to end while it starts, it must not leave its database server behind
  stopOnSignals(starting, () => {
    progress.end();
    if (prompt) prompt.close();
    else console.log(texts(spoken).start.stopping);
  });
  const service = await starting;
  const { banner, openTerminal } = await import('./service/terminal.ts');
  // told to end meanwhile: nothing is ready, so no pairing code is made
  if (isStopping()) return;
  spoken = (await loadSettings(service.house.db.sql, config.settings)).locale;
  if (isStopping()) return;
  const ready = await banner(service, config);
  if (isStopping()) return;
  console.log(ready);
  prompt = openTerminal(service, config, spoken);
  process.on('unhandledRejection', (error) => {
    // an error of ours that nobody caught: the work under way may be half done, so end and let the service be restarted
    log.error(faultOf(error), 'unhandled rejection');
    process.exit(1);
  });
}

/** Reads the settings. At the first start on a terminal it asks for the language, unless the environment says it. */
async function configure(progress: Progress): Promise<{ config: Config; chosen?: Chosen }> {
  const here = environmentHere(process.env);
  // reports what is wrong before it asks anything
  const config = readConfig(here);
  if (here !== process.env) return { config, chosen: leftOpen(process.env, config) };
  const { stdin: input, stdout: output } = process;
  if (!input.isTTY || !output.isTTY || !leavesLanguageOpen(here)) return { config };
  progress.end();
  spoken = await chooseLanguage({ input, output }, config.settings.locale);
  progress.speak(spoken);
  progress.step('starting');
  return choosing(here, spoken);
}

interface Starting extends Required<Pick<ServiceOptions, 'log' | 'onStep' | 'show'>> {
  config: Config;
  chosen: Chosen | undefined;
}

/** Starts PostgreSQL while the rest of the program is still being loaded, which saves an eighth of a second. */
async function start({ config, chosen, ...options }: Starting): Promise<Service> {
  const data = openData(config, 'service', { onStep: options.onStep, ...(chosen && { chosen }) });
  data.catch(() => undefined); // startService waits for it and reports the error
  const { startService } = await import('./service/service.ts');
  return startService(config, { ...options, data });
}

/** When we were told to end, by performance.now(). */
let stoppingSince: number | undefined;
const isStopping = (): boolean => stoppingSince !== undefined;
/** A signal to a whole process group reaches us twice: npm passes on the one that it gets. */
const ONE_SIGNAL_MS = 2_000;

/** How long we wait at most for running work and for the database. */
const LONGEST_STOP_MS = 15_000;

/**
 * Exits because something does not answer, most likely a frozen database. The built-in server is told to end, and ends
 * when it can.
 */
function endAnyhow(): void {
  console.error(texts(spoken).start.endedAnyhow);
  process.exit(1);
}

/** Stops at the first signal. At a second one, unless it is only the echo of the first, we wait no longer. */
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

main().catch((error: unknown) => {
  // its database is being closed while the banner is built: the exit follows
  if (stoppingSince !== undefined) return;
  if (error instanceof NothingChosen) process.exit(130); // the exit code that shells give after Ctrl-C
  const t = texts(spoken);
  const said = saidIn(t, error);
  console.error(error instanceof ConfigError ? `${t.start.wrongSettings}\n${indent(said)}` : said);
  process.exit(1);
});

const indent = (text: string): string => text.replace(/^/gm, '  ');
