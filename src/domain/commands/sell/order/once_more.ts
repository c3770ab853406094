import { head } from '../../../../text/cut.ts';
import { formatMoney, parseMoney, plainDecimal } from '../../../../text/money/money.ts';
import { anotherSum, isSameAgain, otherBuyer, quantitySaid } from '../../../../text/money/order/order_asks.ts';
import { readOrder } from '../../../../text/money/order/ordered_lines.ts';
import type { Contact } from '../../../people/contact.ts';
import { nameOf } from '../../../people/name.ts';
import { type Button, failed, type Reply } from '../../../reply.ts';
import { type Order, ordersOf, worthOf } from '../../../sell/order.ts';
import { linesOf } from '../../../sell/order_lines.ts';
import { keptOf, type OwnOrder } from '../../../sell/own_order.ts';
import type { CommandContext } from '../../command.ts';
import { foundBy } from '../../who/found.ts';
import { notAnAct } from './what_it_is.ts';

const LONGEST_LABEL = 40;
const MOST = 6;

/**
 * Words behind an order of one's own that leave open what is meant: another 200, qty 3, for Bob, same again. Each way is a tap. Undefined:
 * they say something else.
 */
export async function askOfOpen(
  ctx: CommandContext,
  order: Order,
  own: OwnOrder,
  words: string,
): Promise<Reply | undefined> {
  if (own.cancelledAt) return undefined;
  const sum = anotherSum(words);
  if (sum !== undefined) return askOfSum(ctx, order, own, sum);
  const quantity = quantitySaid(words) ?? quantityOf(own, words);
  if (quantity !== undefined) return askOfQuantity(ctx, order, own, quantity, words);
  if (isSameAgain(words) && order.contactId !== null)
    return askSame(ctx, order, { id: order.contactId }, ctx.t.order.sameAgain(order.number));
  const buyer = otherBuyer(words);
  return buyer === undefined ? undefined : askOfBuyer(ctx, order, buyer);
}

/** 龙井 2盒: how many there are to be of the one article that it has; undefined: they say a price too, or something else. */
function quantityOf({ lines: [line, ...others], currency }: OwnOrder, words: string): number | undefined {
  const read = readOrder(words, currency);
  const [said, ...more] = 'unclear' in read ? [] : read.lines;
  if (!line || !said || others.length > 0 || more.length > 0 || said.amount !== undefined) return undefined;
  return said.title.toLowerCase() === line.title.toLowerCase() ? said.quantity : undefined;
}

/** What somebody ordered last, once more; undefined: the words do not say that, or nothing is known. */
export async function sameAgain(ctx: CommandContext, contact: Contact, words: string): Promise<Reply | undefined> {
  if (!isSameAgain(words)) return undefined;
  const last = (await ordersOf(ctx.tx, contact.id, MOST)).find(({ deletedAt, test }) => !deletedAt && !test);
  if (!last) return failed(ctx.t.order.noneOf(nameOf(contact)), { hint: ctx.t.order.howToMake });
  return askSame(ctx, last, contact, ctx.t.order.sameAgain(last.number));
}

/** More that is to be paid, or a part of it that has come. */
function askOfSum(ctx: CommandContext, { id }: Order, own: OwnOrder, sum: string): Reply | undefined {
  const { t, locale } = ctx;
  const read = parseMoney(sum, own.currency);
  if (read?.currency !== own.currency) return undefined;
  const shown = (minor: bigint) => formatMoney(String(minor), own.currency, locale);
  const minor = BigInt(read.minor);
  const typed = `${plainDecimal(read.minor, own.currency)} ${own.currency}`;
  const [total, left] = [BigInt(own.totalMinor), BigInt(own.totalMinor) - keptOf(own)];
  const came: Button[][] =
    minor > left ? [] : [[{ label: t.order.cameIn(shown(minor)), command: `/order o${id} paid ${typed}` }]];
  const more: Button = {
    label: t.order.addThem(shown(total + minor)),
    command: `/order o${id} add ${t.order.untitled} ${typed}`,
  };
  return failed(t.order.whichSum(own.number, shown(minor)), { oneOf: true, buttons: [...came, [more]] });
}

