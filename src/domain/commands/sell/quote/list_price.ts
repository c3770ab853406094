import { plainDecimal, toMinor } from '../../../../text/money/money.ts';
import { narrow } from '../../../../text/normalise.ts';
import { failed, type Reply } from '../../../reply.ts';
import { variantsCalled } from '../../../sell/product.ts';
import type { CommandContext } from '../../command.ts';
import { writeValues } from '../../words/values.ts';

/** So many of a product, without a price: 2×旗舰版, 旗舰版×2, 2 x Gold plan. */
interface Piece {
  name: string;
  quantity: string;
}

const COUNT_FIRST = /^(\d{1,9}(?:\.\d{1,3})?)\s?\p{Script=Han}?\s?[x×*＊]\s?(?=\D)([^;；\n]{1,200})$/iu;
const COUNT_LAST = /^(?=\D)([^;；\n]{0,200}[^\d\s;；\n.])\s?[x×*＊]\s?(\d{1,9})$/iu;
const PRICED = /\d\s?[x×*＊@]\s?[$¥￥€£]?\d|[x×*＊@]\s?\d[\d.,]*\s?(?:元|块|[A-Z]{3})|[¥￥$€£]/u;
const BETWEEN = /[;；\n、，]|,(?!\d)|\s(?:and|plus|&|\+|和|还有|外加|加上|另加)\s/iu;
const MOST_PIECES = 40;

/** What of products the words name, and nothing else; []: they say something else, or prices. */
export function piecesOf(words: string): Piece[] {
  if (words === '' || PRICED.test(narrow(words))) return [];
  const said = words
    .split(BETWEEN)
    .map((one) => one.trim())
    .filter(Boolean);
  const pieces = said.flatMap((one): Piece[] => {
    const first = COUNT_FIRST.exec(one);
    if (first) return [{ quantity: first[1]!, name: first[2]!.trim() }];
    const last = COUNT_LAST.exec(one);
    return last ? [{ quantity: last[2]!, name: last[1]!.trim() }] : [];
  });
  return pieces.length === said.length && pieces.length <= MOST_PIECES ? pieces : [];
}

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
