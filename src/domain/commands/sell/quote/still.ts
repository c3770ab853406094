import type { Button } from '../../../reply.ts';
import type { Lead } from '../../../sell/lead.ts';
import { shownNumber } from '../../../sell/quote/number.ts';
import { quotesOf, standingOf, todayOf } from '../../../sell/quote/quote.ts';
import type { CommandContext } from '../../command.ts';

/** What its customer can still accept, or has accepted, of a lead that its owner takes for lost. Undefined: nothing. */
export async function quoteStill(
  { tx, t, now, settings }: CommandContext,
  lead: Lead,
): Promise<{ text: string; buttons: Button[] } | undefined> {
  const today = todayOf(now, settings.timezone);
  const quotes = await quotesOf(tx, lead.id);
  const open = quotes.find((one) => standingOf(one, today) === 'sent');
  const accepted = quotes.find(({ state }) => state === 'accepted');
  const one = open ?? accepted;
  if (!one) return undefined;
  const number = shownNumber(one);
  const show: Button = { label: t.quoteCard.show(number), command: `/quote ${number}` };
  if (open)
    return {
      text: t.quoteCard.lostOpen(number),
      buttons: [{ label: t.quoteCard.revoke, command: `/quote ${number} revoke` }, show],
    };
  return {
    text: t.quoteCard.lostAccepted(number, one.orderNumber ?? ''),
    buttons: [...(one.orderId ? [{ label: t.quoteCard.order, command: `/order o${one.orderId}` }] : []), show],
  };
}
