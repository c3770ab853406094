import { formatWhen } from '../text/format_when.ts';
import { messages } from '../text/messages.ts';
import { readPerson } from '../text/person.ts';
import { parseWhen } from '../text/when.ts';
import { contactNamedIn } from './commands/pick.ts';
import type { Context } from './context.ts';
import { ordersNumbered } from './order.ts';
import { orderCard } from './order_card.ts';
import type { Button, Reply } from './reply.ts';
import type { User } from './user.ts';

/** Longer words are no name of anybody. */
const NAME_CHARACTERS = 40;

/**
 * Words from a user that are neither a command nor an answer: offered as a note, a task or something to search for. The buttons
 * hold the words, so nothing typed is lost.
 */
export async function offerForWords(ctx: Context, user: User, text: string): Promise<Reply> {
  const locale = user.locale ?? ctx.settings.locale;
  const t = messages(locale);
  if (text === '') return { text: t.desk.noWords };
  const [order] = await ordersNumbered(ctx.tx, text, 1);
  const named = await contactNamedIn(ctx, text);
  const due = parseWhen(text, { now: ctx.now, timezone: ctx.settings.timezone, locale });
  const at = due && formatWhen(due.at, { now: ctx.now, timezone: ctx.settings.timezone, locale });
  const row = [
    { label: t.desk.makeNote(named?.name), command: `/note ${named ? `c${named.id}` : '?'} ${text}` },
    { label: t.desk.makeTask(at), command: `/task ${text}` },
    { label: t.desk.makeSearch, command: `/search ${text}` },
  ];
  if (order) return withButtons(await orderCard(ctx, t, locale, order), row);
  const person = named
    ? { label: t.button.contact, command: `/contact c${named.id}` }
    : mayBePerson(text, ctx.settings.country) && { label: t.desk.makeContact, command: `/add ${text}` };
  return { text: t.desk.plainWords, quote: text, buttons: person ? [row, [person]] : [row] };
}

function withButtons(reply: Reply, row: Button[]): Reply {
  return { ...reply, buttons: [...(reply.buttons ?? []), row] };
}

/** A short line, or words with a way to reach somebody: a parcel's address has many lines. */
function mayBePerson(text: string, country: string): boolean {
  const { phones, emails } = readPerson(text, country);
  return phones.length + emails.length > 0 || (text.length <= NAME_CHARACTERS && !text.includes('\n'));
}
