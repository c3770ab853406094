import { beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'CNY' });
beforeEach(house.startingWith(() => house.say('/add Anna')));

const days = async () =>
  (
    await house.db.sql<{ placed: number; paid: number | null; sent: number | null }>`
      select ${house.now}::date - o.placed_at::date as placed,
        (select ${house.now}::date - min(p.at)::date from order_payments p where p.order_id = o.id and p.received_minor > 0) as paid,
        (select ${house.now}::date - s.shipped_at::date from shipments s where s.order_external_id = o.external_id) as sent
      from orders o order by o.id`
  )[0];

describe('the day on which a new order was paid or left', () => {
  it.each([
    ['tea ¥10 paid yesterday', { placed: 1, paid: 1, sent: null }],
    ['tea ¥10 昨天已付', { placed: 1, paid: 1, sent: null }],
    ['tea ¥10 paid ¥4 two days ago', { placed: 2, paid: 2, sent: null }],
    ['tea ¥10 sent yesterday', { placed: 1, paid: null, sent: 1 }],
    ['tea ¥10 昨天已付 今天已发', { placed: 1, paid: 1, sent: null }],
    ['tea ¥10 three days ago, paid yesterday', { placed: 3, paid: 1, sent: null }],
  ])('is the day of that: %s', async (words, said) => {
    await house.say(`/order Anna ${words}`);
    expect(await days()).toEqual(said);
    await house.say('/undo');
    expect(await days()).toBeUndefined();
  });

  it('says that it counts as ordered then, where nobody said when it was', async () => {
    expect((await house.say('/order Anna tea ¥10 paid yesterday')).hint).toContain('It counts as ordered');
    expect((await house.say('/order Anna tea ¥10 three days ago, paid yesterday')).hint ?? '').not.toContain(
      'It counts',
    );
    await house.say('/order M-1 ordered today');
    expect(await days()).toMatchObject({ placed: 0 });
  });
});
