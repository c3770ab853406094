import type { Texts } from '../../../text/texts.ts';
import { typedMeanings } from '../../../text/typed.ts';
import type { AnyCommand } from '../command.ts';
import { withoutSlash } from '../slash.ts';

/** Other words that people use for a command, under a card as well. */
export const SYNONYMS: ReadonlyMap<string, AnyCommand['name']> = typedMeanings<keyof Texts['typed']['synonym']>(
  ({ synonym }) => synonym,
);

/** Words that people type behind a slash if they do not know the right one. */
const SLASHED = typedMeanings<keyof Texts['typed']['slashed']>(({ slashed }) => slashed);

/** Other words that people type behind a slash for this command; in lower case. */
export const slashedFor = (name: AnyCommand['name']): string[] =>
  [...SLASHED].filter(([, meant]) => meant === name).map(([word]) => word);

/** The command line that is meant by a word which is no command's name, without its slash. */
export function lineCalled(word: string): string | undefined {
  const name = withoutSlash(word).toLowerCase();
  const meant = SYNONYMS.get(name) ?? SLASHED.get(name);
  return meant && (meant === 'back' ? '/away off' : `/${meant}`);
}
