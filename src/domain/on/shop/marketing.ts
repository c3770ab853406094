import { normaliseEmail } from '../../../text/normalise.ts';
import { texts } from '../../../text/texts.ts';
import { type Context, localeOf } from '../../context.ts';
import { type Mailbox, noteAgreement, type Purpose } from '../../people/consent.ts';
import type { Contact } from '../../people/contact.ts';
import { EMAIL } from '../../people/sign.ts';
import { liftSaidBy, sayAt, suppressionsOf, unsubscribe } from '../../people/suppression.ts';
import type { CustomerUpdated, ShopMarketing } from '../../shop_event.ts';
import { firstTold } from './marketing_word.ts';

/** What a shop means by marketing. */
const MARKETING: readonly Purpose[] = ['newsletter', 'offers'];

/**
 * What a customer has said in the shop counts as of when they said it, in whichever order it is told. There they take back what they have
 * said there, each account its own; a no said to us only a confirmed yes takes back, and none whose time is not known. A word is of the
 * mailbox it was said for: with another address in the account it is not said anew.
 */
export async function noteShopMarketing(
  ctx: Context,
  event: CustomerUpdated,
  said: ShopMarketing,
  contact: Pick<Contact, 'id' | 'locale'>,
): Promise<void> {
  const address = normaliseEmail(said.email);
  if (!address) return;
  const place = { channel: EMAIL, address };
  const account = `shop:${event.connectionId}/${event.customer.externalId ?? ''}`;
  if (said.wanted) await noteYes(ctx, event, said, { contact, place, account });
  else await noteNo(ctx, event, said, { place, account });
}

async function noteNo(
  ctx: Context,
  { updatedAt }: CustomerUpdated,
  { at }: ShopMarketing,
  { place, account: source }: { place: Mailbox; account: string },
): Promise<void> {
  const now = at ?? updatedAt;
  const since = await (at ? saidSince(ctx, place, at) : saidElsewhere(ctx, place, source));
  const purposes = MARKETING.filter((one) => !since.includes(one));
  await unsubscribe(ctx.tx, { ...place, purposes, saidBy: 'person', source, now });
  if (at) await sayAt(ctx.tx, place, { source, at });
}

async function noteYes(
  ctx: Context,
  { connectionId, customer, since, updatedAt }: CustomerUpdated,
  { confirmed, at: saidAt }: ShopMarketing,
  { contact, place, account }: { contact: Pick<Contact, 'id' | 'locale'>; place: Mailbox; account: string },
): Promise<void> {
  const { tx, now } = ctx;
  const source = `shop:${connectionId}`;
  const known = saidAt ?? since ?? null;
  const { externalId } = customer;
  const word = { ...place, connectionId, saidAt: known, toldAt: updatedAt };
  const told = externalId ? await firstTold(tx, { ...word, account: externalId }) : updatedAt;
  if (!told) return;
  // at the earliest, so that no no is older than it by mistake
  const at = known ?? told;
  const proven = confirmed && saidAt !== null;
  if (saidAt) await liftSaidBy(tx, place, { source: account, at });
  const all = await suppressionsOf(tx, place, now);
  const nos = proven ? all.filter((no) => no.at >= at) : all;
  const isRefused = (purpose: Purpose) =>
    nos.some((no) => no.purpose === purpose && no.saidBy === 'person' && no.reason !== 'paused');
  const locale = localeOf(ctx, contact);
  await noteAgreement(tx, {
    ...{ contactId: contact.id, ...place, purposes: MARKETING.filter((purpose) => !isRefused(purpose)), locale },
    ...{ words: texts(locale).consent.inShop, source, at, userId: null },
    proof: proven ? 'shop_confirmed' : 'shop',
  });
}

/** For what they have agreed to since. */
async function saidSince({ tx }: Context, { channel, address }: Mailbox, at: Date): Promise<Purpose[]> {
  const since = await tx<{ purpose: Purpose }>`
    select purpose from consents where channel = ${channel} and address = ${address}
      and confirmed_at > ${at} and withdrawn_at is null`;
  return since.map(({ purpose }) => purpose);
}

/** A no that we have heard from this account, and whose time it does not say, is not said anew: for what they have agreed to elsewhere than in a shop. */
async function saidElsewhere({ tx }: Context, { channel, address }: Mailbox, source: string): Promise<Purpose[]> {
  const since = await tx<{ purpose: Purpose }>`
    select c.purpose from consents c where c.channel = ${channel} and c.address = ${address}
      and c.confirmed_at is not null and c.withdrawn_at is null and c.source not like 'shop:%'
      and exists (
        select from suppression_keys k
        join suppressions s on s.hash = suppression_hash(k.inner_pad, k.outer_pad, ${channel}, ${address})
        where s.source = ${source} and s.purpose = c.purpose and s.at < c.confirmed_at
      )`;
  return since.map(({ purpose }) => purpose);
}
