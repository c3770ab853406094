import type { Place } from '../../outbox/message.ts';
import { type Texts, texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import { type Context, localeOf } from '../context.ts';
import { holdsCode } from '../owner/code.ts';
import { journaled, noteAct } from '../owner/journal.ts';
import { mayAct, type User } from '../owner/user.ts';
import { loadContact } from '../people/contact.ts';
import { failed, type Reply, withFields } from '../reply.ts';
import { offerAnswer } from '../talk/answer_way.ts';
import { type AnswerPlace, aboutIt, isBegun } from '../talk/conversation.ts';
import { commandOf, isCommand } from './called.ts';
import { type AnyCommand, type CommandContext, Incomplete, isUnasked, type Pressed } from './command.ts';
import { askForRest } from './complete.ts';
import { lineButton, type Spoken } from './line_button.ts';
import { linesIn, meansSecretCommand, slipIn, slipReply } from './lines.ts';
import { type AsNow, type Ended, type Ran, runSeveral } from './several.ts';
import { showSettled } from './shown_done.ts';
import { similarTo } from './similar.ts';
import { hasSlash, withoutSlash } from './slash.ts';
import { commands } from './table.ts';
import { unreadReply } from './talk/unread.ts';
import { unknownTo, withBlank } from './unknown.ts';
import { askOfParts } from './words/answer_parts.ts';
import { askOfFurtherLines } from './words/further_lines.ts';
import { actInDoubt } from './words/in_doubt.ts';
import { askOfBeside } from './words/leaving/beside.ts';
import { meantOtherwise } from './words/leaving/meant_otherwise.ts';
import { furtherLines, linesOf } from './words/lines.ts';
import { askOfOrdersWithin } from './words/orders_within.ts';
import { readingAt } from './words/read_at.ts';
import { keysIn, meansSecret } from './words/secret.ts';
import { sentenceMeant } from './words/sentences.ts';
import { lineCalled } from './words/synonyms.ts';
import { ordersIn, withSecond } from './words/told_behind.ts';
import { withListed } from './words/within/list_places.ts';
import { splitFirst } from './words/words.ts';

const NAME_GRAPHEMES = 20;

/** Its button works once: pressed again it would do the same thing a second time. */
export function worksOnce(text: string): boolean {
  return (linesIn(text) ?? [text]).some(lineWorksOnce);
}

/** Whether any command of the line changes what we keep, or sends something. */
export const changesSomething = (text: string): boolean =>
  (linesIn(text) ?? [text]).some((line) => commandOf(line)?.changes === true);

function lineWorksOnce(text: string): boolean {
  const command = commandOf(text);
  if (!command?.changes || command.settles) return false;
  const args = command.parse(splitFirst(text)[1], { replying: true });
  return args instanceof Incomplete || !command.onlyShows?.(args);
}

/** Whether a line says words to a customer or keeps a note: what its command still lacks is no reason to do anything else. */
export function isAnswerLine(text: string): boolean {
  const command = commandOf(text);
  const args = command?.answers && command.parse(splitFirst(text)[1], { replying: true });
  return args !== undefined && (args instanceof Incomplete || command!.answers!(args));
}

/** What was typed holds a password, its command misspelt or not: it is kept neither in the inbox nor in the journal. */
export function carriesSecret(text: string, providers: readonly string[]): boolean {
  if (furtherLines(text).some(meansSecretCommand)) return true;
  if (keysIn(text).length > 0) return true;
  const command = commandOf(text) ?? commandOf(withBlank(text));
  // behind the bare word may stand anything; a code is known by itself
  if (command) return command.secret === 'key' || (command.secret === 'code' && hasSlash(text));
  if (!isCommand(text)) return hidesSecret(text, providers);
  return similarTo(splitFirst(text)[0], commands).some(({ secret }) => secret !== undefined);
}

/** Words that are no command hold a password all the same: neither kept, nor offered, nor sent to anybody. */
export function hidesSecret(text: string, providers: readonly string[]): boolean {
  return !isCommand(text) && meansSecret(text, commands, providers);
}

/**
 * Runs what a user typed, in the same transaction, journaled; whatever is wrong with it comes back as a reply. `pressed`: it was not
 * typed; undone, the button can be pressed again. `readAt`: as of when its times are read. Several commands run one after the other, as far as nothing is asked.
 */
export async function runCommand(
  ctx: Context,
  user: User,
  text: string,
  place: Place,
  card: AnswerPlace | undefined,
  pressed?: Pressed,
  readAt = ctx.now,
): Promise<Reply> {
  const run = (line: string, now: AsNow = { ctx, user }) =>
    runLine({ ...now.ctx, readAt }, now.user, line, place, card, pressed);
  const reply = await runLines(ctx, user, text, { place, card, pressed, run });
  return readingAt(ctx, reply, text, readAt);
}

interface Running {
  place: Place;
  card: AnswerPlace | undefined;
  pressed: Pressed | undefined;
  run: (line: string, now?: AsNow) => Promise<Ran>;
}

async function runLines(
  ctx: Context,
  user: User,
  text: string,
  { place, card, pressed, run }: Running,
): Promise<Reply> {
  const slip = pressed ? undefined : slipIn(text);
  if (slip) return slipReply(ctx, localeOf(ctx, user), linesOf(text), slip);
  const within = pressed && !pressed.whole ? undefined : await askOfOrdersWithin(ctx, user, text);
  if (within) return within;
  const lines = linesIn(text);
  if (lines) return runSeveral(ctx, { user, place, card, commands }, lines, run);
  const unclear = pressed ? undefined : await askOfFurtherLines(ctx, user, text);
  if (unclear) return unclear;
  const orders = pressed ? undefined : await ordersIn(ctx, user, text);
  const { reply, undo } = await run(orders?.line ?? text);
  const said = orders ? await withSecond(ctx, user, reply, orders.to) : reply;
  // what is held shows its own way back
  return undo && !reply.held ? withUndo(said, texts(localeOf(ctx, user)).button.undo, undo) : said;
}

/** Words behind a slash that are near no command may be a sentence (in Slack all stand behind one): what it says is offered. */
async function orSentence(
  ctx: Context,
  spoken: Spoken & { user: User },
  text: string,
  reply: Reply,
  place: Place,
): Promise<Reply> {
  const { buttons = [] } = reply;
  const isNear = buttons.flat().some(({ command }) => command !== '/help');
  if (isNear || carriesSecret(text, ctx.providers) || meansSecret(text, commands, ctx.providers)) return reply;
  const meant = await sentenceMeant(ctx, spoken.user, withoutSlash(text).trim(), place);
  if (!meant) return reply;
  return { ...reply, hint: spoken.t.desk.meant, buttons: [[lineButton(spoken, meant.line, meant.shown)], ...buttons] };
}

async function runLine(
  ctx: Context & { readAt: Date },
  user: User,
  typed: string,
  place: Place,
  card: AnswerPlace | undefined,
  pressed: Pressed | undefined,
): Promise<Ran> {
  const locale = localeOf(ctx, user);
  const t = texts(locale);
  const text = pressed ? typed : asksForHelp(typed) ? '/help' : withBlank(typed);
  const command = commandOf(text);
  const [word, said] = splitFirst(text);
  const words = (!pressed && !card && command && (await withListed(ctx.tx, command, said, place))) || said;
  // what was meant is run for the card that was answered
  const ofCard = card && !card.likely ? aboutIt(card) : {};
  if (!command) {
    const spoken = { ...ctx, user, locale, t, commands };
    const unknown = await unknownTo(spoken, word, words);
    const asked = { ...(await orSentence(ctx, spoken, text, unknown, place)), ...ofCard };
    return only(card && !card.likely ? await orToCustomer(ctx, t, asked, text, card) : asked);
  }
  const entry = {
    userId: user.id,
    command: command.secret || keysIn(text).length > 0 ? `/${command.name}` : text,
    now: ctx.now,
    button: pressed?.button,
    ...(ctx.key !== undefined && { key: ctx.key }),
  };
  if (!mayAct(user, command.role)) {
    const refused = command.parse(words, { replying: false });
    await noteAct(ctx.tx, { ...entry, ...recordedOf(command, refused) }, 'refused');
    return only(failed(t.desk.notAllowed));
  }
  const about = card && {
    conversation: isBegun(card) ? card : undefined,
    contact: (await loadContact(ctx.tx, card.contactId))!,
  };
  if (command.changes && !command.secret && !command.takesKeys) {
    if (keysIn(`/${command.name} ${words}`).length > 0) return only(failed(t.desk.secretNoted));
    // what is kept may be said to a customer later: by an absence, in the business's name
    if (await holdsCode(ctx, words)) return only(failed(t.desk.codeStays, ofCard));
  }
  const isTyped = pressed === undefined || pressed.typed === true;
  const commandContext: CommandContext = {
    ...ctx,
    ...{ user, locale, t, place, about, pressed, commands },
    careful: command.careful ?? false,
    typed: isTyped,
    askOfWords: async (said) =>
      isUnasked({ typed: isTyped, pressed })
        ? meantOtherwise(ctx, t, user, { ...said, hasFiles: false }, said.conversation)
        : pressed?.whole
          ? ((await askOfBeside(ctx, t, said)) ?? askOfParts(ctx, t, user, said, true))
          : undefined,
  };
  const args = command.parse(words, { replying: card !== undefined });
  const onlyShows = !command.changes || (!(args instanceof Incomplete) && command.onlyShows?.(args) === true);
  const inDoubt = onlyShows ? undefined : actInDoubt(commandContext, command, words);
  if (inDoubt) return only(inDoubt);
  const unread = command.unread?.(words);
  if (unread) {
    const line = withoutEnd(`/${command.name} ${words}`, unread);
    const instead = command.insteadOf ? await command.insteadOf(commandContext, unread) : line;
    return only(unreadReply(t, unread, instead));
  }
  const ask = (missing: Incomplete) => askForRest(commandContext, command, missing, words);
  if (args instanceof Incomplete) return only(await ask(args));
  const run = async () => {
    const reply = await command.run(commandContext, args);
    return reply instanceof Incomplete ? ask(reply) : reply;
  };
  if (onlyShows) return only(await run());
  const named = { ...entry, ...recordedOf(command, args) };
  const { result, journalId } = await journaled(ctx.tx, named, run);
  const ended = endOf(result, 'done');
  if (ended !== 'done') return { reply: result, ended };
  if (!journalId && command.unrecorded === true && !result.unchanged)
    await noteAct(ctx.tx, named, command.drafts?.(args) ? 'drafted' : 'for_good');
  if (journalId && command.settles) await showSettled(commandContext, journalId);
  if (journalId) return { reply: result, ended, undo: journalId };
  return { reply: command.unrecorded ? result : nothingChanged(result, t.desk.unchanged), ended };
}

/** The line as the journal may hold it, where its words may hold a secret: what was not understood may be that. */
function recordedOf(command: AnyCommand, args: unknown): { command?: string } {
  if (!command.recordedAs) return {};
  if (args instanceof Incomplete) return { command: `/${command.name}` };
  const recorded = command.recordedAs(args);
  return recorded ? { command: `/${command.name} ${recorded}` } : {};
}

/** A slash slips in before words for a customer, too: they can be sent on without it. What may hold a secret is not offered. */
async function orToCustomer(ctx: Context, t: Texts, asked: Reply, text: string, card: AnswerPlace): Promise<Reply> {
  const words = withoutSlash(text).trimStart();
  if (words === '' || carriesSecret(text, ctx.providers)) return asked;
  const name = (await loadContact(ctx.tx, card.contactId))?.name ?? '';
  const label = t.desk.toCustomer(truncate(name, NAME_GRAPHEMES));
  const send = await offerAnswer(ctx.tx, t, card, { name, label, words });
  return { ...asked, quote: words, ...withFields(send.fields), buttons: [...(asked.buttons ?? []), [send.button]] };
}

/** What a command says of itself; where it says nothing, it is at its `end`. */
const endOf = ({ failed, undecided }: Reply, end: 'done' | 'shown'): Ended =>
  failed ? 'failed' : undecided ? 'asks' : end;

/** Nothing was changed. */
const only = (reply: Reply): Ran => ({ reply, ended: endOf(reply, 'shown') });

/** /menu, /菜单: nobody is to be asked what is meant by that. */
const asksForHelp = (text: string): boolean => lineCalled(text.trim()) === '/help';

const withoutEnd = (line: string, unread: string): string => line.slice(0, line.length - unread.length).trim();

const nothingChanged = (reply: Reply, hint: string): Reply => ({ ...reply, unchanged: true, hint: reply.hint ?? hint });

function withUndo(reply: Reply, label: string, journalId: string): Reply {
  return { ...reply, buttons: [...(reply.buttons ?? []), [{ label, command: `/undo ${journalId}` }]] };
}
