import type { CalendarAct } from '../../domain/calendar_act.ts';
import type { NamedBy } from '../../domain/event.ts';
import type { MachineKind } from '../machines/automatic.ts';
import type { Complaint, FailedRecipient } from '../machines/bounce.ts';
import type { MachineReport } from '../machines/machine_report.ts';
import type { Sender } from '../send/sender.ts';
import type { Trust } from './trust.ts';

export interface ReadOptions {
  /** Lower case. Only mail from these addresses can be a forward. */
  ownerEmails: readonly string[];
  /** The provider whose Authentication-Results we believe. */
  authservId?: string | undefined;
  /**
   * Our own check found a signature of the sender's domain (own_check.ts); this counts if the provider says nothing.
   */
  signed?: true | undefined;
}

export interface MailFile {
  /** '' if the sender gave none. */
  name: string;
  type: string;
  bytes: number;
  /** The number for `readPart`: the mail's files count from 1; `2.1` is the first file of the mail that is file 2. */
  part: string;
}

/** What a mail says, without a judgement on what to do. Plain data, so it can pass to another thread. */
export interface MailReading {
  kind: 'message' | 'forward' | MachineKind;
  /**
   * The part that could not be read: encrypted or sealed as a whole, Outlook's own packaging, pictures that are only
   * linked, or bytes that make no words.
   */
  strange: 'sealed_mail' | 'winmail' | 'linked_pictures' | 'unreadable_mail' | null;
  /** Who wrote the words in `newText`; null if the mail names nobody, or several people. */
  sender: Sender | null;
  /** The sender is only named by an owner's forward, a form, a group or a Reply-To. */
  claimed: boolean;
  /** What names a claimed sender, if not an owner's forward. */
  namedBy: NamedBy | null;
  /** For a forward: a program wrote what the owner forwards, and nobody can be answered. */
  byMachine: boolean;
  /**
   * Who filled in a form that holds no address ('' for what it does not say), and what stands in its address field;
   * nobody can be answered. Null: no such form.
   */
  visitor: { name: string; phone: string; unusable: string } | null;
  /** For a form: what its visitor wrote in their own words. Null: no form, or none with known fields. */
  formWords: string | null;
  /** For a form: further addresses in it. */
  others: string[];
  newText: string;
  /** History and signatures; for a bounce also what it says about each recipient. '' for none. */
  quotedText: string;
  /**
   * What a rule took for a signature or notice, what a customer passes on, or what stands outside a form's message
   * fields; its author may still have written it. '' for none.
   */
  asideText: string;
  /** What it answers, as its author's program quoted it, where their own answers may stand among it; '' for none. */
  answeredText: string;
  /** Its author says that they do. */
  saysAnswered: boolean;
  /** Who wrote the mail that the sender passes on at the end of `newText`. */
  forwardedFrom: Sender | null;
  /** For a forward: what the owner wrote above it. */
  ownerComment: string | null;
  subject: string;
  /** When `newText` was written, according to the mail. */
  date: Date | null;
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  trust: Trust;
  files: MailFile[];
  warnings: string[];
  /**
   * What speaks for a machine (names of headers and the like), whatever `kind` was decided: such a mail is never
   * answered automatically.
   */
  signs: string[];
  /** For a bounce: who did not get it, or not yet. */
  recipients: FailedRecipient[];
  complaint: Complaint | null;
  /** For a mail between calendars. */
  calendar: CalendarAct | null;
  /** What a program's answer is, if it is no absence note. */
  report: MachineReport | null;
  /**
   * For a bounce or complaint: the Message-ID of the mail that came back. For an attached forward: that of the
   * original.
   */
  about: string | null;
  /** For a bounce: subject and date of the mail that came back ('' and null if it does not show them). */
  original: { subject: string; date: Date | null };
}
