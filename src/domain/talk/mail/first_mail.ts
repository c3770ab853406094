import type { Tx } from '../../../db/sql.ts';
import { texts } from '../../../text/texts.ts';
import { type Context, localeOf } from '../../context.ts';
import { type Contact, identitiesOf } from '../../people/contact.ts';
import { EMAIL } from '../../people/sign.ts';
import {
  type AnswerPlace,
  answeredIn,
  type Conversation,
  conversationAt,
  isBegun,
  loadConversation,
  openConversation,
  threadTo,
} from '../conversation.ts';
import { lastThreadAmong } from './participant.ts';

type Asking = Pick<Context, 'tx' | 'settings' | 'channels'>;

/** Whether we can send mail at all. */
export const sendsMail = ({ channels }: Pick<Context, 'channels'>): boolean =>
  channels.some(({ name, on }) => on && name === EMAIL);

/** Where somebody who has never written may be written to first: at a mail address of theirs, one that nothing speaks against before others. */
export async function mailAddressOf({ tx }: Pick<Context, 'tx'>, contactId: string): Promise<string | undefined> {
  const mail = (await identitiesOf(tx, contactId)).filter(({ channel }) => channel === EMAIL);
  const sound = mail.find(({ claimed, bouncedAt, refusedAt }) => !claimed && !bouncedAt && !refusedAt);
  return (sound ?? mail[0])?.address;
}

/** Where a first mail to them goes; undefined where they have no address, or we send no mail. */
async function firstMail(ctx: Asking, contact: Contact): Promise<AnswerPlace | undefined> {
  const address = sendsMail(ctx) ? await mailAddressOf(ctx, contact.id) : undefined;
  return address === undefined ? undefined : firstMailTo(ctx, contact, address);
}

/** A first mail to this address of theirs: in the conversation that we have begun there, else in one that is only begun when it leaves. */
export async function firstMailTo(ctx: Asking, contact: Contact, address: string): Promise<AnswerPlace> {
  const at = { channel: EMAIL, address };
  const known = await conversationAt(ctx.tx, at);
  if (known?.contactId === contact.id) return (await loadConversation(ctx.tx, known.id))!;
  const subject = texts(localeOf(ctx, contact)).mail.firstSubject(ctx.settings.businessName);
  return {
    ...{ id: undefined, contactId: contact.id, ...at, thread: known ? threadTo(contact.id) : '', subject },
    ...{ waitingSince: null, lastMessageAt: null, answersTo: null, withoutCopies: false },
  };
}

/** Begun by the act that sends, if nobody has begun it. */
export async function begin(tx: Tx, place: AnswerPlace): Promise<Conversation> {
  if (isBegun(place)) return place;
  const { contactId, channel, address, thread, subject } = place;
  return openConversation(tx, { contactId, channel, address, thread, subject: subject ?? undefined });
}

/** Where somebody is answered when no conversation is named: where they have written, else in a first mail. Undefined: nowhere. */
export async function placeFor(ctx: Asking, contact: Contact): Promise<AnswerPlace | undefined> {
  const [theirs] = await answeredIn(ctx.tx, contact.id, 1);
  if (theirs) return theirs;
  // what they wrote in somebody else's thread is answered there
  return (await lastThreadAmong(ctx.tx, contact.id)) ? undefined : firstMail(ctx, contact);
}

/** Nothing has been said there by anybody: only a thread that we began has no mail that names it. */
export const isFirstMail = ({ channel, thread, contactId, lastMessageAt }: AnswerPlace): boolean =>
  channel === EMAIL && ['', threadTo(contactId)].includes(thread) && lastMessageAt === null;
