import type { Context } from '../context.ts';
import type { MessagesWithdrawn } from '../event.ts';
import { noteWithdrawn } from '../intake/version.ts';
import { withdraw } from '../intake/withdraw.ts';
import { userAt } from '../user.ts';
import { onUserWithdrew } from './user_edit.ts';

/** Somebody deleted what they had written. */
export async function onMessagesWithdrawn(ctx: Context, event: MessagesWithdrawn): Promise<string | undefined> {
  await noteWithdrawn(ctx, event);
  const user = event.from && userAt(ctx, event.channel, event.from.address);
  return user ? onUserWithdrew(ctx, user, event) : withdraw(ctx, event);
}
