/**
 * Outgoing messages under fire: the owner answers customers while the service is killed at random, often in the middle
 * of sending. Every answer must arrive once or be shown as a doubt; none may arrive twice. A sender that claims nothing
 * before it sends must send some twice. SEED, MESSAGES (600) and KILLS (40) come from the environment.
 */
import { built, fromSource } from './support/app.ts';
import { type OutboxFigures, type OutboxRun, runOutbox } from './support/outbox_run.ts';
import { conclude, setting } from './support/settings.ts';

const seed = setting('SEED', Date.now() % 1_000_000);
const messages = setting('MESSAGES', 600);
const kills = setting('KILLS', 40);
const run: Omit<OutboxRun, 'program'> = { seed, messages, kills, longestMs: 110_000 };
const short = {
  ...run,
  messages: Math.ceil(messages / 4),
  kills: Math.max(3, Math.ceil(kills / 8)),
  longestMs: 60_000,
  // however busy the machine is, it dies where it must send twice
  aimed: true,
};

console.log(`seed ${seed}: ${messages} messages, ${kills} kills`);
const ours = await runOutbox({ ...run, program: built() });
console.log('the service', ours);
const control = await runOutbox({ ...short, program: fromSource('chaos/support/naive.ts') });
console.log('the control, which claims nothing before it sends', control);
conclude({ seed, ...ours, control: { messages: control.messages, kills: control.kills, doubled: control.doubled } }, [
  ...complaintsAbout(ours),
  ...(control.doubled > 0 ? [] : ['The control doubled nothing: this run proves nothing.']),
]);

function complaintsAbout(figures: OutboxFigures): string[] {
  const { lost, doubled, unlisted, not_asked, notices_lost, stuck } = figures;
  const none = { lost, doubled, unlisted, not_asked, notices_lost, stuck };
  return Object.entries(none).flatMap(([name, count]) => (count > 0 ? [`${name}: ${count}, expected none.`] : []));
}
