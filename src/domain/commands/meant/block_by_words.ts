import type { Sql } from '../../../db/sql.ts';
import { blockedByWords, isNamedIn, wordsWithin } from '../../../text/person/whom/by_words.ts';
import type { Context } from '../../context.ts';
import { nameOf } from '../../people/name.ts';

/** So many of those who were seen last are looked through, and so much of what each wrote. */
const LATELY = 30;
const MESSAGES = 5;
const CHARACTERS = 500;
/** Of more that may be meant all are asked about. */
const MOST = 4;

/** Whoever is to be blocked by what they wrote and not by their name, among those who wrote lately: each as a line, the likeliest first. */
export async function blockedSaid(
  ctx: Context,
  text: string,
): Promise<{ line: string; shown: string; ids: string[] }[]> {
  const said = blockedByWords(text);
  if (!said || (said.words.length + said.roots.length === 0 && !said.spam)) return [];
  const writers = (await wroteLately(ctx.tx)).map((one) => ({
    ...one,
    fits: wordsWithin(said, `${one.name}\n${one.wrote}`) + Number(said.spam && one.spam),
  }));
  const most = Math.max(0, ...writers.map(({ fits }) => fits));
  const named = writers.filter(({ name }) => name && isNamedIn(said, name));
  const meant = named.length > 0 ? named : most === 0 ? [] : writers.filter(({ fits }) => fits === most);
  return meant.slice(0, MOST).map(({ id, name }) => ({
    line: `/block c${id}`,
    shown: `/block ${nameOf({ id, name })}`,
    ids: [id],
  }));
}

const wroteLately = (sql: Sql) => sql<{ id: string; name: string; wrote: string; spam: boolean }>`
  select c.id, c.name, string_agg(left(m.text, ${CHARACTERS}), ' ') as wrote,
    bool_or(m.triage->>'sublabel' is not distinct from 'spam') as spam
  from (select id, name, last_seen_at from contacts where blocked_at is null order by last_seen_at desc nulls last limit ${LATELY}) c
  join conversations v on v.contact_id = c.id
  join lateral (
    select text, triage from messages
    where conversation_id = v.id and direction = 'in' order by occurred_at desc, id desc limit ${MESSAGES}
  ) m on true
  group by c.id, c.name, c.last_seen_at order by c.last_seen_at desc nulls last, c.id desc`;
