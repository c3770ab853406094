import { enqueue } from '../../../outbox/enqueue.ts';
import type { Context } from '../../context.ts';
import { takePermission } from '../../desk/ratings/permission.ts';
import { takeVote } from '../../desk/ratings/voted.ts';
import type { ButtonPressed } from '../../press_event.ts';
import { QUOTE_ANSWERS } from '../../serve/feedback.ts';
import type { Score } from '../../serve/rating.ts';

const SCORE = /^rating (\d{1,18}) ([1-5])$/;
const PERMISSION = /^permission (\d{1,18}) (\w+)$/;

/** Somebody who is no user has pressed a button: the answer to a question that was put to them, there. */
export async function onPressedByCustomer(ctx: Context, event: ButtonPressed): Promise<string | undefined> {
  const [button] = await ctx.tx<{ command: string; conversationId: string }>`
    select b.command, v.id as "conversationId" from buttons b join conversations v on v.id = b.conversation_id
    where b.id = ${event.buttonId} and v.channel = ${event.channel} and v.address = ${event.chat}`;
  await enqueue(ctx.tx, ctx.random, {
    channel: event.channel,
    address: event.chat,
    audience: 'owner',
    idempotencyKey: `toast:${event.channel}:${event.pressId}`,
    payload: { kind: 'button_answer', pressId: event.pressId, text: '' },
  });
  if (!button) return 'pressed by a stranger';
  const [, id, score] = SCORE.exec(button.command) ?? [];
  if (id) {
    const { voted } = await takeVote(ctx, id, { score: Number(score) as Score, by: 'button', says: true });
    return `rating: ${voted}`;
  }
  return permissionPressed(ctx, button);
}

async function permissionPressed(
  ctx: Context,
  { command, conversationId }: { command: string; conversationId: string },
): Promise<string> {
  const [, id = '', word] = PERMISSION.exec(command) ?? [];
  const said = QUOTE_ANSWERS.find((one) => one === word);
  if (!said) return 'pressed by a stranger';
  const taken = await takePermission(ctx, { id, said, answer: '', conversationId });
  return taken ? 'permission' : 'permission: said before';
}
