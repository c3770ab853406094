import type { Context } from '../domain/context.ts';
import { tellOwner } from '../domain/desk/tell.ts';
import { snoozeButtons, waitingCard } from '../domain/desk/waiting_card.ts';
import { currentAbsence } from '../domain/owner/away.ts';
import { wakeConversations, wakeTickets } from '../domain/talk/snooze.ts';

/** Puts on the desk, once, what was snoozed until now; while the owner is away it stays snoozed. */
export async function wakeSnoozed(ctx: Context): Promise<void> {
  if (await currentAbsence(ctx.tx, ctx.now)) return;
  const occasion = ctx.now.getTime();
  for (const ticket of await wakeTickets(ctx.tx, ctx.now)) {
    const line = `#${ticket.number} · ${ticket.contactName} · ${ticket.title}`;
    await tellOwner(
      ctx,
      `awake:ticket:${ticket.id}:${occasion}`,
      (t) => ({
        title: t.snooze.awake(line),
        buttons: [
          [
            { label: t.button.contact, command: `/contact c${ticket.contactId}` },
            { label: t.button.resolve, command: `/resolve ${ticket.number}` },
          ],
          snoozeButtons(t, ticket.number),
        ],
        person: { contactId: ticket.contactId, sure: false },
      }),
      { notice: { kind: 'awake' }, conversationId: ticket.conversationId },
    );
  }
  for (const conversation of await wakeConversations(ctx.tx, ctx.now)) {
    await tellOwner(
      ctx,
      `awake:conversation:${conversation.id}:${occasion}`,
      async (t, locale) => {
        const card = await waitingCard(ctx, t, locale, conversation);
        return { ...card, title: t.snooze.awake(card.title ?? '') };
      },
      { notice: { kind: 'awake' }, conversationId: conversation.id },
    );
  }
}
