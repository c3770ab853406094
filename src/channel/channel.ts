import type * as z from 'zod';
import type { Database } from '../db/open.ts';
import type { Act } from '../domain/act.ts';
import type { ShortTexts } from '../domain/channel.ts';
import type { RowTrouble } from '../domain/row_event.ts';
import type { FetchFile, Files } from '../files/index.ts';
import type { ReceiveHook } from '../http/hook.ts';
import type { InboxRow, Parse } from '../inbox/event.ts';
import type { Receiver } from '../inbox/receive.ts';
import type { Log } from '../lib/log.ts';
import type { BulkWay } from '../outbox/bulk.ts';
import type { Sender } from '../outbox/message.ts';
import type { Sentence } from '../text/explained.ts';
import type { Texts } from '../text/texts.ts';
import type { Key } from '../vault/seal.ts';

/** The banner's lines, by their names in the texts. */
export type BannerLine = {
  [K in keyof Texts['banner']]: Texts['banner'][K] extends string ? K : never;
}[keyof Texts['banner']];

/** A way in or out, whether it is set up or not. */
export interface Way {
  /** The name under which it reports its state. */
  name: string;
  on: boolean;
}

type Variables<Shape extends z.ZodRawShape> = z.infer<z.ZodObject<Shape>>;

/**
 * The settings of a channel in the environment. They are read before anything else of the channel, also by processes
 * that never start one, so a channel's `settings.ts` loads no library but zod.
 */
export interface ChannelSettings<Shape extends z.ZodRawShape, Own> {
  /** Its variables; an unset variable and an empty one mean the same. */
  variables: Shape;
  /** The settings that follow from the variables, whether the channel is set up or not. */
  read(variables: Variables<Shape>): Own;
  /** One sentence for each combination of variables that does not work, though each is valid alone. */
  problems?(variables: Variables<Shape>, house: { publicUrl: string | undefined }): Sentence[];
  /** Every possible way in and out: /status lists them. */
  ways(own: Own): Way[];
  /** What the banner says about it. */
  banner(own: Own): BannerLine[];
  /** The owner's address there, who needs no pairing. */
  owner?(own: Own): string | undefined;
  /** The owner's own addresses, in lower case, on a channel where everything from such an address is the owner's. */
  ownerAddresses?(own: Own): readonly string[];
  /** The address that we write from there, if it is one of ours alone. */
  ownAddress?(own: Own): string | undefined;
  /** How texts leave there, where they are short and paid for by the piece. */
  shortTexts?(own: Own): ShortTexts | undefined;
  /** A chat that several people see and that gets the cards instead of the owner's own chat. */
  deskChat?(own: Own): string | undefined;
}

/** What a channel is opened with. */
export interface Opening<Own> {
  config: Own;
  /** This installation's secret. */
  key: Key;
  /** Where the outside reaches us, without a trailing slash. */
  publicUrl: string;
}

/** A channel that can parse what came in by it, whether it is set up now or not. */
export interface OpenChannel {
  parse: Parse;
  /** What can be said about a row that could not be parsed. */
  describe?(row: InboxRow): Promise<Pick<RowTrouble, 'from' | 'subject' | 'words' | 'attachments'>>;
  /** Begins to receive and send; undefined if the channel is not set up. Does not wait for its network. */
  start(kit: ChannelKit): Promise<RunningChannel | undefined>;
  /** Called when nothing is parsed any more. */
  close?(): Promise<void>;
}

/** What a channel works with while it runs. */
export interface ChannelKit {
  log: Log;
  db: Database;
  act: Act;
  receiver: Receiver;
  /** The bytes of attachments, whichever channel holds them. */
  files: Files;
  /** The name of this process and no other, for leases: some things only one process may do. */
  holder: string;
  /**
   * True while this is a copy of the data and the owner has not said otherwise: then nothing is sent, nothing is
   * fetched, and nobody is told about us.
   */
  resting(): boolean;
  /** Something was stored: handle it now instead of at the next look. */
  wake(): void;
  /** Notes how a channel is doing; repeating the same state costs nothing. */
  noteChannel(channel: string, ok: boolean, detail: string): void;
}

/** A way to customers that is switched on. */
export interface RunningChannel {
  sender?: Sender;
  /** How it takes the many mails of a campaign at once. */
  bulk?: BulkWay;
  /** Fetches a file that it holds, by its own ref. Throws FileRefused if it never can. */
  fetchFile?: FetchFile;
  /** The handlers of what is posted to it, by path: '/telegram/:token'. */
  hooks?: Record<string, ReceiveHook>;
  /** The names under which it reports its states; default: its own. */
  states?: string[];
  /** Stops: nothing more comes in. */
  stop(): Promise<void>;
}
