/** What hooks are told of, and what can happen to each. */
const HAPPENINGS = {
  contact: ['created', 'updated', 'deleted', 'merged'],
  organization: ['created', 'updated', 'deleted', 'merged'],
  lead: ['created', 'updated', 'stage', 'won', 'lost', 'deleted'],
  ticket: ['created', 'updated', 'resolved', 'rated', 'deleted'],
  feedback: ['given'],
  order: ['created', 'updated', 'paid', 'cancelled', 'refunded', 'deleted'],
  quote: ['sent', 'accepted', 'declined'],
  invoice: ['created', 'updated', 'paid', 'overdue', 'deleted'],
  contract: ['created', 'updated', 'renewed', 'ended', 'deleted'],
  message: ['received', 'sent', 'updated'],
} as const satisfies Record<string, readonly string[]>;

export type Noun = keyof typeof HAPPENINGS;

export const NOUNS = Object.keys(HAPPENINGS) as Noun[];

/** What can happen to a noun. */
export type Happening = (typeof HAPPENINGS)[Noun][number];

/** The type of what happens to a noun; undefined: that cannot happen to it. */
export function typeOf(noun: Noun, what: Happening): string | undefined {
  const known: readonly string[] = HAPPENINGS[noun];
  // a message is not made here, it comes
  const happens = what === 'created' && noun === 'message' ? 'received' : what;
  return known.includes(happens) ? `${noun}.${happens}` : undefined;
}

/** Every type of event: 'order.paid'. */
export const EVENT_TYPES: readonly string[] = NOUNS.flatMap((noun) =>
  HAPPENINGS[noun].map((what) => `${noun}.${what}`),
);

/** What a try of a hook sends; nobody subscribes to it. */
export const TEST_TYPE = 'hook.test';

/** Whether a hook with these subscriptions ('order', 'order.paid'; none: everything) is told of the type. */
export const wants = (events: readonly string[], type: string): boolean =>
  events.length === 0 || events.includes(type) || events.includes(type.split('.', 1)[0]!);
