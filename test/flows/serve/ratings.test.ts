import { beforeEach, describe, expect, it } from 'vitest';
import { askForRatings } from '../../../src/domain/desk/ratings/ask.ts';
import { telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ ratings: 'on' });
const says = (text: string, id = '1001', name = '张三', more: Parameters<typeof telegramMessage>[1] = {}) =>
  telegramMessage(text, {
    ...{ from: { address: id, name }, chat: id, externalId: `${id}:${text}`, sentAt: house.now },
    ...more,
  });

/** 张三 has ticket 1, which the owner has answered and resolved. */
beforeEach(
  house.startingWith(async () => {
    await house.happen(says('茶罐碎了，要退款'));
    await house.deliver();
    await house.say('/reply 张三 马上补发');
    await house.deliver();
    await house.say('/resolve 1');
  }),
);

const pass = async (minutes: number) => {
  house.now = new Date(house.now.getTime() + minutes * 60_000);
  await house.act(askForRatings);
};
const toCustomer = async () =>
  (await house.outbox())
    .filter(({ audience, payload }) => audience === 'customer' && payload.kind === 'message')
    .map(({ payload }) => (payload.kind === 'message' ? payload.reply : {}));
const asked = async () => (await toCustomer()).filter(({ text }) => text?.includes('满意吗'));
const rating = async () =>
  (await house.db
    .sql`select score, words, skipped, asked_at is not null as asked, rated_by as by from ratings order by id`) as {
    score: number | null;
    words: string;
    skipped: string | null;
    asked: boolean;
    by: string | null;
  }[];
const buttonOf = async (score: number) => {
  const [question] = await asked();
  return question!.buttons![0]!.find(({ label }) => label === String(score))!.id!;
};
const presses = async (score: number, chat = '1001') =>
  house.happen({
    ...{ kind: 'button.pressed' as const, channel: 'telegram' as const, chat, from: { address: chat, name: '张三' } },
    ...{ buttonId: await buttonOf(score), pressId: `p${score}${chat}${Math.floor(house.now.getTime())}` },
  });
const ticket = async () => (await house.db.sql`select state from tickets where id = 1`)[0]!.state;

