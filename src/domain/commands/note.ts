import { openConversation } from '../conversation.ts';
import { insertMessage } from '../message.ts';
import { type Command, type CommandContext, Incomplete } from './command.ts';
import { conversationWith, pickContact } from './pick.ts';

/** Kept with the contact, never sent. */
export const note: Command<{ words: string }> = {
  name: 'note',
  alias: '备注',
  role: 'helper',
  changes: true,
  parse: (words) => (words ? { words } : new Incomplete('text')),
  async run(ctx, { words }) {
    const picked = await pickContact(ctx, words, (ref, rest) => `/note ${ref} ${rest}`);
    if ('ask' in picked) return picked.ask;
    if (!picked.rest) return new Incomplete('text');
    const conversationId = await conversationFor(ctx, picked.contact.id);
    await insertMessage(ctx.tx, {
      conversationId,
      direction: 'note',
      text: picked.rest,
      userId: ctx.user.id,
      occurredAt: ctx.now,
    });
    return ctx.t.note.saved(picked.contact.name);
  },
};

/** A contact who never wrote has no conversation yet: notes get one of their own. */
async function conversationFor(ctx: CommandContext, contactId: string): Promise<string> {
  const found = await conversationWith(ctx, contactId);
  const conversation =
    found ?? (await openConversation(ctx.tx, { contactId, channel: 'note', address: `c${contactId}` }));
  return conversation.id;
}
