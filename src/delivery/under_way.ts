import type { Sender } from '../outbox/message.ts';

/** The most sends of one channel at once, including slow ones. */
const MOST = 8;
/**
 * The most quick sends at once: a kill leaves no more doubts than that. If a channel cannot look whether a message has
 * left, one.
 */
const MOST_QUICK = 2;
const MOST_BLIND = 1;
/** Where a doubt does no harm. */
const MOST_REPEATABLE = 4;
/** A send that takes longer (a large file) holds nobody up: it no longer counts as one of those that the rate needs. */
const SLOW_MS = 1000;
/** The weight of the last send in the average duration. */
const WEIGHT = 0.2;

/**
 * The running sends, by channel. Each of them becomes a doubt if the process is killed, so there are only as many at
 * once as the channel's rate needs, given how long its sends take. Times are in ms of a monotonic clock.
 */
export class UnderWay {
  readonly #begun = new Map<string, Set<{ at: number }>>();
  readonly #takes = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** How many more sends may begin now. */
  room(
    channel: string,
    { perSecond, lookUp, repeatable }: Pick<Sender, 'perSecond' | 'lookUp' | 'repeatable'>,
  ): number {
    const begun = [...this.#of(channel)];
    const quick = begun.filter(({ at }) => this.#now() - at < SLOW_MS).length;
    const needed = Math.round((perSecond * (this.#takes.get(channel) ?? 0)) / 1000);
    const most = repeatable ? MOST_REPEATABLE : lookUp ? MOST_QUICK : MOST_BLIND;
    const atOnce = Math.min(Math.max(1, needed), most);
    return Math.min(atOnce - quick, MOST - begun.length);
  }

  /** Begins a send; the returned function ends it. */
  begin(channel: string): () => void {
    const send = { at: this.#now() };
    this.#of(channel).add(send);
    return () => {
      this.#of(channel).delete(send);
      const took = Math.min(SLOW_MS, this.#now() - send.at);
      const before = this.#takes.get(channel) ?? took;
      this.#takes.set(channel, before + WEIGHT * (took - before));
    };
  }

  #of(channel: string): Set<{ at: number }> {
    const begun = this.#begun.get(channel) ?? new Set();
    this.#begun.set(channel, begun);
    return begun;
  }
}
