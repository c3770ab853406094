import { cleanName } from '../../../../text/normalise.ts';
import { truncate } from '../../../../text/truncate.ts';
import type { Button, Reply } from '../../../reply.ts';
import type { Lead } from '../../../sell/lead.ts';
import {
  LONGEST_REASON,
  type LostReason,
  loadReasons,
  reasonLabel,
  reasonsIn,
} from '../../../sell/pipeline/lost_reason.ts';
import type { CommandContext } from '../../command.ts';
import { rowsOf } from './stages.ts';

/** So many reasons are offered at once. */
const MOST_OFFERED = 9;
const LABEL_GRAPHEMES = 40;

/** What a typed reason is in the list: the one it names, or several that it may name. */
export async function listedReason(ctx: CommandContext, words: string): Promise<LostReason[]> {
  return words === '' ? [] : reasonsIn(await loadReasons(ctx.tx), words);
}

/** Asks why a lead was lost: each reason is a button, and a word may be typed as well. */
export async function askWhy(ctx: CommandContext, { id }: Lead): Promise<Pick<Reply, 'buttons' | 'hint'>> {
  const reasons = (await loadReasons(ctx.tx)).slice(0, MOST_OFFERED);
  return { buttons: rowsOf(reasons.map((reason) => reasonButton(ctx, id, reason))), hint: ctx.t.lostReasons.why };
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
