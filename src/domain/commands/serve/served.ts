import type { List } from '../../reply.ts';
import { tendClocks } from '../../serve/clock/tend.ts';
import { type Served, type Share, servedByWeek } from '../../serve/clock/week.ts';
import type { CommandContext } from '../command.ts';

const MINUTE_MS = 60_000;

/** How tickets went this week, against the week before; nothing where there were none. */
export async function servedList(ctx: CommandContext): Promise<List[]> {
  await tendClocks(ctx);
  const { clock } = ctx.t;
  const { week, before } = await servedByWeek(ctx.tx, ctx.now);
  if ([week, before].every(({ answered, resolved, reopened }) => answered.n + resolved.n + reopened === 0)) return [];
  const both = (words: (of: Served) => string) => clock.before(words(week), words(before));
  const items = [
    { text: clock.firstAnswer, detail: both(({ answered }) => median(ctx, answered)) },
    { text: clock.resolution, detail: both(({ resolved }) => median(ctx, resolved)) },
    {
      text: clock.within,
      detail: both((of) => clock.withinBoth(percent(ctx, of.answered), percent(ctx, of.resolved))),
    },
    { text: clock.reopened, detail: both(({ reopened }) => String(reopened)) },
    { text: clock.openTime },
  ];
  return [{ title: clock.week, items }];
}

function median({ t }: CommandContext, { n, medianMs }: Share): string {
  if (n === 0 || medianMs === null) return t.clock.nothing;
  const minutes = Math.round(medianMs / MINUTE_MS);
  return t.clock.ofN(t.clock.length(Math.floor(minutes / 60), minutes % 60), n);
}

const percent = ({ t }: CommandContext, { n, met }: Share): string =>
  n === 0 ? t.clock.nothing : t.clock.percent(Math.round((100 * met) / n), n);
