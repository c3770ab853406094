import type { Sql } from '../db/sql.ts';
import type { MessageReceived } from './event.ts';
import { NotYet } from './not_yet.ts';

/** Why a mail came back, in words the texts know. */
export type BounceReason = 'no_such_address' | 'mailbox_full' | 'too_large' | 'policy' | 'unreachable' | 'refused';

/** Enhanced status codes (RFC 3463, 3): class, subject, detail. */
const REASONS: readonly [RegExp, BounceReason][] = [
  [/^5\.1\.[0-36]$|^5\.1\.10$|^5\.2\.1$/, 'no_such_address'],
  [/^[45]\.2\.2$/, 'mailbox_full'],
  [/^[45]\.(2\.3|3\.4)$/, 'too_large'],
  [/^[45]\.7\./, 'policy'],
  [/^4\.|^5\.4\./, 'unreachable'],
];

/** A mail of ours that came back. */
export interface ReturnedMail {
  outboxId: string;
  conversationId: string | null;
  address: string;
  /** '' when we know none. */
  name: string;
}

const BY_ADDRESS_DAYS = 7;

/** What became of a recipient for good; the first of several that says so. */
export function reasonOf({ returned = [] }: Pick<MessageReceived, 'returned'>, address: string): BounceReason {
  const failed = returned.filter(({ action }) => !/^(delayed|delivered|relayed|expanded)$/.test(action));
  return reasonOfStatus((failed.find((one) => one.address === address) ?? failed[0])?.status ?? '');
}

/** What an enhanced status says, of a mail that came back or was refused at once. */
export function reasonOfStatus(status: string): BounceReason {
  return REASONS.find(([pattern]) => pattern.test(status))?.[1] ?? 'refused';
}

/**
 * The mail a bounce or complaint is about: by its Message-ID, else the last one we sent to the address it names (many Chinese services
 * return neither the mail nor its headers), unless the report may be forged.
 * @throws NotYet while a mail that it may be about is still being sent: under which id it left is not written down yet
 */
export async function returnedMail(sql: Sql, event: MessageReceived): Promise<ReturnedMail | undefined> {
  const addresses = (event.returned ?? []).map(({ address }) => address);
  const [seen] = await sql<ReturnedMail & { leaving: boolean }>`
    ${columns(sql)} where o.id = ${namedOrLeaving(sql, event.answers, addresses)}`;
  if (seen?.leaving) throw new NotYet('a mail it may be about is still being sent');
  if (seen || event.trust === 'suspicious' || addresses.length === 0) return seen;
  const [byAddress] = await sql<ReturnedMail>`
    ${columns(sql)}
    where o.channel = 'email' and o.address = any(${addresses}) and o.external_id is not null
      and o.audience = 'customer' and o.created_at > now() - ${BY_ADDRESS_DAYS} * interval '1 day'
    order by o.id desc limit 1`;
  return byAddress;
}

const columns = (sql: Sql) => sql`
  select o.id as "outboxId", o.conversation_id as "conversationId", o.address, coalesce(c.name, '') as name,
    o.state = 'sending' as leaving
  from outbox o
  left join conversations v on v.id = o.conversation_id
  left join contacts c on c.id = v.contact_id`;

/** In one look, so that no mail has left between two: the mail of that id, else one in doubt, else one that leaves at this moment. */
const namedOrLeaving = (sql: Sql, ids: string[], addresses: string[]) => sql`coalesce(
  (
    select o.id from messages m join outbox o on o.message_id = m.id
    where m.external_id = any(${ids}) and o.channel = 'email' order by o.id desc limit 1
  ),
  (select id from outbox where state = 'unknown' and channel = 'email' and external_id = any(${ids}) limit 1),
  (
    select id from outbox where state = 'sending' and channel = 'email' and (
      address = any(${addresses}) or ${addresses.length === 0 && ids.length > 0}
    )
    limit 1
  )
)`;
