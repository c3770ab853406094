import type { Context } from '../context.ts';
import type { MessageReceived } from '../event.ts';
import { wordsInQuotation } from '../talk/mail/quoted_words.ts';
import { lastSaidByUs } from '../talk/message.ts';

/** So many of our last messages may be the one that is quoted. */
const MOST_COMPARED = 10;

/** A letter's words with those that stand among ours. */
export interface AnswersInside {
  /** All that is shown. */
  text: string;
  /** Without ours. */
  said: string;
  /** Its writer says that their answers stand there, and nobody can tell which they are. */
  unsure?: true;
}

/**
 * What a customer has written into the quotation of our words, or all of it where they say so and we cannot tell which
 * words are theirs. Undefined: nothing.
 */
export async function answersInside(
  ctx: Context,
  { answered, text, quotedText = '' }: MessageReceived,
  conversationId: string,
): Promise<AnswersInside | undefined> {
  if (!answered) return undefined;
  const found = (await lastSaidByUs(ctx.tx, conversationId, MOST_COMPARED)).flatMap(
    (ours) => wordsInQuotation(answered.text, ours) ?? [],
  );
  const [theirs] = found.sort((one, other) => one.words.length - other.words.length);
  if (theirs?.shown) return { text: `${text}\n\n${theirs.shown}`, said: `${text}\n\n${theirs.words}` };
  return answered.inside && { text: `${text}\n\n${quotedText}`, said: text, unsure: true };
}
