import postgres from 'postgres';
import type { LoadResult } from './ingest_load.ts';

/**
 * One-row inserts, each with its own commit, from as many connections: what pgbench does, for machines without pgbench.
 */
export interface Inserts {
  readonly connection: { host: string; port: number; user: string; password: string; database: string };
  readonly connections: number;
  readonly seconds: number;
  readonly row: { source: string; lane: string; headers: string; body: string };
}

process.on('message', async (inserts: Inserts) => {
  process.send?.(await run(inserts));
});

async function run({ connection, connections, seconds, row }: Inserts): Promise<LoadResult> {
  const name = `${process.pid}-${Date.now()}`;
  const latencies: number[] = [];
  let sent = 0;
  let until = Number.POSITIVE_INFINITY;

  async function client(): Promise<void> {
    const sql = postgres({ ...connection, max: 1, fetch_types: false });
    await sql`select 1`;
    until = Math.min(until, performance.now() + seconds * 1000);
    while (performance.now() < until) {
      const startedAt = performance.now();
      sent += 1;
      await sql`
        insert into inbox (source, external_id, lane, headers, body)
        values (${row.source}, ${`${name}-${sent}`}, ${row.lane}, ${row.headers}::text::jsonb, convert_to(${row.body}, 'UTF8'))
        on conflict (source, external_id) do nothing`;
      latencies.push(performance.now() - startedAt);
    }
    await sql.end();
  }

  await Promise.all(Array.from({ length: connections }, client));
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? 0;
  return { requests: latencies.length, bad: 0, seconds, p50Ms: at(0.5), p99Ms: at(0.99) };
}
