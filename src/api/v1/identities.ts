import { z } from '@hono/zod-openapi';
import type { CommandContext } from '../../domain/commands/command.ts';
import { broughtAnother, isWrittenFrom, removeAddress } from '../../domain/people/identity.ts';
import { operation } from '../operation.ts';
import { notFound, Problem } from '../problem.ts';
import { emailShape, idShape, phoneShape, time, timeShape } from '../shapes.ts';
import { addMarks, needContact } from './contacts.ts';

const group = 'identities';
const ofContact = { id: idShape('the contact') };

const identityShape = z
  .strictObject({
    id: idShape('the address'),
    channel: z.string().openapi({ example: 'email' }),
    address: z.string().openapi({ example: 'anna@example.com' }),
    proven: z.boolean().openapi({ description: 'false: somebody else named it, so it is not proven to be theirs' }),
    closed: z.boolean().openapi({ description: 'They have closed this chat to us' }),
    bounced: z.boolean().openapi({ description: 'Mail to it came back for good' }),
    created_at: timeShape,
  })
  .openapi('Identity');
const identitiesShape = z.strictObject({ data: z.array(identityShape) }).openapi('Identities');

interface Row {
  id: string;
  channel: string;
  address: string;
  claimed: boolean;
  blockedAt: Date | null;
  bouncedAt: Date | null;
  createdAt: Date;
}

async function allOf({ tx }: CommandContext, contactId: string) {
  const rows = await tx<Row>`
    select id, channel, address, claimed, blocked_at as "blockedAt", bounced_at as "bouncedAt", created_at as "createdAt"
    from contact_identities where contact_id = ${contactId} order by id`;
  const data = rows.map(({ id, channel, address, claimed, blockedAt, bouncedAt, createdAt }) => ({
    ...{ id, channel, address, proven: !claimed, closed: blockedAt !== null, bounced: bouncedAt !== null },
    created_at: time(createdAt),
  }));
  return { data };
}

const list = operation({
  ...{ method: 'get', path: '/contacts/{id}/identities', name: 'listIdentities', group, scope: 'read' },
  params: ofContact,
  summary: 'The addresses of a contact',
  ok: { status: 200, shape: identitiesShape },
  async run(act, { params }) {
    await needContact(act, params.id!);
    return { body: await allOf(act, params.id!) };
  },
});

const add = operation({
  ...{ method: 'post', path: '/contacts/{id}/identities', name: 'addIdentities', group, scope: 'write' },
  params: ofContact,
  summary: 'Add mail addresses and phones to a contact',
  description: 'Refused with 409 where somebody else has one of them.',
  body: z
    .strictObject({ emails: z.array(emailShape).max(10).optional(), phones: z.array(phoneShape).max(10).optional() })
    .openapi('NewIdentities'),
  ok: { status: 200, shape: identitiesShape },
  refusals: [409],
  async run(act, { params, body: { emails, phones } }) {
    await needContact(act, params.id!);
    await addMarks(act, params.id!, { ...(emails && { emails }), ...(phones && { phones }) });
    return { body: await allOf(act, params.id!) };
  },
});

const remove = operation({
  ...{ method: 'delete', path: '/contacts/{id}/identities/{identity}', name: 'removeIdentity', group, scope: 'write' },
  params: { ...ofContact, identity: idShape('the address') },
  summary: 'Take an address from a contact',
  description: 'Refused with 409 where they write from it: whoever writes from there next would be a stranger.',
  ok: { status: 204 },
  refusals: [409],
  async run(act, { params }) {
    await needContact(act, params.id!);
    const found = (await allOf(act, params.id!)).data.find(({ id }) => id === params.identity);
    if (!found) throw notFound('address');
    if (await isWrittenFrom(act.tx, params.id!, found))
      throw new Problem(409, 'written_from', 'They write from this address.');
    if (await broughtAnother(act.tx, params.id!, found))
      throw new Problem(409, 'brought_account', 'A shop’s account came to them by this address.');
    await removeAddress(act.tx, params.id!, found);
    return {};
  },
});

export const identityOperations = [list, add, remove];
