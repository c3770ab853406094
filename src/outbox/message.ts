import type { TextFault } from '../domain/delivery.ts';
import type { Form } from '../domain/form.ts';
import type { Mark, Reply } from '../domain/reply.ts';
import type { PostFault } from '../lib/outbound/faults.ts';
import type { Refusal } from '../lib/outbound/target.ts';

/** A chat on a channel, and the message there that is meant. */
export interface Place {
  channel: string;
  address: string;
  externalId?: string;
  /** Where the chat has topics: the one it is in; absent or '': outside them. */
  topic?: string;
}

/** Which answer leaves by itself: the owner is away, it is closed, it is often asked, how an order stands. */
export type Itself = 'away' | 'hours' | 'faq' | 'order';

/** What is to be said. Rendered by the channel's `format` only when it is sent. */
export type Payload =
  | {
      kind: 'message';
      /** What it shows by now. */
      reply: Reply;
      /** What it showed before anything was done with its buttons; `marks`: what was done. */
      before?: Reply;
      marks?: Mark[];
      /** Key of the edit that told the channel last, or is to tell it. */
      editedBy?: string;
      /** External id of the message this one answers in the same chat. */
      replyTo?: string;
      /** Where the chat has topics: the one it belongs in, '' for outside them. Default: that of the conversation's contact. */
      topic?: string;
      /** Where the owner typed this answer: the receipt (sent, failed and why) goes there. */
      receiptTo?: Place;
      /** Nobody wrote it: it says so where the channel can, and nothing answers it by itself. */
      automatic?: true;
      /** It answers a message by itself, and of which kind it is: what waits is stopped by that. */
      itself?: Itself;
      /** It is a campaign's: its report tells what became of it, and nobody is told of it alone. */
      campaign?: true;
      /** Local hours of whom it is for, in minutes since midnight, within which it may leave; default: any. */
      hours?: { from: number; to: number };
      /** Mail only: who gets a copy. */
      copies?: string[];
      /** Mail only: who would have got one, and was blocked by a user before it left. */
      lostCopies?: string[];
      /** Mail only. */
      subject?: string;
      /** Mail only: Message-IDs, oldest first; the last one becomes In-Reply-To. */
      references?: string[];
    }
  /** Ends a button's progress wheel with a short toast (Telegram answerCallbackQuery). */
  | { kind: 'button_answer'; pressId: string; text: string }
  /** Opens a form, within the few seconds a trigger lives. */
  | {
      kind: 'form';
      triggerId: string;
      form: Form;
      /** The button whose command the answers complete. */
      buttonId: string;
      /** What is said when the form can no longer be opened: what is missing, and an example. */
      instead: Reply;
      /** As in a message: what came of it is said there. */
      replyTo?: string;
    }
  /** A message of ours in the same chat shows what its own row says by now. */
  | {
      kind: 'edit';
      /** That row. */
      of: string;
      /** How it is to look, and which one it is there: looked up when it is sent. */
      now?: Edited;
      /** Said as a message of its own where that one can no longer be changed. */
      instead?: Reply;
      /** As in a message. */
      replyTo?: string;
      /** As in a message. */
      topic?: string;
      /** It is a card on which there is more now: where it can no longer be changed, all of it is told below. */
      grown?: true;
      /** The press it answers, as the channel names it. */
      pressId?: string;
    }
  /** What everybody can read in a channel is deleted there: the messages of that row. */
  | { kind: 'removal'; of: string /** Looked up when it is sent. */; ids?: string[] }
  /** Asks whether we may post at the address, and what it is called. */
  | { kind: 'outlet'; outletId: string }
  /** Takes the place of what the person's page of the bot showed (Slack App Home). */
  | { kind: 'home'; reply: Reply }
  /** A customer's topic shows that nothing is left to do for them; what is told unasked opens it again. */
  | { kind: 'topic_closed'; topic: string }
  /** It was not done after all: the topic is as before. */
  | { kind: 'topic_opened'; topic: string }
  /** Tells another system what happened: the id that all tries have, and the body as it is signed. */
  | {
      kind: 'event';
      id: string;
      body: string /** It is a try: what comes back is told there, and it is not repeated. */;
      triedFrom?: Place;
    };

/** A message that is to be written anew. */
export interface Edited {
  reply: Reply;
  /** null: the channel gave it none. */
  externalId: string | null;
  /** In how many messages it left: the last one has the buttons. */
  parts: number;
  /** It stands in a topic of its person's own. */
  inTopic?: boolean;
  /** It is a post, which everybody reads. Default: it is the owner's. */
  isPublic?: boolean;
}

