import { meantFor } from '../../../../text/person/meant_for.ts';
import { secondThoughtIn } from '../../../../text/retraction.ts';
import { type Texts, texts } from '../../../../text/texts.ts';
import { truncate } from '../../../../text/truncate.ts';
import { type Context, localeOf } from '../../../context.ts';
import type { User } from '../../../owner/user.ts';
import { loadContact } from '../../../people/contact.ts';
import { nameOf } from '../../../people/name.ts';
import { type Button, failed, type Reply } from '../../../reply.ts';
import { answerWay } from '../../../talk/answer_way.ts';
import { keepBackButton, offeredAnswer } from '../../../talk/who_gets_it.ts';
import { heldOf, holdLonger } from '../../../undo/recall.ts';
import { called } from '../../who/addressed.ts';
import { isNamedBy } from '../../who/naming.ts';
import { onlyRival } from '../in_a_row.ts';

const WORDS_GRAPHEMES = 30;
/** Of the answers that are just about to leave so many are offered. */
const MOST_OFFERED = 3;

/** What is just about to leave, said first, and the buttons that keep it here. */
export interface Held {
  text: string;
  buttons: Button[];
}

/**
 * The answers of this user that have not left, the latest first: they wait until the user has said what is meant. `typed` may say whose
 * the latest was. Undefined: none.
 */
export async function heldBack(ctx: Context, t: Texts, userId: string, typed: string): Promise<Held | undefined> {
  const held = [];
  for (const one of await heldOf(ctx.tx, userId, MOST_OFFERED))
    if (await holdLonger(ctx.tx, one.id)) held.push({ ...one, words: truncate(one.text, WORDS_GRAPHEMES) });
  const [last, ...others] = held;
  if (!last) return undefined;
  const buttons = held.map(({ id, name, words }) => ({
    ...keepBackButton(t, name, id),
    ...(others.length > 0 && { label: t.cancel.answerTo(name, words) }),
  }));
  const stop = `/cancel o${last.id}`;
  const instead = last.hasFiles ? undefined : await insteadButton(ctx, t, typed, last);
  const moved = instead ? [{ ...instead, command: `${stop}\n${instead.command}` }] : [];
  return { text: t.desk.stillHeld(last.name, last.words), buttons: [...moved, ...buttons] };
}

/** What was said to the wrong one (`name`), said to whoever it was meant for: that was for Olu. Undefined: nobody else is named. */
export async function insteadButton(
  ctx: Context,
  t: Texts,
  typed: string,
  { name, text }: { name: string; text: string },
): Promise<Button | undefined> {
  const whose = meantFor(typed)?.name;
  // a line with a slash would be a command of its own
  if (whose === undefined || text === '' || /^[/／]/m.test(text) || isNamedBy(name, whose)) return undefined;
  const [id, ...others] = (await called(ctx, whose)).ids;
  const contact = id === undefined || others.length > 0 ? undefined : await loadContact(ctx.tx, id);
  const conversation = contact && (await onlyRival(ctx, contact.id));
  const label = t.desk.sendInstead(contact ? nameOf(contact) : whose);
  if (conversation) {
    const way = await answerWay(ctx.tx, conversation);
    return offeredAnswer(t, conversation, way, { name: nameOf(contact), label, words: text }).button;
  }
  return id === undefined ? undefined : { label, command: `/reply ${contact ? `c${id}` : `${whose}:`} ${text}` };
}

/** Second thoughts that are typed under no card mean what is just about to leave. Undefined: they are none, or nothing is. */
export async function onSecondThought(ctx: Context, user: User, words: string): Promise<Reply | undefined> {
  if (secondThoughtIn(words) === undefined) return undefined;
  const held = await heldBack(ctx, texts(localeOf(ctx, user)), user.id, words);
  return held && failed(held.text, { quote: words, buttons: held.buttons.map((button) => [button]) });
}
