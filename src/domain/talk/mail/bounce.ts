import type { Sql } from '../../../db/sql.ts';
import { mailboxMeant } from '../../../text/person/one_mailbox.ts';
import { subjectKey } from '../../../text/subject.ts';
import { LETTERS } from '../../channel.ts';
import type { MessageReceived } from '../../event.ts';
import { NotYet } from '../../not_yet.ts';

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
  /** Who else got it. */
  copies: string[];
  /** The customer's; '' when we know none. */
  name: string;
  /** The report gives its Message-ID, which only those who got the mail know. Otherwise it is the last one to an address it names. */
  named: boolean;
  /** What the report shows of the mail that came back is not this mail's: it may be about another one, and proves nothing. */
  perhaps: boolean;
}

/** Of those a report names: whether the one the mail was written to is among them, who of those in copy, and who is neither. */
export interface Concerned {
  own: boolean;
  copies: string[];
  others: string[];
}

const BY_ADDRESS_DAYS = 7;

const LATE_OR_THERE = /^(delayed|delivered|relayed|expanded)$/;

function failedIn({ returned = [] }: Pick<MessageReceived, 'returned'>) {
  return returned.filter(({ action, status }) => !LATE_OR_THERE.test(action) && !status.startsWith('2.'));
}

/** Whether what a server wrote leaves open if anything failed: neither a status nor its words say so. */
export function isUnsure(event: Pick<MessageReceived, 'returned'>): boolean {
  const failed = failedIn(event);
  return failed.length > 0 && failed.every(({ action }) => action === 'unsure');
}

/** Whose mail did not arrive, as a report names them, each once. */
export const failedAddresses = (event: Pick<MessageReceived, 'returned'>): string[] => [
  ...new Set(failedIn(event).map(({ address }) => address)),
];

export const isSameMailbox = (one: string, other: string): boolean => mailboxMeant(one).key === mailboxMeant(other).key;

/** Whether a report is about this address, in whatever spelling, or names none at all. */
export function isNamed(event: Pick<MessageReceived, 'returned'>, address: string): boolean {
  const named = failedAddresses(event);
  return named.length === 0 || named.some((one) => isSameMailbox(one, address));
}

/** What became of a recipient for good; the first of several that says so. */
export function reasonOf(event: Pick<MessageReceived, 'returned'>, address: string): BounceReason {
  const failed = failedIn(event);
  return reasonOfStatus((failed.find((one) => one.address === address) ?? failed[0])?.status ?? '');
}

/** Whom a report about a mail of ours concerns. Whoever alone got it is meant, whatever it names: it was forwarded from there. */
export function concernedBy({ address, copies }: ReturnedMail, event: Pick<MessageReceived, 'returned'>): Concerned {
  const named = failedAddresses(event);
  if (copies.length === 0) return { own: true, copies: [], others: [] };
  return {
    own: named.includes(address),
    copies: copies.filter((one) => named.includes(one)),
    others: named.filter((one) => one !== address && !copies.includes(one)),
  };
}

/** What an enhanced status says, of a mail that came back or was refused at once. */
export function reasonOfStatus(status: string): BounceReason {
  return REASONS.find(([pattern]) => pattern.test(status))?.[1] ?? 'refused';
}

/**
 * The mail a bounce or complaint is about: by its Message-ID, else the last one we sent to an address it names (many Chinese services
 * return neither the mail nor its headers), unless the report may be forged. One that shows another mail's id, subject or date may
 * be about what the owner wrote from another program, or a stranger in their name: `perhaps`.
 * @throws NotYet while a mail that it may be about is still being sent: under which id it left is not written down yet
 */
export async function returnedMail(sql: Sql, event: MessageReceived): Promise<ReturnedMail | undefined> {
  const addresses = (event.returned ?? []).map(({ address }) => address);
  const [seen] = await sql<Found & { leaving: boolean }>`
    ${columns(sql)} where o.id = ${namedOrLeaving(sql, event.answers, addresses)}`;
  if (seen?.leaving) throw new NotYet('a mail it may be about is still being sent');
  if (seen) return { ...seen, named: true, perhaps: false };
  if (event.trust === 'suspicious' || addresses.length === 0) return undefined;
  const recent = await recentMailsTo(sql, addresses);
  const meant = recent.find((mail) => isAbout(mail, event));
  const last = meant ?? recent[0];
  return last && { ...last, named: false, perhaps: !meant };
}

