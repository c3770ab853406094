import { addMonths, dateOf, isoDay, wallTime } from '../../../../text/when/zone.ts';
import type { Attachment } from '../../../attachment.ts';
import type { Forecast, Foreseen } from '../../../sell/forecast/forecast.ts';
import { type Kept, lastForecasts, wonInMonths } from '../../../sell/forecast/kept.ts';
import type { forecastNow } from '../../../sell/forecast/now.ts';
import { forecastPicture as draw, type PictureMonth, type PicturePanel } from '../../../sell/forecast/picture.ts';
import type { CommandContext } from '../../command.ts';
import { drawable, wholeMoney, wholeUnit } from './drawn.ts';

const PAST = 6;
/** Of more than these only the names are said. */
const MOST_PANELS = 3;
const DAY_MS = 86_400_000;

/** The months ahead beside those before, as a picture; undefined: there is nothing to draw. */
export async function forecastPicture(
  ctx: CommandContext,
  { months, forecast }: Awaited<ReturnType<typeof forecastNow>>,
): Promise<Attachment | undefined> {
  const { t, tx, now, settings } = ctx;
  const today = months[0]!.first;
  const past = Array.from({ length: PAST }, (_, nth) => isoDay(addMonths(dayIn(today), nth - PAST)));
  const [kept, won] = await Promise.all([
    lastForecasts(tx, today, settings.timezone, PAST * MOST_PANELS),
    wonInMonths(tx, past[0]!, today, settings.timezone),
  ]);
  const currencies = currenciesOf(forecast, kept, won);
  if (currencies.length === 0) return undefined;
  const shown = currencies.slice(0, MOST_PANELS);
  const panels = shown.map(
    (currency): PicturePanel => ({
      name: currencies.length > 1 ? currency : '',
      months: [
        ...monthsBefore(ctx, past, currency, { kept, won }),
        ...monthsAhead(
          ctx,
          months,
          forecast.currencies.find((one) => one.currency === currency),
        ),
      ],
      sumAt: (minor) => money(ctx, minor, currency),
      unit: Number(wholeUnit(currency)),
    }),
  );
  const day = isoDay(wallTime(now, settings.timezone).day);
  const bytes = draw({
    title: `${t.forecast.chart.title} · ${day}`,
    lines: [
      forecast.learned ? t.forecast.chart.learned(forecast.closed) : t.forecast.chart.weighted,
      ...(currencies.length > MOST_PANELS ? [t.forecast.chart.without(currencies.slice(MOST_PANELS).join(' · '))] : []),
    ],
    panels,
    legend: { ...t.forecast.chart.legend, ...(forecast.learned && { foreseen: t.forecast.chart.between }) },
  });
  const ref = await ctx.keepFile(bytes);
  return {
    ...{ kind: 'photo', name: `${t.forecast.chart.fileName}-${day}.png`, type: 'image/png' },
    ...{ bytes: bytes.length, ref },
  };
}

type Won = Awaited<ReturnType<typeof wonInMonths>>;

const dayIn = (iso: string): number => Date.parse(iso) / DAY_MS;

/** Those of open leads, the one with the most first, before those that only came. */
const currenciesOf = ({ currencies }: Forecast, kept: readonly Kept[], won: Won): string[] => [
  ...new Set([...currencies, ...kept, ...won].map(({ currency }) => currency)),
];

const money = (ctx: CommandContext, minor: number, currency: string): string =>
  wholeMoney(ctx, BigInt(Math.round(minor)), currency);

/** From the first of which anything is known. */
function monthsBefore(
  ctx: CommandContext,
  past: readonly string[],
  currency: string,
  { kept, won }: { kept: readonly Kept[]; won: Won },
): PictureMonth[] {
  const { t } = ctx;
  const of = (minor: number) => money(ctx, minor, currency);
  const months = past.map((month) => {
    const was = kept.find((one) => one.month === month && one.currency === currency);
    const came = Number(won.find((one) => one.month === month && one.currency === currency)?.minor ?? 0);
    return { month, was, came };
  });
  const first = months.findIndex(({ was, came }) => was !== undefined || came > 0);
  return (first < 0 ? [] : months.slice(first)).map(({ month, was, came }) => {
    const fresh = was ? Math.min(came, Number(was.cameNew)) : 0;
    const foreseen = was && foreseenThen(was);
    const words = foreseen ? t.forecast.was(spanWords(ctx, foreseen, of), of(came)) : t.forecast.chart.came(of(came));
    return { ...namesOf(ctx, month), ...(foreseen && { foreseen }), came: { known: came - fresh, fresh }, sums: words };
  });
}

const foreseenThen = ({ p10, p50, p90 }: Kept): NonNullable<PictureMonth['foreseen']> =>
  p10 === null || p90 === null ? { sum: Number(p50) } : { low: Number(p10), middle: Number(p50), high: Number(p90) };

function monthsAhead(
  ctx: CommandContext,
  months: readonly { first: string }[],
  one: Foreseen | undefined,
): PictureMonth[] {
  if (!one) return [];
  const of = (minor: number) => money(ctx, minor, one.currency);
  return one.months.map(({ range, weighted }, nth) => {
    const foreseen = range ? { low: range.p10, middle: range.p50, high: range.p90 } : { sum: weighted };
    return { ...namesOf(ctx, months[nth]!.first, nth === 0), foreseen, sums: spanWords(ctx, foreseen, of) };
  });
}

function spanWords(
  { t }: CommandContext,
  foreseen: NonNullable<PictureMonth['foreseen']>,
  of: (minor: number) => string,
): string {
  if ('sum' in foreseen) return of(foreseen.sum);
  const [low, high] = [of(foreseen.low), of(foreseen.high)];
  return low === high ? low : t.forecast.span(low, high);
}

function namesOf({ t }: CommandContext, first: string, isRest = false): Pick<PictureMonth, 'short' | 'name'> {
  const { month } = dateOf(dayIn(first));
  const name = t.forecast.months[month - 1]!;
  return { short: t.forecast.chart.short(name), name: drawable([isRest ? t.forecast.restOf(name) : name], first) };
}
