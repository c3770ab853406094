import { plainly } from '../plainly.ts';
import type { Texts } from '../texts.ts';

/** The command a sentence means. */
export type Does = keyof Texts['commands'];

/** What people say for a command, in words. The groups of `says`: who (somebody's name), thing (a task by its title), label (a tag that somebody has), numbered (an order by its number), town (a city that somebody lives in), and what `words` takes over. */
export interface Rule {
  says: RegExp;
  does: Does;
  /**
   * Behind the command, and behind the person or the thing where one is named: 'city:$city'. Left out: nothing. What is in front of a
   * ' | ' stood in front of the person too: the words behind them begin after it.
   */
  words?: string;
  /** Said so clearly, and so easily taken back, that it is done at once. What only shows always is. */
  sure?: true;
  /** It fits many words: under a customer's card they are for the customer. */
  loose?: true;
}

/** Rules of one language: `$NAME` in a pattern stands for these pieces. Throws on a name in a pattern or in the words that stands for nothing. */
export function rulesOf(
  pieces: Readonly<Record<string, string>>,
  rules: readonly (readonly [pattern: string, does: Does, words?: string, how?: 'sure' | 'loose'])[],
): Rule[] {
  return rules.map(([pattern, does, words, how]) => {
    const whole = plainly(inserted(pattern, pieces));
    for (const [name, group] of words?.matchAll(/\$([a-z]+\d?)/g) ?? [])
      if (!groupsIn(whole).some((one) => isNamedBy(one, group!))) throw new Error(`${name} is no group of ${pattern}`);
    return {
      says: new RegExp(`^(?:${whole})$`, 'diu'),
      does,
      ...(words && { words }),
      ...(how && { [how]: true as const }),
    };
  });
}

/** One letter may stand right behind it: '$daysm'. */
const isNamedBy = (group: string, name: string): boolean =>
  name === group || (name.length === group.length + 1 && name.startsWith(group));

const groupsIn = (pattern: string): string[] => [...pattern.matchAll(/\(\?<([a-z]+\d?)>/g)].map(([, name]) => name!);

/** Pieces may hold pieces. */
function inserted(pattern: string, pieces: Readonly<Record<string, string>>): string {
  const whole = pattern.replace(/\$([A-Z]+)/g, (name, key: string) => {
    const piece = pieces[key];
    if (piece === undefined) throw new Error(`${name} stands for nothing in ${pattern}`);
    return piece;
  });
  return whole === pattern ? whole : inserted(whole, pieces);
}