/** So many of the one article that is in it, at what one costs, or for the same sum. */
function askOfQuantity(
  ctx: CommandContext,
  order: Order,
  own: OwnOrder,
  quantity: number,
  words: string,
): Reply | undefined {
  const { t, locale } = ctx;
  const [line, ...others] = own.lines;
  if (!line || others.length > 0 || line.quantity === quantity) return undefined;
  const shown = (minor: bigint) => formatMoney(String(minor), own.currency, locale);
  const title = `${quantity}x ${line.title}`;
  const price = (minor: bigint) => `${plainDecimal(String(minor), own.currency)} ${own.currency}`;
  const total = BigInt(own.totalMinor);
  const each = BigInt(line.priceMinor);
  const ways: [bigint, string][] = [
    [each * BigInt(quantity), `${title} ${price(each)} each`],
    [total, `${title} ${price(total)}`],
  ];
  const buttons = ways.flatMap(([sum, said]): Button[][] =>
    isRead(said, 1, sum, own.currency)
      ? [
          [
            {
              label: head(t.order.writeDown(title, shown(sum)), LONGEST_LABEL),
              command: `/order o${order.id} replace ${said}`,
            },
          ],
        ]
      : [],
  );
  return buttons.length === 0 ? undefined : notAnAct(ctx, order, words, buttons);
}

/** An order stays with whom it was written down for: for somebody else the same is written down anew. */
async function askOfBuyer(ctx: CommandContext, order: Order, name: string): Promise<Reply | undefined> {
  const people = (await foundBy(ctx, name)).slice(0, MOST);
  const said = await saidOf(ctx, order);
  if (people.length === 0 || said === undefined) return undefined;
  const buttons = people.map((one): Button[] => [
    { label: head(ctx.t.order.itIs(nameOf(one), said), LONGEST_LABEL), command: `/order c${one.id} ${said}` },
  ]);
  const cancel: Button[] = [{ label: ctx.t.button.cancelOrder, command: `/order o${order.id} cancel` }];
  return failed(ctx.t.order.ofAnother(order.number), { buttons: [...buttons, cancel] });
}

async function askSame(
  ctx: CommandContext,
  order: Order,
  { id }: Pick<Contact, 'id'>,
  text: string,
): Promise<Reply | undefined> {
  const said = await saidOf(ctx, order);
  if (said === undefined) return undefined;
  const label = head(
    ctx.t.order.writeDown(said, formatMoney(worthOf(order), order.currency, ctx.locale)),
    LONGEST_LABEL,
  );
  return failed(text, { buttons: [[{ label, command: `/order c${id} ${said}` }]] });
}

/** An order as it would be typed; undefined: what its articles are called would be read otherwise. */
async function saidOf(ctx: CommandContext, order: Order): Promise<string | undefined> {
  const articles = await linesOf(ctx.tx, order.id);
  const worth = worthOf(order);
  const goods = articles.map(({ title, quantity }) => `${quantity}x ${title}`).join('; ');
  const said = `${goods} ${plainDecimal(worth, order.currency)} ${order.currency}`;
  return articles.length > 0 && isRead(said, articles.length, BigInt(worth), order.currency) ? said : undefined;
}

/** Whether a line that we wrote is read as it is meant. */
function isRead(line: string, articles: number, total: bigint, currency: string): boolean {
  const read = readOrder(line, currency);
  if ('unclear' in read || read.lines.length !== articles) return false;
  const sums = read.lines.map(({ amount, each, quantity }) => BigInt(amount?.minor ?? 0) * BigInt(each ? quantity : 1));
  return sums.reduce((sum, one) => sum + one, 0n) === total;
}
