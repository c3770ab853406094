import type { Context } from '../domain/context.ts';
import { retell } from '../domain/desk/tell_message.ts';
import { leaveByItself } from '../domain/talk/ready/leave.ts';

/** Answers that leave by themselves leave, if nothing speaks against it by now; cards that still wait say what became of them. */
export async function sendReady(ctx: Context): Promise<void> {
  const messages = await leaveByItself(ctx);
  await retell(ctx, messages);
}
