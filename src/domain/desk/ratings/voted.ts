import { texts } from '../../../text/texts.ts';
import { type Context, localeOf } from '../../context.ts';
import { journaled } from '../../owner/journal.ts';
import { ownerId } from '../../owner/user.ts';
import { loadContact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { lastOf } from '../../serve/merged.ts';
import { isLow, type RatedBy, type Rating, type Score, type Voted, vote } from '../../serve/rating.ts';
import { closeAgain, loadTicket, reopenTicket } from '../../serve/ticket.ts';
import { sayAutomatically } from '../../talk/automatic_answer.ts';
import { loadConversation } from '../../talk/conversation.ts';
import { tellOwner } from '../tell.ts';

/** A customer has answered: it is kept, and what is low, or has words with it, is told. `says`: they are thanked where they are. */
export async function takeVote(
  ctx: Context,
  id: string,
  { score, by, words = '', says }: { score: Score; by: RatedBy; words?: string; says: boolean },
): Promise<{ voted: Voted; rating: Rating | undefined }> {
  const { voted, rating, before } = await vote(ctx.tx, id, { score, by, words, now: ctx.now });
  if (says && rating && voted !== 'same') await thank(ctx, rating, voted, score);
  if (voted === 'counts' && rating) await follow(ctx, rating, score, before ?? undefined);
  return { voted, rating };
}

async function thank(ctx: Context, rating: Rating, voted: Voted, score: Score): Promise<void> {
  const conversation = rating.conversationId && (await loadConversation(ctx.tx, rating.conversationId));
  if (!conversation) return;
  const { rating: t } = texts(rating.locale ?? ctx.settings.locale);
  const words = voted === 'late' ? t.tooLate : isLow(score) ? t.sorry : t.thanks(score);
  await sayAutomatically(ctx, conversation, words, `rated:${rating.id}:${voted}:${score}`);
}

/** What their score did to the ticket. */
type Fate = 'reopened' | 'closed' | undefined;

/**
 * A low score opens the ticket again and is told at once; of another one only the words are told. Where it takes the place of a low one that is told as
 * well, and the ticket is as it was before that.
 */
async function follow(ctx: Context, rating: Rating, score: Score, before: Score | undefined): Promise<void> {
  const [low, wasLow] = [isLow(score), before !== undefined && isLow(before)];
  const ticketId = await lastOf(ctx.tx, rating.ticketId);
  const done = low ? await reopen(ctx, rating, ticketId) : wasLow ? await close(ctx, rating, ticketId) : {};
  const changed = before !== undefined && before !== score && (low || wasLow) ? before : undefined;
  if (low || wasLow || rating.words) await tell(ctx, rating, { score, changed, ticketId, ...done });
}

interface Done {
  fate?: Fate;
  /** The entry that takes it back. */
  undoId?: string | undefined;
}

/** The owner can take it back. A ticket that goes on as another one opens that. Nothing: it was open already. */
async function reopen(ctx: Context, { ticketId, resolvedAt }: Rating, last: string): Promise<Done> {
  const found = await loadTicket(ctx.tx, last);
  if (found?.state !== 'resolved') return {};
  const journalId = await byItself(ctx, last, async () => {
    await reopenTicket(ctx.tx, last, ctx.now, last === ticketId ? resolvedAt : undefined);
  });
  return (await loadTicket(ctx.tx, last))?.state === 'resolved' ? {} : { fate: 'reopened', undoId: journalId };
}

/** What the low score had opened is resolved as before, unless something has been done with it. */
async function close(ctx: Context, { resolvedAt }: Rating, last: string): Promise<Done> {
  let closed = false;
  const journalId = await byItself(ctx, last, async () => {
    closed = await closeAgain(ctx.tx, last, resolvedAt);
  });
  return closed ? { fate: 'closed', undoId: journalId } : {};
}

async function byItself(ctx: Context, ticketId: string, work: () => Promise<void>): Promise<string | undefined> {
  const userId = await ownerId(ctx.tx);
  if (!userId) {
    await work();
    return undefined;
  }
  const entry = { userId, command: `/csat ${ticketId}`, now: ctx.now, byItself: true };
  return (await journaled(ctx.tx, entry, work)).journalId;
}

async function tell(
  ctx: Context,
  rating: Rating,
  { score, changed, ticketId, fate, undoId }: Done & { score: Score; changed: Score | undefined; ticketId: string },
): Promise<void> {
  const low = isLow(score);
  const [contact, ticket] = await Promise.all([loadContact(ctx.tx, rating.contactId), loadTicket(ctx.tx, ticketId)]);
  if (!contact || !ticket || contact.blockedAt) return;
  const { conversationId } = rating;
  await tellOwner(
    ctx,
    `rated:${rating.id}:${changed ?? ''}:${score}:${rating.words ? 'words' : ''}`,
    (t) => ({
      title:
        changed === undefined
          ? (low ? t.rating.low : t.rating.told)(nameOf(contact), score)
          : t.rating.changed(nameOf(contact), changed, score),
      text: [`#${ticket.number} · ${ticket.title}`, ...(fate ? [t.rating.fate[fate]] : [])].join('\n'),
      ...(rating.words && { quote: rating.words }),
      buttons: [
        [
          ...(conversationId
            ? [{ label: t.button.reply, command: `/reply v${conversationId}`, form: true as const }]
            : []),
          { label: t.button.contact, command: `/contact c${contact.id}` },
          ...(low ? [{ label: t.button.resolve, command: `/resolve ${ticket.number}` }] : []),
          ...(undoId ? [{ label: t.button.undo, command: `/undo ${undoId}` }] : []),
        ],
      ],
      ...(conversationId ? { about: conversationId } : { person: { contactId: contact.id, sure: true } }),
      thing: { noun: 'ticket' as const, id: ticket.id },
    }),
    {
      notice: { kind: 'rated', contactId: contact.id },
      conversationId,
      showsContact: contact.id,
      ...(low && { urgent: 'complaint' as const }),
    },
  );
}

/** In which language they were asked. */
export const languageOfRating = (ctx: Pick<Context, 'settings'>, { locale }: Rating) => localeOf(ctx, { locale });
