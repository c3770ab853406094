import { plainDecimal, toMinor } from '../../../../text/money/money.ts';
import { type Piece, piecesOf } from '../../../../text/money/quote_pieces.ts';
import { failed, type Reply } from '../../../reply.ts';
import { variantsCalled } from '../../../sell/product.ts';
import type { CommandContext } from '../../command.ts';
import { writeValues } from '../../words/values.ts';

/** The words with what their products cost in a shop; what has no price, or several, is asked. */
export async function withListPrices(
  ctx: CommandContext,
  { ref, currency }: { ref: string; currency: string },
  words: string,
): Promise<{ words: string } | { ask: Reply }> {
  const pieces = piecesOf(words);
  if (pieces.length === 0) return { words };
  const lines: string[] = [];
  for (const { name, quantity } of pieces) {
    const known = (await variantsCalled(ctx.tx, name)).flatMap(({ price, currency: code }) =>
      price && (code ?? currency) === currency ? [toMinor(price, currency)] : [],
    );
    const [minor, ...others] = [...new Set(known)];
    if (minor === undefined || others.length > 0)
      return { ask: askPrice(ctx, ref, { name, quantity }, [...new Set(known)], currency) };
    lines.push(`${name} ${quantity}x${plainDecimal(minor, currency)} ${currency}`);
  }
  return { words: lines.join('；') };
}

function askPrice(
  { t }: CommandContext,
  ref: string,
  { name, quantity }: Piece,
  prices: readonly string[],
  currency: string,
): Reply {
  const buttons = prices.map((minor) => {
    const price = `${plainDecimal(minor, currency)} ${currency}`;
    return [{ label: price, command: `/quote ${ref} ${writeValues({ item: name, quantity, price })}` }];
  });
  return failed(t.quoteCard.whichPrice(name), {
    rest: { before: `/quote ${ref} ${name} ${quantity}x`, after: '', need: 'price' },
    asks: t.desk.typeIt(t.need.price),
    ...(buttons.length > 0 && { buttons }),
  });
}
