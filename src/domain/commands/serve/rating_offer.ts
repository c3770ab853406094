import { ratingQuestion } from '../../desk/ratings/ask.ts';
import { recordedIn } from '../../owner/journal.ts';
import type { Reply } from '../../reply.ts';
import { planLately } from '../../serve/rating.ts';
import type { Ticket } from '../../serve/ticket.ts';
import { saveSetting } from '../../settings.ts';
import type { CommandContext } from '../command.ts';

/** At the first ticket that is resolved the owner is asked, once, whether customers shall be asked how they found it, and sees what they would get. */
export async function offerRatings(ctx: CommandContext, tickets: readonly Ticket[]): Promise<Partial<Reply>> {
  const { t, settings, user } = ctx;
  const isOffered = settings.ratings === 'unset' && user.role === 'owner' && tickets.some((one) => one.conversationId);
  if (!isOffered) return {};
  // it was offered, whether or not the resolving is undone
  await recordedIn(ctx.tx, '', () => saveSetting(ctx.tx, 'ratings', 'offered'));
  return {
    hint: t.rating.offer,
    quote: ratingQuestion(ctx, settings.locale),
    buttons: [
      [
        { label: t.rating.turnOn, command: '/settings ratings on' },
        { label: t.rating.no, command: '/settings ratings off' },
      ],
    ],
  };
}

/** What is said once it is switched: on, what customers get from now on. */
export async function ratingsSwitched(ctx: CommandContext): Promise<Reply> {
  const { t, settings } = ctx;
  if (settings.ratings !== 'on') return { text: t.rating.off };
  await planLately(ctx);
  return {
    text: t.rating.on,
    quote: ratingQuestion(ctx, settings.locale),
    buttons: [[{ label: t.rating.own, command: '/csat words' }]],
  };
}
