import type { Locale } from '../../../text/locale.ts';
import { dateOf, wallTime } from '../../../text/when/zone.ts';
import type { Context } from '../../context.ts';
import type { Lead } from '../lead.ts';
import { businessOf, numbersOf } from './business.ts';
import { quotePdf } from './document.ts';
import { beginDraft, type Draft } from './draft.ts';
import { lineMinor } from './lines.ts';
import { linkHash } from './link.ts';
import { nextNumber, shownNumber } from './number.ts';
import { loadQuote, type Quote, type QuoteContent, todayOf } from './quote.ts';

/** What would be written on it, were it issued now. */
export function contentOf(ctx: Context, draft: Draft, { to, locale }: { to: string; locale: Locale }): QuoteContent {
  const { address = '', taxId = '', bank = '', logo = null } = businessOf(ctx.settings);
  const { lines, tax = null, sums, currency, terms, note, validUntil } = draft;
  return {
    ...{ locale, to, head: { name: ctx.settings.businessName, address, taxId, bank, logo } },
    lines: lines.map(({ description, quantity, unitMinor, off }) => {
      const line = { quantity, unitMinor, ...(off && { off }) };
      return { description, ...line, minor: lineMinor(line) };
    }),
    ...{ tax, sums, currency: currency ?? ctx.settings.currency, terms, note, validUntil },
    issuedOn: todayOf(ctx.now, ctx.settings.timezone),
  };
}

/**
 * Gives it a number, freezes what it says and takes the place of what was sent for the lead before: a later revision under the same number, until
 * one of them was accepted. The lines stay the lead's draft. `byHand`: its owner brings it to its customer.
 */
export async function issueQuote(
  ctx: Context,
  lead: Lead,
  content: QuoteContent,
  { byHand = false } = {},
): Promise<Quote> {
  const { tx, now } = ctx;
  const id = await beginDraft(tx, lead.id, now);
  const { number, revision } = await nextOf(ctx, lead.id);
  const nonce = ctx.random();
  const { bytes } = await quotePdf(ctx, content, shownNumber({ number, revision }));
  const pdf = await ctx.keepFile(bytes);
  await tx`update quotes set state = 'replaced' where lead_id = ${lead.id} and number = ${number} and state = 'sent'`;
  await tx`
    update quotes set state = 'sent', number = ${number}, revision = ${revision}, content = ${tx.json(content)},
      tax_percent = ${content.tax?.percent ?? '0'}::numeric, tax_included = ${content.tax?.included ?? null}::boolean,
      terms = ${content.terms}, note = ${content.note}, by_hand = ${byHand},
      currency = ${content.currency}, total_minor = ${content.sums.total}, valid_until = ${content.validUntil}::date,
      link_nonce = ${nonce}, link_hash = ${linkHash(ctx.linkKey, { id, nonce })}, pdf = ${pdf}, issued_at = ${now}
    where id = ${id}`;
  return (await loadQuote(tx, id))!;
}

/** The number and revision that a quote of this lead would get now. */
export async function nextOf(
  { tx, now, settings }: Context,
  leadId: string,
): Promise<{ number: string; revision: number }> {
  const [last] = await tx<{ number: string; revision: number }>`
    select number, max(revision) as revision from quotes where lead_id = ${leadId} and number is not null
    group by number having not bool_or(state = 'accepted') order by max(id) desc limit 1`;
  if (last) return { number: last.number, revision: last.revision + 1 };
  const { year } = dateOf(wallTime(now, settings.timezone).day);
  return { number: await nextNumber(tx, leadId, { style: numbersOf(businessOf(settings)), year }), revision: 1 };
}
