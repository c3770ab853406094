import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', country: 'GB', currency: 'GBP' });

beforeEach(
  house.startingWith(async () => {
    for (const name of ['Maya Stone', 'Tom Baker', '李四', '张三']) {
      await house.say(`/add ${name}`);
      await house.say(`/lead ${name} mugs`);
      await house.say(`/ticket ${name} cup broken`);
    }
  }),
);

describe('one command for several', () => {
  it.each([
    ['/won 1, 2', ['/won 1', '/won 2']],
    ['/won 1 2', ['/won 1', '/won 2']],
    ['/成交 1 2', ['/won 1', '/won 2']],
    ['/成交 1和2', ['/won 1', '/won 2']],
    ['/won #1 and #3', ['/won 1', '/won 3']],
    ['/lost 1 and 2 too dear', ['/lost 1 too dear', '/lost 2 too dear']],
    ['/lost 1、2', ['/lost 1', '/lost 2']],
    ['/resolve Maya and Tom', ['/resolve Maya', '/resolve Tom']],
    ['/解决 李四和张三', ['/resolve 李四', '/resolve 张三']],
    ['/won Maya 20 and Tom 30', ['/won Maya 20', '/won Tom 30']],
    ['/tag Maya #vip and Tom #wholesale', ['/tag Maya #vip', '/tag Tom #wholesale']],
    ['/tag Maya and Tom #vip', ['/tag Maya #vip', '/tag Tom #vip']],
    ['/标签 李四、张三 #老客', ['/tag 李四 #老客', '/tag 张三 #老客']],
    ['/block Maya & Tom', ['/block Maya', '/block Tom']],
    ['/delete c1 and c2', ['/delete c1', '/delete c2']],
  ])('is asked about before anything is done: %s', async (text, each) => {
    const before = await house.state();
    const reply = await house.say(text);
    expect(await house.state()).toEqual(before);
    expect(buttonsOf(reply)[0]!.command).toBe(each.join('\n'));
  });

  it.each(['/resolve 1 and 2', '/resolve 1和2', '/解决 1、2'])(
    'resolves all whose numbers it gives: %s',
    async (line) => {
      await house.say(line);
      expect(await house.db.sql`select id from tickets where state = 'resolved' order by id`).toEqual([
        { id: '1' },
        { id: '2' },
      ]);
    },
  );

  it.each([
    ['/won 1 300', 'won', '30000'],
    ['/won 1 9', 'won', '900'],
    ['/won 1 12.50', 'won', '1250'],
  ])('control: what is no lead is what the first is worth: %s', async (line, stage, minor) => {
    await house.say(line);
    const [lead] = await house.db.sql`select stage, amount_minor::text as minor from leads where id = 1`;
    expect(lead).toEqual({ stage, minor });
  });

  it.each(['/resolve Maya Stone refund and apology', '/lost Maya price and time', '/tag Maya #vip #old'])(
    'control: words that name nobody else are its own: %s',
    async (line) => {
      const before = await house.state();
      expect(await house.say(line)).not.toHaveProperty('failed');
      expect(await house.state()).not.toEqual(before);
    },
  );
});

describe('several people with an address each', () => {
  it.each([
    '/add Ben Hill ben@example.com and Joe Hill joe@example.com',
    '/add ben hill ben@example.com and joe hill joe@example.com',
    '/add Ben Hill ben@example.com & Joe Hill 07700900123',
    '/add 王芳 wang@example.com 和 赵云 zhao@example.com',
    '/add 王芳 13800138000和赵云 13900139000',
  ])('are asked about, and none gets the other’s: %s', async (line) => {
    const before = await house.state();
    const buttons = buttonsOf(await house.say(line));
    expect(await house.state()).toEqual(before);
    expect(buttons).toHaveLength(3);
  });

  it('control: two addresses of one are theirs', async () => {
    await house.say('/add Ben Hill ben@example.com and hill@example.com');
    expect(await house.db.sql`select count(*)::int as n from contacts where name = 'Ben Hill'`).toEqual([{ n: 1 }]);
  });
});
