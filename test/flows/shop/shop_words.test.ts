import { beforeEach, describe, expect, it } from 'vitest';
import { formatSlack } from '../../../src/bots/slack/format.ts';
import { formatTelegram } from '../../../src/bots/telegram/format.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';
import { shopifyEvent, shopifyOrder } from '../../support/shops/shopify_order.ts';

const house = await testHouse({ locale: 'en', currency: 'CNY', country: 'GB', timezone: 'Europe/London' });
beforeEach(
  house.startingWith(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  }),
);

const engraved = {
  id: 1,
  title: 'Pot',
  variant_title: 'Blue / L',
  quantity: 1,
  price: '100.00',
  properties: [
    { name: 'Engraving', value: 'Happy Birthday Clara' },
    { name: '_upload_id', value: 'x9' },
    { name: 'Copies', value: 2 },
    { name: 'Ribbon', value: '' },
  ],
};
const written = {
  note: 'Please ring twice\nthe dog is loud',
  note_attributes: [{ name: 'Gift text', value: 'With love' }],
  line_items: [engraved],
};
const ALL =
  'Please ring twice\nthe dog is loud\nGift text: With love\nPot: Engraving: Happy Birthday Clara · Copies: 2';
const order = (more: object = {}) => house.happen(shopifyEvent(shopifyOrder(more)));
const later = (more: object, minute = 10) => order({ updated_at: `2026-11-21T03:${minute}:00Z`, ...more });
const titles = async () => (await house.cards()).map(({ title }) => title ?? '');
const asked = async (line: string) => JSON.stringify(await house.say(line));

