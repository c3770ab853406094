import type { Context } from '../../context.ts';
import { tellOwner } from '../../desk/tell.ts';
import { loadSequence, sequenceName } from './sequence.ts';

/** Tells the owner how many got nothing of a sequence because their time was over: nothing is left out silently. */
export async function tellLate(ctx: Context, sequenceId: string, count: number): Promise<void> {
  const one = count > 0 && (await loadSequence(ctx.tx, sequenceId));
  if (!one) return;
  await tellOwner(
    ctx,
    `sequence:${one.id}:late:${ctx.random()}`,
    (t) => ({
      title: t.sequence.title(sequenceName(t, one), t.sequence.state(one.isOn)),
      text: t.sequence.late(count),
      buttons: [[{ label: t.sequence.show, command: `/sequence ${one.id}` }]],
    }),
    { notice: { kind: 'campaign' } },
  );
}
