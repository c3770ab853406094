import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/domain/reply.ts';
import type { OrderUpdated } from '../../src/domain/shop_event.ts';
import { buttonsOf, telegramMessage, testHouse } from '../support/house.ts';

const house = await testHouse({ locale: 'en', country: 'GB', currency: 'GBP' });

beforeEach(async () => {
  await house.reset();
  await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
});

const toCustomers = async () =>
  (await house.outbox()).flatMap(({ audience, channel, address, payload }) =>
    audience === 'customer' && payload.kind === 'message'
      ? [{ channel, address, text: payload.reply.text, subject: payload.subject }]
      : [],
  );

const ordered = (more: Partial<OrderUpdated['order']> = {}): OrderUpdated => ({
  kind: 'order.updated',
  provider: 'shopify',
  connectionId: '1',
  order: {
    ...{ externalId: '5', number: '#3001', payment: 'paid', fulfillment: null, currency: 'GBP', totalMinor: '4000' },
    ...{ test: false, placedAt: house.now, cancelledAt: null, lines: [], paidNow: true },
    ...more,
  },
  customer: {
    ...{ externalId: '900', name: 'Bea Stone', email: 'bea@x.example', phone: null, country: 'GB', city: null },
    language: 'en',
  },
  updatedAt: house.now,
});

async function answerCard(words: string, text: string): Promise<Reply | undefined> {
  await house.deliver();
  const rows = await house.outbox();
  const card = rows.findLast((row) => row.channel === 'telegram' && JSON.stringify(row.payload).includes(words))!;
  const before = (await house.cards()).length;
  await house.type(text, { answers: [card.externalId!] });
  return (await house.cards())[before];
}

describe('somebody who has never written', () => {
  it.each(['/reply Anna: the cups are here', '/later Anna in 1 hour: the cups are here'])(
    'and whose mail address the owner gave is written to: %s',
    async (line) => {
      await house.say('/add Anna Lee anna@x.example');
      const asked = await house.say(line);
      expect(asked.hint ?? '').not.toMatch(/give it to me/);
      expect((await house.db.sql`select address from conversations where channel = 'email'`)[0]).toEqual({
        address: 'anna@x.example',
      });
    },
  );

  it('gets a first mail only after a tap, and the next without one', async () => {
    await house.say('/add Anna Lee anna@x.example');
    const asked = await house.say('/reply Anna: the cups are here');
    expect(asked).toMatchObject({
      failed: true,
      quote: 'the cups are here',
      title: 'Write to Anna Lee at anna@x.example?',
    });
    expect(await toCustomers()).toEqual([]);
    await house.press('Send to anna@x.example');
    const mail = { channel: 'email', address: 'anna@x.example', subject: 'A message from 小茶铺' };
    expect(await toCustomers()).toEqual([{ ...mail, text: 'the cups are here' }]);
    await house.say('/reply Anna: and the lids');
    expect(await toCustomers()).toEqual([
      { ...mail, text: 'the cups are here' },
      { ...mail, text: 'and the lids' },
    ]);
  });

  it('gets nothing where the owner says no', async () => {
    await house.say('/add Anna Lee anna@x.example');
    const asked = await house.say('/reply Anna: the cups are here');
    await house.press(buttonsOf(asked)[1]!.command);
    expect(await toCustomers()).toEqual([]);
  });

  it('and has no address: the hint says how to give one, and then it goes', async () => {
    await house.say('/add Anna Lee +442071234567');
    const asked = await house.say('/reply Anna: the cups are here');
    expect(asked.hint).toContain('/edit c1 name@example.com');
    expect(buttonsOf(asked).map(({ command }) => command)).toEqual(['/link c1']);
    await house.say('/edit c1 anna@x.example');
    await house.say('/reply Anna: the cups are here');
    await house.press('Send to anna@x.example');
    expect(await toCustomers()).toHaveLength(1);
  });

  it('and mail is not set up: the hint says what to set up', async () => {
    await house.say('/add Anna Lee anna@x.example');
    const reply = await house.act(async (ctx) => {
      const { runCommand } = await import('../../src/domain/commands/run.ts');
      const channels = ctx.channels.map((one) => ({ ...one, on: one.on && one.name !== 'email' }));
      return runCommand(
        { ...ctx, channels },
        ctx.users[0]!,
        '/reply Anna: hi',
        { channel: 'console', address: 'x' },
        undefined,
      );
    });
    expect(reply.hint).toContain('SMTP_URL');
    expect(await house.db.sql`select from conversations where channel = 'email'`).toHaveLength(0);
  });
});

