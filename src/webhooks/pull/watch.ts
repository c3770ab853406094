import type { Context } from '../../domain/context.ts';
import { tellRepaired, tellWebhooks } from '../../domain/desk/shop/pull_told.ts';
import { connectionContext, rotateSecret } from '../../domain/sell/connection.ts';
import { ANSWERED, changeShopKey, type SealedShopKey, type WebhookState } from '../../domain/sell/shop_key.ts';
import { isSilent } from '../../domain/sell/shop_silence.ts';
import type { ShopApi, Subscription, Subscriptions } from './api.ts';
import type { PullerHouse } from './house.ts';
import { onKey } from './on_key.ts';
import type { Refused, Shop } from './shop.ts';

interface Watching {
  key: SealedShopKey;
  api: ShopApi;
  shop: Shop;
  /** Our address there. */
  hookUrl: string;
  /** What signs its webhooks, if our key opens it. */
  secret: string | undefined;
}

/** Looks how the shop's webhooks are and mends them if the owner wants that. What has become of them is told once. Gives why it could not look. */
export async function watchShop(house: PullerHouse, watching: Watching): Promise<Refused | undefined> {
  const { key, api } = watching;
  const listed = api.subscriptions && (await listOf(watching, api.subscriptions));
  // a key that may not see webhooks is good for the rest
  const mayNot =
    listed && 'refused' in listed && 'fault' in listed.refused && ['denied', 'missing'].includes(listed.refused.fault);
  if (listed && 'refused' in listed && !mayNot) return listed.refused;
  const said = listed && 'all' in listed ? stateOf(key, api.subscriptions!, listed.all) : 'unknown';
  if (key.repair && api.subscriptions) {
    const refused =
      listed && 'all' in listed ? await repair(house, watching, { all: listed.all, said }) : listed?.refused;
    if (refused && 'later' in refused) return refused;
    await note(house, key, refused ? said : 'on', (ctx) => tellRepaired(ctx, key, refused === undefined));
    return undefined;
  }
  await note(house, key, said);
  return undefined;
}

type ListedAll = { all: Subscription[] } | { refused: Refused };

async function listOf({ shop, hookUrl }: Watching, subscriptions: Subscriptions): Promise<ListedAll> {
  const told = await shop.ask({ path: subscriptions.list(hookUrl) });
  if (!('page' in told)) return { refused: told };
  try {
    return { all: subscriptions.read(told.page).filter(({ url }) => isSame(url, hookUrl)) };
  } catch {
    return { refused: { fault: 'unreadable' } };
  }
}

/** The token is ours alone, whatever stands before it. */
const isSame = (url: string, hookUrl: string): boolean => url.endsWith(hookUrl.slice(hookUrl.indexOf('/hooks/')));

function stateOf({ webhooks }: SealedShopKey, { ownOnly }: Subscriptions, all: readonly Subscription[]): WebhookState {
  if (all.length > 0) return all.every(({ on }) => on) ? 'on' : 'off';
  return ownOnly && webhooks !== 'on' && webhooks !== 'gone' ? 'unknown' : 'gone';
}

/** Where the shop does not say how its webhooks are, their silence does. What has changed for the worse is told. */
async function note(
  { act }: PullerHouse,
  key: SealedShopKey,
  said: WebhookState,
  also: (ctx: Context) => Promise<unknown> = async () => {},
): Promise<void> {
  await onKey(act, key, async (ctx, now) => {
    const mute = said === 'unknown' || said === 'on' ? await isSilent(ctx, key.connectionId) : false;
    const webhooks = mute ? 'silent' : said;
    const after = await changeShopKey(
      ctx.tx,
      now,
      { ...ANSWERED, webhooks, watchedAt: ctx.now, repair: false },
      ctx.now,
    );
    await also(ctx);
    const isWorse = webhooks !== 'unknown' && webhooks !== 'on';
    if (isWorse && webhooks !== now.webhooks && !now.repair) await tellWebhooks(ctx, after);
  });
}

/** Switches on what is off, or makes what is missing. Undefined: done. */
async function repair(
  house: PullerHouse,
  { shop, hookUrl, secret, key, api }: Watching,
  { all, said }: { all: readonly Subscription[]; said: WebhookState },
): Promise<Refused | undefined> {
  const { switchOn, make, secretIn } = api.subscriptions!;
  const off = all.filter(({ on }) => !on);
  const isMissing = said === 'gone';
  if (isMissing && !secretIn && secret === undefined) return { fault: 'sealed' };
  const questions = isMissing ? make(hookUrl, secret ?? '') : off.flatMap((one) => switchOn?.(one) ?? []);
  for (const question of questions) {
    const told = await shop.ask(question);
    if (!('page' in told)) {
      // what there is already is as good as made
      if ('asked' in told && told.asked === 422 && questions.length > 1) continue;
      return told;
    }
    const made = secretIn?.(told.page);
    if (made && isMissing) await keepMade(house, key, made);
  }
  return undefined;
}

/** The shop made a new secret with its new subscription. */
async function keepMade(
  { act }: PullerHouse,
  { connectionId: id, provider, token }: SealedShopKey,
  secret: string,
): Promise<void> {
  await act((ctx) =>
    rotateSecret(ctx.tx, { id, provider, token }, ctx.seal(secret, connectionContext(token)), ctx.now),
  );
}
