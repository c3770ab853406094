import { beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../../src/domain/event.ts';
import { testHouse } from '../../../support/house.ts';
import { connectThree, NUMBER, PENDING, shopSays, stripeSays } from '../../../support/shops/one_payment.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const say = async (line: string) => JSON.stringify(await house.say(line));
const orders = () =>
  sql<object>`select number, payment, came_minor as came, spent_minor as spent from orders order by id`;
const titles = async (mark = '') =>
  (await house.cards()).map(({ title }) => String(title)).filter((one) => one.includes(mark));
const failed = () => stripeSays('async_payment_failed', { payment_status: 'unpaid' }, 60);
const usd = { currency: 'usd', amount_total: 3400 };

beforeEach(house.startingWith(() => connectThree(house)));

describe('money that Stripe said came, and then that it did not', () => {
  it.each<[string, () => DomainEvent[]]>([
    ['the shop waits for it', () => [shopSays(0, PENDING), stripeSays('completed'), failed()]],
    [
      'the shop says so again between',
      () => [shopSays(0, PENDING), stripeSays('completed'), shopSays(1, PENDING), failed()],
    ],
    ['the shop comes between', () => [stripeSays('completed'), shopSays(1, PENDING), failed()]],
    ['all is told late', () => [shopSays(0, PENDING), failed(), stripeSays('completed')]],
  ])('counts no more: %s', async (_, events) => {
    await house.happen(...events());
    expect(await orders()).toEqual([{ number: NUMBER, payment: 'pending', came: null, spent: null }]);
    expect(await say('/takings month')).not.toContain('€31.00');
    expect(await sql`select from payments_known where received_minor > 0`).toHaveLength(0);
    expect(await say('/orders unsent')).not.toContain(NUMBER);
  });

  it('is told, once', async () => {
    await house.happen(shopSays(0, PENDING), stripeSays('completed'));
    expect(await titles('failed')).toEqual([]);
    await house.happen(failed(), failed());
    expect(await titles(`Payment of order ${NUMBER} failed`)).toHaveLength(1);
  });

  it('is told where the shop takes the order for paid, and counts as the shop says', async () => {
    await house.happen(shopSays(0), stripeSays('completed'), failed());
    expect(await titles(`Payment of order ${NUMBER} failed`)).toHaveLength(1);
    expect(JSON.stringify((await house.cards()).at(-1))).toContain('while the shop takes the order for paid');
    expect(await orders()).toMatchObject([{ payment: 'paid', came: null, spent: '3100' }]);
  });

  it('counts where it comes after all (control)', async () => {
    const again = stripeSays('async_payment_succeeded', {}, 90);
    await house.happen(shopSays(0, PENDING), stripeSays('completed'), failed(), again);
    expect(await orders()).toMatchObject([{ payment: 'paid', came: '3100', spent: '3100' }]);
    expect(await say('/takings month')).toContain('€31.00');
  });
});

describe('money that Stripe has in another currency', () => {
  it('is said on the card, and is in the takings in its own while the shop knows of none', async () => {
    await house.happen(shopSays(0, PENDING), stripeSays('completed', usd));
    expect(await orders()).toMatchObject([{ payment: 'paid', came: '3400' }]);
    const card = JSON.stringify(await house.cards());
    expect(card).toContain('$34.00 came in, and the order comes to €31.00');
    expect(await say('/takings month')).toContain('1 order, $34.00');
    await house.happen(shopSays(5));
    const takings = await say('/takings month');
    expect(takings).toContain('1 order, €31.00');
    expect(takings).not.toContain('$34.00');
  });

  it.each<[string, () => DomainEvent[]]>([
    ['the shop first', () => [shopSays(0), stripeSays('completed', usd)]],
    ['Stripe first', () => [stripeSays('completed', usd), shopSays(0)]],
  ])('is counted once where both have it: %s', async (_, events) => {
    await house.happen(...events());
    const takings = await say('/takings month');
    expect(takings).toContain('1 order, €31.00');
    expect(takings).not.toContain('$34.00');
  });
});
