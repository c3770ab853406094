import { type Act, oneByOne } from '../../act.ts';
import type { Context } from '../../context.ts';
import { tellOwner } from '../../desk/tell.ts';
import { Unclear } from '../../people/filter/filter.ts';
import type { PauseReason } from '../campaign.ts';
import { advance } from './advance.ts';
import { enterPeople } from './enter.ts';
import { tellLacking } from './lacking.ts';
import { tellLate } from './late.ts';
import { loadSequence, type Sequence, sequenceName, turnOff } from './sequence.ts';

/** Pages of one look: it goes on at the next round, so that one sequence holds up no other for long. */
const MOST_PAGES = 100;

/**
 * Begins with those whose occasion has come, and takes those further whose next step is due. Each sequence has transactions of its own;
 * one that fails is put off, and its owner is told.
 */
export async function tendSequences(act: Act, onError: (error: unknown) => void): Promise<void> {
  const on = await act(({ tx }) => tx<{ id: string }>`select id from sequences where is_on order by id`);
  const further = async ({ id }: { id: string }) => {
    for (let nth = 0; nth < MOST_PAGES && (await act((ctx) => tendOne(ctx, id))); nth += 1);
  };
  await oneByOne(on, further, {
    settle: ({ id }) => act((ctx) => putOffAtFault(ctx, id)),
    onError,
  });
}

/** Gives whether a look for occasions goes on. */
async function tendOne(ctx: Context, id: string): Promise<boolean> {
  // whoever halts it waits for this, or comes first
  const one = await loadSequence(ctx.tx, id, ctx.tx`for update skip locked`);
  return one?.isOn ? tend(ctx, one) : false;
}

async function putOffAtFault(ctx: Context, id: string): Promise<void> {
  const one = await loadSequence(ctx.tx, id, ctx.tx`for update`);
  if (one?.isOn) await putOff(ctx, one, 'fault');
}

/** It goes no further until its owner says so, who is told why. */
async function putOff(ctx: Context, one: Sequence, reason: PauseReason & ('fault' | 'unclear')): Promise<void> {
  const { id } = one;
  await turnOff(ctx.tx, id, reason);
  await tellOwner(
    ctx,
    `sequence:${id}:${reason}:${ctx.now.getTime()}`,
    (t) => ({
      title: t.sequence.title(sequenceName(t, one), t.sequence.off),
      text: reason === 'unclear' ? t.sequence.unclear : t.campaign.paused.fault,
      buttons: [
        reason === 'unclear'
          ? [{ label: t.sequence.show, command: `/sequence ${id}` }]
          : [{ label: t.sequence.button.on, command: `/sequence ${id} on` }],
      ],
    }),
    { notice: { kind: 'campaign' }, asked: true },
  );
}

async function tend(ctx: Context, one: Sequence): Promise<boolean> {
  await tellLacking(ctx, one);
  const entered = await enterPeople(ctx, one);
  if (entered instanceof Unclear) {
    await putOff(ctx, one, 'unclear');
    return false;
  }
  await tellLate(ctx, one.id, entered.late + (await advance(ctx, one)));
  return entered.more;
}
