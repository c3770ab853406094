import type { Context } from '../domain/context.ts';
import { tellOwner } from '../domain/desk/tell.ts';
import type { Item } from '../domain/reply.ts';
import { ageOf, type Invoice } from '../domain/sell/invoice/invoice.ts';
import { takeOverdue, takeStopped, writtenLast } from '../domain/sell/invoice/reminder.ts';
import type { Locale } from '../text/locale.ts';
import { formatMoney } from '../text/money/money.ts';
import type { Texts } from '../text/texts.ts';
import { truncate } from '../text/truncate.ts';
import { type Day, isoDay, wallTime } from '../text/when/zone.ts';

/** From when on in the morning it is told, in minutes of the business's day. */
const FROM = 9 * 60;
const WORDS_GRAPHEMES = 200;

/** Tells of reminders that stayed because something had changed, and, in the morning and together, of what has become overdue. */
export async function tendInvoices(ctx: Context): Promise<void> {
  const { day, minutes } = wallTime(ctx.now, ctx.settings.timezone);
  for (const { id, why, invoice: one, contactId, name } of await takeStopped(ctx.tx, ctx.now)) {
    const written = why === 'wrote' && one && contactId ? await writtenLast(ctx.tx, contactId, one) : undefined;
    await tellOwner(
      ctx,
      `reminder:stopped:${id}`,
      (t) => ({
        text: t.invoice.stayed[why](one?.number ?? '', name || one?.contactName || ''),
        ...(written && { quote: truncate(written.text, WORDS_GRAPHEMES) }),
        ...(one &&
          !one.settled && {
            buttons: [[{ label: t.invoice.button.anew, command: `/invoice ${one.number} remind` }]],
          }),
      }),
      { notice: { kind: 'invoice_due', contactId } },
    );
  }
  const overdue = minutes < FROM ? [] : await takeOverdue(ctx.tx, day);
  if (overdue.length === 0) return;
  await tellOwner(
    ctx,
    `invoices:overdue:${isoDay(day)}:${overdue.map(({ id }) => id).join(',')}`,
    (t, locale) => ({
      title: t.invoice.nowOverdue(overdue.length),
      lists: [{ items: overdue.map((one) => itemOf(t, locale, one, day)) }],
      buttons: [[{ label: t.invoice.button.all, command: '/unpaid' }]],
    }),
    { notice: { kind: 'invoice_due' } },
  );
}

const itemOf = (t: Texts, locale: Locale, one: Invoice, today: Day): Item => ({
  text: [one.contactName, formatMoney(one.owedMinor, one.currency, locale)].filter(Boolean).join(' · '),
  detail: t.invoice.overdue(ageOf(one.dueOn, today).days),
  ref: one.number,
  ...(one.contactId !== null && { contactId: one.contactId }),
  buttons: [
    ...(one.contactId === null ? [] : [{ label: t.invoice.button.remind, command: `/invoice ${one.number} remind` }]),
    { label: t.invoice.button.paid, command: `/invoice ${one.number} paid` },
  ],
});
