import { plainDecimal, toMinor } from '../../../../text/money/money.ts';
import { type Piece, piecesAmong, piecesOf } from '../../../../text/money/quote_pieces.ts';
import { timesNamed } from '../../../../text/money/quoted_said.ts';
import { failed, type Reply } from '../../../reply.ts';
import { variantsCalled } from '../../../sell/product.ts';
import type { CommandContext } from '../../command.ts';
import { writeValues } from '../../words/values.ts';
import type { Where } from './which_line.ts';

/** Between two lines, as we write them. */
const NEXT = '；';

/** The words with what their products cost in a shop; what has no price, or several, is asked: all else that was said goes along. */
export async function withListPrices(
  ctx: CommandContext,
  where: Where,
  words: string,
): Promise<{ words: string } | { ask: Reply }> {
  const pieces = piecesOf(words);
  const parts = pieces.length > 0 ? pieces : piecesAmong(words);
  if (parts.length === 0) return { words };
  const { currency } = where;
  const lines: string[] = [];
  for (const [nth, part] of parts.entries()) {
    if (typeof part === 'string') {
      lines.push(part);
      continue;
    }
    const { name, quantity } = part;
    const known = (await variantsCalled(ctx.tx, name)).flatMap(({ price, currency: code }) =>
      price && (code ?? currency) === currency ? [toMinor(price, currency)] : [],
    );
    const [minor, ...others] = [...new Set(known)];
    // 2×旗舰版 8000: nothing of the shop is called so, and the price stands behind
    if (minor === undefined && parts.length === 1 && timesNamed(words).length > 0) return { words };
    if (minor === undefined || others.length > 0) {
      const beside = { before: lines, after: parts.slice(nth + 1).map(written) };
      return { ask: askPrice(ctx, where, part, [...new Set(known)], beside) };
    }
    lines.push(`${name} ${quantity}x${plainDecimal(minor, currency)} ${currency}`);
  }
  return { words: lines.join(NEXT) };
}

const written = (part: Piece | string): string => (typeof part === 'string' ? part : `${part.quantity}×${part.name}`);

function askPrice(
  { t }: CommandContext,
  { ref, currency, behind }: Where,
  { name, quantity }: Piece,
  prices: readonly string[],
  { before, after }: { before: readonly string[]; after: readonly string[] },
): Reply {
  const others = [...before, ...after];
  const buttons = prices.map((minor) => {
    const price = `${plainDecimal(minor, currency)} ${currency}`;
    const rest = others.length > 0 ? [[others.join(NEXT), ...behind].join(' ')] : behind;
    const command = [writeValues({ item: name, quantity, price }), ...rest].map((line) => `/quote ${ref} ${line}`);
    return [{ label: price, command: command.join('\n') }];
  });
  const [front, back] = [before.map((line) => line + NEXT), after.map((line) => NEXT + line)].map((all) =>
    all.join(''),
  );
  const terms = behind.map((line) => ` ${line}`).join('');
  return failed(t.quoteCard.whichPrice(name), {
    rest: { before: `/quote ${ref} ${front}${name} ${quantity}x`, after: `${back}${terms}`, need: 'price' },
    asks: t.desk.typeIt(t.need.price),
    ...(buttons.length > 0 && { buttons }),
  });
}
