import type { Sql, Tx } from '../../../db/sql.ts';
import type { Attachment } from '../../attachment.ts';

/** A file that its channel still holds. */
export interface Unfetched {
  id: string;
  contractId: string;
  file: Attachment;
  place: { channel: string; address: string };
}

/** Keeps a file with a contract; null: nobody has said yet of whom it is. Gives its number. */
export async function keepContractFile(
  tx: Tx,
  contractId: string | null,
  { file, place }: Pick<Unfetched, 'file' | 'place'>,
): Promise<string> {
  const [made] = await tx<{ id: string }>`
    insert into contract_files (contract_id, file, place) values (${contractId}, ${tx.json({ ...file })}, ${tx.json(place)}) returning id`;
  return made!.id;
}

/** False: there is no such file that belongs to none. */
export async function giveContractFile(tx: Tx, id: string, contractId: string): Promise<boolean> {
  const { count } =
    await tx`update contract_files set contract_id = ${contractId} where id = ${id} and contract_id is null`;
  return count > 0;
}

/** Whether there are such files that belong to none. */
export async function areLoose(sql: Sql, ids: readonly string[]): Promise<boolean> {
  const rows =
    await sql`select from contract_files where id = any((select ${[...ids]}::bigint[])::bigint[]) and contract_id is null`;
  return rows.length === new Set(ids).size;
}

/** The next one that is to be fetched into our own store. */
export async function nextUnfetched(sql: Sql): Promise<Unfetched | undefined> {
  const [row] = await sql<Unfetched>`
    select id, contract_id as "contractId", file, place from contract_files
    where fetched_at is null and contract_id is not null order by id limit 1`;
  return row;
}

/** It is in our own store by now, or cannot be fetched (`file` as it was). False: it is gone. */
export async function noteFetched(tx: Tx, id: string, file: Attachment, now: Date): Promise<boolean> {
  const { count } = await tx`
    update contract_files set file = ${tx.json({ ...file })}, fetched_at = ${now} where id = ${id} and fetched_at is null`;
  return count > 0;
}
