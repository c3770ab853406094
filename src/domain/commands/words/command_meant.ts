import type { Place } from '../../../outbox/message.ts';
import { eitherSaid } from '../../../text/person/whom/either_said.ts';
import { ofDraft } from '../../../text/sentence/of_draft.ts';
import { restoredName } from '../../../text/sentence/restored.ts';
import { criesStop, saysStop, saysWrong } from '../../../text/sentence/stop_sending.ts';
import { parseWhen } from '../../../text/when/when.ts';
import { campaignsAtWork, isAnythingOn, lastUnbegun } from '../../campaigns/campaign.ts';
import { leavingNow } from '../../campaigns/told/leaving_now.ts';
import { type Context, localeOf } from '../../context.ts';
import type { User } from '../../owner/user.ts';
import { deletionOf } from '../../undo/deletion.ts';
import { lastHeld } from '../../undo/recall.ts';
import { isCommand } from '../called.ts';
import { eachOf } from '../meant/by_what_is_named.ts';
import { called } from '../who/addressed.ts';
import { lineMeant } from './line_meant.ts';
import { sentencesOf } from './lines.ts';
import { type Became, sentenceMeant } from './sentences.ts';
import { eachTimeMeant, listMeant } from './within/listed.ts';
import { newcomerMeant } from './within/newcomer.ts';
import { twoWishes } from './within/second_wish.ts';
import { wordAlone } from './word_alone.ts';

/** The command that a message without a slash says in this chat, or several of them. */
export const commandMeant = async (ctx: Context, user: User, text: string, place: Place): Promise<Became | undefined> =>
  (await stopMeant(ctx, text)) ??
  (await draftMeant(ctx, user, text)) ??
  (await linesMeant(ctx, user, text)) ??
  (await wordAlone(ctx, text)) ??
  (await sentenceMeant(ctx, user, text, place)) ??
  (await restoredMeant(ctx, user, text)) ??
  (await eitherMeant(ctx, user, text)) ??
  (await newcomerMeant(ctx, text));

/**
 * While something is being sent to many, or is to be, to stop it is what somebody in a hurry means: at once what is leaving, since each moment
 * mails more. What only begins like that, or is cried, is asked about while something leaves.
 */
async function stopMeant({ tx, now }: Context, text: string): Promise<Became | undefined> {
  const says = saysStop(text);
  const isWrong = says || saysWrong(text);
  if (!isWrong && !criesStop(text)) return undefined;
  const leaving = await leavingNow(tx, now);
  const atWork = await campaignsAtWork(tx);
  if (!isWrong && leaving.length === 0) return undefined;
  if (atWork.length === 0 && !(says && (await isAnythingOn(tx)))) return undefined;
  const atOnce = says && atWork.some(({ state }) => state === 'running');
  return { line: '/stop', shown: '/stop', atOnce, ...(leaving.length > 0 && { leaving }) };
}

/** A draft that is older is what nobody thinks of. */
const FRESH_MS = 2 * 86_400_000;

/** With a campaign written last that has not left, when it is to leave, or that it is not to yet, is said of that; what waits in a chat comes first. */
async function draftMeant(ctx: Context, user: User, text: string): Promise<Became | undefined> {
  const said = ofDraft(text);
  const last = said && (await lastUnbegun(ctx.tx, new Date(ctx.now.getTime() - FRESH_MS)));
  if (!last) return undefined;
  if (said.is === 'at') {
    const { timezone, country } = ctx.settings;
    if (!parseWhen(said.when, { now: ctx.now, timezone, country, locale: localeOf(ctx, user) })) return undefined;
    const line = `/campaign ${last.id} at ${said.when}`;
    return { line, shown: line, atOnce: false };
  }
  if (said.is === 'test') {
    const line = `/campaign ${last.id} test`;
    return { line, shown: line, atOnce: false };
  }
  if (last.state !== 'draft' || (!said.named && (await lastHeld(ctx.tx, user.id)))) return undefined;
  const line = `/campaign ${last.id}`;
  return { line, shown: line, atOnce: true };
}

/** Of two names with a stroke between them one is meant: what is said of each is offered. */
async function eitherMeant(ctx: Context, user: User, text: string): Promise<Became | undefined> {
  const found: Became[] = [];
  for (const { name, text: alone } of eitherSaid(text)) {
    if ((await called(ctx, name)).ids.length === 0) return undefined;
    const became = await sentenceMeant(ctx, user, alone);
    found.push(...(became?.pieces ?? (became ? [became] : [])));
  }
  return eachOf(found);
}

/** Somebody who was deleted is to be there again: to take that back, whatever was done since. */
async function restoredMeant(ctx: Context, user: User, text: string): Promise<Became | undefined> {
  const name = restoredName(text);
  const found = name === undefined ? undefined : await deletionOf(ctx.tx, user.id, ctx.now, name);
  return found && { line: `/undo ${found.id}`, shown: `/undo ${found.id} · ${found.name}`, atOnce: false };
}

/** Lines of which more than one says a command, or a line of two wishes: one tap runs them one after the other, but for those that are to leave. */
async function linesMeant(ctx: Context, user: User, text: string): Promise<Became | undefined> {
  const lines = sentencesOf(text);
  const times = await eachTimeMeant(ctx, user, text);
  const pieces =
    times ??
    (await listMeant(ctx, user, text, (item) => itemBecomes(ctx, user, item))) ??
    (lines ? await piecesOf(ctx, user, lines) : await twoWishes(ctx, user, text));
  if (!pieces || pieces.length < 2) return undefined;
  const said = pieces.map(({ line }) => line);
  const isOne = pieces.every(runsWithOthers);
  return {
    line: said.join('\n'),
    shown: pieces.map(({ shown }) => shown).join('\n'),
    atOnce: times !== undefined && pieces.every(({ atOnce }) => atOnce),
    ...(!isOne && { pieces }),
  };
}

/** Whether it is a single line that reaches nobody. */
export const runsWithOthers = ({ line, to }: Became): boolean => !to && !line.includes('\n');

/** Each line that says a command, with those behind it that say none. Undefined: the first says none, or it cannot go on so. */
async function piecesOf(ctx: Context, user: User, lines: string[]): Promise<Became[] | undefined> {
  const pieces: { became: Became; lines: string[] }[] = [];
  for (const line of lines) {
    const became = await lineBecomes(ctx, user, line);
    if (became) pieces.push({ became, lines: [line] });
    else if (pieces.length === 0) return undefined;
    else pieces.at(-1)!.lines.push(line);
  }
  if (pieces.length < 2) return undefined;
  const read: Became[] = [];
  for (const { became, lines: all } of pieces) {
    const whole = all.length === 1 ? became : await sentenceMeant(ctx, user, all.join('\n'));
    if (!whole) return undefined;
    read.push(whole);
  }
  return read;
}

/** What is to be done is no command for its first word: call Tom. */
const itemBecomes = async (ctx: Context, user: User, item: string): Promise<Became | undefined> =>
  isCommand(item) ? { line: item, shown: item, atOnce: false } : sentenceMeant(ctx, user, item);

async function lineBecomes(ctx: Context, user: User, line: string): Promise<Became | undefined> {
  const meant = isCommand(line) ? line : lineMeant(ctx, localeOf(ctx, user), line);
  if (meant === undefined) return sentenceMeant(ctx, user, line);
  const slashed = meant.startsWith('/') ? meant : `/${meant}`;
  return { line: slashed, shown: slashed, atOnce: false };
}
