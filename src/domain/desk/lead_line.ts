import type { Locale } from '../../text/locale.ts';
import { formatMoney, type Money, plainDecimal } from '../../text/money/money.ts';
import type { Texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import type { LeadNamed, OfLead } from '../card.ts';
import type { Button, Reply } from '../reply.ts';

const LABEL_GRAPHEMES = 60;

/** The card with what the order means for a lead, and what can be done about it. */
export function withLead(t: Texts, locale: Locale, reply: Reply, ofLead: OfLead | undefined): Reply {
  if (!ofLead) return reply;
  const hint = [reply.hint, leadLine(t, locale, ofLead)].filter(Boolean).join('\n');
  const buttons = leadButtonsOf(t, locale, ofLead);
  return { ...reply, hint, buttons: [...(reply.buttons ?? []), ...(buttons.length > 0 ? [buttons] : [])] };
}

/** One line: which lead, its own amount, and what the order means for it. */
export function leadLine(t: Texts, locale: Locale, ofLead: OfLead): string {
  const { is, orderAmount } = ofLead;
  const line = lineOf(ofLead, locale);
  if (is === 'which') return t.order.whichLead;
  if (is !== 'unlike' && is !== 'deposit') return t.order.lead[is](line);
  return t.order[is](line, orderAmount && orderAmount.minor !== '0' ? shown(orderAmount, locale) : '');
}

const lineOf = ({ title, amount }: LeadNamed, locale: Locale): string =>
  [title, ...(amount ? [shown(amount, locale)] : [])].join(' · ');

const shown = ({ minor, currency }: Money, locale: Locale): string => formatMoney(minor, currency, locale);

/** What can be done about it. */
export function leadButtonsOf(t: Texts, locale: Locale, ofLead: OfLead): Button[] {
  const { is, leadId, journalId, account, contactId } = ofLead;
  if (is === 'which') return [ofLead, ...(ofLead.others ?? [])].map((one) => wonOfSeveral(t, locale, one, ofLead));
  if (is === 'unlike' || is === 'deposit') {
    return [ofLead.amount, ofLead.orderAmount].flatMap((amount) => wonAt(t, locale, ofLead, amount));
  }
  if (is === 'won') return journalId ? [{ label: t.button.undo, command: `/undo ${journalId}` }] : [];
  if (is === 'shaken') {
    return [
      { label: t.button.reopen, command: `/reopen ${leadId}` },
      { label: t.button.lost, command: `/lost ${leadId}` },
    ];
  }
  return [
    { label: t.button.won, command: `/won ${leadId}` },
    ...(account ? [{ label: t.button.notTheSame, command: `/split c${contactId} ${account}` }] : []),
  ];
}

function wonAt(t: Texts, locale: Locale, lead: OfLead, amount: Money | undefined): Button[] {
  if (!amount || amount.minor === '0') return [];
  return [{ label: `${t.button.won} · ${shown(amount, locale)}`, command: wonCommand(lead, amount, lead.orderId) }];
}

/** A button for one of several leads that may be won: with its own amount, or else with the order's. */
function wonOfSeveral(t: Texts, locale: Locale, one: LeadNamed, { orderAmount, orderId }: OfLead): Button {
  const command = wonCommand(one, one.amount ?? orderAmount, orderId);
  return { label: truncate(`${t.button.won} · ${lineOf(one, locale)}`, LABEL_GRAPHEMES), command };
}

/** With the order that has won it, so that what becomes of that is told with the lead. */
function wonCommand({ leadId }: LeadNamed, amount: Money | undefined, orderId: string | undefined): string {
  const sum = amount && `${amount.currency} ${plainDecimal(amount.minor, amount.currency)}`;
  return [`/won ${leadId}`, sum, orderId && `order:${orderId}`].filter(Boolean).join(' ');
}
