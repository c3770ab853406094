import type { Deed } from '../../../text/meaning/undone_said.ts';
import { typedMeanings, typedWords } from '../../../text/typed.ts';
import { commandOf } from '../called.ts';
import type { AnyCommand } from '../command.ts';
import type { Act } from '../sell/order/act_said.ts';
import { splitFirst } from '../words/words.ts';

/** Which commands do it, whatever is said with them. */
const DONE_BY: Readonly<Record<Deed, readonly AnyCommand['name'][]>> = {
  refund: [],
  removal: ['delete', 'end', 'drop'],
  block: ['block', 'unblock'],
  merge: ['merge', 'join'],
  tag: ['tag', 'tagall'],
  note: ['note'],
  task: ['task', 'taskall', 'done', 'end', 'postpone', 'unpaid', 'invoice'],
  order: ['order'],
  shipment: [],
  payment: ['invoice'],
  quote: ['quote'],
};
/** What becomes of an order does it as well. */
const BY_ACT: Readonly<Record<Act['is'], Deed | undefined>> = {
  paid: 'payment',
  sent: 'shipment',
  refund: 'refund',
  cancel: 'removal',
  tell: undefined,
};
const ACTS = typedMeanings(({ orderAct }) => orderAct);
const REMOVES = typedWords(({ orderAct }) => orderAct.cancel);

/** What a line of the journal did; undefined: no command of ours that is known. */
export function deedsDone(line: string): Deed[] | undefined {
  const command = commandOf(line);
  if (!command) return undefined;
  const words = splitFirst(line)[1].toLowerCase().split(/\s+/u);
  const deeds = (Object.keys(DONE_BY) as Deed[]).filter((deed) => DONE_BY[deed].includes(command.name));
  if (command.name === 'order') return [...deeds, ...words.flatMap((word) => actDone(word) ?? [])];
  // a step behind what it is done to, or a tag that was taken off
  const removes = words.slice(0, 2).some((word) => REMOVES.has(word)) || isTakenOff(command, words);
  return removes ? [...deeds, 'removal'] : deeds;
}

function actDone(word: string): Deed | undefined {
  const act = ACTS.get(word);
  return act && BY_ACT[act];
}

const isTakenOff = ({ name }: AnyCommand, words: readonly string[]): boolean =>
  (name === 'tag' || name === 'tagall') && words.some((word) => word.startsWith('-'));
