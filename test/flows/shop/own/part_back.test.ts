import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'USD' });
beforeEach(
  house.startingWith(async () => {
    await house.say('/add Anna');
    await house.say('/order Anna 2 mugs $15 each, teapot $40');
  }),
);

/** What the order's page, the list and the takings say of its money. */
async function money(): Promise<{ due: string | null; payment: string; unpaid: boolean; net: string }> {
  const page = await house.say('/order M-1');
  const [row] = await house.db.sql<{ payment: string }>`select payment from orders`;
  const list = JSON.stringify(await house.say('/orders unpaid'));
  const [sum] = await house.db.sql<{ net: string }>`
    select coalesce((select max(received_minor) from order_payments), 0) - coalesce((select sum(minor) from order_refunds), 0) as net`;
  const due = page.fields?.find(({ label }) => label === 'Still to be paid')?.value ?? null;
  return { due, payment: row!.payment, unpaid: list.includes('M-1'), net: String(sum!.net) };
}

describe('an order of which a part came, and a part went back', () => {
  it.each<[said: string[], due: string | null, payment: string, net: string]>([
    [['paid $30', 'refund 10'], '$50.00', 'partially_paid', '2000'],
    [['paid $30', 'refund 10', 'paid 50'], null, 'paid', '7000'],
    [['paid $30', 'refund 10', 'paid'], null, 'paid', '7000'],
    [['paid $30', 'refund 10', 'paid 20'], '$30.00', 'partially_paid', '4000'],
    [['paid $30', 'refund 10', 'paid 20', 'paid'], null, 'paid', '7000'],
    [['paid $30', 'refund 30'], null, 'unpaid', '0'],
    [['paid $30', 'refund 30', 'paid 70'], null, 'paid', '7000'],
    [['paid $30', 'refund 30', 'cancel'], null, 'refunded', '0'],
    [['paid', 'refund 10'], null, 'partially_refunded', '6000'],
    [['paid', 'refund 70'], null, 'refunded', '0'],
    [['paid', 'refund 10', 'add mug $15'], '$25.00', 'partially_paid', '6000'],
    [['paid', 'refund 10', 'add mug $15', 'paid'], null, 'paid', '8500'],
    [['paid', 'total 60', 'refund 10', 'total 70', 'paid 10'], null, 'paid', '7000'],
  ])('says one sum everywhere: %j', async (said, due, payment, net) => {
    for (const words of said) expect((await house.say(`/order M-1 ${words}`)).failed).toBeFalsy();
    const isOpen = payment === 'unpaid' || payment === 'partially_paid';
    expect(await money()).toEqual({ due, payment, unpaid: isOpen, net });
  });

  it.each<[words: string, tap: string]>([
    ['refund 50%', '35.00'],
    ['refund 50 %', '35.00'],
    ['refund a quarter', '17.50'],
    ['退三成', '21.00'],
    ['退百分之十', '7.00'],
    ['refund 1 mug', '15.00'],
    ['refunded the mug', '15.00'],
    ['refund two mugs', '30.00'],
    ['refund the teapot', '40.00'],
    ['partial refund', '70.00'],
  ])('says what goes back, and notes it at a tap: %s', async (words, sum) => {
    await house.say('/order M-1 paid');
    const asked = await house.say(`/order M-1 ${words}`);
    expect((await money()).net).toBe('7000');
    const { command } = buttonsOf(asked)[0]!;
    expect(command).toBe(`/order o1 refund ${sum} USD`);
    await house.say(command);
    expect((await money()).net).toBe(String(7000 - Number(sum.replace('.', ''))));
  });

  it.each([
    ...[
      'refund 3 mugs',
      'refund 1 vase',
      'refund 1 mug?',
      'should I refund half?',
      'would refund 1 mug',
      'refund 150%',
    ],
    ...['did not refund half', '要不要退50%', '没退一半', '退50%吗', '想退一半'],
  ])('offers no sum for what is no part of it, or not said to have gone back: %s', async (words) => {
    await house.say('/order M-1 paid');
    const asked = await house.say(`/order M-1 ${words}`);
    expect(buttonsOf(asked).filter(({ command }) => /^\/order o1 refund \d/.test(command))).toEqual([]);
    expect((await money()).net).toBe('7000');
  });

  it.each<[words: string, total: number]>([
    ['add 5 mugs', 145],
    ['2 more mugs', 100],
    ['another teapot', 110],
    ['add a mug please', 85],
    ['make it 4 mugs', 100],
    ['mugs to 3', 85],
  ])('takes the price that the order has for more of the same: %s', async (words, total) => {
    expect((await house.say(`/order M-1 ${words}`)).failed).toBeFalsy();
    const orders = await house.db.sql`select total_minor as total from orders`;
    expect(orders).toEqual([{ total: String(total * 100) }]);
    await house.say('/undo');
    expect(await house.db.sql`select total_minor as total from orders`).toEqual([{ total: '7000' }]);
  });

  it.each(['add 2 vases', 'add 5 mugs?', 'mugs to Berlin', 'should I add 5 mugs', 'mugs to 1', 'did not add 5 mugs'])(
    'leaves the order as it is where that is not said: %s',
    async (words) => {
      await house.say(`/order M-1 ${words}`);
      expect(await house.db.sql`select total_minor as total from orders`).toEqual([{ total: '7000' }]);
    },
  );

  it.each<[words: string, commands: string[]]>([
    ['store credit $20', ['/order o1 paid 20.00 USD', '/order o1 note: store credit $20']],
    ['储值20', ['/order o1 paid 20.00 USD', '/order o1 note: 储值20']],
    ['store credit $90', ['/order o1 note: store credit $90']],
  ])('says that no store credit is kept, and what it can be: %s', async (words, commands) => {
    const asked = await house.say(`/order M-1 ${words}`);
    expect(asked.failed).toBe(true);
    expect(buttonsOf(asked).map(({ command }) => command)).toEqual(commands);
    expect(await money()).toMatchObject({ due: null, payment: 'unpaid', net: '0' });
  });

  it('counts what was paid with store credit as paid', async () => {
    await house.say('/order M-1 paid $20 store credit');
    expect((await money()).net).toBe('2000');
    await house.say('/order M-1 paid with store credit');
    expect((await money()).net).toBe('7000');
  });

  it('asks whether what went back came once more, where it comes to more again', async () => {
    for (const words of ['paid', 'total 60', 'refund 10']) await house.say(`/order M-1 ${words}`);
    const reply = await house.say('/order M-1 total 70');
    expect(reply.text).toContain('M-1 was paid, and $10.00 of it was refunded.');
    expect(buttonsOf(reply)[0]!.label).toBe('$10.00 has come');
    await house.press(buttonsOf(reply)[0]!);
    expect((await money()).net).toBe('7000');
    await house.say('/undo');
    expect((await money()).net).toBe('6000');
  });

  it('control: is not said to be due again where all of it had come', async () => {
    for (const words of ['paid', 'refund 10']) await house.say(`/order M-1 ${words}`);
    const asked = await house.say('/order M-1 paid');
    expect([asked.failed, buttonsOf(asked).map(({ label }) => label)]).toEqual([true, ['$10.00 has come']]);
    expect((await house.say('/order M-1 paid 11')).failed).toBe(true);
  });
});

