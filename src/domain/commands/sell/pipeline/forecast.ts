import { formatMoney } from '../../../../text/money/money.ts';
import { typedWords } from '../../../../text/typed.ts';
import { isoDay, wallTime } from '../../../../text/when/zone.ts';
import { percent } from '../../../campaigns/percent.ts';
import type { Item, List } from '../../../reply.ts';
import type { Forecast, Foreseen, Part } from '../../../sell/forecast/forecast.ts';
import { type Kept, lastForecasts, pipelineOn } from '../../../sell/forecast/kept.ts';
import { CLOSED_NEEDED } from '../../../sell/forecast/learned.ts';
import { forecastNow } from '../../../sell/forecast/now.ts';
import { loadStages, type Stage, stageLabel } from '../../../sell/pipeline/stage.ts';
import type { Command, CommandContext } from '../../command.ts';
import { forecastPicture } from './forecast_picture.ts';

/** Of the leads that bring most, and of the months that are over. */
const MOST_PARTS = 6;
const MOST_KEPT = 6;
const MONTH_DAYS = 30;

const PICTURE = typedWords(({ board }) => board.picture);

/** '/forecast': what the open leads may bring in the months ahead; '/forecast picture' draws it. */
export const forecast: Command<{ isPicture: boolean }> = {
  name: 'forecast',
  role: 'viewer',
  saidAtOnce: 'shows',
  unread: (words) => (PICTURE.has(words.toLowerCase()) ? '' : words),
  parse: (words) => ({ isPicture: PICTURE.has(words.toLowerCase()) }),
  async run(ctx, { isPicture }) {
    const { t, tx } = ctx;
    const now = await forecastNow(ctx);
    const { months, forecast: seen } = now;
    if (isPicture) {
      const drawn = await forecastPicture(ctx, now);
      return drawn ? { text: t.forecast.pictureOf, attachments: [drawn] } : { text: t.forecast.nothingToDraw };
    }
    const firsts = months.map(({ first }) => first);
    const kept = await lastForecasts(tx, firsts[0]!, ctx.settings.timezone, MOST_KEPT);
    const past = keptList(ctx, kept);
    const board = [
      [
        { label: t.forecast.picture, command: `/forecast ${t.typed.board.picture[0]!}` },
        { label: t.pipeline.board, command: '/pipeline', turns: true as const },
      ],
    ];
    if (seen.currencies.length === 0)
      return { title: t.forecast.title, text: noneWords(ctx, seen), lists: past, buttons: board };
    const stages = await loadStages(tx, { all: true });
    return {
      title: t.forecast.title,
      text: [howWords(ctx, seen), ...leftOut(ctx, seen)].join('\n'),
      lists: [
        ...seen.currencies.map((one) => ahead(ctx, one, firsts, seen.currencies.length > 1)),
        await backThen(ctx, seen),
        { title: t.forecast.parts, items: seen.parts.slice(0, MOST_PARTS).map((part) => partItem(ctx, part, stages)) },
        ...past,
      ].filter(({ items }) => items.length > 0),
      hint: seen.learned ? t.forecast.meaning : t.forecast.meaningWeighted,
      buttons: board,
    };
  },
};

const noneWords = ({ t }: CommandContext, { withoutAmount }: Forecast): string =>
  withoutAmount > 0 ? t.forecast.noneWorth(withoutAmount) : t.pipeline.none;

const howWords = ({ t }: CommandContext, { learned, closed }: Forecast): string =>
  learned ? t.forecast.learned(closed) : t.forecast.weighted(CLOSED_NEEDED, closed);

const leftOut = ({ t }: CommandContext, { learned, withoutAmount, withoutDay }: Forecast): string[] => [
  ...(withoutAmount > 0 ? [t.forecast.withoutAmount(withoutAmount)] : []),
  ...(!learned && withoutDay > 0 ? [t.forecast.withoutDay(withoutDay)] : []),
];

