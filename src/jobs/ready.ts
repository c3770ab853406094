import type { Context } from '../domain/context.ts';
import { showLeft } from '../domain/desk/chips/ready_left.ts';
import { leaveByItself } from '../domain/talk/ready/leave.ts';

/** Answers that leave by themselves leave, if nothing speaks against it by now; the cards say what became of them. */
export async function sendReady(ctx: Context): Promise<void> {
  await showLeft(ctx, await leaveByItself(ctx));
}
