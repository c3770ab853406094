import { foldText } from '../../text/fold.ts';
import { companyCore } from '../../text/organization/company_name.ts';
import type { Context } from '../context.ts';
import type { Person } from './plan.ts';

/**
 * Where the file says that people are: companies that are not there yet are made, one that is called so is the same. What somebody does
 * there fills in what is not known. Gives the ids of whom that changed.
 */
export async function joinCompanies(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  people: readonly Person[],
  ids: ReadonlyMap<Person, string>,
): Promise<string[]> {
  const said = people.flatMap((person) =>
    person.draft.companies.map(({ name, role }) => ({ contact: ids.get(person)!, name, role, key: foldText(name) })),
  );
  if (said.length === 0) return [];
  const first = new Map(said.toReversed().map(({ key, name }) => [key, name]));
  const given = [...first].map(([key, name]) => ({ key, name, core: companyCore(name) }));
  const companies = await tx<{ key: string; id: string }>`
    with given as materialized (
      select g.key, g.name, g.core, o.id
      from jsonb_to_recordset(${tx.json(given)}) as g (key text, name text, core text)
      left join lateral (
        select id from organizations where fold_text(name) = fold_text(g.name) order by id limit 1
      ) o on true
    ), made as (
      insert into organizations (name, core, created_at) select name, core, ${now} from given where id is null returning id, name
    )
    select key, id from given where id is not null
    union all select g.key, m.id from made m join given g on g.name = m.name and g.id is null`;
  const idOf = new Map(companies.map(({ key, id }) => [key, id]));
  const rows = new Map<string, { organization_id: string; contact_id: string; role: string }>();
  for (const { contact, key, role } of said) {
    const organization = idOf.get(key)!;
    const before = rows.get(`${contact} ${organization}`);
    if (before) before.role ||= role;
    else rows.set(`${contact} ${organization}`, { organization_id: organization, contact_id: contact, role });
  }
  const changed = await tx<{ id: string }>`
    insert into memberships as m (organization_id, contact_id, role, created_at)
    select r.organization_id, r.contact_id, r.role, ${now}
    from jsonb_to_recordset(${tx.json([...rows.values()])}) as r (organization_id bigint, contact_id bigint, role text)
    on conflict (organization_id, contact_id) do update set role = excluded.role where m.role = '' and excluded.role <> ''
    returning contact_id as id`;
  return changed.map(({ id }) => id);
}
