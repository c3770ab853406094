import { answer } from '../domain/answer.ts';
import { answerWay } from '../domain/answer_way.ts';
import { answeredReply } from '../domain/commands/reply.ts';
import type { Context } from '../domain/context.ts';
import { loadConversation } from '../domain/conversation.ts';
import { tellOwner } from '../domain/desk.ts';
import { type Scheduled, takeDueAnswers } from '../domain/scheduled.ts';
import { mustStay } from '../domain/stopped_answers.ts';
import { ensureOwner, loadUser } from '../domain/user.ts';
import { formatWhen } from '../text/format_when.ts';

/** A good morning this late is none any more: the owner decides. */
const TOO_LATE_MS = 6 * 3_600_000;

/** Answers whose time has come leave, each once. They were held long enough: nothing is held again. */
export async function sendScheduled(ctx: Context): Promise<void> {
  for (const due of await takeDueAnswers(ctx.tx, ctx.now)) {
    const late = ctx.now.getTime() - due.dueAt.getTime() > TOO_LATE_MS;
    await (late ? tellMissed(ctx, due) : send(ctx, due));
  }
}

async function send(ctx: Context, due: Scheduled): Promise<void> {
  const user = (due.userId && (await loadUser(ctx.tx, due.userId))) || (await ensureOwner(ctx.tx, 'owner'));
  const conversation = (await loadConversation(ctx.tx, due.conversationId))!;
  const { address } = await answerWay(ctx.tx, conversation);
  if (await mustStay(ctx.tx, { channel: conversation.channel, address, conversationId: conversation.id })) {
    return tellBlocked(ctx, due);
  }
  const given = { text: due.text, receiptTo: due.receiptTo, delaySeconds: 0 };
  const answered = await answer(ctx, user, conversation, given);
  if (answered.result === 'queued') return;
  await tellOwner(ctx, `scheduled:${due.id}`, (t) => answeredReply(t, answered, due.name, conversation), {
    notice: { kind: 'scheduled' },
    conversationId: conversation.id,
  });
}

/** They were blocked since it was written: whether it is to be sent all the same, a user says. */
async function tellBlocked(ctx: Context, { id, name, text, contactId, conversationId }: Scheduled): Promise<void> {
  await tellOwner(ctx, `scheduled:${id}`, (t) => t.later.blocked(name, text, contactId), {
    notice: { kind: 'scheduled' },
    conversationId,
  });
}

async function tellMissed(ctx: Context, due: Scheduled): Promise<void> {
  await tellOwner(
    ctx,
    `scheduled:${due.id}`,
    (t, locale) => {
      const when = formatWhen(due.dueAt, { now: ctx.now, timezone: ctx.settings.timezone, locale });
      return t.later.missed(due.name, when, due.text, due.contactId);
    },
    { notice: { kind: 'scheduled' }, conversationId: due.conversationId },
  );
}
