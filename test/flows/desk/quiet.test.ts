import { beforeEach, describe, expect, it } from 'vitest';
import type { OrderUpdated, Payment } from '../../../src/domain/shop_event.ts';
import { keepQuiet } from '../../../src/jobs/away.ts';
import { sendReminders } from '../../../src/jobs/reminders.ts';
import { OWNER, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse();

/** 2099-01-05, 23:00 in Shanghai. */
const NIGHT = new Date('2099-01-05T15:00:00Z');
const MORNING = new Date('2099-01-06T00:00:00Z');
beforeEach(
  house.startingWith(async () => {
    house.now = NIGHT;
    await house.say('/settings quiet 22:00-08:00');
  }),
);

let nth = 0;
const says = (text: string) =>
  telegramMessage(text, { from: { address: '1001', name: '张三' }, externalId: `m${++nth}`, sentAt: house.now });
const order = (payment: Payment): OrderUpdated => ({
  kind: 'order.updated',
  provider: 'shopify',
  connectionId: '1',
  order: {
    externalId: '5001',
    number: '#1042',
    payment,
    fulfillment: null,
    currency: 'CNY',
    totalMinor: '128000',
    test: false,
    placedAt: NIGHT,
    cancelledAt: null,
    lines: [],
  },
  customer: null,
  updatedAt: NIGHT,
});
/** What waits for a better hour, by its first line. */
const waiting = async () =>
  (
    await house.db.sql<{ title: string; runAt: Date }>`
      select coalesce(payload -> 'reply' ->> 'title', payload -> 'reply' ->> 'text') as title, run_at as "runAt"
      from outbox where state = 'queued' and run_at > now() + interval '1 minute' order by id`
  ).map(({ title, runAt }) => [title, runAt.toISOString()]);
/** What has reached the owner's chat, in order. */
const arrived = async () =>
  (
    await house.db.sql<{ title: string }>`
      select coalesce(payload -> 'reply' ->> 'title', payload -> 'reply' ->> 'text') as title
      from outbox where state = 'sent' and payload ->> 'kind' = 'message' and channel = 'telegram' and address = ${OWNER}
      order by substr(external_id, 6)::int`
  ).map(({ title }) => title);
let deliveries = 0;
const deliver = () => house.deliver(() => ({ result: 'sent', externalId: `sent-${++deliveries}` }));
const morning = () => {
  house.now = MORNING;
};

describe('in quiet hours', () => {
  it('cards, reminders and orders wait for the morning, in the order they came', async () => {
    await house.say('/task 明天0点 打电话');
    house.now = new Date(NIGHT.getTime() + 2 * 3_600_000);
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    await house.happen(says('请问龙井多少钱一斤？'), order('paid'));
    await house.act(sendReminders);
    const morningAt = MORNING.toISOString();
    const expected = ['💬 张三 · Telegram', '🛒 订单 #1042 已付款 · ¥1,280.00', '⏰ 打电话'];
    expect(await waiting()).toEqual(expected.map((title) => [title, morningAt]));
    await deliver();
    expect(await arrived()).toEqual([]);
    morning();
    await house.happen(says('在吗'));
    await deliver();
    // what is written before the card has left stands on it
    expect(await arrived()).toEqual(expected);
  });

  it('what the owner types or presses is answered at once, past what waits', async () => {
    await house.happen(says('请问龙井多少钱一斤？'));
    await house.type('/inbox');
    await deliver();
    expect(await arrived()).toEqual(['等您回复']);
    await house.press('/inbox v1');
    await deliver();
    expect(await arrived()).toEqual(['等您回复', '💬 张三 · Telegram']);
    expect(await waiting()).toHaveLength(1);
  });

  it('a customer’s answer and its receipt leave at once; news of an old answer wait', async () => {
    await house.happen(says('请问龙井多少钱一斤？'));
    await house.db.autocommit`update outbox set created_at = ${NIGHT}`;
    await house.type('/reply c1 一斤1280');
    await house.db.autocommit`update outbox set created_at = ${NIGHT} where audience = 'customer'`;
    const failing = (result: 'failed' | 'sent') =>
      house.deliver((row) =>
        row.audience === 'customer' && result === 'failed'
          ? { result, error: 'no', reason: 'rejected' }
          : { result: 'sent', externalId: `sent-${++deliveries}` },
      );
    await failing('failed');
    expect(await arrived()).toContain('✗ 未能发给 张三（Telegram）');
    await house.press('再发一次');
    house.now = new Date(NIGHT.getTime() + 3 * 3_600_000);
    await failing('failed');
    expect((await waiting()).map(([title]) => title)).toEqual(['💬 张三 · Telegram', '✗ 未能发给 张三（Telegram）']);
  });

  it('whoever is urgent gets through: VIPs, complaints, failed payments', async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    await house.say('/add 王总 #重要客户');
    await house.db
      .autocommit`insert into contact_identities (contact_id, channel, address) values (1, 'telegram', '7')`;
    await house.happen(
      telegramMessage('在吗', { chat: '7', from: { address: '7', name: '王总' }, sentAt: NIGHT }),
      says('太差了，投诉你们'),
      order('failed'),
    );
    await deliver();
    expect(await arrived()).toEqual(['💬 王总 · Telegram', '💬 张三 · Telegram', '⚠️ 订单 #1042 付款失败 · ¥1,280.00']);
  });

  it('/status and /digest say until when', async () => {
    for (const typed of ['/status', '/digest']) {
      expect(JSON.stringify(await house.say(typed))).toContain('🌙 免打扰到 明天 08:00');
      expect(JSON.stringify(await house.rehearse('owner', typed, { locale: 'en' }))).toContain(
        '🌙 Quiet until tomorrow 08:00',
      );
    }
    house.now = MORNING;
    expect(JSON.stringify(await house.say('/status'))).not.toContain('免打扰');
  });
});

