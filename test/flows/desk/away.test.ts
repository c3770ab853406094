import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import type { OrderUpdated, Payment } from '../../../src/domain/shop_event.ts';
import { tellReturn } from '../../../src/jobs/away.ts';
import { sendDigest } from '../../../src/jobs/digest.ts';
import { sendReminders } from '../../../src/jobs/reminders.ts';
import { wakeSnoozed } from '../../../src/jobs/snoozed.ts';
import { buttonsOf, type House, NOON, OWNER, telegramMessage, testHouse } from '../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(async () => {
  await house.reset();
});

const HOUR = 3_600_000;
const later = (hours: number) => {
  house.now = new Date(house.now.getTime() + hours * HOUR);
};
let nth = 0;
/** 张三 writes on Telegram, now. */
const says = (text: string, more: Partial<MessageReceived> = {}): MessageReceived =>
  telegramMessage(text, {
    from: { address: '1001', name: '张三' },
    externalId: `m${++nth}`,
    sentAt: house.now,
    ...more,
  });
const anna = (text: string, more: Partial<MessageReceived> = {}) =>
  says(text, { chat: '2', from: { address: '2', name: 'Anna', language: 'en' }, ...more });
const mails = (text: string, more: Partial<MessageReceived> = {}) =>
  says(text, {
    channel: 'email',
    chat: 'li@example.com',
    private: false,
    from: { address: 'li@example.com', name: '李四' },
    externalId: `<m${++nth}@example.com>`,
    subject: '询价',
    ...more,
  });
const order = (payment: Payment, at = house.now): OrderUpdated => ({
  kind: 'order.updated',
  provider: 'shopify',
  connectionId: '1',
  order: {
    externalId: `o-${payment}`,
    number: `#${payment}`,
    payment,
    fulfillment: null,
    currency: 'CNY',
    totalMinor: '128000',
    test: false,
    placedAt: at,
    cancelledAt: null,
    lines: [],
  },
  customer: null,
  updatedAt: at,
});
/** What customers were told, oldest first. */
const told = async () =>
  (await house.outbox()).flatMap((row) =>
    row.audience === 'customer' && row.payload.kind === 'message' ? [row.payload.reply.text ?? ''] : [],
  );
/** Cards about customers that reached the desk. */
const shown = async () => (await house.cards()).filter(({ title }) => /^(💬|🛒|⚠️|✏️)/u.test(title ?? ''));
const lists = async () => (await house.cards()).filter(({ title }) => title?.startsWith('👋'));
const look = () => house.act(tellReturn);
const waits = () => house.db.sql`select from conversations where waiting_since is not null`;

