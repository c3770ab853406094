import { formatMoney } from '../../../../text/money/money.ts';
import type { PastSpan } from '../../../../text/when/past_span.ts';
import type { Button, Reply } from '../../../reply.ts';
import { bestSold } from '../../../sell/ranking/ranking.ts';
import type { CommandContext } from '../../command.ts';
import { singularsOf } from '../../people/article_meant.ts';
import { ofOtherDays, spanNamed } from '../../words/spans/span_words.ts';

/** So many kinds are shown, and so many counted. */
const MOST = 10;
const MOST_COUNTED = 1000;
const DAY_MS = 24 * 3_600_000;

/** How many, for how much, and how much of that nobody has paid in full. */
export function soldDetail(
  { t, locale }: CommandContext,
  { count, minor, openMinor, currency }: Awaited<ReturnType<typeof bestSold>>[number],
): string {
  const open = openMinor === '0' ? [] : [t.asked.notPaidYet(formatMoney(openMinor, currency, locale))];
  return [t.asked.pieces(count), formatMoney(minor, currency, locale), ...open].join(' · ');
}

/** How many of an article were sold and for how much, ever or in some days; each kind of it by itself, with what they come to. */
export async function soldOf(ctx: CommandContext, article: string, span: PastSpan | undefined): Promise<Reply> {
  const { t, tx, now } = ctx;
  const title = span ? t.asked.of(article, spanNamed(ctx, span)) : article;
  const { ofDays, row } = ofOtherDays(ctx, `/takings products ${article}`);
  const others: Button[] = [
    { label: t.asked.ranked.products, command: '/takings products', turns: true },
    { label: t.asked.orders, command: `/orders ${article}` },
  ];
  for (const word of singularsOf(article)) {
    const sold = await bestSold(
      tx,
      span ?? { from: new Date(0), until: new Date(now.getTime() + DAY_MS) },
      MOST_COUNTED,
      word,
    );
    if (sold.length === 0) continue;
    const items = sold.slice(0, MOST).map((one) => ({
      text: one.name,
      detail: soldDetail(ctx, one),
    }));
    const all = sold.reduce((sum, { count }) => sum + count, 0);
    const total = { label: t.asked.total, value: t.asked.pieces(all) };
    return {
      ...{ title, lists: [{ items }], ofDays, buttons: [row, others] },
      ...(items.length > 1 && { fields: [total] }),
      ...(sold.length > MOST && { hint: t.digest.more(sold.length - MOST) }),
    };
  }
  return { text: t.asked.none(title), ofDays, buttons: [row, others] };
}
