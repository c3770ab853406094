import type { Locale } from '../../../text/locale.ts';
import type { Texts } from '../../../text/texts.ts';
import { formatWhen } from '../../../text/when/format_when.ts';
import { type Context, clockOf } from '../../context.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import type { Pull, PullCounts } from '../../sell/pull.ts';
import { isFinal, type ShopFault } from '../../sell/shop_fault.ts';
import type { ShopKey } from '../../sell/shop_key.ts';

export const shopName = (t: Texts, { provider, connectionId }: Pick<ShopKey, 'provider' | 'connectionId'>): string =>
  `${t.channel(provider)} · ${connectionId}`;

const button = (label: string, command: string): Button => ({ label, command, turns: true });

/** What became of mending a shop's webhooks: all or some are there, there are none to be seen, or why not; `asked`: the shop did not take it. */
export type Repaired = 'on' | 'partial' | 'unknown' | 'asked' | ShopFault;

/** What came of a key that was just given. */
export function keyTriedReply(t: Texts, key: ShopKey): Reply {
  const shop = shopName(t, key);
  if (key.state === 'works') return { title: t.pull.works(shop), text: t.pull.worksText };
  if (!key.fault) return { text: t.pull.trying(shop) };
  const text = `${t.pull.why[key.fault]}\n${isFinal(key.fault) ? t.pull.giveAnew(key.connectionId) : t.pull.triedAgain}`;
  return failed(text, { title: t.pull.notWorking(shop) });
}

/** How far the shop's history is. */
export function historyReply(ctx: Context, t: Texts, locale: Locale, key: ShopKey, pull: Pull): Reply {
  const shop = shopName(t, key);
  const fields = countFields(t, pull.counts);
  const text = [
    pull.reached ? t.pull.backTo(formatWhen(pull.reached, clockOf(ctx, locale))) : '',
    pull.forbidden.length > 0
      ? t.pull.forbidden(pull.forbidden.map((noun) => t.pull.noun[noun as keyof PullCounts]).join(t.pull.and))
      : '',
  ]
    .filter(Boolean)
    .join('\n');
  const { connectionId: id } = key;
  const shown = { fields, ...(text && { text }) };
  if (pull.state === 'done') return { title: t.pull.historyDone(shop), ...shown, hint: t.pull.historyHint };
  if (pull.state === 'stopped')
    return { title: t.pull.historyStopped(shop), ...shown, buttons: [[button(t.pull.goOn, `/connect history ${id}`)]] };
  return { title: t.pull.historyRuns(shop), ...shown, buttons: [[button(t.pull.stop, `/connect stop ${id}`)]] };
}

function countFields(t: Texts, counts: PullCounts): { label: string; value: string }[] {
  const nouns = Object.keys(t.pull.noun) as (keyof PullCounts)[];
  return nouns.flatMap((noun) => {
    const count = counts[noun] ?? 0;
    return count > 0 || noun === 'orders' ? { label: t.pull.noun[noun], value: String(count) } : [];
  });
}

/** A shop that was asked in vain. */
export const shopFaultCard = (t: Texts, key: ShopKey): Reply => ({
  title: t.pull.failing(shopName(t, key)),
  text: `${t.pull.why[key.fault ?? 'broken']}\n${isFinal(key.fault ?? 'broken') ? t.pull.giveAnew(key.connectionId) : t.pull.triedAgain}`,
});

/** A shop whose webhooks do not come. */
export function webhooksCard(t: Texts, key: ShopKey): Reply {
  const { webhooks, provider, connectionId: id, lost } = key;
  if (webhooks === 'unknown' || webhooks === 'on') return { text: t.pull.webhooksOn(shopName(t, key)) };
  const missing = lost.length > 0 ? t.pull.lost(lost.join(t.pull.and)) : '';
  return {
    title: t.pull.webhooks[webhooks].title(shopName(t, key)),
    text: [t.pull.webhooks[webhooks].text, missing, t.pull.stillLooked].filter(Boolean).join('\n'),
    // what has fallen silent is on as far as the shop says: somebody has to look there
    ...(webhooks === 'silent'
      ? { hint: stepsFor(t, provider) }
      : { buttons: [[{ label: t.pull.webhooks[webhooks].repair, command: `/connect repair ${id}` }]] }),
  };
}

const stepsFor = (t: Texts, provider: string): string => t.connect.steps[provider as keyof Texts['connect']['steps']];

/** What became of mending a shop's webhooks. */
export function repairedReply(t: Texts, key: ShopKey, became: Repaired): Reply {
  const shop = shopName(t, key);
  const hint = stepsFor(t, key.provider);
  if (became === 'on') return { text: t.pull.repaired(shop) };
  if (became === 'partial')
    return failed([t.pull.partlyRepaired(shop), t.pull.lost(key.lost.join(t.pull.and))].join('\n'), { hint });
  if (became === 'unknown') return failed(t.pull.unseen(shop), { hint });
  if (became === 'asked' || became === 'denied' || became === 'missing')
    return failed(t.pull.notRepaired(shop), { hint });
  const again = { label: t.pull.repairAgain, command: `/connect repair ${key.connectionId}` };
  return failed([t.pull.notRepairedNow(shop), t.pull.why[became]].join('\n'), { buttons: [[again]] });
}
