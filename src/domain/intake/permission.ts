import { narrow } from '../../text/normalise.ts';
import type { Context } from '../context.ts';
import { takePermission } from '../desk/ratings/permission.ts';
import type { MessageReceived } from '../event.ts';
import { type QuoteAnswer, quoteAskedIn } from '../serve/feedback.ts';
import type { Conversation } from '../talk/conversation.ts';
import type { Message } from '../talk/message.ts';
import { noteAnswerToUs } from './rating.ts';

const THANKS = '[\\s,.!;，。！；]*(?:thanks|thank you|谢谢)?[\\s.!。！]*';
/** A bare yes agrees to the words; under the name only who says so. */
const ANSWERS: readonly [QuoteAnswer, RegExp][] = [
  ['name', new RegExp(`^(?:1|一|yes,? with (?:my )?name|with (?:my )?name|可以署名|署名|可以，?署名)${THANKS}$`, 'iu')],
  [
    'nameless',
    new RegExp(
      `^(?:2|二|yes|yes please|sure|of course|ok|okay|without(?: my)? name|anonymous(?:ly)?|可以|行|好|好的|好呀|同意|当然|当然可以|没问题|不署名|匿名|可以，?不署名)${THANKS}$`,
      'iu',
    ),
  ],
  [
    'no',
    new RegExp(
      `^(?:3|三|no|nope|no thanks|please don'?t|rather not|不|不行|不可以|不用|不用了|不要|不同意|算了)${THANKS}$`,
      'iu',
    ),
  ],
];
/** Longer words are no such answer. */
const LONGEST = 60;

/** Whether a message is the answer to our question whether their praise may be shown: then nobody has to answer it. */
export async function takePermissionSaid(
  ctx: Context,
  event: MessageReceived,
  conversation: Conversation,
  message: Message,
): Promise<boolean> {
  const words = narrow(event.text).trim();
  if (words.length > LONGEST || event.attachments.length > 0 || event.forwardedFrom) return false;
  if (event.trust === 'suspicious' || event.automatic) return false;
  const said = ANSWERS.find(([, pattern]) => pattern.test(words))?.[0];
  const asked = said && (await quoteAskedIn(ctx.tx, conversation.id, ctx.now));
  if (!asked) return false;
  const taken = await takePermission(ctx, { id: asked.id, said, answer: words, conversationId: conversation.id });
  if (taken) await noteAnswerToUs(ctx, conversation, message);
  return taken;
}
