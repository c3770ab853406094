import { fold } from '../../../../../text/fold.ts';
import { plainDecimal } from '../../../../../text/money/money.ts';
import { unitPriceSaid } from '../../../../../text/money/order/unsure/unit_price.ts';
import { type Button, failed, type Reply } from '../../../../reply.ts';
import { type OwnOrder, writeOwn } from '../../../../sell/own_order.ts';
import type { OrderLine } from '../../../../shop_event.ts';
import type { CommandContext } from '../../../command.ts';
import { changed } from '../changed.ts';
import { money } from '../sums.ts';

/**
 * What one of its articles costs now: there are as many of it as before. Of several articles it is asked which. Undefined: the words
 * speak of none that it has.
 */
export async function priceEach(
  ctx: CommandContext,
  id: string,
  own: OwnOrder,
  words: string,
): Promise<Reply | undefined> {
  const said = unitPriceSaid(words, own.currency);
  if (!said || said.money.currency !== own.currency || own.lines.length === 0) return undefined;
  const meant = own.lines.filter(({ title }) => said.title === '' || isCalled(title, said.title));
  const [line, ...others] = meant;
  if (!line) return undefined;
  if (others.length > 0) return askOfWhich(ctx, id, own, meant, said.money.minor);
  const [before, now] = [BigInt(line.priceMinor), BigInt(said.money.minor)];
  const lines = own.lines.map((one) => (one === line ? { ...one, priceMinor: said.money.minor } : one));
  // of the only article there is all follows from its price, whatever else the sum had been
  const total =
    own.lines.length === 1
      ? now * BigInt(line.quantity)
      : BigInt(own.totalMinor) + (now - before) * BigInt(line.quantity);
  if (total < 0n) return undefined;
  await writeOwn(ctx.tx, { ...own, lines, totalMinor: String(total) }, ctx.now);
  return changed(ctx, id, own, ctx.t.order.changed(own.number));
}

/** logo and logos. */
const isCalled = (title: string, said: string): boolean => bare(title) === bare(said);
const bare = (name: string): string => fold(name).replace(/s$/u, '');

function askOfWhich(ctx: CommandContext, id: string, own: OwnOrder, lines: readonly OrderLine[], minor: string): Reply {
  const price = `${plainDecimal(minor, own.currency)} ${own.currency}`;
  const buttons = lines.slice(0, 8).map(({ title, quantity }): Button[] => [
    {
      label: ctx.t.order.eachOf(title, quantity, money(ctx, own, BigInt(minor))),
      command: `/order o${id} ${title} ${price} each`,
    },
  ]);
  return failed(ctx.t.order.addOfWhat(own.number), { buttons });
}
