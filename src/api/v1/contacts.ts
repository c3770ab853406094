import { z } from '@hono/zod-openapi';
import type { Fragment, Sql } from '../../db/sql.ts';
import type { CommandContext } from '../../domain/commands/command.ts';
import { keepGiven } from '../../domain/commands/who/person.ts';
import { cityName } from '../../domain/people/city.ts';
import {
  changeCity,
  changeTags,
  insertContact,
  lockIdentities,
  lockName,
  ownersOf,
  rename,
} from '../../domain/people/contact.ts';
import { setLanguage } from '../../domain/people/contact_language.ts';
import { deleteContact } from '../../domain/people/delete.ts';
import { heldFields } from '../../domain/people/fields/contact_fields.ts';
import { type HeldField, jsonFields } from '../../domain/people/fields/json_fields.ts';
import { Unclear } from '../../domain/people/filter/filter.ts';
import { parseFilter } from '../../domain/people/filter/filter_parse.ts';
import { matches } from '../../domain/people/filter/filter_sql.ts';
import { BY_USER } from '../../domain/people/name.ts';
import { EMAIL, type Identity, PHONE, phoneMark } from '../../domain/people/sign.ts';
import { filterWords } from '../../domain/segments/filter_words.ts';
import type { Locale } from '../../text/locale.ts';
import { cleanName, normaliseEmail } from '../../text/normalise.ts';
import { operation } from '../operation.ts';
import { listPage } from '../page.ts';
import { invalid, notFound, Problem } from '../problem.ts';
import {
  emailShape,
  filterShape,
  idShape,
  languageShape,
  nameShape,
  pageOf,
  pageShape,
  phoneShape,
  tagShape,
  textShape,
  time,
  timeOrNull,
  timeShape,
} from '../shapes.ts';
import { fieldsGiven, fieldsShown, giveFields } from './contact_fields.ts';

const group = 'contacts';
const params = { id: idShape('the contact') };

const contactShape = z
  .strictObject({
    id: idShape('the contact'),
    name: z.string(),
    city: z.string().nullable(),
    language: languageShape.nullable(),
    tags: z.array(z.string()),
    emails: z.array(z.string()),
    phones: z.array(z.string()),
    ...fieldsShown,
    blocked: z.boolean(),
    last_seen_at: timeShape.nullable(),
    created_at: timeShape,
  })
  .openapi('Contact');

const written = {
  name: nameShape(100, 'Anna Smith').optional(),
  city: nameShape(60, 'Shanghai').nullable().optional(),
  language: languageShape.optional(),
  tags: z.array(tagShape).max(50).optional(),
  ...fieldsGiven,
};
const newContact = z
  .strictObject({
    ...written,
    name: nameShape(100, 'Anna Smith'),
    city: nameShape(60, 'Shanghai').optional(),
    emails: z.array(emailShape).max(10).optional(),
    phones: z.array(phoneShape).max(10).optional(),
    note: textShape(4000, 'Met at the fair').optional(),
  })
  .openapi('NewContact');
const changedContact = z.strictObject(written).openapi('ContactChange');

interface Row {
  id: string;
  name: string;
  city: string | null;
  locale: Locale | null;
  tags: string[];
  identities: Identity[];
  has: HeldField[];
  blockedAt: Date | null;
  lastSeenAt: Date | null;
  createdAt: Date;
}

const columns = (sql: Sql): Fragment => sql`
  c.id, c.name, c.city, c.locale, c.tags, c.blocked_at as "blockedAt", c.last_seen_at as "lastSeenAt", c.created_at as "createdAt",
  coalesce((
    select jsonb_agg(jsonb_build_object('channel', i.channel, 'address', i.address) order by i.id)
    from contact_identities i where i.contact_id = c.id and i.channel in (${EMAIL}, ${PHONE})
  ), '[]') || coalesce((
    -- what was given as theirs and identifies nobody
    select jsonb_agg(jsonb_build_object('channel', s.channel, 'address', s.address) order by s.id)
    from contact_signs s where s.contact_id = c.id and s.channel = ${PHONE} and s.source in ('extension', 'service')
  ), '[]') as identities,
  ${heldFields(sql)}`;

const shape = ({ id, name, city, locale, tags, identities, has, blockedAt, lastSeenAt, createdAt }: Row) => {
  const of = (channel: string) => identities.filter((one) => one.channel === channel).map(({ address }) => address);
  return {
    ...{ id, name, city, language: locale, tags, emails: of(EMAIL), phones: of(PHONE) },
    ...jsonFields(has),
    ...{ blocked: blockedAt !== null, last_seen_at: timeOrNull(lastSeenAt), created_at: time(createdAt) },
  };
};

/** Throws 404. */
export async function contactById({ tx }: Pick<CommandContext, 'tx'>, id: string) {
  const [row] = await tx<Row>`select ${columns(tx)} from contacts c where c.id = ${id}`;
  if (!row) throw notFound('contact');
  return shape(row);
}

/** Throws 404. It is there until the act is over: nobody deletes it before. */
export async function needContact({ tx }: Pick<CommandContext, 'tx'>, id: string): Promise<void> {
  const { count } = await tx`select from contacts where id = ${id} for key share`;
  if (count === 0) throw notFound('contact');
}

/** Everybody a filter means. */
async function meant(act: CommandContext, typed: string): Promise<{ fits: Fragment }> {
  const filter = parseFilter(typed, await filterWords(act));
  // a fragment has a `then`: it is handed on within something else
  if (!(filter instanceof Unclear)) return { fits: matches(act.tx, filter, act.now) };
  throw invalid('query', 'filter', 'This filter cannot be read.');
}

