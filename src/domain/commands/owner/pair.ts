import { isLocal } from '../../channel.ts';
import { newPairingCode, pair as pairChat } from '../../owner/pairing.ts';
import type { Command } from '../command.ts';

/** On the terminal it makes a code; in a chat that is already paired it says so. */
export const pair: Command<{ code: string }> = {
  name: 'pair',
  role: 'owner',
  secret: 'code',
  parse: (words) => ({ code: words }),
  async run(ctx, { code }) {
    if (isLocal(ctx.place.channel)) return { text: ctx.t.pair.newCode(await newPairingCode(ctx)) };
    const chat = { ...ctx.place, name: ctx.user.name, locale: ctx.user.locale };
    if (code) await pairChat(ctx, chat, code);
    return { text: ctx.t.pair.already };
  },
};
