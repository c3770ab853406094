import type { Money } from '../text/money/money.ts';
import type { CalendarAct } from './calendar_act.ts';
import type { FormVisitor, NamedBy } from './event.ts';

/** Why something is told at any hour, and while the owner is away. */
export type Urgency = 'vip' | 'complaint' | 'harm' | 'payment' | 'deadline';

/** A customer's message as a card shows it, with what only its arrival told. */
export interface Shown {
  messageId: string;
  /** When it was written (ISO). */
  at: string;
  /** Why it is told at any hour. */
  urgent?: Urgency;
  /** Whose words the customer passed on. */
  forwardedFrom?: string;
  /** The words it points at; '' for a story or a picture. */
  pointsAt?: string;
  /** The sender's address, where only the owner's forward names it, or what `namedBy` says. */
  claimed?: string;
  namedBy?: NamedBy;
  /** Who gave no address, and the website or program that wrote for them. */
  visitor?: FormVisitor & { from: string };
  /** The conversation it may belong to. */
  perhaps?: string;
  calendar?: CalendarAct;
}

/** An order a card tells of. */
export interface NewsOrder {
  id: string;
  number: string;
  /** What it means for a lead of its buyer. */
  lead?: OfLead | undefined;
}

/** A lead as a card names it. */
export interface LeadNamed {
  leadId: string;
  title: string;
  /** What the lead itself is worth; absent where it has no amount of its own. */
  amount?: Money | undefined;
}

/**
 * What an order means for a lead: it has won it; it may have, though somebody else is named, its sum is far from the lead's (`unlike`),
 * only a small part of it was paid (`deposit`), or several leads are open (`which`); or it had won it and its money goes back.
 */
export interface OfLead extends LeadNamed {
  is: 'won' | 'perhaps' | 'unlike' | 'deposit' | 'which' | 'shaken';
  /** What came for the order, where the lead's own amount says something else or nothing. */
  orderAmount?: Money | undefined;
  /** If several may be meant: the others. */
  others?: LeadNamed[];
  /** If it may have won it: the order. */
  orderId?: string | undefined;
  /** If it has won it: the journal entry by which the win is taken back. */
  journalId?: string | undefined;
  /** If it may have won it: the shop's customer, who is perhaps somebody else. */
  account?: string | undefined;
  contactId: string;
}
