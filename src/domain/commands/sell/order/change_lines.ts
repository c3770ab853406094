import { discountIn } from '../../../../text/money/discount.ts';
import { plainDecimal } from '../../../../text/money/money.ts';
import { ONLY_COUNT, orderChangeIn, withOne } from '../../../../text/money/order/order_change.ts';
import { dayAlone } from '../../../../text/money/order/order_day.ts';
import { taxSaid } from '../../../../text/money/order/order_tax.ts';
import { sumWithAll } from '../../../../text/money/order/unsure/sum_with.ts';
import { sumAlone } from '../../../../text/money/sum_alone.ts';
import { articleName } from '../../../desk/order_card.ts';
import { type Button, failed, type Reply } from '../../../reply.ts';
import type { Order } from '../../../sell/order.ts';
import { type OwnOrder, writeOwn } from '../../../sell/own_order.ts';
import { isSameArticle, withLines } from '../../../sell/own_unsent.ts';
import type { OrderLine } from '../../../shop_event.ts';
import type { CommandContext, Incomplete } from '../../command.ts';
import { isOver } from './acts.ts';
import { changed } from './changed.ts';
import { GOODS_ALONE, moreOfKnown } from './known/more_of.ts';
import { type Contents, readContents, sendAlong, withEach } from './own_lines.ts';
import { placedOn } from './placed_on.ts';
import { withTax } from './said_tax.ts';
import { minorIn, money } from './sums.ts';
import { takeOut } from './take_out.ts';
import { priceEach } from './unsure/price_each.ts';
import { askOfFar } from './unsure/unsure_sum.ts';
import { notAnAct, whatItIs } from './what_it_is.ts';

/**
 * Changes what is in an order that was written down by hand. Words for it add to it or take out of it; a sum alone changes only what it
 * comes to. Other articles with no such word would be the end of those it has: it is asked whether they are more of them.
 */
export async function changeLines(
  ctx: CommandContext,
  order: Order,
  own: OwnOrder,
  words: string,
): Promise<Reply | Incomplete> {
  const { id } = order;
  if (own.cancelledAt) return isOver(ctx, order);
  const day = dayAlone(words);
  const placedAt = day && placedOn(ctx, day);
  if (placedAt) return placedElsewhen(ctx, own, id, placedAt);
  // a day that lies ahead is no price
  if (day) return notAnAct(ctx, order, words);
  const tax = taxOn(ctx, own, id, words);
  if (tax) return 'ask' in tax ? tax.ask : add(ctx, id, own, tax, words);
  const each = await priceEach(ctx, id, own, words);
  if (each) return each;
  const more = moreOfKnown(own, words);
  if (more) return add(ctx, id, own, more, words);
  const sum = discounted(own, words) ?? sumWithAll(words) ?? sumAlone(words);
  const said = sum === words.trim() ? orderChangeIn(words) : undefined;
  if (said?.is === 'take') return takeOut(ctx, id, own, said.words);
  // what stands behind a word for it is a sum, however small
  const bare = sum !== words.trim() && /^\d[\d.,]*$/.test(sum) ? `${sum} ${own.currency}` : sum;
  const typed = said?.words ?? bare;
  const contents = await readContents(ctx, typed, own.currency, said ? `o${id} ${said.is}` : `o${id}`);
  if ('ask' in contents) return (said ? undefined : whatItIs(ctx, order, own, words)) ?? contents.ask;
  if (contents.currency !== own.currency) return failed(ctx.t.quote.otherCurrency(own.currency));
  if (said?.is === 'add') return add(ctx, id, own, contents, typed);
  // a discount, or a new sum, was said as such
  const far =
    contents.names || !/^\d[\d.,]*$/.test(words.trim()) ? undefined : askOfFar(ctx, id, own, contents.total, words);
  if (far) return far;
  const isSaid = said !== undefined || typed !== words.trim() || ctx.pressed !== undefined;
  if (contents.names && !isSaid && losesArticles(ctx, own, contents)) return askHow(ctx, id, own, contents, words);
  const { total, paid = 0n } = contents;
  const lines = contents.names ? contents.lines : costing(own.lines, total);
  // what has come does not become less by being said again: what is too much can be paid back
  const paidMinor = paid > BigInt(own.paidMinor) ? String(paid) : own.paidMinor;
  // what was only a sum has become no more by being named
  const isOnlyNamed = own.lines.every(({ title }) => namesNothing(ctx, title));
  const now = isOnlyNamed ? { lines } : withLines(own, lines);
  await writeOwn(
    ctx.tx,
    { ...own, ...saidBeside(own, contents), ...now, totalMinor: String(total), paidMinor },
    ctx.now,
  );
  return changedTo(ctx, id, own, contents, ctx.t.order.changed(own.number));
}

/** A tax that comes on top of what it comes to, or the question how much that is; undefined: nothing is said of one. */
function taxOn(ctx: CommandContext, own: OwnOrder, id: string, words: string): Contents | { ask: Reply } | undefined {
  const plain = words.replace(/^(?:please\s)?add\s/iu, '+ ');
  const said = taxSaid(`x ${plain}`);
  if (said?.text.trim() !== 'x') return undefined;
  const sums = { currency: own.currency, total: BigInt(own.totalMinor), ref: `o${id}` };
  const taxed = withTax(ctx, { tax: said }, plain, sums);
  if ('ask' in taxed) return taxed;
  return { ...GOODS_ALONE, lines: taxed.lines, currency: own.currency, total: taxed.tax, names: true };
}

