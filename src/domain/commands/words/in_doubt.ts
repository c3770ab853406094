import { retractionIn } from '../../../text/retraction.ts';
import { doubtFrom, isOnlyDoubt } from '../../../text/sentence/doubt.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import type { AnyCommand, CommandContext } from '../command.ts';
import { lineButton } from '../line_button.ts';

/** Whoever types a command, and asks, doubts or supposes it in the same line, has not said that it is to be done. */
type Asking = Pick<CommandContext, 'about' | 't' | 'locale' | 'commands' | 'pressed'>;

/** What may have been meant: the command without the doubt, or all of it as typed; each is a button. */
function askOfDoubt({ t, about }: Asking, doubt: string, ways: Button[]): Reply {
  const ofCard = about?.conversation && { about: about.conversation.id };
  return failed(t.desk.inDoubt(doubt), { ...ofCard, buttons: ways.map((way) => [way]) });
}

/** An act whose line asks, denies or supposes it behind what it names. Undefined: it does not, or a button has said it. */
export function actInDoubt(ctx: Asking, { name }: AnyCommand, words: string): Reply | undefined {
  const start = ctx.pressed ? undefined : doubtFrom(name, words);
  if (start === undefined) return undefined;
  const lines = [words.slice(0, start), words].map((said) => `/${name} ${said}`.trim());
  const ways = lines.map((line) => lineButton(ctx, line));
  return askOfDoubt(ctx, words.slice(start).trim(), ways);
}

/** What is to be said to somebody says itself that it is not to leave: never mind, 先别发. */
export const isForNobody = (words: string): boolean => isOnlyDoubt(words) || retractionIn(words) !== undefined;

/** Words for somebody, or of which something is made, that are nothing but a doubt. `again`: the command with other words in their place. */
export function wordsInDoubt(
  ctx: Asking,
  words: string,
  again: (words: string) => string,
  { isDoubt = isOnlyDoubt, label }: { isDoubt?: (words: string) => boolean; label?: string } = {},
): Reply | undefined {
  if (ctx.pressed || !isDoubt(words)) return undefined;
  return askOfDoubt(ctx, words, [
    { label: ctx.t.desk.withoutUnread, command: again('').trim() },
    { label: label ?? lineButton(ctx, again(words)).label, command: again(words) },
  ]);
}

/** Where it is asked whom a typed line means, a mere doubt behind the name goes on no button. */
export const withoutDoubt = ({ pressed }: Pick<Asking, 'pressed'>, rest: string): string =>
  !pressed && isOnlyDoubt(rest) ? '' : rest;
