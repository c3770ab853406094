import { hasLetters } from '../../channel.ts';
import type { Context } from '../../context.ts';
import type { Variants } from '../../templates/compile.ts';
import type { Campaign } from '../campaign.ts';
import { countsClicks } from '../clicks/tracked.ts';
import type { Measure, Version } from './version.ts';

/** What somebody is written who gets this version; null: there is one text alone. */
export const variantsOf = ({ variants, second }: Pick<Campaign, 'variants' | 'second'>, version: Version | null) =>
  (version === 'b' && second) || variants;

/** Each text of a campaign, the first one first. */
export const textsOf = ({
  variants,
  second,
}: Pick<Campaign, 'variants' | 'second'>): { version: Version; variants: Variants }[] => [
  { version: 'a', variants },
  ...(second ? [{ version: 'b' as const, variants: second }] : []),
];

/** Whether the rest of its people wait until it is decided which text is better. */
export const awaitsWinner = ({ second, trial, winner }: Pick<Campaign, 'second' | 'trial' | 'winner'>): boolean =>
  second !== null && trial < 100 && winner === null;

/** By what its texts are compared: what the owner chose, else clicks where they can be counted. */
export function measureOf(
  ctx: Pick<Context, 'settings' | 'publicUrl'>,
  { measure, channel }: Pick<Campaign, 'measure' | 'channel'>,
): Measure {
  return measure ?? (hasLetters(channel) && countsClicks(ctx) ? 'clicked' : 'replied');
}
