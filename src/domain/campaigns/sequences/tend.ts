import { type Act, oneByOne } from '../../act.ts';
import type { Context } from '../../context.ts';
import { tellOwner } from '../../desk/tell.ts';
import { advance } from './advance.ts';
import { enterPeople } from './enter.ts';
import { tellLacking } from './lacking.ts';
import { loadSequence, type Sequence, turnOff } from './sequence.ts';

/**
 * Begins with those whose occasion has come, and takes those further whose next step is due. Each sequence has transactions of its own;
 * one that fails is put off, and its owner is told.
 */
export async function tendSequences(act: Act, onError: (error: unknown) => void): Promise<void> {
  const on = await act(({ tx }) => tx<{ id: string }>`select id from sequences where is_on order by id`);
  await oneByOne(on, ({ id }) => act((ctx) => tendOne(ctx, id)), {
    settle: ({ id }) => act((ctx) => putOffAtFault(ctx, id)),
    onError,
  });
}

async function tendOne(ctx: Context, id: string): Promise<void> {
  // whoever halts it waits for this, or comes first
  const one = await loadSequence(ctx.tx, id, ctx.tx`for update skip locked`);
  if (one?.isOn) await tend(ctx, one);
}

async function putOffAtFault(ctx: Context, id: string): Promise<void> {
  const one = await loadSequence(ctx.tx, id, ctx.tx`for update`);
  if (!one?.isOn) return;
  await turnOff(ctx.tx, id, 'fault');
  await tellOwner(
    ctx,
    `sequence:${id}:fault:${ctx.now.getTime()}`,
    (t) => ({
      title: t.sequence.title(t.sequence.recipe[one.recipe], t.sequence.off),
      text: t.campaign.paused.fault,
      buttons: [[{ label: t.sequence.button.on, command: `/sequence ${id} on` }]],
    }),
    { notice: { kind: 'campaign' }, asked: true },
  );
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
