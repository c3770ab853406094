import * as z from 'zod';
import type { Sql } from '../../../db/sql.ts';
import { LOCAL } from '../../channel.ts';
import type { Context } from '../../context.ts';

/** The file of an archive that says what it is. */
export const MANIFEST = 'solo-crm.json';
/** Grows when an older program could misread what a newer one writes. */
export const FORMAT = 1;

/** What an archive says of itself. */
export const manifestShape = z.object({
  format: z.literal('solo-crm'),
  version: z.number().int().positive(),
  /** The last migration of the database that it was made of. */
  schema: z.string().max(100),
  /** Which house it was made of, and which it was made of once: hashes. */
  houses: z.array(z.string().max(100)).max(1000),
  /** Hashes of the chats in which its owner gives commands. */
  owners: z.array(z.string().max(100)).max(1000),
  madeAt: z.iso.datetime(),
  /** How many rows each of its files has. */
  rows: z.record(z.string(), z.number().int().nonnegative()),
});
export type Manifest = z.infer<typeof manifestShape>;

/** By what this house, those that it took in, and its owner's chats are known again. */
export async function knownBy(
  sql: Sql,
  sha256: Context['sha256'],
): Promise<Pick<Manifest, 'houses' | 'owners' | 'schema'>> {
  const [row] = await sql<{ born: string; taken: string[]; chats: string[]; schema: string }>`
    select
      (select extract(epoch from created_at)::text || ' ' || id from users order by id limit 1) as born,
      array(select distinct house from imported_rows order by 1) as taken,
      array(
        select i.channel || ':' || i.address from user_identities i join users u on u.id = i.user_id
        where u.role = 'owner' and u.removed_at is null and i.channel <> all(${LOCAL}::text[]) order by 1
      ) as chats,
      (select max(name) from migrations) as schema`;
  const hash = (text: string) =>
    Buffer.from(sha256(`solo-crm ${text}`))
      .toString('hex')
      .slice(0, 32);
  const { born, taken, chats, schema } = row!;
  return { houses: [hash(`house ${born}`), ...taken], owners: chats.map((chat) => hash(`chat ${chat}`)), schema };
}
