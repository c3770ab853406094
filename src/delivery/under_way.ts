import type { Sender } from '../outbox/message.ts';

/** Most sends of one channel under way at once, slow ones too. */
const MOST = 8;
/** Most of those that count: a kill leaves no more doubts than that. Where nobody can look whether a message has gone, one. */
const MOST_QUICK = 2;
const MOST_BLIND = 1;
/** What takes longer (a large file) holds nobody up: it no longer counts among those the rate needs. */
const SLOW_MS = 1000;
/** How much the last send weighs in what sends are taken to last. */
const WEIGHT = 0.2;

/**
 * The sends under way, by channel. Each of them is a doubt if the process is killed, so there are no more at once than the channel's
 * rate needs with sends that last as long as its own do. Times in ms of a monotonic clock.
 */
export class UnderWay {
  readonly #begun = new Map<string, Set<{ at: number }>>();
  readonly #takes = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** How many more may begin now. */
  room(channel: string, { perSecond, lookUp }: Pick<Sender, 'perSecond' | 'lookUp'>): number {
    const begun = [...this.#of(channel)];
    const quick = begun.filter(({ at }) => this.#now() - at < SLOW_MS).length;
    const needed = Math.round((perSecond * (this.#takes.get(channel) ?? 0)) / 1000);
    const atOnce = Math.min(Math.max(1, needed), lookUp ? MOST_QUICK : MOST_BLIND);
    return Math.min(atOnce - quick, MOST - begun.length);
  }

  /** A send begins; the function returned ends it. */
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
