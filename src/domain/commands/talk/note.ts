import { touchLeadsOf } from '../../sell/lead.ts';
import { conversationForNotes } from '../../talk/conversation.ts';
import { insertMessage } from '../../talk/message.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { pickContact } from '../who/pick.ts';
import { conversationWith } from '../who/pick_conversation.ts';
import { wordsInDoubt } from '../words/in_doubt.ts';
import { textIn } from '../words/values.ts';

/** Kept with the contact, never sent. */
export const note: Command<{ words: string }> = {
  name: 'note',
  answers: () => true,
  role: 'helper',
  goesOn: true,
  saidAtOnce: 'sure',
  changes: true,
  takesKeys: true,
  takesLines: true,
  form: { title: 'note', need: 'text', fields: [{ key: 'text', required: true, multiline: true }] },
  parse: (words) => (words ? { words } : new Incomplete('text')),
  async run(ctx, { words }) {
    const picked = await pickContact(ctx, words, (ref, rest) => `/note ${ref} ${rest}`);
    if ('ask' in picked) return picked.ask;
    const text = textIn(picked.rest);
    if (!text) return new Incomplete('text');
    const inDoubt = wordsInDoubt(ctx, text, (words) => `/note c${picked.contact.id} ${words}`);
    if (inDoubt) return inDoubt;
    await keepNote(ctx, picked.contact.id, text);
    return { text: ctx.t.note.saved(picked.contact.name), person: { contactId: picked.contact.id, sure: false } };
  },
};

/** In the contact's conversation, where only users see it. Gives its number. */
export async function keepNote(ctx: CommandContext, contactId: string, text: string): Promise<string> {
  const kept = await insertMessage(ctx.tx, {
    conversationId: await conversationFor(ctx, contactId),
    direction: 'note',
    text,
    userId: ctx.user.id,
    occurredAt: ctx.now,
  });
  await touchLeadsOf(ctx.tx, contactId, ctx.now);
  return kept!.id;
}

async function conversationFor(ctx: CommandContext, contactId: string): Promise<string> {
  const found = await conversationWith(ctx, contactId);
  return found?.id ?? conversationForNotes(ctx.tx, contactId);
}
