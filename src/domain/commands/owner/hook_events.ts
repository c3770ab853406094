import type { Texts } from '../../../text/texts.ts';
import { typedMeanings } from '../../../text/typed.ts';
import { EVENT_TYPES, type Happening, NOUNS, type Noun, typeOf } from '../../hooks/event_type.ts';

/** What is no part of an address, but stands between it and what follows. */
const FULL_WIDTH = /[，、；。]/u;
const HALF_WIDTH = /[,;]/;

/** The address in front of the words, and what behind it names events: a comma that is glued to the address is none of it. */
export function addressIn(words: string): { url: string; events: string } {
  const blank = words.search(/\s/u);
  const word = blank < 0 ? words : words.slice(0, blank);
  const behind = blank < 0 ? '' : words.slice(blank).trim();
  const end = word.search(FULL_WIDTH);
  const [url, glued] = end < 0 ? [word, ''] : [word.slice(0, end), word.slice(end + 1)];
  if (glued !== '' || end >= 0) return { url, events: `${glued} ${behind}`.trim() };
  const at = url.search(HALF_WIDTH);
  const tail = at < 0 ? '' : url.slice(at + 1);
  // an address may hold commas itself: only what names events ends it
  const ends = at >= 0 && eventsMeant(tail).unknown.length === 0;
  return ends ? { url: url.slice(0, at), events: `${tail} ${behind}`.trim() } : { url, events: behind };
}

const NOUN = typedMeanings<Noun | 'all'>(({ hookNouns }) => hookNouns);
const HAPPENS = typedMeanings<Happening>(({ hookHappens }) => hookHappens);
const BETWEEN = typedMeanings<'and' | 'filler'>(({ hookBetween }) => hookBetween);
/** What is told of a message that left is said of it: a thing that was sent is a parcel to most. */
const NOT_ALONE: readonly Happening[] = ['sent', 'created', 'updated', 'deleted'];

/** Events that words name, and words that name none; `known`: all there are. */
export interface EventsMeant {
  events: string[];
  unknown: string[];
  known: readonly string[];
}

type Piece =
  | { is: 'type'; word: string; event: string }
  | { is: 'noun'; word: string; noun: Noun | 'all' }
  | { is: 'happens'; word: string; what: Happening }
  | { is: 'and' | 'filler' | 'unknown'; word: string };

/**
 * What is meant by `order, lead.won`, 订单 or `*`; nothing said means everything. What happens belongs to the noun beside it: `paid orders`
 * and 付款的订单 are `order.paid`, and not all of an order. `unknown`: words that name no event.
 */
export function eventsMeant(said: string): EventsMeant {
  const meant = said
    .toLowerCase()
    .split(/[,，、;；]+/u)
    .flatMap((part) => phrasesOf(piecesOf(part)).map(eventsOf));
  const events = new Set(meant.flatMap((one) => one.events));
  return {
    events: events.has('all') ? [] : [...events],
    unknown: meant.flatMap((one) => one.unknown),
    known: [...NOUNS, ...EVENT_TYPES],
  };
}

const pieceOf = (word: string): Piece | undefined => {
  const noun = NOUN.get(word.replace(/\.\*$/, ''));
  const what = HAPPENS.get(word);
  const between = BETWEEN.get(word);
  if (EVENT_TYPES.includes(word)) return { is: 'type', word, event: word };
  if (noun) return { is: 'noun', word, noun };
  if (what) return { is: 'happens', word, what };
  return between && { is: between, word };
};

const piecesOf = (part: string): Piece[] =>
  part
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word): Piece[] => {
      const piece = pieceOf(word);
      return piece ? [piece] : (gluedIn(word) ?? [{ is: 'unknown', word }]);
    });

const LONGEST_GLUED = 30;
const LONGEST_WORD = 5;

/** 付款的订单: the words of a Chinese one, each as long as can be; undefined: something is left over. */
function gluedIn(word: string): Piece[] | undefined {
  if (!/^\p{Script=Han}+$/u.test(word) || word.length > LONGEST_GLUED) return undefined;
  const pieces: Piece[] = [];
  for (let at = 0; at < word.length; ) {
    const lengths = Array.from({ length: Math.min(LONGEST_WORD, word.length - at) }, (_, nth) => nth + 1).reverse();
    const found = lengths.map((length) => pieceOf(word.slice(at, at + length))).find((piece) => piece !== undefined);
    if (!found) return undefined;
    pieces.push(found);
    at += found.word.length;
  }
  return pieces;
}

/** Parted where somebody says and; without what says nothing. */
function phrasesOf(pieces: readonly Piece[]): Piece[][] {
  const phrases: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.is === 'and') phrases.push([]);
    else if (piece.is !== 'filler') phrases.at(-1)!.push(piece);
  }
  return phrases;
}

function eventsOf(phrase: readonly Piece[]): Pick<EventsMeant, 'events' | 'unknown'> {
  const events: string[] = [];
  const unknown: string[] = [];
  for (let at = 0; at < phrase.length; at += 1) {
    const [one, next, after] = [phrase[at]!, phrase[at + 1], phrase[at + 2]];
    const pair = pairOf(one, next);
    const alone = pair ?? aloneOf(one);
    // leads new orders: whose it is cannot be seen
    const isUnclear = pair && one.is === 'noun' && pairOf(next!, after) && phrase[at + 3]?.is !== 'happens';
    if (isUnclear) unknown.push([one, next!, after!].map(({ word }) => word).join(' '));
    else if (alone) events.push(alone);
    else unknown.push(one.word);
    at += isUnclear ? 2 : pair ? 1 : 0;
  }
  return { events, unknown };
}

function pairOf(one: Piece, other: Piece | undefined): string | undefined {
  const [noun, what] = one.is === 'happens' ? [other, one] : [one, other];
  return noun?.is === 'noun' && what?.is === 'happens' && noun.noun !== 'all'
    ? typeOf(noun.noun, what.what)
    : undefined;
}

/** What can happen to one noun alone needs no other word. */
function aloneOf(piece: Piece): string | undefined {
  if (piece.is === 'type') return piece.event;
  if (piece.is === 'noun') return piece.noun;
  if (piece.is !== 'happens' || NOT_ALONE.includes(piece.what)) return undefined;
  const [only, ...others] = NOUNS.flatMap((noun) => typeOf(noun, piece.what) ?? []);
  return others.length === 0 ? only : undefined;
}

/** Events as their user says them. */
export const eventsSaid = ({ hook, inARow }: Texts, events: readonly string[]): string =>
  inARow(
    events.map((event) => {
      const [noun, what] = event.split('.') as [Noun, Happening | undefined];
      return hook.event(hook.noun[noun], what ? hook.happens[what] : '', event);
    }),
  );
