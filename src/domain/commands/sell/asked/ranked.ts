import { formatMoney } from '../../../../text/money/money.ts';
import { formatDay } from '../../../../text/when/format_when.ts';
import type { PastSpan } from '../../../../text/when/past_span.ts';
import { clockOf } from '../../../context.ts';
import { nameOf } from '../../../people/name.ts';
import type { Item, Reply } from '../../../reply.ts';
import { bestBuyers, bestSold, busiestDays, newcomers, type Ranked } from '../../../sell/ranking/ranking.ts';
import type { CommandContext } from '../../command.ts';
import { ofOtherDays, spanNamed } from '../../words/spans/span_words.ts';
import { dayShown } from '../pipeline/lead_card.ts';
import { soldDetail } from './sold.ts';

export const RANKINGS = ['products', 'customers', 'days', 'newcomers'] as const;
export type Ranking = (typeof RANKINGS)[number];
const MOST = 10;

/** What sold best, who bought most or came first, or which days were busiest, of some days. */
export async function ranked(ctx: CommandContext, what: Ranking, span: PastSpan): Promise<Reply> {
  const { t } = ctx;
  const { items, all, known } = await RANKED[what](ctx, span);
  const title = t.asked.of(t.asked.ranked[what], spanNamed(ctx, span));
  const { ofDays, row } = ofOtherDays(ctx, `/takings ${what}`);
  const fields = [
    ...(all ? [{ label: t.asked.total, value: String(all) }] : []),
    ...(known ? [{ label: t.asked.firstKnown, value: String(known) }] : []),
  ];
  const others = RANKINGS.filter((one) => one !== what);
  return {
    ...(items.length > 0 ? { title, lists: [{ items }] } : { text: t.asked.none(title) }),
    ...(fields.length > 0 && { fields }),
    ofDays,
    buttons: [row, others.map((one) => ({ label: t.asked.ranked[one], command: `/takings ${one}`, turns: true }))],
  };
}

/** The first of them; `all`: how many there are, where that is asked. */
interface Shown {
  items: Item[];
  all?: number;
  /** How many came to be known, whether they bought or not. */
  known?: number;
}

const RANKED: Record<Ranking, (ctx: CommandContext, span: PastSpan) => Promise<Shown>> = {
  products: async (ctx, span) => ({
    items: (await bestSold(ctx.tx, span, MOST)).map((row) => ({
      text: row.name,
      detail: soldDetail(ctx, row),
    })),
  }),
  customers: async (ctx, span) => ({
    items: (await bestBuyers(ctx.tx, span, MOST)).map((row) => ({
      text: nameOf({ id: row.contactId, name: row.name }),
      ref: `c${row.contactId}`,
      contactId: row.contactId,
      detail: ctx.t.card.bought(row.count, money(ctx, row)),
      buttons: [{ label: ctx.t.button.show, command: `/contact c${row.contactId}` }],
    })),
  }),
  newcomers: async (ctx, span) => {
    const { latest, count, known } = await newcomers(ctx.tx, span, MOST);
    const items = latest.map((row) => ({
      text: nameOf(row),
      ref: `c${row.id}`,
      contactId: row.id,
      detail: formatDay(row.at, clockOf(ctx, ctx.locale)),
      buttons: [{ label: ctx.t.button.show, command: `/contact c${row.id}` }],
    }));
    return { items, all: count, known };
  },
  days: async (ctx, span) => ({
    items: (await busiestDays(ctx.tx, span, ctx.settings.timezone, MOST)).map((row) => ({
      text: dayShown(ctx, row.name),
      detail: ctx.t.card.bought(row.count, money(ctx, row)),
    })),
  }),
};

const money = ({ locale }: CommandContext, { minor, currency }: Ranked): string => formatMoney(minor, currency, locale);
