import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { disableConnection } from '../../../../src/domain/sell/connection.ts';
import { hookSecret, providers } from '../../../../src/webhooks/providers.ts';
import { buttonsOf, type House, testHouse } from '../../../support/house.ts';
import { shopifyEvent, shopifyOrder } from '../../../support/shops/shopify_order.ts';
import { standardEvent, standardOrder } from '../../../support/shops/standard_event.ts';

const STRIPE_SECRET = 'whsec_0123456789abcdef';
const NAMES = providers.map(({ name }) => name);
let house: House;

beforeAll(async () => {
  house = await testHouse();
});
beforeEach(() => house.reset());

const connections = () => house.db.sql`
  select provider, secret is null as "isWaiting", previous_secret is null as "isFirst", disabled_at is null as open
  from connections order by id`;
const addressIn = (text: string | undefined) => /https:\/\/crm\.example\.com\/hooks\/\w+\/\w+/.exec(text ?? '')?.[0];

describe('connecting a shop', () => {
  it.each(NAMES)('says what to click there and which address to paste: %s', async (provider) => {
    const { make, shownAfterwards } = hookSecret(provider);
    const bare = await house.say(`/connect ${provider}`);
    const steps = JSON.stringify(bare);
    expect(steps).toMatch(/webhook|推送|Webhooks/i);
    const isThere = make !== undefined || shownAfterwards === true;
    expect([bare.failed === true, addressIn(bare.text) !== undefined]).toEqual([!isThere, isThere]);
    expect(await connections()).toHaveLength(isThere ? 1 : 0);
  });

  it('takes the secret after the address, where the shop shows it only then', async () => {
    const first = await house.say('/connect stripe');
    expect(await connections()).toEqual([{ provider: 'stripe', isWaiting: true, isFirst: true, open: true }]);
    const again = await house.say('/connect stripe');
    expect(addressIn(again.text)).toBe(addressIn(first.text));
    const done = await house.say(`/connect stripe ${STRIPE_SECRET}`);
    expect(addressIn(done.text)).toBe(addressIn(first.text));
    expect(await connections()).toEqual([{ provider: 'stripe', isWaiting: false, isFirst: true, open: true }]);
    expect(addressIn((await house.say('/connect stripe another')).text)).not.toBe(addressIn(first.text));
  });

  it('makes the secret, where the shop takes ours, and keeps it nowhere once it was shown', async () => {
    await house.type('/connect standard');
    const reply = (await house.cards()).at(-1)!;
    expect(reply.quote).toMatch(/^whsec_/);
    await house.deliver();
    // the terminal alone takes its replies from their rows
    const kept = await house.db.sql`select payload::text as kept from outbox where channel <> 'console'`;
    expect(JSON.stringify(kept)).not.toContain(reply.quote!.slice(6, 30));
    expect((await house.say('/connect woocommerce')).quote).toMatch(/^[\w-]{32}$/);
  });

  it.each([
    ['stripe', 'sk_live_51H8xQ2eZvKYlo2C0aBcDeFg'],
    ['standard', 'whsec_short'],
    ['standard', 'correct horse battery staple'],
    ['shopify', 'shpss_1'],
    ['shopify', 'abcd1234secret'],
    ['shopify', '茶店'],
    ['woocommerce', 'teahouse'],
    ['woocommerce', 'my shop'],
    ['woocommerce', 'wc 12345'],
    ['woocommerce', 'our tea shop no 24'],
    ['woocommerce', '我的店'],
    ['youzan', 'abc'],
    ['youzan', '有赞茶店'],
  ])('does not take for a secret of %s what cannot be one', async (provider, secret) => {
    const reply = await house.say(`/connect ${provider} ${secret}`);
    expect(reply.failed).toBe(true);
    expect(JSON.stringify(reply)).not.toContain(secret);
    expect(buttonsOf(reply).map(({ command }) => command)).toEqual([`/connect ${provider}`]);
    expect(await connections()).toEqual([]);
  });

  it.each([
    ['shopify', '0123456789abcdef'.repeat(4)],
    ['shopify', 'shpss_0123456789abcdef0123456789abcdef'],
    // as WordPress makes them, with blanks and signs
    ['woocommerce', '1q[~X}K|v 2mHc/;?UeR,5 o=&gt;TzJ0wN.{pLd:y8G`aB+_'],
    ['woocommerce', 'V2hOnHKr-MiMF2SMSDeTWNH8yoQAwi09'],
    ['youzan', '0123456789abcdef0123456789abcdef'],
  ])('takes a secret of %s as it is made', async (provider, secret) => {
    expect((await house.say(`/connect ${provider} ${secret}`)).failed).toBeUndefined();
    expect(await connections()).toMatchObject([{ provider, isWaiting: false }]);
  });

  it.each(NAMES.filter((name) => name !== 'stripe'))(
    'asks whether a second of a kind is the same: %s',
    async (provider) => {
      const secret = { shopify: 'ab'.repeat(32), youzan: 'ab'.repeat(16) }[provider] ?? '';
      await house.say(`/connect ${provider} ${secret}`);
      const asked = await house.say(`/connect ${provider} ${secret}`);
      expect(asked.failed).toBe(true);
      expect(buttonsOf(asked).map(({ command }) => command)).toEqual([
        `/connect ${provider} another`,
        '/connect rotate 1',
        '/connect',
      ]);
      expect(await connections()).toHaveLength(1);
      await house.say(`/connect ${provider} another ${secret}`);
      expect(await connections()).toHaveLength(2);
    },
  );
});

