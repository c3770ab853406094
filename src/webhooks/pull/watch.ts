import type { Context } from '../../domain/context.ts';
import type { Repaired } from '../../domain/desk/shop/pull_card.ts';
import { tellRepaired, tellWebhooks } from '../../domain/desk/shop/pull_told.ts';
import { connectionContext, rotateSecret } from '../../domain/sell/connection.ts';
import type { ShopFault } from '../../domain/sell/shop_fault.ts';
import {
  ANSWERED,
  changeShopKey,
  type SealedShopKey,
  type ShopKey,
  type WebhookState,
} from '../../domain/sell/shop_key.ts';
import { isSilent } from '../../domain/sell/shop_silence.ts';
import type { ShopApi, ShopQuestion, Subscription, Subscriptions } from './api.ts';
import type { PullerHouse } from './house.ts';
import { onKey } from './on_key.ts';
import type { Refused, Shop, Told } from './shop.ts';

interface Watching {
  key: SealedShopKey;
  api: ShopApi;
  shop: Shop;
  /** Our address there. */
  hookUrl: string;
  /** What signs its webhooks, if our key opens it. */
  secret: string | undefined;
}

/** What a shop says of its webhooks to us. */
interface Seen extends Pick<ShopKey, 'topics' | 'lost'> {
  state: WebhookState;
  all: readonly Subscription[];
}

/**
 * Looks how the shop's webhooks are and mends them if the owner wants that. What has become of them is told once, and of mending what
 * the shop says afterwards. Gives why it could not look.
 */
export async function watchShop(house: PullerHouse, watching: Watching): Promise<Refused | undefined> {
  const { key, api } = watching;
  if (!api.subscriptions) return void (await note(house, key, unseen(key)));
  const before = await look(watching, api.subscriptions);
  if ('refused' in before && !mayNot(before.refused)) return before.refused;
  const seen = 'refused' in before ? unseen(key) : before;
  if (!key.repair) return void (await note(house, key, seen));
  const refused = 'refused' in before ? before.refused : await repair(house, watching, before);
  if (refused && 'later' in refused) return refused;
  const after = refused ? seen : await look(watching, api.subscriptions, { making: false });
  if ('refused' in after) return after.refused;
  const became = refused && 'fault' in refused ? refused.fault : becameOf(after.state);
  await note(house, key, after, (ctx, now) => tellRepaired(ctx, now, became));
  return undefined;
}

/** A key that may not see webhooks is good for the rest. */
const mayNot = (refused: Refused): boolean => 'fault' in refused && ['denied', 'missing'].includes(refused.fault);

const unseen = ({ topics, lost }: ShopKey): Seen => ({ state: 'unknown', all: [], topics, lost });

const becameOf = (state: WebhookState): Repaired =>
  state === 'on' || state === 'partial' || state === 'unknown' ? state : 'asked';

/** `making`: whether a secret is being made, where that is otherwise than the key says. */
async function look(
  { shop, hookUrl, key }: Watching,
  subscriptions: Subscriptions,
  { making }: Pick<ShopKey, 'making'> = key,
): Promise<Seen | { refused: Refused }> {
  const told = await shop.ask({ path: subscriptions.list(hookUrl) });
  if (!('page' in told)) return { refused: told };
  try {
    const all = subscriptions.read(told.page).filter(({ url }) => isSame(url, hookUrl));
    return seenIn({ ...key, making }, subscriptions, all);
  } catch {
    return { refused: { fault: 'unreadable' } };
  }
}

/** The token is ours alone, whatever stands before it. */
const isSame = (url: string, hookUrl: string): boolean => url.endsWith(hookUrl.slice(hookUrl.indexOf('/hooks/')));

/** What there was a webhook for, and what no shop can do without, is lost where there is none for it any more. */
function seenIn(key: ShopKey, { wanted, needed, ownOnly }: Subscriptions, all: readonly Subscription[]): Seen {
  const there = all.flatMap(({ topics }) => topics);
  const known = (topics: readonly string[]) => wanted.filter((topic) => topics.includes(topic));
  const lost = known([...key.topics, ...needed]).filter((topic) => !there.includes(topic));
  const seen = { all, topics: known([...key.topics, ...there]) };
  if (all.length === 0) {
    const wereThere = key.topics.length > 0 || key.webhooks === 'on' || key.webhooks === 'gone';
    return { ...seen, lost: [], state: ownOnly && !wereThere ? 'unknown' : 'gone' };
  }
  // nobody has the secret of what is there
  if (key.making) return { ...seen, lost: [], state: 'gone' };
  if (!all.every(({ on }) => on)) return { ...seen, lost, state: 'off' };
  return { ...seen, lost, state: lost.length > 0 ? 'partial' : 'on' };
}

