import { plainly } from '../plainly.ts';
import type { Texts } from '../texts.ts';

/** The command a sentence means. */
export type Does = keyof Texts['commands'];

/** What people say for a command, in words. The groups of `says`: who (somebody's name), thing (a task by its title), label (a tag that somebody has), numbered (an order by its number), town (a city that somebody lives in), firm (a company that is known), mate (somebody of the team), and what `words` takes over. */
export interface Rule {
  readonly says: RegExp;
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

/**
 * Rules of one language: `$NAME` in a pattern stands for these pieces. A pattern is made when it is first asked for (all of them
 * were a third of the time that our code took to load), and throws on a name in it or in the words that stands for nothing.
 */
export function rulesOf(
  pieces: Readonly<Record<string, string>>,
  rules: readonly (readonly [
    pattern: string,
    does: Does,
    words?: string | undefined,
    how?: 'sure' | 'loose' | undefined,
  ])[],
): Rule[] {
  return rules.map(([pattern, does, words, how]) => {
    let says: RegExp | undefined;
    return {
      get says() {
        says ??= patternOf(inserted(pattern, pieces), words);
        return says;
      },
      does,
      ...(words && { words }),
      ...(how && { [how]: true as const }),
    };
  });
}

function patternOf(pattern: string, words: string | undefined): RegExp {
  const whole = plainly(pattern);
  for (const [name, group] of words?.matchAll(/\$([a-z]+\d?)/g) ?? [])
    if (!groupsIn(whole).some((one) => isNamedBy(one, group!))) throw new Error(`${name} is no group of ${pattern}`);
  return new RegExp(`^(?:${whole})$`, 'diu');
}

/** As `rulesOf`, of patterns whose alternatives may name the same groups: each is a rule of its own, and what one does not name is left out. */
export const rulesApart: typeof rulesOf = (pieces, rules) =>
  rulesOf(
    pieces,
    rules.flatMap(([pattern, does, words, how]) =>
      alternatives(pattern).map((one) => {
        const groups = groupsIn(inserted(one, pieces));
        const left = words?.replace(/\s?\$([a-z]+\d?)/g, (all, name: string) => (groups.includes(name) ? all : ''));
        return [one, does, left ?? '', how] as [string, Does, string, typeof how];
      }),
    ),
  );

/** The parts of a pattern between the bars that stand in no brackets. */
function alternatives(pattern: string): string[] {
  const found = [''];
  let depth = 0;
  for (const part of pattern.match(/\\.|[^\\]/gsu) ?? []) {
    depth += part === '(' ? 1 : part === ')' ? -1 : 0;
    if (part === '|' && depth === 0) found.push('');
    else found[found.length - 1] += part;
  }
  return found;
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
