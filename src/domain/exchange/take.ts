import type { Sql, Tx } from '../../db/sql.ts';
import type { Context } from '../context.ts';
import { tellNoHooks } from '../hooks/history.ts';
import { journaled, openEntry } from '../owner/journal.ts';
import { countSuppressed } from './agreed.ts';
import type { Draft } from './draft.ts';
import { type Counts, changeImport, type Import, type ImportChange, isTakenBack, loadImport } from './imports.ts';
import { type Plan, planOf, type Seen } from './plan.ts';
import { writePlan } from './write.ts';

/** So many rows go into one transaction. */
export const BATCH = 1000;

/** What stands before the name of a file in the journal: whoever reads it sees the command. */
const COMMAND = '/import';

/**
 * Takes in the next rows of a file in this transaction, with how far it is: killed in between, none of them is done twice.
 * `drafts`: one for each row; `expected`: the position that they were cut for. Gives the import as it is by now.
 */
export async function takeRows(
  ctx: Context,
  id: string,
  drafts: readonly Draft[],
  expected: number,
): Promise<Import | undefined> {
  return takePart(ctx, id, expected, async (one) => {
    await tidyLater(ctx.tx);
    const counts = await takeIn(ctx, one, drafts);
    const position = one.position + drafts.length;
    return { position, state: position >= one.rows ? 'done' : 'running', counts: sum(one.counts, counts) };
  });
}

/** Does the next part of what an import brings, and records it with the others: one undo takes all of it back. */
export async function takePart(
  ctx: Context,
  id: string,
  expected: number,
  work: (one: Import) => Promise<ImportChange>,
): Promise<Import | undefined> {
  const one = await loadImport(ctx.tx, id, ctx.tx`for update`);
  if (one?.state !== 'running' || one.position !== expected) return one;
  if (one.journalId && (await isTakenBack(ctx.tx, one.journalId)))
    return changeImport(ctx, one, { state: 'cancelled', position: 0, journalId: null });
  const { userId } = one;
  await tellNoHooks(ctx.tx);
  const command = `${COMMAND} ${one.file.name ?? ''}`.trim();
  const journalId = one.journalId ?? (await openEntry(ctx.tx, { userId, command, now: ctx.now }));
  const part = { userId, command, now: ctx.now, byItself: true, partOf: journalId };
  const { result } = await journaled(ctx.tx, part, () => work(one));
  return changeImport(ctx, one, { ...result, journalId });
}

/** The search keys of whoever is made in this transaction go into their index by `tidyKeys`, or with the next contact. */
async function tidyLater(tx: Tx): Promise<void> {
  await tx`select set_config('crm.tidy_later', 'on', true)`;
}

/** Puts the search keys that wait into their index: a search reads all that waits. */
export async function tidyKeys(sql: Sql): Promise<void> {
  await sql`select gin_clean_pending_list('contacts_search_keys')`;
}

async function takeIn(ctx: Context, one: Import, drafts: readonly Draft[]): Promise<Partial<Counts>> {
  const plan = await planOf(ctx.tx, drafts, {
    ...{ seen: new Map(), ownEmails: ctx.ownerEmails },
    journalId: one.journalId,
  });
  const namesakes = await countNamesakes(ctx, plan);
  const suppressed = await countSuppressed(ctx.tx, plan.people);
  const written = await writePlan(ctx, one, plan);
  return { ...written, ...countsOf(plan, drafts), namesakes, suppressed };
}

/** What would be done with these rows; nothing is. `seen` goes on from the rows before. */
export async function previewRows(ctx: Context, drafts: readonly Draft[], seen: Seen): Promise<Partial<Counts>> {
  const plan = await planOf(ctx.tx, drafts, { seen, ownEmails: ctx.ownerEmails });
  const created = plan.people.filter(({ known }) => !known).length;
  const alike = plan.people.reduce((count, person) => count + person.alike.length, 0);
  const namesakes = await countNamesakes(ctx, plan);
  const suppressed = await countSuppressed(ctx.tx, plan.people);
  // what of them is empty here is only seen when it is filled in
  const known = plan.people.length - created;
  return {
    ...countsOf(plan, drafts),
    created,
    known,
    updated: 0,
    unchanged: 0,
    alike,
    namesakes,
    suppressed,
    agreed: 0,
  };
}

const countsOf = (
  plan: Plan,
  drafts: readonly Draft[],
): Pick<Counts, 'joined' | 'declined' | 'unsure' | 'leftOut' | 'problems' | 'unknown'> => ({
  joined: plan.joined,
  declined: plan.people.filter(({ draft }) => draft.news === 'no').length,
  unsure: plan.people.filter(({ draft }) => draft.news === 'unsure').length,
  leftOut: plan.leftOut.length,
  problems: drafts.filter(({ problems }) => problems.length > 0).length,
  unknown: drafts.reduce((count, { unknown }) => count + unknown, 0),
});

export function sum(one: Partial<Counts>, other: Partial<Counts>): Partial<Counts> {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)] as (keyof Counts)[]);
  return Object.fromEntries([...keys].map((key) => [key, (one[key] ?? 0) + (other[key] ?? 0)]));
}

/** New people who are called as somebody is already. */
async function countNamesakes({ tx }: Context, { people }: Plan): Promise<number> {
  const names = people.flatMap(({ known, draft }) => (known || draft.name === '' ? [] : draft.name));
  const [row] = await tx<{ count: number }>`
    select count(*)::int as count from unnest((select ${names}::text[])) as new(called)
    where exists (select from contacts c where fold_text(c.name) = fold_text(new.called))`;
  return row!.count;
}