/** Where the shop does not say how its webhooks are, their silence does. What has changed for the worse is told. */
async function note(
  { act }: PullerHouse,
  key: SealedShopKey,
  { state, topics, lost }: Seen,
  also: (ctx: Context, now: ShopKey) => Promise<unknown> = async () => {},
): Promise<void> {
  await onKey(act, key, async (ctx, now) => {
    const mute = state === 'unknown' || state === 'on' ? await isSilent(ctx, key.connectionId) : false;
    const webhooks = mute ? 'silent' : state;
    const seen = { webhooks, topics, lost, watchedAt: ctx.now };
    // what was wanted while we only looked still is
    const mended = key.repair && { repair: false };
    const after = await changeShopKey(ctx.tx, now, { ...ANSWERED, ...seen, ...mended }, ctx.now);
    await also(ctx, after);
    const isWorse = webhooks !== 'unknown' && webhooks !== 'on';
    const isNew = webhooks !== now.webhooks || lost.some((topic) => !now.lost.includes(topic));
    if (isWorse && isNew && !now.repair) await tellWebhooks(ctx, after);
  });
}

/**
 * Switches on what is off, and makes what is missing. Undefined: asked for; what came of it, the shop says when it is looked at again.
 */
async function repair(house: PullerHouse, watching: Watching, seen: Seen): Promise<Refused | undefined> {
  const { shop, hookUrl, secret, key, api } = watching;
  const { switchOn, make, wanted, ownSecret } = api.subscriptions!;
  // what was made by hand is in no list; made once more, it would be signed with another secret
  if (seen.state === 'unknown') return undefined;
  if (key.making && ownSecret) {
    for (const one of seen.all) {
      const told = await shop.ask(ownSecret.remove(one));
      if (!('page' in told) && !('fault' in told && told.fault === 'missing')) return told;
    }
  }
  const there = key.making ? [] : seen.all;
  const isNew = there.length === 0;
  if (isNew && !ownSecret && secret === undefined) return { fault: 'sealed' };
  const topics = isNew ? wanted : seen.lost;
  const missing = topics.length > 0 ? make(hookUrl, secret ?? '', topics, there) : [];
  const off = there.filter(({ on }) => !on);
  for (const question of [...off.flatMap((one) => switchOn?.(one) ?? []), ...missing]) {
    const told = isNew && ownSecret ? await makeSecret(house, watching, question) : await shop.ask(question);
    // one that the shop does not take need not keep it from taking the others
    if (!('page' in told) && !('asked' in told)) return told;
  }
  return undefined;
}

/** Faults behind which nothing was made. */
const NOT_MADE: readonly ShopFault[] = [
  ...(['key', 'denied', 'missing', 'address', 'forbidden'] as const),
  ...(['unresolved', 'refused', 'certificate'] as const),
];

/**
 * The shop makes a new secret with its new subscription and shows it once. That it is asked to is noted before: where we end before the
 * secret is kept, the subscription signs with what nobody has, and is made anew.
 */
async function makeSecret({ act }: PullerHouse, { key, shop, api }: Watching, question: ShopQuestion): Promise<Told> {
  const announced = await onKey(act, key, ({ tx }, now) => changeShopKey(tx, now, { making: true }));
  // another key, or none: whoever gave it begins again
  if (!announced) return { later: 0 };
  const told = await shop.ask(question);
  if (!('page' in told)) {
    if (!('fault' in told) || NOT_MADE.includes(told.fault))
      await onKey(act, key, ({ tx }, now) => changeShopKey(tx, now, { making: false }));
    return told;
  }
  const secret = api.subscriptions!.ownSecret!.in(told.page);
  if (!secret) return { fault: 'unreadable' };
  await onKey(act, key, ({ tx, seal, now }, { connectionId: id, provider, token }) =>
    rotateSecret(tx, { id, provider, token }, seal(secret, connectionContext(token)), now),
  );
  return told;
}
