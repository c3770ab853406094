import { beforeEach, describe, expect, it } from 'vitest';
import { wakeSnoozed } from '../../../src/jobs/snoozed.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse();
const says = (text: string) => telegramMessage(text, { from: { address: '1001', name: '张三' } });
/** 张三 waits, with ticket 1. */
beforeEach(
  house.startingWith(async () => {
    await house.happen(says('茶罐碎了，要退款'));
    await house.deliver();
  }),
);

/** 2026-11-22 09:00 in Shanghai. */
const MORNING = new Date('2026-11-22T01:00:00Z');
const wake = (at: Date) => {
  house.now = at;
  return house.act(wakeSnoozed);
};
const ticketState = async () => (await house.db.sql`select state, snoozed_until as until from tickets`)[0];
const inbox = async () => (await house.say('/inbox')).lists?.[0]?.items.length ?? 0;
const digest = async () => JSON.stringify(await house.say('/digest'));
const awake = async () => (await house.cards()).filter((card) => card.title?.startsWith('⏰'));
const onCard = async (text: string) => {
  const card = (await house.outbox()).find((row) => row.conversationId && row.audience === 'owner')!;
  await house.type(text, { answers: [card.externalId!] });
  return (await house.cards()).at(-1)!;
};

describe('a snoozed ticket', () => {
  it.each(['/snooze 1 明天', '/暂缓 1 明天9点', '/snooze 1 tomorrow 9am', '/snooze 明天9点 1'])('%s', async (text) => {
    expect((await house.say(text)).text).toBe('💤 #1 · 张三 · 茶罐碎了，要退款：明天 09:00 再提醒');
    expect(await ticketState()).toEqual({ state: 'snoozed', until: MORNING });
  });

  it('is in no digest, and last in the list, until its time; then on the desk again, once', async () => {
    await house.say('/snooze 1 明天9点');
    await house.say('/ticket 张三 漏发一盒');
    expect(await digest()).not.toContain('/resolve 1"');
    expect((await house.say('/tickets')).lists![0]!.items.map(({ ref }) => ref)).toEqual(['#2', '#1']);
    await wake(new Date(MORNING.getTime() - 1000));
    expect(await awake()).toEqual([]);
    await wake(MORNING);
    await Promise.all([wake(MORNING), wake(new Date(MORNING.getTime() + 60_000))]);
    const cards = await awake();
    expect(cards).toHaveLength(1);
    expect(cards[0]!.title).toBe('⏰ #1 · 张三 · 茶罐碎了，要退款');
    expect(await ticketState()).toEqual({ state: 'open', until: null });
    expect((await house.press('/resolve 1')).text).toContain('已解决');
  });

  it('wakes when the customer writes', async () => {
    await house.say('/snooze 1 明天9点');
    await house.happen(says('怎么样了？'));
    expect(await ticketState()).toEqual({ state: 'open', until: null });
    await wake(MORNING);
    expect(await awake()).toEqual([]);
  });

  it('is snoozed by a button of the list, and again from its reminder', async () => {
    await house.type('/tickets');
    await house.press('明天再说');
    expect(await ticketState()).toMatchObject({ state: 'snoozed' });
    await wake(MORNING);
    await house.press('一小时后再说');
    expect(await ticketState()).toEqual({ state: 'snoozed', until: new Date(MORNING.getTime() + 3_600_000) });
  });

  it('that is resolved cannot be snoozed', async () => {
    await house.say('/resolve 1');
    expect(await house.say('/snooze 1 明天')).toMatchObject({ failed: true });
    expect(await house.say('/snooze 99 明天')).toMatchObject({ failed: true });
  });
});

describe('a snoozed conversation', () => {
  it.each(['/snooze 明天9点', '/snooze 3 天后'])('is the card’s when nobody is named: %s', async (text) => {
    expect((await onCard(text)).text).toMatch(/^💤 张三：/);
    expect(await inbox()).toBe(0);
    expect(await digest()).not.toContain('已等');
    expect(await ticketState()).toMatchObject({ state: 'open' });
  });

  it('comes back at its time as a card that can be answered, and the customer has waited all the while', async () => {
    const [before] = await house.db.sql`select waiting_since from conversations`;
    await house.say('/snooze 张三 明天9点');
    await wake(MORNING);
    const [card] = await awake();
    expect(card).toMatchObject({ title: '⏰ 💬 张三 · Telegram', quote: '茶罐碎了，要退款' });
    expect(buttonsOf(card!).map(({ command }) => command)).toContain('/answered v1');
    expect(await inbox()).toBe(1);
    expect(await house.db.sql`select waiting_since from conversations`).toEqual([before]);
    await wake(new Date(MORNING.getTime() + 60_000));
    expect(await awake()).toHaveLength(1);
    await house.deliver();
    const row = (await house.outbox()).findLast(({ idempotencyKey }) => idempotencyKey.startsWith('awake:'))!;
    await house.type('今天补发', { answers: [row.externalId!] });
    expect(await inbox()).toBe(0);
  });

  it('comes back as soon as the customer writes', async () => {
    await onCard('/snooze 明天9点');
    await house.happen(says('在吗？'));
    expect(await inbox()).toBe(1);
    await wake(MORNING);
    expect(await awake()).toEqual([]);
  });

  it('is snoozed by a button of its card and of the inbox, and shows who is next', async () => {
    await house.press('明天再说');
    expect(await inbox()).toBe(0);
    await house.happen(
      says('在吗？'),
      telegramMessage('有货吗？', { chat: '8', from: { address: '8', name: '李四' } }),
    );
    await house.type('/inbox');
    const reply = await house.press('/snooze v1 明天9点');
    expect(buttonsOf(reply).map(({ command }) => command)).toContainEqual(expect.stringMatching(/^\/inbox v\d/));
  });

  it('is taken back by undo', async () => {
    const before = await house.state();
    await onCard('/snooze 明天9点');
    await house.type('/undo');
    expect(await house.state()).toEqual(before);
  });
});

it('of whoever has written nothing, nothing waits: a reminder of them is one tap away', async () => {
  await house.say('/add Otto Weber 13912340000');
  const [otto] = await house.db.sql<{ id: string }>`select id from contacts where name = 'Otto Weber'`;
  const reply = await house.say('/snooze Otto Weber 2026-12-07 10:00');
  expect(reply.failed).toBe(true);
  const [first] = buttonsOf(reply);
  expect(first!.command).toMatch(new RegExp(`^/task c${otto!.id} 2026-12-07 10:00 .*Otto Weber$`, 'u'));
  await house.say(first!.command);
  const [task] = await house.db.sql<{ contactId: string; dueAt: Date }>`
    select contact_id as "contactId", due_at as "dueAt" from tasks order by id desc limit 1`;
  expect(task).toMatchObject({ contactId: otto!.id });
  expect(task!.dueAt).not.toBeNull();
});
