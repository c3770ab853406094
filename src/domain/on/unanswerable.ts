import { truncate } from '../../text/truncate.ts';
import { carried } from '../attachment.ts';
import type { Context } from '../context.ts';
import { tellOwner } from '../desk/tell.ts';
import type { MessageReceived } from '../event.ts';
import { contactByIdentity } from '../people/contact.ts';

const QUOTE_GRAPHEMES = 2000;

/**
 * Somebody wrote to the owner where we can read but not answer (a channel's own messages): it is shown, and answered
 * there.
 */
export async function onUnanswerable(ctx: Context, event: MessageReceived, place: string): Promise<string> {
  const { channel, chat, from, externalId, text } = event;
  const contact = await contactByIdentity(ctx.tx, [{ channel, address: from.address }]);
  if (contact?.blockedAt) return 'blocked';
  const attachments = event.attachments.map((file) => carried(file, channel));
  await tellOwner(
    ctx,
    `unanswerable:${channel}:${chat}:${externalId}`,
    (t) => ({
      title: t.card.unanswerable(contact?.name || from.name, place, t.channel(channel)),
      text: t.card.openItThere,
      quote: truncate(text, QUOTE_GRAPHEMES) || t.contact.file,
      ...(attachments.length > 0 && { attachments }),
      ...(contact && { buttons: [[{ label: t.button.contact, command: `/contact c${contact.id}` }]] }),
    }),
    {
      notice: { kind: 'unanswerable', of: from.address },
      ...(contact && { showsContact: contact.id }),
    },
  );
  return 'told: it cannot be answered from here';
}
