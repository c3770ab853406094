import { formatWhen } from '../text/format_when.ts';
import { type Messages, messages } from '../text/messages.ts';
import { mayBeNewPerson } from '../text/new_person.ts';
import { parseWhen } from '../text/when.ts';
import { distinctName } from './commands/choices.ts';
import { MAX_CHOICES, namedIn } from './commands/readings.ts';
import { loadContact } from './contact.ts';
import type { Context } from './context.ts';
import { ordersNumbered } from './order.ts';
import { orderCard } from './order_card.ts';
import type { Button, Reply } from './reply.ts';
import type { User } from './user.ts';

/**
 * Words from a user that are neither a command nor an answer: offered as a note, a task or something to search for. The buttons
 * hold the words, so nothing typed is lost.
 */
export async function offerForWords(ctx: Context, user: User, text: string): Promise<Reply> {
  const locale = user.locale ?? ctx.settings.locale;
  const t = messages(locale);
  if (text === '') return { text: t.desk.noWords };
  const [order] = await ordersNumbered(ctx.tx, text, 1);
  const people = (await namedIn(ctx, text)).slice(0, MAX_CHOICES);
  const due = parseWhen(text, { now: ctx.now, timezone: ctx.settings.timezone, locale });
  const at = due && formatWhen(due.at, { now: ctx.now, timezone: ctx.settings.timezone, locale });
  const rest = [
    { label: t.desk.makeTask(at), command: `/task ${text}` },
    { label: t.desk.makeSearch, command: `/search ${text}` },
  ];
  if (people.length > 1) {
    const notes = [];
    for (const id of people) notes.push([noteButton(t, text, id, await distinctName({ ...ctx, t }, id))]);
    return { text: t.desk.plainWords, quote: text, buttons: [...notes, rest] };
  }
  const named = people[0] === undefined ? undefined : await loadContact(ctx.tx, people[0]);
  const row = [noteButton(t, text, named?.id, named?.name), ...rest];
  if (order) return withButtons(await orderCard(ctx, t, locale, order), row);
  const person = named
    ? { label: t.button.contact, command: `/contact c${named.id}` }
    : mayBeNewPerson(text, ctx.settings.country) && { label: t.desk.makeContact, command: `/add ${text}` };
  return { text: t.desk.plainWords, quote: text, buttons: person ? [row, [person]] : [row] };
}

const noteButton = (t: Messages, text: string, id?: string, name?: string): Button => ({
  label: t.desk.makeNote(name),
  command: `/note ${id ? `c${id}` : '?'} ${text}`,
});

function withButtons(reply: Reply, row: Button[]): Reply {
  return { ...reply, buttons: [...(reply.buttons ?? []), row] };
}
