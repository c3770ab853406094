import { countUpTo } from '../../db/count.ts';
import type { Tx } from '../../db/sql.ts';
import { dropCard, hasWords, rewriteCard } from '../../outbox/change.ts';
import { type Draft, enqueue } from '../../outbox/enqueue.ts';
import type { Locale } from '../../text/locale.ts';
import { type Texts, texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import type { Context } from '../context.ts';
import { type Folding, foldingOf, type Notice } from '../owner/notice.ts';
import type { Item, Reply } from '../reply.ts';
import { withRecipients } from '../talk/answer_way.ts';
import { blockButton } from './card_words.ts';

/** When so many of a kind and source have left within a minute, the next ones wait for its end, and are told together. */
const AT_ONCE = 4;
/** This many that wait for another reason are told together too. */
const TOO_MANY = 8;
const FLOOD_SECONDS = 60;
/** How many the card shows; all of them are a tap away. */
const MOST_SHOWN = 5;
const WORDS_GRAPHEMES = 160;

/** A notice that is told alone. */
export type NoticeDraft = Draft & { payload: { kind: 'message'; reply: Reply } };

interface Waiting {
  id: string;
  count: number;
  conversationId: string | null;
}

/** One of several told together. */
export interface Member {
  id: string;
  reply: Reply;
}

/**
 * Enqueues a notice: alone, or in a flood on one card with those of its kind and source that wait. Each keeps a row of its own, with all
 * its words and buttons, so that each can be shown.
 */
export async function tellNotice(ctx: Context, locale: Locale, draft: NoticeDraft, notice: Notice): Promise<void> {
  const folding = foldingOf(notice);
  if (!folding) return void (await enqueue(ctx.tx, ctx.random, draft));
  const { waiting, flood, told } = await look(ctx.tx, draft, folding);
  if (told) return;
  const row = { ...draft, notice: folding, ...(flood && held(draft)) };
  const id = await enqueue(ctx.tx, ctx.random, row);
  if (waiting.length + 1 < (flood ? 2 : TOO_MANY) && !waiting.some(isTogether)) return;
  const fresh = { id, count: 1, conversationId: draft.conversationId ?? null };
  await together(ctx, locale, row, [...waiting, fresh], notice);
}

/** A notice of a flood leaves when its minute is over, and nothing else has to wait for it. */
const held = ({ delaySeconds = 0 }: Draft) => ({ yields: true, delaySeconds: Math.max(FLOOD_SECONDS, delaySeconds) });

const isTogether = ({ count }: Waiting): boolean => count > 1;

/** Puts them on the card that shows several; makes that card if there is none. */
async function together(
  ctx: Context,
  locale: Locale,
  draft: NoticeDraft & { notice: { kind: Folding; of: string } },
  cards: Waiting[],
  notice: Notice,
): Promise<void> {
  const { tx, random } = ctx;
  const several = cards.filter(isTogether);
  const count = cards.reduce((sum, card) => sum + card.count, 0);
  const ids = [...new Set(cards.map(({ conversationId }) => conversationId))];
  const conversationId = ids.length === 1 ? ids[0]! : null;
  const { members, hidden } = await lastMembers(
    tx,
    cards.map(({ id }) => id),
  );
  const payload = {
    kind: 'message' as const,
    reply: await withRecipients(
      tx,
      togetherCard(texts(locale), draft.notice.kind, { count: count - hidden, members, contactId: notice.contactId }),
      conversationId,
    ),
  };
  const key = `together:${draft.idempotencyKey}`;
  const card =
    several[0]?.id ??
    (await enqueue(tx, random, {
      ...ofNobody(draft),
      ...{ payload: { ...payload, reply: {} }, idempotencyKey: key, conversationId },
    }));
  const taken = [card, ...cards.map(({ id }) => id).filter((id) => id !== card)];
  await rewriteCard(tx, random, taken, { payload, conversationId, count, atOnce: !draft.quietUntil, delaySeconds: 0 });
  if (several.length > 1) await tx`update outbox set shown_by = ${card} where shown_by = any(${taken.slice(1)})`;
}

/** Of messages of several people: whose they are, and which, stands on their own rows. */
function ofNobody({ shows, showsContact, ...draft }: NoticeDraft): Draft {
  return { ...draft, ...(!shows && { showsContact }) };
}

/** The last of those that these cards are or show and that may be seen, oldest first; and how many may not. */
async function lastMembers(tx: Tx, ids: string[]): Promise<{ members: Member[]; hidden: number }> {
  const rows = await tx<Member & { hidden: number }>`
    select id, payload -> 'reply' as reply, (
      -- from the blocked, who are few: without statistics all that the cards show was read through instead
      select count(*)::int from contacts c
      cross join lateral (select from outbox where shows_contact = c.id and shown_by + 0 = any(${ids}::bigint[]) offset 0) of_them
      where c.blocked_at is not null
    ) as hidden
    from (
      select id, payload from outbox where id = any(${ids}) and shows_count = 1
      union all
      select on_card.* from unnest((select ${ids}::bigint[])) as card (id) cross join lateral (
        select id, payload from outbox where shown_by = card.id and not ${isHidden(tx)} order by outbox.id + 0 desc limit ${MOST_SHOWN}
      ) on_card
    ) member order by id desc limit ${MOST_SHOWN}`;
  return { members: rows.map(({ hidden: _, ...member }) => member).reverse(), hidden: rows[0]?.hidden ?? 0 };
}

/** A card that waits to tell of many people's notices together, or was dropped. */
export interface CardOfMany extends Waiting {
  channel: string;
  address: string;
  kind: Folding;
}

/** Those on which something is told of this contact, locked; those that were dropped too, if asked for. */
export async function cardsOfMany(tx: Tx, contactId: string, dropped: boolean): Promise<CardOfMany[]> {
  return tx<CardOfMany>`
    select id, channel, address, shows_kind as kind, shows_count as count, conversation_id as "conversationId" from outbox
    where id in (select shown_by from outbox where shows_contact = ${contactId} and shown_by is not null)
      and shows_contact is null and shows_kind is not null
      and (waits and attempts = 0 or ${dropped} and state = 'cancelled' and shown_by is null and ${hasWords(tx)})
    order by outbox.id + 0 for update`;
}

/** Somebody on it has been blocked, or is heard again: it tells of those who may be seen now, or is dropped. */
export async function tellOfManyAnew({ tx, random }: Context, t: Texts, card: CardOfMany): Promise<void> {
  const { members, hidden } = await lastMembers(tx, [card.id]);
  if (members.length === 0) return dropCard(tx, card.id);
  const { kind, count, conversationId } = card;
  const told = togetherCard(t, kind, { count: count - hidden, members, contactId: undefined });
  const payload = { kind: 'message' as const, reply: await withRecipients(tx, told, conversationId) };
  await rewriteCard(tx, random, [card.id], { payload, conversationId, count, atOnce: false, delaySeconds: 0 });
}

/** How many, the newest of them, and the way to all. */
function togetherCard(
  t: Texts,
  kind: Folding,
  { count, members, contactId }: { count: number; members: Member[]; contactId: string | undefined },
): Reply {
  const all = { label: t.button.showAll, command: `/told all o${members.at(-1)!.id}` };
  return {
    title: t.notices.together[kind](count),
    lists: [{ items: members.map((member) => memberItem(t, member)) }],
    buttons: [[all, ...(contactId ? [blockButton(t, contactId)] : [])]],
    ...(count > members.length && { hint: t.notices.lastOnly(members.length) }),
  };
}

/** A notice on a line; at a tap it is shown as it would have been told alone. */
export function memberItem(t: Texts, { id, reply }: Member): Item {
  const { title, text, quote, person } = reply;
  const [first, ...more] = [title, text, quote].flatMap((words) => words?.replace(/\s+/g, ' ').trim() || []);
  return {
    text: truncate(first ?? '', WORDS_GRAPHEMES),
    ...(more.length > 0 && { detail: truncate(more.join(' · '), WORDS_GRAPHEMES) }),
    ...(person && { contactId: person.contactId }),
    buttons: [{ label: t.button.show, command: `/told o${id}` }],
  };
}

/** What shows somebody's words, and they have been blocked since. */
const isHidden = (tx: Tx) =>
  tx`exists (select from contacts c where c.id = shows_contact and c.blocked_at is not null)`;

/** Those told on one card with this one, newest first. */
export async function toldWith(tx: Tx, id: string, limit: number, offset: number): Promise<Member[]> {
  return tx<Member>`
    select id, payload -> 'reply' as reply ${fromToldWith(tx, id)}
    order by id + 0 desc limit ${limit} offset ${offset}`;
}

/** How many those are, counted up to `most`. */
export async function countToldWith(tx: Tx, id: string, most: number): Promise<number> {
  const [row] = await tx<{ count: number }>`select ${countUpTo(tx, fromToldWith(tx, id), most)} as count`;
  return row!.count;
}

const fromToldWith = (tx: Tx, id: string) => tx`
  from outbox
  where shown_by = (select shown_by from outbox where id = ${id} and shows_kind is not null) and ${hasWords(tx)} and not ${isHidden(tx)}`;

/** One that was told together with others, as it would have been told alone. */
export async function toldOne(tx: Tx, id: string): Promise<(Member & { conversationId: string | null }) | undefined> {
  const [row] = await tx<Member & { conversationId: string | null }>`
    select id, payload -> 'reply' as reply, conversation_id as "conversationId" from outbox
    -- + 0: the id finds it; an index of what was told together would be walked through while statistics know of none
    where id = ${id} and shown_by + 0 is not null and shows_kind || '' is not null and ${hasWords(tx)} and not ${isHidden(tx)}`;
  return row;
}

/** What waits of the same kind and source, locked; what somebody holds is about to leave, and does not count. */
async function look(
  tx: Tx,
  { channel, address, idempotencyKey }: Draft,
  { kind, of }: { kind: Folding; of: string },
): Promise<{ waiting: Waiting[]; flood: boolean; told: boolean }> {
  const same = tx`channel = ${channel} and address = ${address} and shows_kind = ${kind} and shows_of = ${of}`;
  const [row] = await tx<{ waiting: Waiting[]; flood: boolean; told: boolean }>`
    with waiting as materialized (
      select id::text, shows_count as count, conversation_id::text as "conversationId" from outbox
      -- no index of the queue may seem the shorter way while statistics are older than a flood
      where case when waits then shows_kind end = ${kind} and shows_of = ${of} and attempts = 0
        and channel || '' = ${channel} and address || '' = ${address}
      order by outbox.id + 0 for update skip locked
    ), last as materialized (
      select state, created_at from outbox where ${same} order by id + 0 desc limit ${AT_ONCE + TOO_MANY}
    )
    select coalesce((select json_agg(waiting order by id::bigint) from waiting), '[]') as waiting,
      (
        select count(*) from last
        where state <> 'queued' and created_at > now() - ${FLOOD_SECONDS}::int * interval '1 s'
      ) >= ${AT_ONCE}::int as flood,
      exists (select from outbox where idempotency_key = ${idempotencyKey}) as told`;
  return row!;
}
