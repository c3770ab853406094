import type { Context } from '../context.ts';

/** Who sends to many on a channel: our own address there, else the channel itself. Its pace, daily limit and warm-up are its own. */
export const senderOf = ({ ownAddresses }: Pick<Context, 'ownAddresses'>, channel: string): string =>
  ownAddresses[channel] ?? channel;
