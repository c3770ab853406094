import { formatBriefly, parseMoney } from '../../../text/money/money.ts';
import type { Sentence } from '../../../text/sentence/sentence.ts';
import { texts } from '../../../text/texts.ts';
import type { Context } from '../../context.ts';
import { listContracts } from '../../sell/contract/contract.ts';
import { uninvoicedOf } from '../../sell/invoice/invoice.ts';
import { openLeadsOf } from '../../sell/lead.ts';
import { contractActIn } from './contract/act.ts';
import type { Lines, Named } from './order_said.ts';

/** So many of their orders may be meant. */
const MOST_OPEN = 6;

/** What somebody was invoiced: the one order of theirs that is to be; of several the command asks. */
export async function invoiceSaid(
  ctx: Context,
  { words }: Sentence,
  whom: Named | undefined,
): Promise<Lines | undefined> {
  if (!whom) return words === '' ? undefined : { line: `/invoice ${words}`, shown: `/invoice ${words}` };
  const sum = INVOICED.exec(words);
  if (sum) return sumInvoiced(ctx, sum, whom);
  const shown = `/invoice ${whom.name} ${words}`.trim();
  const theirs = { line: `/invoice ${whom.ref} ${words}`.trim(), shown };
  const [id, ...others] = whom.ids;
  if (id === undefined || others.length > 0) return theirs;
  const [one, ...more] = await uninvoicedOf(ctx.tx, id, 2);
  return one && more.length === 0 ? { line: `/invoice ${one.number} ${words}`.trim(), shown } : theirs;
}

/** How a pattern says that so much was invoiced, for what, and when it is due. */
const INVOICED = /^worth (?<sum>[^;]+);(?<goods>[^;]*);(?<due>.*)$/u;

/** Their one order that comes to just that; else they get one, called as what they want at that price: none of another sum is invoiced. */
async function sumInvoiced(ctx: Context, { groups }: RegExpExecArray, whom: Named): Promise<Lines | undefined> {
  const { sum = '', goods = '', due = '' } = groups ?? {};
  const money = parseMoney(sum.trim().replace(/[.,]+$/u, ''), ctx.settings.currency);
  const [id, ...others] = whom.ids;
  const line = (of: string) => `/invoice ${of} ${due.trim()}`.trim();
  const open = id === undefined ? [] : await uninvoicedOf(ctx.tx, id, MOST_OPEN);
  const [same, ...more] = open.filter((one) => one.currency === money?.currency && one.owedMinor === money.minor);
  if (same && more.length === 0) return { line: line(same.number), shown: line(same.number) };
  if (!money || others.length > 0) return { line: line(whom.ref), shown: line(whom.name) };
  const leads = id === undefined ? [] : await openLeadsOf(ctx.tx, id);
  const wanted = leads.find(({ amountMinor, currency }) => amountMinor === money.minor && currency === money.currency);
  const title = goods.trim() || (wanted?.title ?? texts(ctx.settings.locale).order.moneyTitle.bare);
  const price = formatBriefly(money.minor, money.currency, ctx.settings.locale).replace(/(?<=\d),(?=\d{3})/gu, '');
  const both = (of: string) => `/order ${of} ${title} ${price}\n${line(of)}`;
  return { line: both(whom.ref), shown: both(whom.name) };
}

/** What was agreed with somebody; what becomes of it is said of the one contract that runs. Undefined: there is none. */
export async function contractSaid(
  ctx: Context,
  { words }: Sentence,
  whom: Named | undefined,
): Promise<Lines | undefined> {
  if (!whom) return undefined;
  const theirs = { line: `/contract ${whom.ref} ${words}`.trim(), shown: `/contract ${whom.name} ${words}`.trim() };
  if (!contractActIn(words)) return theirs;
  const found = [];
  for (const contactId of whom.ids) found.push(...(await listContracts(ctx.tx, { contactId }, 2)));
  const [one, ...others] = found;
  if (!one) return undefined;
  // of several it is shown which there are
  if (others.length > 0) return { line: `/contracts ${whom.ref}`, shown: `/contracts ${whom.name}` };
  return { line: `/contract ${one.id} ${words}`, shown: theirs.shown };
}
