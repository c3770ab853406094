import { audienceOf, countAudience, filterOf } from '../../campaigns/audience.ts';
import type { Campaign } from '../../campaigns/campaign.ts';
import { turn } from '../../campaigns/turn.ts';
import { REMOTE } from '../../channel.ts';
import { PURPOSES } from '../../people/consent.ts';
import { Unclear } from '../../people/filter/filter.ts';
import { printFilter } from '../../people/filter/filter_parse.ts';
import type { Button } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { isOffer } from './purpose.ts';

/** So many other ways are tried. */
const MOST_TRIED = 8;

/** One change to a campaign, what it is called and how it is typed behind the campaign's number. */
interface Way {
  change: Partial<Campaign>;
  name: string;
  step: string;
}

/** Where nobody gets it as it stands: the one change by which the most people would, if there is any. */
export async function nearest(
  ctx: CommandContext,
  one: Campaign,
): Promise<{ text: string; button: Button } | undefined> {
  const ways = (await waysFrom(ctx, one)).slice(0, MOST_TRIED);
  const tried: (Way & { reached: number })[] = [];
  for (const way of ways) {
    const audience = await audienceOf(ctx, { ...one, ...way.change });
    const reached = audience instanceof Unclear ? 0 : (await countAudience(ctx, audience)).reached;
    tried.push({ ...way, reached });
  }
  const [best] = tried.filter(({ reached }) => reached > 0).sort((a, b) => b.reached - a.reached);
  if (!best) return undefined;
  const { t } = ctx;
  return {
    text: t.asking.nearest(best.name, best.reached),
    button: turn(t.asking.takeNearest(best.name, best.reached), `/campaign ${one.id} ${best.step}`),
  };
}

/** By another channel, for another purpose, and with one of several conditions less. */
async function waysFrom(ctx: CommandContext, one: Campaign): Promise<Way[]> {
  const { t } = ctx;
  const channels = REMOTE.filter(
    (name) => name !== one.channel && ctx.channels.some((way) => way.name === name && way.on),
  );
  // whoever agreed to news alone gets no offer under another name
  const purposes =
    one.asks || (one.purpose === 'offers' && isOffer(one)) ? [] : PURPOSES.filter((purpose) => purpose !== one.purpose);
  return [
    ...(await looser(ctx, one)).map((filter) => ({
      ...{ change: { audience: filter }, step: `to ${filter}` },
      name: t.asking.toPeople(filter),
    })),
    ...channels.map((channel) => ({
      ...{ change: { channel }, step: `by ${channel}` },
      name: t.asking.byChannel(t.channel(channel)),
    })),
    ...purposes.map((purpose) => ({
      ...{ change: { purpose }, step: `about ${t.typed.consent.purpose[purpose][0]}` },
      name: t.asking.asPurpose(t.consent.purpose[purpose]),
    })),
  ];
}

/** Its filter without one of the conditions that all have to hold, as it is typed. */
async function looser(ctx: CommandContext, { audience }: Campaign): Promise<string[]> {
  const filter = audience ? await filterOf(ctx, audience) : undefined;
  if (!filter || filter instanceof Unclear || filter.any.length !== 1) return [];
  const [terms = []] = filter.any;
  if (terms.length < 2) return [];
  return terms.map((_, nth) => printFilter({ any: [terms.toSpliced(nth, 1)] }, ctx.locale));
}
