import type { Sql } from '../../db/sql.ts';
import type { Attachment } from '../attachment.ts';
import { type NotDelivered, notDelivered } from '../delivery.ts';
import type { Purpose } from '../people/consent.ts';
import { type Fate, fate, isShown, otherWriter } from '../shown.ts';

/** Words. */
export type SaidKind = 'in' | 'out' | 'automatic' | 'note' | 'call' | 'visit';

/** Everything but words. */
export type EventKind =
  | 'order'
  | 'sent'
  | 'arrived'
  | 'lead'
  | 'lead_reopened'
  | 'won'
  | 'lost'
  | 'quoted'
  | 'quote_opened'
  | 'quote_accepted'
  | 'quote_declined'
  | 'invoice'
  | 'contract'
  | 'contract_ended'
  | 'ticket'
  | 'ticket_joined'
  | 'ticket_reopened'
  | 'resolved'
  | 'rated'
  | 'feedback'
  | 'done'
  | 'merged'
  | 'parted'
  | 'agreed'
  | 'revoked'
  | 'reported'
  | 'campaign'
  | 'gone'
  | 'back';

/** One thing that happened with a contact. */
export interface Happening {
  kind: SaidKind | EventKind;
  id: string;
  at: Date;
  /** Words, a title, a number, a name: the first `LONGEST_TEXT` characters. */
  text: string;
  /** What came with a message. */
  files: Attachment[] | null;
  /** Of a message. */
  channel: string | null;
  /** Who wrote it, where that is not the contact; else ''. */
  by: string;
  /** Of what they wrote in a thread of somebody else: whose; else ''. */
  among: string;
  notDelivered: NotDelivered | null;
  /** Of a message: what has become of it. */
  fate: Fate | null;
  /** Of an order: what was written with it; else ''. */
  written: string;
  /** Of what somebody agreed to: for what that is. */
  purposes: Purpose[] | null;
  /** Of a rating. */
  score: number | null;
  /** Of a ticket: why help was asked for, as the owner calls it, or the number of the one that it went on with; else ''. */
  about: string;
  amountMinor: string | null;
  currency: string | null;
  cursor: string;
}

/** Up to where a page goes, and in which direction on: pages stay what they are when new things happen. */
export interface Position {
  side: 'older' | 'newer';
  /** `<microseconds since 1970>-<rank>-<id>`; '' is the end of time. */
  cursor: string;
}

const LONGEST_TEXT = 1000;

/** Reads a cursor as a button writes it. */
export const CURSOR = /^(\d{1,16})-(\d{1,2})-(\d{1,18})$/;

/**
 * What happened with a contact on one side of a position, nearest first. Each conversation gives its own few newest from its
 * index and nothing is read whole but what is shown, so a page costs the same however long the story is.
 */
