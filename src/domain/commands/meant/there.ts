import type { Meaning } from '../../../text/meaning/meaning.ts';
import { isBareSum, saysPart, sharePaid, sumSaid } from '../../../text/meaning/sum_said.ts';
import { saysArrived } from '../../../text/meaning/tells_otherwise.ts';
import { formatMoney } from '../../../text/money/money.ts';
import { isYetToCome, mayTellOfDeposit } from '../../../text/sentence/theirs/deposit.ts';
import { titleHolds } from '../../../text/sentence/title_words.ts';
import type { Context } from '../../context.ts';
import { loadContact } from '../../people/contact.ts';
import { type Invoice, listUnpaid } from '../../sell/invoice/invoice.ts';
import { closedLeadsOf, openLeadsOf } from '../../sell/lead.ts';
import { ordersOf } from '../../sell/order.ts';
import { resolvedTicketsOf } from '../../serve/ticket.ts';
import { openTasks } from '../../tasks/task.ts';
import { quoteSaid } from '../sell/lead_said.ts';
import { actIn } from '../sell/order/act.ts';
import type { Act } from '../sell/order/act_said.ts';
import { ARRIVED, type Lines, type Named, orderSaid } from '../sell/order_said.ts';
import { orderOfMoney } from '../sell/theirs/payment.ts';
import type { ByWhatIsThere, Said } from './lines.ts';

/** What a sentence names, beside its words. */
export interface There {
  readonly said: Said;
  readonly whom: Named | undefined;
  /** The number of an order. */
  readonly order: string | undefined;
}

type Finds = (ctx: Context, there: There) => Promise<Lines | undefined>;

const ofOrder =
  (act: (said: Said) => string): Finds =>
  async (ctx, { said, whom, order }) => {
    const words = act(said).trim();
    const sentence = { does: 'order', words, sure: false, more: undefined, ...(order && { numbered: order }) } as const;
    const found = await orderSaid(ctx, sentence, whom, isYetToCome(said.text));
    return found ?? ofOrders(ctx, { whom, said }, actIn(words));
  };

const same = (line: string): Lines => ({ line, shown: line });

/** Those of whoever is named; undefined: they have none of which that may be said. */
async function ofOrders(
  ctx: Context,
  { whom, said }: Pick<There, 'whom' | 'said'>,
  act?: Act,
): Promise<Lines | undefined> {
  const { tx } = ctx;
  if (!whom) return same('/orders');
  const isPart = saysPart(said.text) || mayTellOfDeposit(said.text);
  for (const id of whom.ids)
    if ((await ordersOf(tx, id, MOST_ORDERS)).some((order) => !isPart || order.payment !== 'paid'))
      return { line: `/orders ${whom.ref}`, shown: `/orders ${whom.name}` };
  return isPart && act && !isYetToCome(said.text) ? orderOfMoney(ctx, act, whom) : undefined;
}

const MOST_TASKS = 200;
const MOST_ORDERS = 6;

/** The one open task of whose title each word is said; else all of them are shown, each with its buttons. */
const ofTask =
  (line: (id: string, said: Said) => string): Finds =>
  async (ctx, { said }) => {
    const open = await openTasks(ctx.tx, MOST_TASKS);
    const [task, ...others] = open.filter(({ title }) => titleHolds(said.text, title));
    // dentist, where there is dentist again as well
    const isOne = task && others.length === 0 && !open.some((one) => one !== task && titleHolds(one.title, task.title));
    return isOne ? { line: line(task.id, said), shown: line(task.title, said) } : same('/tasks');
  };

/** What can be of nobody as things stand: there is nothing of theirs to open again, or they are blocked already. */
export const MAY_BE: Partial<Record<Meaning, (ctx: Context, id: string) => Promise<boolean>>> = {
  reopen: async ({ tx }, id) =>
    (await closedLeadsOf(tx, id, 1)).length > 0 || (await resolvedTicketsOf(tx, id, 1)).length > 0,
  // what nobody has asked for is neither won nor lost
  won: async ({ tx }, id) => (await openLeadsOf(tx, id)).length > 0,
  lost: async ({ tx }, id) => (await openLeadsOf(tx, id)).length > 0,
  block: async ({ tx }, id) => !(await loadContact(tx, id))?.blockedAt,
  unblock: async ({ tx }, id) => Boolean((await loadContact(tx, id))?.blockedAt),
};

/** As much as is said of it: where several sums are, or somebody else is named, too, it is nothing that could be sure. */
async function paid(ctx: Context, there: There): Promise<Lines | undefined> {
  const { said, whom } = there;
  if (said.other !== '') return undefined;
  const sum = sumSaid(said.text, said);
  if (!sum && said.several) return ofOrders(ctx, { whom, said });
  if (sum && 'share' in sum) return ofOrder(() => sharePaid(sum.share))(ctx, there);
  return ofOrder(({ y }) => `${y.orderAct.paid[0]} ${sum?.sum ?? ''}`)(ctx, there);
}

export const FINDS: Readonly<Record<ByWhatIsThere, Finds>> = {
  async leadAmount(ctx, { said, whom }) {
    const amount = said.money || said.n;
    const sentence = { does: 'quote', words: `worth ${amount}`, sure: false, more: undefined } as const;
    const worth = amount ? await quoteSaid(ctx, sentence, whom) : undefined;
    return worth ?? (whom && { line: `/contact ${whom.ref}`, shown: `/contact ${whom.name}` });
  },
  orderPaid: paid,
  // without how much it would be all of it
  async partPaid(ctx, there) {
    const { said } = there;
    return sumSaid(said.text, said) || said.other !== '' ? paid(ctx, there) : ofOrders(ctx, there);
  },
  async invoicePaid(ctx, there) {
    const [id, ...others] = there.whom?.ids ?? [];
    const open = id && others.length === 0 ? await listUnpaid(ctx.tx, { contactId: id }, 2) : [];
    if (open.length !== 1) return there.whom && open.length === 0 ? paid(ctx, there) : same('/unpaid');
    const [{ number, owedMinor, currency }] = open as [Invoice];
    const line = `/invoice ${number} ${there.said.y.invoiceActs.paid[0]}`;
    return { line, shown: `${line} ${formatMoney(owedMinor, currency, ctx.settings.locale)}` };
  },
  // of what has come it is that one which was under way
  orderSent: ofOrder(({ y, text }) => (saysArrived(text) ? ARRIVED : y.orderAct.sent[0]!)),
  orderRefund: ofOrder((said) => {
    const sum = sumSaid(said.text, { ...said, n: isBareSum(said.text) ? said.n : '' });
    return `${said.y.orderAct.refund[0]} ${sum ? ('share' in sum ? sum.share : sum.sum) : ''}`;
  }),
  orderCancel: ofOrder(({ y }) => y.orderAct.cancel[0]!),
  taskDone: ofTask((task) => `/done ${task}`),
  taskPostpone: ofTask((task, { when }) => `/postpone ${task} ${when}`.trim()),
  taskEnd: ofTask((task) => `/end ${task}`),
};
