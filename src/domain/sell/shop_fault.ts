/** Why a shop did not give what it was asked for: it cannot be reached, it answers what we cannot use, or it does not take the key. */
export type ShopFault =
  | ('unresolved' | 'forbidden' | 'refused' | 'certificate' | 'silent' | 'cut')
  | ('large' | 'unreadable' | 'broken')
  | ('key' | 'denied' | 'missing' | 'sealed' | 'address');

/** Those that no waiting mends: the owner has to do something. */
const FINAL: readonly ShopFault[] = ['key', 'denied', 'missing', 'sealed', 'address', 'forbidden'];

export const isFinal = (fault: ShopFault): boolean => FINAL.includes(fault);
