import { beforeEach, describe, expect, it } from 'vitest';
import type { Tx } from '../../../src/db/sql.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { findSilent } from '../../../src/domain/sell/churn.ts';
import { noteAlerts } from '../../../src/domain/sell/churn_alert.ts';
import { tellSilent } from '../../../src/jobs/churn.ts';
import { buttonsOf, NOON, telegramMessage, testHouse } from '../../support/house.ts';
import { begunMeanwhile } from '../../support/lock.ts';

const DAY = 24 * 3_600_000;
const daysAgo = (days: number, from = NOON) => new Date(from.getTime() - days * DAY);
/** 09:00 in Shanghai on a Monday; the next one is 7 later. */
const monday = (after = 0) => new Date(Date.UTC(2026, 10, 23 + after, 1));

const house = await testHouse();

/** A buyer with what they bought: how many days ago, and what for. */
interface Bought {
  name: string;
  days: number[];
  minor?: number;
  currency?: string;
  payment?: string;
}

/** Writes them down as a shop's orders. Gives the contact's id. */
async function buys({ name, days, minor = 10_000, currency = 'CNY', payment = 'paid' }: Bought): Promise<string> {
  const { autocommit, sql } = house.db;
  await autocommit`insert into contacts (name) select ${name} where not exists (select from contacts where name = ${name})`;
  const [contact] = await sql<{ id: string }>`select id from contacts where name = ${name}`;
  const at = days.map((ago) => daysAgo(ago, house.now));
  await autocommit`
    insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
    select 1, gen_random_uuid(), ${contact!.id}, '#' || ${name} || n, ${payment}, ${currency}, ${minor}, at, at
    from unnest((select ${at}::timestamptz[])) with ordinality o (at, n)`;
  return contact!.id;
}

const EVERY_21 = [63, 84, 105, 126];

/** A hundred people bought, forty of them twice, none of them often enough to have a rhythm; 小美 stays away, who has written. */
async function furnish(): Promise<void> {
  const { autocommit } = house.db;
  await autocommit`insert into connections (provider, token, secret) values ('shopify', 't', '')`;
  await autocommit`
    insert into contacts (id, name) overriding system value select 1000 + n, 'Crowd ' || n from generate_series(1, 100) n`;
  await autocommit`
    insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
    select 1, n || '-' || visit, 1000 + n, '#' || n, 'paid', 'CNY', 100,
      ${NOON}::timestamptz - (visit * 20 + case when n = 100 then 400 else n % 5 end) * interval '1 day', now()
    from generate_series(1, 100) n, generate_series(0, 1) visit where visit = 0 or n <= 40`;
  await writes('7', '小美', '你好', 63);
  await buys({ name: '小美', days: EVERY_21 });
}

/** Somebody wrote so many days ago, and was answered. */
async function writes(chat: string, name: string, text: string, ago: number, more = {}): Promise<void> {
  const sentAt = daysAgo(ago);
  await house.happen(telegramMessage(text, { chat, from: { address: chat, name }, sentAt, ...more }));
  await house.say(`/answered ${name}`);
}

beforeEach(house.startingWith(furnish));

const itemsOf = (reply: Reply) => (reply.lists ?? []).flatMap(({ items }) => items);
const namesOf = (reply: Reply) => itemsOf(reply).map(({ text }) => text.split(' · ')[0]);
const listed = async (line = '/流失') => namesOf(await house.say(line));
const toCustomers = async () =>
  (await house.outbox()).flatMap(({ audience, address, payload }) =>
    audience === 'customer' && payload.kind === 'message' ? [[address, payload.reply.text]] : [],
  );
const weekly = async (): Promise<Reply[]> =>
  (await house.outbox()).flatMap(({ idempotencyKey, payload }) =>
    idempotencyKey.startsWith('churn:') && payload.kind === 'message' ? [payload.reply] : [],
  );
/** The job looks, at this moment. */
async function look(at: Date): Promise<void> {
  house.now = at;
  await house.act(tellSilent);
}
/** The service has run for a week, in which nobody was told of. */
async function settled(): Promise<void> {
  await house.db.autocommit`insert into job_runs (job, slot) values ('churn', '2026-11-16')`;
}

