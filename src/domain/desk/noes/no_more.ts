import type { Texts } from '../../../text/texts.ts';
import type { GotIt } from '../../card.ts';
import type { Contact } from '../../people/contact.ts';
import type { Button, Field } from '../../reply.ts';
import type { Conversation } from '../../talk/conversation.ts';
import type { ShownMessage } from '../card_words.ts';

/** What a card says of messages that answer a campaign, or ask for no more: what they said no to, what is kept, and what is for the owner to read. */
export const noMoreFields = (
  t: Texts,
  contact: Contact,
  conversation: Conversation,
  messages: readonly ShownMessage[],
): Field[] => [
  ...optedOutField(t, messages),
  ...campaignField(t, messages),
  ...unsubscribedField(t, contact, conversation, messages),
  ...refusedBy(messages).map((got) => ({ label: t.consent.label, value: t.consent.answersOf(got.name, got.address) })),
];

/** A row for each other person who got what one of these says no to. */
export const othersStopButtons = (t: Texts, messages: readonly ShownMessage[]): Button[][] =>
  refusedBy(messages).map((got) => stopButtonsOf(t, got));

/** The last word counts. */
function optedOutField(t: Texts, messages: readonly ShownMessage[]): Field[] {
  const { optedOut } = messages.findLast(({ shown }) => shown.optedOut)?.shown ?? {};
  if (!optedOut) return [];
  const value = optedOut.is === 'stop' ? t.sms.isOut(optedOut.answers) : t.sms.isBack;
  return [{ label: t.sms.optOut, value }];
}

function campaignField(t: Texts, messages: readonly ShownMessage[]): Field[] {
  const answered = messages.flatMap(({ shown }) => shown.campaign ?? []).at(-1);
  return answered === undefined ? [] : [{ label: t.consent.answers, value: t.consent.campaignNamed(answered) }];
}

function unsubscribedField(
  t: Texts,
  { name }: Contact,
  { address }: Conversation,
  messages: readonly ShownMessage[],
): Field[] {
  if (messages.some(({ shown }) => shown.unsubscribed)) {
    const who = refusedBy(messages).length > 0 ? [name, address].filter(Boolean).join(' · ') : name;
    return [{ label: t.consent.label, value: t.consent.hasStopped(who) }];
  }
  if (messages.some(({ shown }) => shown.unproved)) return [{ label: t.consent.label, value: t.consent.unproved }];
  if (messages.some(({ shown }) => shown.perhapsNoMore))
    return [{ label: t.consent.label, value: t.consent.perhapsNoMore }];
  return messages.some(wantsNoMore) ? [{ label: t.consent.label, value: t.consent.seemsToStop }] : [];
}

/** They ask for no more, in a sentence, which is for the owner to read. */
export const wantsNoMore = ({ triage, shown }: ShownMessage): boolean =>
  !shown.unsubscribed &&
  (shown.perhapsNoMore === true ||
    triage?.alsoNoMore === true ||
    (triage?.accepted === true && triage.sublabel === 'unsubscribe'));

/** Others who got what one of these says no to. */
const refusedBy = (messages: readonly ShownMessage[]): GotIt[] =>
  messages.findLast((one) => one.shown.unsubscribed || wantsNoMore(one))?.shown.gotIt ?? [];

const stopButtonsOf = (t: Texts, { contactId, name }: GotIt): Button[] => {
  const [stop, keep] = stopButtons(t, contactId);
  return [
    { ...stop!, label: t.consent.button.stopOf(name) },
    { ...keep!, label: t.consent.button.keepOf(name) },
  ];
};

/** Whether somebody who seems to ask for no more gets nothing unasked from now on. */
export const stopButtons = (t: Texts, contactId: string): Button[] => [
  { label: t.consent.button.stop, command: `/unsubscribe c${contactId}` },
  { label: t.consent.button.keep, command: `/consent c${contactId} ${t.typed.consent.keep[0]}` },
];
