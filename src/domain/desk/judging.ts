import { aboveLeaving } from '../../text/footer/leaving.ts';
import { asksSomething } from '../../text/question/asked.ts';
import { asksForWords } from '../../text/question/offered.ts';
import { proposesSomething } from '../../text/question/proposed.ts';
import { isAnswering, subjectKey } from '../../text/subject.ts';
import { hasLetters } from '../channel.ts';
import type { Context } from '../context.ts';
import { orderNamedIn } from '../sell/order_number.ts';
import { type Conversation, loadConversation } from '../talk/conversation.ts';
import { loadMessages, type Message, setTriage } from '../talk/message.ts';
import { recountWaiting } from '../talk/waiting.ts';
import { triage } from '../triage/index.ts';
import { correctionsEdition, modelFor } from '../triage/learned.ts';
import type { Model } from '../triage/model.ts';
import { inPieces } from '../triage/normalise.ts';
import type { Triage, TriageInput } from '../triage/triage.ts';
import { type Filed, filedAs, type OpenWork, openWorkIn } from './filing.ts';

export interface Around {
  /** What a rule took for a signature, a notice or a form's own words, '' for none; the text itself where it is nothing else. */
  aside: string;
  /** A user has said that a person writes under this address. */
  byPerson: true | undefined;
  /** Of a form: what was written in somebody's own words; its labels and the site's subject say nothing of what they want. */
  formWords?: string | undefined;
  /** What its writer wrote, where its text says more: what we put there ourselves says nothing of what they want. */
  said?: string | undefined;
  /** The thread that it may belong to: its subject is that one's. */
  perhaps?: string | undefined;
  /** A word that stops what comes unasked has been followed: it answers no question of ours. */
  stopped?: true | undefined;
  /** It was filed before: what was made of it says nothing of it now. */
  again?: true;
}

/** What a customer's message is: by its words; when these say nothing ("Hello,"), by what was put aside as well. And what is open there. */
export async function judgeMessage(
  ctx: Context,
  conversation: Conversation,
  message: Message,
  around: Around,
): Promise<{ triage: Triage; open: Filed }> {
  const { said } = around;
  const words = said === undefined ? message : { ...message, text: said };
  const { orderNumber, edition, ours, ...work } = await look(ctx, conversation, words, around);
  const open = filedAs(work);
  const model = await modelFor(ctx.tx, edition);
  const triage = verdictOn(conversation, words, { ...around, open, orderNumber, ours }, model);
  return { triage: said === undefined ? triage : { ...triage, judged: said }, open };
}

/** How many later messages are looked at, at most. */
const MOST_SINCE = 50;
/** Among how many before it our own words are looked for. */
const MOST_BETWEEN = 10;
const THANKS = { label: 'other', sublabel: 'thanks', accepted: true };

/**
 * A ticket or lead that an entry had made has gone with its undoing: what was taken for a part of it only because it was open is judged
 * anew. What it may be instead is for a user to say, so nothing is made of it. Gives the messages.
 */
export async function judgeLeft(ctx: Context, journalId: string): Promise<string[]> {
  const left = await ctx.tx<{ id: string; conversationId: string }>`
    select m.id, v.id as "conversationId" from (
      select distinct (after ->> 'conversation_id')::bigint as id from journal_changes
      where journal_id = ${journalId} and table_name in ('tickets', 'leads') and before is null
    ) v cross join lateral (
      select id, triage from messages where conversation_id = v.id order by occurred_at desc, id desc limit ${MOST_SINCE}
    ) m
    where m.triage -> 'reasons' in ('["open_ticket"]', '["open_lead"]') and m.triage ->> 'by' <> 'owner' order by m.id`;
  for (const { id, conversationId } of left) {
    const [message] = await loadMessages(ctx.tx, [id]);
    if (message) await setTriage(ctx.tx, id, await judgedAlone(ctx, conversationId, message));
  }
  if (left.length === 0) return [];
  await recountWaiting(ctx.tx, [...new Set(left.map(({ conversationId }) => conversationId))]);
  return left.map(({ id }) => id);
}

async function judgedAlone(ctx: Context, conversationId: string, message: Message): Promise<Triage> {
  const conversation = (await loadConversation(ctx.tx, conversationId))!;
  const around = { aside: '', byPerson: undefined, said: message.triage?.judged, again: true } as const;
  const { triage, open } = await judgeMessage(ctx, conversation, message, around);
  const isThere = triage.label === 'other' || (triage.label === 'ticket' ? open.ticketId : open.leadId) !== undefined;
  return { ...triage, accepted: triage.accepted && isThere };
}

interface Looked extends OpenWork {
  /** The number of one of their orders that they mention. */
  orderNumber: string | null;
  ours: (string | null)[];
  /** The edition of what triage has learned from this owner. */
  edition: string;
}

async function look(
  { tx }: Context,
  { id, contactId }: Conversation,
  { id: messageId, subject, text }: Message,
  { aside, again, perhaps }: Around,
): Promise<Looked> {
  const [row] = await tx<Looked>`
    select ${openWorkIn(tx, id, again && messageId)}, ${correctionsEdition(tx)} as edition,
      ${orderNamedIn(tx, contactId, `${subject ?? ''} ${text} ${aside}`)} as "orderNumber",
      ${saidBefore(tx, messageId, [id, perhaps ?? id])} as ours`;
  return row!;
}

