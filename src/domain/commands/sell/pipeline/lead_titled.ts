import type { Does } from '../../../../text/sentence/rule.ts';
import { titleHolds } from '../../../../text/sentence/title_words.ts';
import type { Context } from '../../../context.ts';
import { openLeads } from '../../../sell/lead.ts';

/** What becomes of a lead. */
const OF_LEADS: readonly Does[] = ['won', 'lost'];
/** How many open leads are looked through. */
const MOST_LEADS = 200;

/**
 * The one open lead that somebody names by what it is about where nobody is called so: the group order fell through. Undefined: none, or
 * several.
 */
export async function leadTitled(
  ctx: Context,
  does: Does,
  typed: string,
): Promise<{ ref: string; name: string; ids: string[]; left?: string } | undefined> {
  if (!OF_LEADS.includes(does)) return undefined;
  const leads = (await openLeads(ctx.tx, MOST_LEADS)).filter(({ title }) => titleHolds(title, typed));
  const [lead, ...others] = leads;
  if (!lead || others.length > 0) return undefined;
  return { ref: lead.id, name: `#${lead.id} ${lead.contactName} ${lead.title}`, ids: [lead.contactId] };
}
