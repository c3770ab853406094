import { enqueue } from '../../../outbox/enqueue.ts';
import type { Context } from '../../context.ts';
import { takeVote } from '../../desk/ratings/voted.ts';
import type { ButtonPressed } from '../../press_event.ts';
import type { Score } from '../../serve/rating.ts';

const LINE = /^rating (\d{1,18}) ([1-5])$/;

/** Somebody who is no user has pressed a button: the score of a question that was put to them, there. */
export async function onPressedByCustomer(ctx: Context, event: ButtonPressed): Promise<string | undefined> {
  const [button] = await ctx.tx<{ command: string }>`
    select b.command from buttons b join conversations v on v.id = b.conversation_id
    where b.id = ${event.buttonId} and v.channel = ${event.channel} and v.address = ${event.chat}`;
  const [, id, score] = LINE.exec(button?.command ?? '') ?? [];
  await enqueue(ctx.tx, ctx.random, {
    channel: event.channel,
    address: event.chat,
    audience: 'owner',
    idempotencyKey: `toast:${event.channel}:${event.pressId}`,
    payload: { kind: 'button_answer', pressId: event.pressId, text: '' },
  });
  if (!id) return 'pressed by a stranger';
  const { voted } = await takeVote(ctx, id, { score: Number(score) as Score, by: 'button', says: true });
  return `rating: ${voted}`;
}
