import { head } from '../../../../text/cut.ts';
import { isGivenAlong } from '../../../../text/money/order/order_asks.ts';
import { readOrder } from '../../../../text/money/order/ordered_lines.ts';
import { ownButtons } from '../../../desk/shop/order_page.ts';
import { type Button, failed, type Reply } from '../../../reply.ts';
import type { Order } from '../../../sell/order.ts';
import type { OwnOrder } from '../../../sell/own_order.ts';
import type { CommandContext } from '../../command.ts';

const LONGEST_LABEL = 40;
/** 跨越 KY1234567890: what may be a carrier that nobody listed, and a number. */
const PARCEL = /^\p{L}[\p{L}\s]{0,30}[\s:：]\s?(?=[A-Za-z-]{0,6}\d)[A-Za-z\d-]{8,36}$/u;

/**
 * Words behind an order that are nothing that can be done with it: they may be a note, or something more that is to be paid. Each is a tap
 * away, beside what can be done with it now. Undefined: they say how many of something, and only its price is missing.
 */
export function whatItIs(ctx: CommandContext, order: Order, own: OwnOrder, words: string): Reply | undefined {
  const { t } = ctx;
  const read = readOrder(words, own.currency);
  // what is given along has no price
  const isCounted = !('unclear' in read) && read.lines.some(({ quantity, unit }) => quantity > 1 || unit);
  if (isCounted && !isGivenAlong(words)) return undefined;
  // what cannot be read is no better for being tapped
  const more = 'unclear' in read ? read.instead.filter((one) => !('unclear' in readOrder(one, own.currency))) : [];
  // a sum has no name: which one is meant is asked as before
  if (more.length > 0 && !more.every((one) => namesSomething(one, own.currency))) return undefined;
  const command = (rest: string) => `/order o${order.id} ${rest}`;
  const added = more.map((one): Button[] => [
    { label: head(t.order.addAs(one), LONGEST_LABEL), command: command(`add ${one}`) },
  ]);
  return { ...notAnAct(ctx, order, words, added), hint: t.order.priceBehind };
}

/** Words that say nothing that can be done with it: each thing that can is a tap away, and the words can be kept. */
export function notAnAct({ t }: CommandContext, order: Order, words: string, before: readonly Button[][] = []): Reply {
  const said = words.trim();
  const parcel = PARCEL.test(said) ? said : '';
  const noted: Button[] = [{ label: t.order.noteIt, command: `/order o${order.id} note: ${said}` }];
  return failed(t.order.whatIs(order.number, said), { buttons: [...before, noted, ownButtons(t, order, parcel)] });
}

function namesSomething(words: string, currency: string): boolean {
  const read = readOrder(words, currency);
  return !('unclear' in read) && read.lines.some(({ title }) => title !== '');
}
