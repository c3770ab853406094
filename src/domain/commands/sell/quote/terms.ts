import { formatMoney, parseMoney } from '../../../../text/money/money.ts';
import type { QuoteTerms, ReadTerms } from '../../../../text/money/quote_terms.ts';
import { isoDay, wallTime } from '../../../../text/when/zone.ts';
import { failed, type Reply } from '../../../reply.ts';
import type { Lead } from '../../../sell/lead.ts';
import { followTotal, setTerms } from '../../../sell/quote/draft.ts';
import { type Deduction, type PricedLine, quoteLines, totalMinor } from '../../../sell/quote/lines.ts';
import type { CommandContext } from '../../command.ts';
import { draftReply } from './shown.ts';

/** As it is kept; undefined: it is no amount, or nothing comes off. */
export function readOff(off: QuoteTerms['off'], currency: string): Deduction | undefined {
  if (off === undefined || off === 'none') return undefined;
  if ('percent' in off) return off.percent > 0 && off.percent <= 100 ? { percent: String(off.percent) } : undefined;
  const less = parseMoney(off.less, currency);
  return less && less.currency === currency && less.minor !== '0' ? { minor: less.minor } : undefined;
}

/** Why it cannot come off these lines: it is no such amount, in other money, or more than there is. Undefined: it can. */
export function whyNotOff(
  { t, locale }: Pick<CommandContext, 't' | 'locale'>,
  off: QuoteTerms['off'],
  lines: readonly PricedLine[],
  currency: string,
): string | undefined {
  if (off === undefined || off === 'none') return undefined;
  const read = readOff(off, currency);
  if ('percent' in off) return read ? undefined : t.quoteCard.cannotComeOff(`${off.percent}%`);
  const money = parseMoney(off.less, currency);
  if (money && money.currency !== currency) return t.quote.otherCurrency(currency);
  if (!read || !('minor' in read)) return t.quoteCard.cannotComeOff(off.less);
  const all = totalMinor(lines);
  return lines.length > 0 && BigInt(read.minor) > BigInt(all)
    ? t.quoteCard.offTooMuch(off.less, formatMoney(all, currency, locale))
    : undefined;
}

/** Nobody says whether a tax is within the prices or comes on top: each is a tap. */
export function askOfTerms(ctx: CommandContext, ref: string, rest: string, terms: QuoteTerms): Reply | undefined {
  const { tax } = terms;
  if (!tax || tax === 'none' || tax.included !== undefined) return undefined;
  const { t } = ctx;
  const line = (included: boolean) => lineWith({ ref, rest }, { ...terms, tax: { ...tax, included } });
  return failed(t.quoteCard.whichTax(tax.percent), {
    buttons: [
      [{ label: t.quoteCard.taxWithin(tax.percent), command: line(true) }],
      [{ label: t.quoteCard.taxOnTop(tax.percent), command: line(false) }],
    ],
  });
}

const lineWith = ({ ref, rest }: { ref: string; rest: string }, terms: QuoteTerms): string =>
  [`/quote ${ref} ${rest}`.trim(), ...termsLine(terms)].join(' ');

const DAYS = [14, 30] as const;

/** What speaks of a quote and cannot be kept as it stands: nothing is, before its owner has said what is meant. */
export function askOfRefused(ctx: CommandContext, ref: string, { rest, terms, refused }: ReadTerms): Reply | undefined {
  if (!refused) return undefined;
  const { quoteCard: t, business } = ctx.t;
  const button = (label: string, term: QuoteTerms) => [
    { label, command: lineWith({ ref, rest }, { ...terms, ...term }) },
  ];
  if (refused.is === 'day') {
    const today = wallTime(ctx.now, ctx.settings.timezone).day;
    const buttons = DAYS.map((days) => button(business.days(days), { validUntil: isoDay(today + days) }));
    return failed(t.noDay(refused.said), { buttons });
  }
  if (refused.is === 'rate')
    return failed(t.whichRate(refused.said), { buttons: [button(t.untaxed, { tax: 'none' })] });
  const buttons = refused.terms.map((term, nth) => button(refused.said[nth]!, term));
  const both = taxTogether(refused.terms);
  return failed(both ? t.twoTaxes : t.twice(refused.said.join(' · ')), {
    buttons: [...buttons, ...(both ? [button(t.taxOnTop(both), { tax: { percent: both, included: false } })] : [])],
  });
}