describe('/churn', () => {
  it('names the reason and what is at stake, shows words in their language and where they go', async () => {
    const reply = await house.say('/流失');
    expect(reply.title).toBe('很久没来买的客户');
    const [item, ...others] = itemsOf(reply);
    expect(others).toEqual([]);
    expect(item).toMatchObject({ text: '小美 · 平时 21 天买一次，已 63 天未购', ref: 'c1' });
    expect(item!.detail).toBe(
      '上次购买前的一年里买了 ¥400.00\n发到：Telegram\n「小美，您好！这里是小茶铺。有段时间没收到您的订单了，最近需要什么，随时跟我说。」',
    );
    expect(item!.buttons!.map(({ label }) => label)).toEqual(['发送', '修改', '以后再提', '不再是客户']);
  });

  it('says it in English to whoever reads English, and writes to each in their own language', async () => {
    await house.say('/language 小美 en');
    const [item] = itemsOf(await house.rehearse('viewer', '/churn', { locale: 'en' }));
    expect(item!.text).toBe('小美 · usually buys every 21 days, nothing for 63 days');
    expect(item!.detail).toBe(
      'bought for CN¥400.00 in the year up to the last order\nGoes to: Telegram\n“Hello 小美, this is 小茶铺. It has been a while since your last order. If there is anything you would like, just write back.”',
    );
  });

  it('leaves out with whom something is open, and names them again when it is not', async () => {
    const opens = [
      () => house.say('/ticket 小美 茶罐碎了'),
      () => house.say('/lead 小美 年货'),
      () => house.say('/reply 小美 新茶到了'),
      () => house.say('/block 小美'),
      () => house.happen(telegramMessage('在吗', { chat: '7', from: { address: '7', name: '小美' } })),
      () => buys({ name: '小美', days: [3], payment: 'pending' }),
    ];
    for (const open of opens) {
      await house.start('小美 stays away', furnish);
      expect(await listed()).toEqual(['小美']);
      await open();
      expect(await listed(), open.toString()).toEqual([]);
    }
    await house.start('小美 stays away', furnish);
    await house.say('/ticket 小美 茶罐碎了');
    await house.say('/resolve 1');
    expect(await listed()).toEqual(['小美']);
  });

  it('counts no order that was a test, was cancelled or paid back whole', async () => {
    await house.db.autocommit`update orders set test = true where number = '#小美2'`;
    await house.db
      .autocommit`update orders set payment = 'refunded', refunded_minor = total_minor where number = '#小美3'`;
    expect(await listed()).toEqual([]);
  });

  it('counts what was written down by hand', async () => {
    await house.db.autocommit`delete from orders where number = '#小美1'`;
    expect(itemsOf(await house.say('/流失'))[0]!.text).toContain('已 84 天未购');
    house.now = daysAgo(63);
    await house.say('/order 小美 2x龙井 ¥256 已付款');
    house.now = NOON;
    const [item] = itemsOf(await house.say('/流失'));
    expect(item!.text).toContain('平时 21 天买一次，已 63 天未购');
    expect(item!.detail).toContain('¥556.00');
  });

  it('shows sums of several currencies beside each other, and the others on further pages', async () => {
    await buys({ name: '小美', days: [63], minor: 500, currency: 'USD' });
    for (const nth of [1, 2, 3, 4]) await buys({ name: `客${nth}`, days: EVERY_21, minor: 1000 * nth });
    const first = await house.say('/流失');
    expect(first.title).toContain('5');
    expect(namesOf(first)).toEqual(['小美', '客4', '客3']);
    expect(itemsOf(first)[0]!.detail).toContain('¥400.00 + US$5.00');
    expect(await listed(buttonsOf(first).find(({ label }) => label === '下一页 ›')?.command)).toEqual(['客2', '客1']);
  });

  it('says what is missing before a habit can be told from chance', async () => {
    await house.db.autocommit`delete from orders where external_id like '%-1' and contact_id > 1012`;
    const few = await house.say('/流失');
    expect(few.text).toBe('数据还不够：需要至少 30 位回头客，现有 13 位。');
    expect(buttonsOf(few).map(({ command }) => command)).toEqual(
      expect.arrayContaining(['/find last:>60d', '/find quiet:30d']),
    );
    expect((await house.rehearse('owner', '/churn', { locale: 'en' })).text).toBe(
      'Not enough data yet: needs 30 who came back on another day, has 13.',
    );
  });

  it('says that no orders come in rather than that everybody stays away', async () => {
    house.now = new Date(NOON.getTime() + 90 * DAY);
    expect((await house.say('/流失')).text).toContain('已经 90 天没有订单进来');
  });
});

