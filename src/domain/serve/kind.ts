/** What a ticket is about. */
export const KINDS = ['inquiry', 'support', 'complaint', 'return', 'other'] as const;
export type TicketKind = (typeof KINDS)[number];

/** The most urgent first. */
export const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** It waits for us, or for the customer; nobody is reminded of it; it is over. */
export type TicketState = 'open' | 'pending' | 'snoozed' | 'resolved';
