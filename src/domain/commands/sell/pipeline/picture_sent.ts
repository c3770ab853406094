import { isDrawable } from '../../../../lib/picture/canvas.ts';
import { plainDecimal } from '../../../../text/money/money.ts';
import { isoDay, wallTime } from '../../../../text/when/zone.ts';
import type { Reply } from '../../../reply.ts';
import {
  boardLeads,
  type Looked,
  type StageSum,
  type StaleBefore,
  sumsOf,
  weighted,
} from '../../../sell/pipeline/board.ts';
import { boardPicture as draw, type PictureStage } from '../../../sell/pipeline/picture.ts';
import { type Stage, stageLabel } from '../../../sell/pipeline/stage.ts';
import type { CommandContext } from '../../command.ts';
import { lineOf } from '../lead.ts';
import { moneyWords } from './board_shown.ts';
import { monthOf } from './month.ts';

/** Of each stage so many leads are named; of many stages fewer. */
const PER_STAGE = 3;
const MANY_STAGES = 8;

/** The board as a picture, to be kept or sent on. */
export async function boardPicture(
  ctx: CommandContext,
  stages: readonly Stage[],
  looked: Looked,
  before: StaleBefore,
): Promise<Reply> {
  const { t, tx, now, settings } = ctx;
  const sums = await sumsOf(tx, looked, before);
  if (sums.length === 0) return { text: t.pipeline.none };
  const open = stages.filter(({ ends }) => ends === null);
  const currency = mainCurrency(sums, settings.currency);
  const longest = Math.max(1, ...open.map(({ key }) => barOf(sums, key, currency)));
  const drawn: PictureStage[] = [];
  for (const stage of open) {
    const of = sums.filter((sum) => sum.stage === stage.key);
    const leads =
      of.length === 0
        ? []
        : await boardLeads(tx, { ...looked, stage: stage.key }, before, {
            order: 'amount',
            limit: open.length > MANY_STAGES ? 1 : PER_STAGE,
          });
    const stale = of.reduce((all, one) => all + one.stale, 0);
    drawn.push({
      name: drawable(stageLabel(t, stage), `#${stage.key}`),
      share: barOf(sums, stage.key, currency) / longest,
      likely: stage.probability / 100,
      figures: figuresOf(ctx, of, [stage]),
      stale: stale > 0 ? `${stale} ${t.pipeline.stale}` : '',
      leads: leads.map((lead) => ({ line: lineOf(ctx, lead), instead: `#${lead.id}` })),
    });
  }
  const month = await sumsOf(tx, { ...looked, expected: monthOf(now, settings.timezone) }, before);
  const lines = [
    `${t.pipeline.total}: ${figuresOf(ctx, sums, stages)}`,
    ...(month.length > 0 ? [`${t.pipeline.expectedThisMonth}: ${figuresOf(ctx, month, stages)}`] : []),
  ];
  const day = isoDay(wallTime(now, settings.timezone).day);
  const bytes = draw({ title: `${t.pipeline.board} · ${day}`, lines, stages: drawn });
  const ref = await ctx.keepFile(bytes);
  const name = `${t.pipeline.fileName}-${day}.png`;
  return {
    text: t.pipeline.pictureOf,
    attachments: [{ kind: 'photo', name, type: 'image/png', bytes: bytes.length, ref }],
  };
}

const drawable = (words: string, instead: string): string => (isDrawable(words) ? words : instead);

/** The currency of most leads that have an amount: bars of several could not be compared. */
function mainCurrency(sums: readonly StageSum[], usual: string): string {
  const counts = new Map<string, number>();
  for (const { currency, count } of sums)
    if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + count);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? usual;
}

/** How long the bar of a stage is: by its worth in that currency. */
function barOf(sums: readonly StageSum[], stage: string, currency: string): number {
  return Number(sums.find((sum) => sum.stage === stage && sum.currency === currency)?.minor ?? 0);
}

/** '12 · ¥3,000 · weighted ¥1,800'; a currency whose sign cannot be drawn is named. */
function figuresOf(ctx: CommandContext, sums: readonly StageSum[], stages: readonly Stage[]): string {
  const count = sums.reduce((all, one) => all + one.count, 0);
  const likely = new Map(stages.map(({ key, probability }) => [key, probability]));
  const worth = money(ctx, sums, ({ minor }) => minor);
  const expected = money(ctx, sums, ({ minor, stage }) => weighted(minor, likely.get(stage) ?? 0));
  return [String(count), worth, worth && ctx.t.pipeline.weighted(expected)].filter(Boolean).join(' · ');
}

function money(ctx: CommandContext, sums: readonly StageSum[], minorOf: (sum: StageSum) => string): string {
  const shown = moneyWords(ctx, sums, minorOf);
  if (isDrawable(shown)) return shown;
  const each = sums.filter(({ currency }) => currency !== null);
  return [...new Set(each.map(({ currency }) => currency!))]
    .map((currency) => {
      const minor = each
        .filter((sum) => sum.currency === currency)
        .reduce((all, sum) => all + BigInt(minorOf(sum)), 0n);
      return `${plainDecimal(String(minor), currency)} ${currency}`;
    })
    .join(' + ');
}
