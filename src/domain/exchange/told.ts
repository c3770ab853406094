import { loadTold, rewrite } from '../../outbox/rewrite.ts';
import type { Context } from '../context.ts';
import type { Reply } from '../reply.ts';
import type { Import } from './imports.ts';

/** Writes the message that tells of an import anew; false where none does. */
export async function rewriteTold(ctx: Context, one: Import, reply: Reply): Promise<boolean> {
  const [row] = await ctx.tx<{ id: string }>`select id from outbox where idempotency_key = ${one.toldKey}`;
  const told = row && (await loadTold(ctx.tx, row.id));
  if (told) await rewrite(ctx.tx, ctx.random, told, { reply }, { key: toldKeyOf(ctx, one) });
  return told !== undefined;
}

/** Under which it is told how far it has come. */
export const toldKeyOf = ({ now }: Pick<Context, 'now'>, { id, state, position }: Import): string =>
  `import:${id}:${state}:${position}:${now.getTime()}`;
