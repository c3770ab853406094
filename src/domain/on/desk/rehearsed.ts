import { texts } from '../../../text/texts.ts';
import { afterRehearsal } from '../../commands/owner/rehearse.ts';
import { type Context, localeOf } from '../../context.ts';
import type { MessageReceived } from '../../event.ts';
import { wordsOf } from '../../intake/words.ts';
import type { User } from '../../owner/user.ts';
import type { Reply } from '../../reply.ts';

/** What would become of an answer to the made-up customer; undefined where something else is answered. */
export async function answeredRehearsal(ctx: Context, user: User, event: MessageReceived): Promise<Reply | undefined> {
  if (!(await isRehearsal(ctx, event))) return undefined;
  const t = texts(localeOf(ctx, user));
  const { rehearsal } = t;
  const words = wordsOf(ctx, event).trim();
  return {
    title: rehearsal.answered(rehearsal.name),
    ...(words && { quote: words }),
    text: rehearsal.leaves(ctx.settings.undoSend),
    hint: rehearsal.nobodyGot,
    buttons: afterRehearsal(t, user),
    rehearsal: true,
  };
}

async function isRehearsal({ tx }: Context, { channel, chat, answers }: MessageReceived): Promise<boolean> {
  const rows = await tx`
    select from unnest((select ${answers}::text[])) answered (external_id)
    cross join lateral (
      select from outbox o
      where o.channel = ${channel} and o.address = ${chat} and o.external_id = answered.external_id
        and o.payload #> '{reply,rehearsal}' is not null
    ) card limit 1`;
  return rows.length > 0;
}
