import type { FetchFile } from '../../files/index.ts';
import type { ReceiveHook } from '../../http/hook.ts';
import type { Outcome, Sender } from '../../outbox/message.ts';

/** Under this name what comes in reports its state: it can fail while sending works. */
export const INCOMING = 'sms_incoming';

/** One text, as it is handed over. */
export interface Text {
  /** E.164 (+8613800138000), or as whoever wrote to us is named. */
  to: string;
  body: string;
  /** Ours for it (the outbox row's idempotency key): what is reported of the text later names it. */
  key: string;
}

/** Hands texts over to whoever sends them. */
export interface SmsProvider {
  /** Makes one request, throws nothing. */
  submit(text: Text, signal: AbortSignal): Promise<Outcome>;
  lookUp?: Sender['lookUp'];
  hooks?: Record<string, ReceiveHook>;
  fetchFile?: FetchFile;
  /** Begins what it does besides. */
  start?(): { stop(): Promise<void> };
}

/** What one text says: how its report path names it, and back. Neither is a secret. */
export const keyToPath = (key: string): string => Buffer.from(key).toString('base64url');
export const keyOfPath = (path: string): string => Buffer.from(path, 'base64url').toString();
