import { formatMoney } from '../../../../text/money/money.ts';
import { isoDay, wallTime } from '../../../../text/when/zone.ts';
import { leadButtons } from '../../../desk/contact_card.ts';
import { type Button, type Field, failed, type Item, type Reply } from '../../../reply.ts';
import { loadLead } from '../../../sell/lead.ts';
import { businessOf, daysOf } from '../../../sell/quote/business.ts';
import { offWords } from '../../../sell/quote/document.ts';
import { type Draft, draftOf } from '../../../sell/quote/draft.ts';
import { lineMinor, type QuoteLine } from '../../../sell/quote/lines.ts';
import { shownNumber } from '../../../sell/quote/number.ts';
import { type Quote, quotesOf, standingOf, todayOf } from '../../../sell/quote/quote.ts';
import type { CommandContext } from '../../command.ts';
import { describe } from '../lead.ts';
import { changedParts } from './digest.ts';

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
  const over = open && lines.length > 0 ? isOver(ctx, draft) : undefined;
  return {
    title: describe(ctx, lead),
    thing: { noun: 'lead', id: leadId },
    ...(lines.length > 0
      ? { lists: [{ items: lines.map((line) => lineItem(ctx, leadId, line, open)) }] }
      : { text: t.quote.none }),
    ...(lines.length > 0 && { fields: fieldsOf(ctx, draft) }),
    buttons: [
      ...(open && lines.length > 0 ? [leave] : []),
      ...(over ? [newDays(ctx, leadId)] : []),
      ...(issued.length > 0 ? [issued] : []),
      ...(open ? [[addLine, ...leadButtons(t, leadId)]] : []),
    ],
    hint: [
      hint,
      over && t.quoteCard.isOver(over),
      open && last ? issuedBefore(ctx, last) : undefined,
      open && lines.length > 0 ? t.quoteCard.howToChange : undefined,
    ]
      .filter(Boolean)
      .join('\n'),
  };
}

/** What becomes of the quote before, where another is sent now. */
export function issuedBefore({ t, now, settings }: CommandContext, last: Quote): string {
  if (last.state === 'accepted') return t.quoteCard.besideAccepted(shownNumber(last), last.orderNumber ?? '');
  return t.quoteCard.issuedBefore(
    shownNumber(last),
    t.quoteCard.standing[standingOf(last, todayOf(now, settings.timezone))],
  );
}

/** What is otherwise than it was when a button was shown. */
export function changedSince({ t }: CommandContext, shown: string, now: string): string {
  const parts = changedParts(shown, now).map((part) => t.quoteCard.parts[part]);
  return t.quoteCard.changedSince(t.inARow(parts));
}

/** The last day of a draft, where that is past. */
const isOver = ({ now, settings }: CommandContext, { validUntil }: Draft): string | undefined =>
  validUntil !== null && validUntil < todayOf(now, settings.timezone) ? validUntil : undefined;

/** Nothing leaves that is over when it comes: until when is a tap. */
export function askUntilWhen(ctx: CommandContext, leadId: string, draft: Draft): Reply | undefined {
  const over = isOver(ctx, draft);
  return over === undefined
    ? undefined
    : failed(ctx.t.quoteCard.isOver(over), { thing: { noun: 'lead', id: leadId }, buttons: [newDays(ctx, leadId)] });
}

const A_MONTH = 30;

function newDays({ t, now, settings }: CommandContext, leadId: string): Button[] {
  const { day } = wallTime(now, settings.timezone);
  return [...new Set([daysOf(businessOf(settings)) || A_MONTH / 2, A_MONTH])].map((days) => ({
    label: t.quoteCard.until(isoDay(day + days)),
    command: `/quote ${leadId} valid until ${isoDay(day + days)}`,
  }));
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
