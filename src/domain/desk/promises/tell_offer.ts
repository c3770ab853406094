import { texts } from '../../../text/texts.ts';
import type { Context } from '../../context.ts';
import type { Conversation } from '../../talk/conversation.ts';
import type { Message } from '../../talk/message.ts';
import { tellOwner } from '../tell.ts';
import { promiseOffer } from './offer.ts';

/** Offers a reminder of what an answer promises that no line confirms: it has left by itself, or was written in the owner's own account. */
export async function tellOffer(
  ctx: Context,
  message: Pick<Message, 'id' | 'text'>,
  name: string,
  { id: conversationId }: Pick<Conversation, 'id'>,
): Promise<void> {
  const { locale } = ctx.settings;
  if (!promiseOffer(ctx, texts(locale), locale, message)) return;
  await tellOwner(
    ctx,
    `promise:${message.id}`,
    (t, locale) => {
      const offer = promiseOffer(ctx, t, locale, message);
      return offer
        ? {
            text: t.promise.offerTo(name, offer.words),
            buttons: offer.buttons,
            ...(!offer.several && { oneOf: true as const }),
          }
        : {};
    },
    { notice: { kind: 'promise' }, conversationId },
  );
}
