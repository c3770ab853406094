import { beforeEach, expect, it } from 'vitest';
import { type House, telegramMessage, testHouse } from './house.ts';
import { everyRow, tableNames } from './tables.ts';

const house = await testHouse();
beforeEach(
  house.startingWith(async () => {
    await house.say('/settings quiet 22:00-08:00');
  }),
);

/** 23:00 in Shanghai and the next morning: one long past by the calendar, one far in the future. */
const NIGHTS = [
  ['2020-01-05T15:00:00Z', '2020-01-06T00:00:00Z'],
  ['2099-01-05T15:00:00Z', '2099-01-06T00:00:00Z'],
] as const;

const cardState = async () => (await house.outbox()).map(({ state }) => state).at(-1);
const hour = async () => (await house.db.sql`select run_at from outbox where quiet`)[0]?.run_at;

it.each(NIGHTS)(
  'what waits for a better hour is delivered when it has come for the house (night of %s)',
  async (night, morning) => {
    house.now = new Date(night);
    await house.happen(telegramMessage('在吗', { sentAt: house.now }));
    await house.deliver();
    expect(await cardState()).toBe('queued');
    expect(await hour()).toEqual(new Date(morning));
    house.now = new Date(morning);
    await house.deliver();
    expect(await cardState()).toBe('sent');
  },
);

/** Every row except when it was made, and how far each sequence has counted. */
async function everything({ db }: House) {
  const rows = await everyRow<string>(db.sql, await tableNames(db.sql), `(to_jsonb(t) - 'created_at')::text`);
  const counted = await db.sql`
    select sequencename, last_value from pg_sequences where schemaname = 'public' order by 1`;
  return { rows, counted };
}

it('begins again as it began, whatever was done in it', async () => {
  const start = await everything(await testHouse());
  await house.say('/settings language en');
  await house.happen(telegramMessage('茶罐碎了，要退款'));
  await house.say('/task tomorrow call');
  await house.deliver();
  expect(await everything(house)).not.toEqual(start);
  await house.reset();
  expect(await everything(house)).toEqual(start);
});

it('begins each time as it was prepared once', async () => {
  const prepared = await testHouse({ locale: 'en' });
  const begin = prepared.startingWith(async () => {
    prepared.now = new Date('2026-12-01T09:00:00Z');
    await prepared.happen(telegramMessage('How much is the tea?'));
    await prepared.say('/task friday call 王小明');
    await prepared.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    await prepared.deliver();
  });
  await begin();
  const once = { ...(await everything(prepared)), now: prepared.now };
  await prepared.say('/edit c1 city:London');
  await prepared.say('/done t1');
  await prepared.say('/task tomorrow send it');
  await prepared.reset();
  expect(await everything(prepared)).not.toMatchObject({ counted: once.counted });
  await begin();
  expect({ ...(await everything(prepared)), now: prepared.now }).toEqual(once);
  // and goes on from there
  expect((await prepared.say('/task monday post it')).text).toMatch(/t2|post it/);
});