describe('a shop that was disconnected', () => {
  const SECRET = `shpss_${'ab'.repeat(16)}`;
  beforeEach(async () => {
    await house.say(`/connect shopify ${SECRET}`);
    await house.happen(shopifyEvent(shopifyOrder()));
    await house.say('/disconnect 1');
  });

  it('is asked about when one of its kind is connected, and goes on under its number with what it had', async () => {
    const was = await house.db.sql`select token, secret from connections`;
    const asked = await house.say(`/connect shopify ${SECRET}`);
    expect(asked.text).toContain('Shopify · 1');
    expect(buttonsOf(asked).map(({ command }) => command)).toEqual([
      '/connect shopify another',
      '/connect again 1',
      '/connect',
    ]);
    expect(await connections()).toHaveLength(1);
    expect((await house.say('/connect again 1')).text).toContain('/hooks/shopify/');
    expect(await house.db.sql`select token, secret from connections where disabled_at is null`).toEqual(was);
    await house.happen(shopifyEvent(shopifyOrder()));
    expect(await house.db.sql`select number from orders`).toHaveLength(1);
  });

  it('is named beside the one that is there; one that never got its secret is not (control)', async () => {
    await house.say(`/connect shopify another ${SECRET}`);
    const asked = await house.say('/connect shopify');
    expect(asked.text).toMatch(/Shopify · 2.*Shopify · 1/);
    expect(buttonsOf(asked).map(({ command }) => command)).toEqual([
      '/connect shopify another',
      '/connect rotate 2',
      '/connect again 1',
      '/connect',
    ]);
    await house.say('/connect stripe');
    await house.say('/disconnect 3');
    expect((await house.say('/connect stripe')).failed).toBeUndefined();
  });

  it('is asked about where it is taken up again beside one of its kind: both would bring every order', async () => {
    await house.say(`/connect shopify another ${SECRET}`);
    const asked = await house.say('/connect again 1');
    expect([asked.failed, asked.text]).toEqual([true, expect.stringMatching(/Shopify · 2.*Shopify · 1/)]);
    expect(buttonsOf(asked).map(({ command }) => command)).toEqual([
      '/disconnect 2',
      '/connect again 1 another',
      '/connect',
    ]);
    const open = () => house.db.sql`select id from connections where disabled_at is null order by id`;
    expect(await open()).toEqual([{ id: '2' }]);
    await house.say('/connect again 1 another');
    expect(await open()).toEqual([{ id: '1' }, { id: '2' }]);
  });

  it('is taken up again at once where the other was disconnected, or is of another kind (control)', async () => {
    await house.say('/connect standard');
    await house.say(`/connect shopify another ${SECRET}`);
    await house.say('/disconnect 3');
    expect((await house.say('/connect again 1')).failed).toBeUndefined();
  });

  it('is taken up by its number alone: another number, one in use or a secret is asked about', async () => {
    await house.say('/connect standard');
    for (const words of ['2', '9', SECRET]) {
      const reply = await house.say(`/connect again ${words}`);
      expect([reply.failed, buttonsOf(reply)[0]?.command]).toEqual([true, '/connect again 1']);
      expect(reply.text).not.toContain(SECRET);
    }
    expect(await house.db.sql`select id from connections where disabled_at is null`).toHaveLength(1);
  });
});

