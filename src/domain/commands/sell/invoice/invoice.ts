import { type InvoiceWords, invoiceTermsIn } from '../../../../text/money/invoice_terms.ts';
import { formatMoney, parseMoney } from '../../../../text/money/money.ts';
import { typedMeanings } from '../../../../text/typed.ts';
import { isoDay } from '../../../../text/when/zone.ts';
import { type Button, failed, type Reply } from '../../../reply.ts';
import {
  changeInvoice,
  dropInvoice,
  type Invoice,
  invoiceCalled,
  invoiceOfOrder,
  listUnpaid,
  loadInvoice,
  type Uninvoiced,
  uninvoicedOf,
} from '../../../sell/invoice/invoice.ts';
import { makeInvoice, whyNoInvoice } from '../../../sell/invoice/make.ts';
import { loadOrders, type Order } from '../../../sell/order.ts';
import { loadOwn } from '../../../sell/own_order.ts';
import { countFor, isTaken } from '../../../sell/payment/meant.ts';
import { type Command, type CommandContext, Incomplete } from '../../command.ts';
import { lineButton } from '../../line_button.ts';
import { momentOf } from '../../words/moment.ts';
import { splitFirst } from '../../words/words.ts';
import { todayIn } from '../contract/shown.ts';
import { changed } from '../order/changed.ts';
import { pickOrder } from '../order/pick_order.ts';
import { order } from '../order.ts';
import { issuedQuote } from '../quote/issued.ts';
import { remind } from './remind.ts';
import { invoiceReply } from './shown.ts';
import { unpaidReply } from './unpaid.ts';

type Act = 'paid' | 'part' | 'remind' | 'drop' | 'by';

const ACTS = typedMeanings<Act>((typed) => typed.invoiceActs);
/** Orders of theirs that are asked about. */
const MOST = 6;

/**
 * '/invoice M-3 due 15 Dec' notes that an order by hand was invoiced, '… of 1 Nov' since when, '/invoice Q-2026-001' that of an accepted
 * quote; '/invoice R-2026-004' shows it, '… paid', '… paid 200', '… remind', '… due in 30 days', '… number 2026/17' and '… drop' change it,
 * as they do said of its order or of whoever has one open.
 */
export const invoice: Command<{ words: string }> = {
  name: 'invoice',
  role: 'helper',
  changes: true,
  onlyShows: ({ words }) => onlyShows(words),
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('invoice')),
  async run(ctx, { words }) {
    const [first, rest] = splitFirst(words);
    const known = first === '' ? undefined : await invoiceCalled(ctx.tx, first);
    if (known) return ofInvoice(ctx, known, rest);
    const issued = await issuedQuote(ctx, words);
    if (issued) {
      const { orderId } = issued.quote;
      const [accepted] = orderId ? await loadOrders(ctx.tx, [orderId]) : [];
      return accepted ? ofOrder(ctx, accepted, issued.rest) : failed(ctx.t.invoice.notAccepted);
    }
    const picked = await pickOrder(ctx, words, 'invoice');
    if ('ask' in picked) return picked.ask;
    return 'order' in picked ? ofOrder(ctx, picked.order, picked.rest) : ofPerson(ctx, picked.contact, picked.rest);
  },
};

/** What is done and what of it; a sum may stand straight behind it: 已付200. */
function actFirst(words: string): [act: string, rest: string] {
  const glued = /^([^\d\s]+?)(?=[\d¥￥$€£])(.+)$/su.exec(words);
  return glued && ACTS.get(glued[1]!.toLowerCase()) === 'paid' ? [glued[1]!, glued[2]!] : splitFirst(words);
}

const actIn = (words: string): Act | undefined => ACTS.get(actFirst(words)[0].toLowerCase());

/** An invoice alone, and what of a reminder would leave. */
function onlyShows(words: string): boolean {
  const [first, rest] = splitFirst(words);
  if (rest === '') return /^R-/iu.test(first);
  const [act, more] = actFirst(rest);
  const is = ACTS.get(act.toLowerCase());
  return is === 'part' || (is === 'remind' && !/^send\s/iu.test(more));
}

