import { type Halted, keepWaiting, leavesAtOnce } from '../../../campaigns/halted.ts';
import { listSequences, type Sequence, sequenceName } from '../../../campaigns/sequences/sequence.ts';
import type { Button, Reply } from '../../../reply.ts';
import type { CommandContext } from '../../command.ts';
import { shown } from '../../words/moment.ts';
import { show } from '../show.ts';

/**
 * What an undo of a pause or of `/stop` says: whoever is in a hurry types it behind the halt, and nothing may leave because of that. It
 * asks as going on does. Undefined: nothing would leave at once, so it can be taken back.
 */
export async function askAfterHalt(ctx: CommandContext, halted: readonly Halted[]): Promise<Reply | undefined> {
  const paused = halted.filter(({ campaign }) => campaign.state === 'paused');
  if (!paused.some((one) => leavesAtOnce(one, ctx.now))) return undefined;
  const sequences = await stoppedSequences(ctx, halted);
  const [only] = halted.map(({ campaign }) => campaign);
  if (halted.length === 1 && sequences.length === 0) return { ...(await show(ctx, only!)), unchanged: true };
  const { t } = ctx;
  return {
    unchanged: true,
    title: t.campaign.whichGoesOn,
    text: t.campaign.waitsForYou,
    buttons: [
      ...paused.map(({ campaign: { id, name } }): Button[] => [
        { label: t.campaign.button.resumeOf(name), command: `/campaign ${id} resume` },
      ]),
      ...sequenceButtons(ctx, sequences),
    ],
  };
}

/** What the undo has brought back: when it leaves, or that it waits; and what stays off. */
export async function afterHalt(
  ctx: CommandContext,
  halted: readonly Halted[],
): Promise<{ text: string[]; buttons: Button[][] }> {
  if (halted.length === 0) return { text: [], buttons: [] };
  const { t } = ctx;
  const campaigns = await keepWaiting(ctx, halted);
  const sequences = await stoppedSequences(ctx, halted);
  const names = sequences.map((one) => sequenceName(t, one));
  return {
    text: [
      ...campaigns.map(({ name, state, scheduledAt }) =>
        t.labelled(name, state === 'scheduled' && scheduledAt ? shown(ctx, scheduledAt) : t.campaign.waitsForYou),
      ),
      ...(names.length > 0 ? [t.campaign.stayOff(t.inARow(names))] : []),
    ],
    buttons: [
      ...campaigns
        .filter(({ state }) => state === 'paused')
        .map(({ id, name }) => [{ label: t.campaign.button.resumeOf(name), command: `/campaign ${id} resume` }]),
      ...sequenceButtons(ctx, sequences),
    ],
  };
}

/** An undo of `/stop` puts no sequence on again: what has become due meanwhile would leave at once. */
async function stoppedSequences({ tx }: CommandContext, halted: readonly Halted[]): Promise<Sequence[]> {
  if (!halted.some(({ campaign }) => campaign.reason === 'stopped')) return [];
  return (await listSequences(tx)).filter(({ isOn, reason }) => !isOn && reason === 'stopped');
}

const sequenceButtons = ({ t }: CommandContext, sequences: readonly Sequence[]): Button[][] =>
  sequences.map((one) => [{ label: sequenceName(t, one), command: `/sequence ${one.id}` }]);
