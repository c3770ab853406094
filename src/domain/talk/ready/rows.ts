import type { Fragment, Sql, Tx } from '../../../db/sql.ts';
import type { Locale } from '../../../text/locale.ts';

/** What it answers: that it is closed, what is often asked, how an order stands. */
export const KINDS = ['hours', 'faq', 'order'] as const;
export type ReadyKind = (typeof KINDS)[number];

/** Why one that was to leave by itself has not. */
export type WhyStays =
  | 'off'
  | 'away'
  | 'open'
  | 'answered'
  | 'back'
  | 'snoozed'
  | 'edited'
  | 'more'
  | 'blocked'
  | 'already'
  | 'late'
  | 'unreachable'
  | 'changed'
  | 'upset'
  | 'refused'
  | 'talked';

/** An answer that lies ready for a customer's message. */
export interface Ready {
  id: string;
  messageId: string;
  conversationId: string;
  kind: ReadyKind;
  name: string | null;
  text: string;
  locale: Locale;
  state: 'proposed' | 'waiting' | 'sent' | 'given' | 'stopped' | 'taken';
  /** Why it is not to leave by itself any more, where it was to. */
  why: WhyStays | null;
  dueAt: Date | null;
  opensAt: Date | null;
  madeAt: Date;
}

const columns = (sql: Sql): Fragment => sql`
  r.id, r.message_id as "messageId", r.conversation_id as "conversationId", r.kind, r.name, r.text, r.locale, r.state, r.why,
  r.due_at as "dueAt", r.opens_at as "opensAt", r.made_at as "madeAt"`;

export type ReadyDraft = Pick<Ready, 'messageId' | 'conversationId' | 'kind' | 'text' | 'locale'> &
  Partial<Pick<Ready, 'name' | 'dueAt' | 'opensAt'>>;

/** Kept once for each message and kind; to one message at most one ever leaves by itself (`dueAt`), whoever prepares it again. */
export async function keepReady(tx: Tx, draft: ReadyDraft, now: Date): Promise<void> {
  const { messageId, conversationId, kind, text, locale, name = null, dueAt = null, opensAt = null } = draft;
  await tx`
    insert into ready_answers (message_id, conversation_id, kind, name, text, locale, state, due_at, opens_at, made_at)
    values (
      ${messageId}, ${conversationId}, ${kind}, ${name}, ${text}, ${locale}, ${dueAt ? 'waiting' : 'proposed'}, ${dueAt}, ${opensAt}, ${now}
    )
    on conflict do nothing`;
}

/** What was to be answered is said otherwise now: what nobody has decided on is as the new words have it, and nothing where they have none. */
export async function keepAnew(tx: Tx, messageId: string, drafts: readonly ReadyDraft[], now: Date): Promise<void> {
  const open = tx`message_id = ${messageId} and (state = 'waiting' or state = 'proposed' and why is null)`;
  const kinds = drafts.map(({ kind }) => kind);
  await tx`delete from ready_answers where ${open} and kind <> all((select ${kinds}::text[])::text[])`;
  for (const draft of drafts) {
    const { kind, text, locale, name = null, dueAt = null, opensAt = null } = draft;
    await tx`
      update ready_answers set text = ${text}, locale = ${locale}, name = ${name}, opens_at = ${opensAt}, made_at = ${now}, due_at = ${dueAt},
        state = ${dueAt ? 'waiting' : 'proposed'} where ${open} and kind = ${kind}`;
    await keepReady(tx, draft, now);
  }
}

/** What waits to leave by itself to this message, locked. */
export async function waitingTo(
  tx: Tx,
  messageId: string,
): Promise<Pick<Ready, 'id' | 'kind' | 'messageId'> | undefined> {
  const [row] = await tx<Pick<Ready, 'id' | 'kind' | 'messageId'>>`
    select id, kind, message_id as "messageId" from ready_answers where message_id = ${messageId} and state = 'waiting' for update`;
  return row;
}

export async function loadReady(sql: Sql, ids: readonly string[]): Promise<Ready[]> {
  return sql<Ready>`select ${columns(sql)} from ready_answers r where r.id = any((select ${[...ids]}::text[])::bigint[]) order by r.id`;
}

/** What lies ready for these messages. */
export async function readyOf(sql: Sql, messageIds: readonly string[]): Promise<Ready[]> {
  return sql<Ready>`
    select ${columns(sql)} from ready_answers r
    where r.message_id = any((select ${[...messageIds]}::text[])::bigint[]) order by r.id`;
}

/** Locked until the transaction ends. */
export async function lockReady(tx: Tx, id: string): Promise<Ready | undefined> {
  const [ready] = await tx<Ready>`select ${columns(tx)} from ready_answers r where r.id = ${id} for update`;
  return ready;
}

export async function settle(
  { tx, now }: { tx: Tx; now: Date },
  id: string,
  state: Ready['state'],
  why: WhyStays | null = null,
): Promise<void> {
  await tx`update ready_answers set state = ${state}, why = ${why}, settled_at = ${now} where id = ${id}`;
}

/** Those whose time has come, locked, a few at a time. */
export async function takeDue(tx: Tx, now: Date, most: number): Promise<Ready[]> {
  return tx<Ready>`
    select ${columns(tx)} from ready_answers r
    where r.state = 'waiting' and r.due_at <= ${now} order by r.due_at, r.id limit ${most} for update skip locked`;
}

/** Nothing that waits leaves by itself any more: what answers a question goes on being proposed. Gives what stays so. */
export async function stopWaiting({ tx, now }: { tx: Tx; now: Date }, kinds: readonly ReadyKind[], name?: string) {
  return tx<Pick<Ready, 'id' | 'messageId'>>`
    update ready_answers set state = case kind when 'hours' then 'stopped' else 'proposed' end, why = 'off', settled_at = ${now}
    where state = 'waiting' and kind = any((select ${[...kinds]}::text[])::text[]) ${name === undefined ? tx`` : tx`and name = ${name}`}
    returning id, message_id as "messageId"`;
}

/** How many have left by themselves since then, of each kind; and how many wait. */
export async function countSent(sql: Sql, since: Date): Promise<Record<ReadyKind | 'waiting', number>> {
  const [row] = await sql<Record<ReadyKind | 'waiting', number>>`
    select (count(*) filter (where kind = 'hours'))::int as hours, (count(*) filter (where kind = 'faq'))::int as faq,
      (count(*) filter (where kind = 'order'))::int as "order",
      (select count(*)::int from ready_answers where state = 'waiting' and due_at is not null) as waiting
    from ready_answers where state = 'sent' and settled_at > ${since}`;
  return row!;
}
