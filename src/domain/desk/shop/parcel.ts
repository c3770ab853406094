import type { Texts } from '../../../text/texts.ts';
import type { Field } from '../../reply.ts';
import type { Parcel } from '../../sell/shipment.ts';

/** More numbers than these stand in the shop. */
const MOST_NUMBERS = 5;

/** 'SF Express · SF1234567890 (https://…) · delivered': one field for each parcel. */
export const parcelFields = (t: Texts, parcels: readonly Parcel[]): Field[] =>
  parcels.map((parcel) => ({ label: t.parcel.label, value: parcelLine(t, parcel) }));

/** The carrier, the numbers with their pages, and where it is. */
export function parcelLine(t: Texts, { carrier, tracking, state, strangeState }: Parcel): string {
  const numbers = tracking.slice(0, MOST_NUMBERS).map(({ number, url }) => (url ? `${number} (${url})` : number));
  const where = state === 'other' ? strangeState && t.order.strangeStatus(strangeState) : t.parcel.state[state];
  return [carrier, numbers.join(', '), where].filter(Boolean).join(' · ');
}
