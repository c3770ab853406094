import type { Tx } from '../../db/sql.ts';
import { fold } from '../../text/fold.ts';
import { holdsWords } from '../../text/sentence/holds_words.ts';
import type { Urgency } from '../card.ts';
import type { Context } from '../context.ts';
import { type Filed, filedOf, noteSpoken, WITH_ANYTHING, WITH_NOTHING } from '../desk/filing.ts';
import { judgeMessage } from '../desk/judging.ts';
import { type TakenOff, takeOff } from '../desk/made_of.ts';
import { whereabouts } from '../owner/away.ts';
import type { Contact } from '../people/contact.ts';
import { answerWhileAway } from '../talk/automatic_answer.ts';
import type { Conversation } from '../talk/conversation.ts';
import { type Edited, type Message, setTriage } from '../talk/message.ts';
import { heardRefusal } from '../talk/ready/heard.ts';
import { messageUrgency } from '../talk/urgent.ts';
import { recountWaiting, sayAnew } from '../talk/waiting.ts';
import { triage as verdictOn } from '../triage/index.ts';
import type { Triage } from '../triage/triage.ts';
import { type FiledAnew, fileAnew, isAmong, openOf } from './file_anew.ts';

/** The result of editing a message. */
export interface Rejudged extends FiledAnew {
  /** What its words mean now. */
  triage: Triage;
  /** A user has said what it is: that stands. */
  filedByUser: boolean;
  /** Why the words, as they are now, may not wait. */
  urgent?: Urgency | undefined;
  /** They say something new. */
  saysMore: boolean;
  /** They say now that they want no automatic answers. */
  noRobots: boolean;
}

const NOTHING_ELSE = { aside: '', byPerson: undefined, again: true } as const;

/**
 * An edited message is judged like a message: what it adds is filed, its writer waits if they want an answer, and what
 * was filed for the earlier words follows, unless a user has touched it or it may still be meant. A change of
 * punctuation and capitals says nothing new. `said`: as in `Taking`.
 */
export async function judgeEdit(
  ctx: Context,
  conversation: Conversation,
  contact: Contact,
  message: Edited,
  said?: string,
): Promise<Rejudged> {
  const { triage: before } = message;
  const judged = await judgeMessage(ctx, conversation, message, { ...NOTHING_ELSE, said });
  const { triage, open } = judged;
  const filedByUser = before?.by === 'owner';
  const kept: Triage = filedByUser ? { ...before, ofEarlier: true, looksLike: triage } : triage;
  const saysMore = letters(message.before) !== letters(message.text);
  await noteSpoken(ctx, conversation, { ...message, triage: kept }, saysMore ? WITH_ANYTHING : WITH_NOTHING);
  if (saysMore) await sayAnew(ctx.tx, message, ctx.now);
  const filing = filedByUser
    ? await asFiled(ctx, message, open)
    : await fileAnew(ctx, conversation, message, { triage, open, stillSays: labelsStill(message, said) });
  await recountWaiting(ctx.tx, [conversation.id]);
  const words = `${message.subject ?? ''}\n${said ?? message.text}`;
  const urgent = await messageUrgency(ctx.tx, contact.id, { tags: contact.tags, triage, words });
  const isTheirs = saysMore && message.trust !== 'suspicious';
  const noRobots = isTheirs && (await heardRefusal(ctx, conversation, message));
  if (isTheirs) await awayAnswer(ctx, conversation, message, triage);
  return { triage, filedByUser, urgent, saysMore, noRobots, ...filing };
}

/** A user has said what it is, so what was made of it stays. */
async function asFiled(ctx: Context, message: Edited, open: Filed): Promise<FiledAnew> {
  const stays = await openOf(ctx, message);
  return { filed: { ...open, ...filedOf(stays) }, gone: [], stays };
}

/** So many sentences of an edited message are looked at one by one: who writes more says them in what they are. */
const MOST_SENTENCES = 20;

/**
 * What it certainly still says: everything, where the edit only adds to it; else what any of several sentences says by itself. "How much
 * are 30? And cancel my old order" is a question for a price as well.
 */
function labelsStill({ before, text }: Edited, said: string | undefined): 'all' | ReadonlySet<string> {
  if (holdsWords(text, before)) return 'all';
  const sentences = (said ?? text).split(/(?<=[.!?。！？])\s*|\n+/u).filter(Boolean);
  if (sentences.length < 2) return new Set();
  const judged = sentences.slice(0, MOST_SENTENCES).map((one) => verdictOn({ text: one, signals: {} }));
  return new Set(judged.flatMap(({ label, accepted }) => (accepted ? label : [])));
}

async function awayAnswer(ctx: Context, conversation: Conversation, message: Message, triage: Triage): Promise<void> {
  const { absence } = await whereabouts(ctx.tx, ctx.now);
  if (absence) await answerWhileAway(ctx, conversation, message, { triage, absence });
}

/** Letters, figures and question marks, normalized. */
const letters = (words: string): string => fold(words).replace(/[^\p{L}\p{N}?？]+/gu, '');

/** Its writer took it back, so it says nothing any more. */
const WITHDRAWN: Triage = {
  label: 'other',
  sublabel: 'withdrawn',
  confidence: 1,
  accepted: true,
  reasons: [],
  by: 'signal',
};

/** What had been made of words withdrawn before, and stayed, perhaps only because those withdrawn now went on with it. */
const withdrawnBefore = (tx: Tx, messages: readonly Message[]) => tx<Pick<Message, 'id' | 'conversationId'>>`
  select m.id, m.conversation_id as "conversationId" from messages m
  where m.conversation_id = any(${messages.map(({ conversationId }) => conversationId)}::bigint[])
    and m.edits <> '[]' and m.triage @> ${tx.json({ sublabel: WITHDRAWN.sublabel })}
    and m.id <> all(${messages.map(({ id }) => id)}::bigint[])
  order by m.id`;

/** Their writer took these messages back: they want no answer. Gives those of which no user has said what they are. */
export async function nobodyWaits(tx: Tx, messages: readonly Message[]): Promise<Message[]> {
  const judged = messages.filter(({ triage }) => triage?.by !== 'owner');
  for (const { id } of judged) await setTriage(tx, id, WITHDRAWN);
  await recountWaiting(
    tx,
    judged.map(({ conversationId }) => conversationId),
  );
  return judged;
}

/**
 * Their writer took these messages back: nobody waits for an answer to them, and what was made of them follows as for
 * an edit.
 */
export async function judgeWithdrawn(
  ctx: Context,
  messages: readonly Message[],
): Promise<Pick<FiledAnew, keyof TakenOff | 'stays'>> {
  const judged = await nobodyWaits(ctx.tx, messages);
  const sources = [];
  for (const message of [...(await withdrawnBefore(ctx.tx, messages)), ...messages]) {
    const made = await openOf(ctx, message);
    sources.push({ message, made, but: messages.some((one) => one === message && !judged.includes(one)) ? made : [] });
  }
  const off = await takeOff(ctx, sources, WITHDRAWN.label);
  return { ...off, stays: sources.flatMap(({ made }) => made).filter((one) => !isAmong(off.gone, one)) };
}
