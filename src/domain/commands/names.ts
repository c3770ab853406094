import type { Locale } from '../../text/locale.ts';
import { everyLanguage, type Texts, texts } from '../../text/texts.ts';
import { typedMeanings } from '../../text/typed.ts';
import type { AnyCommand } from './command.ts';

type Name = AnyCommand['name'];

/** What commands were called before. */
const FORMER = [...typedMeanings<keyof Texts['typed']['former']>(({ former }) => former)];

/** What a command can be called: its own name, its word in each language that has another, then what it was called before. */
export function namesOf(name: Name): string[] {
  return [...new Set([...namesNow(name), ...FORMER.flatMap(([word, meant]) => (meant === name ? word : []))])];
}

/** What a command is called now, the word of this language first. */
export function namesFor(locale: Locale, name: Name): string[] {
  return [...new Set([texts(locale).commands[name].word, ...namesNow(name)])];
}

const namesNow = (name: Name): string[] => [name, ...everyLanguage.map(({ commands }) => commands[name].word)];
