import { stopAll } from '../../campaigns/campaign.ts';
import { sequenceName, stopSequences } from '../../campaigns/sequences/sequence.ts';
import { tellProgress } from '../../campaigns/told/tell.ts';
import type { Command } from '../command.ts';
import { allWords } from '../words/words.ts';

/** '/stop': nothing of any campaign or sequence leaves after the batch that is under way. */
export const stop: Command<undefined> = {
  name: 'stop',
  role: 'helper',
  changes: true,
  unrecorded: true,
  unread: allWords,
  parse: () => undefined,
  async run(ctx) {
    const sequences = await stopSequences(ctx.tx);
    const stopped = (await stopAll(ctx)).filter(({ sequenceId }) => sequenceId === null);
    const names = sequences.map((one) => sequenceName(ctx.t, one));
    if (stopped.length + sequences.length === 0) return { text: ctx.t.campaign.nothingToStop, unchanged: true };
    for (const one of stopped) await tellProgress(ctx, one);
    return {
      text: ctx.t.campaign.stopped([...stopped.map(({ name }) => name), ...names].join(' · ')),
      buttons: [
        ...stopped.map(({ id, name }) => [{ label: name, command: `/campaign ${id}` }]),
        ...sequences.map(({ id }, nth) => [{ label: names[nth]!, command: `/sequence ${id}` }]),
      ],
    };
  },
};