describe('[Send]', () => {
  const send = async () => house.press('发送');
  beforeEach(async () => {
    await house.type('/流失');
  });

  it('says the words where they were shown to go, once, and they are not named again', async () => {
    const receipt = await send();
    expect(receipt.text).toContain('小美');
    expect(await toCustomers()).toEqual([
      ['7', '小美，您好！这里是小茶铺。有段时间没收到您的订单了，最近需要什么，随时跟我说。'],
    ]);
    await send();
    expect(await toCustomers()).toHaveLength(1);
    expect(await listed()).toEqual([]);
    expect(await house.db.sql`select rule, usual_days, silent_days, limit_days from churn_alerts`).toEqual([
      { rule: 'rhythm-1', usual_days: 21, silent_days: 63, limit_days: 42 },
    ]);
  });

  it('says them in English as they were shown', async () => {
    await house.say('/language 小美 en');
    await house.type('/流失');
    await send();
    expect((await toCustomers()).map(([, words]) => words)).toEqual([
      'Hello 小美, this is 小茶铺. It has been a while since your last order. If there is anything you would like, just write back.',
    ]);
  });

  it('is called back as any answer that is held', async () => {
    await house.say('/settings undo-send 30');
    await send();
    await house.say('/cancel');
    expect(
      (await house.outbox()).filter(({ audience, state }) => audience === 'customer' && state === 'queued'),
    ).toEqual([]);
  });

  it('writes to nobody who said stop since, nor to somebody blocked, a machine, or whoever reported us', async () => {
    const refusals = [
      [() => writes('7', '小美', '退订', 40), '说过不要再发'],
      [() => house.say('/block 小美'), '已拉黑'],
      [() => house.db.autocommit`update contact_identities set complained_at = now()`, '举报'],
      [
        () => house.db.autocommit`insert into sender_rules (address, automatic, created_at) values ('7', true, now())`,
        '机器',
      ],
    ] as const;
    for (const [happens, why] of refusals) {
      await house.start('小美 stays away', furnish);
      await house.type('/流失');
      await happens();
      const reply = await send();
      expect(reply.failed, why).toBe(true);
      expect(reply.text).toContain(why);
      expect(await toCustomers()).toEqual([]);
    }
  });

  it('and the words are not offered to somebody who said stop before', async () => {
    await writes('7', '小美', '退订', 40);
    const [item] = itemsOf(await house.say('/流失'));
    expect(item!.detail).toContain('说过不要再发，所以不发');
    expect(item!.buttons!.map(({ label }) => label)).toEqual(['以后再提', '不再是客户']);
  });

  it('nor to somebody who has unsubscribed, until they agree again', async () => {
    const consent = (withdrawn: Date | null) => house.db.autocommit`
      insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, confirmed_at, withdrawn_at)
      values (1, 'email', 'mei@x.example', 'newsletter', gen_random_uuid(), 'zh-CN', '订阅', 'form:1', ${daysAgo(9)}, ${daysAgo(9)}, ${withdrawn})`;
    await consent(daysAgo(3));
    expect(itemsOf(await house.say('/流失'))[0]!.detail).toContain('已经退订，所以不发');
    expect((await send()).text).toContain('已经退订');
    expect(await toCustomers()).toEqual([]);
    // the control
    await consent(null);
    await send();
    expect(await toCustomers()).toHaveLength(1);
  });

  it('asks where they have bought since', async () => {
    await buys({ name: '小美', days: [0] });
    const reply = await send();
    expect(reply.text).toBe('小美 又来下单了（#小美1），所以没有发。');
    expect(await toCustomers()).toEqual([]);
    await house.press('照样发送');
    expect(await toCustomers()).toHaveLength(1);
  });

  it('asks however long after its card it is pressed, or its words are changed', async () => {
    for (const [bought, pressed] of [
      [5, 45],
      [2, 33],
    ] as const) {
      await house.start('小美 stays away', furnish);
      await house.type('/流失');
      house.now = new Date(NOON.getTime() + bought * DAY);
      await buys({ name: '小美', days: [0] });
      house.now = new Date(NOON.getTime() + pressed * DAY);
      expect((await send()).text).toContain('又来下单了');
      await house.press('修改');
      const row = (await house.outbox()).at(-1)!;
      await house.deliver();
      await house.type('小美，新的岩茶到了', { answers: [`sent-${row.id}`] });
      expect((await house.cards()).at(-1)!.text).toContain('又来下单了');
      expect(await toCustomers()).toEqual([]);
    }
  });

  it('writes where the card is newer than what they bought last (control)', async () => {
    await buys({ name: '小美', days: [0] });
    house.now = new Date(NOON.getTime() + 60 * DAY);
    await house.type('/流失');
    await send();
    expect(await toCustomers()).toHaveLength(1);
  });

  it('offers the ways there are to reach somebody who has never written, with the words', async () => {
    await buys({ name: '林客', days: EVERY_21, minor: 90_000 });
    await house.type('/流失');
    await house.press(buttonsOf((await house.cards()).at(-1)!).find(({ label }) => label === '发送')!);
    const reply = (await house.cards()).at(-1)!;
    expect(reply.failed).toBe(true);
    expect(reply.quote).toContain('林客，您好');
    expect(buttonsOf(reply).map(({ command }) => command.split(' ')[0])).toEqual(['/link', '/note']);
  });

  it('asks before a first mail leaves, and names the address it goes to', async () => {
    await buys({ name: '林客', days: EVERY_21, minor: 90_000 });
    await house.say('/edit 林客 lin@x.example');
    await house.type('/流失');
    const card = (await house.cards()).at(-1)!;
    expect(itemsOf(card)[0]!.detail).toContain('lin@x.example');
    const asked = await house.press(buttonsOf(card).find(({ label }) => label.startsWith('发送'))!);
    expect(asked.failed).toBe(true);
    expect(await toCustomers()).toEqual([]);
  });
});

