/**
 * A campaign under fire: three instances send it while one after the other is killed at any point. Everybody gets it once, or is listed
 * as a doubt: nobody is skipped, nobody gets it twice. A sender that marks what it has sent only afterwards must send some twice. SEED,
 * RECIPIENTS (20,000) and KILLS (100) come from the environment.
 */
import { built, fromSource } from './support/app.ts';
import { type CampaignFigures, type CampaignRun, runCampaign } from './support/campaign_run.ts';
import { conclude, setting } from './support/settings.ts';

const seed = setting('SEED', Date.now() % 1_000_000);
const recipients = setting('RECIPIENTS', 20_000);
const kills = setting('KILLS', 100);
const run: Omit<CampaignRun, 'program'> = { seed, recipients, kills, longestMs: 400_000 };
const short = {
  ...run,
  recipients: Math.min(600, recipients),
  kills: Math.max(3, Math.ceil(kills / 20)),
  longestMs: 60_000,
};

console.log(`seed ${seed}: ${recipients} recipients, ${kills} kills of three instances`);
const ours = await runCampaign({ ...run, program: built() });
console.log('the service', ours);
const control = await runCampaign({ ...short, program: fromSource('chaos/support/unclaimed.ts') });
console.log('the control, which claims nothing before it sends', control);
conclude(
  { seed, ...ours, control: { recipients: control.recipients, kills: control.kills, doubled: control.doubled } },
  [...complaintsAbout(ours), ...(control.doubled > 0 ? [] : ['The control doubled nothing: this run proves nothing.'])],
);

function complaintsAbout({ skipped, doubled, lost, unlisted, stuck, ...done }: CampaignFigures): string[] {
  const none = Object.entries({ skipped, doubled, lost, unlisted, stuck });
  return [
    ...none.flatMap(([name, count]) => (count > 0 ? [`${name}: ${count}, expected none.`] : [])),
    ...(done.kills < kills ? [`It was over after ${done.kills} kills of ${kills}.`] : []),
  ];
}
