import { truncate } from '../../../text/truncate.ts';
import { toDecide } from '../../desk/digest.ts';
import { answeredButton, snoozeButtons, waitingCard } from '../../desk/waiting_card.ts';
import { waitedForAll } from '../../owner/away.ts';
import { type Button, failed, type Item, type Reply } from '../../reply.ts';
import { awaitCustomer } from '../../serve/ticket.ts';
import { type Conversation, loadConversation } from '../../talk/conversation.ts';
import { fateLines, saidBy, wordsOrFiles } from '../../talk/said_by.ts';
import { seenUpTo } from '../../talk/unseen.ts';
import { besideWaiting, countWaiting, endWaiting, listWaiting, type Waiting } from '../../talk/waiting.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { paged } from '../paged.ts';
import { pickConversation } from '../who/pick_conversation.ts';
import { besideSpan, spanAmid } from '../words/spans/span_words.ts';
import { behindOne, explicitConversation, pageIn, queryPage } from '../words/words.ts';
import { receivedShown } from './received/received_shown.ts';

/** More neighbours than this are reached page by page. */
const MAX_LINE = 500;

interface Args {
  page: number;
  /** Days of which all that came is asked for, as they were typed. */
  days: string;
  conversationId: string | undefined;
}

/** '/inbox' lists who waits, longest first; '/inbox today' all who wrote; '/inbox v12' shows one, to be answered there, and who is next. */
export const inbox: Command<Args> = {
  name: 'inbox',
  role: 'viewer',
  saidAtOnce: 'shows',
  unread: (words) => (saysDays(words) ? '' : behindOne(/^(?:v\d{1,18}|\d{1,4})$/i)(words)),
  parse(words) {
    if (saysDays(words))
      return { page: queryPage(words).page, days: queryPage(words).query, conversationId: undefined };
    return { page: pageIn(words), days: '', conversationId: explicitConversation(words.trim()) };
  },
  async run(ctx, { page, days, conversationId }) {
    const { span, said } = days === '' ? { span: undefined, said: '' } : spanAmid(ctx, days);
    if (span) return receivedShown(ctx, span, said, page);
    const conversation = conversationId && (await loadConversation(ctx.tx, conversationId));
    if (conversation) return oneOf(ctx, conversation);
    const waiting = await paged(ctx, page, {
      title: ctx.t.inbox.list,
      empty: ctx.t.inbox.none,
      command: '/inbox',
      count: (most) => countWaiting(ctx.tx, ctx.now, most),
      load: async (limit, offset) => {
        const rows = await listWaiting(ctx.tx, ctx.now, limit, offset);
        const waited = await waitedForAll(
          ctx,
          rows.map(({ since }) => since),
          ctx.locale,
        );
        return rows.map((row, nth) => waitingItem(ctx, row, waited[nth]!));
      },
    });
    return page === 1 ? withUndecided(ctx, waiting) : waiting;
  },
};

const saysDays = (words: string): boolean => {
  const { query } = queryPage(words);
  return !/^(?:v?\d{1,18})?$/i.test(query) && besideSpan(query) === '';
};

/** Behind those who wait for an answer, those who wait for nothing but a decision: whether they get anything more unasked. */
async function withUndecided(ctx: CommandContext, waiting: Reply): Promise<Reply> {
  const undecided = await toDecide(ctx, ctx.t);
  return undecided.items.length > 0 ? { ...waiting, lists: [...(waiting.lists ?? []), undecided] } : waiting;
}

function waitingItem(ctx: CommandContext, row: Waiting, waited: string): Item {
  const since = ctx.t.contact.waitsSince(waited);
  return {
    text: ctx.t.digest.waits(saidBy(ctx.t, row), truncate(wordsOrFiles(ctx.t, row.words, row.files), 60)),
    detail: [ctx.t.channel(row.channel), since, ...fateLines(ctx.t, row)].join(' · '),
    ref: `v${row.id}`,
    contactId: row.contactId,
    buttons: [
      { label: ctx.t.button.show, command: `/inbox v${row.id}` },
      answeredButton(ctx.t, row.id),
      snoozeButtons(ctx.t, `v${row.id}`)[1],
    ],
  };
}

/** One of them, with its neighbours a tap away. */
async function oneOf(ctx: CommandContext, conversation: Conversation): Promise<Reply> {
  const card = await waitingCard(ctx, ctx.t, ctx.locale, conversation);
  const around = await neighbours(ctx, conversation.id);
  return { ...card, buttons: around.length > 0 ? [...card.buttons, around] : card.buttons };
}

/** Who waits longer, and who is next. */
async function neighbours(ctx: CommandContext, id: string): Promise<Button[]> {
  const { before, after } = await besideWaiting(ctx.tx, ctx.now, id, MAX_LINE);
  return [
    ...(before ? [{ label: ctx.t.button.previousWaiting, command: `/inbox v${before}` }] : []),
    ...(after ? [{ label: ctx.t.button.nextWaiting, command: `/inbox v${after}` }] : []),
  ];
}

/** '/answered 张三': by phone, in person, in another program; nobody waits any more. */
export const answered: Command<{ words: string }> = {
  name: 'answered',
  role: 'helper',
  changes: true,
  settles: 'conversation',
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('name')),
  async run(ctx, { words }) {
    const picked = await pickConversation(ctx, words, (ref) => `/answered ${ref}`);
    if ('ask' in picked) return picked.ask;
    const { contact, conversation } = picked;
    if (!conversation.waitingSince) return failed(ctx.t.inbox.waitsNot(contact.name));
    await endWaiting(ctx.tx, conversation.id, await seenUpTo(ctx.tx, conversation, ctx.place, 'quiet'));
    await awaitCustomer(ctx.tx, conversation.id, ctx.now);
    return { text: ctx.t.inbox.ended(contact.name || conversation.address), ...(await nextInLine(ctx)) };
  },
};

/** After one is dealt with, the next is a tap away. */
export async function nextInLine(ctx: CommandContext): Promise<Pick<Reply, 'buttons' | 'hint'>> {
  const [next] = await listWaiting(ctx.tx, ctx.now, 1);
  if (!next) return { hint: ctx.t.inbox.none };
  return { buttons: [[{ label: ctx.t.button.nextWaiting, command: `/inbox v${next.id}` }]] };
}
