/**
 * Mail under fire: a real mail server is restarted, killed, frozen and given new UIDs, its line is cut or dies
 * silently, and the service itself is killed, while mails arrive in two mailboxes. Every mail must be stored once,
 * within a minute of when it could be seen. A poller that moves its cursor before it stores must lose some. SEED, MAILS
 * (1000) and FAULTS (30) come from the environment.
 */
import { available } from '../test/support/dovecot.ts';
import { randomFrom } from './pairs.ts';
import { built, fromSource } from './support/app.ts';
import { planFaults } from './support/imap_faults.ts';
import { type ImapFigures, runImap } from './support/imap_run.ts';
import { conclude, setting } from './support/settings.ts';

const LONGEST_S = 60;
const CONTROL_KILLS = 6;

if (!available()) throw new Error('This run needs Debian’s dovecot-imapd.');
const seed = setting('SEED', Date.now() % 1_000_000);
const mails = setting('MAILS', 1000);
const faults = planFaults(setting('FAULTS', 30), randomFrom(seed + 1));

console.log(`seed ${seed}: ${mails} mails, ${faults.length} faults`);
const ours = await runImap({ program: built(), seed, mails, faults, patienceMs: 90_000 });
console.log('the service', ours);
const control = await runImap({
  program: fromSource('chaos/support/forgetful.ts'),
  seed,
  mails: Math.max(80, Math.ceil(mails / 8)),
  faults: Array.from({ length: CONTROL_KILLS }, () => 'poller' as const),
  patienceMs: 10_000,
});
console.log('the control, which moves its cursor before it stores', control);
conclude({ seed, ...ours, control: { delivered: control.delivered, lost: control.lost } }, [
  ...complaintsAbout(ours),
  ...(control.lost > 0 ? [] : ['The control lost nothing: this run proves nothing.']),
]);

function complaintsAbout({ lost, doubled, unhandled, seen_max_s }: ImapFigures): string[] {
  const none = Object.entries({ lost, doubled, unhandled });
  const wrong = none.flatMap(([name, figure]) => (figure > 0 ? [`${name}: ${figure}, expected none.`] : []));
  return seen_max_s > LONGEST_S ? [...wrong, `A mail was seen after ${seen_max_s} s, the bar is ${LONGEST_S}.`] : wrong;
}
