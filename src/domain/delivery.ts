import type { Sql } from '../db/sql.ts';
import type { Channel } from './channel.ts';

/** What we know about a message to a customer that has not arrived. */
export type NotDelivered = 'leaving' | 'failed' | 'unknown';

type Fragment = ReturnType<Sql['unsafe']>;

/**
 * The state of a message that has not arrived; null for one that has, and for one that we did not send. `id`: the
 * message's id.
 */
export const notDelivered = (sql: Sql, id: Fragment): Fragment => sql`(
  select case o.state when 'failed' then 'failed' when 'cancelled' then 'failed' when 'unknown' then 'unknown' else 'leaving' end
  from outbox o where o.message_id = ${id} and o.audience = 'customer' and o.state <> 'sent' limit 1
)`;

/**
 * Whether a message has certainly not arrived, so that it answers nobody. One that is still to leave counts as
 * arriving.
 */
export const missed = (sql: Sql, id: Fragment): Fragment => sql`exists (
  select from outbox o
  where o.message_id = ${id} and o.audience = 'customer' and o.state in ('failed', 'unknown', 'cancelled')
)`;

/** Why a text did not reach a phone, in words of which each has a text for the owner. */
export type TextFault =
  | 'no_such_address'
  | 'rejected'
  /** They have answered STOP. */
  | 'opted_out'
  /** The phone is off, or out of reach. */
  | 'unreachable'
  /** It takes no texts. */
  | 'no_texts'
  /** The carrier filtered it out. */
  | 'carrier'
  | 'not_carried'
  /** The provider does not send to that country. */
  | 'region'
  /** The provider's account is on trial. */
  | 'trial'
  /** The sender's number is not registered for such texts. */
  | 'not_registered'
  | 'sender_not_allowed'
  | 'too_long'
  | 'words_only';

/** What a channel says, some time after it took a message of ours, of what became of it. In any order, and more than once. */
export interface DeliveryReported {
  kind: 'delivery.reported';
  channel: Channel;
  /** Which message: its idempotency key. */
  key: string;
  /** The channel's id of it. */
  externalId: string;
  is: 'under_way' | 'delivered' | 'failed';
  /** Why it failed, with the channel's own code, '' for none. */
  fault?: { reason: TextFault; code: string };
}

/**
 * What a provider reports of a mail of ours (RFC 5965) besides that its reader complained: they took it out of the spam folder; how our domain
 * is signed; that it is taken for fraud or a virus; that its reader wants no more; anything else.
 */
export type Remark = 'not_spam' | 'authentication' | 'fraud' | 'virus' | 'opt_out' | 'other';
