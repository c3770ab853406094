import { phrasesIn } from '../../../text/sentence/phrases.ts';
import { typedWords } from '../../../text/typed.ts';
import { formatAge } from '../../../text/when/duration.ts';
import { fromWallTime, wallTime } from '../../../text/when/zone.ts';
import { orderState } from '../../desk/order_card.ts';
import { ordersOfTicket } from '../../desk/shop/order_tickets.ts';
import { snoozeButtons } from '../../desk/waiting_card.ts';
import { type Button, failed, type Item, type Reply } from '../../reply.ts';
import { tendClocks } from '../../serve/clock/tend.ts';
import { dueWords } from '../../serve/due_words.ts';
import { countTickets, listTickets, ticketsCounted, type Which } from '../../serve/list.ts';
import type { Ticket } from '../../serve/ticket.ts';
import { fateLines, saidBy } from '../../talk/said_by.ts';
import type { Command, CommandContext } from '../command.ts';
import { lineButton } from '../line_button.ts';
import { paged } from '../paged.ts';
import { lastDays, ofOtherDays, spanAmid, spanNamed } from '../words/spans/span_words.ts';
import { pageIn, queryPage } from '../words/words.ts';
import { causesShown } from './causes.ts';
import { orderButtons, resolveButton } from './ticket_card.ts';
import { KIND_WORDS, PRIORITY_WORDS, STATE_WORDS } from './ticket_read.ts';

const LATE = typedWords(({ late }) => late);
const ALL = typedWords(({ ticketFilter }) => ticketFilter.all);
const TODAY = typedWords(({ ticketFilter }) => ticketFilter.today);
const FRESH = typedWords(({ ticketFilter }) => ticketFilter.fresh);
const FIRST = typedWords(({ ticketFilter }) => ticketFilter.first);
const UNRESOLVED = typedWords(({ ticketFilter }) => ticketFilter.unresolved);
const FILLERS = typedWords(({ ticketFilter }) => ticketFilter.fillers);
const CAUSES = typedWords(({ causes }) => causes);
/** What is new without a time is of the last seven days. */
const FRESH_DAYS = 7;
/** Of more orders that a ticket names, the newest. */
const MOST_ORDERS = 2;

interface Args {
  page: number;
  /** What is to be listed, as it was typed. */
  words: string;
}

/** '/tickets', '/tickets 2', '/tickets urgent complaint', '/tickets late', '/tickets resolved', '/tickets causes', '/tickets cup', '/tickets returns last month' */
export const tickets: Command<Args> = {
  name: 'tickets',
  role: 'viewer',
  saidAtOnce: 'shows',
  parse(words) {
    if (/^\d{1,4}$/.test(words)) return { page: pageIn(words), words: '' };
    const { query, page } = queryPage(words);
    return { page, words: query };
  },
  async run(ctx, { page, words }) {
    if (CAUSES.has(words.toLowerCase())) return causesShown(ctx);
    await tendClocks(ctx);
    const { which, said, rest } = asked(ctx, words);
    const { ticketCard, ticket } = ctx.t;
    const what = rest || ctx.t.asked.tickets;
    const title = which.during ? ctx.t.asked.of(what, spanNamed(ctx, which.during)) : words;
    const isFirst = FIRST.has(words.toLowerCase());
    const shown = await paged(ctx, page, {
      title: isFirst ? ctx.t.asked.dueFirst : words ? (which.during ? title : ticketCard.listOf(words)) : ticket.list,
      empty: words && !isFirst ? ticketCard.noneSuch(title) : ticket.none,
      command: words ? `/tickets ${words} ›` : '/tickets',
      count: (most) => countTickets(ctx.tx, ctx.now, which, most),
      load: async (limit, offset) =>
        Promise.all(
          (await listTickets(ctx.tx, ctx.now, which, isFirst ? 1 : limit, offset)).map((row) => ticketItem(ctx, row)),
        ),
    });
    if (which.during) return inDays(ctx, which, rest, said, shown);
    if (shown.lists) return isFirst ? { ...shown, buttons: [[openList(ctx)]] } : shown;
    const nothing = (await nothingFound(ctx, which)) ?? shown;
    return words && !nothing.buttons ? { ...nothing, buttons: [[openList(ctx)]] } : nothing;
  },
};

const openList = ({ t }: CommandContext): Button => ({ label: t.ticket.list, command: '/tickets', turns: true });