describe('the other buttons', () => {
  it('[Edit] opens the words to be changed, or asks for others and says those', async () => {
    await house.type('/流失');
    const asked = await house.press('修改');
    expect(asked.rest?.before).toBe('/regain v1 ');
    const row = (await house.outbox()).at(-1)!;
    await house.deliver();
    await house.type('小美，新的岩茶到了', { answers: [`sent-${row.id}`] });
    expect(await toCustomers()).toEqual([['7', '小美，新的岩茶到了']]);
    // they count as told, as by [Send]
    expect(await house.db.sql`select contact_id from churn_alerts`).toHaveLength(1);
    expect(await listed()).toEqual([]);
  });

  it('[Edit] writes to nobody either who said stop since', async () => {
    await house.type('/流失');
    await house.press('修改');
    const row = (await house.outbox()).at(-1)!;
    await house.deliver();
    await house.happen(telegramMessage('退订', { chat: '7', from: { address: '7', name: '小美' } }));
    await house.type('小美，新的岩茶到了', { answers: [`sent-${row.id}`] });
    expect((await house.cards()).at(-1)!.text).toContain('说过不要再发');
    expect(await toCustomers()).toEqual([]);
  });

  it('[Snooze] asks for how long, by chips or words, and names them again afterwards', async () => {
    await house.type('/流失');
    const asked = await house.press('以后再提');
    expect(buttonsOf(asked).map(({ label, command }) => [label, command])).toEqual([
      ['1 个月后', '/spare c1 2026-12-21 12:00'],
      ['3 个月后', '/spare c1 2027-02-21 12:00'],
      ['6 个月后', '/spare c1 2027-05-21 12:00'],
    ]);
    expect((await house.press('1 个月后')).text).toContain('12月21日');
    expect(await listed()).toEqual([]);
    await house.say('/undo');
    expect(await listed()).toEqual(['小美']);
    await house.say('/缓提 小美 三周后');
    house.now = new Date(NOON.getTime() + 20 * DAY);
    expect(await listed()).toEqual([]);
    house.now = new Date(NOON.getTime() + 22 * DAY);
    expect(await listed()).toEqual(['小美']);
  });

  it('[Not a customer any more] asks why; the contact says so until it is taken back, or they buy again', async () => {
    await house.type('/流失');
    const asked = await house.press('不再是客户');
    expect(asked.text).toBe('小美 为什么不再是客户了？');
    expect((await house.press('搬走了')).text).toContain('小美 不再是客户：搬走了');
    expect(await listed()).toEqual([]);
    expect((await house.say('/contact 小美')).fields).toContainEqual({ label: '不再是客户', value: '搬走了（今天）' });
    expect(JSON.stringify(await house.say('/timeline 小美'))).toContain('👋 不再是客户：搬走了');
    await house.say('/undo');
    expect(await listed()).toEqual(['小美']);

    await house.say('/停购 小美 换了别家');
    expect((await house.say('/停购 小美')).unchanged).toBe(true);
    await house.say('/停购 小美 关');
    expect(await listed()).toEqual(['小美']);

    await house.say('/停购 小美 换了别家');
    house.now = new Date(NOON.getTime() + DAY);
    await buys({ name: '小美', days: [0] });
    expect((await house.say('/contact 小美')).fields!.map(({ label }) => label)).not.toContain('不再是客户');
    await buys({ name: 'Crowd 1', days: [-100] });
    house.now = new Date(NOON.getTime() + 120 * DAY);
    expect(await listed()).toEqual(['小美']);
  });
});