describe('what went back and came once more', () => {
  const spent = async () =>
    (await house.db.sql<{ spent: string | null }>`select spent_minor::text as spent from orders`)[0]!.spent;

  it.each<[acts: string[], title: string, spent: string, takings: string]>([
    [
      ['paid 50', 'refund 20', 'paid'],
      'Order M-1 · $70.00 · paid · not sent yet',
      '7000',
      '1 order, $90.00 · $20.00 refunded · net $70.00',
    ],
    [
      ['paid', 'refund 20', 'paid 20'],
      'Order M-1 · $70.00 · paid · not sent yet',
      '7000',
      '1 order, $90.00 · $20.00 refunded · net $70.00',
    ],
    [
      ['paid 50', 'refund 20', 'paid', 'refund 30'],
      'Order M-1 · $70.00 · partly refunded · not sent yet · $30.00 refunded',
      '4000',
      '1 order, $90.00 · $50.00 refunded · net $40.00',
    ],
    [
      ['paid', 'refund 20'],
      'Order M-1 · $70.00 · partly refunded · not sent yet · $20.00 refunded',
      '5000',
      '1 order, $70.00 · $20.00 refunded · net $50.00',
    ],
    [
      ['paid', '10% off', 'refund 7'],
      'Order M-1 · $63.00 · paid · not sent yet',
      '6300',
      '1 order, $70.00 · $7.00 refunded · net $63.00',
    ],
  ])('makes the order no dearer: %j', async (acts, title, worth, takings) => {
    for (const act of acts) await house.say(`/order M-1 ${act}`);
    const page = await house.say('/order M-1');
    expect(page.title).toBe(title);
    // when it went back is still told
    expect(page.fields?.some(({ label }) => label === 'Refund' || label === 'Refunds')).toBe(true);
    expect(await spent()).toBe(worth);
    expect(JSON.stringify(await house.say('/takings today'))).toContain(takings);
  });

  it('is as before where the last of it is undone', async () => {
    for (const act of ['paid 50', 'refund 20', 'paid']) await house.say(`/order M-1 ${act}`);
    await house.say('/undo');
    expect((await house.say('/order M-1')).title).toBe(
      'Order M-1 · $70.00 · partly paid · not sent yet · $20.00 refunded',
    );
    expect(await spent()).toBe('3000');
  });
});

