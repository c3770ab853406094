import { peopleSaid } from '../../../../text/person/people_said.ts';
import { isPhrase, joined, mayBeText, partsOf, waysIn } from '../../../../text/person/whom/head_said.ts';
import { peopleReadings } from '../../../../text/person/whom/mixed/readings.ts';
import { timeIn } from '../../../../text/when/time_like.ts';
import { filterOf } from '../../../campaigns/audience.ts';
import { type Filter, Unclear } from '../../../people/filter/filter.ts';
import { printFilter } from '../../../people/filter/filter_parse.ts';
import { failed, type Reply } from '../../../reply.ts';
import type { CommandContext } from '../../command.ts';
import { readPeople } from '../../people/people_meant.ts';
import { momentOf } from '../../words/moment.ts';
import { channelSaid, meansEverybody } from '../read.ts';
import { timeSaid } from '../unread.ts';
import { type Drafted, lineOf, question } from './ask_open.ts';
import { leftOpen } from './left_open.ts';

/** What of the words behind whom is no people: by which channel, and when. `rest`: what is left. */
export interface HeadRead {
  channel: string | undefined;
  at: Date | undefined;
  rest: string;
}

export function headIn(ctx: CommandContext, head: string): HeadRead {
  const way = waysIn(head).find((one) => channelSaid(one.way) !== undefined);
  const parts = partsOf(way ? way.rest : head);
  const times = parts.map((part) => timeSaid(ctx, part));
  const nth = times.findIndex((at) => at !== undefined);
  const rest = joined(nth < 0 ? parts : parts.toSpliced(nth, 1));
  return { channel: way && channelSaid(way.way), at: nth < 0 ? undefined : times[nth], rest };
}

/** 'everyone tomorrow at 9': a time or a channel behind whom, where no mark parts them. */
export function headGlued(ctx: CommandContext, audience: string): { people: string; head: string } | undefined {
  const words = audience.split(/\s+/u);
  const ends = words.map((_, nth) => nth + 1).filter((end) => end < words.length);
  const end =
    ends.findLast((one) => meansEverybody(words.slice(0, one).join(' '))) ?? (/^[#＃]/u.test(audience) ? 1 : 0);
  if (end === 0) return undefined;
  const head = words.slice(end).join(' ');
  const { channel, at, rest } = headIn(ctx, head);
  return (channel ?? at) !== undefined && rest === '' ? { people: words.slice(0, end).join(' '), head } : undefined;
}

/**
 * Whom it is for, with what is said of that behind it: nothing of these words is ever part of the text unasked, and nobody gets it
 * because they were not understood.
 */
export async function narrowedBy(
  ctx: CommandContext,
  drafted: Drafted,
  head: string,
  again: (people: string) => string,
): Promise<{ audience: string } | { ask: Reply }> {
  const { audience } = drafted;
  const all = await filterOf(ctx, audience);
  if (all instanceof Unclear) return { audience };
  const whole = await saidWhole(ctx, audience, head, again);
  if (whole && 'audience' in whole) return whole;
  const open = await leftOpen(ctx, `${head}:`);
  if (open?.whom && saysNoMore(ctx, open.left)) {
    // names and nothing else say which of them
    const signs = open.signs.strong || open.left !== '' ? open.signs : { ...open.signs, only: true };
    return { ask: await question(ctx, drafted, all, { ...open, signs, left: drafted.text }, { isText: false }) };
  }
  if (whole) return whole;
  return { ask: headUnread(ctx, drafted, all, head) };
}

/** Plain words for people, with those whom they narrow or alone: 'everyone who spent more than $50'. */
async function saidWhole(
  ctx: CommandContext,
  audience: string,
  head: string,
  again: (people: string) => string,
): Promise<{ audience: string } | { ask: Reply } | undefined> {
  const moment = momentOf(ctx);
  const front = audience === '' ? ctx.t.typed.campaign.everybody[0]! : audience;
  const ways = audience === '' ? [head, `${front} ${head}`] : [`${front} ${head}`];
  const isSome = audience !== '' && !meansEverybody(audience);
  const isSaid = (one: string) =>
    peopleSaid(one, moment) !== undefined || (isSome && peopleReadings(one, moment) !== undefined);
  const said = ways.find((one) => isPhrase(one) && isSaid(one));
  if (said === undefined) return undefined;
  const read = await readPeople(ctx, said, again);
  return 'ask' in read ? read : { audience: printFilter(read.filter) };
}

/** What stands beside whom is neither a time nor a channel, which would be lost. */
const saysNoMore = (ctx: CommandContext, left: string): boolean => {
  const { channel, at } = headIn(ctx, left);
  return channel === undefined && at === undefined && timeIn(left) === undefined;
};

/** Behind a mark, and in Chinese, it may be the first of the text. */
function headUnread(ctx: CommandContext, drafted: Drafted, all: Filter, head: string): Reply {
  const { t } = ctx;
  const text = t.labelled(head, drafted.text);
  return failed(t.whom.headUnread(head), {
    undecided: true,
    buttons: [
      [{ label: t.whom.choose, command: lineOf(ctx, drafted, undefined, drafted.text) }],
      ...(/^[^\n]+$/u.test(drafted.text) && mayBeText(head)
        ? [[{ label: t.whom.isText(head), command: lineOf(ctx, { ...drafted, name: head }, all, text) }]]
        : []),
    ],
  });
}
