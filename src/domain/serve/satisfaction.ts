import type { Sql } from '../../db/sql.ts';
import { type Bounds, wilson } from '../../lib/statistics.ts';
import { LOW, SATISFIED, SCORES, type Score, type Skipped } from './rating.ts';

/** Below so many answers a share says next to nothing: 5 of 9 may be anything from 27 to 81 percent. */
export const LEAST_ANSWERS = 10;

/** A share of those who answered, as it is counted and with the bounds (95 %) within which that of all customers lies. */
export interface Satisfaction extends Bounds {
  count: number;
  of: number;
  /** The plain formula: `count / of`. */
  share: number;
}

/**
 * The plain formula: the share of those satisfied among those who answered. 70 of 100 are .7. `of`: at least 1.
 */
export const csat = (satisfied: number, answered: number): number => satisfied / answered;

/** The same with its 95 percent interval (Wilson): 70 of 100 are .7, between .604 and .781. `answered`: at least 1. */
export const satisfaction = (satisfied: number, answered: number): Satisfaction => ({
  ...wilson(satisfied, answered),
  ...{ count: satisfied, of: answered, share: csat(satisfied, answered) },
});

/** How many were asked in a time and what they answered. */
export interface RatingFigures {
  asked: number;
  answered: number;
  satisfied: number;
  /** Of those who answered; undefined: nobody has. */
  mean: number | undefined;
  /** How many gave each score. */
  scores: Record<Score, number>;
  skipped: Partial<Record<Skipped, number>>;
}

/** Those asked from one time to before another. */
export async function ratingFigures(sql: Sql, from: Date, until: Date): Promise<RatingFigures> {
  const [rows, skipped] = await Promise.all([
    sql<{ score: Score | null; count: number }>`
      select score, count(*)::int as count from ratings where asked_at >= ${from} and asked_at < ${until} group by score`,
    sql<{ why: Skipped; count: number }>`
      select skipped as why, count(*)::int as count from ratings
      where skipped is not null and ask_at >= ${from} and ask_at < ${until} group by skipped`,
  ]);
  const of = (score: Score) => rows.find((row) => row.score === score)?.count ?? 0;
  const scores = Object.fromEntries(SCORES.map((score) => [score, of(score)])) as Record<Score, number>;
  const answered = SCORES.reduce((sum, score) => sum + scores[score], 0);
  const sum = SCORES.reduce((all, score) => all + score * scores[score], 0);
  return {
    ...{ scores, answered, asked: rows.reduce((all, { count }) => all + count, 0) },
    satisfied: SCORES.filter((score) => score >= SATISFIED).reduce((all, score) => all + scores[score], 0),
    mean: answered > 0 ? sum / answered : undefined,
    skipped: Object.fromEntries(skipped.map(({ why, count }) => [why, count])),
  };
}

/** How many answered, and of them were satisfied, under one heading. */
export interface Group {
  name: string;
  answered: number;
  satisfied: number;
}

/** By the month in which they were asked ('2026-11'), in this zone, the oldest first; months in which nobody answered are left out. */
export async function byMonth(sql: Sql, from: Date, until: Date, timezone: string): Promise<Group[]> {
  return sql<Group>`
    select to_char(asked_at at time zone ${timezone}, 'YYYY-MM') as name, count(*)::int as answered,
      count(*) filter (where score >= ${SATISFIED})::int as satisfied
    from ratings where asked_at >= ${from} and asked_at < ${until} and score is not null
    group by 1 order by 1`;
}

/** By the kind of the ticket, the most frequent first. */
export async function byKind(sql: Sql, from: Date, until: Date): Promise<Group[]> {
  return sql<Group>`
    select t.kind as name, count(*)::int as answered, count(*) filter (where r.score >= ${SATISFIED})::int as satisfied
    from ratings r join tickets t on t.id = r.ticket_id
    where r.asked_at >= ${from} and r.asked_at < ${until} and r.score is not null
    group by t.kind order by 2 desc, 1`;
}

/** By why the ticket came about, as the owner calls it, the most frequent first; those of which nobody has said why are left out. */
export async function byCause(sql: Sql, from: Date, until: Date, most: number): Promise<Group[]> {
  return sql<Group>`
    select c.name, count(*)::int as answered, count(*) filter (where r.score >= ${SATISFIED})::int as satisfied
    from ratings r join tickets t on t.id = r.ticket_id join causes c on c.id = t.cause_id
    where r.asked_at >= ${from} and r.asked_at < ${until} and r.score is not null
    group by c.name order by 2 desc, 1 limit ${most}`;
}

/** Those who gave a low score, with or without words, the latest first. */
export async function lowScores(sql: Sql, from: Date, until: Date, most: number): Promise<RatedWords[]> {
  return sql<RatedWords>`
    select r.contact_id as "contactId", c.name, r.ticket_id as "ticketId", r.score, r.words, r.rated_at as at,
      (select number from tickets t where t.id = r.ticket_id) as "ticketNumber"
    from ratings r join contacts c on c.id = r.contact_id
    where r.asked_at >= ${from} and r.asked_at < ${until} and r.score <= ${LOW}
    order by r.rated_at desc, r.id desc limit ${most}`;
}

/** Words that came with a score. */
export interface RatedWords {
  contactId: string;
  name: string;
  ticketId: string;
  score: Score;
  words: string;
  at: Date;
  ticketNumber: string;
}

/** The last of them. */
export async function lastWordsRated(sql: Sql, from: Date, until: Date, most: number): Promise<RatedWords[]> {
  return sql<RatedWords>`
    select r.contact_id as "contactId", c.name, r.ticket_id as "ticketId", r.score, r.words, r.rated_at as at,
      (select number from tickets t where t.id = r.ticket_id) as "ticketNumber"
    from ratings r join contacts c on c.id = r.contact_id
    where r.asked_at >= ${from} and r.asked_at < ${until} and r.score is not null and r.words <> ''
    order by r.rated_at desc, r.id desc limit ${most}`;
}
