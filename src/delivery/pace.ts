import type { OutboxMessage, Sender } from '../outbox/message.ts';

/** Remembers how soon each chat and channel may be written to again. Times are in ms of a monotonic clock. */
export class Pace {
  readonly #chats = new Map<string, number>();
  readonly #channels = new Map<string, { tokens: number; at: number; until: number }>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** How many messages the channel may send now; 0 while it has to wait. */
  allowance(channel: string, sender: Sender): number {
    const bucket = this.#bucket(channel, sender);
    return this.#now() < bucket.until ? 0 : Math.floor(bucket.tokens);
  }

  /** Counts a message that is about to be sent. */
  spend(message: OutboxMessage, sender: Sender): void {
    this.#bucket(message.channel, sender).tokens -= 1;
    const gapMs = typeof sender.chatGapMs === 'number' ? sender.chatGapMs : sender.chatGapMs(message);
    if (gapMs > 0) this.holdChat(message.channel, message.address, gapMs);
  }

  holdChat(channel: string, address: string, ms: number): void {
    this.#chats.set(`${channel}:${address}`, this.#now() + ms);
  }

  holdChannel(channel: string, ms: number): void {
    const bucket = this.#channels.get(channel);
    if (bucket) bucket.until = this.#now() + ms;
  }

  /** Chats that may not be written to yet, as 'channel:address'. */
  heldChats(): string[] {
    const now = this.#now();
    for (const [chat, free] of this.#chats) if (free <= now) this.#chats.delete(chat);
    return [...this.#chats.keys()];
  }

  /** Milliseconds until the first held chat or channel is free; Infinity if nothing is held. */
  untilFree(): number {
    const now = this.#now();
    const chats = [...this.#chats.values()];
    const channels = [...this.#channels.values()].map((bucket) => bucket.until).filter((until) => until > now);
    return Math.max(1, Math.min(...chats, ...channels) - now);
  }

  #bucket(channel: string, sender: Sender) {
    const now = this.#now();
    const bucket = this.#channels.get(channel) ?? { tokens: sender.perSecond, at: now, until: 0 };
    bucket.tokens = Math.min(sender.perSecond, bucket.tokens + ((now - bucket.at) / 1000) * sender.perSecond);
    bucket.at = now;
    this.#channels.set(channel, bucket);
    return bucket;
  }
}
