import type { Tx } from '../db/sql.ts';
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

/** The message on which this entry of the journal was begun, by a button of it; and the button. Locked. */
export async function toldByButton(tx: Tx, journalId: string): Promise<(Told & { button: string }) | undefined> {
  const [told] = await tx<Told & { button: string }>`
    select o.*, b.id as button from journal j join buttons b on b.id = j.button_id
    cross join lateral (select ${COLUMNS(tx)} from outbox where outbox.id = b.outbox_id and payload ? 'marks' for update) o
    where j.id = ${journalId}`;
  return told;
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
  { reply: wanted, before, marks, added: given = [] }: Rewriting,
  { key, ...more }: Errand,
): Promise<void> {
  const reply = structuredClone(wanted);
  const without = buttonsOf(reply).filter(({ id }) => id === undefined);
  for (const button of without) button.id = random();
  const added = [...without, ...given];
  const kept = { ...(before && { before }), ...(marks && { marks }) };
  const errand: Payload = { kind: 'edit', of: told.id, ...more };
  const { conversationId } = told;
  // an edit that waits goes to the end then: where the message cannot be changed, its words belong behind what was said since
  const speaks = more.instead !== undefined;
  await tx`
    with written as (
      update outbox set conversation_id = ${conversationId}, payload = (payload - 'before' - 'marks') || ${tx.json({ reply, ...kept })}::jsonb,
        receipt_of = coalesce(${reply.receiptOf ?? null}, receipt_of)
      where id = ${told.id}
      returning id, channel, address, state, conversation_id, case when external_id is null then priority else 1 end as priority
    ) ${keeping(tx, added, { conversationId, on: tx`written.id from written` })}, joined as (
      update outbox set run_at = clock_timestamp(),
        ${speaks ? tx`idempotency_key = ${key}, payload = ${tx.json(errand)}` : tx`payload = payload`}
      where waits and payload ->> 'kind' = 'edit' and payload ->> 'of' = ${told.id}
        and not (${speaks}::boolean and payload ? 'instead')
      returning id
    )
    insert into outbox (channel, address, audience, idempotency_key, payload, conversation_id, priority)
    select channel, address, 'owner', ${key}, ${tx.json(errand)}, conversation_id, priority from written
    where (state in ('sending', 'sent', 'unknown') or ${speaks}::boolean and state <> 'queued')
      and not exists (select from joined)
    on conflict (idempotency_key) do nothing`;
}
