import { formatMoney } from '../../../../text/money/money.ts';
import { isoDay } from '../../../../text/when/zone.ts';
import type { Button, Item, Reply } from '../../../reply.ts';
import { ageOf, type Invoice, loadInvoice } from '../../../sell/invoice/invoice.ts';
import { payLinkFor } from '../../../sell/invoice/pay_link.ts';
import { whyHeld } from '../../../sell/invoice/reminder.ts';
import type { CommandContext } from '../../command.ts';
import { dateShown, todayIn } from '../contract/shown.ts';

/** 'due 15 Dec', '12 days overdue', 'paid'. */
function standingShown(ctx: CommandContext, { dueOn, settled }: Invoice): string {
  const { invoice: t } = ctx.t;
  if (settled) return t.settled;
  const { days } = ageOf(dueOn, todayIn(ctx));
  if (days > 0) return t.overdue(days);
  return dueOn === isoDay(todayIn(ctx)) ? t.dueToday : t.due(dateShown(ctx, dueOn));
}

const paidButton = ({ t }: CommandContext, { number }: Invoice): Button => ({
  label: t.invoice.button.paid,
  command: `/invoice ${number} paid`,
});
const remindButton = ({ t }: CommandContext, { number }: Invoice): Button => ({
  label: t.invoice.button.remind,
  command: `/invoice ${number} remind`,
});

/** A line of the unpaid: number, whose, how much, and how long it has been due. */
export function itemOf(ctx: CommandContext, invoice: Invoice): Item {
  const { number, contactName, contactId, owedMinor, currency, reminders } = invoice;
  const { t, locale } = ctx;
  return {
    text: [contactName, formatMoney(owedMinor, currency, locale)].filter(Boolean).join(' · '),
    detail: [standingShown(ctx, invoice), ...(reminders > 0 ? [t.invoice.remindedTimes(reminders)] : [])].join(' · '),
    ref: number,
    ...(contactId !== null && { contactId }),
    buttons: [...(contactId === null ? [] : [remindButton(ctx, invoice)]), paidButton(ctx, invoice)],
  };
}

export async function invoiceReply(ctx: CommandContext, id: string, said?: string): Promise<Reply> {
  const { t, locale } = ctx;
  const [invoice, held] = [(await loadInvoice(ctx.tx, id))!, await whyHeld(ctx.tx, id)];
  const { number, orderId, orderNumber, contactId, contactName, currency, totalMinor, owedMinor, settled } = invoice;
  const { field, button } = t.invoice;
  const link = settled
    ? undefined
    : payLinkFor(ctx.settings, { minor: owedMinor, currency, number, name: contactName, mail: '' });
  return {
    title: t.invoice.title(number, contactName, standingShown(ctx, invoice)),
    ...(said && { text: said }),
    fields: [
      { label: field.total, value: formatMoney(totalMinor, currency, locale) },
      ...(settled || owedMinor === totalMinor
        ? []
        : [{ label: field.owed, value: formatMoney(owedMinor, currency, locale) }]),
      { label: field.issued, value: dateShown(ctx, invoice.issuedOn) },
      { label: field.due, value: dateShown(ctx, invoice.dueOn) },
      ...(link ? [{ label: t.invoice.payLink.label, value: link }] : []),
      ...(invoice.reminders > 0 ? [{ label: field.reminders, value: t.invoice.remindedTimes(invoice.reminders) }] : []),
      ...(held ? [{ label: field.held, value: t.invoice.held[held] }] : []),
    ],
    order: orderId,
    ...(contactId !== null && { person: { contactId, sure: false } }),
    buttons: [
      ...(settled
        ? []
        : [
            [
              paidButton(ctx, invoice),
              { label: button.part, command: `/invoice ${number} part` },
              ...(contactId === null ? [] : [remindButton(ctx, invoice)]),
            ],
          ]),
      [
        { label: orderNumber, command: `/order o${orderId}` },
        ...(settled ? [] : [{ label: button.drop, command: `/invoice ${number} drop` }]),
      ],
    ],
    hint: t.invoice.howToChange,
  };
}
