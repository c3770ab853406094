import type { Sql, Tx } from '../../db/sql.ts';
import type { Context } from '../context.ts';
import type { Likeness, Reason } from './likeness/likeness.ts';

/** Why two contacts may be one person. */
export interface Evidence {
  /**
   * `held`: an address that came with `by` belongs to the other. `sign`: it came with both, and proves neither.
   * `named`: `by` wrote the other's address. `order`: `by` wrote the other's order number. `name`: the same name,
   * `short`: one is short for the other, with `domain` (a mail domain that few share) or `local` (the part before the
   * @).
   */
  kind: 'held' | 'sign' | 'named' | 'order' | 'name' | 'short' | 'domain' | 'local';
  /** The id of the contact whose words or identity it came from. */
  by: string;
  value: string;
  /** The kind of address, for `held`, `sign` and `named`. */
  channel?: string;
}

export type Decision = 'merged' | 'refused';

/** Two contacts that look like one person, the older one first. */
export interface Proposal {
  id: string;
  firstId: string;
  secondId: string;
  evidence: Evidence[];
  /** What of them was compared, once that was done. */
  reasons?: readonly Reason[];
}

/**
 * What a person's own words say on top of what can be compared, in bits. Shared addresses and names are compared anyway.
 */
const BITS: Record<Evidence['kind'], number> = {
  ...{ named: 4, order: 5 },
  ...{ held: 0, sign: 0, name: 0, short: 0, domain: 0, local: 0 },
};

/** This many open questions about one contact are enough: a number that a hundred people give is a switchboard. */
const MOST_OPEN = 5;
const pairOf = (one: string, other: string): [first: string, second: string] =>
  BigInt(one) < BigInt(other) ? [one, other] : [other, one];

/** Notes that these two may be one person; undefined if that was asked before, or said not to be. */
export async function notePair(
  ctx: Pick<Context, 'tx' | 'now'>,
  one: string,
  other: string,
  evidence: Evidence[],
  likeness?: Likeness,
): Promise<Proposal | undefined> {
  const [first, second] = pairOf(one, other);
  const [row] = await ctx.tx<{ id: string }>`
    insert into merge_proposals (first_id, second_id, evidence, state, created_at, weight, reasons)
    select ${first}, ${second}, ${ctx.tx.json(evidence)}, 'proposed', ${ctx.now}, ${likeness?.weight ?? null}::real,
      ${ctx.tx.json(likeness?.reasons ?? [])}
    where not exists (
      select from unnest((select ${[one, other]}::bigint[])) as c(id)
      where ${MOST_OPEN} <= (
        -- theirs first: while few are open the planner would rather read all that are, and keeps to it
        with theirs as materialized (
          select state from merge_proposals where first_id = c.id union all
          select state from merge_proposals where second_id = c.id
        )
        select count(*) from theirs where state = 'proposed'
      )
    )
    on conflict (first_id, second_id) do nothing
    returning id`;
  return row && { id: row.id, firstId: first, secondId: second, evidence };
}

/** Weighs an open question by what was compared and by what somebody wrote. */
export async function weighProposal(tx: Tx, { id, evidence }: Proposal, { weight, reasons }: Likeness): Promise<void> {
  const said = evidence.reduce((sum, { kind }) => sum + BITS[kind], 0);
  await tx`
    update merge_proposals set weight = ${weight + said}::real, reasons = ${tx.json(reasons)}
    where id = ${id} and state = 'proposed'`;
}

/** Open questions about these contacts. */
export async function openPairsOf(sql: Sql, ids: readonly string[]): Promise<Proposal[]> {
  return sql<Proposal>`
    select p.id, p.first_id as "firstId", p.second_id as "secondId", p.evidence
    from unnest((select ${[...ids]}::bigint[])) a (id)
    cross join lateral (
      -- theirs first, as in notePair
      with theirs as materialized (
        select * from merge_proposals where first_id = a.id union all
        select * from merge_proposals where second_id = a.id
      )
      select distinct on (id) * from theirs where state = 'proposed'
    ) p`;
}

/** Open questions, what nobody has weighed yet and then the likeliest first, without those about contacts that are gone. */
export async function openProposals(sql: Sql, limit: number, offset = 0): Promise<Proposal[]> {
  return sql<Proposal>`
    select p.id, p.first_id as "firstId", p.second_id as "secondId", p.evidence, p.reasons
    from merge_proposals p join contacts a on a.id = p.first_id join contacts b on b.id = p.second_id
    where p.state = 'proposed' order by p.weight desc, p.id desc limit ${limit} offset ${offset}`;
}

/** Open questions about one contact. */
export async function proposalsOf(sql: Sql, contactId: string): Promise<Proposal[]> {
  return sql<Proposal>`
    select p.id, p.first_id as "firstId", p.second_id as "secondId", p.evidence, p.reasons
    from merge_proposals p join contacts a on a.id = p.first_id join contacts b on b.id = p.second_id
    where p.state = 'proposed' and (p.first_id = ${contactId} or p.second_id = ${contactId}) order by p.id desc`;
}

export async function countProposals(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(*)::int as count
    from merge_proposals p join contacts a on a.id = p.first_id join contacts b on b.id = p.second_id
    where p.state = 'proposed'`;
  return row!.count;
}

/** What the owner says about a pair stands, whether they were asked or not. */
export async function decide(tx: Tx, one: string, other: string, state: Decision, now: Date): Promise<void> {
  const [first, second] = pairOf(one, other);
  await tx`
    insert into merge_proposals (first_id, second_id, state, created_at) values (${first}, ${second}, ${state}, ${now})
    on conflict (first_id, second_id) do update set state = excluded.state`;
}

/**
 * If somebody was said not to be `gone`, they are not `kept` either, now that the two are one; open questions about
 * `gone` are now about `kept`.
 */
export async function inheritDecisions(tx: Tx, gone: string, kept: string): Promise<void> {
  const rows = await tx<Proposal & { state: string }>`
    select id, state, first_id as "firstId", second_id as "secondId", evidence from merge_proposals
    where (first_id = ${gone} or second_id = ${gone}) and state <> 'merged'`;
  for (const row of rows) {
    const third = row.firstId === gone ? row.secondId : row.firstId;
    if (third !== kept) await inherit(tx, row, gone, kept, third);
  }
}

async function inherit(
  tx: Tx,
  { id, state, evidence }: Proposal & { state: string },
  gone: string,
  kept: string,
  third: string,
): Promise<void> {
  const [first, second] = pairOf(kept, third);
  const about = evidence.map((one) => (one.by === gone ? { ...one, by: kept } : one));
  await tx`
    update merge_proposals set first_id = ${first}, second_id = ${second}, evidence = ${tx.json(about)}
    where id = ${id} and not exists (select from merge_proposals where first_id = ${first} and second_id = ${second})`;
  if (state !== 'refused') return;
  await tx`
    update merge_proposals set state = 'refused'
    where first_id = ${first} and second_id = ${second} and state = 'proposed'`;
}
