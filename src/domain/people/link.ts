import type { Context } from '../context.ts';
import { addIdentities, type Contact, contactByIdentity, loadContact, refreshSearchKeys } from './contact.ts';
import type { Identity } from './sign.ts';

/** How long a link can be opened. */
export const LINK_DAYS = 30;

/** Makes a token that stands for the contact and works once. It has 160 random bits, and only its hash is kept. */
export async function newLink(ctx: Context, contactId: string, userId: string): Promise<string> {
  const token = ctx.random() + ctx.random();
  await ctx.tx`
    insert into link_tokens (token_hash, contact_id, user_id, expires_at)
    values (
      ${ctx.sha256(token)}, ${contactId}, ${userId}, ${ctx.now}::timestamptz + ${LINK_DAYS} * interval '1 day'
    )`;
  return token;
}

/** The result of opening a link. */
export interface Opened {
  /** The contact it was made for. */
  contact: Contact;
  /** Who opened it, if we know them as somebody else: two people are never merged without asking. */
  other?: Contact;
}

/**
 * Uses up the token: from now on, whoever opened it is the contact. Undefined if it is no token, or no longer valid.
 */
export async function openLink(ctx: Context, token: string, identity: Identity): Promise<Opened | undefined> {
  const [link] = await ctx.tx<{ contactId: string }>`
    update link_tokens set used_at = ${ctx.now}
    where token_hash = ${ctx.sha256(token)} and used_at is null and expires_at > ${ctx.now}
    returning contact_id as "contactId"`;
  if (!link) return undefined;
  const contact = (await loadContact(ctx.tx, link.contactId))!;
  const known = await contactByIdentity(ctx.tx, [identity]);
  if (known) return known.id === contact.id ? { contact } : { contact, other: known };
  await addIdentities(ctx.tx, contact.id, [identity]);
  await refreshSearchKeys(ctx.tx, contact.id);
  return { contact };
}
