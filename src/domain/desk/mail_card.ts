import type { CalendarActName } from '../../text/calendar_act.ts';
import { head } from '../../text/cut.ts';
import type { Texts } from '../../text/texts.ts';
import type { Shown } from '../card.ts';
import type { Field, Reply } from '../reply.ts';

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
