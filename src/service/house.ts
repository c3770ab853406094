import type { Config } from '../config.ts';
import type { Database } from '../db/open.ts';
import type { Act } from '../domain/act.ts';
import type { FetchFile, Files } from '../files/index.ts';
import type { ReceiveHook } from '../http/hook.ts';
import type { Receiver } from '../inbox/receive.ts';
import type { Log } from '../lib/log.ts';
import type { MailReader } from '../mail/read/reader.ts';
import type { Sender } from '../outbox/message.ts';
import type { Key } from '../vault/seal.ts';

/** What every edge is built on. */
export interface House {
  config: Config;
  log: Log;
  db: Database;
  act: Act;
  key: Key;
  receiver: Receiver;
  /** The bytes of attachments, whichever channel holds them. */
  files: Files;
  mailReader: MailReader;
  /** Names this process, and no other, where only one may run (leases). */
  holder: string;
  /** This is a copy of the data, until the owner says otherwise: nothing is sent, nothing fetched, nobody told of us. */
  resting(): boolean;
  /** Something was stored: handle it now rather than at the next look. */
  wake(): void;
  /** A channel says how it is; repeating itself costs nothing. */
  noteChannel(channel: string, ok: boolean, detail: string): void;
}

/** A way in or out, whether it is set up or not. */
export interface Way {
  /** Under which it says how it is. */
  name: string;
  on: boolean;
}

/** A way to customers that is switched on. */
export interface Channel {
  sender?: Sender;
  /** Gives the bytes of a file it holds, by its own ref. Throws FileRefused when it never will. */
  fetchFile?: FetchFile;
  /** Take in what is posted to it, by path: '/telegram/:token'. */
  hooks?: Record<string, ReceiveHook>;
  /** Names under which it says how it is; default: its own. */
  states?: string[];
  /** No more comes in. */
  stop(): Promise<void>;
}
