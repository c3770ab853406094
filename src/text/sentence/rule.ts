import { plainly } from '../plainly.ts';
import type { Texts } from '../texts.ts';

/** A command, or what a text is not about: an answer to somebody is offered and never run. */
export type Does = keyof Texts['commands'];

/** What people say for a command, in words. The groups of `says`: who (somebody's name), thing (a task by its title), and what `words` takes over. */
export interface Rule {
  says: RegExp;
  does: Does;
  /** Behind the command, and behind the person or the thing where one is named: 'city:$city'. Left out: nothing. */
  words?: string;
  /** Said so clearly, and so easily taken back, that it is done at once. What only shows always is. */
  sure?: true;
}

/** A rule of one language: `$NAME` in the pattern stands for these pieces. */
export function rulesOf(
  pieces: Readonly<Record<string, string>>,
  rules: readonly (readonly [pattern: string, does: Does, words?: string, sure?: 'sure'])[],
): Rule[] {
  return rules.map(([pattern, does, words, sure]) => ({
    says: new RegExp(`^(?:${plainly(inserted(pattern, pieces))})$`, 'diu'),
    does,
    ...(words && { words }),
    ...(sure && { sure: true as const }),
  }));
}

/** Pieces may hold pieces. */
function inserted(pattern: string, pieces: Readonly<Record<string, string>>): string {
  const whole = pattern.replace(/\$([A-Z]+)/g, (name, key: string) => pieces[key] ?? name);
  return whole === pattern ? whole : inserted(whole, pieces);
}
