import { formatMoney } from '../../../../text/money/money.ts';
import { isoDay, wallTime } from '../../../../text/when/zone.ts';
import type { Button, Field, Item, List, Reply } from '../../../reply.ts';
import type { Lead } from '../../../sell/lead.ts';
import {
  boardLeads,
  type Looked,
  type Order,
  type StageSum,
  type StaleBefore,
  sumsOf,
  weighted,
} from '../../../sell/pipeline/board.ts';
import { neighbours, type Stage, stageLabel } from '../../../sell/pipeline/stage.ts';
import { fateLines } from '../../../talk/said_by.ts';
import type { CommandContext } from '../../command.ts';
import { stepWords } from '../follow/step_shown.ts';
import { lineOf } from '../lead.ts';
import { dayShown } from './lead_card.ts';
import { monthOf } from './month.ts';
import { rowsOf } from './stages.ts';

const DAY_MS = 24 * 3_600_000;
/** Of each stage so many leads stand on the board; fewer where there are many stages. */
const PER_STAGE = 3;
const MANY_STAGES = 8;

/** Every stage with what is in it, what that comes to, and its first leads. */
export async function boardReply(
  ctx: CommandContext,
  stages: readonly Stage[],
  before: StaleBefore,
  { looked, order, said, command }: { looked: Looked; order: Order; said: readonly string[]; command: string },
): Promise<Reply> {
  const { t, tx } = ctx;
  const sums = await sumsOf(tx, looked, before);
  if (sums.length === 0)
    return {
      text: said.length > 0 ? t.pipeline.noneFor(said.join(' · ')) : t.pipeline.none,
      buttons: [more(ctx, command)],
    };
  const shown = stages.filter(({ ends }) => ends === null);
  const per = shown.length > MANY_STAGES ? 1 : PER_STAGE;
  const lists: List[] = [];
  for (const stage of shown) {
    const of = sums.filter((sum) => sum.stage === stage.key);
    if (of.length === 0 && said.length > 0) continue;
    const items: Item[] = [];
    if (of.length > 0)
      for (const lead of await boardLeads(tx, { ...looked, stage: stage.key }, before, { order, limit: per }))
        items.push(leadItem(ctx, lead, stages, before));
    const rest = countOf(of) - items.length;
    lists.push({
      title: `${stageLabel(t, stage)} · ${sumWords(ctx, of, [stage])}`,
      items: [...items, ...(rest > 0 ? [{ text: t.digest.more(rest) }] : [])],
    });
  }
  const month = await sumsOf(tx, { ...looked, expected: monthOf(ctx.now, ctx.settings.timezone) }, before);
  const fields: Field[] = [
    { label: t.pipeline.total, value: sumWords(ctx, sums, stages) },
    ...(month.length > 0 ? [{ label: t.pipeline.expectedThisMonth, value: sumWords(ctx, month, stages) }] : []),
  ];
  const pages = shown
    .filter(({ key }) => sums.some(({ stage }) => stage === key))
    .map(
      (stage): Button => ({
        label: `${stageLabel(t, stage)} (${countOf(sums.filter((sum) => sum.stage === stage.key))})`,
        command: `/pipeline ${stage.key}`,
        turns: true,
      }),
    );
  return {
    title: said.length > 0 ? t.pipeline.filtered(said.join(' · ')) : t.pipeline.board,
    fields,
    lists,
    // what is filtered goes on as a list: a stage alone would forget the filter
    buttons: [
      ...(said.length > 0
        ? [[{ label: t.pipeline.more, command: `/pipeline ${command} › 1`, turns: true as const }]]
        : rowsOf(pages)),
      more(ctx, command),
    ],
  };
}

function more({ t }: CommandContext, command: string): Button[] {
  return [
    { label: t.pipeline.picture, command: `/pipeline ${command} ${t.typed.board.picture[0]!}`.replace(/\s+/gu, ' ') },
    { label: t.pipeline.staleOnly, command: '/pipeline stale › 1', turns: true },
    { label: t.pipeline.reasons, command: '/pipeline lost', turns: true },
    { label: t.pipeline.conversion, command: '/pipeline conversion', turns: true },
    { label: t.pipeline.stages, command: '/stages', turns: true },
  ];
}

const countOf = (sums: readonly StageSum[]): number => sums.reduce((all, { count }) => all + count, 0);

/** '12 · ¥3,000 + $500 · weighted ¥1,800 + $300 · ⚠️ 2 stale'. Each stage's part is rounded, so the parts add up to the sum. */
function sumWords(ctx: CommandContext, sums: readonly StageSum[], stages: readonly Stage[]): string {
  const { t } = ctx;
  const count = countOf(sums);
  const stale = sums.reduce((all, one) => all + one.stale, 0);
  const worth = moneyWords(ctx, sums, ({ minor }) => minor);
  const likely = new Map(stages.map(({ key, probability }) => [key, probability]));
  const expected = moneyWords(ctx, sums, ({ minor, stage }) => weighted(minor, likely.get(stage) ?? 0));
  return [String(count), worth, worth && t.pipeline.weighted(expected), stale > 0 && `⚠️ ${stale} ${t.pipeline.stale}`]
    .filter(Boolean)
    .join(' · ');
}

/** The sums of each currency; '' where none has an amount. */
function moneyWords({ locale }: CommandContext, sums: readonly StageSum[], minorOf: (sum: StageSum) => string): string {
  const totals = new Map<string, bigint>();
  for (const sum of sums)
    if (sum.currency !== null) totals.set(sum.currency, (totals.get(sum.currency) ?? 0n) + BigInt(minorOf(sum)));
  return [...totals].map(([currency, minor]) => formatMoney(String(minor), currency, locale)).join(' + ');
}

/** A lead on the board: what it is, how long it is there, what presses, and where it may go next. */
export function leadItem(ctx: CommandContext, lead: Lead, stages: readonly Stage[], before: StaleBefore): Item {
  const { t, now, settings } = ctx;
  const days = (since: Date) => Math.max(0, Math.floor((now.getTime() - since.getTime()) / DAY_MS));
  const limit = before.get(lead.stage);
  const isOpen = lead.stage !== 'won' && lead.stage !== 'lost';
  const { after } = neighbours(stages, lead.stage);
  const today = isoDay(wallTime(now, settings.timezone).day);
  const expected = lead.expectedOn && isOpen ? lead.expectedOn : undefined;
  const detail = [
    lead.product,
    t.pipeline.inStage(days(lead.stageAt)),
    isOpen && limit && lead.activeAt < limit && t.pipeline.staleFor(days(lead.activeAt)),
    expected &&
      (expected < today ? t.pipeline.overdue(dayShown(ctx, expected)) : t.pipeline.expected(dayShown(ctx, expected))),
    lead.step && `${t.leadCard.nextStep}: ${stepWords(ctx, lead.step)}`,
    ...fateLines(t, lead),
  ];
  return {
    text: lineOf(ctx, lead),
    ref: `#${lead.id}`,
    contactId: lead.contactId,
    detail: detail.filter(Boolean).join(' · '),
    buttons: [
      ...(after ? [{ label: `→ ${stageLabel(t, after)}`, command: `/move ${lead.id} ${after.key}` }] : []),
      { label: t.button.show, command: `/lead ${lead.id}` },
    ],
  };
}