describe('more than is due', () => {
  it.each([
    ['paid $80', ['It comes to $80.00', 'Keep as a note']],
    ['paid twice', ['Keep as a note']],
    ['paid with $5 tip', ['Keep as a note']],
  ])('is not dropped where it is paid already: %s', async (words, labels) => {
    await house.say('/order M-1 paid');
    const asked = await house.say(`/order M-1 ${words}`);
    expect(asked.failed).toBe(true);
    expect(asked.text).toMatch(/^M-1 is paid already\.\n/);
    expect(buttonsOf(asked).map(({ label }) => label)).toEqual(expect.arrayContaining(labels));
  });

  it.each(['paid', 'paid 70', 'paid in full', 'paid again', '付清了'])(
    'control: the same said again is: %s',
    async (words) => {
      await house.say('/order M-1 paid');
      expect(await house.say(`/order M-1 ${words}`)).toMatchObject({ text: 'M-1 is paid already.', unchanged: true });
    },
  );

  it('is offered as the rest, or as what it comes to', async () => {
    await house.say('/order M-1 paid 30');
    const asked = await house.say('/order M-1 paid 70');
    expect(buttonsOf(asked).map(({ label }) => label)).toEqual(['$40.00 has come', 'It comes to $100.00']);
    await house.press(buttonsOf(asked)[0]!);
    expect(await money()).toMatchObject({ payment: 'paid', net: '7000' });
  });
});

describe('what is said of the whole order', () => {
  const order = async () => {
    const [row] = await house.db.sql<{ total: string; note: string | null; off: boolean; articles: number }>`
      select coalesce(current_minor, total_minor)::text as total, words -> 0 ->> 'text' as note, cancelled_at is not null as off,
        (select count(*)::int from order_lines) as articles from orders`;
    return row!;
  };

  it.each([
    ['will pay friday', '7000', 'will pay friday'],
    ['due friday', '7000', 'due friday'],
    ['周五付', '7000', '周五付'],
    ['total 65 incl. shipping', '6500', null],
    ['with shipping 82', '8200', null],
    ['含运费82', '8200', null],
    ['teapot改成30一个', '6000', null],
  ])('is no further article: %s', async (words, total, note) => {
    expect((await house.say(`/order M-1 ${words}`)).failed).toBeFalsy();
    expect(await order()).toEqual({ total, note, off: false, articles: 2 });
  });

  it.each(['cancelled and refunded', '取消，钱已退'])(
    'is off, and it is asked how much went back: %s',
    async (words) => {
      await house.say('/order M-1 paid');
      const reply = await house.say(`/order M-1 ${words}`);
      expect(reply.text).toContain('M-1 is cancelled.');
      expect(buttonsOf(reply)[0]!.label).toBe('All: $70.00');
      await house.press(buttonsOf(reply)[0]!);
      expect(await order()).toMatchObject({ off: true, articles: 2 });
      expect(await money()).toMatchObject({ payment: 'refunded', net: '0' });
    },
  );
});
