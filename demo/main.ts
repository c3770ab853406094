import { loadDotEnv, spokenAloud } from '../src/service/environment.ts';
import { openProgress } from '../src/service/progress.ts';
import { lifeIn } from './life.ts';
import { atOnce, paceWithin } from './pace.ts';

/** From the first line to the last, in ms by performance.now(). */
const BUDGET_MS = 25_000;
/** What is waited for in the story, where there is time. */
const WAITS_MS = 24_000;

loadDotEnv();
const locale = spokenAloud(process.env);
const { stdout } = process;
const fast = process.argv.includes('--fast') || !stdout.isTTY;
// at once: the rest of the program takes seconds to read
console.log(`\n${lifeIn(locale).words.title}\n`);
const progress = openProgress(stdout, locale);
progress.step('starting');
const { tell } = await import('./story.ts');
await tell({
  locale,
  pace: fast ? atOnce : paceWithin(BUDGET_MS, WAITS_MS),
  progress,
  screen: {
    write: (text) => stdout.write(text),
    columns: stdout.columns ?? (Number(process.env.COLUMNS) || 80),
    colours: stdout.isTTY,
  },
});
