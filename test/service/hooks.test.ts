import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { say } from '../../src/cli/say.ts';
import { readConfig } from '../../src/config.ts';
import { type HookPeer, hookPeer } from '../support/platforms/hook_peer.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { fakeShopify } from '../support/shops/api/fake_shopify.ts';
import { shopifyOrder } from '../support/shops/shopify_order.ts';

const WAIT = { timeout: 20_000, interval: 50 };

describe('a running service', () => {
  let service: TestService;
  let peer: HookPeer;
  let secret: string;
  const typed = (text: string) => say(readConfig(service.environment), text);
  beforeAll(async () => {
    peer = await hookPeer();
    service = await startTestService({ HOOK_ALLOW_HOSTS: '127.0.0.1' });
  });
  afterAll(() => service.stop());

  it('tells another system what happens, signed with the secret that /hook add gave', async () => {
    secret = (await typed(`/hook add ${peer.url} contact`)).quote!;
    await typed('/add Anna Smith anna@example.com');
    await expect.poll(() => peer.types(), WAIT).toEqual(['contact.created']);
    const { body, headers } = peer.calls[0]!;
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({
      type: 'contact.created',
      data: { id: 'c1', name: 'Anna Smith', identities: [{ channel: 'email', address: 'anna@example.com' }] },
    });
  });

  it('signs with the new secret too as soon as there is one', async () => {
    const renewed = (await typed('/hook rotate')).quote!;
    await typed('/tag c1 #vip');
    await expect.poll(() => peer.types(), WAIT).toEqual(['contact.created', 'contact.updated']);
    const { body, headers } = peer.calls[1]!;
    for (const each of [secret, renewed])
      expect(new Webhook(each).verify(body, headers as Record<string, string>)).toBeTruthy();
  });

  it('tells nothing more to one that is off, and goes on where it is on again', async () => {
    await typed('/hook off');
    await typed('/tag c1 #old');
    await typed('/hook on');
    await typed('/rename c1 Anna Stone');
    await expect.poll(() => peer.calls.length, WAIT).toBe(3);
    expect(peer.calls[2]!.body).toContain('Anna Stone');
  });

  it('asks a shop with the key that was given in the chat, which it keeps sealed', async () => {
    const shop = await fakeShopify();
    const [at, customer] = [
      '2025-03-04T05:06:07Z',
      { id: 77, email: 'kim@example.com', first_name: 'Kim', last_name: 'Old' },
    ];
    shop.orders.push(
      shopifyOrder({
        created_at: at,
        updated_at: at,
        email: customer.email,
        customer: { ...customer, updated_at: at },
      }),
    );
    await typed('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    const calls = peer.calls.length;
    await typed(`/connect key 1 ${shop.typed}`);
    await expect.poll(async () => JSON.stringify(await typed('/find Kim')), WAIT).toContain('Kim Old');
    await expect.poll(() => shop.paths().at(-1), WAIT).toContain('/products.json');
    expect(peer.calls.length).toBe(calls);
  });

  it('names no hook among the channels', async () => {
    expect(JSON.stringify(await typed('/status'))).not.toContain('hook:');
    expect(service.logged.filter((line) => line.includes('failed'))).toEqual([]);
  });
});
