import { typedMeanings, typedWords } from '../../../../text/typed.ts';
import type { Button } from '../../../reply.ts';
import type { CommandContext } from '../../command.ts';
import { withoutSlash } from '../../slash.ts';
import type { Act } from './act_said.ts';
import { isNumber, ordersCalled } from './pick_order.ts';

const ACTS = typedMeanings<Act['is']>(({ orderAct }) => orderAct);
const ORDERS = [...typedWords(({ orders }) => orders)].sort((one, other) => other.length - one.length);

type Asker = Pick<CommandContext, 'tx' | 't'>;

/** What is done about an order, where its word stands behind the slash: '/refund M-1', '/取消订单 M-1'. None: no order is named. */
export async function orderActsCalled(ctx: Asker, word: string, words: string): Promise<Button[]> {
  const typed = withoutSlash(word).toLowerCase();
  const end = ORDERS.find((one) => typed.length > one.length && typed.endsWith(one));
  const is = ACTS.get(typed) ?? (end === undefined ? undefined : ACTS.get(typed.slice(0, -end.length)));
  return is === undefined ? [] : orderActs(ctx, is, words);
}

/** What stands behind the number, such as how much is refunded, goes with it. */
export async function orderActs({ tx, t }: Asker, is: Act['is'], words: string): Promise<Button[]> {
  const parts = words.trim().split(/\s+/u);
  const at = parts.findIndex((part, nth) => nth < 2 && isNumber(part));
  if (at < 0) return [];
  const orders = (await ordersCalled(tx, parts[at]!)).filter(({ deletedAt }) => !deletedAt);
  const rest = parts.slice(at + 1).join(' ');
  return orders.map(({ id, number }) => ({
    label: t.order.actOn[is](number, rest),
    command: `/order o${id} ${is} ${rest}`.trim(),
  }));
}
