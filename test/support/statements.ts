import { Client, type Run } from '../../src/db/client.ts';

/** A statement as it was written; parts of it that are put together elsewhere are `…`. */
const written = (query: PromiseLike<unknown>): string =>
  ((query as { strings?: readonly string[] }).strings ?? []).join('…').replace(/\s+/g, ' ').trim();

/** The statements that `work` sends, in order. Each item is a turn of asking the server and waiting: what goes together is joined by `;`. */
export async function turnsOf(work: () => Promise<unknown>): Promise<string[]> {
  const turns: string[][] = [];
  let turn: string[] | undefined;
  const run = Client.prototype.run;
  Client.prototype.run = function (statement: Run) {
    return run.call(this, (sql) => {
      const query = statement(sql);
      // what is sent at one moment goes together
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