/** How many came in those days and how many are still open; the same of other days is a tap away. */
async function inDays(ctx: CommandContext, which: Which, rest: string, said: string, shown: Reply): Promise<Reply> {
  const { t } = ctx;
  const { count, open } = await ticketsCounted(ctx.tx, ctx.now, which);
  const value = which.state ? String(count) : t.asked.stillOpen(count, open);
  const { ofDays, row } = ofOtherDays(ctx, `/tickets ${rest}`.trim());
  const nothing = shown.lists ? undefined : await nothingFound(ctx, which, said);
  return {
    ...(nothing ?? shown),
    ...(shown.lists && { fields: [{ label: t.asked.total, value }] }),
    ofDays,
    buttons: [...((nothing ?? shown).buttons ?? []), row, [openList(ctx)]],
  };
}

/** Which tickets are meant, and the words that say it beside the days on which they came: what is due today is no such. */
function asked(ctx: CommandContext, words: string): { which: Which; said: string; rest: string } {
  const isDue = phrasesIn(words).some((word) => TODAY.has(word.toLowerCase())) && !isFresh(words);
  const { span, said, rest } = isDue ? { span: undefined, said: '', rest: words } : spanAmid(ctx, words);
  const during = span ?? (isFresh(words) ? lastDays(ctx, FRESH_DAYS) : undefined);
  const left = phrasesIn(rest).filter((word) => !FRESH.has(word.toLowerCase()));
  const which = whichOf(ctx, left.join(' '));
  return { which: { ...which, ...(during && { during }) }, said, rest };
}

const isFresh = (words: string): boolean => phrasesIn(words).some((word) => FRESH.has(word.toLowerCase()));

/** Each word is a kind, a priority, a state or 'late', or else one that its title holds. */
function whichOf(ctx: CommandContext, typed: string): Which {
  const which: Which = {};
  const words: string[] = [];
  for (const word of phrasesIn(typed)) {
    const said = word.toLowerCase();
    const [kind, priority, state] = [KIND_WORDS.get(said), PRIORITY_WORDS.get(said), STATE_WORDS.get(said)];
    if (LATE.has(said)) which.late = true;
    else if (ALL.has(said)) which.all = true;
    else if (TODAY.has(said)) which.dueBefore = endOfToday(ctx);
    else if (UNRESOLVED.has(said)) which.unresolved = true;
    else if (FILLERS.has(said) || FIRST.has(said)) continue;
    else if (kind && !which.kind) which.kind = kind;
    else if (priority && !which.priority) which.priority = priority;
    else if (state && !which.state) which.state = state;
    else words.push(word);
  }
  return { ...which, ...(words.length > 0 && { words: words.join(' ') }) };
}

function endOfToday({ now, settings }: CommandContext): Date {
  const { day } = wallTime(now, settings.timezone);
  return fromWallTime({ day: day + 1, minutes: 0 }, settings.timezone);
}

/** Words that are no filter are looked for in titles and names: where none has them they are named, with what could be said. */
async function nothingFound(ctx: CommandContext, { words }: Which, said = ''): Promise<Reply | undefined> {
  if (!words) return undefined;
  const isThere = (await countTickets(ctx.tx, ctx.now, { words, all: true }, 1)) > 0;
  if (said && isThere) return undefined;
  const { ticketCard } = ctx.t;
  const line = `/tickets ${ctx.t.typed.ticketFilter.all[0]}`;
  return failed(isThere ? ticketCard.noneNow(words) : ticketCard.noTitleHas(words), {
    hint: ticketCard.filters,
    buttons: [[lineButton(ctx, isThere ? `${line} ${words}` : line)]],
  });
}

/** With the orders that it names: what is asked about them is a tap away. */
async function ticketItem(ctx: CommandContext, row: Ticket): Promise<Item> {
  const { t, locale } = ctx;
  const orders = (await ordersOfTicket(ctx.tx, row)).slice(0, MOST_ORDERS);
  const due = dueWords(ctx, t, locale, row);
  return {
    text: `${saidBy(t, { name: row.contactName, by: row.by })} · ${row.title}`,
    ref: `#${row.number}`,
    contactId: row.contactId,
    detail: [
      ...(due ? [due] : []),
      ...(row.priority === 'normal' ? [] : [t.ticketCard.priority[row.priority]]),
      t.ticketCard.kind[row.kind],
      t.ticket.state[row.state],
      formatAge(ctx.now.getTime() - row.createdAt.getTime(), locale),
      ...orders.map((one) => `${t.order.title(one.number)}: ${orderState(t, one, locale)}`),
      ...fateLines(t, row),
    ].join(' · '),
    buttons: [
      { label: t.ticketCard.button.show, command: `/ticket ${row.number}` },
      ...(row.state === 'resolved' ? [] : openButtons(ctx, row)),
      ...orderButtons(orders),
    ],
  };
}

const openButtons = ({ t }: CommandContext, row: Ticket): Button[] => [
  resolveButton(t, row),
  snoozeButtons(t, row.number)[1],
];
