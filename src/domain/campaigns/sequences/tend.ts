import type { Context } from '../../context.ts';
import { tellOwner } from '../../desk/tell.ts';
import { advance } from './advance.ts';
import { enterPeople } from './enter.ts';
import { tellLacking } from './lacking.ts';
import { loadSequence, type Sequence } from './sequence.ts';

/** Begins with those whose occasion has come, and takes those further whose next step is due. */
export async function tendSequences(ctx: Context): Promise<void> {
  const on = await ctx.tx<{ id: string }>`select id from sequences where is_on order by id`;
  for (const { id } of on) {
    // whoever halts it waits for this, or comes first
    const one = await loadSequence(ctx.tx, id, ctx.tx`for update skip locked`);
    if (one?.isOn) await tend(ctx, one);
  }
}

async function tend(ctx: Context, one: Sequence): Promise<void> {
  await tellLacking(ctx, one);
  const late = (await enterPeople(ctx, one)) + (await advance(ctx, one));
  if (late > 0)
    await tellOwner(
      ctx,
      `sequence:${one.id}:late:${ctx.now.getTime()}`,
      (t) => ({
        title: t.sequence.title(t.sequence.recipe[one.recipe], t.sequence.on),
        text: t.sequence.late(late),
        buttons: [[{ label: t.sequence.show, command: `/sequence ${one.id}` }]],
      }),
      { notice: { kind: 'campaign' } },
    );
}
