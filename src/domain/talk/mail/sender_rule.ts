import type { Sql, Tx } from '../../../db/sql.ts';

/** Who writes under an address, as somebody has said: a person, or only machines. */
export type SenderRule = 'person' | 'machine';

/** What somebody has said of this address; undefined: each mail is judged by itself. */
export async function senderRule(sql: Sql, address: string): Promise<SenderRule | undefined> {
  const [row] = await sql<{ automatic: boolean }>`select automatic from sender_rules where address = ${address}`;
  if (!row) return undefined;
  return row.automatic ? 'machine' : 'person';
}

export async function setSenderRule(tx: Tx, address: string, rule: SenderRule, now: Date): Promise<void> {
  const automatic = rule === 'machine';
  await tx`
    insert into sender_rules (address, automatic, created_at) values (${address}, ${automatic}, ${now})
    on conflict (address) do update set automatic = excluded.automatic, created_at = excluded.created_at`;
}
