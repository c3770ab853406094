import type { Tx } from '../../src/db/sql.ts';
import type { Act } from '../../src/domain/act.ts';

/**
 * A query of the library as `src/db/front.ts` sends it: called when it is awaited, never for a part of another
 * statement.
 */
interface Sending {
  handler(statement: unknown): void;
}

/**
 * An act in which something else happens before the `nth` statement (counted from 1); `count` tells how many statements
 * there were.
 */
export function interrupted(act: Act, nth: number, happen: () => Promise<unknown>): { act: Act; count: () => number } {
  let count = 0;
  const watched = (tx: Tx): Tx =>
    new Proxy(tx, {
      apply(target, self, args) {
        const query = Reflect.apply(target as never, self, args) as Sending;
        const send = query.handler;
        query.handler = (statement) => {
          count += 1;
          if (count === nth) void happen().then(() => send(statement));
          else send(statement);
        };
        return query;
      },
    });
  return { act: (work, last) => act((ctx) => work({ ...ctx, tx: watched(ctx.tx) }), last), count: () => count };
}
