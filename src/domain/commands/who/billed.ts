import type { Contact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import type { Reply } from '../../reply.ts';
import { ordersNumbered } from '../../sell/order_number.ts';
import { otherNamesOf } from '../../sell/other_name.ts';
import type { CommandContext } from '../command.ts';
import { type Again, whichReply } from './choices.ts';
import type { Reading } from './proof.ts';

const MOST_LOOKED_AT = 7;

/**
 * They were named by the number of an order that the shop says somebody else has bought, who has only a mail address or a phone in common with
 * them: what follows reaches them only once the owner has seen whom it goes to. Undefined: there is nothing to ask.
 */
export async function askBilled(
  ctx: CommandContext,
  reading: Reading,
  contact: Contact,
  again: Again,
): Promise<Reply | undefined> {
  if (!ctx.careful || !ctx.typed || !/\d/u.test(reading.name)) return undefined;
  const numbered = await ordersNumbered(ctx.tx, reading.name, MOST_LOOKED_AT);
  const theirs = numbered.filter(({ contactId }) => contactId === contact.id);
  const others = await otherNamesOf(
    ctx.tx,
    theirs.map((order) => ({ order, buyer: contact })),
  );
  // of several orders with that number one may be their own
  const [order] = theirs;
  const other = order && theirs.every(({ id }) => others.has(id)) ? others.get(order.id) : undefined;
  if (!order || !other) return undefined;
  const name = nameOf(contact);
  const billed = ctx.t.order.billedTo[other.shares ?? 'nothing'](other.name, name);
  return whichReply(ctx, [reading], again, { text: ctx.t.find.billedElsewhere(order.number, billed, name) });
}
