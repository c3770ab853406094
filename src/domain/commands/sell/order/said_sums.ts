import { parseMoney, plainDecimal } from '../../../../text/money/money.ts';
import type { SaidDay } from '../../../../text/money/order/besides_goods.ts';
import { type OrderSaid, readOrder } from '../../../../text/money/order/ordered_lines.ts';
import type { Part } from '../../../../text/money/order/part_paid.ts';
import { isoDay, wallTime } from '../../../../text/when/zone.ts';
import { type Button, failed, type Reply } from '../../../reply.ts';
import type { CommandContext } from '../../command.ts';
import { placedOn } from './placed_on.ts';
import { money } from './sums.ts';

interface Sums {
  currency: string;
  /** What the lines come to, in minor units. */
  total: bigint;
  /** What stands for the order or the buyer on a button. */
  ref: string;
}

/** What has come by the words, in minor units (undefined: they do not say); or the question, where they do not fit what the lines come to. */
export function askOfSums(
  ctx: CommandContext,
  read: OrderSaid,
  words: string,
  sums: Sums,
): { paid: bigint | undefined } | { ask: Reply } {
  if (read.total && (read.total.minor !== String(sums.total) || read.total.currency !== sums.currency))
    return { ask: askWhichTotal(ctx, read, words, sums) };
  const { part, paid } = read;
  if (!part) return { paid: paid === undefined ? undefined : paid ? sums.total : 0n };
  const came = part.part && cameBy(part.part, sums);
  const left = read.left?.part ? cameBy(read.left.part, sums) : came;
  const fits = came !== undefined && came > 0n && came <= sums.total && left === came;
  return part.come && fits ? { paid: came } : { ask: askHowMuch(ctx, read, words, sums, fits ? came : undefined) };
}

/** In minor units of the currency; undefined: it is none, or in another. */
export function cameBy(part: Part, { currency, total }: Pick<Sums, 'currency' | 'total'>): bigint | undefined {
  if ('percent' in part) return (total * BigInt(Math.round(part.percent * 100)) + 5000n) / 10_000n;
  const read = parseMoney('left' in part ? part.left : part.sum, currency);
  if (read?.currency !== currency) return undefined;
  return 'left' in part ? total - BigInt(read.minor) : BigInt(read.minor);
}

/** How much of it has been paid: what was said of it, nothing yet, or a sum that is typed. All stands where the words did. */
function askHowMuch(
  ctx: CommandContext,
  { part, left }: Pick<OrderSaid, 'part' | 'left'>,
  words: string,
  sums: Sums,
  came: bigint | undefined,
): Reply {
  const { t } = ctx;
  const said = part!.said.trim();
  const owed = left?.said.trim() ?? '';
  const whole = owed === '' ? words : words.replace(owed, '').trimEnd();
  const at = whole.lastIndexOf(said);
  const before = `/order ${sums.ref} ${whole.slice(0, at).replace(/[\s,，;；]+$/u, '')}, `;
  const after = whole.slice(at + said.length);
  const paid = (minor: bigint) =>
    `${before}paid ${plainDecimal(String(minor), sums.currency)} ${sums.currency}${after}`;
  const soFar: Button[][] = came ? [[{ label: t.order.paidSoFar(money(ctx, sums, came)), command: paid(came) }]] : [];
  return failed(t.order.howMuchPaid([said, owed].filter(Boolean).join(' '), money(ctx, sums, sums.total)), {
    buttons: [...soFar, [{ label: t.order.nothingPaid, command: `${before}unpaid${after}` }]],
    rest: { before: `${before}paid `, after, need: 'amount' },
    asks: t.need.amount,
  });
}

/** The lines come to one sum and the words say another. */
function askWhichTotal(ctx: CommandContext, read: OrderSaid, words: string, sums: Sums): Reply {
  const { t } = ctx;
  const said = read.total!;
  const [lines, stated] = [money(ctx, sums, sums.total), money(ctx, said, BigInt(said.minor))];
  const rest = besides(ctx, read);
  const priced = read.lines.map(({ title, quantity, amount, each }) => {
    const price = `${plainDecimal(amount?.minor ?? '0', sums.currency)} ${sums.currency}`;
    return `${quantity}x ${title} ${price}${each ? ' each' : ''}`;
  });
  const plain = read.lines.map(({ title, quantity }) => `${quantity}x ${title}`);
  const total = `${plainDecimal(said.minor, said.currency)} ${said.currency}`;
  const ways: [label: string, line: string, total: string][] = [
    [t.order.byLines(lines), `${priced.join('; ')}${rest}`, String(sums.total)],
    [t.order.byTotal(stated), `${plain.join('; ')} ${total}${rest}`, said.minor],
  ];
  const buttons = ways.flatMap(([label, line, minor]): Button[][] =>
    isRead(line, read.lines.length, minor, said.currency) ? [[{ label, command: `/order ${sums.ref} ${line}` }]] : [],
  );
  return failed(t.order.totalDiffers(lines, stated), buttons.length > 0 ? { buttons } : { quote: words });
}

/** What was said beside the goods, in words that are read as they were meant. */
function besides(ctx: CommandContext, read: OrderSaid): string {
  const { paid, part, parcel, sent, day, paidOn, sentOn, onDelivery, note } = read;
  const dayOf = (one: SaidDay | undefined): string => {
    const at = one && placedOn(ctx, one.day);
    return at ? isoDay(wallTime(at, ctx.settings.timezone).day) : (one?.said ?? '');
  };
  const on = (one: SaidDay | undefined): string => (one ? ` ${dayOf(one)}` : '');
  const said = [
    paid === true && !part ? `paid${on(paidOn)}` : '',
    part ? `${part.said.trim()}${on(paidOn)}` : '',
    onDelivery ?? '',
    parcel ? `tracking ${parcel.number}${on(sentOn)}` : sent ? `sent${on(sentOn)}` : '',
    day ? dayOf(day) : '',
    note === undefined ? '' : `note: ${note}`,
  ];
  return said.flatMap((one) => (one === '' ? [] : [`, ${one}`])).join('');
}

/** Whether a line that we wrote is read as it is meant: what articles are called may be anything. */
function isRead(line: string, articles: number, minor: string, currency: string): boolean {
  const read = readOrder(line, currency);
  if ('unclear' in read || read.lines.length !== articles) return false;
  const sums = read.lines.map(({ amount, each, quantity }) => BigInt(amount?.minor ?? 0) * BigInt(each ? quantity : 1));
  return String(sums.reduce((sum, one) => sum + one, 0n)) === minor;
}
