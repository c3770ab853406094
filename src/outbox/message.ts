import type { Reply } from '../domain/reply.ts';

/** A chat on a channel, and the message there that is meant. */
export interface Place {
  channel: string;
  address: string;
  externalId?: string;
}

/** What is to be said. Rendered by the channel's `format` only when it is sent. */
export type Payload =
  | {
      kind: 'message';
      reply: Reply;
      /** External id of the message this one answers in the same chat. */
      replyTo?: string;
      /** Where the owner typed this answer: the receipt (sent, failed and why) goes there. */
      receiptTo?: Place;
      /** Mail only. */
      subject?: string;
      /** Mail only: Message-IDs, oldest first; the last one becomes In-Reply-To. */
      references?: string[];
    }
  /** Ends a button's progress wheel with a short toast (Telegram answerCallbackQuery). */
  | { kind: 'button_answer'; pressId: string; text: string }
  /** Takes the place of what the person's page of the bot showed (Slack App Home). */
  | { kind: 'home'; reply: Reply };

export interface OutboxMessage {
  id: string;
  channel: string;
  address: string;
  audience: 'customer' | 'owner';
  idempotencyKey: string;
  payload: Payload;
  conversationId: string | null;
  messageId: string | null;
  attempts: number;
  createdAt: Date;
}

/**
 * What became of one attempt. A sender throws nothing: whatever happens is one of these.
 * - sent: the channel accepted it.
 * - retry: certainly not sent (refused connection, DNS, 429, an answer that says so); try again, not before `afterSeconds`.
 * - failed: certainly not sent and never will be (blocked, no such address).
 * - unknown: the request was written and no answer came: it may or may not have gone.
 */
export type Outcome =
  | { result: 'sent'; externalId?: string }
  | {
      result: 'retry';
      error: string;
      /** Seconds the channel asked us to wait (Telegram retry_after). Default: the outbox's own back-off. */
      afterSeconds?: number;
      /** What has to wait: this chat only, or the whole channel. Default 'chat'. */
      scope?: 'chat' | 'channel';
      /** The channel itself is down for all (token revoked, login refused): /status goes red. */
      channelDown?: boolean;
    }
  | {
      result: 'failed';
      error: string;
      reason: 'blocked' | 'no_such_address' | 'rejected';
    }
  /** The chat has a new address; the message goes there. */
  | { result: 'moved'; to: string }
  | { result: 'unknown'; error: string };

/** One channel's way out. */
export interface Sender {
  send(message: OutboxMessage, signal: AbortSignal): Promise<Outcome>;
  /** Longest a send may take, in ms; then it is aborted and counts as unknown. The lease is longer than this. */
  deadlineMs: number;
  /** Least time between two messages to one chat, in ms. 0: no limit. */
  chatGapMs: number;
  /** Most messages a second over the whole channel. Beyond it they wait in the queue. */
  perSecond: number;
}