describe('what a buyer writes with an order', () => {
  it('stands on the card that tells of it, and on its own with the kind of each article', async () => {
    await order(written);
    expect((await house.cards()).at(-1)).toMatchObject({ title: expect.stringContaining('paid'), quote: ALL });
    const card = await house.say('/find #3001');
    expect(card.quote).toBe(ALL);
    expect(card.lists?.[0]?.items[0]?.text).toBe('1 × Pot · Blue / L');
  });

  it.each(['engraving clara', 'ring twice', 'love'])('is found by its words: %s', async (words) => {
    await order(written);
    const found = await house.say(`/search ${words}`);
    expect(JSON.stringify(found)).toContain('#3001');
    expect(await house.press('/message o1')).toMatchObject({ quote: ALL });
  });

  it('is found though the shop does not say who bought', async () => {
    await order({ ...written, customer: null, email: null });
    expect(await asked('/search engraving')).toContain('#3001');
  });

  it('stands in its buyer’s history, on their card and in the list of several orders', async () => {
    await order(written);
    expect(await asked('/timeline Anna Smith')).toContain('Please ring twice the dog is loud');
    expect(await asked('/contact Anna Smith')).toContain('Please ring twice');
  });

  it('is told when it comes later, with all that is written there now', async () => {
    await order();
    await later({ note: 'STOP: wrong address, please do not ship' });
    expect((await house.cards()).at(-1)).toMatchObject({
      title: '📝 Order #3001 has a new note',
      quote: 'STOP: wrong address, please do not ship',
    });
    const told = (await titles()).length;
    await later({ note: 'STOP: wrong address, please do not ship', fulfillment_status: 'fulfilled' }, 20);
    expect(await titles()).toHaveLength(told);
    await later({ note: '' }, 30);
    expect((await house.cards()).at(-1)).toMatchObject({
      title: '📝 Order #3001: the note was removed',
      fields: [{ label: 'Removed', value: 'STOP: wrong address, please do not ship' }],
    });
    await later({ note: 'STOP: wrong address, please do not ship' }, 40);
    await later({ note: 'OK, ship it' }, 50);
    expect(await titles()).toHaveLength(told + 3);
  });

  it('is told once where it comes with the payment', async () => {
    await order({ financial_status: 'pending' });
    await later({ note: 'Ring twice' });
    expect((await titles()).filter((title) => title.includes('#3001'))).toEqual([
      expect.stringMatching(/^🆕/),
      expect.stringMatching(/^🛒/),
    ]);
  });

  it('of an older version is not told after a newer one', async () => {
    await order();
    await later({ note: 'second' }, 30);
    const told = await titles();
    await later({ note: 'first' }, 20);
    expect(await titles()).toEqual(told);
    expect((await house.say('/find #3001')).quote).toBe('second');
  });

  it('is told once of an order that was stored before such words were read, new or not', async () => {
    await order();
    await house.db.autocommit`update orders set words = null`;
    const told = (await titles()).length;
    await later(written);
    expect((await house.cards()).at(-1)).toMatchObject({ title: expect.stringContaining('#3001'), quote: ALL });
    await later({ ...written, fulfillment_status: 'fulfilled' }, 20);
    expect(await titles()).toHaveLength(told + 1);
    expect((await house.say('/find #3001')).quote).toBe(ALL);
  });

  it('is not told of an order that was stored before such words were read and has none', async () => {
    await order();
    await house.db.autocommit`update orders set words = null`;
    const told = await titles();
    await later({ fulfillment_status: 'fulfilled' });
    expect(await titles()).toEqual(told);
  });

  it.each(['Ring twice', 'Ring three times', ''])(
    'may come anew while its buyer is deleted: they come back with all that is theirs, and it stays: "%s"',
    async (note) => {
      await order({ note: 'Ring twice' });
      await house.say('/lead Anna Smith shelves 300');
      await house.say('/delete Anna Smith !');
      await later({ note, fulfillment_status: 'fulfilled' }, 20);
      expect((await house.say('/undo')).failed).toBeUndefined();
      expect(await house.db.sql`select from leads`).toHaveLength(1);
      expect((await house.say('/find #3001')).quote ?? '').toBe(note);
    },
  );

  it('goes with its buyer when they are deleted, and comes back with them', async () => {
    await order(written);
    await house.say('/delete Anna Smith !');
    expect(await asked('/search engraving')).not.toContain('Clara');
    await house.say('/undo');
    expect(await asked('/search engraving')).toContain('Clara');
  });

  it.each([
    { note: 7, note_attributes: 'x', line_items: [{ ...engraved, properties: { Engraving: 'Clara' } }] },
    { note: null, note_attributes: [null, { value: 'Clara' }], line_items: [{ ...engraved, properties: null }] },
    { note: ['x', 'Clara'] },
    { note: { text: 'Clara' } },
    { note_attributes: [{ name: 'Names', value: ['Bob', 'Clara'] }] },
    { note_attributes: { Names: { first: 'Clara' } } },
    { note_attributes: [{ name: 'Names', value: [{ first: ['Clara', null, { last: 7 }] }] }] },
    { line_items: [{ ...engraved, properties: [{ name: 'Text', value: ['Happy', 'Clara'] }] }] },
  ])('is read in whatever form a shop sends it, and never stops an order: %j', async (odd) => {
    await order(odd);
    expect((await house.say('/find #3001')).quote).toContain('Clara');
  });

  it('of an article that was taken out of the order is gone', async () => {
    await order({ line_items: [{ ...engraved, current_quantity: 0 }] });
    expect((await house.say('/find #3001')).quote).toBeUndefined();
  });

  it('in a list or with names of its own is read in words', async () => {
    const value = [{ text: 'Happy Birthday', colours: ['red', 'gold'] }, 'CANCEL'];
    await order({ note_attributes: [{ name: 'Card', value }] });
    expect((await house.say('/find #3001')).quote).toBe('Card: text: Happy Birthday, colours: red, gold, CANCEL');
  });

  const LONG = `${'Please read all of this. '.repeat(100)}DONOTSHIP`;

  it('is whole on its own card however long it is, and that is a tap away from the card that tells of it', async () => {
    await order({ note: LONG });
    expect((await house.cards()).at(-1)?.quote).not.toContain('DONOTSHIP');
    expect((await house.press('/message o1')).quote).toBe(LONG);
    const parts = formatTelegram(await house.say('/find #3001')).map(({ text }) => text);
    expect(parts.join('')).toContain('DONOTSHIP');
    expect(JSON.stringify(formatSlack(await house.say('/find #3001')))).toContain('DONOTSHIP');
  });

  it('is whole from a list of what a number may mean', async () => {
    await order({ note: LONG });
    await house.say('/add Bob Stone +44 20 7946 3001');
    const list = await house.say('/find 3001');
    expect(list.lists).toHaveLength(2);
    const whole = buttonsOf(list).find(({ label }) => label === 'Whole text');
    expect((await house.say(whole!.command)).quote).toBe(LONG);
  });

  it('longer than anybody writes ends where it is cut in …', async () => {
    await order({ note: 'x'.repeat(12_000) });
    expect((await house.say('/find #3001')).quote).toMatch(/x…$/);
  });

  it('of two lines is not the note and the gift text: what changes places is told', async () => {
    await order({ note: 'Ring twice\nWith love' });
    const told = (await titles()).length;
    await later({ note: 'Ring twice', note_attributes: [{ name: '', value: 'With love' }] });
    await later({ note: 'Ring twice', note_attributes: [{ name: 'Gift', value: 'With love' }] }, 20);
    expect(await titles()).toHaveLength(told + 1);
    const rows = await house.db.sql`select words from orders`;
    expect(rows).toEqual([
      {
        words: [
          { of: '', text: 'Ring twice' },
          { of: 'Gift', text: 'With love' },
        ],
      },
    ]);
  });

  it('that was kept as one text says nothing new while it reads so', async () => {
    await order(written);
    await house.db.autocommit`update orders set words = ${house.db.sql.json([{ of: '', text: ALL }])}`;
    const told = await titles();
    await later({ ...written, fulfillment_status: 'fulfilled' });
    expect(await titles()).toEqual(told);
  });

  it('is found by an index, and so is what is looked for in none', async () => {
    const found = await house.db.sql<{ 'QUERY PLAN': string }>`
      explain select from orders where word_keys(order_text(words)) @> array['clara'] and words <> '[]'`;
    expect(found.map((row) => row['QUERY PLAN']).join()).toContain('orders_words');
  });
});
