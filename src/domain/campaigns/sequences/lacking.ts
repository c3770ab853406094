import type { Sql } from '../../../db/sql.ts';
import type { Texts } from '../../../text/texts.ts';
import type { Context } from '../../context.ts';
import { tellOwner } from '../../desk/tell.ts';
import type { List } from '../../reply.ts';
import type { Sequence } from './sequence.ts';

/** Somebody to whom a step could not be written. */
export interface Lacking {
  contactId: string;
  name: string;
  /** What its text asks for that is not known of them. */
  lacks: string;
  campaignId: string;
}

const MOST = 5;
/** What failed before is known: a card is told for it once. */
const NEWS_MS = 3 * 24 * 60 * 60_000;

/** The last of those to whom a step of the sequence could not be written; `since`: only those whose step was due from then on. */
export function lackingIn(sql: Sql, sequenceId: string, since = new Date(0)): Promise<Lacking[]> {
  return sql<Lacking>`
    select d.contact_id as "contactId", p.name, d.detail as lacks, d.campaign_id as "campaignId"
    from campaigns c join campaign_deliveries d on d.campaign_id = c.id join contacts p on p.id = d.contact_id
    where c.sequence_id = ${sequenceId} and d.state in ('failed', 'skipped') and d.reason = 'missing' and d.run_at >= ${since}
    order by d.run_at desc, d.contact_id limit ${MOST}`;
}

/** Who they are, and what they lack. */
export function lackingList(t: Texts, lacking: readonly Lacking[]): List[] {
  if (lacking.length === 0) return [];
  const items = lacking.map(({ contactId, name, lacks }) => ({
    text: t.sequence.lacks(name || t.sequence.someone, lacks),
    ref: `c${contactId}`,
    contactId,
  }));
  return [{ title: t.sequence.labels.lacking, items }];
}

/** Tells the owner of the first of them, once for each step as it is written and for what they lack. */
export async function tellLacking(ctx: Context, one: Sequence): Promise<void> {
  const all = await lackingIn(ctx.tx, one.id, new Date(ctx.now.getTime() - NEWS_MS));
  for (const key of new Set(all.map(keyOf))) {
    const those = all.filter((lacking) => keyOf(lacking) === key);
    await tellOwner(
      ctx,
      `sequence:${one.id}:lacking:${key}`,
      (t) => ({
        title: t.sequence.title(t.sequence.recipe[one.recipe], t.sequence.on),
        text: t.sequence.lackingTold(those.length),
        lists: lackingList(t, those),
        buttons: [[{ label: t.sequence.show, command: `/sequence ${one.id}` }]],
      }),
      { notice: { kind: 'campaign' } },
    );
  }
}

const keyOf = ({ campaignId, lacks }: Lacking): string => `${campaignId}:${lacks}`;
