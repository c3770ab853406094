import { withoutMoneyWord } from '../../../text/money/budget.ts';
import { formatMoney, type Money, parseMoney, plainDecimal } from '../../../text/money/money.ts';
import { readAmount, type Times } from '../../../text/money/read_amount.ts';
import { sumForAll } from '../../../text/sentence/sale/for_all.ts';
import { leadButtons } from '../../desk/contact_card.ts';
import type { Contact } from '../../people/contact.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { type Lead, loadLead, openLeadsOf, type WonBy, winLead } from '../../sell/lead.ts';
import { loadOrders } from '../../sell/order.ts';
import { lineMinor } from '../../sell/quote/lines.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { lineButton } from '../line_button.ts';
import { pickContact } from '../who/pick.ts';
import { noSuchNumber } from '../words/number.ts';
import { readValues } from '../words/values.ts';
import { idIn, splitFirst } from '../words/words.ts';

/** So many readings of an amount are offered. */
export const MOST_AMOUNTS = 6;

/** What can be done with an open lead. */
export const actions = ({ t }: CommandContext, leadId: string): Button[] => [
  ...leadButtons(t, leadId),
  { label: t.button.quote, command: `/quote ${leadId}` },
];

/** '/won 12', '/won 张三 1280'; answering a card, nobody need be named. */
export const won: Command<{ words: string }> = {
  name: 'won',
  role: 'helper',
  goesOn: true,
  changes: true,
  settles: 'lead',
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('lead')),
  async run(ctx, { words }) {
    const picked = await pickLead(ctx, words, '/won');
    if ('ask' in picked) return picked.ask;
    const { words: sum, orderId } = ctx.pressed ? orderBehind(picked.rest) : { words: picked.rest };
    const amount = parseMoney(sum, ctx.settings.currency);
    if (sum && !amount) return unclearSum(ctx, picked.lead, sum);
    const before = picked.lead;
    const after = await winLead(ctx.tx, before.id, amount, ctx.now, await wonBy(ctx, before, orderId));
    const same =
      before.stage === 'won' && after.amountMinor === before.amountMinor && after.currency === before.currency;
    return {
      text: same ? ctx.t.lead.alreadyWon(describe(ctx, after)) : ctx.t.lead.won(describe(ctx, after)),
      ...amountBefore(ctx, before, after),
      thing: { noun: 'lead', id: after.id },
    };
  },
};

/** Won for 1.280 or 1280+: nothing is settled before its user has said for how much. */
function unclearSum(ctx: CommandContext, { id }: Lead, sum: string): Reply {
  const { currency } = ctx.settings;
  const read = readAmount(sum, currency);
  const buttons = (read.is === 'unsure' ? read.perhaps : []).slice(0, MOST_AMOUNTS).flatMap((times) => {
    const money = worth(times, currency);
    if (!money) return [];
    const label = ctx.t.lead.amountIs(formatMoney(money.minor, money.currency, ctx.locale));
    return [[{ label, command: `/won ${id} ${money.currency} ${plainDecimal(money.minor, money.currency)}` }]];
  });
  return failed(ctx.t.lead.notAnAmount(sum), buttons.length > 0 ? { buttons } : {});
}

/** What it was worth, where that was otherwise. */
export function amountBefore({ t, locale }: CommandContext, before: Lead, after: Lead): Pick<Reply, 'hint'> {
  const same = before.amountMinor === after.amountMinor && before.currency === after.currency;
  if (before.amountMinor === null || same) return {};
  return { hint: t.lead.amountWas(formatMoney(before.amountMinor, before.currency!, locale)) };
}

/** The order that a card's button names behind the amount. */
function orderBehind(words: string): { words: string; orderId?: string | undefined } {
  const found = /(?:^|\s)order:(\d{1,18})$/.exec(words);
  return found ? { words: words.slice(0, found.index).trim(), orderId: found[1] } : { words };
}

/** One that is somebody else's by now has won nothing of theirs. */
async function wonBy(
  { tx }: CommandContext,
  { contactId }: Lead,
  orderId: string | undefined,
): Promise<WonBy | undefined> {
  const [order] = orderId ? await loadOrders(tx, [orderId]) : [];
  return order?.contactId === contactId ? { orderId: order.id, itself: false } : undefined;
}

