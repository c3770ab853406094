import type { Sql } from '../../../db/sql.ts';
import { loadContactNow } from '../../merge/merge.ts';
import { type Contact, loadContact } from '../../people/contact.ts';
import { type Conversation, loadConversation } from '../../talk/conversation.ts';
import { explicitContact, explicitConversation } from '../words/words.ts';

/** Somebody, and the conversation that was named with them ('v12'). */
export interface Person {
  contact: Contact;
  conversation?: Conversation;
}

/** Whom 'c12' or 'v12' stands for, as lists write it. */
export async function personOf(sql: Sql, ref: string): Promise<Person | undefined> {
  const [contactId, conversationId] = [explicitContact(ref), explicitConversation(ref)];
  const known = contactId && (await loadContactNow(sql, contactId));
  if (known) return { contact: known };
  const conversation = conversationId && (await loadConversation(sql, conversationId));
  if (!conversation) return undefined;
  return { contact: (await loadContact(sql, conversation.contactId))!, conversation };
}