type Found = Omit<ReturnedMail, 'named' | 'perhaps'>;

/** What a report can be compared with: the subject, and between when and when the mail may be dated. */
interface Recent extends Found {
  subject: string | null;
  from: Date;
  until: Date;
}

/** Clocks are wrong by minutes; a server's report by its own clock by more. */
const DATE_MINUTES = 60;
const REPORT_MINUTES = 48 * 60;
const MINUTE_MS = 60_000;

/** Whether nothing that the report shows speaks against this mail. An id it names is not ours, or it would have been found by it. */
function isAbout({ subject, from, until }: Recent, { answers, original = {}, sentAt }: MessageReceived): boolean {
  if (answers.length > 0 || !isSameSubject(original.subject ?? '', subject ?? '')) return false;
  if (sentAt.getTime() < from.getTime() - REPORT_MINUTES * MINUTE_MS) return false;
  const dated = original.sentAt?.getTime() ?? from.getTime();
  return dated >= from.getTime() - DATE_MINUTES * MINUTE_MS && dated <= until.getTime() + DATE_MINUTES * MINUTE_MS;
}

/** Servers on the way put words before a subject, and reports cut it; one that is not shown, or could not be read, says nothing. */
function isSameSubject(shown: string, ours: string): boolean {
  const [one, other] = [subjectKey(shown).replace(/…$|\.\.\.$/, ''), subjectKey(ours)];
  if (one === '' || other === '' || /\ufffd/.test(one)) return true;
  return one.includes(other) || other.includes(one);
}

const MOST_RECENT = 20;

/** Written to one of these, or with one of them in copy; newest first. */
async function recentMailsTo(sql: Sql, addresses: string[]): Promise<Recent[]> {
  const recent = sql`
    o.channel = any(${LETTERS}) and o.external_id is not null and o.audience = 'customer'
    and o.created_at > now() - ${BY_ADDRESS_DAYS} * interval '1 day'`;
  return sql<Recent>`
    with sent as (
      select id from (
        select o.id from outbox o where o.address = any(${addresses}) and ${recent}
        union
        select o.id from participants p join outbox o on o.conversation_id = p.conversation_id
        where p.address = any(${addresses}) and jsonb_exists(o.payload -> 'copies', p.address) and ${recent}
      ) found order by id desc limit ${MOST_RECENT}
    )
    select known.*, o.payload ->> 'subject' as subject, least(o.created_at, m.occurred_at) as "from",
      greatest(o.created_at, o.sent_at, m.occurred_at) as until
    from sent join outbox o on o.id = sent.id left join messages m on m.id = o.message_id
    cross join lateral (${columns(sql)} where o.id = sent.id) known
    order by o.id desc`;
}

const columns = (sql: Sql) => sql`
  select o.id as "outboxId", o.conversation_id as "conversationId", o.address, coalesce(c.name, '') as name,
    coalesce(o.payload -> 'copies', '[]') as copies, o.state = 'sending' as leaving
  from outbox o
  left join conversations v on v.id = o.conversation_id
  left join contacts c on c.id = v.contact_id`;

/** In one look, so that no mail has left between two: the mail of that id, else one in doubt, else one that leaves at this moment. */
const namedOrLeaving = (sql: Sql, ids: string[], addresses: string[]) => sql`coalesce(
  (
    select o.id from messages m join outbox o on o.message_id = m.id
    where m.external_id = any(${ids}) and o.channel = any(${LETTERS}) order by o.id desc limit 1
  ),
  (select id from outbox where state = 'unknown' and channel = any(${LETTERS}) and external_id = any(${ids}) limit 1),
  (
    select id from outbox where state = 'sending' and channel = any(${LETTERS}) and (
      address = any(${addresses}) or payload -> 'copies' ?| ${addresses} or ${addresses.length === 0 && ids.length > 0}
    )
    limit 1
  )
)`;
