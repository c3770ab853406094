import { locales } from '../../../text/locale.ts';
import { OWN } from '../../sell/connection.ts';
import { FEEDBACK_STATES } from '../../serve/feedback.ts';
import { labels } from '../../triage/topics.ts';
import { WEB_FORM_FIELDS } from '../../web_form_event.ts';
import { DERIVED, type Noun, SECRET } from './noun.ts';
import { NOUNS_OF_ANSWERS } from './nouns_of_answers.ts';
import { NOUNS_OF_CONTRACTS } from './nouns_of_contracts.ts';
import { NOUNS_OF_LEADS } from './nouns_of_leads.ts';
import { inShop, NOUNS_OF_PEOPLE } from './nouns_of_people.ts';
import { NOUNS_OF_TICKETS, unlessPast } from './nouns_of_tickets.ts';
import { TAKEN_SETTINGS } from './settings.ts';

const OF_ISSUED = 'no draft has it';
const NOT_YET = {
  ...{ number: OF_ISSUED, revision: OF_ISSUED, content: OF_ISSUED, currency: OF_ISSUED, total_minor: OF_ISSUED },
  ...{ link_nonce: SECRET, link_hash: SECRET, pdf: OF_ISSUED, message_id: OF_ISSUED, by_hand: OF_ISSUED },
  ...{ issued_at: OF_ISSUED, opened_at: OF_ISSUED, decided_at: OF_ISSUED, decided: OF_ISSUED, order_id: OF_ISSUED },
  reminded: OF_ISSUED,
};

