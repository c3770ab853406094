import { secondThoughtIn } from '../../../text/retraction.ts';
import { type Texts, texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { type Context, localeOf } from '../../context.ts';
import type { User } from '../../owner/user.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { keepBackButton } from '../../talk/who_gets_it.ts';
import { heldOf, holdLonger } from '../../undo/recall.ts';

const WORDS_GRAPHEMES = 30;
/** Of the answers that are just about to leave so many are offered. */
const MOST_OFFERED = 3;

/** What is just about to leave, said first, and the buttons that keep it here. */
export interface Held {
  text: string;
  buttons: Button[];
}

/** The answers of this user that have not left, the latest first: they wait until the user has said what is meant. Undefined: none. */
export async function heldBack(ctx: Context, t: Texts, userId: string): Promise<Held | undefined> {
  const held = [];
  for (const one of await heldOf(ctx.tx, userId, MOST_OFFERED))
    if (await holdLonger(ctx.tx, one.id)) held.push({ ...one, words: truncate(one.text, WORDS_GRAPHEMES) });
  const [last, ...others] = held;
  if (!last) return undefined;
  const buttons = held.map(({ id, name, words }) => ({
    ...keepBackButton(t, name, id),
    ...(others.length > 0 && { label: t.cancel.answerTo(name, words) }),
  }));
  return { text: t.desk.stillHeld(last.name, last.words), buttons };
}

/** Second thoughts that are typed under no card mean what is just about to leave. Undefined: they are none, or nothing is. */
export async function onSecondThought(ctx: Context, user: User, words: string): Promise<Reply | undefined> {
  if (secondThoughtIn(words) === undefined) return undefined;
  const held = await heldBack(ctx, texts(localeOf(ctx, user)), user.id);
  return held && failed(held.text, { quote: words, buttons: held.buttons.map((button) => [button]) });
}
