import { snippet } from '../../../text/snippet.ts';
import type { Texts } from '../../../text/texts.ts';
import { formatAge } from '../../../text/when/duration.ts';
import { orderList, wholeWords } from '../../desk/order_card.ts';
import type { Button, Item } from '../../reply.ts';
import { failed, type Reply } from '../../reply.ts';
import { ordersNumbered } from '../../sell/order_number.ts';
import { fateLines, saidBy } from '../../talk/said_by.ts';
import { findSaid, hasWord, type Said } from '../../talk/search_words.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { paged } from '../paged.ts';
import { queryPage } from '../words/words.ts';

const SNIPPET_GRAPHEMES = 60;
const MAX_ORDERS = 5;

/** Who said it, when, and the words around it. */
export const search: Command<{ query: string; page: number }> = {
  name: 'search',
  saidAtOnce: 'shows',
  role: 'viewer',
  parse(words) {
    const { query, page } = queryPage(words);
    return hasWord(query) ? { query, page } : new Incomplete('word');
  },
  async run(ctx, { query, page }) {
    const reply = await paged(ctx, page, {
      title: ctx.t.search.found(query),
      empty: '',
      command: `/search ${query} ›`,
      count: async (most) => (await findSaid(ctx.tx, query, most)).length,
      load: async (limit, offset) =>
        (await findSaid(ctx.tx, query, limit, offset)).map((hit) => hitItem(ctx, hit, query)),
    });
    const orders = page === 1 ? await ordersNumbered(ctx.tx, query, MAX_ORDERS) : [];
    if (orders.length === 0) return reply.lists ? reply : nothingFound(ctx.t, query);
    const found = await orderList(ctx, ctx.t, ctx.locale, orders);
    const { text: _, ...said } = reply;
    return { ...said, title: reply.title ?? ctx.t.search.found(query), lists: [found, ...(reply.lists ?? [])] };
  },
};

const nothingFound = (t: Texts, query: string): Reply => ({
  ...failed(t.search.nothing(query)),
  buttons: [[{ label: t.search.findContact, command: `/find ${query}` }]],
});

function hitItem(ctx: CommandContext, hit: Said, query: string): Item {
  const { button, search: texts } = ctx.t;
  const whole: Button = { label: button.whole, command: `/message ${hit.id}` };
  if (hit.kind === 'order') return orderHit(ctx, hit, query);
  const isMessage = hit.kind !== 'ticket' && hit.kind !== 'lead';
  // a ticket and a lead may have one number
  const contact = isMessage ? button.contact : ctx.t.labelled(texts.kind[hit.kind], button.contact);
  return {
    text: `${texts.kind[hit.kind]} ${ctx.t.digest.waits(saidBy(ctx.t, { ...hit, name: hit.name || `c${hit.contactId}` }), snippet(hit.text, query, SNIPPET_GRAPHEMES))}`,
    detail: [formatAge(ctx.now.getTime() - hit.at.getTime(), ctx.locale), ...fateLines(ctx.t, hit)].join(' · '),
    ref: isMessage ? `m${hit.id}` : `#${hit.number ?? hit.id}`,
    buttons: [{ label: contact, command: `/contact c${hit.contactId}` }, ...(isMessage ? [whole] : [])],
  };
}

/** The order's own card shows all that was written with it. */
function orderHit(ctx: CommandContext, { id, number, name, contactId, text, at }: Said, query: string): Item {
  const { button, search: texts } = ctx.t;
  const whose = [number, name || (contactId && `c${contactId}`)].filter(Boolean).join(' · ');
  return {
    text: `${texts.kind.order} ${ctx.t.digest.waits(whose, snippet(text, query, SNIPPET_GRAPHEMES))}`,
    detail: formatAge(ctx.now.getTime() - at.getTime(), ctx.locale),
    buttons: [
      wholeWords(ctx.t, { id }),
      ...(contactId ? [{ label: button.contact, command: `/contact c${contactId}` }] : []),
    ],
  };
}
