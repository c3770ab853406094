import type { Place } from '../../../outbox/message.ts';
import { givesUp } from '../../../text/retraction.ts';
import { asksHowItStands } from '../../../text/sentence/doubt.ts';
import { type Texts, texts } from '../../../text/texts.ts';
import { fromNow } from '../../../text/when/from_now.ts';
import { festivalTime } from '../../../text/when/named_festival.ts';
import { timeIn } from '../../../text/when/time_like.ts';
import { parseWhen } from '../../../text/when/when.ts';
import { byWord, commandOf, isCommand } from '../../commands/called.ts';
import { lineButton } from '../../commands/line_button.ts';
import { runCommand } from '../../commands/run.ts';
import { beginsNote } from '../../commands/slash.ts';
import { commands } from '../../commands/table.ts';
import { unreadReply } from '../../commands/talk/unread.ts';
import { meantBy } from '../../commands/words/bare.ts';
import { exactly } from '../../commands/words/moment.ts';
import { splitFirst } from '../../commands/words/words.ts';
import { type Context, localeOf } from '../../context.ts';
import type { MessageReceived } from '../../event.ts';
import type { User } from '../../owner/user.ts';
import { type Button, failed, type Reply, type Rest } from '../../reply.ts';
import type { AnswerPlace } from '../../talk/conversation.ts';
import { conversationMeant } from '../form.ts';
import { keptBack } from '../kept_back.ts';

/** What was typed as an answer to a question about a command, and where. */
interface Answer {
  user: User;
  words: string;
  rest: Rest;
  place: Place;
  card: AnswerPlace | undefined;
}

/**
 * What was missing of a command is typed as an answer to the question. It passes what words under a card pass, and what of it is not
 * what was asked for is asked about. Undefined: it says something else.
 */
export async function onCompleted(
  ctx: Context,
  user: User,
  { text, attachments, forwardedFrom }: MessageReceived,
  to: Pick<Answer, 'rest' | 'place' | 'card'>,
): Promise<Reply | undefined> {
  const words = text.trim();
  const answer: Answer = { user, words, ...to };
  const { rest, place, card } = to;
  if (words === '' || attachments.length > 0 || forwardedFrom || beginsNote(words)) return undefined;
  // 取消 is a command's name as well
  const left = givesUp(words);
  if (left === 'surely') return givenUp(ctx, answer);
  if (isCommand(words)) return undefined;
  if (left === 'perhaps' && rest.need !== 'time') return askOfIt(ctx, answer);
  const asked = rest.need === 'text' ? await keptHere(ctx, answer) : notTheValue(ctx, answer);
  const readAt = rest.readAt === undefined ? undefined : new Date(rest.readAt);
  return asked ?? runCommand(ctx, user, lineOf(rest, words), place, card, undefined, readAt);
}

export const lineOf = ({ before, after }: Rest, words: string): string => `${before}${words}${after}`;

function asTyped(ctx: Context, { user, words, rest }: Answer): Button {
  const locale = localeOf(ctx, user);
  const button = lineButton({ t: texts(locale), locale, commands }, lineOf(rest, words));
  return { ...button, ...(rest.readAt && { readAt: rest.readAt }) };
}

/** Nothing is wanted any more: it is said, and what may be meant as the words themselves is a tap away. */
function givenUp(ctx: Context, answer: Answer): Reply {
  const { desk } = texts(localeOf(ctx, answer.user));
  const isWords = ['text', 'newName', 'name'].includes(answer.rest.need ?? '');
  return { text: desk.leftIt, ...(isWords && { buttons: [[asTyped(ctx, answer)]] }) };
}

/** It is asked about: as what was asked for it is a tap away. */
function askOfIt(ctx: Context, answer: Answer, text?: string, more: Button[] = []): Reply {
  const { desk } = texts(localeOf(ctx, answer.user));
  return failed(text ?? desk.inDoubt(answer.words), { buttons: [...more, asTyped(ctx, answer)].map((way) => [way]) });
}

/** What is to be said to a customer, now or later, and may be for us or for somebody else. */
async function keptHere(ctx: Context, answer: Answer): Promise<Reply | undefined> {
  const { user, words, rest, place, card } = answer;
  const name = commandOf(rest.before)?.name;
  if (name !== 'reply' && name !== 'later') return undefined;
  const [ref] = splitFirst(splitFirst(rest.before)[1]);
  const conversation = await conversationMeant(ctx, ref, card);
  const said = { text: words, words, hasFiles: false, passedOn: false, place };
  const kept = conversation && (await keptBack(ctx, user, said, conversation));
  if (!kept || name === 'reply') return kept;
  // to send it at once is not what was asked
  const others = (kept.buttons ?? []).map((row) => row.filter(({ command }) => !command.startsWith('/reply ')));
  const buttons = [[asTyped(ctx, answer)], ...others].filter(({ length }) => length > 0);
  return { ...kept, buttons };
}

/** A question, another command, or words around the time that was asked for are no value: they never go on with the command. */
function notTheValue(ctx: Context, answer: Answer): Reply | undefined {
  if (answer.rest.need === 'time') return notATime(ctx, answer);
  return commandInstead(ctx, answer) ?? (asksHowItStands(answer.words) ? askOfIt(ctx, answer) : undefined);
}

/** A command without its slash: rename Dave ← reply Anna it is ready. What holds a secret goes on no button. */
function commandInstead(ctx: Context, answer: Answer): Reply | undefined {
  const [first, words] = splitFirst(answer.words);
  // a name begins with a capital
  const named = ['name', 'newName'].includes(answer.rest.need ?? '') && words !== '' ? byWord.get(first) : undefined;
  const meant = meantBy(answer.words, '') ?? (named && { command: named, words });
  if (!meant || meant.command.secret || meant.words === '') return undefined;
  const locale = localeOf(ctx, answer.user);
  const t = texts(locale);
  const line = `/${meant.command.name} ${meant.words}`;
  return askOfIt(ctx, answer, t.desk.whichOfIt, [lineButton({ t, locale, commands }, line)]);
}

function notATime(ctx: Context, { user, words, rest }: Answer): Reply | undefined {
  const locale = localeOf(ctx, user);
  const t = texts(locale);
  const moment = { now: ctx.now, timezone: ctx.settings.timezone, country: ctx.settings.country, locale };
  const when = parseWhen(fromNow(words), moment);
  if (when?.rest === '' || (!when && festivalTime(words, moment)?.rest === '')) return undefined;
  if (!when) return failed(t.desk.notUnderstood(words), askedAgain(t, rest));
  // a piece of the time itself: which time is meant is not known
  if (when.others || timeIn(when.rest) !== undefined) return failed(t.time.unread(when.rest), askedAgain(t, rest));
  return unreadReply(t, when.rest, lineOf(rest, exactly(ctx, when.at)));
}

/** What was typed before is not lost. */
const askedAgain = (t: Texts, rest: Rest): Pick<Reply, 'hint' | 'rest' | 'asks'> => ({
  hint: t.desk.missing(t.need.time),
  rest,
  asks: t.desk.typeIt(t.need.time),
});
