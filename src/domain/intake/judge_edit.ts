import { fold } from '../../text/fold.ts';
import type { Urgency } from '../card.ts';
import type { Context } from '../context.ts';
import { type Filed, file, noteSpoken, titleOf } from '../desk/filing.ts';
import { judgeMessage } from '../desk/judging.ts';
import { whereabouts } from '../owner/away.ts';
import type { Contact } from '../people/contact.ts';
import { answerWhileAway } from '../talk/automatic_answer.ts';
import type { Conversation } from '../talk/conversation.ts';
import { type Edited, type Message, setTriage } from '../talk/message.ts';
import { messageUrgency } from '../talk/urgent.ts';
import { recountWaiting, sayAnew } from '../talk/waiting.ts';
import type { Triage } from '../triage/triage.ts';
import { letGo, type MadeOf, madeOf } from './made_of.ts';

/** What a change of a message comes to. */
export interface Rejudged {
  /** What its words are now. */
  triage: Triage;
  /** A user has said what it is: that stands. */
  filedByUser: boolean;
  /** Why the words may not wait, as they are now. */
  urgent?: Urgency | undefined;
  /** They say something new. */
  saysMore: boolean;
  /** What it belongs to now. */
  filed: Filed;
  /** What had been made of the earlier words alone, and is gone with them. */
  gone: Filed;
  /** What had been made of the earlier words and stays: a user has worked on it, or others have joined it. */
  stays: Filed;
}

/**
 * A changed message is judged as a message: what it adds is filed, whoever wants an answer to it waits, and what was filed of the
 * earlier words follows, unless a user has touched it, or it is not sure that it is no longer meant. Marks and capitals alone say nothing new.
 */
export async function judgeEdit(
  ctx: Context,
  conversation: Conversation,
  contact: Contact,
  message: Edited,
): Promise<Rejudged> {
  const { triage: before } = message;
  const made = await madeOf(ctx.tx, message);
  const judged = await judgeMessage(ctx, conversation, message, { aside: '', byPerson: undefined, again: true });
  const { triage } = judged;
  const filedByUser = before?.by === 'owner';
  const kept: Triage = filedByUser ? { ...before, ofEarlier: true } : triage;
  const saysMore = letters(message.before) !== letters(message.text);
  await noteSpoken(ctx, conversation, { ...message, triage: kept }, !saysMore);
  if (saysMore) await sayAnew(ctx.tx, message);
  const filing = filedByUser ? asFiled(made, judged.open) : await fileAnew(ctx, conversation, message, judged, made);
  await recountWaiting(ctx.tx, [conversation.id]);
  const words = `${message.subject ?? ''}\n${message.text}`;
  const urgent = await messageUrgency(ctx.tx, contact.id, { tags: contact.tags, triage, words });
  if (saysMore && message.trust !== 'suspicious') await awayAnswer(ctx, conversation, message, triage);
  return { triage, filedByUser, urgent, saysMore, ...filing };
}

type Filing = Pick<Rejudged, 'filed' | 'gone' | 'stays'>;

const asFiled = ({ ours, theirs }: MadeOf, open: Filed): Filing => {
  const stays = { ...ours, ...theirs };
  return { filed: { ...open, ...stays }, gone: {}, stays };
};

async function fileAnew(
  ctx: Context,
  conversation: Conversation,
  message: Edited,
  { triage, open }: { triage: Triage; open: Filed },
  made: MadeOf,
): Promise<Filing> {
  const follows = sameWork(made.ours, triage);
  const kept = triage.accepted && !saysAllOf(message) ? follows : made.ours;
  const gone = await letGo(ctx.tx, message, made, kept);
  const has = { ...open, ...made.theirs, ...kept };
  await retitle(ctx, message, triage, follows);
  const begun = await file(ctx, conversation, message, triage, has);
  return { filed: { ...has, ...begun }, gone, stays: otherWork({ ...made.theirs, ...kept }, triage) };
}

/** What was said before is still said: the change only adds to it. */
const saysAllOf = ({ before, text }: Edited): boolean => letters(text).includes(letters(before));

/** Of what was made, that which the words still are, or may be. */
const sameWork = ({ leadId, ticketId }: Filed, { label }: Triage): Filed => ({
  ...(leadId && label === 'lead' && { leadId }),
  ...(ticketId && label === 'ticket' && { ticketId }),
});

/** Of what was made, that which the words are no more. */
const otherWork = ({ leadId, ticketId }: Filed, { label }: Triage): Filed => ({
  ...(leadId && label !== 'lead' && { leadId }),
  ...(ticketId && label !== 'ticket' && { ticketId }),
});

async function retitle({ tx }: Context, message: Message, { sublabel }: Triage, { leadId, ticketId }: Filed) {
  const title = titleOf(message);
  if (leadId) await tx`update leads set title = ${title} where id = ${leadId}`;
  if (ticketId)
    await tx`update tickets set title = ${title}, kind = coalesce(${sublabel || null}, kind) where id = ${ticketId}`;
}

async function awayAnswer(ctx: Context, conversation: Conversation, message: Message, triage: Triage): Promise<void> {
  const { absence } = await whereabouts(ctx.tx, ctx.now);
  if (absence) await answerWhileAway(ctx, conversation, message, { triage, absence });
}

/** Letters, figures and question marks, in one writing. */
const letters = (words: string): string => fold(words).replace(/[^\p{L}\p{N}?？]+/gu, '');

/** Taken back by whoever wrote it: it says nothing any more. */
const WITHDRAWN: Triage = {
  label: 'other',
  sublabel: 'withdrawn',
  confidence: 1,
  accepted: true,
  reasons: [],
  by: 'signal',
};

/** A message was taken back by its writer: nobody waits for an answer to it, and what was made of it follows as for a change. */
export async function judgeWithdrawn(ctx: Context, message: Message): Promise<Pick<Rejudged, 'gone' | 'stays'>> {
  const made = await madeOf(ctx.tx, message);
  if (message.triage?.by === 'owner') return { gone: {}, stays: { ...made.ours, ...made.theirs } };
  const gone = await letGo(ctx.tx, message, made, {});
  await setTriage(ctx.tx, message.id, WITHDRAWN);
  await recountWaiting(ctx.tx, [message.conversationId]);
  return { gone, stays: made.theirs };
}