export interface OutboxMessage {
  id: string;
  channel: string;
  address: string;
  /** `public`: everybody who reads the channel at the address. */
  audience: 'customer' | 'owner' | 'machine' | 'public';
  idempotencyKey: string;
  payload: Payload;
  conversationId: string | null;
  messageId: string | null;
  attempts: number;
  createdAt: Date;
}

/** Why a message was not delivered, in words of which each has a text for the owner. */
export type FailReason =
  | 'blocked'
  /** We cannot write to it from here; no server was asked. */
  | 'address_not_tried'
  | 'mailbox_full'
  | 'policy'
  | 'sender_refused'
  | 'given_up'
  | 'file_gone'
  | 'file_too_large'
  | 'files_not_allowed'
  | 'not_started'
  | 'silent'
  | 'disconnected'
  /** A user has meanwhile blocked or deleted the person it was for. */
  | 'stopped'
  | 'may_not_reply'
  /** In a channel of which we are no admin, or no member. */
  | 'may_not_post'
  | TextFault;

/** A channel of which its platform says that we may post there. */
export interface OutletFound {
  /** As the platform calls it from now on. */
  address: string;
  name: string;
  /** Its public name, without @; '' where it has none. */
  handle: string;
}

/** Why another system did not take an event: what it answered, why it gave no answer, or why it was not asked. */
export type HookFault = { why: 'status'; status: number } | { why: PostFault | Refusal | 'sealed' };

/**
 * What became of one attempt. A sender throws nothing: whatever happens is one of these.
 * - sent: the channel accepted it.
 * - retry: certainly not sent (refused connection, DNS, 429, an answer that says so); try again, not before `afterSeconds`.
 * - failed: certainly not sent and never will be (blocked, no such address).
 * - unknown: the request was written and no answer came: it may or may not have gone.
 */
export type Outcome =
  | {
      result: 'sent';
      externalId?: string;
      /** Ids of the parts before the last, when the message left in several. */
      earlierIds?: string[];
      /** Those of its `copies` that were refused. */
      refusedCopies?: string[];
      /** What is at the address that was asked for, and that we may post there. */
      outlet?: OutletFound;
      /** How an event was taken: the status, and after how many ms. */
      answered?: { status: number; ms: number };
    }
  | {
      result: 'retry';
      error: string;
      /** Seconds the channel asked us to wait (Telegram retry_after). Default: the outbox's own back-off. */
      afterSeconds?: number;
      /** What has to wait: this chat only, or the whole channel. Default 'chat'. */
      scope?: 'chat' | 'channel';
      /** The channel itself is down for all (token revoked, login refused): /status goes red. */
      channelDown?: boolean;
      /** The reason it has failed for, once it is given up. Default 'given_up'. */
      reason?: FailReason;
      /** Of an event. */
      fault?: HookFault;
    }
  | { result: 'failed'; error: string; reason: FailReason; fault?: HookFault }
  /** The chat has a new address; the message goes there. */
  | { result: 'moved'; to: string }
  | { result: 'unknown'; error: string };

/** A message whose outcome is unknown. */
export interface Doubt extends OutboxMessage {
  /** The sender's `mark` at the time; null without one, or when another message of the chat in doubt left at the same mark. */
  sentAfter: number | null;
  /** The mark of the chat's next message that is in doubt too: what came after that may be this other one. */
  sentBefore: number | null;
  /** External ids of other messages in this chat. */
  known: string[];
}

/** One channel's way out. */
export interface Sender {
  send(message: OutboxMessage, signal: AbortSignal): Promise<Outcome>;
  /** The id a message has on the channel, where we choose it (mail's Message-ID): what comes back later may name it. */
  idOf?(message: OutboxMessage): string | undefined;
  /** What the channel has numbered so far: kept with a message that is about to leave, for its `lookUp`. */
  lastNumber?(): number | undefined;
  /**
   * Asked a while after an unknown outcome: whether the message has gone, as far as the channel shows, and which one it is there.
   * Undefined: that cannot be told. Throws nothing.
   */
  lookUp?(doubt: Doubt, signal: AbortSignal): Promise<{ externalId?: string } | undefined>;
  /** By then what has gone is in its place, in ms. Default 180,000. */
  lookAfterMs?: number;
  /** Longest a send may take, in ms; then it is aborted and counts as unknown. The lease is longer than this. */
  deadlineMs: number;
  /** Least time before the next message to the same chat, in ms, where it differs by what was sent where. 0: no limit. */
  chatGapMs: number | ((sent: OutboxMessage) => number);
  /** Whoever gets it twice knows it by its id: a doubt is sent again, and several leave at once. */
  repeatable?: true;
  /** When it is tried again, if not as with people: pauses in seconds (the last one repeats), and after how many ms it is given up. */
  retries?: { seconds: readonly number[]; giveUpMs: number };
  /** Most messages a second over the whole channel. Beyond it they wait in the queue. */
  perSecond: number;
}
