import type { ChannelKit } from '../channel/channel.ts';

/** Passes on a channel's report only if it differs from the last one: a sender says "ok" after every message. */
export function reporter(note: (channel: string, ok: boolean, detail: string) => void): ChannelKit['noteChannel'] {
  const last = new Map<string, string>();
  return (channel, ok, detail) => {
    const word = `${ok} ${ok ? '' : detail}`;
    if (last.get(channel) === word) return;
    last.set(channel, word);
    note(channel, ok, detail);
  };
}
