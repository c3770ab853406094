import type { Context } from '../domain/context.ts';
import { tellOwner } from '../domain/desk/tell.ts';
import type { Reply } from '../domain/reply.ts';
import { type Expiring, takeExpiring } from '../domain/sell/quote/expiring.ts';
import { shownNumber } from '../domain/sell/quote/number.ts';
import type { Texts } from '../text/texts.ts';
import { wallTime } from '../text/when/zone.ts';

/** From when on in the morning it is told, in minutes of the business's day. */
const FROM = 9 * 60;

/** The day before a quote is over, and on its last day, its owner is reminded of it, once each; words for its customer are a tap away. */
export async function remindOfQuotes(ctx: Context): Promise<void> {
  const { day, minutes } = wallTime(ctx.now, ctx.settings.timezone);
  if (minutes < FROM) return;
  for (const { quote, on } of await takeExpiring(ctx.tx, day)) {
    const notice = { kind: 'quoted' as const, contactId: quote.contactId };
    const key = `quote:${quote.id}:${on}:${quote.validUntil}`;
    await tellOwner(ctx, key, (t) => expiryCard(t, { quote, on }), { notice, showsContact: quote.contactId });
  }
}

function expiryCard(t: Texts, { quote, on }: Expiring): Reply {
  const number = shownNumber(quote);
  const { contactName, contactId } = quote;
  return {
    title:
      on === 'today' ? t.quoteCard.expiresToday(number, contactName) : t.quoteCard.expiresTomorrow(number, contactName),
    person: { contactId, sure: false },
    buttons: [
      [
        { label: t.quoteCard.nudge, command: `/quote ${number} nudge` },
        { label: t.button.show, command: `/quote ${number}` },
      ],
    ],
  };
}
