import type { Network } from '../../../text/post/networks.ts';
import { typedMeanings, typedWords } from '../../../text/typed.ts';
import { outletIn } from '../../channel.ts';
import { Incomplete } from '../command.ts';
import { idIn, splitFirst } from '../words/words.ts';

export type Step = 'go' | 'at' | 'timed' | 'edit' | 'drop' | 'back' | 'delete' | 'for' | 'with' | 'without' | 'bot';

export type Args =
  | { of: 'list'; page: number }
  | { of: 'outlets' }
  | { of: 'outlet'; channel: string; address: string; name: string }
  | { of: 'off'; id: string }
  | { of: 'new'; words: string; only?: Network }
  | { of: 'one'; id: string; step: Step | 'show' | 'unread'; words: string; typed: string };

const STEPS = typedMeanings<Step>(({ post }) => post.step);
const TO = typedWords(({ post }) => post.to);
const FOR = typedWords(({ campaign }) => campaign.to);
const ONLY = typedWords(({ post }) => post.only);
const OFF = typedWords(({ post }) => post.off);
const LIST = typedWords(({ post }) => post.list);
const SHOW = typedWords(({ post }) => post.show);
/** In front of words that are a post whatever they look like. */
export const AS_WORDS = '›';
const NETWORK = typedMeanings<Network>(({ post }) => post.network);

/** A network by any of its names. */
export const networkIn = (typed: string): Network | undefined => NETWORK.get(typed.trim().toLowerCase());

/** Steps behind which only a network stands: else the words are a post of their own ("3 for 2 today"). */
const OF_NETWORKS: readonly Step[] = ['for', 'with', 'without'];
/** Steps behind which nothing stands. */
const BARE: readonly Step[] = ['go', 'drop', 'back', 'delete', 'bot'];

/** '3', '3 at tomorrow 9am', 'to @teahouse', 'off 2', or the words of a new post; whether a number in front is a post's, is seen where they are. */
export function readPost(words: string): Args | Incomplete {
  const [first, rest] = splitFirst(words);
  const word = first.toLowerCase();
  if (first === '') return new Incomplete('postText');
  if (first === AS_WORDS && rest !== '') return { of: 'new', words: rest };
  if (LIST.has(word) && /^\d{0,4}$/u.test(rest)) return { of: 'list', page: Math.max(1, Number(rest) || 1) };
  if (OFF.has(word) && idIn(rest)) return { of: 'off', id: idIn(rest)! };
  const outlet = TO.has(word) ? readOutlet(rest) : undefined;
  return outlet ?? readOne(first, rest, words) ?? readOnly(word, rest) ?? { of: 'new', words };
}

/** 'only instagram: New tea is here'. Without the colon the words are a post: "Only x left!". */
function readOnly(word: string, rest: string): Args | undefined {
  if (!ONLY.has(word)) return undefined;
  const [, name = '', words = ''] = /^([^\s:：]{1,20})\s?[:：]\s*([\s\S]+)$/u.exec(rest) ?? [];
  const only = networkIn(name);
  return only && { of: 'new', words, only };
}

/** '@teahouse', or '-1001234567890 Tea house' on a button, which has the name from a post that was passed on. */
function readOutlet(words: string): Args | undefined {
  const [typed, name] = splitFirst(words);
  if (typed === '') return { of: 'outlets' };
  const found = outletIn(typed);
  return found && (name === '' || typed.startsWith('-')) ? { of: 'outlet', ...found, name } : undefined;
}

function readOne(first: string, rest: string, typed: string): Args | undefined {
  const id = idIn(first);
  if (!id) return undefined;
  if (rest === '') return { of: 'one', id, step: 'show', words: '', typed };
  const [word, words] = splitFirst(rest);
  const step = STEPS.get(word.toLowerCase());
  if (SHOW.has(rest.toLowerCase())) return { of: 'one', id, step: 'show', words: '', typed };
  if (networkIn(rest)) return { of: 'one', id, step: 'for', words: rest, typed };
  if (!step || !stands(step, words)) return { of: 'one', id, step: 'unread', words: rest, typed };
  return { of: 'one', id, step, words, typed };
}

/** Whether that may stand behind the step. */
function stands(step: Step, words: string): boolean {
  if (step === 'with') return behindNetwork(words) !== undefined;
  if (OF_NETWORKS.includes(step)) return networkIn(words) !== undefined || (step === 'for' && words === '');
  return !BARE.includes(step) || words === '';
}

/** 'instagram', or 'instagram New tea is here': for which network, and what the post says without its name. */
export function behindNetwork(words: string): { network: Network; rest: string } | undefined {
  const whole = networkIn(words);
  if (whole) return { network: whole, rest: '' };
  const [, first = '', rest = ''] = /^([^\s:：]{1,20})[\s:：]+([\s\S]+)$/u.exec(words.trim()) ?? [];
  const network = networkIn(first);
  return network && { network, rest: rest.trim() };
}

/** Whom it would be for, behind the word for that: a post is for everybody. */
export function peopleIn(words: string): string | undefined {
  const [first, rest] = splitFirst(words);
  const isShort = rest !== '' && rest.length <= 20 && /^[#＃]?[\p{L}\p{N}_ -]+$/u.test(rest);
  return isShort && FOR.has(first.toLowerCase()) && rest.split(/\s+/u).length <= 2 ? rest : undefined;
}