/** The months, and all of them together. */
function ahead(ctx: CommandContext, one: Foreseen, months: readonly string[], several: boolean): List {
  const { t } = ctx;
  const item = (text: string, sum: Foreseen['total']): Item => ({ text, detail: sumWords(ctx, one.currency, sum) });
  const undated: Item[] =
    one.undated > 0 && !one.total.range
      ? [{ text: t.forecast.undated, detail: money(ctx, one.undated, one.currency) }]
      : [];
  const later: Item[] =
    one.later > 0 ? [{ text: t.forecast.later(months.length), detail: money(ctx, one.later, one.currency) }] : [];
  const first = (month: string) => [
    t.forecast.restOf(month),
    ...(one.overdue > 0 ? [t.forecast.overdue(one.overdue)] : []),
  ];
  return {
    title: several ? `${t.forecast.ahead} · ${one.currency}` : t.forecast.ahead,
    items: [
      ...one.months.map((sum, nth) =>
        item(nth === 0 ? first(monthName(ctx, months[nth]!)).join(' · ') : monthName(ctx, months[nth]!), sum),
      ),
      item(t.forecast.together(months.length), one.total),
      ...later,
      ...undated,
    ],
  };
}

/** @param first its first day, ISO 8601. */
const monthName = ({ t }: CommandContext, first: string): string => t.forecast.months[Number(first.slice(5, 7)) - 1]!;

/** '¥8,000 – ¥15,000, as likely above ¥11,000 as below · by stages ¥12,000'. */
function sumWords(ctx: CommandContext, currency: string, { range, weighted }: Foreseen['total']): string {
  const { t } = ctx;
  const of = (minor: number) => money(ctx, minor, currency);
  if (!range) return of(weighted);
  return [t.forecast.range(of(range.p10), of(range.p50), of(range.p90)), t.forecast.byStages(of(weighted))].join(' · ');
}

const money = ({ locale }: CommandContext, minor: number, currency: string): string =>
  formatMoney(String(Math.round(minor)), currency, locale);

/** What is open now, beside what was a month ago. */
async function backThen(ctx: CommandContext, { currencies }: Forecast): Promise<List> {
  const { t, tx, now, settings } = ctx;
  const day = isoDay(wallTime(now, settings.timezone).day - MONTH_DAYS);
  const before = await pipelineOn(tx, day);
  const items = before
    .filter(({ currency }) => currencies.some((one) => one.currency === currency))
    .map(({ currency, minor }) => ({ text: t.forecast.monthAgo, detail: money(ctx, Number(minor), currency) }));
  return { title: t.forecast.open, items };
}

function partItem(ctx: CommandContext, { lead, chance, minor }: Part, stages: readonly Stage[]): Item {
  const { t } = ctx;
  const stage = stages.find(({ key }) => key === lead.stage);
  const share = percent(Math.round(chance * 1000), 1000);
  return {
    text: [lead.contactName || `c${lead.contactId}`, lead.title].join(' · '),
    ref: `#${lead.id}`,
    contactId: lead.contactId,
    detail: [
      stage && stageLabel(t, stage),
      t.forecast.brings(share, money(ctx, lead.minor ?? 0, lead.currency!), money(ctx, minor, lead.currency!)),
    ]
      .filter(Boolean)
      .join(' · '),
    buttons: [{ label: t.button.show, command: `/lead ${lead.id}` }],
  };
}

/** What was foreseen of the months that are over, beside what came. */
function keptList(ctx: CommandContext, kept: readonly Kept[]): List[] {
  const { t } = ctx;
  if (kept.length === 0) return [];
  const items = kept.map(({ month, currency, p10, p50, p90, came, cameNew }) => {
    const of = (minor: string) => formatMoney(minor, currency, ctx.locale);
    const isInside = p10 !== null && p90 !== null && BigInt(came) >= BigInt(p10) && BigInt(came) <= BigInt(p90);
    const foreseen = p10 === null || p90 === null ? of(p50) : t.forecast.span(of(p10), of(p90));
    return {
      text: monthName(ctx, month),
      detail: [
        t.forecast.was(foreseen, `${of(came)}${isInside ? ' ✓' : ''}`),
        ...(cameNew === '0' ? [] : [t.forecast.andNew(of(cameNew))]),
      ].join(' · '),
    };
  });
  return [{ title: t.forecast.past, items }];
}