export async function happenings(sql: Sql, contactId: string, position: Position, limit: number): Promise<Happening[]> {
  const { before, order } = bounds(sql, position);
  return sql<Happening>`
    with happening (rank, kind, id, at, text, amount_minor, currency) as (
      select 8, null::text, m.id, m.occurred_at, null::text, null::bigint, null::text
      from conversations v cross join lateral (
        select id, occurred_at from messages m
        where m.conversation_id = v.id and ${isShown(sql, sql`m`)} and ${before(sql`m.occurred_at`, 8, sql`m.id`)}
        order by m.occurred_at ${order}, m.id ${order} limit ${limit}
      ) m
      where v.contact_id = ${contactId}
      union all
      select 8, null, m.id, m.occurred_at, null, null, null
      from contact_identities i cross join lateral (
        select m.id, m.occurred_at from messages m join conversations v on v.id = m.conversation_id
        where m.author = i.address and m.direction = 'in' and v.channel = i.channel and v.contact_id <> ${contactId}
          and ${isShown(sql, sql`m`)} and ${before(sql`m.occurred_at`, 8, sql`m.id`)}
        order by m.occurred_at ${order}, m.id ${order} limit ${limit}
      ) m
      where i.contact_id = ${contactId}
      union all (
        select 1, 'order', id, placed_at, number, total_minor, currency from orders
        where contact_id = ${contactId} and not test and ${before(sql`placed_at`, 1, sql`id`)}
        order by placed_at ${order}, id ${order} limit ${limit}
      )
      union all
      select 9, 'sent', s.id, s.shipped_at, o.number, null, null
      from orders o join shipments s on s.connection_id = o.connection_id and s.order_external_id = o.external_id
      where o.contact_id = ${contactId} and not o.test and s.shipped_at is not null and s.state <> 'cancelled'
        and ${before(sql`s.shipped_at`, 9, sql`s.id`)}
      union all
      select 10, 'arrived', s.id, s.delivered_at, o.number, null, null
      from orders o join shipments s on s.connection_id = o.connection_id and s.order_external_id = o.external_id
      where o.contact_id = ${contactId} and not o.test and s.state = 'delivered' and s.delivered_at is not null
        and ${before(sql`s.delivered_at`, 10, sql`s.id`)}
      union all
      select 2, 'lead', id, created_at, title, amount_minor, currency from leads
      where contact_id = ${contactId} and ${before(sql`created_at`, 2, sql`id`)}
      union all
      select 3, stage, id, closed_at, title, amount_minor, currency from leads
      where contact_id = ${contactId} and closed_at is not null and ${before(sql`closed_at`, 3, sql`id`)}
      union all
      -- as it was closed before it was opened again
      select 22, b.stage, b.id, b.at, b.title, null, null
      from (
        select h.id, h.at, h.stage, l.title, lead(h.stage) over (partition by h.lead_id order by h.at, h.id) as next
        from leads l join stage_changes h on h.lead_id = l.id where l.contact_id = ${contactId}
      ) b
      where b.stage in ('won', 'lost') and b.next not in ('won', 'lost') and ${before(sql`b.at`, 22, sql`b.id`)}
      union all
      select 23, 'lead_reopened', b.id, b.at, b.title, null, null
      from (
        select h.id, h.at, h.stage, l.title, lag(h.stage) over (partition by h.lead_id order by h.at, h.id) as last
        from leads l join stage_changes h on h.lead_id = l.id where l.contact_id = ${contactId}
      ) b
      where b.stage not in ('won', 'lost') and b.last in ('won', 'lost') and ${before(sql`b.at`, 23, sql`b.id`)}
      union all
      select 17, 'quoted', q.id, q.issued_at, q.number, q.total_minor, q.currency
      from leads l join quotes q on q.lead_id = l.id
      where l.contact_id = ${contactId} and q.issued_at is not null and q.state <> 'draft' and ${before(sql`q.issued_at`, 17, sql`q.id`)}
      union all
      select 18, 'quote_' || q.state, q.id, q.decided_at, q.number, q.total_minor, q.currency
      from leads l join quotes q on q.lead_id = l.id
      where l.contact_id = ${contactId} and q.decided_at is not null and q.state in ('accepted', 'declined')
        and ${before(sql`q.decided_at`, 18, sql`q.id`)}
      union all
      select 26, 'quote_opened', q.id, q.opened_at, q.number, null, null
      from leads l join quotes q on q.lead_id = l.id
      where l.contact_id = ${contactId} and q.opened_at is not null and ${before(sql`q.opened_at`, 26, sql`q.id`)}
      union all
      select 27, 'invoice', i.id, i.created_at, i.number, o.total_minor, o.currency
      from orders o join invoices i on i.order_id = o.id
      where o.contact_id = ${contactId} and ${before(sql`i.created_at`, 27, sql`i.id`)}
      union all
      select 19, 'contract', id, created_at, title, value_minor, currency from contracts
      where contact_id = ${contactId} and ${before(sql`created_at`, 19, sql`id`)}
      union all
      select 20, 'contract_ended', id, ended_on::timestamptz, title, null, null from contracts
      where contact_id = ${contactId} and ended_on is not null and ${before(sql`ended_on::timestamptz`, 20, sql`id`)}
      union all
      select 4, 'ticket', id, created_at, title, null, null from tickets
      where contact_id = ${contactId} and ${before(sql`created_at`, 4, sql`id`)}
      union all
      select 5, case when merged_into_id is null then 'resolved' else 'ticket_joined' end, id, resolved_at, title, null, null from tickets
      where contact_id = ${contactId} and resolved_at is not null and ${before(sql`resolved_at`, 5, sql`id`)}
      union all
      select 24, 'resolved', b.id, b.at, b.title, null, null
      from (
        select s.id, s.at, s.state, t.title, lead(s.state) over (partition by s.ticket_id order by s.at, s.id) as next
        from tickets t join ticket_states s on s.ticket_id = t.id where t.contact_id = ${contactId}
      ) b
      where b.state = 'resolved' and b.next <> 'resolved' and ${before(sql`b.at`, 24, sql`b.id`)}
      union all
      select 25, 'ticket_reopened', b.id, b.at, b.title, null, null
      from (
        select s.id, s.at, s.state, t.title, lag(s.state) over (partition by s.ticket_id order by s.at, s.id) as last
        from tickets t join ticket_states s on s.ticket_id = t.id where t.contact_id = ${contactId}
      ) b
      where b.state <> 'resolved' and b.last = 'resolved' and ${before(sql`b.at`, 25, sql`b.id`)}
      union all
      select 16, 'rated', id, rated_at, words, null, null from ratings
      where contact_id = ${contactId} and rated_at is not null and ${before(sql`rated_at`, 16, sql`id`)}
      union all
      select 21, 'feedback', id, created_at, text, null, null from feedback
      where contact_id = ${contactId} and message_id is null and ${before(sql`created_at`, 21, sql`id`)}
      union all
      select 6, 'done', id, done_at, title, null, null from tasks
      where contact_id = ${contactId} and done_at is not null and ${before(sql`done_at`, 6, sql`id`)}
      union all
      select 7, kind, id, created_at, name, null, null from contact_moves
      where contact_id = ${contactId} and ${before(sql`created_at`, 7, sql`id`)}
      union all
      select 13, 'agreed', id, confirmed_at, address, null, null from consents
      where contact_id = ${contactId} and confirmed_at is not null and ${before(sql`confirmed_at`, 13, sql`id`)}
        and not exists (
          select from consents e where e.contact_id = ${contactId} and e.address = consents.address
            and e.confirmed_at = consents.confirmed_at and e.id < consents.id
        )
      union all
      select 12, 'revoked', id, withdrawn_at, address, null, null from consents
      where contact_id = ${contactId} and confirmed_at is not null and withdrawn_at is not null and ${before(sql`withdrawn_at`, 12, sql`id`)}
        and not exists (
          select from consents e where e.contact_id = ${contactId} and e.address = consents.address and e.confirmed_at is not null
            and e.withdrawn_at = consents.withdrawn_at and e.id < consents.id
        )
      union all
      select 14, case s.reason when 'complained' then 'reported' else 'revoked' end, min(s.id), s.at, i.address, null, null
      from contact_identities i cross join suppression_keys k
      join suppressions s on s.hash = suppression_hash(k.inner_pad, k.outer_pad, i.channel, i.address)
      where i.contact_id = ${contactId} and s.reason in ('complained', 'unsubscribed') and not exists (
        select from consents e where e.contact_id = ${contactId} and e.channel = i.channel and e.address = i.address and e.withdrawn_at = s.at
      )
      group by s.reason, s.at, i.address having ${before(sql`s.at`, 14, sql`min(s.id)`)}
      union all (
        select 15, 'campaign', d.id, d.sent_at, c.name, null, null
        from campaign_deliveries d join campaigns c on c.id = d.campaign_id
        where d.contact_id = ${contactId} and d.state = 'sent' and d.sent_at is not null and ${before(sql`d.sent_at`, 15, sql`d.id`)}
        order by d.sent_at ${order}, d.id ${order} limit ${limit}
      )
      union all
      select 11, kind, id, at, reason, null, null from churn_marks
      where contact_id = ${contactId} and kind <> 'snoozed' and ${before(sql`at`, 11, sql`id`)}
    ), page as materialized (
      select * from happening order by happening.at ${order}, rank ${order}, id ${order} limit ${limit}
    )
    select coalesce(p.kind, calls.kind, case when m.automatic then 'automatic' else m.direction end) as kind, p.id, p.at,
      coalesce(p.text, left(coalesce(nullif(m.text, ''), m.subject, ''), ${LONGEST_TEXT})) as text, m.attachments as files, v.channel,
      case when v.contact_id = ${contactId} then ${otherWriter(sql)} else '' end as by,
      case when v.contact_id <> ${contactId} then (select coalesce(nullif(name, ''), v.address) from contacts where id = v.contact_id) else '' end as among,
      case when m.direction = 'out' then ${notDelivered(sql, sql`m.id`)} end as "notDelivered", ${fate(sql, sql`m.edits`)} as fate,
      case when p.kind = 'order' then coalesce((select left(order_text(words), ${LONGEST_TEXT}) from orders where id = p.id), '') else '' end as written,
      case when p.kind = 'agreed' then (
        select array_agg(e.purpose) from consents e where e.contact_id = ${contactId} and e.address = p.text and e.confirmed_at = p.at
      ) end as purposes,
      case when p.kind = 'rated' then (select score from ratings where id = p.id) end as score,
      case p.kind
        when 'ticket' then coalesce((select c.name from tickets t join causes c on c.id = t.cause_id where t.id = p.id), '')
        when 'ticket_joined' then coalesce((select '#' || o.number from tickets t join tickets o on o.id = t.merged_into_id where t.id = p.id), '')
        else ''
      end as about,
      p.amount_minor as "amountMinor", p.currency,
      (extract(epoch from p.at) * 1000000)::bigint || '-' || p.rank || '-' || p.id as cursor
    from page p
    left join messages m on p.rank = 8 and m.id = p.id
    left join conversations v on v.id = m.conversation_id
    left join calls on p.rank = 8 and m.direction = 'note' and calls.message_id = m.id
    order by p.at ${order}, p.rank ${order}, p.id ${order}`;
}

type Fragment = ReturnType<Sql['unsafe']>;

/** Where a branch begins: by time, then by the branch's rank, then by id, so that no two happenings share a place. */
function bounds(sql: Sql, { side, cursor }: Position) {
  const [, micros, rank, id] = CURSOR.exec(cursor) ?? [];
  const at = micros
    ? sql`timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond'`
    : sql`timestamptz 'infinity'`;
  const place = sql`(${at}, ${Number(rank ?? 0)}::int, ${id ?? '0'}::bigint)`;
  const before = (time: Fragment, branch: number, row: Fragment) =>
    side === 'older'
      ? sql`${time} <= ${at} and (${time}, ${branch}::int, ${row}) < ${place}`
      : sql`${time} >= ${at} and (${time}, ${branch}::int, ${row}) > ${place}`;
  return { before, order: side === 'older' ? sql`desc` : sql`asc` };
}
