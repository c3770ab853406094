import { isThanks, scoreSaid } from '../../text/rating/score.ts';
import { texts } from '../../text/texts.ts';
import type { Context } from '../context.ts';
import { languageOfRating, takeVote } from '../desk/ratings/voted.ts';
import type { MessageReceived } from '../event.ts';
import { addWords, askedJustNow, noteAskedBack } from '../serve/rating.ts';
import { sayAutomatically } from '../talk/automatic_answer.ts';
import { type Conversation, markSpoken } from '../talk/conversation.ts';
import { type Message, setTriage } from '../talk/message.ts';
import type { Triage } from '../triage/triage.ts';

const RATING: Triage = {
  label: 'other',
  sublabel: 'rating',
  confidence: 1,
  accepted: true,
  reasons: [],
  by: 'signal',
};

/**
 * Whether a message is the answer to our question how they found it, and nothing else: then nobody has to answer it. A number that is no
 * score is asked about, once. What more they say with a score, or after it, goes its usual way, and stands with their answer.
 */
export async function takeRating(
  ctx: Context,
  event: MessageReceived,
  conversation: Conversation,
  message: Message,
): Promise<boolean> {
  if (ctx.settings.ratings !== 'on' || event.attachments.length > 0 || event.forwardedFrom) return false;
  if (event.trust === 'suspicious' || event.automatic) return false;
  const words = event.text;
  const said = scoreSaid(words);
  if (!said) {
    if (!isThanks(words)) await addWords(ctx.tx, conversation.id, words, ctx.now);
    return false;
  }
  const asked = await askedJustNow(ctx.tx, conversation.id, message.id, ctx.now);
  if (!asked) return false;
  if (said === 'unsure') return askBack(ctx, conversation, message, asked);
  const alone = said.words === '' || isThanks(said.words);
  await takeVote(ctx, asked.id, { score: said.score, by: 'reply', words: alone ? '' : said.words, says: alone });
  if (alone) await noteAnswerToUs(ctx, conversation, message);
  return alone;
}

async function askBack(
  ctx: Context,
  conversation: Conversation,
  message: Message,
  asked: Parameters<typeof noteAskedBack>[1] & Parameters<typeof languageOfRating>[1],
): Promise<boolean> {
  if (!(await noteAskedBack(ctx.tx, asked, ctx.now))) return false;
  await sayAutomatically(
    ctx,
    conversation,
    texts(languageOfRating(ctx, asked)).rating.again,
    `rating again:${asked.id}`,
  );
  await noteAnswerToUs(ctx, conversation, message);
  return true;
}

/** It is no new conversation: nobody waits because of it. */
export async function noteAnswerToUs({ tx }: Context, { id }: Conversation, message: Message): Promise<void> {
  await tx`
    with judged as (${setTriage(tx, message.id, RATING)})
    ${markSpoken(tx, id, message.occurredAt, false)}`;
}
