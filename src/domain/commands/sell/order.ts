import { discountIn } from '../../../text/money/discount.ts';
import { coinsInFigures } from '../../../text/money/order/known/coins.ts';
import { soManyInAll, soManyMore } from '../../../text/money/order/known/so_many.ts';
import { storeCredit } from '../../../text/money/order/known/store_credit.ts';
import { noteIn, orderChangeIn, takenBackIn } from '../../../text/money/order/order_change.ts';
import { paidLaterIn } from '../../../text/money/order/order_notes.ts';
import { readOrder } from '../../../text/money/order/ordered_lines.ts';
import { parcelPutRight } from '../../../text/money/order/parcel_typed.ts';
import { typedWords } from '../../../text/typed.ts';
import type { Reply } from '../../reply.ts';
import type { Order } from '../../sell/order.ts';
import { listOrders } from '../../sell/order_list.ts';
import { loadOwn } from '../../sell/own_order.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { foundBy } from '../who/found.ts';
import { splitFirst } from '../words/words.ts';
import { actIn } from './order/act.ts';
import type { Act } from './order/act_said.ts';
import { doAct } from './order/acts.ts';
import { changeLines } from './order/change_lines.ts';
import { askOfGoodsBack } from './order/goods_back.ts';
import { askOfCredit } from './order/known/ask_credit.ts';
import { askOfOpen, sameAgain } from './order/once_more.ts';
import { keepOnOrder, ofShop } from './order/order_note.ts';
import { makeOrder } from './order/own_lines.ts';
import { isNumber, pickOrder, showOrder, showOrdersOf, whichOrder } from './order/pick_order.ts';
import { putRight } from './order/put_right.ts';
import { takeBack } from './order/take_back.ts';
import { tellBuyer } from './order/tell.ts';
import { askOfOtherBuyers } from './order/unsure/other_buyers.ts';
import { askOfDay } from './order/unsure/unsure_sum.ts';
import { isOrderList, orders } from './orders.ts';

/**
 * '/order 1042' shows it, '/order Anna' hers, '/order Anna 2x龙井 ¥256' writes one down by hand; '/order M-1 paid', 'sent 顺丰 SF123',
 * 'refund 50', 'cancel', or other lines change such a one; 'note' keeps words with any; 'tell' drafts what to say to the buyer of any.
 */
export const order: Command<{ words: string }> = {
  name: 'order',
  role: 'helper',
  goesOn: true,
  changes: true,
  onlyShows: ({ words }) => !COINS.some((currency) => writes(coinsInFigures(words, currency))),
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('order')),
  async run(ctx, { words: typed }) {
    const words = coinsInFigures(typed, ctx.settings.currency);
    const listed = await listedBy(ctx, words);
    if (listed) return listed;
    const picked = await pickOrder(ctx, words);
    if ('ask' in picked) return picked.ask;
    const { rest } = picked;
    const act = actIn(rest);
    if ('contact' in picked) {
      if (rest === '') return showOrdersOf(ctx, picked.contact);
      const back = act && (await askOfGoodsBack(ctx, picked.contact, act));
      if (back) return back;
      // a deposit of which nobody says that it came may be what is ordered
      return act && act.part?.come !== false
        ? actOnTheirs(ctx, picked.contact, act, rest)
        : ((await sameAgain(ctx, picked.contact, rest)) ??
            (await askOfOtherBuyers(ctx, picked.contact, rest)) ??
            makeOrder(ctx, picked.contact, rest));
    }
    if (rest === '') return showOrder(ctx, picked.order);
    const own = storeCredit(rest) === undefined ? undefined : await loadOwn(ctx.tx, picked.order.id);
    const credit = own && askOfCredit(ctx, picked.order, own, rest);
    if (credit) return credit;
    const right = parcelPutRight(rest);
    if (right) return putRight(ctx, picked.order, right, rest);
    const unsure = await askOfDay(ctx, picked.order, rest);
    if (unsure) return unsure;
    return act ? actOn(ctx, picked.order, act) : edit(ctx, picked.order, rest);
  },
};

/** unpaid, 今天, last: which orders are meant, where nobody is called so. Undefined: they say something else. */
async function listedBy(ctx: CommandContext, words: string): Promise<Reply | undefined> {
  const isLast = LAST.has(words.toLowerCase());
  if (ctx.about || /^[#＃]?\d/.test(words) || !(isLast || isOrderList(ctx, words))) return undefined;
  if ((await foundBy(ctx, words)).length > 0) return undefined;
  const [last] = isLast ? await listOrders(ctx.tx, {}, 1, 0) : [];
  return last ? showOrder(ctx, last) : (orders.run(ctx, { query: isLast ? '' : words, page: 1 }) as Promise<Reply>);
}

/** In whichever money small coins are named. */
const COINS = ['USD', 'CNY', 'GBP'];

const LAST = typedWords(({ lastOrder }) => lastOrder);

/** Whether the words may say more than which order is to be shown. */
function writes(words: string): boolean {
  const [first, rest] = splitFirst(words);
  if (rest === '' && isNumber(first)) return false;
  const act = actIn(rest) ?? actIn(words);
  if (act) return act.is !== 'tell';
  if (parcelPutRight(rest) || discountIn(rest) || orderChangeIn(rest) || takenBackIn(rest) || noteIn(rest)) return true;
  if (paidLaterIn(rest) !== undefined || soManyMore(rest) || soManyInAll(rest)) return true;
  return [words, rest].some((said) => {
    const read = said === '' ? { lines: [] } : readOrder(said, 'USD');
    return 'unclear' in read || read.lines.some(({ amount, quantity }) => amount !== undefined || quantity > 1);
  });
}

function actOn(ctx: CommandContext, order: Order, act: Act): Promise<Reply | Incomplete> {
  return act.is === 'tell' ? tellBuyer(ctx, order) : doAct(ctx, order, act);
}

/** Of several orders of theirs it is asked which. */
async function actOnTheirs(
  ctx: CommandContext,
  contact: { id: string; name: string },
  act: Act,
  words: string,
): Promise<Reply | Incomplete> {
  const one = await whichOrder(ctx, contact, words);
  return 'ask' in one ? one.ask : actOn(ctx, one.order, act);
}

async function edit(ctx: CommandContext, order: Order, words: string): Promise<Reply | Incomplete> {
  const own = await loadOwn(ctx.tx, order.id);
  const back = own && takenBackIn(words);
  if (back) return takeBack(ctx, order, own, back);
  const note = noteIn(words);
  const kept = note ?? (own && paidLaterIn(words));
  if (kept !== undefined && (own || order.contactId !== null)) return keepOnOrder(ctx, order, own, kept);
  if (!own) return ofShop(ctx, order, words);
  return (await askOfOpen(ctx, order, own, words)) ?? changeLines(ctx, order, own, words);
}
