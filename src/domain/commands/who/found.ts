import { formerNames } from '../../people/former_name.ts';
import { looksLikeAddress } from '../../people/name.ts';
import { findContacts } from '../../people/search.ts';
import type { CommandContext } from '../command.ts';
import { nearness } from './naming.ts';
import { MAX_CHOICES } from './readings.ts';

/** Somebody found by one word. */
export interface Found {
  id: string;
  name: string;
  /** Why it is surely them: their name or its word; or their name begins so. Undefined: it only may be. */
  sure: 'named' | 'begins' | undefined;
  /** By a name they have given up. */
  former: boolean;
}

/** Whoever is found. An address or a number that proves nobody is at most a sign of them. */
export async function foundBy(ctx: CommandContext, word: string): Promise<Found[]> {
  const found = await findContacts(ctx.tx, word, MAX_CHOICES);
  const ids = found.map(({ id }) => id);
  const names = await formerNames(ctx.tx, ids);
  return found.map(({ id, name }) => {
    const now = looksLikeAddress(word) ? undefined : nearness(name, word);
    const former =
      !now && !looksLikeAddress(word) && (names.get(id) ?? []).some((one) => nearness(one, word) === 'named');
    return { id, name, sure: former ? 'named' : now, former };
  });
}

/** Of those found, who has the name; else the only one there is, whose name begins so, where that is enough for the command. */
export function surely({ careful }: CommandContext, found: Found[]): string[] {
  const named = found.filter(({ sure }) => sure === 'named');
  const begins = found.length === 1 && !careful ? found.filter(({ sure }) => sure === 'begins') : [];
  return (named.length > 0 ? named : begins).map(({ id }) => id);
}
