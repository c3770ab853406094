import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'CNY' });
beforeEach(
  house.startingWith(async () => {
    for (const line of ['/add Ben Okafor', '/add 李姐', '/add 付姐', '/add Lucy Hart']) await house.say(line);
    for (const line of ['/order Ben framed print ¥880', '/order 李姐 金骏眉 ¥880', '/lead Lucy van wrap ¥900'])
      await house.say(line);
  }),
);

/** What is offered for words typed alone, without what every words may be. */
async function offered(words: string): Promise<string[]> {
  const commands = buttonsOf(await house.say(words)).map(({ command }) => command);
  return commands.filter((command) => !/^\/(?:note|task|search|contact) /u.test(command));
}

describe('what somebody has got', () => {
  it.each([
    ['ben got it', '/order o1 sent'],
    ['Ben has received it today', '/order o1 sent'],
    ['ben picked it up today', '/order o1 sent'],
    ['ben came and picked it up', '/order o1 sent'],
    ['ben collected the framed print', '/order o1 sent'],
    ['李姐收到了', '/order o2 sent'],
    ['李姐那边已经收到了', '/order o2 sent'],
    ['李姐拿走了', '/order o2 sent'],
    ['李姐签收了', '/order o2 sent'],
  ])('is their order’s, and neither paid nor won or lost: %s', async (words, line) => {
    expect(await offered(words)).toEqual([line]);
  });

  it.each([
    'lucy got it',
    'lucy picked it up today',
    'lucy picked them up',
    '付姐收到了',
    '付姐来拿走了',
    'customer received it',
    '客户签收了',
  ])('is a note where there is no order: %s', async (words) => {
    expect(await offered(words)).toEqual([]);
  });

  it.each([
    ['李姐收到钱了', '/order o2 付款'],
    ['收到李姐的钱', '/order o2 付款'],
    ['收到李姐580', '/order o2 付款 580'],
    ['ben paid the rest', '/order o1 paid'],
    ['李姐还没收到', '/ticket c2 还没收到'],
  ])('is something else where it is said so (control): %s', async (words, line) => {
    expect((await offered(words))[0]).toBe(line);
  });
});