describe('the list of what is connected', () => {
  it('shows when each last sent something, what it sends in vain, and offers the rest', async () => {
    house.now = new Date('2026-11-20T03:00:00Z');
    await house.say('/connect standard');
    await house.happen(standardEvent('order.created', standardOrder()), standardEvent('invoice.sent', {}));
    await house.say('/connect stripe');
    house.now = new Date('2026-11-20T05:00:00Z');
    const reply = await house.say('/connect');
    expect(reply.lists?.[0]?.items).toMatchObject([
      { text: '自有系统 · 1', detail: '最近一次 2 小时前 · 未使用：invoice.sent (1)' },
      { text: 'Stripe · 2', detail: '等待密钥' },
    ]);
    const offered = buttonsOf(reply).map(({ command }) => command);
    expect(offered).toEqual(
      expect.arrayContaining([...NAMES.map((name) => `/connect ${name}`), '/connect rotate 1', '/disconnect 2']),
    );
    expect(offered).not.toContain('/connect rotate 2');
  });
});

describe('/status', () => {
  it('shows no shop as working that waits for its secret or was disconnected', async () => {
    const shops = async () =>
      (await house.say('/status')).lists![0]!.items.filter(({ text }) => /Stripe|自有系统/.test(text!));
    await house.say('/connect stripe');
    await house.say('/connect standard');
    expect(await shops()).toMatchObject([
      { text: '⚪ Stripe', detail: '等待密钥' },
      { text: '🟢 自有系统', detail: '还没有收到消息' },
    ]);
    await house.say(`/connect stripe ${STRIPE_SECRET}`);
    await house.say('/disconnect standard');
    expect(await shops()).toMatchObject([
      { text: '🟢 Stripe', detail: '还没有收到消息' },
      { text: '⚪ 自有系统', detail: '已断开' },
    ]);
  });
});