/** What was said before a message, the last first, but thanks and a machine's words: our own words, null for another's. */
const saidBefore = (tx: Context['tx'], messageId: string, conversations: readonly string[]) => tx`
  array(
    select case when last.direction = 'out' then last.text end from (
      select direction, text, automatic, triage, occurred_at, id from messages
      where conversation_id = any(${conversations as string[]}) and id < ${messageId} order by occurred_at desc, id desc limit ${MOST_BETWEEN}
    ) last where last.automatic is not true and not (last.direction = 'in' and coalesce(last.triage @> ${tx.json(THANKS)}, false))
    order by last.occurred_at desc, last.id desc
  )`;

/** Whether a message follows a question of ours that is still open. */
export async function answersOurs(
  { tx }: Context,
  messageId: string,
  conversations: readonly string[],
): Promise<boolean> {
  const [row] = await tx<Pick<Looked, 'ours'>>`select ${saidBefore(tx, messageId, conversations)} as ours`;
  const { answersUs } = askedFor(saidLast(row!.ours));
  // a yes to what we only propose is said otherwise
  return answersUs !== undefined && answersUs !== 'yes';
}

/** Our own words after the last of theirs, which may be several messages; how to get no more, below them, asks and proposes nothing. */
function saidLast(ours: readonly (string | null)[]): string[] {
  const theirs = ours.indexOf(null);
  const last = ours.slice(0, theirs === -1 ? ours.length : theirs).filter((text) => text !== null);
  return last.map((words) => aboveLeaving(words) ?? words);
}

/** What we have asked or proposed to them, if anything. */
function askedFor(ours: readonly string[]): Pick<TriageInput['signals'], 'answersUs'> {
  if (ours.some(asksForWords)) return { answersUs: 'words' };
  if (ours.some(asksSomething)) return { answersUs: true };
  return proposesSomething(ours) ? { answersUs: 'yes' } : {};
}

function verdictOn(
  conversation: Conversation,
  { subject, text }: Message,
  {
    aside,
    byPerson,
    formWords,
    again,
    stopped,
    open,
    orderNumber,
    ours,
  }: Around & { open: Filed } & Pick<Looked, 'orderNumber' | 'ours'>,
  model: Model,
): Triage {
  const signals = {
    openTicket: open.ticketId !== undefined,
    // a new subject is a new matter, even if the mail came as an answer
    openLead: open.leadId !== undefined && !hasNewSubject(conversation, subject),
    ...(orderNumber && { orderNumber }),
    ...(!stopped && askedFor(saidLast(ours))),
  };
  const judgeBy = (known: TriageInput['signals'], words: string, title: string | null) =>
    triage({ text: words, ...(title && { subject: title }), signals: known }, model);
  const judge = (words: string, title: string | null) => {
    // they cannot have meant what was not open yet when they first wrote
    const alone = again && judgeBy({ ...signals, openTicket: false, openLead: false }, words, title);
    return alone && saysWhatItIs(alone) ? alone : judgeBy(signals, words, title);
  };
  if (formWords !== undefined) return verdictOnForm(formWords, aside, (words) => judge(words, null));
  const said = text === aside ? '' : text;
  const alone = subject && isAnswering(subject) ? judge(said, null) : undefined;
  // the subject of an answer was said before: it helps only where the words do not say what they are
  const verdict = alone?.accepted ? alone : judge(said, subject);
  if (byPerson && verdict.sublabel === 'autoreply') return belowAMachinesSubject(judge(text, null));
  if (said === '' || saysWhatItIs(verdict)) return verdict;
  const clearer = further(said, aside)
    .map((words) => judge(words, subject))
    .find(saysWhatItIs);
  return clearer ? ofShownWords(clearer, verdict, aside) : verdict;
}

/** The words that were judged are kept: a correction learns from those, not from the form's labels. */
function verdictOnForm(said: string, aside: string, judge: (words: string) => Triage): Triage {
  const verdict = judge(said);
  const others = saysWhatItIs(verdict) ? [] : further(said, aside);
  const judged = others.find((words) => saysWhatItIs(judge(words)));
  if (judged === undefined) return { ...verdict, judged: said };
  return { ...ofShownWords(judge(judged), verdict, aside), judged };
}

/** A sender's footer, or what else was put aside and is not shown, wishes for nothing. */
function ofShownWords({ alsoNoMore, ...clearer }: Triage, verdict: Triage, aside: string): Triage {
  return { ...clearer, ...((verdict.alsoNoMore || (aside === '' && alsoNoMore)) && { alsoNoMore: true as const }) };
}

const saysWhatItIs = ({ accepted, label }: Triage): boolean => accepted && label !== 'other';

/**
 * What else is read of words that do not say what they are: with what was put aside, that alone ("see below" above a
 * forwarded complaint weighs against it), and the end of what is too long to be read whole.
 */
function further(said: string, aside: string): string[] {
  const all = [said, aside].filter(Boolean).join('\n\n');
  const last = inPieces(all).slice(1).at(-1);
  return [...(aside ? [all, aside] : []), ...(last ? [last] : [])];
}

/** A program's subject above a person's words: the words alone count, and are no program's. */
function belowAMachinesSubject(verdict: Triage): Triage {
  return verdict.sublabel === 'autoreply' ? { ...verdict, accepted: false } : verdict;
}

function hasNewSubject({ channel, subject: first }: Conversation, subject: string | null): boolean {
  return hasLetters(channel) && first !== null && subject !== null && subjectKey(subject) !== subjectKey(first);
}
