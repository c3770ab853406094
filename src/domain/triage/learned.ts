import type { Sql } from '../../db/sql.ts';
import { corrected, type Example, type Model } from './model.ts';
import { shippedModel } from './shipped.ts';

/** The newest so many corrections count: learning them takes well under a second. */
const MOST = 500;

let learned: { from: string; model: Model } | undefined;

/** Changes whenever a correction comes or goes. */
async function edition(sql: Sql): Promise<string> {
  const [row] = await sql<{ edition: string }>`
    select count(*) || '/' || coalesce(max(id), 0) || '/' || coalesce(max(created_at)::text, '') as edition
    from triage_corrections`;
  return row?.edition ?? '';
}

/** The last word on each text. */
async function corrections(sql: Sql): Promise<Example[]> {
  const rows = await sql<Example>`
    select text, to_label as label from triage_corrections
    where id in (select max(id) from triage_corrections where text <> '' group by text)
    order by id desc limit ${MOST}`;
  return [...rows];
}

/**
 * The shipped model after the owner's corrections. Kept until there is another correction; as derived data it need not
 * outlive the process.
 */
export async function modelFor(sql: Sql): Promise<Model> {
  const from = await edition(sql);
  if (learned?.from !== from) learned = { from, model: corrected(shippedModel(), await corrections(sql)) };
  return learned.model;
}
