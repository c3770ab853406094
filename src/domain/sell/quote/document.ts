import type { Fact, Pdf, PdfDocument } from '../../../lib/pdf/document.ts';
import type { Locale } from '../../../text/locale.ts';
import { formatMoney } from '../../../text/money/money.ts';
import { type Texts, texts } from '../../../text/texts.ts';
import type { Context } from '../../context.ts';
import type { Deduction } from './lines.ts';
import type { QuoteContent } from './quote.ts';

/** Words and figures of a quote, as its page and its PDF show them alike. */
export interface QuoteWords {
  head: string[];
  to: Fact;
  facts: Fact[];
  columns: { item: string; quantity: string; price: string; sum: string };
  rows: { item: string; quantity: string; price: string; sum: string }[];
  sums: (Fact & { strong?: true })[];
  sections: { title: string; text: string }[];
}

/** `number` undefined: it is a draft. */
export function quoteWords(content: QuoteContent, number: string | undefined): QuoteWords {
  const { locale, head, lines, currency, terms, note, issuedOn, validUntil } = content;
  const { quoteDoc: t } = texts(locale);
  const money = (minor: string) => formatMoney(minor, currency, locale);
  return {
    head: [
      ...(head.address ? [head.address] : []),
      ...(head.taxId ? [t.taxId(head.taxId)] : []),
      ...(head.bank ? [t.bank(head.bank)] : []),
    ],
    to: { label: t.to, value: content.to },
    facts: [
      { label: t.number, value: number ?? t.draft },
      { label: t.date, value: issuedOn },
      ...(validUntil ? [{ label: t.validUntil, value: validUntil }] : []),
    ],
    columns: t.columns,
    rows: lines.map(({ description, quantity, unitMinor, off, minor }) => ({
      item: off ? t.lineOff(description, offWords(off, currency, locale)) : description,
      ...{ quantity, price: money(unitMinor), sum: money(minor) },
    })),
    sums: sumsShown(content, t),
    sections: [...(terms ? [{ title: t.terms, text: terms }] : []), ...(note ? [{ title: t.note, text: note }] : [])],
  };
}

/** '10 %', or so much money. */
export const offWords = (off: Deduction, currency: string, locale: Locale): string =>
  'percent' in off ? `${off.percent}%` : formatMoney(off.minor, currency, locale);

/** What stands below the lines: what is shown adds up to what is asked. */
function sumsShown({ locale, sums, tax, currency }: QuoteContent, t: Texts['quoteDoc']): QuoteWords['sums'] {
  const money = (minor: string) => formatMoney(minor, currency, locale);
  const more = sums.discount !== '0' || (tax && !tax.included);
  return [
    ...(more ? [{ label: t.subtotal, value: money(sums.subtotal) }] : []),
    ...(sums.discount !== '0' ? [{ label: t.discount, value: money(`-${sums.discount}`) }] : []),
    ...(tax && !tax.included ? [{ label: t.taxOnTop(tax.percent), value: money(sums.tax) }] : []),
    { label: t.total, value: money(sums.total), strong: true as const },
    ...(tax?.included ? [{ label: t.taxWithin(tax.percent), value: money(sums.tax) }] : []),
  ];
}

/** Its PDF, in the language of whoever it is for. */
export async function quotePdf(
  ctx: Pick<Context, 'renderPdf' | 'readFile'>,
  content: QuoteContent,
  number: string | undefined,
): Promise<Pdf> {
  const { quoteDoc: t } = texts(content.locale);
  const { head, to, facts, columns, rows, sums, sections } = quoteWords(content, number);
  const picture = await pictureOf(ctx, content.head.logo);
  const document: PdfDocument = {
    title: [t.title, number].filter(Boolean).join(' '),
    language: content.locale,
    from: { name: content.head.name, lines: head, ...(picture && { picture }) },
    ...{ heading: t.title, to: [to], facts, sums, sections, foot: t.foot(number ?? t.draft) },
    table: {
      columns: [
        { title: columns.item, align: 'left', width: 'rest' },
        { title: columns.quantity, align: 'right', width: 'own' },
        { title: columns.price, align: 'right', width: 'own' },
        { title: columns.sum, align: 'right', width: 'own' },
      ],
      rows: rows.map(({ item, quantity, price, sum }) => [item, quantity, price, sum]),
    },
  };
  return ctx.renderPdf(document);
}

/** A picture that is not there any more is left out. */
async function pictureOf({ readFile }: Pick<Context, 'readFile'>, ref: string | null): Promise<Uint8Array | undefined> {
  if (ref === null) return undefined;
  return readFile(ref).catch(() => undefined);
}
