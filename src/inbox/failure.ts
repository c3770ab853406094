import { errorCode, isAway } from '../db/errors.ts';
import type { DomainEvent } from '../domain/event.ts';
import { NotYet } from '../domain/not_yet.ts';
import type { RowTrouble } from '../domain/row_event.ts';
import type { InboxRow } from './event.ts';

/** After so many tries, well within a minute, the owner is told, and the later rows of the lane go on without this one. */
export const HELD_TRIES = 4;

/** The row was stored, but its parser can make nothing of it. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/**
 * What helps against an error. `wait`: it is not the row's fault, and costs no try. `retry`: another try may succeed. `nothing`: the same
 * words would fail in the same way however often they were tried.
 */
export type Remedy = 'wait' | 'retry' | 'nothing';

/**
 * SQLSTATE classes (PostgreSQL, appendix A) that say something about the values or about our statement: 0A not supported, 21 cardinality,
 * 22 data, 23 constraints, 42 syntax and names, 54 limits.
 */
const OF_THE_STATEMENT = /^(0A|21|22|23|42|54)/;
/** Two acts met (unique, foreign key, exclusion): on its next try the second finds what the first has done, and does otherwise. */
const BY_RACE = ['23503', '23505', '23P01'];
/** Locks, cancelled and too long statements, a server without room: over in a moment, or in an hour. */
const PASSING = /^(40|53|55|57|58|08)/;
/** What a parser throws where it cannot read something. A mail that took too long or too much memory may be read by the next try. */
const OF_THE_WORDS = ['SyntaxError', 'TypeError', 'RangeError', 'URIError', 'ZodError', 'FieldError'];

export function remedyFor(error: unknown): Remedy {
  if (isAway(error) || error instanceof NotYet) return 'wait';
  if (error instanceof Unreadable) return OF_THE_WORDS.includes(nameOf(error.cause)) ? 'nothing' : 'retry';
  const code = errorCode(error) ?? '';
  return OF_THE_STATEMENT.test(code) && !BY_RACE.includes(code) ? 'nothing' : 'retry';
}

/** Whether it will pass by itself. Anything else that is tried again is a fault of ours, which may well come again. */
export function isPassing(error: unknown): boolean {
  const code = errorCode(error) ?? '';
  return PASSING.test(code) || BY_RACE.includes(code);
}

/** Class and code only: messages may quote what the customer wrote. */
export function shortly(error: unknown): string {
  if (error instanceof Unreadable) return `${error.name}: ${error.message}`;
  const code = errorCode(error);
  return code ? `${nameOf(error)} ${code}` : nameOf(error);
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'Error');

/** What can be said of a row that was understood, but whose handling failed. */
export function troubleOf(row: InboxRow, event: DomainEvent): RowTrouble {
  const [channel = ''] = row.source.split(':');
  return { channel, rowId: row.id, receivedAt: row.receivedAt, attachments: [], ...wordsOf(event) };
}

function wordsOf(event: DomainEvent): Partial<RowTrouble> {
  if (event.kind === 'message.received' || event.kind === 'message.edited') return ofMessage(event);
  if (event.kind === 'order.updated') return { subject: event.order.number, ...ofCustomer(event.customer) };
  if (event.kind === 'customer.updated') return ofCustomer(event.customer);
  return 'from' in event && typeof event.from === 'object' ? { from: event.from, ...placeOf(event) } : {};
}

function ofMessage(event: Extract<DomainEvent, { kind: 'message.received' | 'message.edited' }>): Partial<RowTrouble> {
  const { text, from } = event;
  const subject = 'subject' in event ? event.subject : undefined;
  const attachments = 'attachments' in event ? event.attachments : [];
  return { from, ...(subject && { subject }), words: text, attachments, ...placeOf(event) };
}

function ofCustomer(customer: { name: string | null; email: string | null } | null): Partial<RowTrouble> {
  const address = customer?.email ?? '';
  return customer?.name || address ? { from: { name: customer?.name ?? '', address } } : {};
}

function placeOf(event: object): Pick<RowTrouble, 'place'> {
  const { channel, chat, topic, externalId } = event as Record<string, string | undefined>;
  if (!channel || !chat) return {};
  return { place: { channel, address: chat, ...(topic && { topic }), ...(externalId && { externalId }) } };
}
