import { formatAge } from '../text/duration.ts';
import type { Locale } from '../text/locale.ts';
import type { Messages } from '../text/messages.ts';
import { formatMoney } from '../text/money.ts';
import { truncate } from '../text/truncate.ts';
import { loadContact } from './contact.ts';
import type { Context } from './context.ts';
import type { Conversation } from './conversation.ts';
import type { Filed } from './filing.ts';
import type { Message } from './message.ts';
import { boughtBy } from './order.ts';
import type { Button, Field, Reply } from './reply.ts';
import type { Triage, TriageLabel } from './triage/triage.ts';
import { snoozeButtons } from './waiting_card.ts';

/** A card stays one message on every platform; the whole text is a tap away. */
const QUOTE_GRAPHEMES = 1200;

/** A guess below this is no help. */
const WORTH_SAYING = 0.5;

const LABELS: TriageLabel[] = ['lead', 'ticket', 'feedback', 'other'];

export interface CardSubject {
  conversation: Conversation;
  message: Message & { triage: Triage };
  filed: Filed;
  /** Whose words the customer passed on. */
  forwardedFrom?: string | undefined;
}

/** What the owner sees of a customer's message: who, history in a line, what it was taken for and why, buttons. */
export async function customerCard(
  ctx: Context,
  t: Messages,
  locale: Locale,
  { conversation, message, filed, forwardedFrom }: CardSubject,
): Promise<Reply> {
  const contact = (await loadContact(ctx.tx, conversation.contactId))!;
  return {
    title: t.card.title(contact.name || conversation.address, t.channel(conversation.channel), message.subject),
    quote: truncate(message.text, QUOTE_GRAPHEMES),
    ...(message.attachments.length > 0 && { attachments: message.attachments }),
    fields: [
      ...(forwardedFrom ? [{ label: t.card.forwardedFrom, value: forwardedFrom }] : []),
      { label: t.card.takenFor, value: takenFor(t, message.triage) },
      ...(await history(ctx, t, locale, contact.id, contact.tags)),
    ],
    buttons: [
      refileButtons(t, message),
      [...workButtons(t, contact.id, filed), ...wholeButton(t, message), snoozeButtons(t, `v${conversation.id}`)[1]],
    ],
    hint: t.card.answerHint,
  };
}

export function takenFor(t: Messages, triage: Triage): string {
  const guess = triage.confidence >= WORTH_SAYING ? t.triage.perhaps(triage.label) : t.triage.unsorted;
  const name = triage.accepted ? t.triage.label(triage.label, triage.sublabel) : guess;
  return triage.reasons.length > 0 ? t.triage.because(name, triage.reasons) : name;
}

async function history(ctx: Context, t: Messages, locale: Locale, contactId: string, tags: string[]): Promise<Field[]> {
  const bought = await boughtBy(ctx.tx, contactId);
  const [seen] = await ctx.tx<{ messages: number; since: Date | null }>`
    select count(*)::int as messages, min(m.occurred_at) as since
    from messages m join conversations v on v.id = m.conversation_id
    where v.contact_id = ${contactId} and m.direction = 'in'`;
  const parts = [
    ...tags.map((tag) => `#${tag}`),
    ...bought.map((line) => t.card.bought(line.orders, formatMoney(line.totalMinor, line.currency, locale))),
    seen?.since && seen.messages > 1
      ? t.card.known(seen.messages, formatAge(ctx.now.getTime() - seen.since.getTime(), locale))
      : t.card.firstMessage,
  ];
  return [{ label: t.card.customer, value: parts.join(' · ') }];
}

/** One tap files it right: every label it is not. */
function refileButtons(t: Messages, message: CardSubject['message']): Button[] {
  const current = message.triage.accepted ? message.triage.label : undefined;
  return LABELS.filter((label) => label !== current).map((label) => ({
    label: t.triage.button(label),
    command: `/file ${message.id} ${label}`,
  }));
}

function wholeButton(t: Messages, message: Message): Button[] {
  const cut = message.text.length > QUOTE_GRAPHEMES && truncate(message.text, QUOTE_GRAPHEMES) !== message.text;
  return cut ? [{ label: t.button.whole, command: `/message ${message.id}` }] : [];
}

function workButtons(t: Messages, contactId: string, filed: Filed): Button[] {
  const buttons: Button[] = [{ label: t.button.contact, command: `/contact c${contactId}` }];
  if (filed.ticketId) buttons.push({ label: t.button.resolve, command: `/resolve ${filed.ticketId}` });
  if (filed.leadId) {
    buttons.push({ label: t.button.won, command: `/won ${filed.leadId}` });
    buttons.push({ label: t.button.lost, command: `/lost ${filed.leadId}` });
  }
  return buttons;
}