/** A lead by its number, or the open one of a contact. In answer to a card a number that is no lead of theirs is an amount. */
export async function pickLead(
  ctx: CommandContext,
  words: string,
  command: string,
): Promise<{ lead: Lead; rest: string } | { ask: Reply }> {
  const [first, rest] = splitFirst(words);
  const id = idIn(first);
  const byId = id && (await loadLead(ctx.tx, id));
  if (byId && (!ctx.about || ctx.about.contact.id === byId.contactId)) return { lead: byId, rest };
  const picked = await pickContact(ctx, words, (ref, left) => `${command} ${ref} ${left}`);
  if ('ask' in picked) return id && !ctx.about ? { ask: await noSuchNumber(ctx, 'lead', id) } : picked;
  const open = await openLeadsOf(ctx.tx, picked.contact.id);
  if (open.length === 1) return { lead: open[0]!, rest: picked.rest };
  if (open.length === 0) return { ask: noneOpen(ctx, picked.contact, command === '/won' ? picked.rest : '') };
  const buttons = open.map((row) => [
    { label: describe(ctx, row), command: `${command} ${row.id} ${picked.rest}`.trim() },
  ]);
  return { ask: failed(ctx.t.lead.which(picked.contact.name), { buttons }) };
}

/** One line: number, whom, what, how much. */
export function describe(ctx: CommandContext, row: Lead): string {
  return `#${row.id} · ${lineOf(ctx, row)}`;
}

export function lineOf(
  ctx: CommandContext,
  row: Pick<Lead, 'contactName' | 'title' | 'amountMinor' | 'currency'>,
): string {
  const amount = row.amountMinor === null ? '' : ` · ${formatMoney(row.amountMinor, row.currency!, ctx.locale)}`;
  return `${row.contactName} · ${row.title}${amount}`;
}

/** Words that speak of money and are not surely what the lead is worth, and what they may mean. */
export interface Unused {
  said: string;
  perhaps: Times[];
}

type TitleAndAmount =
  | { title: string; amount: Money | undefined; unused?: Unused | undefined }
  | { title: string; amounts: Money[] }
  | { wrong: string };

/** The one amount wherever it stands; or title and amount as they were filled in. */
export function titleAndAmount(words: string, currency: string): TitleAndAmount {
  const { values } = readValues(words, ['title', 'amount']);
  if (values.title !== undefined) {
    const amount = values.amount === undefined ? undefined : parseMoney(values.amount, currency);
    if (values.amount !== undefined && !amount) return { wrong: values.amount };
    return { title: values.title, amount };
  }
  const read = readAmount(words, currency);
  if (read.is === 'amount') return { title: withoutMoneyWord(read.title), amount: read.money };
  if (read.is === 'several') return { title: words, amounts: read.amounts };
  if (read.is === 'unsure') {
    const amount = sumForAll(words, currency);
    return { title: words, amount, ...(!amount && { unused: read }) };
  }
  // what was multiplied stays in the title: it says what the amount is made of
  return { title: words, amount: read.is === 'times' ? worth(read.times, currency) : undefined };
}

function worth({ quantity, price }: Times, currency: string): Money | undefined {
  const one = parseMoney(price, currency);
  return one && { ...one, minor: lineMinor({ quantity, unitMinor: one.minor }) };
}

/** `sum`: what it was won at, though nobody had noted what they want. */
function noneOpen(ctx: CommandContext, { id, name }: Contact, sum: string): Reply {
  const { t } = ctx;
  const won = parseMoney(sum, ctx.settings.currency);
  const both = (whom: string) => `/lead ${whom} ${t.order.moneyTitle.bare} ${sum}\n/won ${whom}`;
  const buttons = [
    { label: t.form.title.lead, command: `/lead c${id}` },
    { label: t.lead.list, command: '/leads' },
  ];
  const atOnce = won ? [[lineButton(ctx, both(`c${id}`), both(name))]] : [];
  return failed(t.lead.noneOf(name), { buttons: [...atOnce, buttons] });
}