describe('a new secret', () => {
  it('is made or taken, with the one before beside it for a day; undone, the one before is back', async () => {
    house.now = new Date('2026-11-20T03:00:00Z');
    await house.say('/connect standard');
    const before = await house.state();
    const reply = await house.say('/connect rotate 1');
    expect(reply.quote).toMatch(/^whsec_/);
    expect(await house.db.sql`select previous_secret is not null as kept, previous_until from connections`).toEqual([
      { kept: true, previous_until: new Date('2026-11-21T03:00:00Z') },
    ]);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it('of a shop that makes its own is asked for', async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    const asked = await house.say('/connect rotate 1');
    expect([asked.failed, asked.title ?? asked.text]).toEqual([true, expect.stringContaining('/连接 更换 1')]);
    expect((await house.say('/连接 更换 1 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')).failed).toBeUndefined();
    expect(await connections()).toEqual([{ provider: 'shopify', isWaiting: false, isFirst: false, open: true }]);
  });

  it.each(['9', '', 'x', '1 2'])('of nothing that is connected is not made: %j', async (words) => {
    expect((await house.say(`/connect rotate ${words}`)).failed).toBe(true);
  });
});

describe('disconnecting a shop', () => {
  it('is done by its number or its name, told once, and undone', async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    const before = await house.state();
    expect((await house.say('/disconnect shopify')).text).toContain('Shopify · 1');
    expect(await connections()).toMatchObject([{ open: false }]);
    expect((await house.say('/disconnect 1')).unchanged).toBe(true);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it('asks which, if there are two of one name', async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    await house.say('/connect shopify another 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');
    const asked = await house.say('/disconnect shopify');
    expect(buttonsOf(asked).map(({ command }) => command)).toEqual(['/disconnect 1', '/disconnect 2']);
    expect(await connections()).toMatchObject([{ open: true }, { open: true }]);
    await house.act(({ tx, now }) => disableConnection(tx, '1', now));
    expect((await house.say('/disconnect shopify')).failed).toBeUndefined();
  });
});

describe('/connect as people type it', () => {
  it.each([
    ['/连接 有赞', 'youzan'],
    ['/connect woo', 'woocommerce'],
    ['/连接woo', 'woocommerce'],
    ['/connect ERP', 'standard'],
    ['/disconnect 有赞', 'youzan'],
  ])('%s means %s', async (line, provider) => {
    const reply = await house.say(line);
    expect(JSON.stringify(reply)).not.toContain('不认识');
    if (line.startsWith('/disconnect'))
      return expect(buttonsOf(reply).map(({ command }) => command)).toEqual(['/connect']);
    await house.say(`/connect ${provider}`);
    expect(await house.db.sql`select provider from connections where provider <> ${provider}`).toEqual([]);
  });

  it.each([
    ['/connect shopfiy s3cret', '/connect shopify'],
    ['/connect youzn', '/connect youzan'],
    ['/连接 淘宝', '/connect standard'],
    ['/connect etsy', '/connect standard'],
    ['/connect my-own-thing s3cret', '/connect shopify'],
  ])('%s offers %s, and shows no secret', async (line, command) => {
    const reply = await house.say(line);
    expect(reply.failed).toBe(true);
    expect(buttonsOf(reply).map((one) => one.command)[0]).toBe(command);
    expect(JSON.stringify(reply)).not.toContain('s3cret');
  });

  it('makes a form of a name that is glued to its word', async () => {
    await house.say('/连接 表单联系我们');
    expect(await house.db.sql`select name from web_forms`).toEqual([{ name: '联系我们' }]);
  });

  it.each(['/connect rotate 9', '/connect key 9', '/connect history 9', '/disconnect 9'])(
    '%s shows what is connected instead',
    async (line) => {
      expect(buttonsOf(await house.say(line)).map(({ command }) => command)).toEqual(['/connect']);
      await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
      const reply = await house.say(line);
      expect(reply).toMatchObject({ failed: true, text: expect.stringContaining('9') });
      expect(buttonsOf(reply).map(({ command }) => command)).toEqual([line.replace('9', '1')]);
    },
  );

  it('closes a form with words for a form, and makes one new key at a press', async () => {
    await house.type('/connect form Contact');
    const label = buttonsOf((await house.cards()).at(-1)!).find(
      ({ command }) => command === '/connect rotate 1',
    )!.label;
    await house.press(label);
    const key = () => house.db.sql`select * from web_forms`;
    const before = await key();
    await house.press(label);
    expect(await key()).toEqual(before);
    const reply = await house.say('/disconnect 1');
    expect(JSON.stringify(reply)).not.toMatch(/webhook|订单/);
  });

  it('says that there is no such form before it says anything of the words', async () => {
    const reply = await house.say('/表单 1 加电话');
    expect(buttonsOf(reply).map(({ command }) => command)).toEqual(['/connect form']);
  });
});
