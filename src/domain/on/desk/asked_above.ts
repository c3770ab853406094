import type { Sql } from '../../../db/sql.ts';
import type { Place } from '../../../outbox/message.ts';
import { texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { isFieldless } from '../../channel.ts';
import { commandOf, isCommand } from '../../commands/called.ts';
import { lineButton } from '../../commands/line_button.ts';
import { beginsNote, withoutSlash } from '../../commands/slash.ts';
import { commands } from '../../commands/table.ts';
import { commandMeant } from '../../commands/words/command_meant.ts';
import { type Context, localeOf } from '../../context.ts';
import type { MessageReceived } from '../../event.ts';
import type { User } from '../../owner/user.ts';
import type { Button, Reply, Rest } from '../../reply.ts';
import { loadConversation } from '../../talk/conversation.ts';
import { placeOf } from './answer_card.ts';
import { lineOf, onCompleted } from './completed.ts';

/** So many of the newest messages are looked at for the question that was asked last. */
const MOST_LOOKED_AT = 50;
/** For this long what is typed next may answer it. */
const MINUTES = 10;
/** What is called so is shorter. */
const NAME_CHARS = 60;
const REASON_GRAPHEMES = 40;

/** A question about a command, below which nothing else was said to this user. */
interface Asked {
  rest: Rest;
  conversationId: string | null;
  /** A notice came after it. */
  told: boolean;
}

/** The question that we asked last in this chat, unless this user has gone on to something else since; `besides`: one asked beside what was done. */
async function askedAbove(sql: Sql, { channel, address }: Place, besides = false): Promise<Asked | undefined> {
  const asks = besides
    ? sql`coalesce(payload #>> '{reply,rest,need}', payload #>> '{instead,rest,need}') = 'reason'`
    : sql`payload #> '{reply,asks}' is not null`;
  const [last] = await sql<Asked & { rest: Rest | null }>`
    with newest as materialized (
      select id, channel, address, audience, idempotency_key, conversation_id, payload, created_at from outbox order by id desc limit ${MOST_LOOKED_AT}
    ), here as materialized (
      select *, split_part(idempotency_key, ':', 1) in ('said', 'pressed', 'submitted', 'instead', 'form') as answers from newest
      where channel = ${channel} and address = ${address} and audience = 'owner' and payload ->> 'kind' in ('message', 'form', 'edit')
    )
    select case when ${asks} and created_at > now() - make_interval(mins => ${MINUTES}) then coalesce(payload #> '{reply,rest}', payload #> '{instead,rest}') end as rest,
      conversation_id as "conversationId", exists (select from here later where later.id > here.id and later.payload ->> 'kind' = 'message') as told
    from here where answers order by id desc limit 1`;
  return last?.rest ? last : undefined;
}

/** What a message typed next to a question says to it. */
interface ToQuestion {
  /** What was asked for: it goes on with the command as an answer under the question would. */
  answers?: { rest: Rest; conversationId: string | null };
  /** As that, where it may be something else. */
  button?: Button;
}

/**
 * What is typed next in a chat of two where a question stands last, and says nothing by itself, is its answer: where a chat has no field
 * that opens for it. What reaches somebody, or cannot be taken back, is a tap away.
 */
export async function saidToQuestion(ctx: Context, user: User, event: MessageReceived): Promise<ToQuestion> {
  const words = event.text.trim();
  const bare = event.private && event.answers.length === 0 && isFieldless(event.channel);
  if (!bare || words === '' || event.attachments.length > 0 || event.forwardedFrom) return {};
  if (beginsNote(words) || isCommand(words)) return {};
  const asked = await askedAbove(ctx.tx, placeOf(event));
  const command = asked && commandOf(asked.rest.before);
  if (!asked || !command || command.secret) return {};
  const { rest, conversationId, told } = asked;
  const locale = localeOf(ctx, user);
  const button = {
    ...lineButton({ t: texts(locale), locale, commands }, lineOf(rest, words)),
    ...(rest.readAt && { readAt: rest.readAt }),
  };
  const isLong = words.includes('\n') || (['name', 'newName'].includes(rest.need ?? '') && words.length > NAME_CHARS);
  if (told || isLong || command.careful || command.unrecorded || !command.changes) return { button };
  const other = rest.need === 'time' ? undefined : await commandMeant(ctx, user, words, placeOf(event));
  if (other) return other.atOnce && commandOf(other.line)?.saidAtOnce === 'shows' ? {} : { button };
  return { answers: { rest, conversationId } };
}

/** Words that say nothing by themselves may say why, where that was asked beside what was done: that is a tap away. */
export async function sayingWhy(ctx: Context, user: User, event: MessageReceived): Promise<Button | undefined> {
  const words = event.text.trim();
  const bare = event.private && event.answers.length === 0 && event.attachments.length === 0 && !event.forwardedFrom;
  if (!bare || words === '' || words.includes('\n') || beginsNote(words) || isCommand(words)) return undefined;
  const asked = await askedAbove(ctx.tx, placeOf(event), true);
  if (!asked) return undefined;
  const label = texts(localeOf(ctx, user)).lostReasons.because(truncate(words, REASON_GRAPHEMES));
  return { label, command: lineOf(asked.rest, words), typed: true };
}

/** What is offered with that; where a person is named the words are rather about them. */
export function withWhy(offered: Reply, why: Button): Reply {
  const { buttons = [] } = offered;
  const isOfSomebody = buttons.flat().some(({ command }) => / c\d+\b/.test(command));
  return { ...offered, buttons: isOfSomebody ? [...buttons, [why]] : [[why], ...buttons] };
}

/** The answer to the question above goes on with its command. */
export async function answerAbove(
  ctx: Context,
  user: User,
  event: MessageReceived,
  { rest, conversationId }: { rest: Rest; conversationId: string | null },
) {
  const card = conversationId === null ? undefined : await loadConversation(ctx.tx, conversationId);
  return onCompleted(ctx, user, event, { rest, place: placeOf(event), card });
}

/** Behind the one command that a channel passes on, a word that is no command is no slip in one where the words say something by themselves, or answer a question. */
export async function withoutOurSlash(ctx: Context, user: User, event: MessageReceived): Promise<MessageReceived> {
  if (!event.behindSlash || commandOf(event.text)) return event;
  const words = withoutSlash(event.text).trim();
  const place = placeOf(event);
  const said = (await askedAbove(ctx.tx, place)) ?? (await commandMeant(ctx, user, words, place));
  return said ? { ...event, text: words } : event;
}
