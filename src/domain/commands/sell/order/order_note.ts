import { type Button, failed, type Reply } from '../../../reply.ts';
import { loadOrders, type Order } from '../../../sell/order.ts';
import { type OwnOrder, writeOwn } from '../../../sell/own_order.ts';
import type { CommandContext } from '../../command.ts';
import { keepNote } from '../../talk/note.ts';
import { wordsInDoubt } from '../../words/in_doubt.ts';
import { showOrder } from './pick_order.ts';

/** The owner's words about an order: with one of their own, and of a shop's with whoever bought it, as the shop would overwrite them. */
export async function keepOnOrder(
  ctx: CommandContext,
  order: Order,
  own: OwnOrder | undefined,
  text: string,
): Promise<Reply> {
  const inDoubt = wordsInDoubt(ctx, text, (words) => `/order o${order.id} note: ${words}`);
  if (inDoubt) return inDoubt;
  if (own) await writeOwn(ctx.tx, { ...own, words: [...own.words, { of: '', text }] }, ctx.now);
  else await keepNote(ctx, order.contactId!, `${order.number}: ${text}`);
  return {
    ...(await showOrder(ctx, (await loadOrders(ctx.tx, [order.id]))[0]!)),
    text: ctx.t.order.noted(order.number, text),
  };
}

/** What a shop has is changed in the shop; the words may be kept with its buyer. */
export function ofShop({ t }: CommandContext, { id, number, contactId, url }: Order, words: string): Reply {
  const kept: Button[][] =
    contactId === null ? [] : [[{ label: t.order.noteIt, command: `/order o${id} note: ${words}` }]];
  return failed(t.order.ofShop(number), {
    buttons: [...kept, [{ label: t.button.order, command: `/order o${id}` }]],
    ...(url && { hint: url }),
  });
}
