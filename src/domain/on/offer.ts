import type { Context } from '../context.ts';
import { tellOwner } from '../desk/tell.ts';
import type { DeskOffered } from '../event.ts';
import { mayAct, ownerDesks } from '../owner/user.ts';
import { saveSetting } from '../settings.ts';
import { userAt } from '../user.ts';

/**
 * The owner lets us keep topics in a group: from now on customers' cards go there. If that permission is withdrawn,
 * they go back.
 */
export async function onDeskOffered(ctx: Context, event: DeskOffered): Promise<string | undefined> {
  const isDesk = ctx.deskChats[event.channel] === event.chat;
  if (event.offered === isDesk) return isDesk ? 'the desk already' : 'not our desk';
  return event.offered ? moveIn(ctx, event) : moveOut(ctx, event);
}

async function moveIn(ctx: Context, { channel, chat, title, from }: DeskOffered): Promise<string | undefined> {
  const user = userAt(ctx, channel, from.address);
  if (!user || !mayAct(user, 'owner')) return 'offered by a stranger';
  await saveSetting(ctx.tx, 'deskChats', { ...ctx.settings.deskChats, [channel]: chat });
  await tellOwner(
    ctx,
    `desk moved:${chat}:${ctx.now.getTime()}`,
    (t) => ({ text: t.desk.movedTo(title), hint: t.desk.moveBack }),
    {
      notice: { kind: 'desk', of: chat },
    },
  );
  return undefined;
}

/**
 * Cards that still wait to be told there are told in the owner's own chat; what they answered there is not here. What only changes a
 * message or a topic stays where that is.
 */
async function moveOut(ctx: Context, { channel, chat, title }: DeskOffered): Promise<undefined> {
  await saveSetting(ctx.tx, 'deskChats', { ...ctx.settings.deskChats, [channel]: '' });
  const own = (await ownerDesks(ctx.tx)).find((desk) => desk.channel === channel);
  if (own) {
    await ctx.tx`
      update outbox set address = ${own.address}, payload = payload - 'replyTo' - 'topic'
      where channel = ${channel} and address = ${chat} and audience = 'owner' and state in ('queued', 'sending')
        and payload ->> 'kind' = 'message'`;
  }
  await tellOwner(ctx, `desk back:${chat}:${ctx.now.getTime()}`, (t) => ({ text: t.desk.movedBack(title) }), {
    notice: { kind: 'desk', of: chat },
  });
}
