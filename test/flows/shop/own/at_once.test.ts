import { beforeEach, describe, expect, it } from 'vitest';
import type { Tx } from '../../../../src/db/sql.ts';
import { loadOwn, writeOwn } from '../../../../src/domain/sell/own_order.ts';
import { testHouse } from '../../../support/house.ts';
import { begunMeanwhile } from '../../../support/lock.ts';

const house = await testHouse({ locale: 'en', currency: 'CNY' });
beforeEach(
  house.startingWith(async () => {
    await house.say('/add Anna');
    await house.say('/order Anna 2x tea ¥10');
  }),
);

const order = async () => {
  const [row] = await house.db.sql`
    select payment, fulfillment, total_minor as total, cancelled_at is not null as gone,
      (select max(received_minor)::text from order_payments where order_id = orders.id) as received
    from orders where number = 'M-1'`;
  return row;
};

/** What an order says once it is said to be paid. */
async function pay(tx: Tx): Promise<void> {
  const own = (await loadOwn(tx, '1'))!;
  await writeOwn(tx, { ...own, paidMinor: own.totalMinor }, house.now);
}

describe('an order that somebody says is paid while somebody else changes it', () => {
  it.each([
    ['sent', { payment: 'paid', fulfillment: 'fulfilled' }],
    ['sent SF1234567', { payment: 'paid', fulfillment: 'fulfilled' }],
    ['+ 1x cup ¥5', { payment: 'partially_paid', total: '1500' }],
    ['cancel', { payment: 'paid', gone: true }],
  ])('%s: its money stays', async (words, after) => {
    await begunMeanwhile(house.db, pay, () => house.say(`/order M-1 ${words}`));
    expect(await order()).toMatchObject({ ...after, received: '1000' });
  });

  it('is not paid twice', async () => {
    const second = await begunMeanwhile(house.db, pay, () => house.say('/order M-1 paid'));
    expect(second.text).toContain('already');
    expect(await order()).toMatchObject({ payment: 'paid', received: '1000' });
  });
});
