import type { Tx } from '../db/sql.ts';
import type { Shown } from '../domain/card.ts';
import { type Button, buttonsOf, type Mark, type Reply } from '../domain/reply.ts';
import { hasWords } from './change.ts';
import { keeping } from './enqueue.ts';
import type { Payload } from './message.ts';

/** A message of ours, as it stands. */
export interface Told {
  id: string;
  channel: string;
  address: string;
  conversationId: string | null;
  receiptOf: string | null;
  reply: Reply;
  before: Reply | null;
  marks: Mark[] | null;
  /** Where it was said, as in a message. */
  replyTo: string | null;
  topic: string | null;
}

const COLUMNS = (tx: Tx) => tx`
  id, channel, address, conversation_id as "conversationId", receipt_of as "receiptOf", payload -> 'reply' as reply,
  payload -> 'before' as before, payload -> 'marks' as marks, payload ->> 'replyTo' as "replyTo", payload ->> 'topic' as topic`;

/** The message, locked: whoever writes it anew next sees what was written. */
export async function loadTold(tx: Tx, id: string): Promise<Told | undefined> {
  const [told] = await tx<Told>`
    select ${COLUMNS(tx)} from outbox where id = ${id} and payload ->> 'kind' = 'message' and ${hasWords(tx)} for update`;
  return told;
}

/** So many messages of a chat are changed by one act at most, the newest: a channel takes about one edit a second. */
const MOST_IN_A_CHAT = 20;

/** The messages that have, or had, a button of one of these lines ('/resolve 12'), or the button of this id; locked in the order of their ids. */
export async function toldWithButtons(
  tx: Tx,
  { lines, button }: { lines: readonly string[]; button?: string | undefined },
): Promise<Told[]> {
  return tx<Told>`
    select ${COLUMNS(tx)} from outbox where id in (
      select id from (
        select o.id, row_number() over (partition by o.channel, o.address order by o.id desc) as nth
        from outbox o where o.payload ->> 'kind' = 'message' and o.state <> 'cancelled' and o.id in (
          select outbox_id from buttons where command = any(${[...lines]}) and command ~ '^/[a-z]+ [0-9]+$'
          union all select outbox_id from buttons where id = ${button ?? null}
        )
      ) newest where nth <= ${MOST_IN_A_CHAT}
    ) and state <> 'cancelled' and ${hasWords(tx)}
    order by id for update`;
}

/** The messages that have, or had, a button that keeps one of these from leaving by itself ('/faq take r12'); locked in the order of their ids. */
export async function toldWithReady(tx: Tx, lines: readonly string[]): Promise<Told[]> {
  return tx<Told>`
    select ${COLUMNS(tx)} from outbox where id in (
      select outbox_id from buttons where command = any(${[...lines]}) and command ~ '^/faq take r[0-9]+$'
    ) and payload ->> 'kind' = 'message' and state <> 'cancelled' and ${hasWords(tx)}
    order by id for update`;
}

/** The messages that tell what becomes of this answer, the newest first; locked. One that is told together with others tells nothing. */
export async function receiptsOf(tx: Tx, outboxId: string): Promise<Told[]> {
  return tx<Told>`
    select ${COLUMNS(tx)} from outbox
    where receipt_of = ${outboxId} and payload #>> '{reply,receiptOf}' = ${outboxId} and state <> 'cancelled'
    order by id desc for update`;
}

/** What a message shows from now on. */
export interface Rewriting {
  reply: Reply;
  before?: Reply | undefined;
  marks?: Mark[] | undefined;
  /** Its buttons that are new and have their ids; those without get one. */
  added?: Button[];
  /** Of a card: whose messages it shows from now on, and which of them is new there. */
  card?: { contactId: string; shows: Shown[]; count: number; fresh: Shown };
}

/** How the channel is told of it: once for each `key`. */
export type Errand = { key: string } & Omit<Extract<Payload, { kind: 'edit' }>, 'kind' | 'of' | 'now'>;

/**
 * Writes a message anew. While it waits to leave, it leaves so; when it has left, or is leaving, an edit follows it. Edits that wait are
 * one, because each shows what the row says when it is sent; but one is never lost whose words are said instead.
 */
export async function rewrite(
  tx: Tx,
  random: () => string,
  told: Pick<Told, 'id' | 'conversationId'>,
  { reply: wanted, before, marks, added: given = [], card }: Rewriting,
  { key, ...more }: Errand,
): Promise<void> {
  const reply = structuredClone(wanted);
  const without = buttonsOf(reply).filter(({ id }) => id === undefined);
  for (const button of without) button.id = random();
  const added = [...without, ...given];
  const kept = { ...(before && { before }), ...(marks && { marks }), editedBy: key };
  const errand: Payload = { kind: 'edit', of: told.id, ...more, ...(card && { grown: true }) };
  const fresh = card ? tx.json([card.fresh]) : null;
  const { conversationId } = told;
  const grown = tx`case when payload ? 'grown' then '{"grown": true}' else '{}' end::jsonb`;
  // an edit that waits goes to the end then: where the message cannot be changed, its words belong behind what was said since
  const speaks = more.instead !== undefined;
  await tx`
    with written as (
      update outbox set conversation_id = ${conversationId}, payload = (payload - 'before' - 'marks') || ${tx.json({ reply, ...kept })}::jsonb,
        receipt_of = coalesce(${reply.receiptOf ?? null}, receipt_of),
        shows = coalesce(${card ? tx.json(card.shows) : null}, shows), shows_count = coalesce(${card?.count ?? null}, shows_count)
      where id = ${told.id}
      returning id, channel, address, state, conversation_id, case audience when 'public' then audience else 'owner' end as audience,
        case when external_id is null or ${card !== undefined} then priority else 1 end as priority
    ) ${keeping(tx, added, { conversationId, on: tx`written.id from written` })}, joined as (
      update outbox set run_at = clock_timestamp(),
        ${speaks ? tx`idempotency_key = ${key}, payload = ${tx.json(errand)} || ${grown}` : tx`payload = payload || ${card ? tx.json({ grown: true }) : '{}'}::jsonb`},
        -- what is on its way to be seen there has not been seen yet
        shows_contact = coalesce(${card?.contactId ?? null}, shows_contact),
        shows = case when ${card !== undefined} then coalesce(shows, '[]') || ${fresh}::jsonb else shows end
      where waits and payload ->> 'kind' = 'edit' and payload ->> 'of' = ${told.id}
        and not (${speaks}::boolean and payload ? 'instead')
      returning id
    )
    insert into outbox (channel, address, audience, idempotency_key, payload, conversation_id, priority, shows_contact, shows)
    select channel, address, audience, ${key}, ${tx.json(errand)}, conversation_id, priority, ${card?.contactId ?? null}::bigint, ${fresh}::jsonb
    from written
    where (state in ('sending', 'sent', 'unknown') or ${speaks}::boolean and state <> 'queued')
      and not exists (select from joined)
    on conflict (idempotency_key) do nothing`;
}
