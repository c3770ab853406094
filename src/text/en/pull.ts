import { plural } from './plural.ts';

/** What a shop is asked for: what its webhooks may have left out, and what was there before. */
export const pull = {
  pull: {
    button: 'Look for lost orders',
    offer: (id: string): string =>
      `So far I hear only what the shop sends. With a key of its own I also look every hour for orders that it did not tell me of, and read what was there before: /connect key ${id}`,
    askTitle: (shop: string): string => `${shop}: a key to look with`,
    askText:
      'It is optional. With it I look every hour for orders that no webhook told me of, and read once what was there before. Without it I cannot look for lost orders.',
    /** Where a key is made, and what is to be typed, by the shop. */
    steps: {
      shopify: (id: string): string =>
        `In Shopify’s Dev Dashboard (dev.shopify.com): create an app, allow it read_orders, read_all_orders, read_customers and read_products, install it in your shop, and copy the ID and the secret from its settings. Then type:\n/connect key ${id} your-shop.myshopify.com <ID> <secret>\nThe token of an older app (shpat_…) does as well. Without read_all_orders Shopify shows the last 60 days only.`,
      woocommerce: (id: string): string =>
        `In WordPress: WooCommerce → Settings → Advanced → REST API → Add key. Permission Read is enough; with Read/Write I can also switch a webhook on again. Then type:\n/connect key ${id} https://your-shop.example ck_… cs_…`,
      stripe: (id: string): string =>
        `In Stripe: Developers → API keys → Create restricted key. Read: Events, Checkout Sessions, Invoices, Charges and Refunds, Customers. Webhook Endpoints: Read is enough; with Write I can also switch yours on again. Then type:\n/connect key ${id} rk_live_…`,
    },
    cannotBeAsked: (shop: string): string => `${shop} cannot be asked what it has: I hear only what it sends.`,
    notAKey: (shop: string): string => `That does not look like a key of ${shop}. Nothing was changed or kept.`,
    trying: (shop: string): string => `🔑 ${shop}: trying the key …`,
    works: (shop: string): string => `🔑 ${shop}: the key works`,
    worksText:
      'From now on I look every hour for orders that no webhook told me of. Next I read what was there before, which alerts nobody.',
    notWorking: (shop: string): string => `${shop}: the key does not work yet`,
    giveAnew: (id: string): string => `Then give it anew: /connect key ${id}`,
    triedAgain: 'I try again by myself.',
    /** Why a shop did not give what it was asked for. */
    why: {
      key: 'The shop does not take this key: it is mistyped, or was deleted there. Make a new one.',
      denied: 'The shop takes the key, but the key may not read orders. Allow it to there.',
      missing:
        'At this address there is no such shop. Check the address; in WordPress the permalinks must not be “Plain”.',
      sealed: 'The key was sealed with another encryption key and cannot be opened.',
      address:
        'This address cannot be asked: it is not https, or a host in your own network that HOOK_ALLOW_HOSTS does not name.',
      forbidden:
        'The shop’s name leads into a network of its own and not to the internet. If it is your own, name its host in HOOK_ALLOW_HOSTS and restart.',
      unresolved: 'The shop’s address is not known to the internet.',
      refused: 'At the shop’s address nobody answers.',
      certificate: 'The shop’s certificate is not valid.',
      silent: 'The shop does not answer in time.',
      cut: 'The shop broke off.',
      large: 'The shop’s answer was too long.',
      unreadable: 'The shop answered something that cannot be read.',
      broken: 'The shop has an error of its own.',
    },
    noun: { orders: 'Orders', refunds: 'Refunds', customers: 'Customers', products: 'Products' },
    and: ', ',
    backTo: (when: string): string => `Back to ${when}`,
    forbidden: (nouns: string): string => `Not allowed with this key: ${nouns}`,
    historyRuns: (shop: string): string => `📥 ${shop}: reading what was there before`,
    historyDone: (shop: string): string => `✅ ${shop}: what was there before is here`,
    historyHint: 'Nobody was told anything, and no lead was won by it. /duplicates shows who may be one person.',
    historyStopped: (shop: string): string => `⏸ ${shop}: stopped. What has been read stays.`,
    noHistory: (shop: string): string => `${shop}: nothing is being read.`,
    stop: 'Stop',
    goOn: 'Go on',
    failing: (shop: string): string => `⚠️ ${shop} cannot be asked for lost orders`,
    /** Webhooks that do not come. */
    webhooks: {
      off: {
        title: (shop: string): string => `⚠️ ${shop} has switched its webhook off`,
        text: 'After several failures in a row shops stop sending. As long as it is off, orders reach you up to an hour late.',
        repair: 'Switch it on again',
      },
      gone: {
        title: (shop: string): string => `⚠️ ${shop} has no webhook to us`,
        text: 'It was deleted there, or never made. As long as it is missing, orders reach you up to an hour late.',
        repair: 'Set it up',
      },
      partial: {
        title: (shop: string): string => `⚠️ ${shop} has lost a webhook`,
        text: 'A part of its webhooks is gone. What they told of reaches you late, or not at all.',
        repair: 'Set it up again',
      },
      silent: {
        title: (shop: string): string => `⚠️ ${shop} sends nothing, though it sells`,
        text: 'I found orders that no webhook had told of, for longer than this shop is usually quiet. Is the webhook still there and active, and is our address reachable?',
      },
    },
    /** Topics in the shop's own words. */
    lost: (topics: string): string => `Missing: ${topics}`,
    webhooksOn: (shop: string): string => `${shop}: the webhook is on.`,
    stillLooked: 'Until then I look for orders every hour: none is lost.',
    repairing: (shop: string): string => `🔧 ${shop}: setting up the webhook …`,
    repaired: (shop: string): string => `✅ ${shop} sends again.`,
    notRepaired: (shop: string): string =>
      `${shop} did not let me: the key may read there but not write. Switch the webhook on in the shop itself.`,
    partlyRepaired: (shop: string): string =>
      `${shop}: I could set up only a part. The key may not be allowed the rest; set it up in the shop itself.`,
    unseen: (shop: string): string =>
      `${shop} does not show me its webhooks: those made by hand are not listed to a key. Look in the shop itself whether they are there and active.`,
    notRepairedNow: (shop: string): string => `${shop}: the webhook could not be set up just now.`,
    repairAgain: 'Try again',
    noKey: 'no key to look for lost orders',
    looksHourly: 'looked for lost orders every hour',
    found: {
      title: 'Found in the shops',
      orders: (count: number, shop: string): string => `${plural(count, 'order')} had no webhook, added (${shop})`,
    },
  },
};
