import { answer } from '../answer.ts';
import { loadContact } from '../contact.ts';
import { loadConversation } from '../conversation.ts';
import { clearObjections } from '../objection.ts';
import type { Reply } from '../reply.ts';
import { takeUnconfirmed } from '../unconfirmed.ts';
import type { Command, CommandContext } from './command.ts';
import { Incomplete } from './command.ts';
import { pickConversation } from './pick.ts';
import { answeredReply } from './reply.ts';
import { splitFirst } from './words.ts';

interface Args {
  /** The answer that waits for this, as buttons name it ('u12'). */
  answerId?: string | undefined;
  no: boolean;
  words: string;
}

const NO = /^(no|不|不是|否)$/i;

/** '/confirm 张三': the address answers to them go to is right. Buttons let the answer that waits for it go, or drop it. */
export const confirm: Command<Args> = {
  name: 'confirm',
  alias: '确认地址',
  role: 'helper',
  careful: true,
  changes: true,
  settles: true,
  parse(words, { replying }) {
    const [first, rest] = splitFirst(words);
    const answerId = /^u(\d{1,18})$/i.exec(first)?.[1];
    if (!answerId && !words && !replying) return new Incomplete('name');
    return { answerId, no: NO.test(rest), words };
  },
  async run(ctx, { answerId, no, words }) {
    if (answerId) return settle(ctx, answerId, no);
    const picked = await pickConversation(ctx, words, (ref) => `/confirm ${ref}`);
    if ('ask' in picked) return picked.ask;
    await clearObjections(ctx.tx, picked.conversation);
    return { text: ctx.t.confirm.right(picked.conversation.address) };
  },
};

async function settle(ctx: CommandContext, id: string, no: boolean): Promise<Reply> {
  const waiting = await takeUnconfirmed(ctx.tx, id, ctx.now);
  const conversation = waiting && (await loadConversation(ctx.tx, waiting.conversationId));
  if (!conversation) return { failed: true, text: ctx.t.confirm.noSuch };
  const { address, given } = waiting;
  if (no) return { ...ctx.t.confirm.notSent(address, given.text), about: conversation.id };
  if ((conversation.answersTo ?? conversation.address) !== address)
    return { failed: true, text: ctx.t.confirm.moved(address), quote: given.text };
  await clearObjections(ctx.tx, { ...conversation, address });
  const contact = await loadContact(ctx.tx, conversation.contactId);
  return answeredReply(ctx.t, await answer(ctx, ctx.user, conversation, given), contact?.name ?? '', conversation);
}
