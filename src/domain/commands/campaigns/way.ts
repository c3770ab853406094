import type { CampaignDraft } from '../../campaigns/campaign.ts';
import { LETTERS, REMOTE } from '../../channel.ts';
import { failed, type Reply } from '../../reply.ts';
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

/** Whether something can leave by it. */
export const isOn = ({ channels }: Pick<CommandContext, 'channels'>, channel: string): boolean =>
  channels.some((way) => way.name === channel && way.on);

/** What is asked where a channel is named by which nothing can leave: another one is never taken for it unasked. */
export function askWay(ctx: CommandContext, channel: string, again: (channel: string) => string): Reply {
  const { t, channels } = ctx;
  const others = [...LETTERS, ...REMOTE].filter(
    (name, nth, all) => all.indexOf(name) === nth && isOn({ channels }, name),
  );
  return failed(t.campaign.noWay(t.channel(channel)), {
    undecided: true,
    buttons: others.map((name) => [{ label: t.asking.byChannel(t.channel(name)), command: again(name) }]),
  });
}