const list = operation({
  ...{ method: 'get', path: '/contacts', name: 'listContacts', group, scope: 'read' },
  summary: 'Contacts, all of them or those a filter means',
  query: z.object({ ...pageShape, filter: filterShape.optional() }),
  ok: { status: 200, shape: pageOf(contactShape).openapi('ContactPage') },
  async run(act, { query }) {
    const { tx } = act;
    const where = query.filter === undefined ? undefined : (await meant(act, query.filter)).fits;
    const listed = { from: tx`contacts c`, id: tx`c.id`, columns: columns(tx), where };
    return { body: await listPage(tx, listed, query, shape) };
  },
});

const get = operation({
  ...{ method: 'get', path: '/contacts/{id}', name: 'getContact', group, scope: 'read', params },
  summary: 'A contact',
  ok: { status: 200, shape: contactShape },
  versioned: { table: 'contacts', load: contactById },
  run: async (act, { params }) => ({ body: await contactById(act, params.id!) }),
});

/** What of these addresses proves who somebody is, and what only may be theirs. */
function marksOf(act: CommandContext, { emails = [], phones = [] }: { emails?: string[]; phones?: string[] }) {
  const marks = phones.map((phone) => phoneMark(phone, act.settings.country));
  const mails = emails.flatMap((email) => normaliseEmail(email) ?? []);
  return {
    identities: [
      ...marks.flatMap(({ identity }) => identity ?? []),
      ...mails.map((address) => ({ channel: EMAIL, address })),
    ],
    signs: marks.flatMap(({ sign }) => sign ?? []),
  };
}

/** Adds addresses that nobody has. Throws 409 naming who has one: only the owner knows whether they are one person. */
export async function addMarks(
  act: CommandContext,
  contactId: string,
  addresses: { emails?: string[]; phones?: string[] },
  more: { tags?: string[]; city?: string; note?: string } = {},
): Promise<void> {
  const marks = marksOf(act, addresses);
  await lockIdentities(act.tx, marks.identities);
  const holder = (await ownersOf(act.tx, marks.identities)).find(({ contact }) => contact.id !== contactId);
  if (holder) throw new Problem(409, 'address_taken', `Contact ${holder.contact.id} has one of these addresses.`);
  const { tags = [], city = '', note } = more;
  const given = { ...marks, name: '', tags, city, notes: note === undefined ? [] : [note], unread: [] };
  await keepGiven(act, contactId, given);
}

const create = operation({
  ...{ method: 'post', path: '/contacts', name: 'createContact', group, scope: 'write' },
  summary: 'Add a contact',
  description: 'Refused with 409 where somebody has one of the addresses: nobody is made twice.',
  body: newContact,
  ok: { status: 201, shape: contactShape },
  refusals: [409],
  async run(act, { body }) {
    const { name, city, language, tags, emails, phones, note } = body;
    const called = cleanName(name);
    await lockName(act.tx, called);
    const spoken = language && { locale: language, localeFrom: 'owner' as const };
    const { id } = await insertContact(act.tx, { name: called, nameFrom: BY_USER, ...spoken });
    await addMarks(
      act,
      id,
      { ...(emails && { emails }), ...(phones && { phones }) },
      {
        ...(tags && { tags: tags.map(kept) }),
        ...(city !== undefined && { city: cityName(city) }),
        ...(note !== undefined && { note }),
      },
    );
    await giveFields(act, id, body);
    return { body: await contactById(act, id), location: `/contacts/${id}` };
  },
});

/** As every tag is kept. */
export const kept = (tag: string): string => tag.toLowerCase();

const change = operation({
  ...{ method: 'patch', path: '/contacts/{id}', name: 'changeContact', group, scope: 'write', params },
  summary: 'Change what is known of a contact',
  description: 'What is left out stays. `tags` takes the place of all tags there are.',
  body: changedContact,
  ok: { status: 200, shape: contactShape },
  versioned: { table: 'contacts', load: contactById },
  async run(act, { params, body }) {
    const id = params.id!;
    const before = await contactById(act, id);
    if (body.name !== undefined) await rename(act.tx, id, cleanName(body.name), BY_USER);
    if (body.city !== undefined) await changeCity(act.tx, id, body.city === null ? null : cityName(body.city) || null);
    if (body.language) await setLanguage(act.tx, id, { locale: body.language, localeFrom: 'owner' });
    if (body.tags) {
      const tags = body.tags.map(kept);
      await changeTags(
        act.tx,
        id,
        tags,
        before.tags.filter((tag) => !tags.includes(tag)),
      );
    }
    await giveFields(act, id, body);
    return { body: await contactById(act, id) };
  },
});

const remove = operation({
  ...{ method: 'delete', path: '/contacts/{id}', name: 'deleteContact', group, scope: 'write', params },
  summary: 'Delete a contact with all that is theirs',
  description:
    'Their orders stay. The owner can take it back for 30 days. Refused while an answer to them is on its way.',
  ok: { status: 204 },
  refusals: [409],
  versioned: { table: 'contacts', load: contactById },
  async run(act, { params }) {
    const deleted = await deleteContact(act.tx, params.id!);
    if (deleted === 'gone') throw notFound('contact');
    if (deleted !== 'deleted') throw new Problem(409, 'answer_leaving', 'An answer to them is on its way.');
    return {};
  },
});

export const contactOperations = [list, create, get, change, remove];
