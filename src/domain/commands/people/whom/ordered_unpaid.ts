import { formatMoney } from '../../../../text/money/money.ts';
import { loadContacts } from '../../../people/contact.ts';
import type { Filter } from '../../../people/filter/filter.ts';
import { nameOf } from '../../../people/name.ts';
import { type Button, failed, type Reply } from '../../../reply.ts';
import { type Order, worthOf } from '../../../sell/order.ts';
import { listOrders } from '../../../sell/order_list.ts';
import type { CommandContext } from '../../command.ts';

const MOST = 6;

/** Who bought something are those who paid for it: who ordered it, and has not paid, is said beside them. */
export async function withUnpaid(ctx: CommandContext, filter: Filter, reply: Reply): Promise<Reply> {
  const goods = onlyBought(filter);
  if (goods === undefined) return reply;
  const bare = goods.replace(/(?<=\p{Script=Latin}{3})s$/iu, '');
  const orders: Order[] = [];
  for (const text of new Set([goods, bare])) {
    const found = await listOrders(ctx.tx, { state: 'unpaid', words: { text, contactIds: [], ids: [] } }, MOST, 0);
    orders.push(...found.filter(({ id }) => !orders.some((one) => one.id === id)));
  }
  if (orders.length === 0) return reply;
  const people = await loadContacts(
    ctx.tx,
    orders.flatMap(({ contactId }) => contactId ?? []),
  );
  const buttons = orders.map((order): Button[] => {
    const contact = order.contactId === null ? undefined : people.get(order.contactId);
    const sum = formatMoney(worthOf(order), order.currency, ctx.locale);
    return [
      {
        label: [order.number, contact && nameOf(contact), sum].filter(Boolean).join(' · '),
        command: `/order o${order.id}`,
      },
    ];
  });
  const said = ctx.t.find.orderedUnpaid(orders.length, goods);
  if (!reply.failed)
    return {
      ...reply,
      hint: [said, reply.hint].filter(Boolean).join('\n'),
      buttons: [...buttons, ...(reply.buttons ?? [])],
    };
  return failed(`${ctx.t.find.nobodyPaid(goods)}\n${said}`, { buttons });
}

/** The one article that a filter asks for, where it asks for nothing else. */
function onlyBought({ any }: Filter): string | undefined {
  const [one, ...others] = any.flat();
  return one && others.length === 0 && !one.not && one.test.kind === 'bought' ? one.test.word : undefined;
}
