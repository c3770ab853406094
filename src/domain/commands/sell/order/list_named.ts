import { looksLikeAddress } from '../../../people/name.ts';
import { countOrders, type OrderFilter } from '../../../sell/order_list.ts';
import { ordersNumbered } from '../../../sell/order_number.ts';
import { ordersOfParcel } from '../../../sell/shipment.ts';
import type { CommandContext } from '../../command.ts';
import { foundBy } from '../../who/found.ts';
import { personOf } from '../../who/ref.ts';
import { isNumber } from './pick_order.ts';

/** Words of a list that may be a buyer and an article. */
const MOST_WORDS = 8;
/** A parcel's number is no shorter. */
const PARCEL = /^(?=.*\d)[a-z\d][a-z\d-]{7,39}$/iu;

/** The orders whose number, buyer or article is called so; or of a buyer and an article, in either order; or those of a parcel. */
export async function namedBy(ctx: CommandContext, query: string): Promise<OrderFilter> {
  const whole = await calledSo(ctx, query);
  if (whole.contactIds.length + whole.ids.length > 0 || (await names(ctx, { words: whole }))) return { words: whole };
  const ids = PARCEL.test(query.trim()) ? await ordersOfParcel(ctx.tx, query.trim()) : [];
  if (ids.length > 0) return { words: { ...whole, ids } };
  return (await ofBuyer(ctx, query)) ?? { words: whole };
}

const names = async ({ tx }: CommandContext, filter: OrderFilter): Promise<boolean> =>
  (await countOrders(tx, filter, 1)) > 0;

async function calledSo(ctx: CommandContext, text: string): Promise<NonNullable<OrderFilter['words']>> {
  const known = await personOf(ctx.tx, text);
  if (known) return { text, contactIds: [known.contact.id], ids: [] };
  const [people, numbered] = [await foundBy(ctx, text), isNumber(text) ? await ordersNumbered(ctx.tx, text, 1) : []];
  // nothing is done to whom an address finds: all of theirs may be looked at
  const sure = people.filter((one) => one.sure !== undefined || looksLikeAddress(text)).map(({ id }) => id);
  return { text, contactIds: sure, ids: numbered.map(({ id }) => id) };
}

/** Bob mug, 白茶 李明. */
async function ofBuyer(ctx: CommandContext, query: string): Promise<OrderFilter | undefined> {
  const parts = query.trim().split(/\s+/u);
  if (parts.length > MOST_WORDS) return undefined;
  for (let cut = 1; cut < parts.length; cut += 1) {
    const [front, behind] = [parts.slice(0, cut).join(' '), parts.slice(cut).join(' ')];
    for (const [who, what] of [
      [front, behind],
      [behind, front],
    ] as const) {
      const buyers = (await foundBy(ctx, who)).filter(({ sure }) => sure !== undefined).map(({ id }) => id);
      const filter = { buyers, words: { text: what, contactIds: [], ids: [] } };
      if (buyers.length > 0 && (await names(ctx, filter))) return filter;
    }
  }
  return undefined;
}