describe('what waits', () => {
  beforeEach(async () => {
    await house.happen(says('请问龙井多少钱一斤？'));
    expect(await waiting()).toEqual([['💬 张三 · Telegram', MORNING.toISOString()]]);
  });

  it('leaves when the quiet hours are changed or switched off', async () => {
    await house.say('/设置 免打扰 22点到9点');
    await house.act(keepQuiet);
    expect(await waiting()).toEqual([['💬 张三 · Telegram', '2099-01-06T01:00:00.000Z']]);
    await house.say('/settings quiet off');
    await house.act(keepQuiet);
    const [row] = await house.db.sql<{ runAt: Date }>`select run_at as "runAt" from outbox where quiet`;
    expect(row?.runAt).toEqual(NIGHT);
  });

  it('stays where it is while nothing has changed, however often the job looks', async () => {
    await house.act(keepQuiet);
    house.now = new Date(MORNING.getTime() - 1000);
    await house.act(keepQuiet);
    expect(await waiting()).toEqual([['💬 张三 · Telegram', MORNING.toISOString()]]);
  });

  it('waits for the return of an owner who goes away, and is there when they are back', async () => {
    await house.say('/away 3d');
    await house.act(keepQuiet);
    expect((await waiting())[0]?.[1]).toBe('2099-01-08T01:00:00.000Z');
    await house.say('/undo');
    await house.act(keepQuiet);
    expect((await waiting())[0]?.[1]).toBe(MORNING.toISOString());
  });
});

describe('/settings quiet', () => {
  it('takes hours as people write them and refuses what is none', async () => {
    expect(JSON.stringify(await house.say('/settings quiet 23-7'))).toContain('23:00-07:00');
    expect(await house.say('/settings quiet 25:00-8:00')).toMatchObject({ failed: true });
  });

  it('is off at the start', async () => {
    await house.reset();
    house.now = NIGHT;
    await house.happen(says('请问龙井多少钱一斤？'));
    expect(await waiting()).toEqual([]);
  });
});
