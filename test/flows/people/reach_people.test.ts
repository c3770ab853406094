import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import type { OrderUpdated } from '../../../src/domain/shop_event.ts';
import { markBounced } from '../../../src/domain/talk/mail/objection.ts';
import { prunings } from '../../../src/jobs/prune.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';
import { mailMessage } from '../../support/letters/mail_message.ts';

const house = await testHouse({ locale: 'en', country: 'GB', currency: 'GBP' });

beforeEach(
  house.startingWith(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  }),
);

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

const conversations = () => house.db.sql`select channel, address from conversations order by id`;

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
      expect(JSON.stringify(asked)).toMatch(/anna@x\.example|Anna Lee/);
      expect(buttonsOf(asked).map(({ command }) => command)[0]).toMatch(/^\/(?:confirm u1|cancel s1)$/);
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

  it('has no conversation before something leaves, and none is left by what is taken back', async () => {
    await house.say('/add Anna Lee anna@x.example');
    await house.say('/reply Anna: the cups are here');
    expect(await conversations()).toEqual([]);
    const later = await house.say('/later Anna in 1 hour: the cups are here');
    expect(await conversations()).toEqual([{ channel: 'email', address: 'anna@x.example' }]);
    expect(buttonsOf(later)[0]!.command).toBe('/cancel s1');
    await house.say('/undo');
    expect(await conversations()).toEqual([]);
    await house.press('Send to anna@x.example');
    expect(await conversations()).toEqual([{ channel: 'email', address: 'anna@x.example' }]);
    expect(await toCustomers()).toMatchObject([{ address: 'anna@x.example', text: 'the cups are here' }]);
  });

  it('is asked about at the address that was given after one was refused', async () => {
    await house.say('/add Anna Lee anna@wrong.example');
    const asked = await house.say('/reply Anna: the cups are here');
    await house.press(buttonsOf(asked)[1]!.command);
    await house.say('/edit c1 anna@right.example');
    expect(await house.say('/reply Anna: the cups are here')).toMatchObject({
      title: 'Write to Anna Lee at anna@right.example?',
    });
    expect((await house.say('/edit c1 -anna@wrong.example')).failed).toBeUndefined();
    await house.press('Send to anna@right.example');
    expect(await toCustomers()).toMatchObject([{ address: 'anna@right.example' }]);
  });

  it('is written to at another address once a first mail came back, and the wrong one can be taken away', async () => {
    await house.say('/add Anna Lee anna@wrong.example');
    await house.say('/reply Anna: the cups are here');
    await house.press('Send to anna@wrong.example');
    await house.act(({ tx }) =>
      markBounced(tx, { channel: 'email', address: 'anna@wrong.example' }, 'unknown', house.now),
    );
    expect((await house.say('/reply Anna: the cups are here')).title).toContain('anna@wrong.example');
    await house.say('/edit c1 anna@right.example');
    expect((await house.say('/reply Anna: the cups are here')).title).toContain('anna@right.example');
    expect((await house.say('/edit c1 -anna@wrong.example')).failed).toBeUndefined();
    expect((await house.say('/reply Anna: the cups are here')).title).toContain('anna@right.example');
    expect((await house.say('/contact c1')).text ?? '').not.toContain('anna@wrong');
  });

  it('whose address somebody else was written to before gets a conversation of their own', async () => {
    await house.say('/add Anna Lee bob@x.example');
    await house.say('/reply Anna: the cups are here');
    await house.press('Send to bob@x.example');
    await house.say('/edit c1 -bob@x.example');
    await house.say('/add Bob Ray bob@x.example');
    const asked = await house.say('/reply Bob: hello');
    expect(asked.title).toBe('Write to Bob Ray at bob@x.example?');
    await house.press(buttonsOf(asked)[0]!.command);
    expect(
      (
        await house.db.sql`
      select c.name from messages m join conversations v on v.id = m.conversation_id join contacts c on c.id = v.contact_id
      order by m.id`
      ).map(({ name }) => name),
    ).toEqual(['Anna Lee', 'Bob Ray']);
  });

  it('and whose question waits while the address becomes somebody else’s is asked about again', async () => {
    await house.say('/add Anna Lee bob@x.example');
    await house.say('/reply Anna: the cups are here');
    await house.say('/edit c1 -bob@x.example');
    await house.say('/add Bob Ray bob@x.example');
    await house.press('Send to bob@x.example');
    expect(await toCustomers()).toEqual([]);
  });

  it('keeps a waiting question through a merge', async () => {
    await house.say('/add Anna Lee anna@x.example');
    await house.say('/reply Anna: the cups are here');
    await house.say('/add Anne Li +442071234567');
    await house.say('/merge c2 c1');
    await house.press('Send to anna@x.example');
    expect(await toCustomers()).toMatchObject([{ address: 'anna@x.example', text: 'the cups are here' }]);
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
    expect(buttonsOf(asked).map(({ command }) => command)).toEqual(['/link c1', '/note c1 the cups are here']);
    await house.say('/edit c1 anna@x.example');
    await house.say('/reply Anna: the cups are here');
    await house.press('Send to anna@x.example');
    expect(await toCustomers()).toHaveLength(1);
  });

  it('and mail is not set up: the hint says what to set up', async () => {
    await house.say('/add Anna Lee anna@x.example');
    const reply = await house.act(async (ctx) => {
      const { runCommand } = await import('../../../src/domain/commands/run.ts');
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

  it.each([
    ['a note', '// careful with this one'],
    ['a command', '/tag #vip'],
    ['a command for nobody', '/task buy milk'],
  ])('keeps %s here, and makes no conversation to mail them', async (_, words) => {
    await house.happen(ordered());
    const reply = await answerCard('#3001', words);
    expect(reply?.failed).toBeUndefined();
    expect((await conversations()).filter(({ channel }) => channel === 'email')).toEqual([]);
    expect(await toCustomers()).toEqual([]);
  });

  it('keeps a note with the buyer', async () => {
    await house.happen(ordered());
    await answerCard('#3001', '// careful with this one');
    expect(
      await house.db.sql`
        select m.text, v.contact_id as contact from messages m join conversations v on v.id = m.conversation_id`,
    ).toEqual([{ text: 'careful with this one', contact: '1' }]);
    await house.say('/undo');
    expect(await conversations()).toEqual([]);
  });

  it('that names somebody else asks for whom it is', async () => {
    await house.happen(ordered());
    await house.say('/add Carl Fox carl@x.example');
    const asked = await answerCard('#3001', 'Carl, the cups are here');
    expect(asked).toMatchObject({ failed: true, quote: 'Carl, the cups are here' });
    expect(buttonsOf(asked!).map(({ command }) => command)).toEqual(
      expect.arrayContaining(['/reply c1 Carl, the cups are here', expect.stringMatching(/^\/reply c2 /)]),
    );
    expect(await toCustomers()).toEqual([]);
  });

  it('of a viewer is refused, and leaves nothing behind', async () => {
    await house.happen(ordered());
    await house.db.autocommit`update users set role = 'viewer'`;
    const refused = await answerCard('#3001', 'thanks');
    expect(refused).toMatchObject({ failed: true });
    expect(buttonsOf(refused!)).toEqual([]);
    expect(await conversations()).toEqual([]);
    expect(await house.db.sql`select from unconfirmed_answers`).toHaveLength(0);
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

describe('a card that says where its buyer is answered', () => {
  const wrote = (channel: 'mail' | 'telegram') =>
    channel === 'mail'
      ? mailMessage('bea@x.example', 'When does it leave?', { externalId: '<m1@x.example>' })
      : telegramMessage('hello', { chat: '77', from: { address: '77', name: 'Bea' }, externalId: 'b1' });
  const reachTelegram = () =>
    house.act(async ({ tx }) => {
      await tx`insert into contact_identities (contact_id, channel, address) values (1, 'telegram', '77')`;
    });
  const moved = () => {
    house.now = new Date(house.now.getTime() + 60_000);
    return { ...ordered({ contactDetails: { email: 'other@x.example' } } as never), updatedAt: house.now };
  };
  const STILL = 'Your answers still go to';

  it('sends there, and only there', async () => {
    await house.happen(ordered({ contactDetails: { email: 'bea@x.example' } } as never), wrote('mail'));
    await house.happen(moved());
    await answerCard(STILL, 'Your tea leaves today');
    expect(await toCustomers()).toMatchObject([
      { channel: 'email', address: 'bea@x.example', text: 'Your tea leaves today' },
    ]);
  });

  it('asks once answers would go elsewhere, and sends where the owner says', async () => {
    await house.happen(ordered({ contactDetails: { email: 'bea@x.example' } } as never), wrote('mail'));
    await house.happen(moved());
    await house.say('/answered c1');
    await reachTelegram();
    await house.happen(wrote('telegram'));
    const asked = await answerCard(STILL, 'Your tea leaves today');
    expect(await toCustomers()).toEqual([]);
    const [mail, chat] = buttonsOf(asked!).map(({ label }) => label);
    expect([mail, chat]).toEqual([expect.stringContaining('bea@x.example'), expect.stringContaining('Telegram')]);
    await house.press(mail!);
    expect(await toCustomers()).toMatchObject([
      { channel: 'email', address: 'bea@x.example', text: 'Your tea leaves today' },
    ]);
  });

  it('asks once others would get a copy', async () => {
    await house.happen(ordered({ contactDetails: { email: 'bea@x.example' } } as never), wrote('mail'));
    await house.happen(moved());
    const more = { answers: ['<m1@x.example>'], copied: ['partner@x.example'] };
    await house.happen(mailMessage('bea@x.example', 'And my partner reads along', more));
    const asked = await answerCard(STILL, 'Your tea leaves today');
    expect(asked).toMatchObject({ failed: true });
    expect(await toCustomers()).toEqual([]);
  });

  it('asks where a first mail was promised and they have a chat by now', async () => {
    await house.happen(ordered({ contactDetails: { email: 'bea@x.example' } } as never));
    await house.happen(moved());
    await reachTelegram();
    await house.happen(wrote('telegram'));
    const asked = await answerCard(STILL, 'Your tea leaves today');
    expect(asked).toMatchObject({ failed: true });
    expect(await toCustomers()).toEqual([]);
  });

  it('names the chat, not the notes that were passed on last', async () => {
    await house.happen(ordered({ contactDetails: { email: 'bea@x.example' } } as never));
    await reachTelegram();
    await house.happen(wrote('telegram'));
    await house.say('/answered c1');
    await house.db.autocommit`
      insert into conversations (contact_id, channel, address, waiting_since, last_message_at)
      values (1, 'note', 'c1', ${house.now}, ${house.now})`;
    await house.happen(moved());
    const card = (await house.cards()).find(({ fields = [] }) => fields.some(({ label }) => label === STILL));
    expect(card?.fields?.find(({ label }) => label === STILL)?.value).toContain('Telegram');
  });

  it('is still understood when its words were thrown away', async () => {
    await house.happen(ordered({ contactDetails: { email: 'bea@x.example' } } as never), wrote('mail'));
    await house.happen(moved());
    await house.deliver();
    const card = (await house.outbox()).find(({ payload }) => JSON.stringify(payload).includes(STILL))!;
    house.now = new Date(house.now.getTime() + 400 * 24 * 3_600_000);
    await house.db.autocommit`update outbox set created_at = now() - interval '10 years'`;
    await house.act(prunings.notices!);
    const [row] = await house.db.sql<{ reply: object }>`
      select payload -> 'reply' as reply from outbox where id = ${card.id}`;
    expect(row?.reply).toEqual({
      person: { contactId: '1', sure: true, conversationId: expect.any(String) },
      goesTo: { address: 'bea@x.example', copies: [] },
    });
    await house.type('Your tea leaves today', { answers: [card.externalId!] });
    expect(await toCustomers()).toMatchObject([{ address: 'bea@x.example', text: 'Your tea leaves today' }]);
  });
});

describe('an answer to what lists several people', () => {
  const listed = async (text: string, words: string) => buttonsOf((await answerCard(text, words))!);

  it('the digest, asks whom it is for', async () => {
    for (const [address, name] of [
      ['77', 'Bea'],
      ['78', 'Carl'],
    ])
      await house.happen(
        telegramMessage('When does it leave?', {
          chat: address!,
          from: { address: address!, name: name! },
          externalId: `m${address}`,
        }),
      );
    await house.type('/digest');
    const buttons = await listed('waiting', 'It leaves tomorrow');
    expect(buttons.map(({ command }) => command)).toEqual(
      expect.arrayContaining(['/reply c1 It leaves tomorrow', '/reply c2 It leaves tomorrow']),
    );
    await house.press('/reply c2 It leaves tomorrow');
    expect(await toCustomers()).toMatchObject([{ address: '78', text: 'It leaves tomorrow' }]);
  });

  it('a card of several orders, asks whom it is for', async () => {
    const others = Array.from({ length: 8 }, (_, nth) => ({
      ...ordered({ externalId: `2${nth}`, number: `#31${nth}` }),
      customer: { ...ordered().customer!, externalId: `8${nth}`, name: `Buyer ${nth}`, email: `b${nth}@x.example` },
    }));
    await house.happen(...others);
    const buttons = await listed('#317', 'It leaves tomorrow');
    expect(buttons.filter(({ command }) => /^\/reply c\d+ It leaves tomorrow$/.test(command)).length).toBeGreaterThan(
      1,
    );
  });

  it('the list at the return, asks whom it is for', async () => {
    await house.type('/away 3 days');
    house.now = new Date(house.now.getTime() + 60_000);
    for (const [address, name] of [
      ['77', 'Bea'],
      ['78', 'Carl'],
    ])
      await house.happen(
        telegramMessage('When does it leave?', {
          chat: address!,
          from: { address: address!, name: name! },
          externalId: `m${address}`,
        }),
      );
    await house.happen(ordered({ placedAt: house.now }));
    await house.type('/away back');
    const buttons = await listed('Bea', 'It leaves tomorrow');
    expect(buttons.map(({ command }) => command).filter((one) => one.startsWith('/reply c'))).toHaveLength(3);
  });
});

describe('an answer to what shows somebody', () => {
  it.each([
    [
      'a reminder',
      async () => {
        await house.say('/task c1 tomorrow 9:00 call about the cups');
        house.now = new Date(house.now.getTime() + 48 * 3_600_000);
        const { sendReminders } = await import('../../../src/jobs/reminders.ts');
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
