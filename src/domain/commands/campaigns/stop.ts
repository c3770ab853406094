import { stopAll } from '../../campaigns/campaign.ts';
import { tellProgress } from '../../campaigns/tend.ts';
import type { Command } from '../command.ts';
import { allWords } from '../words/words.ts';

/** '/stop': nothing of any campaign leaves after the batch that is under way. */
export const stop: Command<undefined> = {
  name: 'stop',
  role: 'helper',
  changes: true,
  unrecorded: true,
  unread: allWords,
  parse: () => undefined,
  async run(ctx) {
    const stopped = await stopAll(ctx.tx);
    if (stopped.length === 0) return { text: ctx.t.campaign.nothingToStop, unchanged: true };
    for (const one of stopped) await tellProgress(ctx, one);
    return {
      text: ctx.t.campaign.stopped(stopped.map(({ name }) => name).join(' · ')),
      buttons: stopped.map(({ id, name }) => [{ label: name, command: `/campaign ${id}` }]),
    };
  },
};
