import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/domain/reply.ts';
import { sendDigest } from '../../src/jobs/digest.ts';
import { sendReminders } from '../../src/jobs/reminders.ts';
import { texts } from '../../src/text/texts.ts';
import { buttonsOf, type House, telegramMessage, testHouse } from '../support/house.ts';

const HOUR = 3_600_000;
/** 08:00 in Shanghai on that day of November 2026. */
const eight = (day: number) => new Date(Date.UTC(2026, 10, day));

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(async () => {
  await house.reset();
});

/** One of everything the digest tells of. */
async function furnish(): Promise<void> {
  const { autocommit, sql } = house.db;
  house.now = new Date(eight(21).getTime() - 20 * HOUR);
  await house.happen(
    telegramMessage('请问龙井多少钱一斤？', { sentAt: house.now }),
    telegramMessage('茶罐碎了，要退款', { chat: '2', from: { address: '2', name: '李四' }, sentAt: house.now }),
  );
  await autocommit`update leads set active_at = ${new Date(eight(21).getTime() - 8 * 24 * HOUR)}`;
  await autocommit`insert into tasks (title, due_at) values ('寄样品', ${new Date(eight(21).getTime() + HOUR)})`;
  await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  const placed = new Date(eight(21).getTime() - 15 * HOUR);
  await autocommit`insert into orders (connection_id, external_id, number, payment, currency, total_minor, placed_at, version_at)
    values (1, '1', '#1', 'paid', 'CNY', 128000, ${placed}, ${placed}), (1, '2', '#2', 'paid', 'CNY', 100, ${placed}, ${placed}),
      (1, '3', '#3', 'pending', 'CNY', 5, ${placed}, ${placed})`;
  await autocommit`insert into order_payments (order_id, at, received_minor)
    select id, placed_at, total_minor from orders where payment = 'paid'`;
  await autocommit`insert into outbox (channel, address, audience, idempotency_key, payload, state)
    values ('telegram', '1001', 'customer', 'lost', ${sql.json({ kind: 'message', reply: { text: '好' } })}, 'failed')`;
  house.now = eight(21);
}

const digests = async (): Promise<Reply[]> =>
  (await house.outbox()).flatMap((row) =>
    row.idempotencyKey.startsWith('digest:') && row.payload.kind === 'message' ? [row.payload.reply] : [],
  );
/** The job looks, at this moment. */
async function look(at: Date): Promise<void> {
  house.now = at;
  await house.act(sendDigest);
}
/** The service has run for days: the first slot is taken. */
const settled = () => look(new Date(eight(20).getTime() + 8 * HOUR));
const plus = (at: Date, hours: number) => new Date(at.getTime() + hours * HOUR);