/** Two taxes on top, each on the same sum, come to one; undefined: they are others. */
function taxTogether(terms: readonly QuoteTerms[]): string | undefined {
  const rates = terms.flatMap(({ tax }) => (tax && tax !== 'none' && tax.included === false ? [tax.percent] : []));
  if (rates.length < 2 || rates.length < terms.length) return undefined;
  const sum = rates.reduce((all, rate) => all + Math.round(Number(rate) * 1000), 0);
  return sum < 100_000 ? String(sum / 1000) : undefined;
}

/** As our own buttons write them, one word after the other. */
export function termsLine(terms: QuoteTerms): string[] {
  const { off, tax, validUntil, terms: words, note } = terms;
  const how = tax && tax !== 'none' && (tax.included === undefined ? '' : tax.included ? 'incl ' : 'plus ');
  const rate = tax && tax !== 'none' && `${how}${how === '' ? `tax ${tax.percent}%` : `${tax.percent}% tax`}`;
  const less = off && off !== 'none' && ('percent' in off ? `-${off.percent}%` : `less ${off.less}`);
  return [
    ...(less ? [less] : off === 'none' ? ['no discount'] : []),
    ...(rate ? [rate] : tax === 'none' ? ['no tax'] : []),
    ...(validUntil ? [`valid until ${validUntil}`] : []),
    ...(words !== undefined ? [`terms: ${words || 'off'}`] : []),
    ...(note !== undefined ? [`note: ${note || 'off'}`] : []),
  ];
}

/** The same as people read it. */
export function termsShown(t: CommandContext['t'], { off, tax, validUntil, terms, note }: QuoteTerms): string {
  const { quoteDoc: doc, quoteCard } = t;
  const rate = (percent: string, included: boolean) => (included ? doc.taxWithin(percent) : doc.taxOnTop(percent));
  const less = off && off !== 'none' && ('percent' in off ? `-${off.percent}%` : `-${off.less}`);
  return [
    less && `${doc.discount} ${less}`,
    tax &&
      (tax === 'none'
        ? quoteCard.untaxed
        : tax.included === undefined
          ? `${tax.percent}%`
          : rate(tax.percent, tax.included)),
    validUntil && `${doc.validUntil} ${validUntil}`,
    terms,
    note,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Keeps what was said beside the lines. */
export async function keepTerms(
  ctx: CommandContext,
  leadId: string,
  terms: QuoteTerms,
  currency: string,
): Promise<void> {
  if (Object.keys(terms).length === 0) return;
  const { off, tax, validUntil, terms: words, note } = terms;
  await setTerms(
    ctx.tx,
    leadId,
    {
      ...(off !== undefined && { off: readOff(off, currency) ?? null }),
      ...(tax !== undefined && {
        tax: tax === 'none' ? tax : { percent: tax.percent, included: tax.included === true },
      }),
      ...(validUntil !== undefined && { validUntil }),
      ...(words !== undefined && { terms: words }),
      ...(note !== undefined && { note }),
    },
    ctx.now,
  );
}

export async function setTermsOf(ctx: CommandContext, lead: Lead, terms: QuoteTerms): Promise<Reply> {
  const currency = lead.currency ?? ctx.settings.currency;
  const lines = await quoteLines(ctx.tx, lead.id);
  const wrong = whyNotOff(ctx, terms.off, lines, currency);
  if (wrong) return failed(wrong);
  await keepTerms(ctx, lead.id, terms, currency);
  if (lines.length > 0) await followTotal(ctx.tx, lead.id, ctx);
  return draftReply(ctx, lead.id, ctx.t.quoteCard.kept);
}
