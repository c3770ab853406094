import { normalise } from '../normalise.ts';
import { chancesOf, type Weights } from '../signs.ts';
import { signsOf, WAYS } from './features.ts';
import { shippedAddressee } from './shipped.ts';

/** From this chance on it is asked before words leave that were typed under a card; behind a command that says them, they are for the customer more often. */
const BARS = { card: 0.72, command: 0.9 };

/** How likely words typed under a card are the owner's own, and not for the customer: 0 to 1. */
export const chanceOurs = (text: string, weights: Weights = shippedAddressee()): number =>
  chancesOf(weights, WAYS, signsOf(normalise(text).text))[1]!;

/** Words typed under a card, or behind a command that says them, are likely the owner's own: what they think, keep or want done. */
export const areLikelyOurs = (text: string, behindCommand: boolean): boolean =>
  chanceOurs(text) >= BARS[behindCommand ? 'command' : 'card'];
