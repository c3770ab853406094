import { z } from '@hono/zod-openapi';
import type { Fragment, Sql } from '../../db/sql.ts';
import type { Attachment } from '../../domain/attachment.ts';
import type { CommandContext } from '../../domain/commands/command.ts';
import { keepNote } from '../../domain/commands/talk/note.ts';
import { keysIn } from '../../domain/commands/words/secret.ts';
import { holdsCode } from '../../domain/owner/code.ts';
import { loadContact } from '../../domain/people/contact.ts';
import { isShown } from '../../domain/shown.ts';
import { type Answered, answer } from '../../domain/talk/answer.ts';
import { type AnswerPlace, loadConversation } from '../../domain/talk/conversation.ts';
import { placeFor } from '../../domain/talk/mail/first_mail.ts';
import { cleanText } from '../../text/normalise.ts';
import { operation } from '../operation.ts';
import { all, listPage } from '../page.ts';
import { notFound, Problem } from '../problem.ts';
import { idShape, pageOf, pageShape, textShape, time, timeShape } from '../shapes.ts';
import { needContact } from './contacts.ts';

const MOST_CHARACTERS = 4000;

const messageShape = z
  .strictObject({
    id: idShape('the message'),
    conversation: idShape('its conversation'),
    contact: idShape('the contact of its conversation'),
    direction: z.enum(['in', 'out', 'note']).openapi({ description: '`note`: kept with the contact, never sent' }),
    text: z.string(),
    subject: z.string().nullable(),
    author_name: z.string().nullable().openapi({ description: 'Who wrote it, where that is not the contact' }),
    attachments: z.array(
      z.strictObject({
        kind: z.string(),
        name: z.string().nullable(),
        type: z.string().nullable(),
        bytes: z.number().nullable(),
      }),
    ),
    automatic: z.boolean().openapi({ description: 'Said by the house, not by a person' }),
    delivery: z
      .enum(['queued', 'sending', 'sent', 'failed', 'unknown', 'cancelled'])
      .nullable()
      .openapi({ description: 'Of what is said to a customer; `unknown`: it may have arrived' }),
    occurred_at: timeShape,
  })
  .openapi('Message');

interface Row {
  id: string;
  conversation: string;
  contact: string;
  direction: string;
  text: string;
  subject: string | null;
  authorName: string | null;
  attachments: Attachment[];
  automatic: boolean;
  delivery: string | null;
  occurredAt: Date;
}

const columns = (sql: Sql): Fragment => sql`
  m.id, m.conversation_id as conversation, v.contact_id as contact, m.direction, m.text, m.subject,
  m.author_name as "authorName", m.attachments, coalesce(m.automatic, false) as automatic, m.occurred_at as "occurredAt",
  case when m.direction = 'out' then (
    select o.state from outbox o where o.message_id = m.id and o.audience = 'customer' order by o.id desc limit 1
  ) end as delivery`;

const shape = ({ authorName, attachments, occurredAt, ...row }: Row) => ({
  ...row,
  author_name: authorName,
  attachments: attachments.map(({ kind, name = null, type = null, bytes = null }) => ({ kind, name, type, bytes })),
  occurred_at: time(occurredAt),
});

async function load({ tx }: CommandContext, id: string) {
  const [row] = await tx<Row>`
    select ${columns(tx)} from messages m join conversations v on v.id = m.conversation_id
    where m.id = ${id} and ${isShown(tx, tx`m`)}`;
  if (!row) throw notFound('message');
  return shape(row);
}

const asked = {
  ...pageShape,
  contact: idShape('the contact').optional(),
  conversation: idShape('the conversation').optional(),
};

async function page(
  { tx }: CommandContext,
  { contact, conversation, ...query }: z.output<z.ZodObject<typeof asked>>,
  direction?: Fragment,
) {
  // a contact's conversations are looked up first, because the planner would else walk all messages
  const ofContact = tx`m.conversation_id = any(array(select id from conversations where contact_id = ${contact ?? null}))`;
  const where = all(
    tx,
    conversation ? tx`m.conversation_id = ${conversation}` : undefined,
    contact ? ofContact : undefined,
    direction,
  );
  const listed = {
    from: tx`(select * from messages m where ${isShown(tx, tx`m`)}) m`,
    id: tx`m.id`,
    columns: columns(tx),
    where,
  };
  const joins = tx`join conversations v on v.id = m.conversation_id`;
  return { body: await listPage(tx, { ...listed, joins }, query, shape) };
}

