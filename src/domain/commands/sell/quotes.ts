import { formatMoney } from '../../../text/money/money.ts';
import { typedMeanings } from '../../../text/typed.ts';
import type { Item, Reply } from '../../reply.ts';
import { shownNumber } from '../../sell/quote/number.ts';
import { countQuotes, listQuotes, type Quote, type Standing, standingOf, todayOf } from '../../sell/quote/quote.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { paged } from '../paged.ts';
import { pickContact } from '../who/pick.ts';
import { queryPage } from '../words/words.ts';

const BY_WORD = typedMeanings<Standing>((typed) => typed.quoteStandings);

/** '/quotes', '/quotes accepted', '/报价单 李雷 已接受': those that were issued. */
export const quotes: Command<{ state: Standing | undefined; who: string; page: number }> = {
  name: 'quotes',
  role: 'viewer',
  saidAtOnce: 'shows',
  parse(words) {
    const { query, page } = queryPage(words);
    const [, who = '', last = ''] = /^(?:([\s\S]*)\s)?(\S*)$/u.exec(query) ?? [];
    const state = BY_WORD.get(last.toLowerCase());
    return { state, who: state ? who.trim() : query, page };
  },
  async run(ctx, { state, who, page }): Promise<Reply | Incomplete> {
    const today = todayOf(ctx.now, ctx.settings.timezone);
    const picked = who === '' ? undefined : await pickContact(ctx, who, (ref, rest) => `/quotes ${ref} ${rest}`);
    if (picked && 'ask' in picked) return picked.ask;
    // what stands behind somebody's name is no standing
    if (picked?.rest) return new Incomplete('quoteStanding', 'instead', picked.rest);
    const which = { state, today, contactId: picked?.contact.id };
    const line = ['/quotes', ...(picked ? [`c${picked.contact.id}`] : []), ...(state ? [state] : [])].join(' ');
    return paged(ctx, page, {
      title: state ? ctx.t.quoteCard.listOf(ctx.t.quoteCard.standing[state]) : ctx.t.quoteCard.list,
      empty: ctx.t.quoteCard.none,
      command: line,
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
