/** Why a shop did not give what it was asked for: it cannot be reached, it answers what we cannot use, or it does not take the key. */
export const SHOP_FAULTS = [
  ...(['unresolved', 'forbidden', 'refused', 'certificate', 'silent', 'cut'] as const),
  ...(['large', 'unreadable', 'broken'] as const),
  ...(['key', 'denied', 'missing', 'sealed', 'address'] as const),
] as const;
export type ShopFault = (typeof SHOP_FAULTS)[number];

/** Those that no waiting mends: the owner has to do something. */
const FINAL: readonly ShopFault[] = ['key', 'denied', 'missing', 'sealed', 'address', 'forbidden'];

export const isFinal = (fault: ShopFault): boolean => FINAL.includes(fault);
