import type { Sql } from '../../db/sql.ts';
import { loadContact } from '../people/contact.ts';
import type { Recipients } from '../reply.ts';
import type { AnswerPlace } from './conversation.ts';
import { objectionTo } from './mail/objection.ts';
import { isBlocked } from './stopped_answers.ts';

/** Why an answer does not leave as it was shown. */
export interface Change {
  shown: Recipients;
  /** Where it would go by now; undefined when that is where it was to go. */
  now: Recipients | undefined;
  /** Whom the address was, when the conversation is somebody else's by now. */
  was: string | undefined;
  /** Whose the conversation is. */
  name: string;
  /** A user has blocked them. */
  blocked: boolean;
  /** Of these addresses those that mail came back from, or that nothing proves to be theirs. */
  doubtful: string[];
}

/** Whether the same people get it; the order of copies means nothing. */
export function sameRecipients(one: Recipients, other: Recipients): boolean {
  return one.address === other.address && withNobodyElse(one, other) && withNobodyElse(other, one);
}

/** Whether it reaches nobody who was not shown: an answer somebody has just typed may lose a copy. */
export function reachesNobodyElse(shown: Recipients, now: Recipients): boolean {
  return shown.address === now.address && withNobodyElse(shown, now);
}

const withNobodyElse = (shown: Recipients, now: Recipients): boolean =>
  now.copies.every((copy) => shown.copies.includes(copy));

/** What has changed since an answer was shown to go there, `contactId` the contact it was shown to be for; undefined when it may leave. */
export async function changeSince(
  sql: Sql,
  conversation: AnswerPlace,
  shown: Recipients & { contactId?: string | null },
  now: Recipients,
): Promise<Change | undefined> {
  const { address, copies, contactId = conversation.contactId } = shown;
  const blocked = await isBlocked(sql, conversation, address);
  const isTheirs = contactId === conversation.contactId;
  if (sameRecipients(shown, now) && isTheirs && !blocked) return undefined;
  const was = isTheirs ? undefined : ((contactId && (await loadContact(sql, contactId))?.name) ?? '');
  return describeChange(sql, conversation, { address, copies }, now, { was, blocked });
}

/** The change as a user is asked about it. */
export async function describeChange(
  sql: Sql,
  conversation: AnswerPlace,
  shown: Recipients,
  { address, copies }: Recipients,
  { was, blocked }: Pick<Change, 'was' | 'blocked'> = { was: undefined, blocked: false },
): Promise<Change> {
  const now = { address, copies };
  const differs = !sameRecipients(shown, now);
  const doubtful: string[] = [];
  for (const one of new Set([shown.address, address]))
    if (await objectionTo(sql, { ...conversation, address: one })) doubtful.push(one);
  const name = (await loadContact(sql, conversation.contactId))?.name ?? '';
  return { shown, now: differs ? now : undefined, was, name, blocked, doubtful };
}
