import { typedMeanings } from '../../../text/typed.ts';
import { EVENT_TYPES, NOUNS, type Noun } from '../../hooks/event_type.ts';

const MEANT = typedMeanings<Noun | 'all'>(({ hookNouns }) => hookNouns);

/** What is meant by `order, lead.won`, 订单 or `*`; nothing said means everything. `unknown`: words that name no event. */
export function eventsMeant(said: string): { events: string[]; unknown: string[]; known: readonly string[] } {
  const words = said
    .toLowerCase()
    .split(/[\s,，、;；]+/u)
    .filter(Boolean);
  const events = new Set<string>();
  const unknown: string[] = [];
  for (const word of words) {
    const meant = MEANT.get(word.replace(/\.\*$/, '')) ?? (EVENT_TYPES.includes(word) ? word : undefined);
    if (meant) events.add(meant);
    else unknown.push(word);
  }
  return { events: events.has('all') ? [] : [...events], unknown, known: [...NOUNS, ...EVENT_TYPES] };
}
