/**
 * Incoming events under fire: the service is killed at random, and twice its whole database server, while events
 * arrive. What was acknowledged must have happened exactly once. A service that acknowledges before it stores must lose
 * something under the same fire. SEED, EVENTS (2000), KILLS (25) and SERVER_KILLS (2) come from the environment.
 */
import { built, fromSource } from './support/app.ts';
import { type InboxFigures, type InboxRun, runInbox } from './support/inbox_run.ts';
import { conclude, setting } from './support/settings.ts';

const seed = setting('SEED', Date.now() % 1_000_000);
const events = setting('EVENTS', 2000);
const kills = setting('KILLS', 25);
const run: Omit<InboxRun, 'program'> = {
  seed,
  events,
  kills,
  longestMs: 100_000,
  serverKills: setting('SERVER_KILLS', 2),
};
const short = {
  ...run,
  events: Math.ceil(events / 10),
  kills: Math.max(6, Math.ceil(kills / 4)),
  serverKills: 0,
  aimed: true,
};

console.log(`seed ${seed}: ${events} events, ${kills} kills`);
const ours = await runInbox({ ...run, program: built() });
console.log('the service', ours);
const control = await runInbox({ ...short, longestMs: 40_000, program: fromSource('chaos/support/hasty.ts') });
console.log('the control, which acknowledges before it stores', control);
conclude({ seed, ...ours, control: { acknowledged: control.acknowledged, kills: control.kills, lost: control.lost } }, [
  ...complaintsAbout(ours),
  ...(control.lost > 0 ? [] : ['The control lost nothing: this run proves nothing.']),
]);

function complaintsAbout({ lost, doubled, stuck, failed, refused }: InboxFigures): string[] {
  const figures = { lost, doubled, stuck, failed, refused };
  return Object.entries(figures).flatMap(([name, count]) => (count > 0 ? [`${name}: ${count}, expected none.`] : []));
}
