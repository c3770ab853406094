import type { Locale } from '../../text/locale.ts';
import { own } from '../../text/own.ts';
import type { Texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import { type Attachment, carried, type FilesChange } from '../attachment.ts';
import type { Context } from '../context.ts';
import { refileButtons, takenFor, workButtons } from '../desk/customer_card.ts';
import { withLater } from '../desk/later_field.ts';
import { type Made, namesOf, type TakenOff } from '../desk/made_of.ts';
import type { Button, Field, Reply } from '../reply.ts';
import { withFields } from '../reply.ts';
import { CROSSED_GRAPHEMES } from '../talk/answer.ts';
import type { Conversation } from '../talk/conversation.ts';
import type { Edited } from '../talk/message.ts';
import type { StillToCome } from '../talk/scheduled.ts';
import { keepBackButton } from '../talk/who_gets_it.ts';
import type { Triage } from '../triage/triage.ts';
import type { AnswerMet } from '../undo/recall.ts';
import type { Rejudged } from './judge_edit.ts';

export interface Edit {
  /** The name of whoever wrote it. */
  name: string;
  message: Edited;
  change: FilesChange | undefined;
  /** What follows from the new words; undefined if the words are the same. */
  judged: Rejudged | undefined;
  /** The owner had answered the earlier wording. */
  answer: AnswerMet | undefined;
  /** What is to leave to them later. */
  later: readonly StillToCome[];
  /** What lies ready to answer the new words. */
  ready?: { fields: Field[]; buttons: Button[][] } | undefined;
}

/** What the owner sees of an edit: the words as they are now, what stood there before, and what follows from it. */
export function editCard(
  ctx: Context,
  t: Texts,
  locale: Locale,
  { channel, contactId }: Conversation,
  edit: Edit,
): Reply {
  const { name, message, change, judged, answer, ready } = edit;
  const fields = [
    ...(judged ? judgedFields(t, message, judged) : []),
    ...(ready?.fields ?? []),
    ...answeredFields(t, answer),
  ];
  const buttons = [
    ...(ready?.buttons ?? []),
    ...keepBack(t, answer, name),
    ...(judged && isNews(message, judged) ? filingButtons(t, contactId, message, judged) : []),
  ];
  const card = {
    title: titleOf(t, name, change),
    ...(message.text && { quote: message.text }),
    attachments: shownFiles(change, channel),
    ...withFields(fields),
    ...(buttons.length > 0 && { buttons }),
    ...(message.before !== message.text && message.before && { hint: t.card.before(message.before) }),
    changed: { messageId: message.id, at: ctx.now.toISOString() },
  };
  return withLater(ctx, t, locale, card, edit.later);
}

function judgedFields(t: Texts, message: Edited, judged: Rejudged): Field[] {
  const { triage, filedByUser, urgent, saysMore, gone, stays } = judged;
  if (!isNews(message, judged)) return urgent && saysMore ? [{ label: t.urgent.label, value: t.urgent[urgent] }] : [];
  return [
    ...(urgent ? [{ label: t.urgent.label, value: t.urgent[urgent] }] : []),
    { label: filedByUser ? t.card.looksNow : t.card.takenFor, value: takenFor(t, triage) },
    ...(filedByUser ? [{ label: t.card.filedByYou, value: t.triage.label[message.triage!.label] }] : []),
    ...filingFields(t, gone, stays),
  ];
}

/** What had been made of the earlier words: what has gone with them, and what stays. */
export const filingFields = (t: Texts, gone: readonly Made[], stays: readonly Made[]): Field[] => [
  ...listed(t, t.card.filedNoMore, gone),
  // feedback is never open, so it is not among these
  ...listed(
    t,
    t.card.staysFiled,
    stays.filter(({ what }) => what !== 'feedback'),
  ),
];

/** Brings back what has gone; no button if nothing has. */
export const bringBack = (t: Texts, { journalId }: TakenOff): Button[][] =>
  journalId ? [[{ label: t.button.undo, command: `/undo ${journalId}` }]] : [];

const listed = (t: Texts, label: string, made: readonly Made[]): Field[] =>
  made.length > 0 ? [{ label, value: namesOf(t, made) }] : [];

/** Whether it now means something else, or not what a user has said it is. */
function isNews({ triage: before }: Edited, { triage, gone }: Rejudged): boolean {
  if (!before || gone.length > 0) return true;
  const isSame = before.label === triage.label && (before.by === 'owner' || isSameKind(before, triage));
  return !isSame;
}

const isSameKind = (before: Triage, now: Triage): boolean =>
  before.accepted === now.accepted && before.sublabel === now.sublabel;

const filingButtons = (t: Texts, contactId: string, { id, triage: before }: Edited, judged: Rejudged): Button[][] => [
  refileButtons(t, { id, triage: judged.filedByUser ? before : judged.triage }),
  workButtons(t, contactId, judged.filed),
  ...bringBack(t, judged),
];

function titleOf(t: Texts, name: string, change: FilesChange | undefined): string {
  if (!change) return t.card.edited(name);
  const { is, kind } = change;
  if (kind === 'location') return t.card.pinChanged(name, is);
  return t.card.fileChanged(name, is, kind ? (own(t.card.fileKind, kind) ?? t.card.file) : t.card.file);
}

/** Removed files cannot be shown. */
function shownFiles(change: FilesChange | undefined, channel: string): Attachment[] {
  return change && change.is !== 'removed' ? change.files.map((file) => carried(file, channel)) : [];
}

/** What the owner had answered to the earlier wording. */
export function answeredFields(t: Texts, answer: AnswerMet | undefined): Field[] {
  if (!answer) return [];
  const label = answer.held ? t.card.answerHeld : t.card.answered;
  return [{ label, value: truncate(answer.text, CROSSED_GRAPHEMES) || t.contact.file }];
}

/** Keeps that answer back; nothing where it has left. */
export const keepBack = (t: Texts, answer: AnswerMet | undefined, name: string): Button[][] =>
  answer?.held ? [[keepBackButton(t, name, answer.outboxId)]] : [];