describe('an answer to a card of an order', () => {
  it('reaches a buyer who has a chat as an answer to their own card does', async () => {
    await house.happen(ordered());
    await house.act(async ({ tx }) => {
      await tx`insert into contact_identities (contact_id, channel, address) select id, 'telegram', '77' from contacts`;
    });
    await house.happen(
      telegramMessage('hello', { chat: '77', from: { address: '77', name: 'Bea' }, externalId: 'b1' }),
    );
    await answerCard('#3001', 'Thank you, it leaves tomorrow');
    expect(await toCustomers()).toMatchObject([
      { channel: 'telegram', address: '77', text: 'Thank you, it leaves tomorrow' },
    ]);
  });

  it.each([
    ['paid', ordered()],
    ['refunded', ordered({ refunds: [{ externalId: 'r1', minor: '1000', refundedAt: house.now }] } as never)],
    ['cancelled', ordered({ cancelledAt: house.now })],
  ])('of one who never wrote (%s) asks whether to mail them', async (_, event) => {
    await house.happen(ordered(), event);
    const asked = await answerCard('#3001', 'I am sorry');
    expect(asked).toMatchObject({ failed: true, quote: 'I am sorry' });
    await house.press('Send to bea@x.example');
    expect(await toCustomers()).toMatchObject([{ channel: 'email', address: 'bea@x.example', text: 'I am sorry' }]);
  });

  it('keeps a note, a command and what names somebody else here', async () => {
    await house.happen(ordered());
    await answerCard('#3001', '// careful with this one');
    await answerCard('#3001', '/tag #vip');
    expect((await house.db.sql`select tags from contacts`)[0]).toEqual({ tags: ['vip'] });
    expect(await toCustomers()).toEqual([]);
  });

  it('says by buttons where it could go where the shop names somebody else', async () => {
    await house.happen(ordered());
    await house.happen({ ...ordered({ externalId: '6', number: '#3002', billedTo: 'Carl Fox' } as never) });
    await house.deliver();
    const asked = await answerCard('#3002', 'It leaves tomorrow');
    expect(await toCustomers()).toEqual([]);
    expect(buttonsOf(asked!).map(({ command }) => command)).toContain('/reply c1 It leaves tomorrow');
  });
});

describe('an answer to what shows somebody', () => {
  it.each([
    [
      'a reminder',
      async () => {
        await house.say('/task c1 tomorrow 9:00 call about the cups');
        house.now = new Date(house.now.getTime() + 48 * 3_600_000);
        const { sendReminders } = await import('../../src/jobs/reminders.ts');
        await house.act(sendReminders);
        return 'call about the cups';
      },
    ],
    [
      'their own sheet',
      async () => {
        await house.type('/contact c1');
        return 'Anna Lee';
      },
    ],
  ])('%s says by buttons what may be made of it', async (_, shown) => {
    await house.say('/add Anna Lee anna@x.example');
    const asked = await answerCard(await shown(), 'The cups are here');
    expect(await toCustomers()).toEqual([]);
    expect(buttonsOf(asked!).map(({ command }) => command)).toContain('/reply c1 The cups are here');
    await house.press('/reply c1 The cups are here');
    await house.press('Send to anna@x.example');
    expect(await toCustomers()).toMatchObject([{ address: 'anna@x.example', text: 'The cups are here' }]);
  });
});
