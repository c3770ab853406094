import type { Fragment, Tx } from '../db/sql.ts';
import type { NewsOrder, Shown } from '../domain/card.ts';
import { type Button, buttonsOf } from '../domain/reply.ts';
import type { OutboxMessage, Payload } from './message.ts';

export type Draft = Pick<OutboxMessage, 'channel' | 'address' | 'audience' | 'idempotencyKey' | 'payload'> & {
  conversationId?: string | null;
  messageId?: string | null;
  /** Not before so many seconds from now, by the database's clock, for that is the one that lets it go. */
  delaySeconds?: number;
  /** A notice that may wait leaves then, and what is due sooner overtakes it; every other message keeps its place in the chat. */
  quietUntil?: Date;
  /** It leaves at its time, which matters to nobody: what is due sooner overtakes it. */
  yields?: boolean;
  /** Told unasked: what the owner has asked for overtakes it. What is sent to customers keeps its order. */
  unasked?: boolean;
  /** Whose words are on it. */
  showsContact?: string | undefined;
  /** The messages on it: what comes while it waits can be shown with them. */
  shows?: Shown[];
  /** Of a card about orders: what comes while it waits can be told with it. `sums` in minor units by currency. */
  news?: { kind: string; count: number; sums: Record<string, string>; orders: NewsOrder[] };
  /** Of which kind any other notice is, and whose. */
  notice?: { kind: string; of: string };
};

/** The smaller one goes first in its chat. */
function priorityOf({ audience, payload, quietUntil, yields, unasked }: Draft): number {
  if (payload.kind === 'button_answer' || payload.kind === 'form' || payload.kind === 'event') return 0;
  if (quietUntil || yields) return 3;
  return audience === 'owner' && !unasked ? 1 : 2;
}

/**
 * The only insert into the outbox: what is enqueued commits or vanishes with the transaction that decided it.
 * A key that is already there is the same message: nothing is added and its id is returned.
 */
export async function enqueue(tx: Tx, random: () => string, draft: Draft): Promise<string> {
  const { payload, added } = withButtonIds(random, draft);
  const [row] = await tx<{ id: string }>`
    with told as (
      insert into outbox (channel, address, audience, idempotency_key, payload, conversation_id, message_id, quiet,
        priority, shows_contact, shows, shows_news, shows_count, shows_sums, shows_orders, shows_kind, shows_of, receipt_of, run_at)
      values (
        ${draft.channel}, ${draft.address}, ${draft.audience}, ${draft.idempotencyKey}, ${tx.json(payload)},
        ${draft.conversationId ?? null}, ${draft.messageId ?? null}, ${draft.quietUntil !== undefined},
        ${priorityOf(draft)}, ${draft.showsContact ?? null}, ${draft.shows ? tx.json(draft.shows) : null},
        ${draft.news?.kind ?? null}, ${draft.news?.count ?? 1}, ${draft.news ? tx.json(draft.news.sums) : null},
        ${draft.news ? tx.json(draft.news.orders) : null},
        ${draft.notice?.kind ?? null}, ${draft.notice?.of ?? null}, ${receiptIn(payload)},
        coalesce(${draft.quietUntil ?? null}::timestamptz, now() + ${draft.delaySeconds ?? 0} * interval '1 s')
      )
      on conflict (idempotency_key) do update set idempotency_key = excluded.idempotency_key
      returning id
    ) ${keeping(tx, added, { conversationId: draft.conversationId ?? null, on: tx`told.id from told` })}
    select id from told`;
  return row!.id;
}

/**
 * News that another card tells: only their keys are kept, so that none is told once more. They stand before that card, which
 * `cancelShown` then names; returns their ids.
 */
export async function enqueueShown(
  tx: Tx,
  kind: string,
  drafts: readonly Pick<Draft, 'channel' | 'address' | 'audience' | 'idempotencyKey'>[],
): Promise<string[]> {
  if (drafts.length === 0) return [];
  const payload: Payload = { kind: 'message', reply: {} };
  const rows = await tx<{ id: string }>`
    insert into outbox (channel, address, audience, idempotency_key, payload, state, shows_news)
    select channel, address, audience, "idempotencyKey", ${tx.json(payload)}, 'cancelled', ${kind}
    from jsonb_to_recordset(${tx.json(drafts)}) as d (channel text, address text, audience text, "idempotencyKey" text)
    on conflict (idempotency_key) do nothing
    returning id`;
  return rows.map(({ id }) => id);
}

/** They are told on another card, and do not leave. */
export async function cancelShown(tx: Tx, ids: string[], shownBy: string): Promise<void> {
  await tx`
    update outbox set state = 'cancelled', shown_by = ${shownBy}
    where id = any((select ${ids}::bigint[])::bigint[]) and id <> ${shownBy}`;
}

const receiptIn = (payload: Payload): string | null =>
  (payload.kind === 'message' ? payload.reply.receiptOf : null) ?? null;

/** A platform's button holds 64 bytes: the command stays here, the button carries a short id. `added`: those that are to be kept. */
export function withButtonIds(
  random: () => string,
  draft: Pick<Draft, 'payload'>,
): { payload: Payload; added: Button[] } {
  if (!('reply' in draft.payload)) return { payload: draft.payload, added: [] };
  const reply = structuredClone(draft.payload.reply);
  const added = buttonsOf(reply);
  for (const button of added) button.id = random();
  return { payload: { ...draft.payload, reply }, added };
}

/** The part of a `with` that keeps the commands of these buttons; `on`: the message they are on, and where that is known from. */
export function keeping(
  tx: Tx,
  buttons: readonly Button[],
  { conversationId, on }: { conversationId: string | null; on: Fragment },
): Fragment {
  if (buttons.length === 0) return tx``;
  const rows = buttons.map(({ id, command, form = false, typed = false, turns = false, goesTo = null }) => {
    return { id, command, form, typed, turns, goes_to: goesTo };
  });
  return tx`, kept as (
    insert into buttons (id, command, form, typed, turns, goes_to, conversation_id, outbox_id)
    select b.id, b.command, b.form, b.typed, b.turns, b.goes_to, ${conversationId}::bigint, ${on},
      jsonb_to_recordset(${tx.json(rows)}) as b (id text, command text, form boolean, typed boolean, turns boolean, goes_to jsonb)
  )`;
}
