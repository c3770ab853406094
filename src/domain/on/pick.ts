import { runCommand } from '../commands/run.ts';
import type { Context } from '../context.ts';
import { sayAt } from '../owner/say.ts';
import { mayAct, type User } from '../owner/user.ts';
import type { MessagePicked } from '../press_event.ts';
import { withRecipients } from '../talk/answer_way.ts';
import type { AnswerPlace } from '../talk/conversation.ts';
import { userAt } from '../user.ts';
import { cardAnswered } from './desk/card_answered.ts';
import { type Author, keepWords, makeOf } from './passed_on.ts';

/**
 * A user makes a lead or a ticket from a message: of the card's customer, else of whoever wrote it, whose words are
 * kept like passed-on ones. It is a command like any other: authorised, journaled and undone in the same way.
 */
export async function onMessagePicked(ctx: Context, event: MessagePicked): Promise<string | undefined> {
  const user = userAt(ctx, event.channel, event.from.address);
  if (!user) return 'picked by a stranger';
  const { place: card } = await cardAnswered(ctx, event);
  const author = card ? undefined : await authorOf(ctx, event);
  if (!card && !author) return 'not written by a customer';
  const { line, about } = author ? await kept(ctx, user, event, author) : { line: `/${event.make}`, about: card };
  const place = { channel: event.channel, address: card ? event.chat : event.from.address };
  const reply = await withRecipients(ctx.tx, await runCommand(ctx, user, line, place, about, {}), about?.id, about);
  await sayAt(ctx, place, {
    key: `picked:${event.channel}:${event.externalId}`,
    ...{ reply, about: about?.id ?? null },
  });
  return undefined;
}

/**
 * The author. Nothing is made of users' own words, because they write to each other too. On a channel where messages
 * can be picked we may write to anybody first.
 */
async function authorOf(ctx: Context, { author, channel }: MessagePicked): Promise<Author | undefined> {
  if (!author || userAt(ctx, channel, author.address)) return undefined;
  return { name: author.name, mark: { channel, address: author.address }, reachable: true };
}

interface Making {
  line: string;
  about: AnswerPlace | undefined;
}

/** Keeps nothing for a user who may not: the command says so. */
async function kept(ctx: Context, user: User, event: MessagePicked, author: Author): Promise<Making> {
  if (!mayAct(user, 'helper')) return { line: `/${event.make}`, about: undefined };
  const { result } = await keepWords(ctx, user, { ...event, externalId: event.messageId }, author);
  return { line: makeOf(event.make, result.contact.id, event.text), about: result.place };
}
