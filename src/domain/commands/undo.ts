import { doerOf } from '../audit.ts';
import { undo as undoEntry } from '../journal.ts';
import { reopenTopics } from '../topic.ts';
import type { Command, CommandContext } from './command.ts';
import { behindOne, idIn } from './words.ts';

/** Takes back the last change, or the one its button names: exactly, for 30 days. */
export const undo: Command<{ id: string | undefined }> = {
  name: 'undo',
  alias: '撤销',
  role: 'helper',
  unread: behindOne(/^[#＃]?\d{1,18}$/u),
  parse: (words) => ({ id: idIn(words) }),
  async run(ctx, { id }) {
    const undone = await undoEntry(ctx.tx, await whose(ctx, id), id, ctx.now);
    if (undone.result === 'nothing') return { failed: true, text: ctx.t.undo.nothing };
    if (undone.result === 'sent') return { failed: true, text: ctx.t.undo.alreadySent };
    if (undone.result === 'changed_since') return { failed: true, text: ctx.t.undo.changedSince(undone.entry.command) };
    await reopenTopics(ctx, undone.entry.id);
    return { text: ctx.t.undo.done(undone.entry.command) };
  },
};

/** Everybody takes back their own; the owner what a helper did too, by its number. */
async function whose({ tx, user }: CommandContext, id: string | undefined): Promise<string> {
  const doer = id && user.role === 'owner' ? await doerOf(tx, id) : undefined;
  return doer ?? user.id;
}
