import { normaliseEmail } from '../../text/normalise.ts';
import { answerTo, answerWay, answerWithoutCopies, heldFollow } from '../answer_way.ts';
import { loadConversation } from '../conversation.ts';
import type { Reply } from '../reply.ts';
import { type Command, type CommandContext, Incomplete } from './command.ts';
import { explicitConversation, splitFirst } from './words.ts';

/** '/answersto v12 office@example.com': where the answers of this mail thread go, as its customer asked. */
export const answersto: Command<{ conversationId: string; to: string }> = {
  name: 'answersto',
  alias: '答复发往',
  role: 'helper',
  changes: true,
  hidden: true,
  parse(words) {
    const [first, rest] = splitFirst(words);
    const conversationId = explicitConversation(first);
    const to = normaliseEmail(rest);
    if (!conversationId) return new Incomplete('thread');
    return to ? { conversationId, to } : new Incomplete('address');
  },
  async run(ctx, { conversationId, to }) {
    const conversation = await loadConversation(ctx.tx, conversationId);
    if (conversation?.channel !== 'email') return { failed: true, text: ctx.t.mail.noThread };
    await answerTo(ctx.tx, conversation, to);
    return says(ctx, conversationId);
  },
};

const SWITCH: Record<string, boolean> = { on: true, off: false, 开: true, 关: false };

/** '/copies v12 off': answers of this mail thread go to the customer alone. */
export const copies: Command<{ conversationId: string; on: boolean }> = {
  name: 'copies',
  alias: '抄送',
  role: 'helper',
  changes: true,
  hidden: true,
  parse(words) {
    const [first, rest] = splitFirst(words);
    const conversationId = explicitConversation(first);
    if (!conversationId) return new Incomplete('thread');
    const on = SWITCH[rest.trim().toLowerCase()];
    return on === undefined ? new Incomplete('onOrOff') : { conversationId, on };
  },
  async run(ctx, { conversationId, on }) {
    const conversation = await loadConversation(ctx.tx, conversationId);
    if (conversation?.channel !== 'email') return { failed: true, text: ctx.t.mail.noThread };
    await answerWithoutCopies(ctx.tx, conversation, !on);
    return says(ctx, conversationId);
  },
};

/** Where they go now. */
async function says(ctx: CommandContext, conversationId: string): Promise<Reply> {
  const conversation = (await loadConversation(ctx.tx, conversationId))!;
  const way = await answerWay(ctx.tx, conversation);
  const { followed, stay } = await heldFollow(ctx.tx, [conversation.id]);
  const { mail } = ctx.t;
  const text = [
    mail.answersNowGo(way.address, way.copies),
    ...(followed > 0 ? [mail.heldToo] : []),
    ...stay.map((address) => mail.heldStays(address)),
  ];
  return { text: text.join('\n'), about: conversation.id };
}