describe('the weekly card', () => {
  beforeEach(settled);

  it('comes once on its day and hour, with the few with the most at stake and a way to all', async () => {
    for (const nth of [1, 2, 3, 4]) await buys({ name: `客${nth}`, days: EVERY_21, minor: 1000 * nth });
    await look(new Date(monday().getTime() - 60_000));
    expect(await weekly()).toEqual([]);
    for (const minutes of [0, 1, 90, 3 * 24 * 60]) await look(new Date(monday().getTime() + minutes * 60_000));
    expect(await weekly()).toHaveLength(1);
    const [card] = await weekly();
    expect(namesOf(card!)).toEqual(['小美', '客4', '客3']);
    expect(buttonsOf(card!).at(-1)).toMatchObject({ label: '全部 5 位', command: '/churn 1' });
    expect(await toCustomers()).toEqual([]);
  });

  it('keeps one alert where two tell of the same person at once', async () => {
    const found = await house.act((ctx) => findSilent(ctx.tx, ctx, { limit: 1 }));
    if (found.result !== 'found') throw new Error('nobody was found');
    const keep = (tx: Tx) => noteAlerts(tx, found.people, house.now);
    await begunMeanwhile(house.db, keep, () => house.db.transaction(keep));
    expect(await house.db.sql`select from churn_alerts`).toHaveLength(1);
  });

  it('tells of each person once a quarter, of others in the weeks after, and says nothing where there is nobody', async () => {
    for (const nth of [1, 2, 3, 4]) await buys({ name: `客${nth}`, days: EVERY_21, minor: 1000 * nth });
    for (const week of [0, 1, 2, 3]) await look(monday(7 * week));
    expect((await weekly()).map(namesOf)).toEqual([
      ['小美', '客4', '客3'],
      ['客2', '客1'],
    ]);
    expect((await weekly()).map(({ hint }) => hint)).toEqual([
      undefined,
      '最近 60 天提过的 3 位，目前有 0 位又来买了。\n不提的话会不会来，无从比较。',
    ]);
    await buys({ name: 'Crowd 1', days: [-60] });
    await look(monday(84));
    expect(await weekly()).toHaveLength(2);
    await look(monday(91));
    expect((await weekly()).slice(2).map(namesOf)).toEqual([['小美', '客4', '客3']]);
  });

  it('keeps to the business’s clock', async () => {
    await house.say('/settings timezone America/New_York');
    await look(monday());
    expect(await weekly()).toEqual([]);
    await look(new Date(monday().getTime() + 13 * 3_600_000));
    expect(await weekly()).toHaveLength(1);
  });

  it.each([
    ['/设置 流失提醒 周三 18:00', '周三 18:00', new Date(Date.UTC(2026, 10, 25, 10))],
    ['/settings churn Friday 8am', '周五 08:00', new Date(Date.UTC(2026, 10, 27, 0))],
    ['/settings churn sun', '周日 09:00', new Date(Date.UTC(2026, 10, 29, 1))],
  ])('comes when %s says', async (line, shown, at) => {
    expect(JSON.stringify(await house.say(line))).toContain(shown);
    await look(new Date(at.getTime() - 60_000));
    const before = (await weekly()).length;
    await look(at);
    expect((await weekly()).length - before).toBe(1 - before);
    expect(await weekly()).toHaveLength(1);
  });

  it('refuses what is no weekday, and is silent while it is off or the owner is away', async () => {
    for (const wrong of ['/settings churn tomorrow 9am', '/settings churn 9am', '/settings churn soon'])
      expect((await house.say(wrong)).failed, wrong).toBe(true);
    await house.say('/settings churn off');
    for (const days of [-1, 0, 1]) await look(monday(days));
    await house.say('/settings churn Monday 9am');
    await look(monday(1));
    expect(await weekly()).toEqual([]);
    house.now = monday(6);
    await house.say('/away 3d');
    await look(monday(7));
    expect(await weekly()).toEqual([]);
    await look(monday(14));
    expect(await weekly()).toHaveLength(1);
  });
});

