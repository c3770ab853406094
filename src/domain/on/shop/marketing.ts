import { normaliseEmail } from '../../../text/normalise.ts';
import { texts } from '../../../text/texts.ts';
import { type Context, localeOf } from '../../context.ts';
import { noteAgreement, type Purpose } from '../../people/consent.ts';
import type { Contact } from '../../people/contact.ts';
import { EMAIL } from '../../people/sign.ts';
import { liftSaidBy, sayAt, suppressionsOf, unsubscribe } from '../../people/suppression.ts';
import type { CustomerUpdated, ShopMarketing } from '../../shop_event.ts';

/** What a shop means by marketing. */
const MARKETING: readonly Purpose[] = ['newsletter', 'offers'];

/**
 * What a customer has said in the shop counts as of when they said it, in whichever order it is told. There they take back what they have
 * said there; a no said to us only a confirmed yes takes back.
 */
export async function noteShopMarketing(
  ctx: Context,
  { connectionId }: CustomerUpdated,
  { email, wanted, confirmed, at }: ShopMarketing,
  contact: Pick<Contact, 'id' | 'locale'>,
): Promise<void> {
  const { tx, now } = ctx;
  const address = normaliseEmail(email);
  if (!address) return;
  const place = { channel: EMAIL, address };
  const source = `shop:${connectionId}`;
  if (!wanted) {
    const purposes = await saidBefore(ctx, place, at);
    await unsubscribe(tx, { ...place, purposes, saidBy: 'person', source, now: at });
    return sayAt(tx, place, { source, at });
  }
  await liftSaidBy(tx, place, { source, at });
  const nos = confirmed ? [] : await suppressionsOf(tx, place, now);
  const later = (await suppressionsOf(tx, place, now)).filter((no) => no.at >= at);
  const isRefused = (purpose: Purpose) =>
    [...nos, ...later].some((no) => no.purpose === purpose && no.saidBy === 'person' && no.reason !== 'paused');
  const locale = localeOf(ctx, contact);
  await noteAgreement(tx, {
    ...{ contactId: contact.id, ...place, purposes: MARKETING.filter((purpose) => !isRefused(purpose)), locale },
    ...{ words: texts(locale).consent.inShop, source, at, userId: null },
    proof: confirmed ? 'shop_confirmed' : 'shop',
  });
}

/** For what they have not agreed to since. */
async function saidBefore({ tx }: Context, place: { channel: string; address: string }, at: Date): Promise<Purpose[]> {
  const since = await tx<{ purpose: Purpose }>`
    select purpose from consents where channel = ${place.channel} and address = ${place.address}
      and confirmed_at > ${at} and withdrawn_at is null`;
  return MARKETING.filter((one) => !since.some(({ purpose }) => purpose === one));
}
