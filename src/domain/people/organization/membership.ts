import type { Sql, Tx } from '../../../db/sql.ts';
import { ownDomain } from '../../../text/public_mail.ts';
import { EMAIL } from '../sign.ts';
import type { Organization } from './organization.ts';

/** Somebody at an organization. */
export interface Member {
  contactId: string;
  name: string;
  /** What they do there; '': not said. */
  role: string;
  /** Where they are written to: what was proven first. */
  channel: string | null;
  address: string | null;
  lastSeenAt: Date | null;
}

export const LONGEST_ROLE = 60;

/** Of one's several organizations the main one, then the others in the order in which they came (sql). */
const mainFirst = (sql: Sql) => sql`m.main_at desc nulls last, m.id`;

/** Whoever is there, the last seen first. */
export async function membersOf(sql: Sql, organizationId: string, limit: number): Promise<Member[]> {
  return sql<Member>`
    select c.id as "contactId", c.name, m.role, i.channel, i.address, c.last_seen_at as "lastSeenAt"
    from memberships m cross join lateral (select * from contacts where id = m.contact_id limit 1) c
    left join lateral (
      select channel, address from contact_identities where contact_id = c.id
      union all select channel, address from contact_signs where contact_id = c.id limit 1
    ) i on true
    where m.organization_id = ${organizationId} order by c.last_seen_at desc nulls last, m.id limit ${limit}`;
}

export async function countMembers(sql: Sql, organizationId: string): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(*)::int as count from memberships where organization_id = ${organizationId}`;
  return row!.count;
}

/** An organization that somebody is at. */
export interface Membership {
  id: string;
  name: string;
  role: string;
}

/** Where somebody is, the main one first. */
export async function organizationsOf(sql: Sql, contactId: string): Promise<Membership[]> {
  return sql<Membership>`
    select o.id, o.name, m.role from memberships m join organizations o on o.id = m.organization_id
    where m.contact_id = ${contactId} order by ${mainFirst(sql)}`;
}

/** Their main organization with what stands at the head of a bill. */
export async function mainOrganization(
  sql: Sql,
  contactId: string,
): Promise<Pick<Organization, 'id' | 'name' | 'taxId' | 'address'> | undefined> {
  const [found] = await sql<Pick<Organization, 'id' | 'name' | 'taxId' | 'address'>>`
    select o.id, o.name, o.tax_id as "taxId", o.address from memberships m join organizations o on o.id = m.organization_id
    where m.contact_id = ${contactId} order by ${mainFirst(sql)} limit 1`;
  return found;
}

/** Somebody is there from now on, or has this role there; '': what is known of it stays. */
export async function joinOrganization(
  tx: Tx,
  organizationId: string,
  people: readonly { contactId: string; role: string }[],
  now: Date,
): Promise<void> {
  const rows = people.map(({ contactId, role }) => ({ contact_id: contactId, role }));
  await tx`
    insert into memberships as m (organization_id, contact_id, role, created_at)
    select ${organizationId}, r.contact_id, r.role, ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as r (contact_id bigint, role text)
    where exists (select from contacts c where c.id = r.contact_id)
    on conflict (organization_id, contact_id) do update set role = excluded.role
      where excluded.role <> '' and excluded.role <> m.role`;
}

/** False: they were not there. */
export async function leaveOrganization(tx: Tx, organizationId: string, contactId: string): Promise<boolean> {
  const { count } = await tx`
    delete from memberships where organization_id = ${organizationId} and contact_id = ${contactId}`;
  return count > 0;
}

export async function makeMain(tx: Tx, organizationId: string, contactId: string, now: Date): Promise<boolean> {
  const { count } = await tx`
    update memberships set main_at = ${now} where organization_id = ${organizationId} and contact_id = ${contactId}`;
  return count > 0;
}

/** Those who write from the domain and are not noted there; the last seen first. */
export async function othersOfDomain(
  sql: Sql,
  { id, domain }: Pick<Organization, 'id' | 'domain'>,
  limit: number,
): Promise<{ id: string; name: string; address: string }[]> {
  if (ownDomain(domain) === undefined) return [];
  // the keys reach the planner as one value: it need not know how common the domain is
  return sql<{ id: string; name: string; address: string }>`
    with wanted as materialized (select ${[`@${domain}`]}::text[] as keys)
    select c.id, c.name, i.address from wanted w
    join contacts c on c.search_keys @> w.keys
    join lateral (
      select address from contact_identities
      where contact_id = c.id and channel = ${EMAIL} and split_part(address, '@', 2) = ${domain} limit 1
    ) i on true
    where c.blocked_at is null and not exists (select from memberships m where m.organization_id = ${id} and m.contact_id = c.id)
    order by c.last_seen_at desc nulls last, c.id limit ${limit}`;
}

/** An organization whose domain somebody writes from without being noted there. */
export async function organizationByDomain(
  sql: Sql,
  contactId: string,
): Promise<Pick<Organization, 'id' | 'name'> | undefined> {
  const [found] = await sql<Pick<Organization, 'id' | 'name'>>`
    select o.id, o.name from contact_identities i
    cross join lateral (select * from organizations where domain <> '' and domain = split_part(i.address, '@', 2) order by id limit 1) o
    where i.contact_id = ${contactId} and i.channel = ${EMAIL} and not exists (
      select from memberships m where m.organization_id = o.id and m.contact_id = i.contact_id
    )
    order by i.id limit 1`;
  return found;
}

/** The domain that most of them write from, where it is no provider's and no other organization has it. */
export async function domainOfMembers(sql: Sql, organizationId: string): Promise<string | undefined> {
  const rows = await sql<{ domain: string }>`
    select split_part(i.address, '@', 2) as domain from memberships m
    join contact_identities i on i.contact_id = m.contact_id and i.channel = ${EMAIL}
    where m.organization_id = ${organizationId} group by 1 order by count(*) desc, 1 limit 5`;
  const own = rows.map(({ domain }) => ownDomain(domain)).find((domain) => domain !== undefined);
  if (own === undefined) return undefined;
  const taken = await sql`select from organizations where domain <> '' and domain = ${own} limit 1`;
  return taken.length > 0 ? undefined : own;
}
