import { carriesSecret } from '../commands/run.ts';
import type { Context } from '../context.ts';
import { holdsCode } from '../owner/code.ts';

/** The outcome of a row whose body must not be kept. */
export const FORGET = 'carried a secret: not kept';

/** Whether one of these texts holds a password, a key, or a code that pairs. */
export async function mustForget(ctx: Context, ...texts: string[]): Promise<boolean> {
  if (texts.some((text) => carriesSecret(text, ctx.providers))) return true;
  for (const text of texts) if (await holdsCode(ctx, text)) return true;
  return false;
}