describe('money that came of somebody', () => {
  it.each([
    ['ben gave me 500', '/order o1 paid 500'],
    ['ben handed me 100 cash', '/order o1 paid 100'],
    ['ben transferred 200', '/order o1 paid 200'],
    ['ben paid half', '/order o1 paid half'],
    ['ben paid 225 deposit', '/order o1 paid 225'],
    ['李姐给了500', '/order o2 付款 500'],
    ['李姐剩下的也给了', '/order o2 付款'],
    ['剩下的李姐也给了', '/order o2 付款'],
    ['李姐把尾款结了', '/order o2 付款'],
    ['李姐欠的还了', '/order o2 付款'],
    ['李姐转了一半', '/order o2 付了一半'],
  ])('is of their order: %s', async (words, line) => {
    expect((await offered(words))[0]).toBe(line);
  });

  it.each(['lucy gave me 500', 'lucy handed me 500 cash', '付姐付了三百', '付姐给了三百'])(
    'begins no lead and gives nothing back where there is no order: %s',
    async (words) => {
      const lines = (await offered(words)).join('\n');
      expect(lines).not.toMatch(/\/lead|refund|退款|\/lost/u);
      if (words.startsWith('付姐')) expect(lines).not.toContain('/won');
    },
  );

  it.each([
    ['lucy gave me 500', '/order c4 van wrap CN¥900 paid 500'],
    ['lucy paid 225 deposit', '/order c4 van wrap CN¥900 paid 225'],
    ['lucy paid 0.5k deposit', '/order c4 van wrap CN¥900 paid 500'],
    ['lucy交了定金五百', '/order c4 van wrap CN¥900 paid 500'],
    ['付姐付了三百', '/order c3 purchase CN¥300 paid'],
    ['付姐付了定金200', '/order c3 advance payment CN¥200 paid'],
    ['付姐给了200定金', '/order c3 advance payment CN¥200 paid'],
    ['收了付姐定金200', '/order c3 advance payment CN¥200 paid'],
    ['付姐付了一半', '/order c3 purchase, 付了一半'],
    ['付姐 left a 50 deposit', '/order c3 advance payment CN¥50 paid'],
  ])('is an order, where none is open: %s', async (words, line) => {
    expect((await offered(words))[0]).toBe(line);
  });

  it.each(['付姐要先付200定金', '付姐明天付300', '付姐还没付200', '付姐退了定金200', '付姐 wants her 50 deposit back'])(
    'is none where it has not come: %s',
    async (words) => {
      expect((await offered(words)).join('\n')).not.toMatch(/\/order c3 .*(?:paid|付)/u);
    },
  );

  it.each([
    ['paid half', '/order o1 paid half'],
    ['she put down 200', '/order o1 paid 200'],
    ['付了一半', '/order o1 付了一半'],
    ['收了定金200', '/order o1 付款 200'],
  ])('is of the one order that is open, where nobody is named: %s', async (words, line) => {
    expect((await offered(words))[0]).toBe('/orders unpaid');
    await house.say('/order o2 paid');
    expect((await offered(words))[0]).toBe(line);
  });

  it.each([
    ['I got 200', '/order o1 paid 200'],
    ['we took a deposit of 50', '/order o1 paid 50'],
    ['she gave me 50', '/order o1 paid 50'],
    ['我们收了200', '/order o1 付款 200'],
    ['他给了我200', '/order o1 付款 200'],
    ['收了他200', '/order o1 付款 200'],
  ])('came to us, whoever says so: %s', async (words, line) => {
    await house.say('/order o2 paid');
    expect((await offered(words))[0]).toBe(line);
  });

  it('is of none of two that are open, whoever bought the other', async () => {
    await house.db.transaction((tx) => tx`update orders set contact_id = null where id = 2`);
    expect((await offered('she put down 200'))[0]).toBe('/orders unpaid');
    await house.say('/order o1 paid');
    expect((await offered('she put down 200'))[0]).toBe('/order o2 paid 200');
  });

  it.each([
    'Bob paid half',
    '王五付了一半',
    'I paid 200 for rent',
    'I paid 200',
    'we gave £20',
    'I put down 50',
    'we paid a deposit of 50',
    'they took 50',
    '我付了200',
    '我们先付了50',
    '给了她50',
    '付了他50',
  ])('is of nobody else: %s', async (words) => {
    await house.say('/order o2 paid');
    expect((await offered(words)).join('\n')).not.toContain('/order o1');
  });

  it('may be of a lead, where there is one (control)', async () => {
    await house.say('/lead 付姐 礼盒 ¥300');
    expect(await offered('付姐付了三百')).toContain('/won c3 三百');
  });

  it.each([
    ['ben bought a mug for 24, hasnt paid', '2400'],
    ['ben bought a mug for 24, didnt pay', '2400'],
    ['sold ben a mug for 24, not payed yet', '2400'],
    ['sold ben a mug for 24, owes it', '2400'],
    ['sold ben a mug for 24, to pay later', '2400'],
    ['李姐买了一斤红茶八百八 还没给', '88000'],
    ['李姐买了一斤红茶880 没给钱呢', '88000'],
  ])('has not come where it is said so: %s', async (words, minor) => {
    await house.say(words);
    const reply = await house.press(
      buttonsOf(await house.say(words)).find(({ command }) => command.startsWith('/order '))!,
    );
    expect(reply.failed).toBeUndefined();
    const [order] = await house.db.sql`select payment, total_minor::text as total from orders order by id desc limit 1`;
    expect(order).toEqual({ payment: 'unpaid', total: minor });
  });

  it.each([
    ['李姐买了一饼老白茶 五百二 现金', 'paid', '52000'],
    ['ben bought a mug for 24, paid cash', 'paid', '2400'],
  ])('has come where it is said so (control): %s', async (words, payment, total) => {
    await house.press(buttonsOf(await house.say(words)).find(({ command }) => command.startsWith('/order '))!);
    const [order] = await house.db.sql`select payment, total_minor::text as total from orders order by id desc limit 1`;
    expect(order).toEqual({ payment, total });
  });
});

describe('the number of a parcel', () => {
  it.each([
    ['李姐的发货了 顺丰SF1234567890123', '顺丰', 'SF1234567890123'],
    ['李姐那单顺丰发了 SF1234567890123', '顺丰', 'SF1234567890123'],
    ['李姐的发了，圆通 YT1234567890123', '圆通', 'YT1234567890123'],
    ["ben's order shipped dpd 15501234567890", 'dpd', '15501234567890'],
    ['M-2发了，圆通YT1234567890123', '圆通', 'YT1234567890123'],
  ])('is kept with the order: %s', async (words, carrier, number) => {
    await house.press(buttonsOf(await house.say(words))[0]!);
    expect(await house.db.sql`select carrier, tracking -> 0 ->> 'number' as number from shipments`).toEqual([
      { carrier, number },
    ]);
  });

  it('is none where none is said (control)', async () => {
    expect((await offered('李姐的发货了'))[0]).toBe('/order o2 发货');
  });
});
