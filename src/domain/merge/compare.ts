import type { Sql, Tx } from '../../db/sql.ts';
import type { Context } from '../context.ts';
import { keepKeys, neighboursOf } from './likeness/index_keys.ts';
import { personsOf } from './likeness/known.ts';
import { LIKELY, type Likeness, likenessOf } from './likeness/likeness.ts';
import { byId, loadMeasured } from './likeness/measured.ts';
import { notePair, openPairsOf, type Proposal, weighProposal } from './proposal.ts';

/** So many contacts in one turn: that is done within a second or two, however many there are. */
const MOST_AT_ONCE = 100;

/**
 * Compares contacts that are new or have changed with those who share a key with them. Who is likely to be one person is
 * proposed, never merged; what was asked already is weighed anew. Returns how many were compared.
 */
export async function compareDue(ctx: Pick<Context, 'tx' | 'now'>): Promise<number> {
  const { tx } = ctx;
  const due = await takeDue(tx);
  if (due.length === 0) return 0;
  const people = await personsOf(tx, due);
  await keepKeys(tx, people);
  const open = await openPairsOf(tx, due);
  const { pairs, holders } = await neighboursOf(tx, people);
  const all = new Map([...open, ...pairs.map(asPair)].map((pair) => [`${pair.firstId} ${pair.secondId}`, pair]));
  const known = await byId(
    tx,
    people,
    [...all.values()].flatMap(({ firstId, secondId }) => [firstId, secondId]),
  );
  const measure = { ...(await loadMeasured(tx)), holders };
  const asked = new Map(open.map((pair) => [`${pair.firstId} ${pair.secondId}`, pair]));
  for (const [key, { firstId, secondId }] of all) {
    const [first, second] = [known.get(firstId), known.get(secondId)];
    if (!first || !second) continue;
    const likeness = likenessOf(first, second, measure);
    const question = asked.get(key);
    if (question) await weighProposal(tx, question, likeness);
    else if (likeness.probability > LIKELY) await notePair(ctx, firstId, secondId, [], likeness);
  }
  return due.length;
}

/** How alike each of these pairs is, as if nobody else had what they share; undefined where one of them is gone. */
export async function likenessOfEach(
  sql: Sql,
  pairs: readonly Pick<Proposal, 'firstId' | 'secondId'>[],
): Promise<(Likeness | undefined)[]> {
  if (pairs.length === 0) return [];
  const known = await byId(
    sql,
    [],
    pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]),
  );
  const measure = { ...(await loadMeasured(sql)), holders: () => 2 };
  return pairs.map(({ firstId, secondId }) => {
    const [first, second] = [known.get(firstId), known.get(secondId)];
    return first && second && likenessOf(first, second, measure);
  });
}

const asPair = ([firstId, secondId]: [string, string]): Pick<Proposal, 'firstId' | 'secondId'> => ({
  firstId,
  secondId,
});

/** Takes who has waited longest; somebody else's turn takes others. */
async function takeDue(tx: Tx): Promise<string[]> {
  const rows = await tx<{ contactId: string }>`
    delete from likeness_due where id in (
      select id from likeness_due order by id limit ${MOST_AT_ONCE} for update skip locked
    ) returning contact_id as "contactId"`;
  return [...new Set(rows.map(({ contactId }) => contactId))];
}
