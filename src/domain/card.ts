import type { Money } from '../text/money/money.ts';
import type { CalendarAct } from './calendar_act.ts';
import type { FormVisitor, NamedBy } from './event.ts';

/** Why something is told at any hour, even while the owner is away. */
export type Urgency = 'vip' | 'complaint' | 'harm' | 'payment' | 'deadline';

/** A customer's message as a card shows it, with what only its arrival says. */
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
  /** The sender's address, if only the owner's forward names it, or what `namedBy` says. */
  claimed?: string;
  namedBy?: NamedBy;
  /** Somebody who gave no address, and the website or program that wrote for them. */
  visitor?: FormVisitor & { from: string };
  /** The conversation it may belong to. */
  perhaps?: string;
  calendar?: CalendarAct;
  /** Its writer says that their answers stand among our words, and nobody can tell which they are. */
  answersInside?: true;
  /** Its writer has left the channel by it, or come back; and how many answers to them stay here. */
  optedOut?: { is: 'stop' | 'start'; answers: number };
  /** With it they have said that they want no automatic answers. */
  noRobots?: true;
  /** With it they stopped what came unasked. */
  unsubscribed?: true;
  /** The name of the campaign that it answers. */
  campaign?: string;
  /** As an answer to that it may be a no to all that comes unasked, or only to what was offered. */
  perhapsNoMore?: true;
  /** Others at whose addresses what it answers was got: a mailbox may be forwarded to another, from which it is answered. */
  gotIt?: GotIt[];
  /** They seem to say so, and go on getting it: too many such came whose sender nothing shows to be right. */
  unproved?: true;
  /** The card was told anew with it: from here on further words join that card unheard for a moment. */
  rang?: true;
  /** An earlier card told it: its files are there, and here they are only named. */
  told?: true;
}

/** Somebody who got at this address what another answers. */
export interface GotIt {
  contactId: string;
  name: string;
  address: string;
}

/** An order that a card is about. */
export interface NewsOrder {
  id: string;
  number: string;
  /** What it means for a lead of its buyer. */
  lead?: OfLead | undefined;
  /** What it was counted with. */
  counted?: Money | undefined;
}

/** A lead as a card names it. */
export interface LeadNamed {
  leadId: string;
  title: string;
  /** The lead's own amount; absent if it has none. */
  amount?: Money | undefined;
}

/**
 * What an order means for a lead: it has won it; or it may have, but somebody else is named, its sum is far from the
 * lead's (`unlike`), only a small part of it was paid (`deposit`), or several leads are open (`which`); or it had won
 * it and its money goes back.
 */
export interface OfLead extends LeadNamed {
  is: 'won' | 'perhaps' | 'unlike' | 'deposit' | 'which' | 'shaken';
  /** What came for the order, if the lead's own amount differs or is missing. */
  orderAmount?: Money | undefined;
  /** The others, if several leads may be meant. */
  others?: LeadNamed[];
  /** The order, if it may have won it. */
  orderId?: string | undefined;
  /** The journal entry whose undo takes the win back, if it has won it. */
  journalId?: string | undefined;
  /** The shop's customer, who may be somebody else, if it may have won it. */
  account?: string | undefined;
  contactId: string;
}
