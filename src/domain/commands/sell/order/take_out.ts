import { NEW_SUM, withOne } from '../../../../text/money/order/order_change.ts';
import { countIn, countInTitle } from '../../../../text/money/order/order_count.ts';
import { articleName } from '../../../desk/order_card.ts';
import { type Button, failed, type Reply } from '../../../reply.ts';
import { type OwnOrder, writeOwn } from '../../../sell/own_order.ts';
import { withLines } from '../../../sell/own_unsent.ts';
import type { OrderLine } from '../../../shop_event.ts';
import { type CommandContext, Incomplete } from '../../command.ts';
import { changed } from './changed.ts';
import { minorIn, money } from './sums.ts';

const MOST = 8;
/** The third of its articles, where two are called the same. */
const NTH = /^#(\d{1,2})$/;

interface Taken {
  line: OrderLine;
  /** How many of it. */
  quantity: number;
}

/** Takes an article out of an order, or some of it. Which one is asked unless one alone is called so; the last one is not taken out. */
export async function takeOut(
  ctx: CommandContext,
  id: string,
  own: OwnOrder,
  words: string,
): Promise<Reply | Incomplete> {
  const [, named = words, sum] = NEW_SUM.exec(words) ?? [];
  const taken = takenOf(own.lines, named);
  if (!taken) return askWhich(ctx, id, own);
  const left = own.lines.flatMap((line) => {
    const quantity = line === taken.line ? line.quantity - taken.quantity : line.quantity;
    return quantity > 0 ? [{ ...line, quantity }] : [];
  });
  if (left.length === 0) return failed(ctx.t.order.lastOne(own.number), { buttons: [[cancelButton(ctx, id)]] });
  const total = sum === undefined ? lessOf(own, taken) : minorIn(sum, own.currency);
  if (total === undefined && sum !== undefined) return new Incomplete('amount', 'nowhere', sum);
  if (total === undefined) return askSum(ctx, id, own, taken, named);
  await writeOwn(ctx.tx, { ...own, ...withLines(own, left), totalMinor: String(total) }, ctx.now);
  return changed(ctx, id, own, ctx.t.order.takenOut(own.number, takenWords(taken), money(ctx, own, total)));
}

const nameOfLine = ({ title, variant }: OrderLine): string => articleName({ title, variant: variant ?? null });
const takenWords = ({ line, quantity }: Taken): string => `${quantity} × ${nameOfLine(line)}`;

/** The one line that the words name, and how many of it: all, where nothing is said. Undefined: none, several, or more than there are. */
function takenOf(lines: readonly OrderLine[], words: string): Taken | undefined {
  const nth = NTH.exec(words.trim())?.[1];
  if (nth !== undefined) return whole(lines[Number(nth) - 1]);
  // what is called so to the letter counts no pieces: 三只松鼠
  const exact = lines.filter((line) => isCalled(line, words));
  if (exact.length === 1) return whole(exact[0]);
  const { quantity, rest } = countOf(words);
  const called = lines.filter((line) => isCalled(line, rest));
  const found = called.length > 0 ? called : lines.filter((line) => holds(line, rest));
  const [only, ...others] = found;
  if (!only || others.length > 0 || (quantity ?? 0) > only.quantity) return undefined;
  return { line: only, quantity: quantity ?? only.quantity };
}

const whole = (line: OrderLine | undefined): Taken | undefined => line && { line, quantity: line.quantity };

const plain = (text: string): string => text.trim().toLowerCase();
const isCalled = ({ title }: OrderLine, words: string): boolean => plain(title) === plain(words);
/** Cups is said of a cup, and cup of cups. */
const holds = (line: OrderLine, words: string): boolean => {
  const [name, said] = [plain(nameOfLine(line)), plain(words)];
  return (
    said !== '' && (name.includes(said) || (said.length > 3 && said.endsWith('s') && name.includes(said.slice(0, -1))))
  );
};

function countOf(words: string): { quantity?: number; rest: string } {
  const one = withOne(words);
  const counted = countIn(one);
  return counted.quantity === undefined ? countInTitle(one.trim()) : counted;
}

/** What the order comes to without it; undefined: what its articles cost does not make up its sum. */
function lessOf(own: OwnOrder, { line, quantity }: Taken): bigint | undefined {
  const priced = own.lines.reduce((sum, one) => sum + BigInt(one.priceMinor) * BigInt(one.quantity), 0n);
  if (priced !== BigInt(own.totalMinor)) return undefined;
  return priced - BigInt(line.priceMinor) * BigInt(quantity);
}

function askSum(ctx: CommandContext, id: string, own: OwnOrder, taken: Taken, named: string): Reply {
  return failed(ctx.t.order.sumWithout(own.number, takenWords(taken), money(ctx, own, BigInt(own.totalMinor))), {
    rest: { before: `/order o${id} remove ${named}, total `, after: '', need: 'amount' },
    asks: ctx.t.need.amount,
  });
}

/** Which of them goes, or whether all of it does. */
function askWhich(ctx: CommandContext, id: string, own: OwnOrder): Reply {
  const buttons = own.lines.slice(0, MOST).map((line, nth): Button[] => [
    {
      label: ctx.t.order.takeOut(takenWords({ line, quantity: line.quantity })),
      command: `/order o${id} remove #${nth + 1}`,
    },
  ]);
  return failed(ctx.t.order.takeWhich(own.number), { oneOf: true, buttons: [...buttons, [cancelButton(ctx, id)]] });
}

const cancelButton = ({ t }: CommandContext, id: string): Button => ({
  label: t.button.cancelOrder,
  command: `/order o${id} cancel`,
});
