import { findMoney } from '../../../../../text/money/find_money.ts';
import { BUYER_BORDER } from '../../../../../text/money/order/order_state.ts';
import type { Contact } from '../../../../people/contact.ts';
import { nameOf } from '../../../../people/name.ts';
import { failed, type Reply } from '../../../../reply.ts';
import type { CommandContext } from '../../../command.ts';
import { foundBy } from '../../../who/found.ts';

/** So many borders are looked at. */
const MOST = 12;
/** Nobody is called by more words. */
const NAME_WORDS = 3;

interface Parted {
  /** What belongs to whoever stands in front. */
  goods: string;
  /** Another buyer with theirs, as it was typed. */
  others: string[];
}

/** mug $15⏎Bob Ray logo $500: goods of somebody else who is known are another order, and all are one tap. Undefined: all of it is theirs. */
export async function askOfOtherBuyers(
  ctx: CommandContext,
  contact: Contact,
  words: string,
): Promise<Reply | undefined> {
  if (ctx.pressed !== undefined) return undefined;
  const parted = await partedByBuyers(ctx, contact, words);
  if (!parted) return undefined;
  const { goods, others } = parted;
  const lines = [`/order c${contact.id} ${goods}`, ...others.map((one) => `/order ${one}`)];
  const names = [nameOf(contact), ...others.map((one) => one.split(/[\s:：]/u)[0]!)];
  return failed(ctx.t.order.severalBuyers(ctx.t.inARow(names)), {
    quote: words,
    oneOf: true,
    buttons: [
      [{ label: ctx.t.order.orderEach(lines.length), command: lines.join('\n'), typed: true }],
      [{ label: ctx.t.order.allTheirs(nameOf(contact)), command: `/order c${contact.id} ${words}` }],
    ],
  });
}

async function partedByBuyers(ctx: CommandContext, contact: Contact, words: string): Promise<Parted | undefined> {
  const { currency } = ctx.settings;
  const starts: number[] = [];
  for (const { index, 0: border } of [...words.matchAll(BUYER_BORDER)].slice(0, MOST)) {
    const said = words.slice(index + border.length);
    if (await namesAnother(ctx, contact, said)) starts.push(index, index + border.length);
  }
  const [first] = starts;
  if (first === undefined) return undefined;
  const goods = words.slice(0, first).trim();
  const others = starts.flatMap((at, nth) =>
    nth % 2 === 1
      ? [
          words
            .slice(at, starts[nth + 1])
            .trim()
            .replace(/^([^\s:：]+)\s?[:：]\s?/u, '$1 '),
        ]
      : [],
  );
  const isPriced = (text: string) => findMoney(text, currency).length > 0 || /\d{2,}/u.test(text);
  return isPriced(goods) && others.every(isPriced) ? { goods, others } : undefined;
}

/** Whether the words begin with the whole name of somebody else, and go on with goods. */
async function namesAnother(ctx: CommandContext, contact: Contact, words: string): Promise<boolean> {
  const parts = words.split(/[\s:：]+/u);
  for (let many = Math.min(NAME_WORDS, parts.length - 1); many > 0; many -= 1) {
    const name = parts.slice(0, many).join(' ');
    if (!/^[\p{L}'’. -]{2,60}$/u.test(name)) continue;
    const found = (await foundBy(ctx, name)).filter(({ sure }) => sure === 'named');
    if (found.some(({ id }) => id === contact.id)) return false;
    if (found.length > 0) return true;
  }
  return false;
}
