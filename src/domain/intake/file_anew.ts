import type { Context } from '../context.ts';
import { type Filed, file, filedOf, titleOf } from '../desk/filing.ts';
import { type Made, madeOf, type TakenOff, takeOff } from '../desk/made_of.ts';
import type { Conversation } from '../talk/conversation.ts';
import type { Message } from '../talk/message.ts';
import type { Triage } from '../triage/triage.ts';

/** What becomes of the things that had been made of a message. */
export interface FiledAnew extends TakenOff {
  /** What the message belongs to now. */
  filed: Filed;
  /** What had been made of the earlier words and stays beside that. */
  stays: Made[];
}

/** What the words mean now, and what else is open in the conversation. */
interface Judged {
  triage: Triage;
  open: Filed;
  /** Of which kinds it certainly still says something; all: everything said before is still said. */
  stillSays: 'all' | ReadonlySet<string>;
}

/**
 * A message that was filed now says something else. What was made of it alone is removed if it is certainly no longer
 * meant, what it still is follows its words, and what it adds is begun.
 */
export async function fileAnew(
  ctx: Context,
  conversation: Conversation,
  message: Message,
  { triage, open, stillSays }: Judged,
): Promise<FiledAnew> {
  const made = await openOf(ctx, message);
  const same = made.filter(({ what, workedOn }) => what === triage.label && !workedOn);
  const isLeft = (one: Made): boolean => stillSays === 'all' || stillSays.has(one.what) || same.includes(one);
  const but = triage.accepted ? made.filter(isLeft) : made;
  const { gone, journalId } = await takeOff(ctx, [{ message, made, but }], triage.label);
  const left = made.filter((one) => !isAmong(gone, one));
  const has = { ...open, ...filedOf(left) };
  for (const one of same) await follow(ctx, one, message, triage);
  const begun = await file(ctx, conversation, message, triage, has);
  return { filed: { ...has, ...begun }, gone, journalId, stays: left.filter(({ what }) => what !== triage.label) };
}

/** What was made of a message and is still open. */
export const openOf = async ({ tx }: Context, message: Pick<Message, 'id' | 'conversationId'>): Promise<Made[]> =>
  (await madeOf(tx, message)).filter(({ isOpen }) => isOpen);

export const isAmong = (some: readonly Made[], { what, id }: Made): boolean =>
  some.some((one) => one.what === what && one.id === id);

/** Adapts it to what the message says now. */
async function follow({ tx }: Context, { what, id }: Made, message: Message, triage: Triage): Promise<void> {
  const title = titleOf({ ...message, triage });
  const kind = triage.sublabel || null;
  if (what === 'lead') await tx`update leads set title = ${title} where id = ${id}`;
  if (what === 'ticket') await tx`update tickets set title = ${title}, kind = coalesce(${kind}, kind) where id = ${id}`;
  if (what === 'feedback')
    await tx`update feedback set text = ${message.text}, kind = coalesce(${kind}, kind) where id = ${id}`;
}
