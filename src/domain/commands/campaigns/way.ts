import type { CampaignDraft } from '../../campaigns/campaign.ts';
import { LETTERS, REMOTE } from '../../channel.ts';
import type { CommandContext } from '../command.ts';

/** Mail, where it can be sent; else the first channel that is set up. */
export function firstWay({ channels }: Pick<CommandContext, 'channels'>): string {
  const ways = [...LETTERS, ...REMOTE];
  return ways.find((name) => channels.some((way) => way.name === name && way.on)) ?? ways[0]!;
}

/** Who makes it, and where it is told how far it is: in the answer to what was typed. */
export function madeHere(ctx: CommandContext): Pick<CampaignDraft, 'userId' | 'place' | 'toldKey'> {
  const { channel, address, externalId } = ctx.place;
  const toldKey = externalId ? `said:${channel}:${address}:${externalId}` : `campaign:${ctx.random()}`;
  return { userId: ctx.user.id, place: { channel, address }, toldKey };
}
