import type { Locale } from '../../text/locale.ts';
import { hasLetters, isByPhone } from '../channel.ts';
import type { Context } from '../context.ts';
import type { MessageReceived } from '../event.ts';
import { followLanguage, languageOf } from '../people/contact_language.ts';
import type { Opened } from '../people/link.ts';
import { type Resolved, resolveContact } from '../people/resolve.ts';
import { type Identity, inMailGroup, PHONE, type Sign, signsOnCard } from '../people/sign.ts';
import { clearObjections } from '../talk/mail/objection.ts';
import { type OptedOut, takeOptOut } from '../talk/phone/opt_out.ts';
import { openLinkIn } from './start.ts';

/** Who sends a message, and what comes with them. */
export interface Sender {
  contact: Resolved;
  identities: Identity[];
  /** What else is on their contact card. */
  signs: Sign[];
  /** The link, made for a known customer, that they have opened. */
  opened: Opened | undefined;
  /** The language in which we address them. */
  locale: Locale;
  /** They have left the channel by this message, or come back to it. */
  optedOut: OptedOut | undefined;
}

/** The sender: somebody known, or somebody who becomes known by this message. */
export async function whoSends(ctx: Context, event: MessageReceived): Promise<Sender> {
  const identities = identitiesOf(event);
  const opened = await openLinkIn(ctx, event);
  const speaks = !event.forwardedFrom && !event.automatic;
  const language = languageOf(speaks ? (event.formWords ?? event.text) : '', event.from.language);
  const { own, others = [] } = event.sharedContact ?? {};
  const signs = own ? signsOnCard(others, ctx.settings.country) : [];
  const contact = await resolveContact(ctx.tx, { identities, signs }, { ...nameIn(event), ...language }, event.sentAt);
  const locale = isProven(event) ? await followLanguage(ctx.tx, contact, language) : contact.locale;
  if (!event.account && !event.claimed) await markReachable(ctx, event, contact);
  const optedOut = isByPhone(event.channel) ? await takeOptOut(ctx, event) : undefined;
  return { contact, identities, signs, opened, locale: locale ?? ctx.settings.locale, optedOut };
}

/** Somebody who writes to us can receive messages again, even if the channel has not said so. */
async function markReachable(
  ctx: Context,
  { channel, from, trust, automatic }: MessageReceived,
  { mayBeClosed }: Resolved,
): Promise<void> {
  if (hasLetters(channel) && trust !== 'suspicious' && !automatic) await clearObjections(ctx.tx, { channel, ...from });
  // who has left by a word comes back by one
  if (!mayBeClosed || isByPhone(channel)) return;
  await ctx.tx`
    update contact_identities set blocked_at = null
    where channel = ${channel} and address = ${from.address} and blocked_at is not null`;
}

/** Strongest first: the channel's own id, then what the channel vouches for. */
function identitiesOf(event: MessageReceived): Identity[] {
  if (event.namedBy?.from === event.from.address) return [inMailGroup(event.from.address, event.from.name)];
  const identities: Identity[] = [{ channel: event.channel, address: event.from.address, claimed: !isProven(event) }];
  const own = event.from.phone ?? (event.sharedContact?.own ? event.sharedContact.address : undefined);
  if (own) identities.push({ channel: PHONE, address: own });
  return identities;
}

/** Whether it proves who sent it; a claim changes nothing about a known contact. */
function isProven({ claimed, trust }: MessageReceived): boolean {
  return !claimed && trust !== 'suspicious';
}

function nameIn({ channel, from: { name, address } }: MessageReceived) {
  // if the channel does not give a name in time, the id stands in for it
  if (name === address) return { name };
  // the sender line is written anew in every mail, and proves nothing
  return { name, nameFrom: channel, renames: !hasLetters(channel) };
}
