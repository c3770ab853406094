import { lineSaid } from '../../../../text/money/quote_line_said.ts';
import { quoteTermsBehind } from '../../../../text/money/quote_terms.ts';
import { quotedLine, removalNamed, withoutAdding } from '../../../../text/money/quoted_lines.ts';
import { type Context, localeOf } from '../../../context.ts';
import type { User } from '../../../owner/user.ts';
import type { Button } from '../../../reply.ts';
import { loadLead } from '../../../sell/lead.ts';
import { quoteLines } from '../../../sell/quote/lines.ts';
import { quoteActIn } from './act.ts';

/**
 * What words under the card of a quote say of it, and nothing else: -10%, valid until Friday, line 2 -5%, Delivery 1x20, send. Undefined:
 * they may be for its customer, or it is no quote yet.
 */
export async function quoteLineOf(ctx: Context, user: User, leadId: string, text: string): Promise<Button | undefined> {
  const words = text.trim();
  const locale = localeOf(ctx, user);
  if (!speaksOfQuote(words, { now: ctx.now, timezone: ctx.settings.timezone, country: ctx.settings.country, locale }))
    return undefined;
  const lead = await loadLead(ctx.tx, leadId);
  if (!lead || lead.stage === 'won' || lead.stage === 'lost') return undefined;
  const lines = await quoteLines(ctx.tx, leadId);
  const name = removalNamed(words)?.toLowerCase();
  const isRemoval = name !== undefined && lines.some(({ description }) => description.toLowerCase() === name);
  if (lines.length === 0 || (name !== undefined && !isRemoval && !lineSaid(words))) return undefined;
  return { label: words, command: `/quote ${leadId} ${words}` };
}

function speaksOfQuote(words: string, moment: Parameters<typeof quoteTermsBehind>[1]): boolean {
  if (words === '' || words.length > 300 || words.startsWith('/') || /[?？]/u.test(words)) return false;
  if (quoteActIn(words) || removalNamed(words) !== undefined) return true;
  const { rest, terms, refused } = quoteTermsBehind(withoutAdding(words), moment);
  if (lineSaid(rest, terms)) return true;
  if (rest === '') return refused !== undefined || Object.keys(terms).length > 0;
  return quotedLine(rest)?.description !== undefined && quotedLine(rest)!.description !== '';
}