describe('/away', () => {
  it.each([
    ['/away 3d', '周二 09:00', '2026-11-24T01:00:00Z'],
    ['/away 3天', '周二 09:00', '2026-11-24T01:00:00Z'],
    ['外出 3 天', '周二 09:00', '2026-11-24T01:00:00Z'],
    ['/外出 到周五', '周五 09:00', '2026-11-27T01:00:00Z'],
    ['/外出 今天', '今天 23:59', '2026-11-21T15:59:00Z'],
    ['/away until Friday', '周五 09:00', '2026-11-27T01:00:00Z'],
    ['/away 1 week', '11月28日 09:00', '2026-11-28T01:00:00Z'],
    ['/away 到明天18点', '明天 18:00', '2026-11-22T10:00:00Z'],
  ])('%s', async (typed, said, until) => {
    expect((await house.say(typed)).title).toBe(`🌴 外出中，${said} 回来`);
    expect(await house.db.sql`select until from absences`).toEqual([{ until: new Date(until) }]);
  });

  it('alone shows how it stands, with buttons for what comes next', async () => {
    expect(buttonsOf(await house.say('/away')).map(({ command }) => command)).toEqual([
      '/away 到明天',
      '/away 3天',
      '/away 一周',
    ]);
    await house.say('/away 3d');
    const state = await house.say('/away');
    expect(buttonsOf(state).map(({ command }) => command)).toEqual(['/away off']);
    expect(state.fields?.map(({ value }) => value)).toEqual([
      '您好！这是小茶铺的自动回复：暂时没法及时回复，11月24日星期二起恢复。您的消息已收到，到时会尽快回复您。',
      'Hello! This is an automatic reply from 小茶铺: I am away until Tuesday, November 24. I have your message and will answer when I am back.',
    ]);
    for (const command of ['/status', '/digest']) {
      expect(JSON.stringify(await house.say(command))).toContain('外出中，周二 09:00 回来');
    }
  });

  it('without a time it understands asks for one', async () => {
    expect(await house.say('/away 去参展')).toMatchObject({ failed: true });
    expect(await house.db.sql`select from absences`).toHaveLength(0);
  });

  it('is the owner’s alone', async () => {
    expect(await house.rehearse('helper', '/away 3d')).toMatchObject({ failed: true });
  });

  it('undone is as if it had not been; what was held back meanwhile is listed', async () => {
    const before = await house.state();
    await house.say('/away 3d');
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
    await house.say('/away 3d');
    await house.happen(says('请问龙井多少钱一斤？'));
    await house.say('/undo');
    expect(await shown()).toHaveLength(0);
    await look();
    expect(JSON.stringify(await lists())).toContain('请问龙井');
  });

  it('off, undone, goes on as it was', async () => {
    await house.say('/away 3d');
    const before = await house.state();
    await house.say('/away off');
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
    await house.happen(says('请问龙井多少钱一斤？'));
    expect(await told()).toHaveLength(1);
  });
});

