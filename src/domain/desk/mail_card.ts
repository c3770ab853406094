import type { CalendarActName } from '../../text/calendar_act.ts';
import { head } from '../../text/cut.ts';
import type { Texts } from '../../text/texts.ts';
import { isInMailbox, size } from '../attachment.ts';
import type { Shown } from '../card.ts';
import type { Button, Field, Reply } from '../reply.ts';
import type { AnswerWay } from '../talk/answer_way.ts';
import type { Conversation } from '../talk/conversation.ts';
import type { Message } from '../talk/message.ts';
import { onlyToButton } from '../talk/who_gets_it.ts';
import type { ShownMessage } from './card_words.ts';

/** If answers are asked for at several addresses, this many get a button. */
const MOST_ASKED = 3;

/** A mail that the owner sent. */
interface OwnMail {
  subject: string;
  text: string;
  /** They forwarded a mail that shows no more than this name; '' for none. */
  nameless: string | undefined;
  /** Somebody's in its text. */
  address: string | undefined;
  byMachine: boolean;
}

export function ownMailCard(t: Texts, mail: OwnMail): Reply {
  const { subject, text, nameless, address, byMachine } = mail;
  const add =
    nameless !== undefined && address && !byMachine && `/add ${[nameless, address].filter(Boolean).join(' ')}`;
  const hint = hintOf(t, mail);
  return {
    title: t.card.ownMail(subject),
    ...(hint && { hint }),
    quote: text,
    buttons: [
      [
        ...(add ? [{ label: t.card.addAddress(address), command: add }] : []),
        { label: t.button.task, command: `/task ${subject || head(text, 100)}` },
      ],
    ],
  };
}

/** Why a forwarded mail was filed under nobody. */
function hintOf(t: Texts, { nameless, address, byMachine }: OwnMail): string | undefined {
  if (byMachine) return t.card.ofMachine(nameless ?? '');
  if (nameless === undefined) return undefined;
  return address ? t.card.ofWhom(nameless) : t.card.withoutAddress(nameless);
}

/** What a website's program has sent, where nobody's words are known in it. */
export function programCard(t: Texts, { from, subject }: { from: string; subject: string }): Reply {
  return { title: t.mail.byVisitor(from, subject), text: t.mail.noAddress(from, ''), hint: t.mail.inAutomatic };
}

/** Of whoever gave no address: what was typed instead of one, and how they are reached. */
export function noAddressFields(t: Texts, messages: readonly { shown: Shown }[]): Field[] {
  const visitor = messages.findLast(({ shown }) => shown.visitor)?.shown.visitor;
  if (!visitor) return [];
  const { from, phone, unusable } = visitor;
  const lines = [...(unusable ? [t.mail.unusable(unusable)] : []), t.mail.noAddress(from, phone)];
  return [{ label: t.mail.unanswerable, value: lines.join(' ') }];
}

/** What somebody's calendar says about an event. */
interface Invitation {
  name: string;
  address: string;
  contactId: string | undefined;
  acts: readonly CalendarActName[];
}

/** An act between calendars. */
export function invitationCard(t: Texts, { name, address, contactId, acts }: Invitation): Reply {
  const howToAnswer = contactId ? t.mail.answerInCalendar : t.mail.answerByMail(address);
  return {
    title: t.mail.invitation(name || address, acts.map((act) => t.mail.calendarAct[act]).join(' / ')),
    buttons: [
      contactId
        ? [{ label: t.button.contact, command: `/contact c${contactId}` }]
        : [{ label: t.button.addContact, command: `/add ${name} ${address}` }],
    ],
    hint: acts.includes('asks') ? howToAnswer : t.mail.calendarUnchanged,
  };
}

/** A mail whose sender may be forged. */
export const isSuspicious = (messages: readonly ShownMessage[]): boolean =>
  messages.some(({ trust }) => trust === 'suspicious');

/** Who says whose words they are, where nobody has proven it. */
function claimedField(t: Texts, messages: readonly ShownMessage[]): Field[] {
  const { claimed, namedBy } = messages.findLast(({ shown }) => shown.claimed)?.shown ?? {};
  if (!claimed) return [];
  if (!namedBy) return [{ label: t.mail.forwarded, value: t.mail.claimedAddress(claimed) }];
  const { what, from, asks } = namedBy;
  const by = asks ? t.mail.formAsks : t.mail.namedBy[what];
  const value = claimed === from ? t.mail.ofGroup(from) : by(claimed, from);
  return [{ label: t.mail.cameBy[what], value }];
}

/** What of a mail's sender must be known before it is answered. */
export function mailFields(
  t: Texts,
  conversation: Conversation,
  messages: readonly ShownMessage[],
  way: AnswerWay,
): Field[] {
  const { address, copies } = way;
  const last = messages.at(-1)!;
  const { author, authorName, copied } = last;
  const asked = askedFor(last, way).join(', ');
  const tooLarge = messages.flatMap(({ attachments }) => attachments.filter(isInMailbox));
  return [
    ...tooLarge.map(({ bytes }) => ({ label: t.mail.tooLarge, value: t.mail.stillInMailbox(size(bytes ?? 0)) })),
    ...(isSuspicious(messages) ? [{ label: t.mail.careful, value: t.mail.suspicious }] : []),
    ...claimedField(t, messages),
    ...(authorName ? [{ label: t.mail.writesAs, value: authorName }] : []),
    ...(author ? [{ label: t.mail.writtenBy, value: t.mail.answersGoTo(author, address) }] : []),
    ...(asked
      ? [
          {
            label: last.shown.namedBy?.what === 'form' ? t.mail.alsoInForm : t.mail.replyTo,
            value: t.mail.answersGoTo(asked, address),
          },
        ]
      : []),
    ...(address !== conversation.address ? [{ label: t.mail.answersGo, value: address }] : []),
    ...(copied.length > 0 || copies.length > 0
      ? [{ label: t.mail.copied, value: t.mail.copiesGo(copied.length > 0 ? copied : copies, copies) }]
      : []),
  ];
}

/** Buttons by which the user decides where answers go, beyond what we do by ourselves. */
export function wayButtons(
  t: Texts,
  conversation: Conversation,
  message: Pick<Message, 'replyTo' | 'replyToOthers' | 'copied'>,
  way: AnswerWay,
): Button[][] {
  const { id, address, withoutCopies } = conversation;
  const to = (one: string) => ({ label: t.mail.answerTo(one), command: `/answersto v${id} ${one}` });
  const buttons = [
    ...askedFor(message, way).slice(0, MOST_ASKED).map(to),
    ...(way.address !== address ? [to(address)] : []),
    ...(way.copies.length > 0 ? [onlyToButton(t, id, way.address)] : []),
    ...(withoutCopies && message.copied.length > 0 ? [{ label: t.mail.toAll, command: `/copies v${id} on` }] : []),
  ];
  return buttons.length > 0 ? [buttons] : [];
}

/** Where the sender asks for answers, if they go somewhere else. */
const askedFor = (
  { replyTo, replyToOthers }: Pick<Message, 'replyTo' | 'replyToOthers'>,
  { address }: AnswerWay,
): string[] => (replyTo === null ? [] : [replyTo, ...replyToOthers].filter((asked) => asked !== address));
