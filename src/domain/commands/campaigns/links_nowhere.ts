import type { Campaign } from '../../campaigns/campaign.ts';
import { isByPhone } from '../../channel.ts';
import type { CommandContext } from '../command.ts';

/** That links of either text open nothing for whoever gets them; a text message has words alone. */
export async function linksNowhere(
  { t }: Pick<CommandContext, 't'>,
  { variants, second, channel }: Pick<Campaign, 'variants' | 'second' | 'channel'>,
): Promise<string[]> {
  if (isByPhone(channel)) return [];
  // what reads them is loaded when the first campaign needs it
  const { deadLinksIn } = await import('../../templates/dead_link.ts');
  const dead = deadLinksIn(variants, ...(second ? [second] : []));
  return dead.length > 0 ? [t.campaign.deadLinks(dead.join(' '), dead.length)] : [];
}
