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
}

/** Occasions in (from, to], the first of them, as many as are wanted; behind `last`, where a look goes on. */
export interface Span {
  from: Date;
  to: Date;
  most: number;
  last?: Pick<Occasion, 'at' | 'key' | 'contactId'> | undefined;
}
