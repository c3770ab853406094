import { z } from '@hono/zod-openapi';
import type { Fragment, Sql } from '../../db/sql.ts';
import type { CommandContext } from '../../domain/commands/command.ts';
import { joinOrganization, LONGEST_ROLE, leaveOrganization } from '../../domain/people/organization/membership.ts';
import {
  insertOrganization,
  lockCompanyName,
  organizationsCalled,
} from '../../domain/people/organization/organization.ts';
import { cleanName } from '../../text/normalise.ts';
import { companyName, LONGEST_COMPANY } from '../../text/organization/company_name.ts';
import { operation } from '../operation.ts';
import { all, listPage } from '../page.ts';
import { notFound } from '../problem.ts';
import { idShape, pageOf, pageShape, textShape, time, timeShape } from '../shapes.ts';
import { needContact } from './contacts.ts';

const group = 'organizations';
const params = { id: idShape('the organization') };
const ofPerson = { ...params, contact: idShape('the contact') };
/** Of more people the first; all of them are the contacts that `org:o12` filters. */
const MOST_PEOPLE = 500;

const organizationShape = z
  .strictObject({
    id: idShape('the organization'),
    name: z.string(),
    domain: z.string().nullable().openapi({ description: 'The mail domain of its people' }),
    website: z.string().nullable(),
    tax_id: z.string().nullable(),
    address: z.string().nullable(),
    note: z.string().nullable(),
    people: z
      .array(z.strictObject({ contact: idShape('the contact'), role: z.string().nullable() }))
      .openapi({ description: `Who is there; at most ${MOST_PEOPLE}` }),
    created_at: timeShape,
  })
  .openapi('Organization');

interface Row {
  id: string;
  name: string;
  domain: string | null;
  website: string | null;
  tax_id: string | null;
  address: string | null;
  note: string | null;
  people: { contact: string; role: string | null }[];
  createdAt: Date;
}

const columns = (sql: Sql): Fragment => sql`
  o.id, o.name, nullif(o.domain, '') as domain, nullif(o.website, '') as website, nullif(o.tax_id, '') as tax_id,
  nullif(o.address, '') as address, nullif(o.note, '') as note, coalesce((
    select jsonb_agg(jsonb_build_object('contact', p.contact_id::text, 'role', nullif(p.role, '')) order by p.id)
    from (select * from memberships m where m.organization_id = o.id order by m.id limit ${MOST_PEOPLE}) p
  ), '[]') as people, o.created_at as "createdAt"`;

const shape = ({ createdAt, ...row }: Row) => ({ ...row, created_at: time(createdAt) });

async function load({ tx }: CommandContext, id: string) {
  const [row] = await tx<Row>`select ${columns(tx)} from organizations o where o.id = ${id}`;
  if (!row) throw notFound('organization');
  return shape(row);
}

const list = operation({
  ...{ method: 'get', path: '/organizations', name: 'listOrganizations', group, scope: 'read' },
  summary: 'Organizations and who is there',
  query: z.object({ ...pageShape, contact: idShape('the contact').optional() }),
  ok: { status: 200, shape: pageOf(organizationShape).openapi('OrganizationPage') },
  async run({ tx }, { query: { contact, ...page } }) {
    const at = (id: string) => tx`o.id in (select m.organization_id from memberships m where m.contact_id = ${id})`;
    const where = all(tx, contact ? at(contact) : undefined);
    return {
      body: await listPage(tx, { from: tx`organizations o`, id: tx`o.id`, columns: columns(tx), where }, page, shape),
    };
  },
});

const get = operation({
  ...{ method: 'get', path: '/organizations/{id}', name: 'getOrganization', group, scope: 'read', params },
  summary: 'An organization',
  ok: { status: 200, shape: organizationShape },
  run: async (act, { params }) => ({ body: await load(act, params.id!) }),
});

const create = operation({
  ...{ method: 'post', path: '/organizations', name: 'createOrganization', group, scope: 'write' },
  summary: 'Add an organization; one of that name is given as it is',
  body: z.strictObject({ name: textShape(LONGEST_COMPANY, 'Acme Ltd') }).openapi('NewOrganization'),
  ok: { status: 201, shape: organizationShape },
  async run(act, { body }) {
    const name = companyName(body.name);
    await lockCompanyName(act.tx, name);
    const [known] = await organizationsCalled(act.tx, name);
    const { id } = known ?? (await insertOrganization(act.tx, name, act.now));
    return { body: await load(act, id), location: `/organizations/${id}` };
  },
});

const join = operation({
  ...{ method: 'put', path: '/organizations/{id}/people/{contact}', name: 'addPerson', group, scope: 'write' },
  params: ofPerson,
  summary: 'Somebody is at an organization, with what they do there',
  body: z.strictObject({ role: textShape(LONGEST_ROLE, 'purchasing').optional() }).openapi('Membership'),
  ok: { status: 200, shape: organizationShape },
  async run(act, { params, body: { role = '' } }) {
    await load(act, params.id!);
    await needContact(act, params.contact!);
    await joinOrganization(
      act.tx,
      params.id!,
      [{ contactId: params.contact!, role: cleanName(role, LONGEST_ROLE) }],
      act.now,
    );
    return { body: await load(act, params.id!) };
  },
});

const leave = operation({
  ...{ method: 'delete', path: '/organizations/{id}/people/{contact}', name: 'removePerson', group, scope: 'write' },
  params: ofPerson,
  summary: 'Somebody is no longer at an organization',
  ok: { status: 200, shape: organizationShape },
  async run(act, { params }) {
    await load(act, params.id!);
    await leaveOrganization(act.tx, params.id!, params.contact!);
    return { body: await load(act, params.id!) };
  },
});

export const organizationOperations = [list, get, create, join, leave];
