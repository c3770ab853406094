import type { Sql } from '../../db/sql.ts';
import { fold } from '../../text/fold.ts';
import { hasLetters } from '../channel.ts';
import type { Context } from '../context.ts';
import type { MessageReceived } from '../event.ts';
import { type Contact, loadContact, refreshSearchKeys } from '../people/contact.ts';
import { wordsIn } from '../people/search_keys.ts';
import { addSigns } from '../people/sign.ts';
import type { Conversation } from './conversation.ts';

/**
 * Under which name a mail was sent, where that is not its contact's: two people may share an address (office@, a relay). The contact
 * is found by that name from then on, and keeps their own.
 */
export async function noteWriter(
  ctx: Context,
  { channel, from, claimed, trust }: MessageReceived,
  contact: Contact,
): Promise<string | undefined> {
  if (!hasLetters(channel) || claimed || trust === 'suspicious' || isSamePerson(from, contact.name)) return undefined;
  const added = await addSigns(ctx.tx, contact.id, [{ channel: 'name', address: from.name, source: 'writer' }]);
  if (added > 0) await refreshSearchKeys(ctx.tx, contact.id);
  return from.name;
}

/**
 * Whose words those are that come into a conversation from this address, as `writer` (shown.ts) finds them later: of its own address
 * they are its contact's, though another contact may write from there, too.
 */
export async function writerOf(
  sql: Sql,
  { contactId, address }: Conversation,
  from: { address: string },
  contact: Contact,
): Promise<Contact> {
  return from.address === address && contactId !== contact.id ? (await loadContact(sql, contactId))! : contact;
}

/** "Kim", "Berg, Kim" and "Kim Berg (Sales)" are one name: all words of one stand in the other. */
function isSamePerson({ name, address }: { name: string; address: string }, known: string): boolean {
  const [one = [], other = []] = [name, known].map((words) => wordsIn(fold(words)));
  if (one.length === 0 || other.length === 0 || name === address || /@/.test(known)) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.every((word) => long.includes(word)) || one.join('') === other.join('');
}
