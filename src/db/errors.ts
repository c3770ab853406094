import { en, type Texts } from '../text/en/index.ts';
import { own } from '../text/own.ts';

const LOST = new Set(['CONNECTION_CLOSED', 'CONNECTION_DESTROYED', 'ECONNRESET', 'EPIPE']);

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The connection broke while in use: the statement may or may not have been carried out. */
export function wasLost(error: unknown): boolean {
  return LOST.has(errorCode(error) ?? '');
}

/**
 * Codes of a server that is shutting down, starting, full, slower than its own limit for a statement, or out of reach
 * (PostgreSQL, appendix A; Node.js; the driver).
 */
const AWAY = new Set([
  ...LOST,
  ...['57P01', '57P02', '57P03', '53300', 'CONNECT_TIMEOUT', 'CONNECTION_ENDED', 'QUERY_TIMEOUT'],
  ...['ECONNREFUSED', 'ETIMEDOUT', 'EAI_AGAIN', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH'],
]);

/** Whether the database cannot be used at the moment. A missing socket means that; a missing file does not. */
export function isAway(error: unknown): boolean {
  const code = errorCode(error) ?? '';
  return AWAY.has(code) || (code === 'ENOENT' && (error as NodeJS.ErrnoException).syscall === 'connect');
}

/** One sentence for the owner if the database cannot be used; undefined if the error is about something else. */
export function explainDatabaseError(error: unknown, { faults }: Texts = en): string | undefined {
  return own<string>(faults.database, errorCode(error) ?? '');
}
