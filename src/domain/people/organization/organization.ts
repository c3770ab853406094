import { countUpTo } from '../../../db/count.ts';
import type { Sql, Tx } from '../../../db/sql.ts';
import { companyCore, companyName } from '../../../text/organization/company_name.ts';

/** A company, or another body that people are at. */
export interface Organization {
  id: string;
  name: string;
  /** In lower case; '' as with all that is not known. */
  domain: string;
  website: string;
  taxId: string;
  address: string;
  note: string;
}

/** What is kept of it besides its name. */
export type Fact = 'domain' | 'website' | 'taxId' | 'address' | 'note';
export const LONGEST_FACT = 500;

const organizationColumns = (sql: Sql) =>
  sql`o.id, o.name, o.domain, o.website, o.tax_id as "taxId", o.address, o.note`;

export async function loadOrganization(sql: Sql, id: string): Promise<Organization | undefined> {
  const [found] = await sql<Organization>`select ${organizationColumns(sql)} from organizations o where o.id = ${id}`;
  return found;
}

/** Those that are called so, whatever the case and the width. */
export async function organizationsCalled(sql: Sql, name: string): Promise<Organization[]> {
  return sql<Organization>`
    select ${organizationColumns(sql)} from organizations o where fold_text(o.name) = fold_text(${name}) order by o.id limit 10`;
}

/** Those whose names are otherwise written and have the same in common: ACME Inc. beside Acme GmbH. */
export async function nearlyCalled(sql: Sql, name: string): Promise<Organization[]> {
  return sql<Organization>`
    select ${organizationColumns(sql)} from organizations o
    where o.core = ${companyCore(name)} and fold_text(o.name) <> fold_text(${name}) order by o.id limit 10`;
}

/** Others of which it may be another way of writing the name. */
export async function alikeTo(sql: Sql, { id, name }: Pick<Organization, 'id' | 'name'>): Promise<Organization[]> {
  return sql<Organization>`
    select ${organizationColumns(sql)} from organizations o where o.core = ${companyCore(name)} and o.id <> ${id} order by o.id limit 10`;
}

/** Those with these words in their names. */
export async function organizationsWith(sql: Sql, words: string, limit: number): Promise<Organization[]> {
  return sql<Organization>`
    select ${organizationColumns(sql)} from organizations o
    where cardinality(word_keys(${words}, true)) > 0 and word_keys(o.name) @> word_keys(${words}, true) order by o.name, o.id limit ${limit}`;
}

/** Two users may make the same one at the same moment: the second sees what the first has made. */
export async function lockCompanyName(tx: Tx, name: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended('organization:' || ${companyCore(name)}, 0))`;
}

export async function insertOrganization(tx: Tx, name: string, now: Date): Promise<Organization> {
  const called = companyName(name);
  const [made] = await tx<Organization>`
    insert into organizations as o (name, core, created_at) values (${called}, ${companyCore(called)}, ${now})
    returning ${organizationColumns(tx)}`;
  return made!;
}

export async function renameOrganization(tx: Tx, id: string, name: string): Promise<void> {
  const called = companyName(name);
  await tx`update organizations set name = ${called}, core = ${companyCore(called)} where id = ${id}`;
}

const COLUMN: Readonly<Record<Fact, string>> = {
  domain: 'domain',
  website: 'website',
  taxId: 'tax_id',
  address: 'address',
  note: 'note',
};

/** '' takes it away. */
export async function setFact(tx: Tx, id: string, fact: Fact, value: string): Promise<void> {
  await tx`update organizations set ${tx(COLUMN[fact])} = ${value} where id = ${id}`;
}

/** People stay as they are, and are there no more. */
export async function removeOrganization(tx: Tx, id: string): Promise<void> {
  // not left to the cascade: the journal would hold these rows after the one that they point to
  await tx`delete from memberships where organization_id = ${id}`;
  await tx`delete from organizations where id = ${id}`;
}

/** What one is called and what is empty there comes from the other; its people are there from now on. False if one of them is gone. */
export async function mergeOrganizations(tx: Tx, from: string, to: string): Promise<boolean> {
  const both = await tx`select from organizations where id in (${from}, ${to}) order by id for update`;
  if (both.length < 2) return false;
  await tx`
    update memberships m set role = gone.role from memberships gone
    where m.organization_id = ${to} and m.role = '' and gone.organization_id = ${from} and gone.contact_id = m.contact_id and gone.role <> ''`;
  await tx`
    update memberships m set main_at = gone.main_at from memberships gone
    where m.organization_id = ${to} and m.main_at is null and gone.organization_id = ${from} and gone.contact_id = m.contact_id
      and gone.main_at is not null`;
  await tx`
    update memberships m set organization_id = ${to} where m.organization_id = ${from} and not exists (
      select from memberships has where has.organization_id = ${to} and has.contact_id = m.contact_id
    )`;
  await tx`delete from memberships where organization_id = ${from}`;
  // other systems are told into which
  await tx`update organizations set merged_into = ${to} where id = ${from}`;
  await tx`
    update organizations o set
      domain = coalesce(nullif(o.domain, ''), gone.domain), website = coalesce(nullif(o.website, ''), gone.website),
      tax_id = coalesce(nullif(o.tax_id, ''), gone.tax_id), address = coalesce(nullif(o.address, ''), gone.address),
      note = concat_ws(E'\\n', nullif(o.note, ''), nullif(gone.note, ''))
    from organizations gone where o.id = ${to} and gone.id = ${from}`;
  await tx`delete from organizations where id = ${from}`;
  return true;
}

/** One in a list: how many people are there, and what of theirs is open. */
export interface Listed extends Pick<Organization, 'id' | 'name'> {
  people: number;
  leads: number;
  tickets: number;
  lastSeenAt: Date | null;
}

/** Those with the most that is open first, then those that were noted last. */
export async function listOrganizations(sql: Sql, limit: number, offset: number): Promise<Listed[]> {
  return sql<Listed>`
    with open as materialized (
      select m.organization_id as id, count(*) filter (where w.lead)::int as leads, count(*) filter (where not w.lead)::int as tickets
      from (
        select contact_id, true as lead from leads where closed_at is null
        union all select contact_id, false from tickets where resolved_at is null
      ) w join memberships m on m.contact_id = w.contact_id
      group by 1
    ), latest as materialized (
      select o.id from organizations o order by o.id desc limit ${limit + offset}::int + (select count(*)::int from open)
    ), page as materialized (
      select * from (
        select id, leads, tickets from open
        union all select l.id, 0, 0 from latest l where not exists (select from open where open.id = l.id)
      ) known
      order by leads + tickets desc, id desc limit ${limit} offset ${offset}
    )
    select o.id, o.name, p.leads, p.tickets, there.people, there.last as "lastSeenAt"
    from page p cross join lateral (select * from organizations where id = p.id limit 1) o
    cross join lateral (
      select count(*)::int as people, max(c.last_seen_at) as last from memberships m join contacts c on c.id = m.contact_id
      where m.organization_id = p.id
    ) there
    order by p.leads + p.tickets desc, p.id desc`;
}

/** How many there are, counted up to `most`. */
export async function countOrganizations(sql: Sql, most: number): Promise<number> {
  const [row] = await sql<{ count: number }>`select ${countUpTo(sql, sql`from organizations`, most)} as count`;
  return row!.count;
}
