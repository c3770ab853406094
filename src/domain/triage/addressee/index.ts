import { normalise } from '../normalise.ts';
import { chancesOf, type Weights } from '../signs.ts';
import { signsOf, WAYS, whose } from './features.ts';
import { shippedAddressee } from './shipped.ts';

/** From this chance on it is asked before words leave that were typed under a card; it has to be surer where they are for the customer more often, behind a command that says them, and with a file. */
const BARS = { card: 0.74, sure: 0.9 };

/** How likely words typed under a card are the owner's own, and not for the customer: 0 to 1. */
export const chanceOurs = (text: string, weights: Weights = shippedAddressee()): number =>
  chancesOf(weights, WAYS, signsOf(normalise(text).text))[whose.indexOf('ours')]!;

/** Words that would leave are likely the owner's own: what they think, keep or want done. `isSure`: only if that is surer than it need be under a card. */
export const areLikelyOurs = (text: string, isSure: boolean): boolean =>
  chanceOurs(text) >= BARS[isSure ? 'sure' : 'card'];