async function ofInvoice(ctx: CommandContext, known: Invoice, words: string): Promise<Reply | Incomplete> {
  if (words === '') return invoiceReply(ctx, known.id);
  const [first, rest] = actFirst(words);
  const act = ACTS.get(first.toLowerCase());
  if (act === 'paid') return order.run(ctx, { words: `o${known.orderId} paid ${rest}`.trim() });
  if (act === 'part') {
    const ask = { rest: { before: `/invoice ${known.number} paid `, after: '', need: 'amount' } };
    return failed(ctx.t.invoice.howMuch, { ...ask, asks: ctx.t.desk.typeIt(ctx.t.need.amount) });
  }
  if (act === 'remind') return remind(ctx, known, rest);
  if (act === 'by') {
    const [own] = await loadOrders(ctx.tx, [known.orderId]);
    return byPayment(ctx, own!, rest);
  }
  if (act === 'drop') {
    await dropInvoice(ctx.tx, known.id);
    return { text: ctx.t.invoice.dropped(known.number), order: known.orderId };
  }
  return change(ctx, known, words);
}

async function change(ctx: CommandContext, known: Invoice, words: string): Promise<Reply> {
  const { t } = ctx;
  const said = invoiceTermsIn(words, momentOf(ctx));
  const wrong = await whatIsWrong(ctx, said, known.issuedOn, known.dueOn);
  if (wrong) return wrong;
  await changeInvoice(ctx.tx, known.id, said);
  return invoiceReply(ctx, known.id, t.invoice.kept);
}

async function whatIsWrong(
  ctx: CommandContext,
  said: InvoiceWords,
  before: string,
  due?: string,
): Promise<Reply | undefined> {
  const { t } = ctx;
  const { issuedOn = before, dueOn = due } = said;
  if (said.unread) return failed(t.invoice.unread(said.unread), { hint: t.invoice.howToChange });
  if (issuedOn > isoDay(todayIn(ctx))) return failed(t.invoice.ofAhead);
  if (dueOn !== undefined && dueOn < issuedOn) return failed(t.invoice.dueBefore, { hint: t.invoice.ofEarlier });
  const taken = said.number === undefined ? undefined : await invoiceCalled(ctx.tx, said.number);
  return taken && failed(t.invoice.taken(taken.number, taken.orderNumber));
}

/** The order is invoiced from today on. Its shop invoices a shop's order. */
async function ofOrder(ctx: CommandContext, picked: Order, words: string): Promise<Reply | Incomplete> {
  const { id, number: orderNumber } = picked;
  const { t } = ctx;
  const [first, rest] = splitFirst(words);
  if (ACTS.get(first.toLowerCase()) === 'by' && rest !== '') return byPayment(ctx, { id, number: orderNumber }, rest);
  await ctx.tx`select from orders where id = ${id} for update`;
  const known = await invoiceOfOrder(ctx.tx, id);
  if (known)
    return words === '' ? { ...(await invoiceReply(ctx, known.id)), unchanged: true } : ofInvoice(ctx, known, words);
  const why = await whyNoInvoice(ctx.tx, picked);
  if (why) return failed(why === 'shop' ? t.invoice.ofShop(orderNumber) : t.invoice.ofCancelled(orderNumber));
  if (actIn(words)) return notInvoiced(ctx, picked, words);
  const today = todayIn(ctx);
  const said = invoiceTermsIn(words, momentOf(ctx));
  const wrong = await whatIsWrong(ctx, said, isoDay(today));
  if (wrong) return wrong;
  const made = await makeInvoice(ctx, id, today, said);
  const { number } = (await loadInvoice(ctx.tx, made))!;
  return invoiceReply(ctx, made, t.invoice.made(number, orderNumber));
}

/** What was taken as an order of its own ('o55', or its number) has paid this one. */
async function byPayment(
  ctx: CommandContext,
  { id, number }: Pick<Order, 'id' | 'number'>,
  words: string,
): Promise<Reply> {
  const { came: t } = ctx.t.invoice;
  const picked = await pickOrder(ctx, words);
  if ('ask' in picked) return picked.ask;
  const taken = 'order' in picked ? picked.order : undefined;
  const own = await loadOwn(ctx.tx, id);
  if (!taken || taken.id === id || !own || own.cancelledAt || !(await isTaken(ctx.tx, taken.id))) return failed(t.gone);
  await countFor(ctx.tx, { ...own, id }, taken, ctx.now);
  return changed(ctx, id, own, t.counted(number, taken.number), { came: true });
}

