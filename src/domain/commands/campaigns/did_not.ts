import type { Campaign } from '../../campaigns/campaign.ts';
import type { Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { filteredReply, readFilter } from '../people/filtered.ts';
import { pageIn } from '../words/words.ts';

/** Who got a campaign and did not do that, a page of them, and a campaign to these alone. */
export async function didNot(
  ctx: CommandContext,
  one: Campaign,
  what: 'clicked' | 'replied',
  words: string,
): Promise<Reply> {
  const { t } = ctx;
  const people = `got:${one.id} -${what}:${one.id}`;
  const read = await readFilter(ctx, people);
  if ('ask' in read) return read.ask;
  const shown = await filteredReply(ctx, read.filter, pageIn(words));
  const back = { label: t.campaign.button.back, command: `/campaign ${one.id}`, turns: true as const };
  if (shown.failed) return { ...shown, buttons: [[back]] };
  const next = {
    label: t.campaign.button.toThese,
    command: `/campaign new ${t.campaign.copied(one.name, 1)} to ${people}`,
  };
  return { ...shown, buttons: [[next], ...(shown.buttons ?? []), [back]] };
}
