import { beforeEach, describe, expect, it } from 'vitest';
import { telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'CNY' });
beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('你好', { chat: '7', from: { address: '7', name: 'Anna', language: 'zh' } }));
  }),
);

const sayAll = async (lines: readonly string[]) => {
  for (const line of lines) await house.say(line);
};
const takings = async () => JSON.stringify(await house.say('/takings 30 days'));
const payments = () =>
  house.db.sql`
    select p.received_minor::text as received, p.at = o.placed_at as "whenPlaced"
    from order_payments p join orders o on o.id = p.order_id order by p.at`;

describe('the takings of an order that is written down by hand', () => {
  it.each([
    ['its day is put right', ['/order Anna 2x tea ¥300 paid', '/order M-1 ordered on 3 Nov']],
    ['its day is put right with its articles', ['/order Anna 2x tea ¥300 paid', '/order M-1 2x tea ¥300 3 Nov']],
    ['its day was said at once', ['/order Anna 2x tea ¥300 paid 3 Nov']],
  ])('hold its money on the day of the order where %s', async (_, lines) => {
    await sayAll(lines);
    expect(await takings()).toContain('300.00');
    expect(await payments()).toEqual([{ received: '30000', whenPlaced: true }]);
  });

  it('hold its money where it came after the order and the day is put right, and as before when that is undone', async () => {
    await sayAll(['/order Anna 2x tea ¥300', '/order M-1 paid', '/order M-1 ordered on 3 Nov']);
    expect(await takings()).toContain('300.00');
    expect(await payments()).toEqual([
      { received: '0', whenPlaced: true },
      { received: '30000', whenPlaced: false },
    ]);
    await house.say('/undo');
    expect(await takings()).toContain('300.00');
  });

  it('hold it where the order is said to be later than its money, too', async () => {
    await sayAll(['/order Anna 2x tea ¥300 3 Nov', '/order M-1 paid']);
    await sayAll(['/order M-1 ordered today', '/order M-1 ordered on 4 Nov']);
    expect(await takings()).toContain('300.00');
    expect(await payments()).toMatchObject([{ received: '0' }, { received: '30000' }]);
  });

  it('hold all parts of it where the order was once said to be later than them', async () => {
    await sayAll(['/order Anna 2x tea ¥300 paid 100 10 Nov', '/order M-1 paid']);
    await sayAll(['/order M-1 ordered today', '/order M-1 ordered on 3 Nov']);
    expect(await takings()).toContain('300.00');
  });

  it('neither fall nor rise by a lower sum and a parcel that has left', async () => {
    await sayAll(['/order Anna 2x tea ¥300 paid', '/order M-1 2x tea ¥256 paid']);
    expect(await takings()).toContain('300.00');
    expect(await takings()).not.toContain('256.00');
    await house.say('/order M-1 sent');
    expect(await takings()).toContain('300.00');
  });
});