describe('the digest', () => {
  it.each(['zh-CN', 'en'] as const)('has every section, each line with its buttons (%s)', async (locale) => {
    const t = texts(locale);
    await furnish();
    const reply = await house.rehearse('owner', '/digest', { locale });
    const lists = reply.lists!;
    expect(lists.map((list) => list.title)).toEqual([
      t.digest.waiting,
      t.digest.tickets,
      t.digest.quiet,
      t.step.digest('1'),
      t.digest.due,
      t.digest.yesterday,
      t.digest.undelivered,
    ]);
    const commandsOf = (nth: number) =>
      lists[nth]!.items.map((item) => buttonsOf({ lists: [{ items: [item] }] }).map((b) => b.command));
    expect([0, 1, 2, 3, 4, 6].map(commandsOf)).toEqual([
      [['/contact c1'], ['/contact c2']],
      [['/resolve 1']],
      [['/contact c1', '/won 1', '/lost 1']],
      [['/next 1', `/next ${t.typed.step.none[0]}`]],
      [['/done 1']],
      [['/unsent']],
    ]);
    expect(lists[5]!.items.map((item) => item.text)).toEqual([
      t.card.bought(2, '¥1,281.00').replace('¥', locale === 'en' ? 'CN¥' : '¥'),
    ]);
    expect(reply.title).toBe(locale === 'en' ? '☀️ Saturday, November 21' : '☀️ 11月21日星期六');
  });

  it('has nothing Chinese in it for an English reader but what people wrote', async () => {
    await furnish();
    const reply = await house.rehearse('owner', '/digest', { locale: 'en' });
    const ours = JSON.stringify(reply).replace(/王小明|李四|请问龙井多少钱一斤？|茶罐碎了，要退款|寄样品/g, '');
    expect(ours).not.toMatch(/[\p{Script=Han}：，。（）「」]/u);
  });

  it('of an empty day is not sent; asked for, it says so', async () => {
    await settled();
    await look(eight(21));
    expect(await digests()).toEqual([]);
    expect((await house.say('/digest')).text).toBe('没有等您处理的事，祝您今天愉快。');
  });

  it('comes once a day, however often the job looks, and again the next day', async () => {
    await settled();
    await furnish();
    await look(plus(eight(21), -1 / 60));
    expect(await digests()).toHaveLength(0);
    for (const hours of [0, 1 / 60, 1, 5, 12]) await look(plus(eight(21), hours));
    expect(await digests()).toHaveLength(1);
    await look(eight(22));
    expect(await digests()).toHaveLength(2);
  });

  it('says nothing at the first start ever, at whatever hour', async () => {
    await furnish();
    await look(plus(eight(21), 1));
    await look(plus(eight(21), 10));
    expect(await digests()).toEqual([]);
    await look(eight(22));
    expect(await digests()).toHaveLength(1);
  });

  it('is caught up on within six hours; later it is skipped and said so, once', async () => {
    await settled();
    await furnish();
    await look(plus(eight(21), 5.9));
    expect((await digests()).at(-1)?.title).toContain('☀️');
    await look(plus(eight(22), 6.1));
    await look(plus(eight(22), 9));
    expect(await digests()).toHaveLength(2);
    expect((await digests()).at(-1)?.text).toContain('2026-11-22');
    expect(buttonsOf((await digests()).at(-1)!).map((button) => button.command)).toEqual(['/digest']);
  });

  it('does not come twice on a day when its time is changed', async () => {
    await settled();
    await furnish();
    await look(eight(21));
    await house.say('/settings digest 20:00');
    await look(plus(eight(21), 12.1));
    expect(await digests()).toHaveLength(1);
    await look(plus(eight(22), 1));
    expect(await digests()).toHaveLength(1);
    await look(plus(eight(22), 12.1));
    expect(await digests()).toHaveLength(2);
  });

  it('switched off says nothing; switched on again it was not “skipped”', async () => {
    await settled();
    await furnish();
    await house.say('/settings digest off');
    for (const hours of [1, 25, 49, 71]) await look(plus(eight(21), hours));
    await house.say('/settings digest 08:00');
    await look(plus(eight(21), 71.5));
    expect(await digests()).toEqual([]);
    await look(plus(eight(24), 1));
    expect(await digests()).toHaveLength(1);
  });
});

describe('a reminder', () => {
  const reminders = async () => (await house.cards()).filter((card) => card.title?.startsWith('⏰'));
  const remind = async (at: Date) => {
    house.now = at;
    await house.act(sendReminders);
  };

  it('comes once when its time has come, with what can be done', async () => {
    await house.say('/add 张三');
    await house.say('/task 今天15点 给张三打电话');
    await remind(plus(house.now, 2.9));
    expect(await reminders()).toEqual([]);
    for (const hours of [0.1, 0, 1]) await remind(plus(house.now, hours));
    expect(await reminders()).toHaveLength(1);
    expect((await reminders())[0]?.title).toBe('⏰ 给张三打电话');
    await house.press('一小时后');
    await remind(plus(house.now, 0.9));
    expect(await reminders()).toHaveLength(1);
    await remind(plus(house.now, 0.2));
    expect(await reminders()).toHaveLength(2);
    expect((await house.press('完成')).text).toBe('☑ 给张三打电话');
    expect((await house.say('/tasks')).text).toBe('没有任务。');
  });

  it('of a task that is done does not come', async () => {
    await house.say('/task 今天15点 打电话');
    await house.say('/done 1');
    await remind(plus(house.now, 5));
    expect(await reminders()).toEqual([]);
  });
});
