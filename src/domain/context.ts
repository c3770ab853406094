import type { KeyObject } from 'node:crypto';
import type { Tx } from '../db/sql.ts';
import type { Refusal } from '../lib/outbound/target.ts';
import type { Pdf, PdfDocument } from '../lib/pdf/document.ts';
import type { Locale } from '../text/locale.ts';
import type { Attachment } from './attachment.ts';
import type { ShortTexts } from './channel.ts';
import type { Settings } from './settings.ts';
import type { Pulled } from './shop_event.ts';
import type { UserAt } from './user.ts';

/** The secret with which a system signs what it posts to us. */
export interface HookSecret {
  /** Makes one, where the system takes ours. */
  make?: (() => string) | undefined;
  /** The system shows its own only once it has our address. */
  shownAfterwards?: boolean | undefined;
  /** How one is written. */
  looks?: RegExp | undefined;
}

/** What the domain may not get by itself: it is passed in, so that every act can be repeated in a test. */
export interface Capabilities {
  /** 80 random bits as 16 characters of a-z2-7. */
  random: () => string;
  /** Seals a secret for storage; `about` binds it to its place. */
  seal: (plain: string, about: string) => Uint8Array;
  /** Whether our key opens what was sealed: another key, or a lost one, does not. */
  opens: (sealed: Uint8Array, about: string) => boolean;
  sha256: (text: string) => Uint8Array;
  /** Signs the links that lead people to what they get (`preferencesPath`). */
  linkKey: KeyObject;
  /** All possible ways in and out, by the name under which each reports its state, and whether each is set up. */
  channels: readonly { name: string; on: boolean }[];
  /** The shops that we understand, as they are named in a hook's URL. */
  providers: readonly string[];
  /** How the secret of one of them comes about. */
  hookSecret: (provider: string) => HookSecret;
  /** Reads the address of a shop and its key as they are typed; why not, if they are none. Undefined: such a shop cannot be asked. */
  readShopKey: (
    provider: string,
    words: string,
  ) => { root: string; account?: string; key: string } | 'unreadable' | Refusal | undefined;
  /** The owner's own mail addresses, in lower case: mail from them is not a customer's. */
  ownerEmails: readonly string[];
  /** The address that we write from, by channel, where the settings say it. */
  ownAddresses: Readonly<Record<string, string>>;
  /** How texts leave, by channel, where they are short and paid for by the piece. */
  shortTexts: Readonly<Record<string, ShortTexts>>;
  /** Shared chats, by channel, where cards about customers go instead of the owner's own chat. */
  deskChats: Readonly<Record<string, string>>;
  /** Hosts that a hook may have although they are not of the public internet: `erp.lan`, `10.0.0.5:8080`. */
  allowedHosts: readonly string[];
  /** Where the outside reaches us, without a trailing slash. */
  publicUrl: string;
  /** How many seconds the result of an album waits for its next part. */
  albumSeconds: number;
  /**
   * Keeps a file that we made and returns its ref for an Attachment, `file:<sha256>`. It stays even if the act is
   * rolled back; the same bytes are kept once. Rejects beyond 25 MB.
   */
  keepFile: (bytes: Uint8Array) => Promise<string>;
  /** Sets a document as a PDF. Throws if that takes too long. */
  renderPdf: (document: PdfDocument) => Promise<Pdf>;
  /** The bytes of a file that we keep. Throws FileRefused if it is not there any more. */
  readFile: (ref: string) => Promise<Uint8Array>;
  /** Removes kept files that nothing names: those last kept before a time, at most `most`. Returns how many. */
  dropFiles: (which: {
    before: Date;
    most: number;
    named: (refs: string[]) => Promise<readonly string[]>;
  }) => Promise<number>;
}

/** One act: everything it reads and writes goes through `tx`, and it happens at `now`. */
export interface Context extends Capabilities {
  tx: Tx;
  now: Date;
  settings: Settings;
  /** Everybody who may give commands, as of the beginning of the act, or of when it was made anew. */
  users: readonly UserAt[];
  /** With which key of its user's a program does it; absent: the user does it themselves. */
  key?: string;
  /** What came with the line that is run. Absent: nothing. */
  files?: readonly Attachment[];
  /** A shop was asked for what happens here. Of history nobody is told anything. */
  pulled?: Pulled;
  /** The same act with the settings and users as they are by now: what one line of several has changed holds for the next. */
  anew: () => Promise<Context>;
}

/** The language in which we speak to somebody: their own, else the business's. */
export function localeOf({ settings }: Pick<Context, 'settings'>, who: { locale?: Locale | null } | undefined): Locale {
  return who?.locale ?? settings.locale;
}

/** What is needed to format a time: now, and the business's zone. */
export function clockOf({ now, settings }: Pick<Context, 'now' | 'settings'>, locale: Locale) {
  return { now, timezone: settings.timezone, locale };
}
