import type { CalendarAct } from '../../domain/calendar_act.ts';
import type { NamedBy } from '../../domain/event.ts';
import type { MachineKind } from '../machines/automatic.ts';
import type { Complaint, FailedRecipient } from '../machines/bounce.ts';
import type { MachineReport } from '../machines/machine_report.ts';
import type { Sender } from '../send/sender.ts';
import type { Trust } from './trust.ts';

export interface ReadOptions {
  /** Lower case. Only mail from these can be a forward. */
  ownerEmails: readonly string[];
  /** The provider whose Authentication-Results are believed. */
  authservId?: string | undefined;
  /** Our own check found a signature of the sender's domain (own_check.ts); counts where that provider says nothing. */
  signed?: true | undefined;
}

export interface MailFile {
  /** '' when the sender gave none. */
  name: string;
  type: string;
  bytes: number;
  /** For `readPart`: its number among the mail's files from 1; `2.1` is the first file of the mail that is the second. */
  part: string;
}

/** What a mail says, without a judgement on what to do. Plain data: it can cross to another thread. */
export interface MailReading {
  kind: 'message' | 'forward' | MachineKind;
  /** What of it could not be read: encrypted or sealed as a whole, what Outlook packs for itself, pictures that are only linked, or bytes that make no words. */
  strange: 'sealed_mail' | 'winmail' | 'linked_pictures' | 'unreadable_mail' | null;
  /** Who wrote the words in `newText`; null when the mail names nobody, or several. */
  sender: Sender | null;
  /** The sender is only named by an owner's forward, a form, a group or a Reply-To. */
  claimed: boolean;
  /** What names a claimed sender, if not an owner's forward. */
  namedBy: NamedBy | null;
  /** Of a forward: a program wrote what the owner forwards, and nobody can be answered. */
  byMachine: boolean;
  /** Who filled in a form that holds no address ('' for what it does not say), and what stands in its field for one: nobody can be answered. Null: no such form. */
  visitor: { name: string; phone: string; unusable: string } | null;
  /** Of a form: what its visitor wrote in their own words. Null: no form, or none whose fields are known. */
  formWords: string | null;
  /** Of a form: further addresses that stand in it. */
  others: string[];
  newText: string;
  /** History and signatures; of a bounce what it says of each recipient as well. '' for none. */
  quotedText: string;
  /** What a rule took for a signature or notice, or found beside a form's fields for words: its author's lines all the same. '' for none. */
  asideText: string;
  /** Whose mail its sender passes on, at the end of `newText`. */
  forwardedFrom: Sender | null;
  /** Of a forward: what the owner wrote above it. */
  ownerComment: string | null;
  subject: string;
  /** When `newText` was written, as the mail says. */
  date: Date | null;
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  trust: Trust;
  files: MailFile[];
  warnings: string[];
  /** What speaks for a machine (names of headers and the like), whatever `kind` came of it: nothing answers such a mail by itself. */
  signs: string[];
  /** Of a bounce: who did not get it, or not yet. */
  recipients: FailedRecipient[];
  complaint: Complaint | null;
  /** Of a mail between calendars. */
  calendar: CalendarAct | null;
  /** What the answer of a program is, if no absence note. */
  report: MachineReport | null;
  /** Of a bounce or complaint: the Message-ID of the mail that came back. Of an attached forward: that of the original. */
  about: string | null;
  /** Of a bounce: what it shows of the mail that came back ('' and null for what it does not). */
  original: { subject: string; date: Date | null };
}
