import type { Sql } from './sql.ts';

/** What was answered in a transaction that remembers it, by what was asked. */
const kept = new WeakMap<Sql, Map<string, unknown>>();

/** From now on answers may be kept in this transaction, as long as nothing is changed in it but by `changing`. */
export function remember(tx: Sql): void {
  kept.set(tx, new Map());
}

/** What was answered so far; undefined: nothing is to be kept. */
export const answersIn = (sql: Sql): Map<string, unknown> | undefined => kept.get(sql);

/** The answer that was given to this key before, if the transaction remembers; else it is asked. */
export async function once<T>(sql: Sql, key: string, ask: () => Promise<T>): Promise<T> {
  const answers = answersIn(sql);
  if (answers?.has(key)) return answers.get(key) as T;
  const answer = await ask();
  answers?.set(key, answer);
  return answer;
}

/** Nothing is remembered while this runs, and nothing from before it afterwards. */
export async function changing<T>(tx: Sql, work: () => Promise<T>): Promise<T> {
  const remembers = kept.delete(tx);
  try {
    return await work();
  } finally {
    if (remembers) remember(tx);
  }
}
