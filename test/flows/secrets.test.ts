import { beforeAll, describe, expect, it } from 'vitest';
import { type House, OWNER, telegramMessage, testHouse } from '../support/house.ts';

const SECRET = 'shpss_7c0ffee5ec2e7';
let house: House;

beforeAll(async () => {
  house = await testHouse();
});

/** Where a text stands in the database, in any column of any table, as text or as bytes. */
async function placesOf(text: string): Promise<string[]> {
  const tables = await house.db.sql<{
    name: string;
  }>`select tablename as name from pg_tables where schemaname = 'public'`;
  const found: string[] = [];
  for (const { name } of tables) {
    const hex = `%${Buffer.from(text).toString('hex')}%`;
    const rows = await house.db.sql`
      select from ${house.db.sql(name)} t where t::text like ${`%${text}%`} or t::text like ${hex} limit 1`;
    if (rows.length > 0) found.push(name);
  }
  return found;
}

describe('a secret typed at the desk is kept nowhere, however its command is written', () => {
  it.each([
    `/connect shopify ${SECRET}`,
    `/conect shopify ${SECRET}`,
    `/連接 shopify ${SECRET}`,
    `連接 shopify ${SECRET}`,
    `連接shopify ${SECRET}`,
    `连结 shopify ${SECRET}`,
    `连接：shopify ${SECRET}`,
    `connect shopify ${SECRET}`,
    `Connect Shopify ${SECRET}`,
    `conect shopfy ${SECRET}`,
    `conncet: shopify ${SECRET}`,
    `please connect shopify ${SECRET}`,
    `connect ${SECRET}`,
    `shopify ${SECRET}`,
    `shopify connect ${SECRET}`,
    `connect\nshopify\n${SECRET}`,
  ])('%j', async (text) => {
    await house.reset();
    await house.type(text);
    expect(await placesOf(SECRET)).toEqual([]);
    const { text: said, title } = (await house.cards()).at(-1)!;
    expect(said ?? title).toBeTruthy();
  });

  it('and a plain word is one when nothing else can be meant', async () => {
    await house.reset();
    await house.type('connect shopify correct-horse');
    expect(await placesOf('correct-horse')).toEqual([]);
  });

  it('nor is it sent to the customer whose card was answered', async () => {
    await house.reset();
    await house.happen(telegramMessage('hello'));
    await house.deliver();
    const card = (await house.outbox()).find(({ address }) => address === OWNER)!;
    await house.type(`connect shopify ${SECRET}`, { answers: [card.externalId!] });
    expect(await placesOf(SECRET)).toEqual([]);
    expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toEqual([]);
  });
});

it.each([
  'We can connect you with Shopify next week',
  'I will connect it tomorrow',
  'Please connect the cable first',
  'shopify is down',
  'our Shopify shop opens on Monday',
  '连接线明天到',
  '請連接電源',
])('but words that only begin alike leave as they were written: %s', async (text) => {
  await house.reset();
  await house.happen(telegramMessage('hello'));
  await house.deliver();
  const card = (await house.outbox()).find(({ address }) => address === OWNER)!;
  await house.type(text, { answers: [card.externalId!] });
  expect(JSON.stringify((await house.outbox()).filter(({ audience }) => audience === 'customer'))).toContain(text);
});
