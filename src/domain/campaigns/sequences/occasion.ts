/** The occasion of whoever begins once for all. */
export const ONCE = 'once';

/** The end of an entry of whom a filter meant before its sequence was put on, or came to mean all at once: they have not begun with it. */
export const BEFORE = 'before';

/** Something of somebody's on which a sequence begins. */
export interface Occasion {
  contactId: string;
  name: string;
  /** Which one it is, among all of theirs. */
  key: string;
  /** From when its steps count. */
  at: Date;
  /** An answer or an order from then on ends it; absent: from when it begins. */
  since?: Date;
  /** The order that it is, of one of the owner's own. */
  orderId?: string;
}

/** Occasions in (from, to], the first of them, as many as are wanted; behind `last`, where a look goes on. */
export interface Span {
  from: Date;
  to: Date;
  most: number;
  last?: Pick<Occasion, 'at' | 'key' | 'contactId'> | undefined;
}