describe('whoever had a ticket that is resolved is asked how they found it', () => {
  it('after some minutes, once, with a button for each score', async () => {
    await pass(9);
    expect(await asked()).toEqual([]);
    await pass(1);
    await pass(1);
    const questions = await asked();
    expect(questions).toHaveLength(1);
    expect(questions[0]!.text).toBe(
      '您好，这里是小茶铺。您对我们这次的服务满意吗？\n1 分很不满意，5 分非常满意，点一下就行。',
    );
    expect(questions[0]!.buttons![0]!.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5']);
  });

  it.each([
    ['', '2026-11-21T15:00:00Z', '2026-11-22T01:00:00Z'],
    ['纽约', '2026-11-21T04:00:00Z', '2026-11-21T14:00:00Z'],
  ])('in the morning of their own day, where it is night (%s)', async (city, resolved, asked_at) => {
    house.now = new Date(resolved);
    if (city) await house.say(`/city c1 ${city}`);
    await house.say('/ticket 1 重新打开');
    await house.say('/resolve 1');
    await pass(10);
    expect(await asked()).toEqual([]);
    house.now = new Date(new Date(asked_at).getTime() - 60_000);
    await pass(0);
    expect(await asked()).toEqual([]);
    await pass(1);
    expect(await asked()).toHaveLength(1);
  });

  it('not when the resolving is undone before', async () => {
    await house.say('/undo');
    await pass(10);
    expect(await asked()).toEqual([]);
    expect(await rating()).toEqual([]);
  });

  it('the resolving can be undone afterwards as well', async () => {
    await pass(10);
    expect((await house.say('/undo')).failed).toBeUndefined();
    expect(await ticket()).not.toBe('resolved');
  });

  it('not while they wait for another answer', async () => {
    await house.happen(says('绿茶多少钱一斤？'));
    await pass(10);
    expect(await asked()).toEqual([]);
    expect((await rating())[0]!.skipped).toBe('waiting');
  });

  it('at most once in so many days', async () => {
    await pass(10);
    await house.say('/ticket 张三 漏发一盒');
    await house.say('/resolve 2');
    await pass(10);
    expect(await asked()).toHaveLength(1);
    expect((await rating()).map(({ skipped }) => skipped)).toEqual([null, 'lately']);
  });

  it('not who is blocked, nor while it is off', async () => {
    await house.say('/settings ratings off');
    await pass(10);
    expect((await rating())[0]!.skipped).toBe('off');
  });
});

describe('an answer', () => {
  beforeEach(() => pass(10));

  it('by a button is kept, and they are thanked; a second tap the same says nothing', async () => {
    await presses(5);
    await presses(5);
    expect((await rating())[0]).toMatchObject({ score: 5, by: 'button' });
    expect((await toCustomer()).filter(({ text }) => text?.startsWith('谢谢'))).toHaveLength(1);
  });

  it('within a day another one takes its place, later none', async () => {
    await presses(4);
    await presses(3);
    expect((await rating())[0]!.score).toBe(3);
    await pass(25 * 60);
    await presses(5);
    expect((await rating())[0]!.score).toBe(3);
  });

  it('of somebody else in another chat counts for nothing', async () => {
    await presses(5, '2002');
    expect((await rating())[0]!.score).toBeNull();
  });

  it.each([
    ['/csat off', '/csat on'],
    ['/满意度 关', '/满意度 开'],
  ])('is asked for no more after %s, until %s or /undo', async (off, on) => {
    const set = async () => JSON.stringify((await house.state()).settings);
    const before = await set();
    await house.say(off);
    expect(await set()).not.toBe(before);
    await house.say('/undo');
    expect(await set()).toBe(before);
    await house.say(off);
    await house.say(on);
    expect(await set()).not.toContain('"off"');
  });

  it.each(['5', '五星', '👍', '很满意'])('by the words %s counts, and is no conversation to answer', async (words) => {
    const before = (await house.cards()).length;
    await house.happen(says(words));
    expect((await rating())[0]).toMatchObject({ score: 5, by: 'reply' });
    expect((await house.say('/inbox')).lists).toBeUndefined();
    expect((await house.cards()).length).toBe(before + 1);
  });

  it('that leaves open which is asked about once', async () => {
    await house.happen(says('10'));
    expect((await toCustomer()).at(-1)!.text).toContain('1 到 5');
    await house.happen(says('4'));
    expect((await rating())[0]!.score).toBe(4);
  });

  it('control: other words are a message as ever', async () => {
    await house.happen(says('2 盒龙井多少钱？'));
    expect((await rating())[0]!.score).toBeNull();
    expect((await house.say('/inbox')).lists).toHaveLength(1);
  });

  it('a low one opens the ticket again and is told at once, and the owner can take that back', async () => {
    await presses(1);
    expect(await ticket()).toBe('open');
    const card = (await house.cards()).find(({ title }) => title?.includes('只打了 1 分'))!;
    expect(card.text).toContain('重新打开');
    expect((await toCustomer()).at(-1)!.text).toContain('抱歉');
    await house.press(card.buttons!.flat().find(({ label }) => label === '撤销')!);
    expect(await ticket()).toBe('resolved');
    expect((await rating())[0]!.score).toBe(1);
  });

  it.each(['buttons', 'words'])(
    'a better one in its place is told, and the ticket is resolved again: by %s',
    async (by) => {
      await presses(1);
      if (by === 'buttons') await presses(5);
      else await house.happen(says('不好意思点错了，是5分'));
      expect((await rating())[0]!.score).toBe(5);
      expect(await ticket()).toBe('resolved');
      const card = (await house.cards()).find(({ title }) => title?.includes('把 1 分改成了 5 分'))!;
      expect(card.text).toContain('恢复为已解决');
      await house.press(card.buttons!.flat().find(({ label }) => label === '撤销')!);
      expect(await ticket()).toBe('open');
    },
  );

  it.each(['actually 2, it broke again', '其实2分，又坏了'])(
    'a worse one in its place opens the ticket: %s',
    async (words) => {
      await presses(5);
      await house.happen(says(words));
      expect((await rating())[0]).toMatchObject({ score: 2 });
      expect(await ticket()).toBe('open');
      expect((await house.cards()).map(({ title }) => title)).toContainEqual(
        expect.stringContaining('把 5 分改成了 2 分'),
      );
    },
  );

  it('control: what was done with the ticket since stays', async () => {
    await presses(1);
    await house.say('/snooze 1 明天');
    await presses(5);
    expect(await ticket()).toBe('snoozed');
  });

  it('what they write after it stands with it', async () => {
    await presses(2);
    await house.happen(says('等了三天才回'));
    expect((await rating())[0]!.words).toBe('等了三天才回');
  });
});

describe('by text', () => {
  const text = (words: string) =>
    says(words, '+8613800138000', '李四', {
      channel: 'sms',
      from: { address: '+8613800138000', name: '+8613800138000' },
    });

  it('they are asked for a digit, and one is enough', async () => {
    await house.happen(text('包裹少了一盒，怎么办？'));
    await house.say('/reply +8613800138000 马上补发');
    await house.deliver();
    await house.say('/resolve 2');
    house.now = new Date(house.now.getTime() + 600_000);
    await house.act((ctx) => askForRatings({ ...ctx, channels: [{ name: 'sms', on: true }] }));
    const [question] = (await asked()).filter(({ text: words }) => words?.includes('直接回复'));
    expect(question!.buttons).toBeUndefined();
    await pass(1);
    await house.happen(text('4'));
    expect((await rating())[1]).toMatchObject({ score: 4, by: 'reply' });
  });
});
