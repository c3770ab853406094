import type { Fragment, Sql } from '../../db/sql.ts';
import { corrected, type Example, type Model } from './model.ts';
import { shippedModel } from './shipped.ts';

/** The newest so many corrections count: learning them takes well under a second. */
const MOST = 500;

let learned: { from: string; model: Model } | undefined;

/** Changes whenever a correction comes or goes. */
export const correctionsEdition = (sql: Sql): Fragment => sql`(
  select count(*) || '/' || coalesce(max(id), 0) || '/' || coalesce(max(created_at)::text, '') from triage_corrections
)`;

async function editionNow(sql: Sql): Promise<string> {
  const [row] = await sql<{ edition: string }>`select ${correctionsEdition(sql)} as edition`;
  return row!.edition;
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
 * outlive the process. `edition`: as it has just been read.
 */
export async function modelFor(sql: Sql, edition?: string): Promise<Model> {
  const from = edition ?? (await editionNow(sql));
  if (learned?.from !== from) learned = { from, model: corrected(shippedModel(), await corrections(sql)) };
  return learned.model;
}
