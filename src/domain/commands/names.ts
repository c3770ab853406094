import type { Locale } from '../../text/locale.ts';
import { everyLanguage, texts } from '../../text/texts.ts';
import type { AnyCommand } from './command.ts';

type Name = AnyCommand['name'];

/** What a command can be called: its own name, then its word in each language that has another. */
export function namesOf(name: Name): string[] {
  return [...new Set([name, ...everyLanguage.map(({ commands }) => commands[name].word)])];
}

/** As namesOf, the word of this language first. */
export function namesFor(locale: Locale, name: Name): string[] {
  return [...new Set([texts(locale).commands[name].word, ...namesOf(name)])];
}