/** It was ordered on another day. */
async function placedElsewhen(ctx: CommandContext, own: OwnOrder, id: string, placedAt: Date): Promise<Reply> {
  await writeOwn(ctx.tx, { ...own, placedAt }, ctx.now);
  return changed(ctx, id, own, ctx.t.order.changed(own.number));
}

/** What the words say besides: they are kept with what was noted before. */
const saidBeside = (
  { words, onDelivery, placedAt }: OwnOrder,
  contents: Contents,
): Pick<OwnOrder, 'words' | 'onDelivery' | 'placedAt'> => ({
  placedAt: contents.days.placedAt ?? placedAt,
  onDelivery: contents.onDelivery ?? onDelivery,
  words: contents.note === undefined ? words : [...words, { of: '', text: contents.note }],
});

/** With what has left with it, and that an amount is the price of one, where it may be. */
async function changedTo(
  ctx: CommandContext,
  id: string,
  was: OwnOrder,
  contents: Contents,
  text: string,
): Promise<Reply> {
  await sendAlong(ctx, id, contents);
  return withEach(ctx, id, contents, await changed(ctx, id, was, text, { came: (contents.paid ?? 0n) > 0n }));
}

/** More of what it has, or something else besides. Of one that has left, not all has left then. */
async function add(
  ctx: CommandContext,
  id: string,
  own: OwnOrder,
  contents: Contents,
  words: string,
): Promise<Reply | Incomplete> {
  const nameless = contents.lines.find(({ title }) => namesNothing(ctx, title));
  if (nameless && own.lines.length > 0) return askOfWhat(ctx, id, own, words, nameless.title);
  const lines = [...own.lines];
  for (const line of contents.lines) {
    const at = lines.findIndex((known) => isSameArticle(known, line) && known.priceMinor === line.priceMinor);
    if (at < 0) lines.push(line);
    else lines[at] = { ...lines[at]!, quantity: lines[at]!.quantity + line.quantity };
  }
  const total = BigInt(own.totalMinor) + contents.total;
  const paidMinor = String(BigInt(own.paidMinor) + (contents.paid ?? 0n));
  await writeOwn(
    ctx.tx,
    { ...own, ...saidBeside(own, contents), ...withLines(own, lines), totalMinor: String(total), paidMinor },
    ctx.now,
  );
  const articles = ctx.t.inARow(contents.lines.map(lineWords));
  // what one of those that are added costs would take the place of all of them
  const plain = { ...contents, perhapsEach: undefined };
  return changedTo(ctx, id, own, plain, ctx.t.order.added(own.number, articles, money(ctx, own, total)));
}

const lineWords = (line: OrderLine): string =>
  `${line.quantity} × ${articleName({ title: line.title, variant: line.variant ?? null })}`;

const namesNothing = ({ t }: CommandContext, title: string): boolean =>
  title === t.order.untitled || ONLY_COUNT.test(title.trim());

/** Of which of its articles there is to be more. */
function askOfWhat(ctx: CommandContext, id: string, own: OwnOrder, words: string, count: string): Reply {
  const isCount = ONLY_COUNT.test(count);
  const buttons = own.lines.slice(0, 8).map(({ title }): Button[] => {
    const named = isCount ? words.replace(count, () => `${withOne(count)} ${title}`) : `${title} ${words}`;
    return [{ label: ctx.t.order.addOf(title), command: `/order o${id} add ${named}` }];
  });
  return failed(ctx.t.order.addOfWhat(own.number), { buttons });
}

/** Whether an article that it has is none of these. */
const losesArticles = ({ t }: CommandContext, own: OwnOrder, { lines }: Contents): boolean =>
  own.lines.some(
    ({ title }) =>
      title !== t.order.untitled && !lines.some((line) => line.title.toLowerCase() === title.toLowerCase()),
  );

function askHow(ctx: CommandContext, id: string, own: OwnOrder, contents: Contents, words: string): Reply {
  const { t } = ctx;
  const more = money(ctx, own, BigInt(own.totalMinor) + contents.total);
  return failed(t.order.addOrReplace(own.number, t.inARow(own.lines.map(lineWords))), {
    oneOf: true,
    buttons: [
      [{ label: t.order.addThem(more), command: `/order o${id} add ${words}` }],
      [{ label: t.order.replaceAll(money(ctx, own, contents.total)), command: `/order o${id} replace ${words}` }],
    ],
  });
}

/** What it comes to with a discount taken off; undefined: the words are none, or more than it costs. */
function discounted({ totalMinor, currency }: OwnOrder, words: string): string | undefined {
  const discount = discountIn(words);
  if (!discount) return undefined;
  const total = BigInt(totalMinor);
  const off =
    'percent' in discount
      ? (total * BigInt(Math.round(discount.percent * 10)) + 500n) / 1000n
      : minorIn(discount.less, currency);
  return off === undefined || off >= total ? undefined : `${plainDecimal(String(total - off), currency)} ${currency}`;
}

/** What one article costs follows from the sum; what each of several costs is anybody's guess. */
function costing(lines: readonly OrderLine[], total: bigint): OrderLine[] {
  const [only, ...others] = lines;
  if (!only || others.length > 0) return [...lines];
  return [{ ...only, priceMinor: String(total / BigInt(only.quantity)) }];
}
