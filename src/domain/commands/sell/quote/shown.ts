import { formatMoney } from '../../../../text/money/money.ts';
import { leadButtons } from '../../../desk/contact_card.ts';
import type { Button, Field, Item, Reply } from '../../../reply.ts';
import { loadLead } from '../../../sell/lead.ts';
import { offWords } from '../../../sell/quote/document.ts';
import { type Draft, draftOf } from '../../../sell/quote/draft.ts';
import { lineMinor, type QuoteLine } from '../../../sell/quote/lines.ts';
import { shownNumber } from '../../../sell/quote/number.ts';
import { quotesOf, standingOf, todayOf } from '../../../sell/quote/quote.ts';
import type { CommandContext } from '../../command.ts';
import { describe } from '../lead.ts';

/** The lines with their total and what stands beside them, and what can be done with them. */
export async function draftReply(ctx: CommandContext, leadId: string, hint?: string): Promise<Reply> {
  const { t } = ctx;
  const lead = (await loadLead(ctx.tx, leadId))!;
  const draft = await draftOf(ctx.tx, leadId, ctx);
  const [last] = await quotesOf(ctx.tx, leadId);
  const open = lead.stage !== 'won' && lead.stage !== 'lost';
  const { lines } = draft;
  const addLine: Button = { label: t.button.addLine, command: `/quote ${leadId}`, form: true };
  const leave: Button[] = [
    { label: t.quoteCard.send, command: `/quote ${leadId} send`, style: 'primary' },
    { label: t.quoteCard.pdf, command: `/quote ${leadId} pdf` },
  ];
  const issued: Button[] = last
    ? [{ label: t.quoteCard.show(shownNumber(last)), command: `/quote ${shownNumber(last)}` }]
    : [];
  const standing = last && standingOf(last, todayOf(ctx.now, ctx.settings.timezone));
  return {
    title: describe(ctx, lead),
    thing: { noun: 'lead', id: leadId },
    ...(lines.length > 0
      ? { lists: [{ items: lines.map((line) => lineItem(ctx, leadId, line, open)) }] }
      : { text: t.quote.none }),
    ...(lines.length > 0 && { fields: fieldsOf(ctx, draft) }),
    buttons: [
      ...(open && lines.length > 0 ? [leave] : []),
      ...(issued.length > 0 ? [issued] : []),
      ...(open ? [[addLine, ...leadButtons(t, leadId)]] : []),
    ],
    hint: [
      hint,
      last && standing ? t.quoteCard.issuedBefore(shownNumber(last), t.quoteCard.standing[standing]) : undefined,
      open && lines.length > 0 ? t.quoteCard.howToChange : undefined,
    ]
      .filter(Boolean)
      .join('\n'),
  };
}

/** What the lines come to, and what stands beside them. */
export function fieldsOf({ t, locale, settings }: CommandContext, draft: Draft): Field[] {
  const { off, tax, validUntil, terms, note, sums } = draft;
  const currency = draft.currency ?? settings.currency;
  const money = (minor: string) => formatMoney(minor, currency, locale);
  const { quoteDoc: doc } = t;
  return [
    { label: t.quote.total, value: money(sums.total) },
    ...(off
      ? [
          {
            label: doc.discount,
            value: 'percent' in off ? `${off.percent}% · ${money(sums.discount)}` : money(sums.discount),
          },
        ]
      : []),
    ...(tax
      ? [{ label: tax.included ? doc.taxWithin(tax.percent) : doc.taxOnTop(tax.percent), value: money(sums.tax) }]
      : []),
    ...(validUntil ? [{ label: doc.validUntil, value: validUntil }] : []),
    ...(terms ? [{ label: doc.terms, value: terms }] : []),
    ...(note ? [{ label: doc.note, value: note }] : []),
  ];
}

function lineItem({ t, locale }: CommandContext, leadId: string, line: QuoteLine, open: boolean): Item {
  const money = (minor: string) => formatMoney(minor, line.currency, locale);
  const sum = t.quote.line(line.quantity, money(line.unitMinor), money(lineMinor(line)));
  return {
    text: line.description,
    detail: line.off ? t.quoteCard.lineOff(sum, offWords(line.off, line.currency, locale)) : sum,
    ...(open && { ref: `-${line.id}`, buttons: [{ label: t.quote.remove, command: `/quote ${leadId} -${line.id}` }] }),
  };
}