describe('while the owner is away', () => {
  beforeEach(async () => {
    await house.say('/away 3d');
  });

  it('a customer is answered once a day, in their language, and goes on waiting', async () => {
    await house.happen(says('请问龙井多少钱一斤？'), says('在吗'), anna('How much is the oolong?'));
    const [zh, en] = await told();
    expect(await told()).toHaveLength(2);
    expect([zh, en]).toEqual([expect.stringContaining('自动回复'), expect.stringContaining('automatic reply')]);
    expect(await waits()).toHaveLength(2);
    expect(await shown()).toEqual([]);
    later(24);
    await house.happen(says('今天呢？价格是多少？'), says('多少钱？'));
    expect(await told()).toHaveLength(3);
  });

  it('control: with the mark of the day and its key taken away, the next message is answered again', async () => {
    await house.happen(says('请问龙井多少钱一斤？'));
    await house.db.autocommit`delete from automatic_answers`;
    await house.db.autocommit`update outbox set idempotency_key = 'another' where audience = 'customer'`;
    await house.happen(says('在吗'));
    expect(await told()).toHaveLength(2);
  });

  it('somebody who writes on two channels is answered on one of them', async () => {
    await house.happen(says('请问龙井多少钱一斤？'), mails('请问龙井多少钱一斤？'));
    expect(await told()).toHaveLength(2);
    await house.reset();
    await house.say('/away 3d');
    await house.say('/add 张三 li@example.com');
    await house.db
      .autocommit`insert into contact_identities (contact_id, channel, address) values (1, 'telegram', '1001')`;
    await house.happen(says('请问龙井多少钱一斤？'), mails('请问龙井多少钱一斤？'));
    expect(await told()).toHaveLength(1);
  });

  it('in the owner’s own account nothing is tried where the bot may not reply, and the day is kept for another road', async () => {
    const account = {
      ...{ channel: 'telegram' as const, id: 'Bq1', userAddress: OWNER, userChat: OWNER, name: '我' },
      ...{ canReply: false, enabled: true, personUrl: 'tg://user?id=' },
    };
    const inAccount = { chat: 'Bq1/1001', account: { id: 'Bq1', with: { address: '1001', name: '张三' } } };
    await house.happen(
      { kind: 'account.updated', account, updatedAt: house.now },
      says('请问龙井多少钱一斤？', inAccount),
    );
    expect(await told()).toEqual([]);
    await house.happen(says('请问龙井多少钱一斤？'));
    expect(await told()).toHaveLength(1);
    await house.db.autocommit`delete from automatic_answers`;
    await house.db.autocommit`delete from outbox where audience = 'customer'`;
    await house.db.autocommit`update own_accounts set can_reply = true`;
    await house.happen(says('价格是多少？', inAccount));
    expect(await told()).toHaveLength(1);
  });

  it('an event handled again answers nobody twice', async () => {
    await house.happen(says('请问龙井多少钱一斤？'));
    const before = [await house.outbox(), await house.db.sql`select id from messages`];
    await house.db.autocommit`update inbox set processed_at = null, run_at = now(), attempts = 0, locked_until = null`;
    await house.handleAll();
    expect([await house.outbox(), await house.db.sql`select id from messages`]).toEqual(before);
  });

  it('neither machines nor thanks nor their owner’s own mail are answered', async () => {
    await house.say('/add 李四 li@example.com');
    await house.happen(
      mails('我在休假', { automatic: 'auto_reply' }),
      mails('本周特价', { automatic: 'list' }),
      mails('给自己', { chat: 'me@example.com', from: { address: 'me@example.com', name: '我' } }),
      says('谢谢'),
      anna('I am out of office and will reply when I am back'),
    );
    expect(await told()).toEqual([]);
  });

  it('two machines that answer each other fall silent; a person’s word lets us speak again', async () => {
    for (let day = 0; day < 10; day++) {
      await house.say('/away 3d');
      await house.happen(says('您好，我现在不在，稍后回复您'));
      await house.deliver();
      await house.happen(says('您好，我现在不在，稍后回复您'));
      later(24);
    }
    expect(await told()).toHaveLength(3);
    await house.say('/away 3d');
    await house.say('/reply c1 我回来再说');
    await house.happen(says('在吗'));
    expect(await told()).toHaveLength(5);
  });

  it('a mail is answered in its thread, and says that nobody wrote it', async () => {
    await house.happen(mails('请问龙井多少钱一斤？', { externalId: '<first@example.com>' }));
    const answer = (await house.outbox()).find((row) => row.audience === 'customer');
    expect(answer).toMatchObject({
      channel: 'email',
      address: 'li@example.com',
      payload: { automatic: true, subject: '询价', references: ['<first@example.com>'] },
    });
    expect(JSON.stringify(await house.say('/contact c1'))).toContain('🤖 您好');
  });

  it('the owner’s own words are used, in the language they are in, and kept when the absence is moved', async () => {
    await house.say('/away 3d 我在参展，周二回来');
    await house.say('/away 5d');
    await house.say('/away 5d I am at a fair');
    await house.happen(says('请问龙井多少钱一斤？'), anna('How much is the oolong?'));
    expect(await told()).toEqual([
      '您好！这是小茶铺的自动回复：我在参展，周二回来。暂时没法及时回复，11月26日星期四起恢复。您的消息已收到，到时会尽快回复您。',
      'Hello! This is an automatic reply from 小茶铺: I am at a fair. I am away until Thursday, November 26. I have your message and will answer when I am back.',
    ]);
    expect(await house.db.sql`select from absences`).toHaveLength(1);
  });

  it('an automatic answer that cannot be delivered makes nobody wait anew', async () => {
    await house.happen(says('请问龙井多少钱一斤？'));
    await house.say('/answered c1');
    await house.deliver((row) =>
      row.audience === 'customer'
        ? { result: 'failed', error: 'no', reason: 'rejected' }
        : { result: 'sent', externalId: `s${row.id}` },
    );
    expect(await waits()).toHaveLength(0);
  });

  it('whoever is urgent gets through, and the card says why', async () => {
    await house.say('/add 王总 #vip');
    await house.db
      .autocommit`insert into contact_identities (contact_id, channel, address) values (1, 'telegram', '1001')`;
    await house.happen(
      says('在吗'),
      anna('太差了，投诉你们'),
      says('请问龙井多少钱一斤？', { chat: '3', from: { address: '3', name: '赵' } }),
    );
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    await house.happen(order('failed'), order('paid'));
    const why = (await shown()).map(
      ({ title, fields }) => fields?.find(({ label }) => label === '紧急')?.value ?? title,
    );
    // what its title says stands there once
    expect(why).toEqual(['VIP', '投诉', expect.stringContaining('付款失败')]);
  });

  it('an urgent card says why in English too', async () => {
    await house.say('/settings language en');
    await house.happen(says('太差了，投诉你们'));
    expect((await shown())[0]?.fields?.[0]).toEqual({ label: 'Urgent', value: 'complaint' });
  });

  it('the owner who answers somebody is reminded of it, once', async () => {
    await house.happen(says('请问龙井多少钱一斤？'));
    await house.say('/reply c1 一斤1280');
    await house.say('/reply c1 包邮');
    const reminders = (await house.cards()).filter(({ text }) => text?.startsWith('🌴 提醒一下'));
    expect(reminders).toHaveLength(1);
    expect(buttonsOf(reminders[0]!).map(({ command }) => command)).toEqual(['/away off']);
  });

  it('reminders, snoozes and the digest wait for the return', async () => {
    await house.act(sendDigest);
    await house.say('/task 明天9点 打电话');
    await house.happen(says('请问龙井多少钱一斤？'));
    await house.say('/snooze 张三 明天9点');
    const before = (await house.cards()).length;
    later(48);
    for (const job of [sendReminders, wakeSnoozed, sendDigest]) await house.act(job);
    expect((await house.cards()).length).toBe(before);
    await house.say('/away off');
    for (const job of [sendReminders, wakeSnoozed, sendDigest]) await house.act(job);
    expect((await house.cards()).filter(({ title }) => title?.startsWith('⏰'))).toHaveLength(2);
  });

  it('the clock of those who wait stands still', async () => {
    house.now = NOON;
    await house.reset();
    await house.happen(says('请问龙井多少钱一斤？'));
    later(2);
    await house.say('/away 3d');
    later(48);
    await house.say('/away off');
    later(3);
    const ages = await Promise.all(
      ['/inbox', '/digest', '/inbox v1', '/contact c1'].map((typed) => house.rehearse('owner', typed)),
    );
    for (const reply of ages) expect(JSON.stringify(reply)).toMatch(/(已等 |· |")5 小时/);
  });

  it('a lead goes quiet only by the days the owner was there', async () => {
    house.now = NOON;
    await house.reset();
    await house.say('/add 张三');
    await house.say('/lead 张三 龙井10斤');
    await house.db.autocommit`
      update leads set active_at = ${NOON}, created_at = ${NOON}`;
    const isQuiet = async () => JSON.stringify(await house.rehearse('owner', '/digest')).includes('冷下来的意向');
    for (const hours of [45, 69]) {
      later(24);
      await house.say('/away 5d');
      later(hours);
      await house.say('/away off');
    }
    later(5 * 24 - 1);
    expect(await isQuiet()).toBe(false);
    later(2);
    expect(await isQuiet()).toBe(true);
    expect(JSON.stringify(await house.rehearse('owner', '/digest'))).toContain('7 天没有动静');
    // control: counted by the calendar it would have been quiet long before
    await house.db.autocommit`delete from absences`;
    later(-4 * 24);
    expect(await isQuiet()).toBe(true);
  });
});

describe('the return', () => {
  beforeEach(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    await house.say('/away 3d');
  });

  async function absence(): Promise<void> {
    await house.happen(says('请问龙井多少钱一斤？'), says('在吗'));
    later(1);
    await house.happen(anna('茶罐碎了，要退款'), mails('太差了，投诉你们'), order('paid'));
  }

  it('brings one list: urgent first, then the oldest, tickets, orders', async () => {
    await absence();
    await look();
    expect(await lists()).toEqual([]);
    later(24 * 3);
    await Promise.all([look(), look()]);
    later(1);
    await look();
    const [list, ...more] = await lists();
    expect(more).toEqual([]);
    expect(list?.lists?.map(({ title }) => title)).toEqual(['外出期间：3 位客户，4 条消息', '新售后', '订单']);
    expect(list?.lists?.[0]?.items.map(({ text }) => text)).toEqual([
      '❗ 投诉 · 李四：太差了，投诉你们',
      '张三：在吗',
      'Anna：茶罐碎了，要退款',
    ]);
    expect(list?.lists?.[1]?.items.map(({ text }) => text)).toEqual(['Anna · 茶罐碎了，要退款', '李四 · 询价']);
    expect(list?.lists?.[2]?.items[0]?.text).toBe('#paid · ¥1,280.00');
  });

  it('everybody in the list can be answered from it', async () => {
    await absence();
    const list = await house.say('/away off');
    const open = buttonsOf(list).filter(({ command }) => command.startsWith('/inbox v'));
    expect(open).toHaveLength(3);
    const card = await house.press('/inbox v1');
    expect(card).toMatchObject({ quote: '请问龙井多少钱一斤？\n在吗', about: '1' });
    await house.deliver();
    const row = (await house.outbox()).findLast((one) => one.conversationId === '1' && one.audience === 'owner')!;
    await house.type('一斤1280', { answers: [row.externalId!] });
    expect((await told()).at(-1)).toBe('一斤1280');
  });

  it('by command is told in the answer, and not again', async () => {
    await absence();
    expect((await house.say('/away 回来')).title).toBe('👋 欢迎回来');
    later(24 * 4);
    await look();
    expect(await lists()).toHaveLength(1);
    await house.happen(says('请问龙井多少钱一斤？'));
    expect(await shown()).toHaveLength(2);
  });

  it('counts an album and a changed message once, and shows the words as they are now', async () => {
    const photo = (name: string) => ({ album: 'a', attachments: [{ kind: 'photo' as const, ref: name }] });
    await house.happen(says('茶罐碎了，要退款', photo('1')), says('', photo('2')));
    const first = says('请问龙井多少钱', { chat: '3', from: { address: '3', name: '赵' } });
    await house.happen(first, {
      kind: 'message.edited',
      channel: 'telegram',
      chat: '3',
      from: first.from,
      externalId: first.externalId,
      text: '请问白茶多少钱',
      editedAt: house.now,
    });
    expect(await shown()).toEqual([]);
    const [list] = (await house.say('/away off')).lists!;
    expect(list?.title).toBe('外出期间：2 位客户，2 条消息');
    expect(list?.items.map(({ text }) => text)).toEqual(['张三：茶罐碎了，要退款', '赵：请问白茶多少钱']);
    expect((await house.cards()).filter(({ attachments }) => attachments)).toEqual([]);
  });

  it('after a time in which nobody wrote says so, once, and not what an earlier list said', async () => {
    await absence();
    await house.say('/away off');
    await house.say('/away 1d');
    later(25);
    await look();
    await look();
    expect((await lists()).map(({ text }) => text)).toEqual([undefined, '外出期间没有人找您。']);
  });

  it('of many is paged', async () => {
    const many = Array.from({ length: 11 }, (_, n) =>
      says('请问龙井多少钱一斤？', { chat: `9${n}`, from: { address: `9${n}`, name: `客户${n}` } }),
    );
    await house.happen(...many);
    const list = await house.say('/away off');
    expect(list.lists?.[0]?.items).toHaveLength(8);
    const next = await house.press('/away list 2');
    expect(next.lists?.[0]?.items.map(({ text }) => text)).toEqual([
      '客户8：请问龙井多少钱一斤？',
      '客户9：请问龙井多少钱一斤？',
      '客户10：请问龙井多少钱一斤？',
    ]);
  });

  it('has nothing Chinese in it for an English reader but what people wrote', async () => {
    await absence();
    const show = JSON.stringify(await house.rehearse('owner', '/away', { locale: 'en' }));
    const list = JSON.stringify(await house.rehearse('owner', '/away off', { locale: 'en' }));
    const ours = (show + list).replace(
      /您好.*?回复您。|小茶铺|张三|李四|在吗|茶罐碎了，要退款|太差了，投诉你们|询价/g,
      '',
    );
    expect(ours).not.toMatch(/[\p{Script=Han}：，。（）「」]/u);
  });
});