/** What is done with an invoice is said of an order that has none. */
function notInvoiced(ctx: CommandContext, { id, number }: Order, words: string): Reply {
  const [, sum] = actFirst(words);
  const paid = { line: `/order o${id} paid ${sum}`.trim(), shown: `/order ${number} paid ${sum}`.trim() };
  return failed(ctx.t.invoice.notYet(number), {
    buttons: [
      [{ label: ctx.t.invoice.button.make, command: `/invoice ${number}` }],
      ...(actIn(words) === 'paid' ? [[lineButton(ctx, paid.line, paid.shown)]] : []),
    ],
  });
}

/** Their open invoice, or which of theirs; without one which order of theirs was invoiced, or what they owe. */
async function ofPerson(
  ctx: CommandContext,
  contact: { id: string; name: string },
  words: string,
): Promise<Reply | Incomplete> {
  const [open, left] = [
    await listUnpaid(ctx.tx, { contactId: contact.id }, MOST),
    await uninvoicedOf(ctx.tx, contact.id, MOST),
  ];
  const [only, ...others] = open;
  const owed = () => unpaidReply(ctx, { contactId: contact.id, name: contact.name }, 1);
  if (only && others.length === 0 && words === '') return withOrders(ctx, await invoiceReply(ctx, only.id), left);
  if (only && words === '') return withOrders(ctx, await owed(), left);
  if (only && others.length === 0 && (actIn(words) || left.length === 0)) return ofInvoice(ctx, only, words);
  if (only)
    return failed(ctx.t.invoice.whichOne(contact.name), {
      buttons: [
        ...open.map(({ number, owedMinor, currency }): Button[] => [
          {
            label: `${number} · ${formatMoney(owedMinor, currency, ctx.locale)}`,
            command: `/invoice ${number} ${words}`,
          },
        ]),
        ...(actIn(words) ? [] : toInvoice(left, words)),
      ],
    });
  // nothing is there that the words could change
  if (left.length === 0)
    return words === '' || actIn(words) ? nothingOwed(words, await owed()) : noOrder(ctx, contact, words);
  if (!actIn(words)) return failed(ctx.t.invoice.whichOrder(contact.name), { buttons: toInvoice(left, words) });
  if (left.length > 1) return { ...(await owed()), failed: true };
  return ofOrder(ctx, (await loadOrders(ctx.tx, [left[0]!.id]))[0]!, words);
}

const nothingOwed = (words: string, owed: Reply): Reply => (words === '' ? owed : { ...owed, failed: true });

/** A sum says what an order of theirs would have been, which nobody has noted. */
function noOrder(
  { t, locale, settings }: CommandContext,
  { id, name }: { id: string; name: string },
  words: string,
): Reply {
  const sum = parseMoney(words, settings.currency);
  const noted: Button = sum
    ? { label: t.invoice.button.order(formatMoney(sum.minor, sum.currency, locale)), command: `/order c${id} ${words}` }
    : { label: t.invoice.button.order(''), command: `/order c${id}` };
  return failed(t.invoice.noOrder(name), { buttons: [[noted]] });
}

const toInvoice = (left: readonly Uninvoiced[], words: string): Button[][] =>
  left.map(({ number }) => [{ label: number, command: `/invoice ${number} ${words}`.trim() }]);

/** With what else of theirs may have been invoiced. */
function withOrders(ctx: CommandContext, shown: Reply, left: readonly Uninvoiced[]): Reply {
  const { button } = ctx.t.invoice;
  const others = left.map(({ number }): Button[] => [
    { label: `${number}: ${button.make}`, command: `/invoice ${number}` },
  ]);
  return { ...shown, unchanged: true, buttons: [...(shown.buttons ?? []), ...others] };
}
