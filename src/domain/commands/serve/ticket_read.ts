import { typedMeanings, typedWords } from '../../../text/typed.ts';
import { timeIn } from '../../../text/when/time_like.ts';
import type { Priority, TicketKind, TicketState } from '../../serve/kind.ts';
import { idIn, splitFirst } from '../words/words.ts';

export const KIND_WORDS = typedMeanings<TicketKind>(({ ticketKind }) => ticketKind);
export const PRIORITY_WORDS = typedMeanings<Priority>(({ priority }) => priority);
export const STATE_WORDS = typedMeanings<TicketState>(({ ticketState }) => ticketState);
export const VERBS = typedMeanings<Verb>(({ ticketVerb }) => ticketVerb);
/** What may only be words for us, and what it is called in the first place: with it somebody's ticket is surely meant, not what a new one is called. */
const SURE = new Set([...typedWords(({ ticketVerb }) => [ticketVerb.note[0]!, ticketVerb.cause[0]!])]);
const HAN = /\p{Script=Han}/u;

export type Verb =
  | 'kind'
  | 'priority'
  | 'cause'
  | 'note'
  | 'step'
  | 'done'
  | 'undone'
  | 'drop'
  | 'order'
  | 'merge'
  | 'split'
  | 'part'
  | 'title';

/** What words behind a ticket's number say of it. */
export type Change =
  | { is: 'kind'; kind: TicketKind }
  | { is: 'priority'; priority: Priority }
  | { is: 'state'; state: TicketState }
  | { is: 'verb'; verb: Verb; words: string };

/** Those with words behind them that need no blank in between: 原因运输破损. */
const GLUED: readonly Verb[] = ['cause', 'note', 'step', 'title'];
const GLUED_WORDS = [...VERBS]
  .filter(([word, verb]) => HAN.test(word) && GLUED.includes(verb))
  .sort(([one], [other]) => other.length - one.length);

const MARKS_BEHIND = /[\s.!。！]+$/u;

/** Undefined: they say nothing of it. */
export function changeIn(words: string): Change | undefined {
  const said = words.replace(MARKS_BEHIND, '').toLowerCase();
  const [kind, priority, state] = [KIND_WORDS.get(said), PRIORITY_WORDS.get(said), STATE_WORDS.get(said)];
  if (kind) return { is: 'kind', kind };
  if (priority) return { is: 'priority', priority };
  const [first, rest] = splitFirst(words);
  const verb = VERBS.get(first.toLowerCase().replace(/[:：]$/u, ''));
  // "done" alone is both: a step is ticked by its number
  if (state && !(verb && rest !== '')) return { is: 'state', state };
  if (verb) return { is: 'verb', verb, words: rest };
  const glued = GLUED_WORDS.find(([word]) => words.startsWith(word));
  const behind = glued && words.slice(glued[0].length).replace(/^[\s:：，,]+/u, '');
  return glued && behind ? { is: 'verb', verb: glued[1], words: behind } : undefined;
}

/**
 * Whether words behind somebody's name say something of a ticket of theirs. 'perhaps': they may be what a new one is called (a complaint, step stool
 * broken). Undefined: they are.
 */
export function saysOfTicket(words: string): 'surely' | 'perhaps' | undefined {
  const change = changeIn(words);
  const [head, behind] = splitFirst(words);
  // until when it is put off
  if (!change && behind !== '' && STATE_WORDS.get(head.toLowerCase()) === 'snoozed')
    return timeIn(behind) === undefined ? undefined : 'surely';
  if (!change) return undefined;
  if (change.is !== 'verb') return change.is === 'kind' ? 'perhaps' : 'surely';
  if (change.words === '') return undefined;
  const [first] = splitFirst(words);
  if (SURE.has(first.toLowerCase().replace(/[:：]$/u, ''))) return 'surely';
  if (['done', 'undone', 'drop', 'merge'].includes(change.verb)) return idIn(change.words) ? 'surely' : undefined;
  if (change.verb === 'kind') return KIND_WORDS.has(change.words.toLowerCase()) ? 'surely' : undefined;
  if (change.verb === 'priority') return PRIORITY_WORDS.has(change.words.toLowerCase()) ? 'surely' : undefined;
  return change.verb === 'step' || change.verb === 'title' ? 'perhaps' : undefined;
}
