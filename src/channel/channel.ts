import type * as z from 'zod';
import type { Database } from '../db/open.ts';
import type { Act } from '../domain/act.ts';
import type { RowTrouble } from '../domain/row_event.ts';
import type { FetchFile, Files } from '../files/index.ts';
import type { ReceiveHook } from '../http/hook.ts';
import type { InboxRow, Parse } from '../inbox/event.ts';
import type { Receiver } from '../inbox/receive.ts';
import type { Log } from '../lib/log.ts';
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
  /** The name under which it says how it is. */
  name: string;
  on: boolean;
}

type Variables<Shape extends z.ZodRawShape> = z.infer<z.ZodObject<Shape>>;

/**
 * What the environment decides about a channel. It is read before anything else of the channel, and by processes that never start one, so
 * a channel's `settings.ts` loads no library but zod.
 */
export interface ChannelSettings<Shape extends z.ZodRawShape, Own> {
  /** Its variables; an unset one and an empty one are the same. */
  variables: Shape;
  /** What follows from them, set up or not. */
  read(variables: Variables<Shape>): Own;
  /** What the variables allow alone but not together, one sentence for each. */
  problems?(variables: Variables<Shape>, house: { publicUrl: string | undefined }): Sentence[];
  /** Every way in and out there can be: /status lists them. */
  ways(own: Own): Way[];
  /** What the banner says about it. */
  banner(own: Own): BannerLine[];
  /** Who is the owner there, without pairing. */
  owner?(own: Own): string | undefined;
  /** The owner's own addresses, in lower case, on a channel where whatever comes from one is the owner's. */
  ownerAddresses?(own: Own): readonly string[];
  /** The chat several people see, where cards go instead of the owner's own chat. */
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

/** A channel that understands what came in by it, whether it is set up now or not. */
export interface OpenChannel {
  parse: Parse;
  /** What can be said of a row that could not be parsed. */
  describe?(row: InboxRow): Promise<Pick<RowTrouble, 'from' | 'subject' | 'words' | 'attachments'>>;
  /** Begins to receive and send; undefined while it is not set up. Does not wait for its network. */
  start(kit: ChannelKit): Promise<RunningChannel | undefined>;
  /** When no more is parsed. */
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
  /** Names this process, and no other, where only one may run (leases). */
  holder: string;
  /** Until the owner says otherwise this is a copy of the data: nothing is sent, nothing is fetched, and nobody is told of us. */
  resting(): boolean;
  /** Something was stored: handle it now rather than at the next look. */
  wake(): void;
  /** A channel says how it is; repeating itself costs nothing. */
  noteChannel(channel: string, ok: boolean, detail: string): void;
}

/** A way to customers that is switched on. */
export interface RunningChannel {
  sender?: Sender;
  /** Gives the bytes of a file it holds, by its own ref. Throws FileRefused when it never will. */
  fetchFile?: FetchFile;
  /** They take in what is posted to it, by path: '/telegram/:token'. */
  hooks?: Record<string, ReceiveHook>;
  /** Names under which it says how it is; default: its own. */
  states?: string[];
  /** No more comes in. */
  stop(): Promise<void>;
}
