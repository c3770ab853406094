import { explainDatabaseError } from '../db/errors.ts';

/** SQLSTATE classes 08 connection, 53 resources, 57 operator, 58 system; 25006: a standby took over. */
export function isDatabaseAway(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return explainDatabaseError(error) !== undefined || /^(?:08|53|57|58)...$|^25006$/.test(code);
}
