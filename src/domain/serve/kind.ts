/** What a ticket is about. */
export const KINDS = ['inquiry', 'support', 'complaint', 'return', 'other'] as const;
export type TicketKind = (typeof KINDS)[number];

/** The most urgent first. */
export const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const STATES = ['open', 'pending', 'snoozed', 'resolved'] as const;
export type TicketState = (typeof STATES)[number];