/** Parents before their children: in this order rows are taken in. */
export const NOUNS: readonly Noun[] = [
  {
    file: 'users',
    table: 'users',
    // the owner is the owner, on whichever machine; the others only lend their names to what they wrote
    same: (sql) => sql`
      select t.id, 3 as way from users t
      where r.role = 'owner' and t.id = (select id from users where role = 'owner' order by id limit 1)
        or r.role <> 'owner' and t.role = r.role and t.name = r.name and t.removed_at is null`,
    settle: (sql, _, { now }) => sql`jsonb_build_object('role', 'viewer', 'removed_at', ${now}::timestamptz)`,
  },
  {
    file: 'connections',
    table: 'connections',
    without: { token: SECRET, secret: SECRET, previous_secret: SECRET, previous_until: SECRET },
    anew: ['token'],
    same: (sql) => sql`select t.id, 3 as way from connections t where r.provider = ${OWN} and t.provider = ${OWN}`,
    settle: (sql, says, { seed }) => sql`
      jsonb_build_object('token', case when ${says} ->> 'provider' = ${OWN} then ${OWN} else
        substr(encode(sha256(convert_to(${seed} || (${says} ->> 'id'), 'UTF8')), 'hex'), 1, 32) end)`,
  },
  {
    file: 'web_forms',
    table: 'web_forms',
    without: { standing: SECRET },
    anew: ['standing'],
    of: { id: 'connections' },
    natural: ['id'],
    oneOf: { locale: locales },
    // what visitors are asked is of a closed list, and they are sent to nothing but a page
    isVoid: (sql, says) => sql`not (${says} -> 'fields' <@ ${sql.json([...WEB_FORM_FIELDS])}::jsonb)`,
    settle: (sql, says) => sql`jsonb_build_object('standing', '',
      'thanks_url', case when ${says} ->> 'thanks_url' ~ '^https://' then ${says} ->> 'thanks_url' end)`,
  },
  ...NOUNS_OF_PEOPLE,
  {
    file: 'segments',
    table: 'segments',
    same: (sql) => sql`select t.id, 3 as way from segments t where fold_text(t.name) = fold_text(r.name)`,
    decides: ['filter'],
  },
  {
    file: 'templates',
    table: 'templates',
    same: (sql) => sql`select t.id, 3 as way from templates t where fold_text(t.name) = fold_text(r.name)`,
    decides: ['fallback', 'variants'],
    json: { variants: 'object' },
    oneOf: { fallback: locales },
    // it can be written in the language it falls back to, or is none
    isVoid: (sql, says) => sql`not coalesce(${says} -> 'variants' ? (${says} ->> 'fallback'), false)`,
  },
  {
    file: 'conversations',
    table: 'conversations',
    of: { contact_id: 'contacts' },
    points: { joined_to: 'conversations' },
    late: ['joined_to'],
    numbers: { waits_after: 'messages' },
    natural: ['channel', 'address', 'thread'],
    follow: (sql, says) =>
      sql`case when ${says} ->> 'channel' = 'note' then jsonb_build_object('address', 'c' || (${says} ->> 'contact_id')) else '{}'::jsonb end`,
    settle: (sql, says, { now }) => unlessPast(sql, says, 'snoozed_until', now, sql`'{"snoozed_until": null}'::jsonb`),
  },
  {
    file: 'participants',
    table: 'participants',
    of: { conversation_id: 'conversations' },
    natural: ['conversation_id', 'address'],
  },
  {
    file: 'messages',
    table: 'messages',
    without: { asks_to_stop: DERIVED },
    of: { conversation_id: 'conversations' },
    points: { user_id: 'users' },
    numbers: { answers_up_to: 'messages', said_anew: 'messages' },
    natural: ['conversation_id', 'external_id'],
    json: { attachments: 'array', edits: 'array', triage: 'object', copied: 'any', reply_to_others: 'any' },
  },
  {
    file: 'automatic_mails',
    table: 'automatic_mails',
    natural: ['address', 'external_id'],
    json: { event: 'object' },
  },
  {
    file: 'orders',
    table: 'orders',
    without: { spent_minor: DERIVED, former_ids: 'ids of this house alone' },
    of: { connection_id: 'connections' },
    points: { contact_id: 'contacts' },
    natural: ['connection_id', 'external_id'],
    json: { words: 'array', delivery: 'any', contact_details: 'any', utm: 'object', gone: 'array' },
    follow: (sql, says, rowId) => inShop(sql, says, 'buyer', rowId),
  },
  {
    file: 'order_lines',
    table: 'order_lines',
    of: { order_id: 'orders' },
    natural: ['order_id', 'position'],
  },
  { file: 'payments', table: 'order_payments', of: { order_id: 'orders' }, natural: ['order_id', 'at'] },
  {
    file: 'refunds',
    table: 'order_refunds',
    of: { order_id: 'orders' },
    natural: ['order_id', 'external_id'],
    json: { returned: 'array' },
  },
  {
    file: 'order_reports',
    table: 'order_reports',
    of: { connection_id: 'connections' },
    points: { order_id: 'orders' },
    natural: ['connection_id', 'body'],
    json: { says: 'object' },
  },
  {
    file: 'parcels',
    table: 'shipments',
    of: { connection_id: 'connections' },
    natural: ['connection_id', 'order_external_id', 'external_id'],
    json: { tracking: 'array', lines: 'array' },
  },
  {
    file: 'products',
    table: 'products',
    of: { connection_id: 'connections' },
    natural: ['connection_id', 'external_id'],
    json: { variants: 'array' },
  },
  {
    file: 'carts',
    table: 'checkouts',
    of: { connection_id: 'connections' },
    points: { contact_id: 'contacts' },
    natural: ['connection_id', 'external_id'],
    json: { lines: 'array' },
    follow: (sql, says, rowId) => inShop(sql, says, 'buyer', rowId),
  },
  ...NOUNS_OF_LEADS,
  { file: 'quotes', table: 'quote_lines', of: { lead_id: 'leads' } },
  {
    file: 'issued_quotes',
    table: 'quotes',
    // whose link opened it elsewhere opens nothing here
    without: { link_nonce: SECRET, link_hash: SECRET },
    of: { lead_id: 'leads' },
    points: { message_id: 'messages', order_id: 'orders' },
    natural: ['number', 'revision'],
    decides: ['state'],
    stays: ['content'],
    json: { content: 'object', decided: 'object' },
    // its owner is reminded of it as where it was: of what is over nobody is, and no customer is written to
    only: (sql) => sql`t.state <> 'draft'`,
  },
  {
    // what stands beside the lines that have not left
    file: 'drafted_quotes',
    table: 'quotes',
    without: NOT_YET,
    of: { lead_id: 'leads' },
    same: (sql) => sql`select t.id, 3 as way from quotes t where t.state = 'draft' and t.lead_id = r.lead_id`,
    // what was drafted there may have been sent here
    stays: ['discount_percent', 'discount_minor', 'tax_percent', 'tax_included', 'valid_until', 'terms', 'note'],
    only: (sql) => sql`t.state = 'draft'`,
  },
  ...NOUNS_OF_CONTRACTS,
  {
    file: 'automatic_refusals',
    table: 'automatic_refusals',
    of: { contact_id: 'contacts' },
    points: { message_id: 'messages' },
    natural: ['contact_id', 'message_id'],
    stays: ['lifted_at'],
  },
  ...NOUNS_OF_TICKETS,
  {
    file: 'calls',
    table: 'calls',
    of: { contact_id: 'contacts', message_id: 'messages' },
    natural: ['message_id'],
  },
  {
    file: 'ratings',
    table: 'ratings',
    without: { token_hash: SECRET },
    of: { contact_id: 'contacts', ticket_id: 'tickets' },
    points: { conversation_id: 'conversations' },
    natural: ['ticket_id', 'resolved_at'],
    // nobody is asked because a file says so
    settle: (sql, says) => sql`case when ${says} ->> 'asked_at' is null and ${says} ->> 'skipped' is null
      then '{"skipped": "late"}'::jsonb else '{}'::jsonb end`,
  },
  {
    file: 'feedback',
    table: 'feedback',
    of: { contact_id: 'contacts' },
    points: { message_id: 'messages', quote_conversation_id: 'conversations' },
    oneOf: { state: FEEDBACK_STATES },
  },
  {
    file: 'tasks',
    table: 'tasks',
    points: {
      contact_id: 'contacts',
      user_id: 'users',
      complaint_id: 'tickets',
      lead_id: 'leads',
      promised_in: 'messages',
    },
    decides: ['title', 'due_at', 'done_at', 'repeats'],
    json: { repeats: 'object' },
    settle: (sql, says, { now }) => sql`case when ${says} ->> 'reminded_at' is null
      then ${unlessPast(sql, says, 'due_at', now, sql`jsonb_build_object('reminded_at', ${now}::timestamptz)`)} else '{}'::jsonb end`,
  },
  {
    file: 'later_answers',
    table: 'scheduled_answers',
    of: { conversation_id: 'conversations' },
    points: { contact_id: 'contacts', user_id: 'users' },
    json: { receipt_to: 'object', copies: 'any' },
    // an answer is never sent because a file says so
    settle: (sql, says, { now }) => sql`case when ${says} ->> 'sent_at' is null and ${says} ->> 'cancelled_at' is null
      then jsonb_build_object('cancelled_at', ${now}::timestamptz) else '{}'::jsonb end`,
  },
  {
    file: 'merge_questions',
    table: 'merge_proposals',
    of: { first_id: 'contacts', second_id: 'contacts' },
    natural: ['first_id', 'second_id'],
    json: { evidence: 'array', reasons: 'array' },
    isVoid: (sql, says) => sql`${says} ->> 'first_id' = ${says} ->> 'second_id'`,
    follow: (sql, says, rowId) => sql`
      jsonb_build_object(
        'first_id', least((${says} ->> 'first_id')::bigint, (${says} ->> 'second_id')::bigint)::text,
        'second_id', greatest((${says} ->> 'first_id')::bigint, (${says} ->> 'second_id')::bigint)::text,
        'evidence', (
          select coalesce(jsonb_agg(case when jsonb_typeof(e) = 'object' and e ? 'by'
            then e || jsonb_build_object('by', coalesce(${rowId('contacts', sql`(e ->> 'by')`)}, e ->> 'by')) else e end order by nth), '[]')
          from jsonb_array_elements(${says} -> 'evidence') with ordinality w (e, nth)
        )
      )`,
  },
  {
    file: 'absences',
    table: 'absences',
    points: { user_id: 'users' },
    json: { texts: 'object' },
    // nobody is told that one begins or is over
    settle: (sql, says, { now }) => sql`
      ${unlessPast(sql, says, 'starts_at', now, sql`'{"planned": false}'::jsonb`)}
      || case when ${says} ->> 'back_at' is null then ${unlessPast(sql, says, 'until', now, sql`jsonb_build_object('back_at', ${says} -> 'until')`)} else '{}'::jsonb end`,
  },
  ...NOUNS_OF_ANSWERS,
  { file: 'senders', table: 'sender_rules', natural: ['address'], decides: ['automatic'] },
  { file: 'objections', table: 'objections', natural: ['channel', 'address'] },
  {
    file: 'corrections',
    table: 'triage_corrections',
    points: { message_id: 'messages', user_id: 'users' },
    // the model learns from them
    oneOf: { from_label: labels, to_label: labels },
  },
  {
    file: 'settings',
    table: 'settings',
    key: 'key',
    natural: ['key'],
    decides: ['value'],
    json: { value: 'any' },
    only: (sql) => sql`t.key = any(${TAKEN_SETTINGS})`,
  },
];
