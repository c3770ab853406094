import { Client, type Run } from '../../src/db/client.ts';

/** A statement as written; parts that are put together elsewhere become `…`. */
const written = (query: PromiseLike<unknown>): string =>
  ((query as { strings?: readonly string[] }).strings ?? []).join('…').replace(/\s+/g, ' ').trim();

/**
 * The statements that `work` sends, in order. Each item is one turn of asking the server and waiting; statements sent
 * together are joined by `;`.
 */
export async function turnsOf(work: () => Promise<unknown>): Promise<string[]> {
  const turns: string[][] = [];
  let turn: string[] | undefined;
  const run = Client.prototype.run;
  Client.prototype.run = function (statement: Run) {
    return run.call(this, (sql) => {
      const query = statement(sql);
      // statements sent in the same moment go together
      if (!turn) {
        turn = [];
        turns.push(turn);
        queueMicrotask(() => {
          turn = undefined;
        });
      }
      turn.push(written(query));
      return query;
    });
  };
  try {
    await work();
  } finally {
    Client.prototype.run = run;
  }
  return turns.map((together) => together.join('; '));
}
