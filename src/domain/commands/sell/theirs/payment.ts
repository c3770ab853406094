import type { Locale } from '../../../../text/locale.ts';
import { formatBriefly, type Money, parseMoney } from '../../../../text/money/money.ts';
import { largeInFigures } from '../../../../text/money/scaled_figure.ts';
import { texts } from '../../../../text/texts.ts';
import type { Context } from '../../../context.ts';
import { loadContact } from '../../../people/contact.ts';
import { nameOf } from '../../../people/name.ts';
import { type Lead, openLeadsOf } from '../../../sell/lead.ts';
import { listOrders } from '../../../sell/order_list.ts';
import type { Act } from '../order/act_said.ts';

interface Lines {
  line: string;
  shown: string;
}

/** Whom a line is about: what stands for them in it, their name, and who they may be. */
interface Whom {
  ref: string;
  name: string;
  ids: readonly string[];
}

/**
 * Money came from somebody who has no order that it may be of: it is one of its own, as much as came, or what they want, of which that is
 * a part. Of half of nobody knows what it is asked what all of it is. Undefined: it is said neither how much nor which part, or what they
 * want does not cost more.
 */
export async function orderOfMoney(ctx: Context, act: Act, whom: Whom): Promise<Lines | undefined> {
  if (act.is !== 'paid' || act.next) return undefined;
  const { settings } = ctx;
  const part = act.part?.part;
  const leads = [];
  for (const id of whom.ids) leads.push(...(await openLeadsOf(ctx.tx, id)));
  if (part && 'percent' in part)
    return leads.length > 0 ? undefined : lines(whom, `${texts(settings.locale).order.moneyTitle.bare}, ${act.words}`);
  const said = part ? ('sum' in part ? part.sum : '') : act.part ? '' : act.words;
  const sum = said === '' ? undefined : parseMoney(said, settings.currency);
  if (!sum) return undefined;
  return leads.length > 0 ? ofLead(ctx, leads, { sum, said }, whom) : orderOfSum(ctx, sum, whom, 'bare');
}

function ofLead(
  { settings }: Context,
  [lead, ...others]: readonly Lead[],
  { sum, said }: { sum: Money; said: string },
  whom: Whom,
): Lines | undefined {
  if (!lead?.amountMinor || others.length > 0 || lead.currency !== sum.currency) return undefined;
  if (BigInt(sum.minor) <= 0n || BigInt(sum.minor) >= BigInt(lead.amountMinor)) return undefined;
  const price = priceOf(lead.amountMinor, lead.currency, settings.locale);
  return lines(whom, `${lead.title} ${price} ${texts(settings.locale).typed.orderAct.paid[0]} ${largeInFigures(said)}`);
}

/** As the command reads it as nothing else. */
const priceOf = (minor: string, currency: string, locale: Locale): string =>
  formatBriefly(minor, currency, locale).replace(/(?<=\d),(?=\d{3})/gu, '');

/** `title`: what the order is called, as nobody says what it is for. */
export function orderOfSum(
  { settings }: Context,
  { minor, currency }: Money,
  whom: Pick<Whom, 'ref' | 'name'>,
  title: 'ahead' | 'bare',
): Lines | undefined {
  if (BigInt(minor) <= 0n) return undefined;
  const { typed, order } = texts(settings.locale);
  return lines(
    whom,
    `${order.moneyTitle[title]} ${priceOf(minor, currency, settings.locale)} ${typed.orderAct.paid[0]}`,
  );
}

const lines = ({ ref, name }: Pick<Whom, 'ref' | 'name'>, words: string): Lines => ({
  line: `/order ${ref} ${words}`,
  shown: `/order ${name} ${words}`,
});

/** Money came, and nobody is named: of the owner's one order that is open, whoever its buyer is; of several they are listed. */
export async function paidByNobodyNamed(ctx: Context, words: string): Promise<Lines | undefined> {
  const [order, ...others] = await listOrders(ctx.tx, { state: 'unpaid', payable: true }, 2, 0);
  if (!order) return undefined;
  if (others.length > 0) return { line: '/orders unpaid', shown: '/orders unpaid' };
  const contact = order.contactId === null ? undefined : await loadContact(ctx.tx, order.contactId);
  return { line: `/order o${order.id} ${words}`, shown: `/order ${contact ? nameOf(contact) : order.number} ${words}` };
}
