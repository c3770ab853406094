import { cleanName } from '../../../../text/normalise.ts';
import { truncate } from '../../../../text/truncate.ts';
import { type Button, failed, type Reply } from '../../../reply.ts';
import type { Lead } from '../../../sell/lead.ts';
import {
  LONGEST_REASON,
  type LostReason,
  latelyLost,
  loadReasons,
  reasonLabel,
  reasonsIn,
} from '../../../sell/pipeline/lost_reason.ts';
import type { CommandContext } from '../../command.ts';
import { rowsOf } from './stages.ts';

/** So many readings of a reason are offered. */
const MOST_OFFERED = 9;
const AT_FIRST = 2;
/** Instead of a reason: which there are. */
export const ASK = '?';
const LABEL_GRAPHEMES = 40;

/** What a typed reason is in the list: the one it names, or several that it may name. */
export async function listedReason(ctx: CommandContext, words: string): Promise<LostReason[]> {
  return words === '' ? [] : reasonsIn(await loadReasons(ctx.tx), words);
}

/** Asks why a lead was lost: the commonest reasons, so few that it fits under what was pressed, and a way to all of them. */
export async function askWhy(ctx: CommandContext, { id }: Lead): Promise<Pick<Reply, 'buttons' | 'hint' | 'rest'>> {
  const { t, tx } = ctx;
  const latest = await latelyLost(tx);
  const often = (reason: LostReason) => latest.filter((one) => one === reason.id).length;
  const reasons = (await loadReasons(tx)).sort((one, other) => often(other) - often(one));
  const first = reasons.slice(0, AT_FIRST).map((reason) => reasonButton(ctx, id, reason));
  return {
    buttons: [[...first, { label: t.lostReasons.others, command: `/lost ${id} ${ASK}` }]],
    hint: t.lostReasons.why,
    rest: { before: `/lost ${id} `, after: '', need: 'reason' },
  };
}

/** All reasons of the list for a lead, of which one may be tapped, or another typed. */
export async function whichReason(ctx: CommandContext, { id }: Lead, line: string): Promise<Reply> {
  const { t } = ctx;
  const reasons = await loadReasons(ctx.tx);
  return failed(t.lostReasons.whyOf(line), {
    undecided: true,
    buttons: rowsOf(reasons.map((reason) => reasonButton(ctx, id, reason))),
    rest: { before: `/lost ${id} `, after: '', need: 'reason' },
    asks: t.desk.typeIt(t.need.reason),
  });
}

function reasonButton({ t }: CommandContext, id: string, reason: LostReason): Button {
  const label = reasonLabel(t, reason);
  return { label: truncate(label, LABEL_GRAPHEMES), command: `/lost ${id} ${label}` };
}

/** What can be done with a reason that is not in the list, or may be several of it. */
export function reasonButtons(
  ctx: CommandContext,
  { id }: Lead,
  words: string,
  may: readonly LostReason[],
): Button[][] {
  if (may.length > 1) return rowsOf(may.slice(0, MOST_OFFERED).map((reason) => reasonButton(ctx, id, reason)));
  const name = cleanName(words, LONGEST_REASON + 1);
  if (may.length === 1 || ctx.user.role !== 'owner' || [...name].length > LONGEST_REASON) return [];
  return [[{ label: ctx.t.lostReasons.add(truncate(name, LABEL_GRAPHEMES)), command: `/lostreasons add ${name}` }]];
}
