const LOST = new Set(['CONNECTION_CLOSED', 'CONNECTION_DESTROYED', 'ECONNRESET', 'EPIPE']);

/** Each names what is wrong and what to do, for the person who set DATABASE_URL. Codes: PostgreSQL appendix A, Node.js errors. */
const SENTENCES: Readonly<Record<string, string>> = {
  '28P01': 'The database refused the password: check the user and password in DATABASE_URL.',
  '28000': 'The database refused this user: check the user in DATABASE_URL and the server’s pg_hba.conf.',
  '3D000': 'The database named in DATABASE_URL does not exist: create it, or correct the name.',
  '42501': 'The database user may not do this: make it the owner of the database named in DATABASE_URL.',
  '53100': 'The database’s disk is full: free some space.',
  '53300': 'The database has no connection left: raise max_connections, or close other programs that use it.',
  '57P01': 'The database is shutting down: try again when it is back.',
  '57P03': 'The database is starting up or shutting down: try again in a moment.',
  ECONNREFUSED: 'No database answers at the address in DATABASE_URL: is the server running, and the port right?',
  ENOENT: 'No database answers at the socket in DATABASE_URL: is the server running?',
  ENOTFOUND: 'The host name in DATABASE_URL is unknown.',
  EAI_AGAIN: 'The host name in DATABASE_URL could not be looked up: is the network up?',
  EACCES: 'This user may not open the database’s socket.',
  EHOSTUNREACH: 'The host in DATABASE_URL cannot be reached.',
  ENETUNREACH: 'The host in DATABASE_URL cannot be reached.',
  ETIMEDOUT: 'The database did not answer in time: is the address in DATABASE_URL right, and no firewall between?',
  CONNECT_TIMEOUT:
    'The database did not answer in time: is the address in DATABASE_URL right, and no firewall between?',
  QUERY_TIMEOUT: 'The database did not answer in time.',
  CONNECTION_CLOSED: 'The connection to the database was lost.',
  CONNECTION_DESTROYED: 'The connection to the database was lost.',
  CONNECTION_ENDED: 'The connection to the database is closed.',
  ECONNRESET: 'The connection to the database was lost.',
  EPIPE: 'The connection to the database was lost.',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'The database’s certificate is self-signed: use sslmode=require, or a certificate that can be checked.',
  SELF_SIGNED_CERT_IN_CHAIN:
    'The database’s certificate is self-signed: use sslmode=require, or a certificate that can be checked.',
};

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The connection broke while in use: the statement may or may not have been carried out. */
export function wasLost(error: unknown): boolean {
  return LOST.has(errorCode(error) ?? '');
}

/** Codes of a server that is shutting down, starting, full, or not reached (PostgreSQL, appendix A; Node.js; the driver). */
const AWAY = new Set([
  ...LOST,
  ...['57P01', '57P02', '57P03', '53300', 'CONNECT_TIMEOUT', 'CONNECTION_ENDED'],
  ...['ECONNREFUSED', 'ETIMEDOUT', 'EAI_AGAIN', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH'],
]);

/** The database cannot be used at this moment. A missing socket means that, a missing file does not. */
export function isAway(error: unknown): boolean {
  const code = errorCode(error) ?? '';
  return AWAY.has(code) || (code === 'ENOENT' && (error as NodeJS.ErrnoException).syscall === 'connect');
}

/** One sentence for the owner when the database cannot be used; undefined when the error is about something else. */
export function explainDatabaseError(error: unknown): string | undefined {
  return SENTENCES[errorCode(error) ?? ''];
}
