import { texts } from '../../../text/texts.ts';
import { type Context, localeOf } from '../../context.ts';
import { journaled } from '../../owner/journal.ts';
import { ownerId } from '../../owner/user.ts';
import { loadContact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { isLow, type RatedBy, type Rating, type Score, type Voted, vote } from '../../serve/rating.ts';
import { loadTicket, reopenTicket } from '../../serve/ticket.ts';
import { sayAutomatically } from '../../talk/automatic_answer.ts';
import { loadConversation } from '../../talk/conversation.ts';
import { tellOwner } from '../tell.ts';

/** A customer has answered: it is kept, and what is low, or has words with it, is told. `says`: they are thanked where they are. */
export async function takeVote(
  ctx: Context,
  id: string,
  { score, by, words = '', says }: { score: Score; by: RatedBy; words?: string; says: boolean },
): Promise<{ voted: Voted; rating: Rating | undefined }> {
  const { voted, rating } = await vote(ctx.tx, id, { score, by, words, now: ctx.now });
  if (says && rating && voted !== 'same') await thank(ctx, rating, voted, score);
  if (voted === 'counts' && rating) await follow(ctx, rating, score);
  return { voted, rating };
}

async function thank(ctx: Context, rating: Rating, voted: Voted, score: Score): Promise<void> {
  const conversation = rating.conversationId && (await loadConversation(ctx.tx, rating.conversationId));
  if (!conversation) return;
  const { rating: t } = texts(rating.locale ?? ctx.settings.locale);
  const words = voted === 'late' ? t.tooLate : isLow(score) ? t.sorry : t.thanks(score);
  await sayAutomatically(ctx, conversation, words, `rated:${rating.id}:${voted}:${score}`);
}

/** A low score opens the ticket again and is told at once; of another one only the words are told. */
async function follow(ctx: Context, rating: Rating, score: Score): Promise<void> {
  const low = isLow(score);
  const undoId = low ? await reopen(ctx, rating) : undefined;
  if (low || rating.words) await tell(ctx, rating, score, undoId);
}

/** The owner can take it back. Gives the entry that does; undefined: it was open already. */
async function reopen(ctx: Context, { ticketId, resolvedAt }: Rating): Promise<string | undefined> {
  const userId = await ownerId(ctx.tx);
  const work = () => reopenTicket(ctx.tx, ticketId, ctx.now, resolvedAt);
  if (!userId) return void (await work());
  const entry = { userId, command: `/csat ${ticketId}`, now: ctx.now, byItself: true };
  return (await journaled(ctx.tx, entry, work)).journalId;
}

async function tell(ctx: Context, rating: Rating, score: Score, undoId: string | undefined): Promise<void> {
  const low = isLow(score);
  const [contact, ticket] = await Promise.all([
    loadContact(ctx.tx, rating.contactId),
    loadTicket(ctx.tx, rating.ticketId),
  ]);
  if (!contact || !ticket || contact.blockedAt) return;
  const { conversationId } = rating;
  await tellOwner(
    ctx,
    `rated:${rating.id}:${score}:${rating.words ? 'words' : ''}`,
    (t) => ({
      title: (low ? t.rating.low : t.rating.told)(nameOf(contact), score),
      text: [`#${ticket.number} · ${ticket.title}`, ...(undoId ? [t.rating.reopened] : [])].join('\n'),
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
