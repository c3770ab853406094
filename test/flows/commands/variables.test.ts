import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';
import { shopifyEvent, shopifyOrder } from '../../support/shops/shopify_order.ts';

const house = await testHouse({ locale: 'en', currency: 'EUR', country: 'GB', timezone: 'Europe/London' });

const written = (text: string) =>
  telegramMessage(text, { chat: '7', from: { address: '7', name: 'Anna Smith', language: 'en' } });

/** Anna has written, and the shop knows her: #3001 is older than #3002. */
beforeEach(
  house.startingWith(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    await house.happen(written('Hello there'));
    await house.deliver();
    await house.say('/c save sent en Your order {order} is on its way.');
  }),
);

const ordered = (id: number, more: object = {}) => {
  const nobody = { customer: undefined, email: undefined };
  const times = { created_at: `2026-11-20T0${id}:00:00Z`, updated_at: `2026-11-20T0${id}:10:00Z` };
  return house.happen(
    shopifyEvent(shopifyOrder({ ...nobody, ...times, id: 3000 + id, name: `#300${id}`, currency: 'EUR', ...more })),
  );
};
const asAnna = async () => {
  const [chat] = await house.db.sql<{
    id: string;
  }>`select contact_id as id from contact_identities where address = '7'`;
  await house.db.autocommit`update orders set contact_id = ${chat!.id}`;
};
const left = async () =>
  (await house.outbox())
    .filter(({ audience }) => audience === 'customer')
    .map(({ payload }) => (payload.kind === 'message' ? payload.reply.text : ''));
const labels = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);

