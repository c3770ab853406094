import { type Acted, pauseLeft, saidSince, settleUndone } from '../../../campaigns/held/undone.ts';
import { type Button, failed, type Reply } from '../../../reply.ts';
import type { CommandContext } from '../../command.ts';
import { show } from '../show.ts';

/** What an undo says of a campaign that has begun to leave: it is no undo any more, but nothing more leaves. Undefined: it can be taken back. */
export async function leftAlready(
  ctx: CommandContext,
  acted: readonly Acted[],
  entryId: string,
): Promise<Reply | undefined> {
  const [paused] = await pauseLeft(ctx, acted);
  if (!paused) return saidAlready(ctx, entryId);
  return { ...(await show(ctx, paused)), text: ctx.t.campaign.leftAlready(paused.name) };
}

/** Of what was done before it began: what it said to those who have it stays as it was, and a tap halts the rest. */
async function saidAlready(ctx: CommandContext, entryId: string): Promise<Reply | undefined> {
  const { t } = ctx;
  const said = await saidSince(ctx.tx, entryId);
  if (!said) return undefined;
  const pause = { label: t.campaign.button.pause, command: `/campaign ${said.id} pause`, style: 'danger' as const };
  const show = { label: t.button.show, command: `/campaign ${said.id}` };
  return failed(t.campaign.saidAlready(said.name), { buttons: [[...(said.state === 'running' ? [pause] : []), show]] });
}

/** What the undo has brought back and would leave at once: it waits, and goes on with a tap. */
export async function waitsAgain(
  ctx: CommandContext,
  acted: readonly Acted[],
): Promise<{ text: string; buttons: Button[][] } | undefined> {
  const { t } = ctx;
  const waiting = await settleUndone(ctx, acted);
  if (waiting.length === 0) return undefined;
  return {
    text: waiting.map(({ name }) => t.campaign.waitsAgain(name)).join('\n'),
    buttons: waiting.map(({ id, name }) => [
      { label: `${t.campaign.button.resume}: ${name}`, command: `/campaign ${id} resume` },
    ]),
  };
}
