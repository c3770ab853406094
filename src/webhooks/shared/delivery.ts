import * as z from 'zod';
import type { Delivery } from '../../domain/shop_event.ts';
import { cleanName } from '../../text/normalise.ts';

const LONGEST_PART = 300;

/** A line as people typed it into a form; a post code may come as a number. */
const part = z
  .union([z.string(), z.number()])
  .transform((typed) => cleanName(String(typed), LONGEST_PART))
  .nullish()
  .catch(null);

/** The parts of an order's delivery address that are needed for sending. */
export const ShippingAddress = z
  .object({
    ...{ name: part, first_name: part, last_name: part, company: part, address1: part, address2: part },
    ...{ city: part, province: part, zip: part, country: part, country_code: part, phone: part },
  })
  .nullish()
  .catch(null);

/** How it is sent, or where it is collected. */
export const ShippingLines = z
  .array(z.object({ title: part, code: part, is_removed: z.boolean().nullish().catch(null) }).catch({}))
  .nullish()
  .catch(null);

interface Sent {
  phone?: string | null | undefined;
  shipping_address?: z.output<typeof ShippingAddress>;
  shipping_lines?: z.output<typeof ShippingLines>;
}

/** Where an order goes. If the address has no phone, its recipient can be reached at the order's own. */
export function deliveryOf({ phone, shipping_address: to, shipping_lines: lines }: Sent): { delivery?: Delivery } {
  const method = (lines ?? [])
    .filter((one) => 'title' in one && one.is_removed !== true)
    .map((one) => ('title' in one && (one.title || one.code)) || '');
  const delivery = {
    recipient: to?.name || joined([to?.first_name, to?.last_name], ' '),
    address: to ? addressOf(to) : '',
    phone: (to && (to.phone || phone)) || '',
    method: joined(method, ' + '),
  };
  return Object.values(delivery).some(Boolean) ? { delivery } : {};
}

/** Here an address is written from the country down to the house. */
const FROM_LARGE_TO_SMALL = ['CN', 'HK', 'JP', 'KR', 'MO', 'TW'];

/** An address in one line, as it is written in its country. */
export function addressOf(to: Partial<NonNullable<z.output<typeof ShippingAddress>>>): string {
  const { company, address1, address2, city, province, zip } = to;
  const country = to.country || to.country_code;
  return FROM_LARGE_TO_SMALL.includes(to.country_code ?? '')
    ? joined([country, province, city, address1, address2, company, zip], ' ')
    : joined([company, address1, address2, city, province, zip, country], ', ');
}

const joined = (parts: readonly (string | null | undefined)[], between: string): string =>
  parts.filter(Boolean).join(between);
