import { historyReply, keyTriedReply, shopName } from '../../desk/shop/pull_card.ts';
import { failed, type Reply } from '../../reply.ts';
import { type OpenConnection, openConnection } from '../../sell/connection.ts';
import { beginPull, changePull, lockPull } from '../../sell/pull.ts';
import {
  changeShopKey,
  keepShopKey,
  loadShopKey,
  lockShopKey,
  type ShopKey,
  shopKeyContext,
  wakePulls,
} from '../../sell/shop_key.ts';
import type { CommandContext } from '../command.ts';
import { incomplete } from '../incomplete.ts';
import { replyKey } from '../reply_key.ts';
import { splitFirst } from '../words/words.ts';
import { whichConnection } from './which_connection.ts';

export type KeyStep = 'key' | 'history' | 'stop' | 'repair';

/** What is said of a shop's own key: '/connect key 3 …' gives it, '/connect history 3' and '/connect stop 3' read what was there before, '/connect repair 3' mends its webhooks. */
export async function keyStep(ctx: CommandContext, step: KeyStep, words: string): Promise<Reply> {
  const [number, rest] = splitFirst(words);
  const connection = await openConnection(ctx.tx, number);
  const canBeAsked = (provider: string) => stepsFor(ctx, provider) !== undefined;
  if (!connection) return whichConnection(ctx, number, (id) => `/connect ${step} ${id}`, canBeAsked);
  if (step === 'key') return give(ctx, connection, rest);
  const key = await lockShopKey(ctx.tx, connection.id);
  if (!key) return askForKey(ctx, connection);
  return STEPS[step](ctx, key);
}

const STEPS: Record<Exclude<KeyStep, 'key'>, (ctx: CommandContext, key: ShopKey) => Promise<Reply>> = {
  history: goOn,
  stop,
  repair,
};

/** What is to be clicked for a key, and what it is good for; it can be left out. */
function askForKey(ctx: CommandContext, { id, provider }: Pick<OpenConnection, 'id' | 'provider'>): Reply {
  const { pull: t } = ctx.t;
  const steps = stepsFor(ctx, provider);
  if (!steps) return failed(t.cannotBeAsked(ctx.t.channel(provider)));
  return { title: t.askTitle(`${ctx.t.channel(provider)} · ${id}`), text: [t.askText, steps(id)].join('\n\n') };
}

const stepsFor = ({ t }: CommandContext, provider: string): ((id: string) => string) | undefined =>
  Object.hasOwn(t.pull.steps, provider) ? t.pull.steps[provider as keyof typeof t.pull.steps] : undefined;

async function give(ctx: CommandContext, connection: OpenConnection, words: string): Promise<Reply> {
  const { id, provider, token } = connection;
  if (!words) return askForKey(ctx, connection);
  const read = ctx.readShopKey(provider, words);
  if (!read) return askForKey(ctx, connection);
  const { pull: t, channel, hook } = ctx.t;
  // what is not understood may be the key: it is not shown again
  if (read === 'unreadable') return failed(t.notAKey(channel(provider)), { hint: stepsFor(ctx, provider)?.(id) ?? '' });
  if (typeof read === 'string') return failed(hook.refused[read]);
  const { channel: way, address } = ctx.place;
  const kept = await keepShopKey(ctx, id, {
    ...{ root: read.root, account: read.account ?? null, sealed: ctx.seal(read.key, shopKeyContext(token)) },
    ...{ userId: ctx.user.id, place: { channel: way, address }, toldKey: replyKey(ctx) },
  });
  if (!kept) return incomplete(ctx.t, 'connect', ctx.t.need.connection);
  return { ...keyTriedReply(ctx.t, (await loadShopKey(ctx.tx, id))!), hint: ctx.t.connect.deleteYours };
}

/** Goes on where it was stopped, or begins; the message that it is asked in tells of it from now on. */
async function goOn(ctx: CommandContext, key: ShopKey): Promise<Reply> {
  const { connectionId, fromAt } = key;
  const before = await lockPull(ctx.tx, connectionId, 'history');
  if (before?.state === 'stopped') await changePull(ctx.tx, before, { state: 'running' });
  else if (before?.state !== 'running')
    await beginPull(ctx.tx, { connectionId, span: 'history', since: null, until: fromAt, begunAt: ctx.now });
  const now = await toldHere(ctx, key);
  await wakePulls(ctx.tx);
  return historyReply(ctx, ctx.t, ctx.locale, now, (await lockPull(ctx.tx, connectionId, 'history'))!);
}

async function stop(ctx: CommandContext, key: ShopKey): Promise<Reply> {
  const before = await lockPull(ctx.tx, key.connectionId, 'history');
  if (!before) return { text: ctx.t.pull.noHistory(shopName(ctx.t, key)), unchanged: true };
  const now = before.state === 'running' ? await changePull(ctx.tx, before, { state: 'stopped' }) : before;
  return historyReply(ctx, ctx.t, ctx.locale, key, now);
}

/** What comes of it is said here. */
async function repair(ctx: CommandContext, key: ShopKey): Promise<Reply> {
  await changeShopKey(ctx.tx, await toldHere(ctx, key), { repair: true }, ctx.now);
  await wakePulls(ctx.tx);
  return { text: ctx.t.pull.repairing(shopName(ctx.t, key)) };
}

function toldHere(ctx: CommandContext, key: ShopKey): Promise<ShopKey> {
  const { channel, address } = ctx.place;
  // a button's message goes on telling of it
  const toldKey = ctx.pressed ? key.toldKey : replyKey(ctx);
  return changeShopKey(ctx.tx, key, { userId: ctx.user.id, place: { channel, address }, toldKey }, ctx.now);
}
