import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent, MessageReceived } from '../../../src/domain/event.ts';
import { buttonsOf, type House, NOON, telegramMessage, testHouse } from '../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse({ locale: 'en' });
});
beforeEach(async () => {
  await house.reset();
});

let count = 0;
const writes = (text: string, more: Partial<MessageReceived> = {}) =>
  telegramMessage(text, { from: { address: '1001', name: 'Spammer' }, externalId: `m${++count}`, ...more });
const mail = (text: string, more: Partial<MessageReceived> = {}) =>
  writes(text, {
    ...{ channel: 'email', chat: 's@x.org', private: false, from: { address: 's@x.org', name: 'Spammer' } },
    ...{ subject: 'Offer', ...more },
  });
const slack = (text: string) =>
  writes(text, { channel: 'slack', chat: 'D1', from: { address: 'U1', name: 'Spammer' } });
const inAccount = (text: string) =>
  writes(text, { chat: 'biz/1001', account: { id: 'biz', with: { address: '1001', name: 'Spammer' } } });
const cards = async () => (await house.outbox()).filter(({ idempotencyKey }) => !idempotencyKey.startsWith('said:'));
const kept = async () =>
  (await house.db.sql<{ text: string }>`select text from messages where direction = 'in' order by id`).map(
    ({ text }) => text,
  );

describe('somebody blocked', () => {
  it.each<[string, (text: string) => DomainEvent]>([
    ['on Telegram', writes],
    ['by mail', mail],
    ['on Slack', slack],
    ['in the owner’s own account', inAccount],
  ])('%s is kept, not shown, not answered, not waiting; what was missed is shown at the end', async (_, event) => {
    await house.act(
      ({ tx }) => tx`
        insert into own_accounts (channel, id, user_address, user_chat, name, can_reply, enabled, person_url, changed_at)
        values ('telegram', 'biz', '42', '42', 'Me', true, true, 'tg://user?id=', now())`,
    );
    await house.happen(event('We do SEO'));
    await house.say('/block c1');
    await house.say('/away 3d');
    const before = (await cards()).length;
    await house.happen(event('Are you there?'), event('I will complain!!'));
    expect((await cards()).length).toBe(before);
    expect(await kept()).toEqual(['We do SEO', 'Are you there?', 'I will complain!!']);
    expect((await house.say('/inbox')).lists).toBeUndefined();
    const [item] = (await house.say('/blocked')).lists![0]!.items;
    expect([item?.text, item?.detail]).toEqual(['Spammer', expect.stringContaining('2 messages not shown')]);
    const over = await house.say('/unblock c1');
    expect(over.text).toContain('2 messages');
    expect(over.lists![0]!.items.map(({ text }) => text.replace('Offer · ', ''))).toEqual([
      'Are you there?',
      'I will complain!!',
    ]);
    await house.happen(event('Hello again'));
    expect((await cards()).length).toBeGreaterThan(before);
  });

  it('is not told when they change what they wrote, press Start or invite', async () => {
    await house.happen(writes('We do SEO'), mail('We do SEO'));
    await house.say('/block c1');
    await house.say('/block c2');
    const before = (await cards()).length;
    await house.happen(
      {
        ...{ kind: 'message.edited', channel: 'telegram', chat: '1001', from: { address: '1001', name: 'Spammer' } },
        ...{ externalId: `m${count - 1}`, text: 'We do MORE', editedAt: NOON },
      } as DomainEvent,
      writes('/start'),
      mail('Meet us', { automatic: 'calendar' }),
    );
    expect((await cards()).length).toBe(before);
    expect((await house.say('/blocked')).lists![0]!.items.map(({ detail }) => detail)).toEqual([
      expect.stringContaining('1 message not'),
      expect.stringContaining('1 message not'),
    ]);
  });

  it('who buys is told of: money is money', async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    const customer = {
      ...{ externalId: '9', name: 'Spammer', email: 's@x.org', phone: null, country: null, city: null, language: null },
    };
    const order = {
      ...{
        externalId: '1',
        number: '#1',
        payment: 'paid' as const,
        fulfillment: null,
        currency: 'CNY',
        totalMinor: '100',
      },
      ...{ test: false, placedAt: NOON, cancelledAt: null, lines: [] },
    };
    await house.happen(mail('We do SEO'));
    await house.say('/block c1');
    await house.happen({
      kind: 'order.updated',
      provider: 'shopify',
      connectionId: '1',
      order,
      customer,
      updatedAt: NOON,
    });
    expect((await house.cards()).at(-1)?.title).toContain('#1');
  });

  it('is offered on the card of a new sender, and the card’s button does it', async () => {
    await house.happen(writes('We do SEO'));
    expect(buttonsOf((await house.cards()).at(-1)!).map(({ command }) => command)).toContain('/block c1');
    expect((await house.press('Block')).text).toContain('blocked');
    await house.happen(writes('more'));
    await house.press('Unblock');
    await house.happen(writes('and more'));
    expect(buttonsOf((await house.cards()).at(-1)!).map(({ command }) => command)).not.toContain('/block c1');
  });

  it('is heard again by undo, which shows what came meanwhile', async () => {
    await house.happen(writes('We do SEO'));
    const before = await house.state();
    await house.say('/block c1');
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
    await house.say('/block c1');
    await house.happen(writes('more'));
    const undone = await house.say('/undo');
    expect(undone.text).toContain('1 message');
    expect(undone.lists![0]!.items.map(({ text }) => text)).toEqual(['more']);
    expect((await house.say('/blocked')).text).toContain('nobody');
    await house.say('/block c1');
    await house.happen(writes('and more'));
    const held = await house.state();
    await house.say('/unblock c1');
    await house.say('/undo');
    expect(await house.state()).toEqual(held);
  });

  it('twice, or freed when free, is said', async () => {
    await house.happen(writes('We do SEO'));
    await house.say('/block Spammer');
    expect((await house.say('/block Spammer')).text).toContain('already');
    await house.say('/unblock Spammer');
    expect((await house.say('/unblock Spammer')).text).toContain('not blocked');
    expect((await house.say('/blocked')).text).toContain('nobody');
  });
});
