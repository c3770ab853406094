import type { Texts } from '../../../../text/texts.ts';
import { percent } from '../../../campaigns/percent.ts';
import { REMOTE } from '../../../channel.ts';
import { sourceName } from '../../../people/source/source.ts';
import type { Item, Reply } from '../../../reply.ts';
import {
  type Converted,
  conversionBounds,
  conversionRate,
  convertedSince,
  ENOUGH,
} from '../../../sell/pipeline/conversion.ts';
import type { CommandContext } from '../../command.ts';

const YEAR_MS = 365 * 24 * 3_600_000;
/** What is shown of each list. */
const MOST_SHOWN = 12;

/** '/pipeline conversion': of the messages of the last year that were taken for leads, how many were won. */
export async function converted(ctx: CommandContext): Promise<Reply> {
  const { t, tx, now, settings } = ctx;
  const rows = await convertedSince(tx, new Date(now.getTime() - YEAR_MS), settings.timezone);
  const back = [[{ label: t.pipeline.board, command: '/pipeline', turns: true as const }]];
  if (rows.length === 0) return { title: t.conversion.title, text: t.conversion.none, buttons: back };
  const all = sumOf(rows);
  return {
    title: `${t.conversion.title} · ${t.conversion.share(all.won, all.count, rateWords(all))}`,
    text: `${t.conversion.intro} ${soundWords(t, all)}`,
    lists: [
      {
        title: t.conversion.bySource,
        items: grouped(t, rows, (row) => nameOf(t, row))
          .sort(byCount)
          .map(itemOf),
      },
      { title: t.conversion.byMonth, items: grouped(t, rows, ({ month }) => month).map(itemOf) },
    ],
    hint: t.conversion.meaning,
    buttons: back,
  };
}

interface Share {
  count: number;
  won: number;
  open: number;
}

const sumOf = (rows: readonly Share[]): Share =>
  rows.reduce(
    (sum, { count, won, open }) => ({ count: sum.count + count, won: sum.won + won, open: sum.open + open }),
    { count: 0, won: 0, open: 0 },
  );

interface Group extends Share {
  name: string;
  words: string;
}

const byCount = (one: Group, other: Group): number => other.count - one.count;

function grouped(t: Texts, rows: readonly Converted[], nameOf: (row: Converted) => string): Group[] {
  const groups = new Map<string, Converted[]>();
  for (const row of rows) groups.set(nameOf(row), [...(groups.get(nameOf(row)) ?? []), row]);
  return [...groups].slice(0, MOST_SHOWN).map(([name, of]) => {
    const sum = sumOf(of);
    const open = sum.open > 0 ? ` · ${t.conversion.open(sum.open)}` : '';
    return {
      name,
      ...sum,
      words: `${t.conversion.share(sum.won, sum.count, rateWords(sum))} · ${soundWords(t, sum)}${open}`,
    };
  });
}

const itemOf = ({ name, words }: Group): Item => ({ text: name, detail: words });

const rateWords = ({ won, count }: Share): string => percent(conversionRate(won, count) ?? 0, 100);

/** Its bounds, and how many are missing until they say much. */
function soundWords({ conversion }: Texts, { won, count }: Share): string {
  const { low, high } = conversionBounds(won, count)!;
  const bounds = conversion.sound(percent(low, 100), percent(high, 100));
  return count < ENOUGH ? `${bounds} (${conversion.tooFew(ENOUGH - count)})` : bounds;
}

function nameOf(t: Texts, { from, source }: Converted): string {
  if (from === 'unknown' || source === null) return t.conversion.unknown;
  if (from === 'said') return source;
  return from === 'link' || REMOTE.includes(source) ? sourceName(t, source) : t.channel(source);
}
