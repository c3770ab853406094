import { saysOfFront } from '../../../text/person/whom/name_end.ts';
import { retractionIn } from '../../../text/retraction.ts';
import {
  asksHowItStands,
  doubtFrom,
  isNameAWord,
  isOnlyDoubt,
  isTakenBack,
  tellsOnlyUs,
} from '../../../text/sentence/doubt.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import type { AnyCommand, CommandContext } from '../command.ts';
import { lineButton } from '../line_button.ts';
import { isSaying } from '../who/naming.ts';

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

/** What is to be said to somebody says itself that it is not to leave: never mind, 先别发; or it tells us what to say: 明天再回. */
export const isForNobody = (words: string): boolean =>
  isOnlyDoubt(words) || retractionIn(words) !== undefined || tellsOnlyUs(words);

/** Of what is to be kept or made nothing is left: it is only asked, supposed or taken back. */
const isNothing = (words: string): boolean => isOnlyDoubt(words) || isTakenBack(words);

/** What is to be a lead or a ticket asks how one stands, or takes it back. */
export const isNoTitle = (words: string): boolean => asksHowItStands(words) || isTakenBack(words);

/** The name is a word that sentences begin with, of which the rest is said: the customer is right. */
function isSentence(words: string, rest: string): boolean {
  const front = words.slice(0, -rest.length || undefined);
  return isSaying(front.split(' ', 1)[0]!) && !/[:：,，]\s*$/u.test(front) && saysOfFront(rest);
}

/** The name in front may be a word of what is said: May I send it today? Undefined: it is a name, or a button has said which. */
export function nameInDoubt(
  ctx: Asking,
  words: string,
  rest: string,
  again: (words: string) => string,
): Reply | undefined {
  if (ctx.pressed || rest === words || !(isNameAWord(words) || isSentence(words, rest))) return undefined;
  const ways = [rest, words].map(
    (said): Button => ({ label: lineButton(ctx, again(said)).label, command: again(said) }),
  );
  return { ...askOfDoubt(ctx, words, ways), text: ctx.t.desk.nameOrWord };
}

/** Words for somebody, or of which something is made, that are nothing but a doubt. `again`: the command with other words in their place. */
export function wordsInDoubt(
  ctx: Asking,
  words: string,
  again: (words: string) => string,
  { isDoubt = isNothing, label }: { isDoubt?: (words: string) => boolean; label?: string } = {},
): Reply | undefined {
  if ((ctx.pressed && !ctx.pressed.unasked) || !isDoubt(words)) return undefined;
  return askOfDoubt(ctx, words, [
    { label: ctx.t.desk.withoutUnread, command: again('').trim() },
    { label: label ?? lineButton(ctx, again(words)).label, command: again(words) },
  ]);
}

/** Where it is asked whom a typed line means, a mere doubt behind the name goes on no button. */
export const withoutDoubt = ({ pressed }: Pick<Asking, 'pressed'>, rest: string): string =>
  !pressed && isOnlyDoubt(rest) ? '' : rest;
