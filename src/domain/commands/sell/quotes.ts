import { formatMoney } from '../../../text/money/money.ts';
import { typedMeanings } from '../../../text/typed.ts';
import type { Item, Reply } from '../../reply.ts';
import { shownNumber } from '../../sell/quote/number.ts';
import { countQuotes, listQuotes, type Quote, type Standing, standingOf, todayOf } from '../../sell/quote/quote.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { paged } from '../paged.ts';
import { queryPage } from '../words/words.ts';

const BY_WORD = typedMeanings<Standing>((typed) => typed.quoteStandings);

/** '/quotes', '/quotes accepted', '/报价单 已接受': those that were issued. */
export const quotes: Command<{ state: Standing | undefined; page: number }> = {
  name: 'quotes',
  role: 'viewer',
  saidAtOnce: 'shows',
  parse(words) {
    const { query, page } = queryPage(words);
    const state = BY_WORD.get(query.toLowerCase());
    return query === '' || state ? { state, page } : new Incomplete('quoteStanding', 'instead', query);
  },
  async run(ctx, { state, page }): Promise<Reply> {
    const today = todayOf(ctx.now, ctx.settings.timezone);
    const which = { state, today };
    return paged(ctx, page, {
      title: state ? ctx.t.quoteCard.listOf(ctx.t.quoteCard.standing[state]) : ctx.t.quoteCard.list,
      empty: ctx.t.quoteCard.none,
      command: state ? `/quotes ${state}` : '/quotes',
      count: (most) => countQuotes(ctx.tx, which, most),
      load: async (limit, offset) =>
        (await listQuotes(ctx.tx, which, limit, offset)).map((one) => item(ctx, one, today)),
    });
  },
};

function item({ t, locale }: CommandContext, quote: Quote, today: string): Item {
  const number = shownNumber(quote);
  const standing = standingOf(quote, today);
  const opened = standing === 'sent' && quote.openedAt ? [t.quoteCard.opened] : [];
  return {
    text: `${quote.contactName} · ${quote.leadTitle}`,
    ref: number,
    contactId: quote.contactId,
    detail: [formatMoney(quote.totalMinor, quote.currency, locale), t.quoteCard.standing[standing], ...opened].join(
      ' · ',
    ),
    buttons: [{ label: t.button.show, command: `/quote ${number}` }],
  };
}
