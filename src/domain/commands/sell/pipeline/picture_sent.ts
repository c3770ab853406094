import { isoDay, wallTime } from '../../../../text/when/zone.ts';
import type { Reply } from '../../../reply.ts';
import type { Lead } from '../../../sell/lead.ts';
import {
  boardLeads,
  type Looked,
  type StageSum,
  type StaleBefore,
  sumsOf,
  weighted,
} from '../../../sell/pipeline/board.ts';
import { boardPicture as draw, type PictureStage, type SumLine } from '../../../sell/pipeline/picture.ts';
import { type Stage, stageLabel } from '../../../sell/pipeline/stage.ts';
import type { CommandContext } from '../../command.ts';
import { drawable, wholeMoney } from './drawn.ts';
import { monthOf } from './month.ts';

/** Of each stage so many leads are named; of many stages one. */
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
    const limit = open.length > MANY_STAGES ? 1 : PER_STAGE;
    const leads =
      of.length === 0 ? [] : await boardLeads(tx, { ...looked, stage: stage.key }, before, { order: 'amount', limit });
    const stale = of.reduce((all, one) => all + one.stale, 0);
    drawn.push({
      name: drawable([stageLabel(t, stage)], `#${stage.key}`),
      share: barOf(sums, stage.key, currency) / longest,
      likely: stage.probability / 100,
      ...figuresOf(ctx, of, [stage]),
      stale: stale > 0 ? `${stale} ${t.pipeline.stale}` : '',
      leads: leads.map((lead) => leadLine(ctx, lead)),
    });
  }
  const month = await sumsOf(tx, { ...looked, expected: monthOf(now, settings.timezone) }, before);
  const day = isoDay(wallTime(now, settings.timezone).day);
  const bytes = draw({
    title: `${t.pipeline.board} · ${day}`,
    lines: [
      ...linesOf(ctx, t.pipeline.total, sums, stages),
      ...(month.length > 0 ? linesOf(ctx, t.pipeline.expectedThisMonth, month, stages) : []),
    ],
    stages: drawn,
  });
  const ref = await ctx.keepFile(bytes);
  const name = `${t.pipeline.fileName}-${day}.png`;
  return {
    text: t.pipeline.pictureOf,
    attachments: [{ kind: 'photo', name, type: 'image/png', bytes: bytes.length, ref }],
  };
}

const leadLine = (ctx: CommandContext, { id, contactName, title, amountMinor, currency }: Lead) => ({
  words: drawable([contactName, title], `#${id}`),
  amount: amountMinor === null ? '' : wholeMoney(ctx, BigInt(amountMinor), currency!),
});

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

const linesOf = (
  ctx: CommandContext,
  words: string,
  sums: readonly StageSum[],
  stages: readonly Stage[],
): SumLine[] => {
  const { worth, weighted: likely } = figuresOf(ctx, sums, stages);
  const first = { ...worth, words: `${words}: ${worth.words}` };
  return likely.sums.length > 0 ? [first, likely] : [first];
};

/** How many, what they come to, and what of that is likely, each currency by itself. */
function figuresOf(ctx: CommandContext, sums: readonly StageSum[], stages: readonly Stage[]) {
  const count = sums.reduce((all, one) => all + one.count, 0);
  const likely = new Map(stages.map(({ key, probability }) => [key, probability]));
  const worth = moneys(ctx, sums, ({ minor }) => minor);
  const expected = moneys(ctx, sums, ({ minor, stage }) => weighted(minor, likely.get(stage) ?? 0));
  return {
    worth: { words: worth.length > 0 ? `${count} ·` : String(count), sums: worth },
    weighted: { words: ctx.t.pipeline.weighted('').trim(), sums: expected },
  };
}

function moneys(ctx: CommandContext, sums: readonly StageSum[], minorOf: (sum: StageSum) => string): string[] {
  const totals = new Map<string, bigint>();
  for (const sum of sums)
    if (sum.currency !== null) totals.set(sum.currency, (totals.get(sum.currency) ?? 0n) + BigInt(minorOf(sum)));
  return [...totals].map(([currency, minor]) => wholeMoney(ctx, minor, currency));
}
