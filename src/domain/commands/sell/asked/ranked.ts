import { formatMoney } from '../../../../text/money/money.ts';
import type { PastSpan } from '../../../../text/when/past_span.ts';
import { nameOf } from '../../../people/name.ts';
import type { Item, Reply } from '../../../reply.ts';
import { bestBuyers, bestSold, busiestDays, type Ranked } from '../../../sell/ranking/ranking.ts';
import type { CommandContext } from '../../command.ts';
import { spanButtons, spanNamed } from '../../words/spans/span_words.ts';
import { dayShown } from '../pipeline/lead_card.ts';

export type Ranking = 'products' | 'customers' | 'days';
const MOST = 10;

/** What sold best, who bought most, or which days were busiest, of some days. */
export async function ranked(ctx: CommandContext, what: Ranking, span: PastSpan): Promise<Reply> {
  const { t } = ctx;
  const items = await RANKED[what](ctx, span);
  const title = t.asked.of(t.asked.ranked[what], spanNamed(ctx, span));
  const others = (['products', 'customers', 'days'] as const).filter((one) => one !== what);
  return {
    ...(items.length > 0 ? { title, lists: [{ items }] } : { text: t.asked.none(title) }),
    buttons: [
      spanButtons(ctx, `/takings ${what}`),
      others.map((one) => ({ label: t.asked.ranked[one], command: `/takings ${one}`, turns: true })),
    ],
  };
}

const RANKED: Record<Ranking, (ctx: CommandContext, span: PastSpan) => Promise<Item[]>> = {
  products: async (ctx, span) =>
    (await bestSold(ctx.tx, span, MOST)).map((row) => ({
      text: row.name,
      detail: [ctx.t.asked.pieces(row.count), money(ctx, row)].join(' · '),
    })),
  customers: async (ctx, span) =>
    (await bestBuyers(ctx.tx, span, MOST)).map((row) => ({
      text: nameOf({ id: row.contactId, name: row.name }),
      ref: `c${row.contactId}`,
      contactId: row.contactId,
      detail: ctx.t.card.bought(row.count, money(ctx, row)),
      buttons: [{ label: ctx.t.button.show, command: `/contact c${row.contactId}` }],
    })),
  days: async (ctx, span) =>
    (await busiestDays(ctx.tx, span, ctx.settings.timezone, MOST)).map((row) => ({
      text: dayShown(ctx, row.name),
      detail: ctx.t.card.bought(row.count, money(ctx, row)),
    })),
};

const money = ({ locale }: CommandContext, { minor, currency }: Ranked): string => formatMoney(minor, currency, locale);
