import type { Place } from '../../outbox/message.ts';
import { type Texts, texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import { type Context, localeOf } from '../context.ts';
import { sayAt } from '../owner/say.ts';
import type { User } from '../owner/user.ts';
import type { Button, Item, List, Reply } from '../reply.ts';
import { withRecipients } from '../talk/answer_way.ts';
import type { AnswerPlace } from '../talk/conversation.ts';
import type { AnyCommand } from './command.ts';
import { inTheirWords } from './who/spoken.ts';
import { toldAloneKey } from './words/lines.ts';
import { withoutKeys } from './words/secret.ts';

/** What a line came to, and by which entry of the journal it is taken back; undefined: it changed nothing. */
export interface Ran {
  reply: Reply;
  ended: Ended;
  undo?: string;
}

/** An act, and who runs it, as both are by now. */
export interface AsNow {
  ctx: Context;
  user: User;
}

/** What became of a line: a question that has to be answered first has done nothing either. */
export type Ended = 'done' | 'shown' | 'asks' | 'failed';

/** Who runs them, where, and under which card. */
export interface Runner {
  user: User;
  place: Place;
  card: AnswerPlace | undefined;
  commands: readonly AnyCommand[];
}

const LINE_GRAPHEMES = 60;

/**
 * One after the other, each by the settings that those before it have left, and with what came of it. The first that asks or fails is
 * the last: what is left is one tap away.
 */
export async function runSeveral(
  begun: Context,
  runner: Runner,
  lines: string[],
  run: (line: string, now: AsNow) => Promise<Ran>,
): Promise<Reply> {
  const items: Item[] = [];
  const undone: string[] = [];
  let someDone = false;
  let now: AsNow = { ctx: begun, user: runner.user };
  for (const [nth, line] of lines.entries()) {
    const ran = await run(line, now);
    if (ran.undo) undone.unshift(`/undo ${ran.undo}`);
    now = await anew(now);
    const locale = localeOf(now.ctx, now.user);
    const t = texts(locale);
    const text = truncate(inTheirWords(runner.commands, locale, line.replaceAll('\n', ' ')), LINE_GRAPHEMES);
    items.push({ text, detail: cameOf(ran) });
    const list = { title: t.several.title, items };
    if (ran.ended === 'asks' || ran.ended === 'failed')
      return stopped(t, { reply: ran.reply, list, left: lines.slice(nth + 1), undone, someDone });
    if (ran.ended === 'done') someDone = true;
    if (tellsMore(ran)) await tellAlone(now.ctx, { ...runner, user: now.user }, ran.reply, { line, nth });
  }
  const t = texts(localeOf(now.ctx, now.user));
  return { lists: [{ title: t.several.title, items }], buttons: filled([undoOf(t, undone)]) };
}

/** The settings, and the user, as the lines so far have left them. */
async function anew({ ctx, user }: AsNow): Promise<AsNow> {
  const now = await ctx.anew();
  return { ctx: now, user: now.users.find(({ id }) => id === user.id) ?? user };
}

/** What it asks, or why it failed, with what came of the lines before and what is left. */
function stopped(
  t: Texts,
  {
    reply,
    list,
    left,
    undone,
    someDone,
  }: { reply: Reply; list: List; left: string[]; undone: string[]; someDone: boolean },
): Reply {
  // what is rewritten when an answer leaves would lose the rest
  const { receiptOf: _, ...said } = reply;
  const rest = left.length > 0 ? [{ label: t.several.rest(left.length), command: left.join('\n') }] : [];
  return {
    ...said,
    failed: true,
    ...(someDone && { partly: true }),
    lists: [list, ...(reply.lists ?? [])],
    buttons: filled([...(reply.buttons ?? []), rest, undoOf(t, undone)]),
  };
}

/** All that a done line said; of what was shown its first line, for it is told whole. */
function cameOf({ reply: { title, text, hint }, ended }: Ran): string {
  if (ended === 'shown') return (title ?? text ?? '').split('\n')[0]!;
  return [title, text, hint]
    .flatMap((part) => part?.split('\n') ?? [])
    .filter(Boolean)
    .join(' · ');
}

/** One line cannot hold it: what was asked for, what can be tapped, and what is rewritten when an answer leaves. */
function tellsMore({ reply, ended }: Ran): boolean {
  const { buttons, fields, lists, quote, attachments, receiptOf } = reply;
  return (
    ended === 'shown' || [buttons, fields, lists, quote, attachments, receiptOf].some((part) => part !== undefined)
  );
}

/** A message of its own, before the one that tells of all. */
async function tellAlone(
  ctx: Context,
  { user, place, card }: Runner,
  reply: Reply,
  { line, nth }: { line: string; nth: number },
): Promise<void> {
  const said = withoutKeys(texts(localeOf(ctx, user)), reply, [line]);
  await sayAt(
    ctx,
    { topic: '', ...place },
    {
      key: toldAloneKey(place, place.externalId ?? ctx.random(), nth),
      reply: await withRecipients(ctx.tx, said, said.about, card),
    },
  );
}

/** The last is taken back first. */
const undoOf = (t: Texts, lines: string[]): Button[] =>
  lines.length > 0 ? [{ label: t.several.undo, command: lines.join('\n') }] : [];

const filled = (rows: Button[][]): Button[][] => rows.filter(({ length }) => length > 0);
