import { fold } from '../../../../text/fold.ts';
import { plainDecimal } from '../../../../text/money/money.ts';
import { isHalf } from '../../../../text/money/order/order_change.ts';
import { readOrder } from '../../../../text/money/order/ordered_lines.ts';
import { typedWords } from '../../../../text/typed.ts';
import type { Contact } from '../../../people/contact.ts';
import { nameOf } from '../../../people/name.ts';
import { type Button, failed, type Reply } from '../../../reply.ts';
import { type Order, ordersOf } from '../../../sell/order.ts';
import { linesOf } from '../../../sell/order_lines.ts';
import { loadOwn } from '../../../sell/own_order.ts';
import type { CommandContext } from '../../command.ts';
import type { Act } from './act.ts';
import { money } from './sums.ts';

const ALL = typedWords(({ all }) => all);
/** So many of their orders are looked at. */
const MOST = 6;

/** return mug $15, 退 龙井: goods come back, whichever order they were in; undefined: no article is named. */
export async function askOfGoodsBack(ctx: CommandContext, contact: Contact, act: Act): Promise<Reply | undefined> {
  if (act.is !== 'refund' || act.words === '' || isHalf(act.words) || ALL.has(act.words.toLowerCase()))
    return undefined;
  const read = readOrder(act.words, ctx.settings.currency);
  const [line] = 'unclear' in read ? [] : read.lines;
  if (!line || line.title === '') return undefined;
  const orders = (await ordersOf(ctx.tx, contact.id, MOST)).filter(({ deletedAt, test }) => !deletedAt && !test);
  const buttons: Button[][] = [];
  for (const order of orders) {
    const isSold = ({ title }: { title: string }) => fold(title).includes(fold(line.title));
    const own = await loadOwn(ctx.tx, order.id);
    const sold = own?.lines.find(isSold);
    const isSame = line.amount?.currency === order.currency;
    if (sold) buttons.push([backButton(ctx, order, BigInt(isSame ? line.amount!.minor : sold.priceMinor))]);
    // a shop's own is changed in the shop
    else if (!own && (await linesOf(ctx.tx, order.id)).some(isSold))
      buttons.push([{ label: order.number, command: `/order o${order.id}` }]);
  }
  const { t } = ctx;
  const theirs = [[{ label: t.button.contact, command: `/contact c${contact.id}` }]];
  return buttons.length > 0
    ? failed(t.order.whichReturn(line.title), { buttons })
    : failed(t.order.noneWith(nameOf(contact), line.title), { buttons: theirs });
}

function backButton(ctx: CommandContext, { id, number, currency }: Order, minor: bigint): Button {
  const sum = `${plainDecimal(String(minor), currency)} ${currency}`;
  return {
    label: ctx.t.order.payBackOf(number, money(ctx, { currency }, minor)),
    command: `/order o${id} refund ${minor > 0n ? sum : ''}`.trim(),
  };
}
