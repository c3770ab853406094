import { parseMoney } from '../../../../text/money/money.ts';
import type { LineOff, QuoteTerms } from '../../../../text/money/quote_terms.ts';
import { failed, type Reply } from '../../../reply.ts';
import type { Lead } from '../../../sell/lead.ts';
import { followTotal, setTerms } from '../../../sell/quote/draft.ts';
import { type Deduction, quoteLines, setLineOff } from '../../../sell/quote/lines.ts';
import type { CommandContext } from '../../command.ts';
import { draftReply } from './shown.ts';

/** As it is kept; undefined: it is no amount, or nothing comes off. */
export function readOff(off: QuoteTerms['off'], currency: string): Deduction | undefined {
  if (off === undefined || off === 'none') return undefined;
  if ('percent' in off) return off.percent > 0 && off.percent <= 100 ? { percent: String(off.percent) } : undefined;
  const less = parseMoney(off.less, currency);
  return less && less.currency === currency && less.minor !== '0' ? { minor: less.minor } : undefined;
}

/** Nobody says whether a tax is within the prices or comes on top: each is a tap. */
export function askOfTerms(ctx: CommandContext, ref: string, rest: string, terms: QuoteTerms): Reply | undefined {
  const { tax } = terms;
  if (!tax || tax === 'none' || tax.included !== undefined) return undefined;
  const { t } = ctx;
  const line = (included: boolean) =>
    [`/quote ${ref} ${rest}`.trim(), ...termsLine({ ...terms, tax: { ...tax, included } })].join(' ');
  return failed(t.quoteCard.whichTax(tax.percent), {
    buttons: [
      [{ label: t.quoteCard.taxWithin(tax.percent), command: line(true) }],
      [{ label: t.quoteCard.taxOnTop(tax.percent), command: line(false) }],
    ],
  });
}

/** As our own buttons write them, one word after the other. */
export function termsLine(terms: QuoteTerms): string[] {
  const { off, tax, validUntil, terms: words, note } = terms;
  const rate = tax && tax !== 'none' && (tax.included ? `incl ${tax.percent}% tax` : `plus ${tax.percent}% tax`);
  const less = off && off !== 'none' && ('percent' in off ? `-${off.percent}%` : `less ${off.less}`);
  return [
    ...(less ? [less] : off === 'none' ? ['no discount'] : []),
    ...(rate ? [rate] : tax === 'none' ? ['no tax'] : []),
    ...(validUntil ? [`valid until ${validUntil}`] : []),
    ...(words ? [`terms: ${words}`] : []),
    ...(note ? [`note: ${note}`] : []),
  ];
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
  const { off } = terms;
  if (off && off !== 'none' && !readOff(off, currency))
    return failed(ctx.t.lead.notAnAmount('less' in off ? off.less : `${off.percent}%`));
  await keepTerms(ctx, lead.id, terms, currency);
  if ((await quoteLines(ctx.tx, lead.id)).length > 0) await followTotal(ctx.tx, lead.id, ctx);
  return draftReply(ctx, lead.id, ctx.t.quoteCard.kept);
}

/** What comes off one line alone. */
export async function setOff(ctx: CommandContext, lead: Lead, { place, off }: LineOff): Promise<Reply> {
  const line = (await quoteLines(ctx.tx, lead.id))[place - 1];
  if (!line) return failed(ctx.t.quote.noSuch);
  const read = readOff(off, line.currency);
  if (off !== 'none' && !read)
    return failed(ctx.t.lead.notAnAmount(off && 'less' in off ? off.less : String(off?.percent ?? '')));
  await setLineOff(ctx.tx, lead.id, line.id, read);
  await followTotal(ctx.tx, lead.id, ctx);
  return draftReply(ctx, lead.id, ctx.t.quoteCard.kept);
}
