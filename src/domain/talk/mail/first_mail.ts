import { texts } from '../../../text/texts.ts';
import { type Context, localeOf } from '../../context.ts';
import { type Contact, identitiesOf } from '../../people/contact.ts';
import { EMAIL } from '../../people/sign.ts';
import { type Conversation, conversationsOf, openConversation } from '../conversation.ts';

/** Who has more going on than this is answered by a card. */
const MOST = 8;

type Asking = Pick<Context, 'tx' | 'settings' | 'channels'>;

/** Whether we can send mail at all. */
export const sendsMail = ({ channels }: Pick<Context, 'channels'>): boolean =>
  channels.some(({ name, on }) => on && name === EMAIL);

/** Where somebody who has never written may be written to first: at a mail address of theirs, one that nothing speaks against before others. */
export async function mailAddressOf({ tx }: Pick<Context, 'tx'>, contactId: string): Promise<string | undefined> {
  const mail = (await identitiesOf(tx, contactId)).filter(({ channel }) => channel === EMAIL);
  const sound = mail.find(({ claimed, bouncedAt }) => !claimed && !bouncedAt);
  return (sound ?? mail[0])?.address;
}

/** The conversation of a first mail to them, which nobody has begun; undefined where they have no address, or we send no mail. */
export async function firstMail(
  ctx: Asking,
  contact: Contact,
  to: string | undefined = undefined,
): Promise<Conversation | undefined> {
  const address = sendsMail(ctx) ? (to ?? (await mailAddressOf(ctx, contact.id))) : undefined;
  if (!address) return undefined;
  const subject = texts(localeOf(ctx, contact)).mail.firstSubject(ctx.settings.businessName);
  return openConversation(ctx.tx, { contactId: contact.id, channel: EMAIL, address, subject });
}

/** Where somebody is answered when no conversation is named: where they have written, else in a first mail. Undefined: nowhere. */
export async function placeFor(ctx: Asking, contact: Contact): Promise<Conversation | undefined> {
  const theirs = await conversationsOf(ctx.tx, contact.id, MOST);
  return theirs.find(({ channel }) => channel !== 'note') ?? firstMail(ctx, contact);
}

/** Nothing has been said there by anybody: only a thread that we began has no mail that names it. */
export const isFirstMail = ({ channel, thread, lastMessageAt }: Conversation): boolean =>
  channel === EMAIL && thread === '' && lastMessageAt === null;
