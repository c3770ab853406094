import type { Tx } from '../../db/sql.ts';
import { withoutStruck } from '../../text/struck.ts';
import { typedWords } from '../../text/typed.ts';
import type { Urgency } from '../card.ts';
import type { Order } from '../sell/order.ts';
import { isPaymentFailed } from '../sell/order.ts';
import { isPaymentLure } from '../triage/lure.ts';
import { asksToCancel } from '../triage/rules/calls_off.ts';
import type { Triage } from '../triage/triage.ts';
import { soundsLikeHarmOnly, urgentWords, weighedUrgency } from '../triage/urgent_words.ts';

/** Whoever has one of these tags is never kept waiting; tags are compared in lower case. */
const VIP_TAGS = [...typedWords(({ vip }) => vip)];

const BY_WEIGHT: readonly Urgency[] = ['vip', 'harm', 'payment', 'complaint', 'deadline'];

/** The strongest of several reasons; undefined if there is none. */
export function strongest(reasons: readonly (Urgency | undefined)[]): Urgency | undefined {
  return BY_WEIGHT.find((why) => reasons.includes(why));
}

/** The kinds of message that count as a low rating. */
const LOW = ['complaint', 'low'];
/** A complaint is heard before triage is sure of it: missing one costs more than a look. */
const LIKELY = 0.5;

/** What is known of a notice: whose it is, what it says, the order it tells of. */
export interface Occasion {
  tags?: readonly string[];
  triage?: Triage;
  /** What a customer wrote, with its subject. */
  words?: string;
  order?: Order;
}

/**
 * Why a customer's message may not wait (no contact: nobody we know). Trouble with a payment is believed of whoever we know as a customer, or who speaks of what they
 * ordered here: a stranger's "your payment failed, sign in" rings at no hour. An order that is called off before it is sent can still be stopped.
 */
export async function messageUrgency(
  tx: Tx,
  contactId: string | undefined,
  occasion: Occasion,
): Promise<Urgency | undefined> {
  const words = withoutStruck(occasion.words ?? '');
  const why = urgency(occasion);
  if (!why && contactId !== undefined && occasion.triage?.label === 'ticket' && asksToCancel(words))
    return (await hasUnsentOrder(tx, contactId)) ? 'deadline' : undefined;
  if (why !== 'payment' || !isPaymentLure(words)) return why;
  return contactId !== undefined && (await isCustomer(tx, contactId)) ? why : undefined;
}

/** Somebody who bought here, or whom a user has answered. */
async function isCustomer(tx: Tx, contactId: string): Promise<boolean> {
  const [row] = await tx<{ known: boolean }>`
    select exists (select from purchases where contact_id = ${contactId}) or exists (
      select from conversations v join messages m on m.conversation_id = v.id
      where v.contact_id = ${contactId} and m.direction = 'out' and not m.automatic
    ) as known`;
  return row!.known;
}

/** Something they ordered has not left yet, and is to be sent. */
async function hasUnsentOrder(tx: Tx, contactId: string): Promise<boolean> {
  const [row] = await tx<{ unsent: boolean }>`
    select exists (
      select from orders
      where contact_id = ${contactId} and (fulfillment is null or fulfillment in ('unfulfilled', 'partial'))
        and cancelled_at is null and deleted_at is null and not test
    ) as unsent`;
  return row!.unsent;
}

/** Why this may not wait; undefined: it may. */
export function urgency({ tags = [], triage, words, order }: Occasion): Urgency | undefined {
  if (order && isPaymentFailed(order)) return 'payment';
  if (order) return undefined;
  if (tags.some((tag) => VIP_TAGS.includes(tag.toLowerCase()))) return 'vip';
  const unstruck = withoutStruck(words ?? '');
  const told = triage && unstruck !== '' ? urgentWords(unstruck, triage) : undefined;
  if (told) return told;
  const low = triage && LOW.includes(triage.sublabel) && (triage.accepted || triage.confidence >= LIKELY);
  if (low && !(words && soundsLikeHarmOnly(words))) return 'complaint';
  return triage && unstruck !== '' ? weighedUrgency(unstruck, triage) : undefined;
}