describe('{order} in what is said to a customer', () => {
  it('is the order that the customer’s words name, however new another one is', async () => {
    await ordered(1);
    await ordered(2);
    await asAnna();
    await house.happen(written('Where is my order #3001?'));
    await house.say('/c sent Anna Smith');
    await house.say('/reply Anna Smith {order} left today, {name}');
    expect(await left()).toEqual(['Your order #3001 is on its way.', '#3001 left today, Anna Smith']);
  });

  it('is still the one that was named before an answer, until a newer one is placed', async () => {
    await ordered(1);
    await ordered(2);
    await asAnna();
    await house.happen(written('Where is order 3001?'));
    await house.say('/reply Anna Smith I look');
    await house.happen(written('Thanks, did it leave?'));
    await house.say('/c sent Anna Smith');
    expect((await left()).at(-1)).toBe('Your order #3001 is on its way.');
    await ordered(3, { created_at: '2026-11-21T05:00:00Z', updated_at: '2026-11-21T05:00:00Z' });
    await asAnna();
    expect(labels(await house.say('/c sent Anna Smith'))[0]).toMatch(/^#3003 · /);
  });

  it.each([
    ['cancelled', { cancelled_at: '2026-11-20T02:10:00Z' }],
    ['refunded', { financial_status: 'refunded' }],
    ['not paid', { financial_status: 'pending' }],
    ['not captured', { financial_status: 'authorized' }],
  ])('is the newest where none is named; one that is %s is asked about, and so are the older ones', async (_, more) => {
    await ordered(1);
    await ordered(2, more);
    await asAnna();
    const asked = await house.say('/c sent Anna Smith');
    expect(labels(asked)).toEqual([expect.stringMatching(/^#3002 · /), expect.stringMatching(/^#3001 · /)]);
    expect(await left()).toEqual([]);
    await ordered(3);
    await asAnna();
    await house.say('/c sent Anna Smith');
    expect(await left()).toEqual(['Your order #3003 is on its way.']);
  });

  it('is asked where only orders are left that do not stand, each on a button with how it stands', async () => {
    await ordered(1, { cancelled_at: '2026-11-20T02:10:00Z' });
    await ordered(2, { financial_status: 'refunded' });
    await asAnna();
    const asked = await house.say('/c sent Anna Smith');
    expect(asked).toMatchObject({ failed: true, quote: 'Your order {order} is on its way.' });
    expect(labels(asked)).toEqual([expect.stringContaining('refunded'), expect.stringContaining('cancelled')]);
    expect(await left()).toEqual([]);
    await house.press(buttonsOf(asked)[1]!.command);
    expect(await left()).toEqual(['Your order #3001 is on its way.']);
  });

  it.each(['Are #3001 and #3002 ready?', 'Where is my order #9999?'])('is asked after “%s”', async (words) => {
    await ordered(1);
    await ordered(2);
    await asAnna();
    await house.happen(written(words));
    expect(labels(await house.say('/c sent Anna Smith'))).toHaveLength(2);
    expect(labels(await house.say('/later Anna Smith tomorrow 9am {order} left'))).toHaveLength(2);
    expect(await left()).toEqual([]);
  });

  it.each(['the house itself answered', 'our answer did not arrive'])('is asked though %s meanwhile', async (how) => {
    await ordered(1);
    await asAnna();
    if (how.startsWith('the house')) await house.say('/away 3d');
    await house.happen(written('Where is my order #9999?'));
    if (how.startsWith('our')) {
      await house.say('/reply Anna Smith I look');
      await house.db.autocommit`update outbox set state = 'failed', failed_at = now() where audience = 'customer'`;
    }
    const before = await left();
    expect(before).toHaveLength(1);
    expect(await house.say('/reply Anna Smith Your order {order} left today')).toMatchObject({ failed: true });
    expect(await left()).toEqual(before);
  });
});

const onCard = async (text: string) => {
  const card = (await house.outbox()).find((row) => row.conversationId && row.audience === 'owner')!;
  await house.type(text, { answers: [card.externalId!] });
  return (await house.cards()).at(-1)!;
};

describe('a variable in typed words', () => {
  it.each(['/reply Anna Smith ', '/reply Anna Smith Dear ', 'card'])('is filled in: %s', async (line) => {
    if (line === 'card') await onCard('Hi ｛ Name ｝, yes');
    else await house.say(`${line}Hi ｛ Name ｝, yes`);
    expect((await left())[0]).toMatch(/Hi Anna Smith, yes$/);
  });

  it('is filled in before an answer waits for its time', async () => {
    expect(await house.say('/later Anna Smith tomorrow 9am Dear {name}, it left')).toMatchObject({
      quote: 'Dear Anna Smith, it left',
    });
  });

  it.each(['{{first_name}}', '｛名字｝', '[NAME]', '{customer.name}'])(
    'nobody knows is asked about: %s',
    async (typed) => {
      for (const say of [
        () => house.say(`/reply Anna Smith Dear ${typed}, yes`),
        () => house.say(`/later Anna Smith tomorrow 9am Dear ${typed}, yes`),
        () => onCard(`Dear ${typed}, yes`),
      ]) {
        const asked = await say();
        expect(asked).toMatchObject({ failed: true, text: expect.stringContaining(typed) });
        expect(labels(asked)).toContain('Send as typed');
      }
      expect(await left()).toEqual([]);
      await house.press('Send as typed');
      expect(await left()).toEqual([`Dear ${typed}, yes`]);
    },
  );

  it.each(['Dear NAME', 'Dear ____', '尊敬的XX先生', '【】'])(
    'left open without braces is asked about on every way out: %s',
    async (typed) => {
      await house.say(`/c save open en ${typed}, it left`);
      for (const say of [
        () => house.say(`/reply Anna Smith ${typed}, it left`),
        () => house.say(`/later Anna Smith tomorrow 9am | ${typed}, it left`),
        () => house.say('/c open en Anna Smith'),
        () => onCard(`${typed}, it left`),
      ])
        expect(labels(await say())).toContain('Send as typed');
      expect(await left()).toEqual([]);
      expect(await house.say(`/away until tomorrow 9am | ${typed}, I am away`)).toMatchObject({ failed: true });
      await house.press('Send as typed');
      expect(await left()).toEqual([`${typed}, it left`]);
    },
  );

  it('nobody knows is asked about with a file under a card too, and nothing leaves', async () => {
    const card = (await house.outbox()).find((row) => row.conversationId && row.audience === 'owner')!;
    const attachments = [{ kind: 'photo' as const, ref: 'telegram:1' }];
    await house.type('Dear {surname}, yes', { answers: [card.externalId!], attachments });
    expect((await house.cards()).at(-1)).toMatchObject({ failed: true, text: expect.stringContaining('{surname}') });
    expect(await left()).toEqual([]);
  });

  it.each(['+44 20 7946 0018', 'anna@cust.example', 'noreply', "'Anna' via Shop"])(
    '{name} is not filled in with what no person is called by: %s',
    async (name) => {
      await house.happen(telegramMessage('hi', { chat: '8', from: { address: '8', name, language: 'en' } }));
      const [one] = await house.db.sql<{ id: string }>`
        select contact_id as id from contact_identities where address = '8'`;
      expect(await house.say(`/reply c${one!.id} Dear {name}, ok`)).toMatchObject({ failed: true });
      expect(await left()).toEqual([]);
    },
  );

  it('is not what a button writes, where somebody types that', async () => {
    await house.say('/reply Anna Smith He said exactly:"yes"');
    expect(await left()).toEqual(['He said exactly:"yes"']);
  });

  it('is refused in what is said to everybody while the owner is away', async () => {
    for (const typed of ['{name}', '[NAME]', '｛name｝']) {
      expect(await house.say(`/away until tomorrow 9am | Dear ${typed}, I am away`)).toMatchObject({
        failed: true,
        text: expect.stringContaining(typed),
      });
    }
    expect(await house.db.sql`select from absences`).toEqual([]);
  });

  it('in words that a customer or somebody else wrote is left alone', async () => {
    await house.happen(written('Put {slug} there'));
    expect((await house.cards()).map(({ quote }) => quote)).toContainEqual(expect.stringContaining('{slug}'));
  });
});
