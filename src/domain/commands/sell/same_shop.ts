import { type Button, failed, type Reply } from '../../reply.ts';
import { type Connection, listConnections } from '../../sell/connection.ts';
import type { CommandContext } from '../command.ts';

const MOST_OFFERED = 4;

/** Whoever connects a shop again may have another, or mean one that is there or was: its orders would come twice. */
export async function askWhetherSame(ctx: CommandContext, provider: string): Promise<Reply | undefined> {
  const known = (await listConnections(ctx.tx)).filter((one) => one.provider === provider);
  const open = known.filter(({ disabledAt }) => !disabledAt);
  const closed = known.filter(wasUsed);
  // one that waits is the one that is meant
  if (open.length + closed.length === 0 || open.some(({ hasSecret }) => !hasSecret)) return undefined;
  const { connect: t, channel } = ctx.t;
  const shop = channel(provider);
  const named = [...open.map(({ id }) => `${shop} · ${id}`), ...closed.map(({ id }) => `${shop} · ${id}, ${t.off}`)];
  const renew = ({ id }: Connection): Button[] => [{ label: t.renew(shop, id), command: `/connect rotate ${id}` }];
  return failed((open.length > 0 ? t.before : t.oneBefore)(shop, named.join(' / ')), {
    buttons: [
      [{ label: t.another(shop), command: `/connect ${provider} another` }],
      ...open.slice(0, MOST_OFFERED).map(renew),
      ...closed.slice(-MOST_OFFERED).map((one) => [takeUpButton(ctx, one)]),
      [{ label: t.title, command: '/connect' }],
    ],
  });
}

/** One that is taken up again beside another of its kind may be the same shop: its orders would come twice. */
export async function askWhetherBoth(ctx: CommandContext, number: string): Promise<Reply | undefined> {
  const all = await listConnections(ctx.tx);
  const closed = all.find(({ id, disabledAt }) => id === number && disabledAt);
  const open = all.filter(
    ({ provider, disabledAt, hasSecret }) => provider === closed?.provider && !disabledAt && hasSecret,
  );
  if (!closed || open.length === 0) return undefined;
  const { connect: t, channel, inARow } = ctx.t;
  const shop = channel(closed.provider);
  const named = inARow(open.map(({ id }) => `${shop} · ${id}`));
  return failed(t.takeUpBeside(`${shop} · ${number}`, named), {
    buttons: [
      ...open.slice(0, MOST_OFFERED).map(({ id }) => [{ label: t.same(shop, id), command: `/disconnect ${id}` }]),
      [{ label: t.keepBoth, command: `/connect again ${number} another` }],
      [{ label: t.title, command: '/connect' }],
    ],
  });
}

/** Those that can be taken up again. */
export async function closedShops(ctx: CommandContext): Promise<Reply> {
  const { connect: t } = ctx.t;
  const closed = (await listConnections(ctx.tx)).filter((one) => wasUsed(one) && ctx.providers.includes(one.provider));
  const buttons = closed.map((one) => [takeUpButton(ctx, one)]);
  return failed(closed.length > 0 ? t.whichOne : t.noneClosed, {
    buttons: [...buttons, [{ label: t.title, command: '/connect' }]],
  });
}

/** One that never got its secret has sent nothing. */
const wasUsed = ({ disabledAt, hasSecret, lastEventAt }: Connection): boolean =>
  disabledAt !== null && (hasSecret || lastEventAt !== null);

const takeUpButton = ({ t }: CommandContext, { id, provider }: Connection): Button => ({
  label: t.connect.takeUp(t.channel(provider), id),
  command: `/connect again ${id}`,
});
