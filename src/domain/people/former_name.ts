import type { Sql, Tx } from '../../db/sql.ts';

/** How many former names of a contact are kept: the latest ones. */
const MOST_KEPT = 10;

/**
 * A former name stays known: others may take it, and then only the owner knows who is meant. The current name is no
 * sign.
 */
export async function keepFormerName(tx: Tx, contactId: string, former: string, current: string): Promise<void> {
  await tx`
    with dropped as (
      delete from contact_signs s using (
        select id, address, source, row_number() over (partition by source, address = ${former} order by id desc) as nth
        from contact_signs where contact_id = ${contactId} and channel = 'name'
      ) own
      where s.id = own.id and (
        own.source = 'former' and own.nth >= ${MOST_KEPT} and own.address <> ${former}
        or fold_text(own.address) = fold_text(${current})
      )
    )
    insert into contact_signs (contact_id, channel, address, source)
    select ${contactId}, 'name', ${former}, 'former' where fold_text(${former}) <> fold_text(${current})
    on conflict (contact_id, channel, address) do update set source = 'former' where contact_signs.source <> 'former'`;
}

/**
 * In a merge, the earlier names of the contact that disappears become former names of the one who stays, even if they
 * were another kind of sign there.
 */
export async function inheritFormerNames(tx: Tx, goneId: string, keptId: string): Promise<void> {
  await tx`
    update contact_signs k set source = 'former' from contact_signs g
    where k.contact_id = ${keptId} and g.contact_id = ${goneId} and k.channel = 'name' and g.channel = k.channel
      and g.address = k.address and g.source = 'former' and k.source <> 'former'`;
}

/**
 * The earlier names of each of these contacts, their own or those until a merge, the latest first. The filters come
 * after the rows of the contact, so that the index of all former names is not used for them.
 */
export async function formerNames(sql: Sql, contactIds: string[]): Promise<Map<string, string[]>> {
  const rows = await sql<{ id: string; names: string[] }>`
    select id, array_agg(name order by own desc, nth desc) filter (where name is not null) as names
    from (
      select contact_id as id, case when source = 'former' then address end as name, true as own, id as nth
      from contact_signs where contact_id = any(${contactIds}::bigint[]) and channel = 'name'
      union all
      select contact_id, known_as, false, id from contact_identities where contact_id = any(${contactIds}::bigint[])
    ) former
    group by id`;
  return new Map(rows.map(({ id, names }) => [id, names ?? []]));
}

/** The most recent former name of contact `id`, or null. */
export const lastFormerName = (sql: Sql, id: string) => sql`(
  select (array_agg(address order by id desc) filter (where source = 'former'))[1]
  from contact_signs where contact_id = ${id} and channel = 'name'
)`;