describe('who came back', () => {
  it('is counted for sixty days from when they were told of, with what they bought, and compared with nobody', async () => {
    await settled();
    await buys({ name: '客1', days: EVERY_21 });
    await look(monday());
    expect((await house.say('/流失')).hint).toBe(
      '最近 60 天提过的 2 位，目前有 0 位又来买了。\n不提的话会不会来，无从比较。',
    );
    house.now = monday(10);
    await buys({ name: '小美', days: [0], minor: 8800 });
    expect((await house.say('/流失')).hint).toContain('目前有 1 位又来买了。\n一共买了 ¥88.00。');
    house.now = monday(61);
    await buys({ name: '客1', days: [0], minor: 700 });
    expect((await house.say('/流失')).hint).toBe(
      '过去一年里、60 天以前提过的 2 位，有 1 位在 60 天内又来买了。\n一共买了 ¥88.00。\n不提的话会不会来，无从比较。',
    );
    expect((await house.rehearse('owner', '/churn', { locale: 'en' })).hint).toBe(
      'Of 2 you were told of in the past year, more than 60 days ago, 1 bought again within 60 days.\nTogether: CN¥88.00.\nWhether they would have come anyway nobody knows.',
    );
  });
});

describe('/gone taken back in other words', () => {
  it.each(['/停购 Ann 取消', '/停购 Ann 恢复', '/gone Ann back', '/gone Ann is back', '/gone Ann off'])(
    '%s',
    async (line) => {
      await house.say('/add Ann');
      await house.say('/gone Ann moved away');
      const again = await house.say('/gone Ann');
      expect(buttonsOf(again)[0]!.command).toMatch(/^\/gone c\d+ off$/);
      const reply = await house.say(line);
      expect(reply.failed).toBeUndefined();
      expect(await house.db.sql`select kind from churn_marks order by id desc limit 1`).toEqual([{ kind: 'back' }]);
    },
  );
});
