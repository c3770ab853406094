import type { Texts } from '../../../text/texts.ts';
import { typedMeanings } from '../../../text/typed.ts';
import { EVENT_TYPES, NOUNS, type Noun } from '../../hooks/event_type.ts';

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

const EVENTS = typedMeanings<keyof Texts['typed']['hookEvents']>(({ hookEvents }) => hookEvents);
const MEANT = typedMeanings<Noun | 'all'>(({ hookNouns }) => hookNouns);

/** Events that words name, and words that name none; `known`: all there are. */
export interface EventsMeant {
  events: string[];
  unknown: string[];
  known: readonly string[];
}

/** What is meant by `order, lead.won`, 订单 or `*`; nothing said means everything. `unknown`: words that name no event. */
export function eventsMeant(said: string): EventsMeant {
  const words = said
    .toLowerCase()
    .split(/[\s,，、;；]+/u)
    .filter(Boolean);
  const events = new Set<string>();
  const unknown: string[] = [];
  for (const word of words) {
    const type = EVENT_TYPES.includes(word) ? word : EVENTS.get(word);
    const meant = MEANT.get(word.replace(/\.\*$/, '')) ?? type;
    if (meant) events.add(meant);
    else unknown.push(word);
  }
  return { events: events.has('all') ? [] : [...events], unknown, known: [...NOUNS, ...EVENT_TYPES] };
}