const pageOfMessages = pageOf(messageShape).openapi('MessagePage');

const list = operation({
  ...{ method: 'get', path: '/messages', name: 'listMessages', group: 'messages', scope: 'read' },
  summary: 'What was said and noted, with everybody, with one contact or in one conversation',
  query: z.object(asked),
  ok: { status: 200, shape: pageOfMessages },
  run: (act, { query }) => page(act, query),
});

const get = operation({
  ...{ method: 'get', path: '/messages/{id}', name: 'getMessage', group: 'messages', scope: 'read' },
  params: { id: idShape('the message') },
  summary: 'A message, and what became of it',
  ok: { status: 200, shape: messageShape },
  versioned: { table: 'messages', load },
  run: async (act, { params }) => ({ body: await load(act, params.id!) }),
});

/** Why nothing was sent: the owner is not asked by a program, so whoever calls has to put it right. */
const REFUSED: Readonly<Record<Exclude<Answered['result'], 'queued'>, string>> = {
  closed: 'They have closed this channel to us.',
  no_channel: 'There is no channel on which they can be reached.',
  out_of_reach: 'The connected account may not write there.',
  unconfirmed: 'Something speaks against the address: the owner has to confirm it in the chat.',
  elsewhere: 'Others would get it than before: the owner has to confirm it in the chat.',
  words_only: 'The channel carries words alone.',
  too_long: 'It is longer than the channel takes.',
  attachments_elsewhere: 'There is something among it that the channel cannot carry.',
};

async function placeOf(
  act: CommandContext,
  given: { contact: string } | { conversation: string },
): Promise<AnswerPlace> {
  if ('conversation' in given) {
    const found = await loadConversation(act.tx, given.conversation);
    if (!found) throw notFound('conversation');
    await needContact(act, found.contactId);
    return found;
  }
  await needContact(act, given.contact);
  const contact = await loadContact(act.tx, given.contact);
  if (!contact) throw notFound('contact');
  const place = await placeFor(act, contact);
  if (!place) throw new Problem(409, 'no_channel', REFUSED.no_channel);
  return place;
}

const said = textShape(MOST_CHARACTERS, 'It has left today.');

const send = operation({
  ...{ method: 'post', path: '/messages', name: 'sendMessage', group: 'messages', scope: 'send' },
  summary: 'Say something to a customer',
  description:
    'As /reply does: in `conversation`, else where `contact` is answered. It waits as long as the owner has set, so that it can be called back, and `GET /messages/{id}` tells what became of it. Refused with 409 where nobody can be sure that it reaches them.',
  body: z
    .union([
      z.strictObject({ conversation: idShape('the conversation'), text: said }),
      z.strictObject({ contact: idShape('the contact'), text: said }),
    ])
    .openapi('NewMessage'),
  ok: { status: 202, shape: messageShape },
  refusals: [409],
  async run(act, { body }) {
    const text = cleanText(body.text).trim();
    if ((await holdsCode(act, text)) || keysIn(text).length > 0)
      throw new Problem(409, 'secret', 'There is a key, password or code in it, which is sent to nobody.');
    const place = await placeOf(act, body);
    const answered = await answer(act, act.user, place, { text });
    if (answered.result !== 'queued') throw new Problem(409, answered.result, REFUSED[answered.result]);
    const { id } = answered.message;
    return { body: await load(act, id), location: `/messages/${id}` };
  },
});

const notes = operation({
  ...{ method: 'get', path: '/notes', name: 'listNotes', group: 'notes', scope: 'read' },
  summary: 'What was noted, with everybody, with one contact or in one conversation',
  query: z.object(asked),
  ok: { status: 200, shape: pageOfMessages },
  run: (act, { query }) => page(act, query, act.tx`m.direction = 'note'`),
});

const addNote = operation({
  ...{ method: 'post', path: '/notes', name: 'addNote', group: 'notes', scope: 'write' },
  summary: 'Note something about a contact, which nobody but the team sees',
  body: z
    .strictObject({ contact: idShape('the contact'), text: textShape(MOST_CHARACTERS, 'Prefers to be called') })
    .openapi('NewNote'),
  ok: { status: 201, shape: messageShape },
  async run(act, { body }) {
    await needContact(act, body.contact);
    const id = await keepNote(act, body.contact, cleanText(body.text).trim());
    return { body: await load(act, id), location: `/messages/${id}` };
  },
});

export const messageOperations = [list, send, get, notes, addNote];
