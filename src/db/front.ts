import postgres from 'postgres';
import { arrayOid } from './arrays.ts';
import type { Sql } from './sql.ts';

/**
 * A query of postgres.js 3.4.9, seen from inside: what to run and whom to tell. The library exports neither the class
 * nor these fields, but a fragment must be an instance of that class. So a front makes the library's own queries and
 * takes over at `handler`, which the library calls when a query is awaited and never for a fragment.
 */
export interface Statement {
  readonly tagged: boolean;
  readonly strings: TemplateStringsArray;
  readonly args: unknown[];
  readonly options: object;
  readonly isRaw?: boolean | 'values';
  readonly onlyDescribe?: boolean;
  readonly forEachFn?: (row: object) => void;
  readonly cursorRows?: number;
  readonly cursorFn?: (rows: object[]) => unknown;
  active: boolean;
  handler: (statement: Statement) => void;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/** Runs a statement that was awaited and gives its result. */
export type Dispatch = (statement: Statement) => Promise<unknown>;

/** Makes queries, identifiers and parameters; it never connects. */
const maker = postgres({ host: 'localhost', max: 1 });

/** Where each template was first used, because an error from the server does not know which code asked. */
const callSites = new WeakMap<TemplateStringsArray, { stack: string }>();

/** An `Sql` whose queries go through `dispatch`, which chooses the connection at the moment of sending. */
export function front(dispatch: Dispatch): Sql {
  const send = (statement: Statement) => {
    statement.active = true;
    // looked up only when settled, because a cursor changes `resolve` and `reject` with each batch
    dispatch(statement).then(
      (result) => statement.resolve(result),
      (error: unknown) => statement.reject(withCallSite(error, statement.strings)),
    );
  };
  const take = (query: unknown) => Object.assign(query as Statement, { handler: send });
  const sql = (first: TemplateStringsArray, ...rest: never[]) => {
    if (!Array.isArray(first) || !('raw' in first)) return maker(first, ...rest);
    if (!callSites.has(first)) noteCallSite(first, sql);
    return take(maker(first, ...(rest.map(parameter) as never[])));
  };
  const unsafe = (query: string, values: readonly unknown[] = []) => take(maker.unsafe(query, values as never[]));
  return Object.assign(sql, { unsafe, json: maker.json }) as unknown as Sql;
}

function noteCallSite(template: TemplateStringsArray, below: (...args: never[]) => unknown): void {
  const site = { stack: '' };
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 3;
  Error.captureStackTrace(site, below);
  Error.stackTraceLimit = limit;
  callSites.set(template, site);
}

function withCallSite(error: unknown, template: TemplateStringsArray): unknown {
  const site = callSites.get(template)?.stack.replace(/^.*\n/, '');
  if (!site || !(error instanceof Error) || error.stack?.includes(site)) return error;
  // defined, not assigned: the library redefines `stack`, which from Node 21 on leaves it read-only
  return Object.defineProperty(error, 'stack', { value: `${error.stack}\n${site}`, writable: true });
}

/** postgres.js takes a list of bytes, times or booleans for a single value unless it is told otherwise. */
function parameter(value: unknown): unknown {
  const oid = Array.isArray(value) ? arrayOid(value) : undefined;
  return oid === undefined ? value : maker.array(value as never[], oid);
}

/** The same statement as a query of the connection `sql`. */
export function replay(sql: postgres.Sql, statement: Statement): PromiseLike<unknown> {
  const query = statement.tagged
    ? sql(statement.strings, ...(statement.args as never[]))
    : sql.unsafe(statement.strings[0]!, statement.args as never[], statement.options);
  const inner = query as unknown as { -readonly [K in keyof Statement]: Statement[K] };
  Object.assign(inner.options, statement.options);
  if (statement.isRaw) inner.isRaw = statement.isRaw;
  if (statement.onlyDescribe) inner.onlyDescribe = true;
  if (statement.forEachFn) inner.forEachFn = statement.forEachFn;
  if (statement.cursorRows && statement.cursorFn) {
    inner.cursorRows = statement.cursorRows;
    inner.cursorFn = (rows) => statement.cursorFn?.(rows);
  }
  return query;
}
