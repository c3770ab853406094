import { Client, type Run } from '../../src/db/client.ts';

/** What goes to the server as one turn, as it was written; parts of it that are put together elsewhere are `…`. */
const written = (query: PromiseLike<unknown>): string =>
  ((query as { strings?: readonly string[] }).strings ?? []).join('…').replace(/\s+/g, ' ').trim();

/** The statements that `work` sends, in order: each is a turn of asking the server and waiting. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const run = Client.prototype.run;
  Client.prototype.run = function (statement: Run) {
    return run.call(this, (sql) => {
      const query = statement(sql);
      sent.push(written(query));
      return query;
    });
  };
  try {
    await work();
  } finally {
    Client.prototype.run = run;
  }
  return sent;
}
