import { beforeEach, describe, expect, it } from 'vitest';
import { sendScheduled } from '../../../src/jobs/scheduled.ts';
import { buttonsOf, NOON, telegramMessage, testHouse } from '../../support/house.ts';

const HOUR = 3_600_000;

// what is scheduled was thought over: it is not held again
const house = await testHouse({ undoSend: 5 });
beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('请问龙井多少钱一斤？', { from: { address: '1001', name: '张三' } }));
    await house.deliver();
  }),
);

const answers = async () => (await house.outbox()).filter((row) => row.audience === 'customer');
const wake = (at: Date) => {
  house.now = at;
  return house.act(sendScheduled);
};
/** 2026-11-22 09:00 in Shanghai. */
const MORNING = new Date('2026-11-22T01:00:00Z');
const onCard = async (text: string) => {
  const card = (await house.outbox()).find((row) => row.conversationId && row.audience === 'owner')!;
  await house.type(text, { answers: [card.externalId!] });
  return (await house.cards()).at(-1)!;
};

describe('/later', () => {
  it.each([
    '/later 张三 明早9点 早上好，今天发货！',
    '/later 明早9点 张三 早上好，今天发货！',
    '/稍后发 c1 明天上午9点 早上好，今天发货！',
    '/later c1 tomorrow 9am 早上好，今天发货！',
  ])('%s says when and to whom, and sends nothing yet', async (text) => {
    const reply = await house.say(text);
    expect(reply).toMatchObject({ text: '⏰ 明天 09:00 发给 张三', quote: '早上好，今天发货！' });
    await wake(new Date(MORNING.getTime() - 1000));
    expect(await answers()).toEqual([]);
  });

  it('under a card needs no name, and keeps the words as they were typed', async () => {
    const reply = await onCard('/later 明早9点 张三您好：\n两行。');
    expect(reply).toMatchObject({ text: '⏰ 明天 09:00 发给 张三', quote: '张三您好：\n两行。' });
  });

  it.each(['早上好 明天9点', 'good morning tomorrow 9am', 'good morning, tomorrow at 9am'])(
    'asks whether a time behind the words is when they leave: %s',
    async (words) => {
      const asked = await house.say(`/later 张三 ${words}`);
      expect(asked.failed).toBe(true);
      const [first] = buttonsOf(asked);
      const reply = await house.say(first!.command);
      expect(reply).toMatchObject({
        text: '⏰ 明天 09:00 发给 张三',
        quote: expect.stringMatching(/^(?:早上好|good morning)$/),
      });
    },
  );

  it('does not take a time out of the words of the answer', async () => {
    expect(await house.say('/later 张三 我们明天9点见')).toMatchObject({ failed: true });
  });

  it.each([
    ['下午茶我请您', '茶我请您'],
    ['晚上8点发 茶到了', '发 茶到了'],
    ['9am tomorrow @London hello', 'hello'],
    ['明天（1530）送货', '送货'],
  ])('asks before “%s” leaves with a piece of its time for words', async (words, text) => {
    const asked = await house.say(`/later 张三 ${words}`);
    expect(asked.failed).toBe(true);
    expect(buttonsOf(asked)[0]!.command).toMatch(new RegExp(`^/later v\\d+ 20\\S+ \\d\\d:\\d\\d \\| ${text}$`));
    await wake(new Date(MORNING.getTime() + 9 * 24 * HOUR));
    expect(await answers()).toEqual([]);
  });

  it.each(['周一可以的', 'fri or sat hello', 'monday works for me', '明天9点不行', 'tomorrow 9am or 10am works'])(
    'asks before “%s”, which goes on from its time, leaves at all, and offers it whole',
    async (words) => {
      const asked = await house.say(`/later 张三 ${words}`);
      expect(asked.failed).toBe(true);
      expect(buttonsOf(asked).map(({ command }) => command)).toEqual([`/reply v1 ${words}`]);
    },
  );

  it.each([
    ['2026-12-24 09:00 +0000 你好', '12月24日 17:00'],
    ['9am Dec 24 Europe/London 你好', '12月24日 17:00'],
    ['9点（明天）你好', '明天 09:00'],
  ])('%s leaves at the hour that was said, without a word of it', async (words, when) => {
    const reply = await house.say(`/later 张三 ${words}`);
    expect(reply.text).toContain(when);
    expect(reply.quote).toBe('你好');
  });

  it('asks which of two people of one name, and the choice keeps time and words', async () => {
    await house.happen(telegramMessage('在吗', { chat: '8', from: { address: '8', name: '张三' } }));
    const asked = await house.say('/later 明早9点 张三 早上好');
    expect(
      buttonsOf(asked)
        .map(({ command }) => command)
        .sort(),
    ).toEqual(['/later c1 明早9点 早上好', '/later c2 明早9点 早上好']);
  });
});

describe('when its time has come', () => {
  beforeEach(() => onCard('/later 明早9点 早上好'));

  it('leaves at once and exactly once, however often and from wherever it is looked for', async () => {
    await wake(MORNING);
    await Promise.all([wake(MORNING), wake(MORNING), wake(new Date(MORNING.getTime() + HOUR))]);
    await house.deliver();
    expect(await answers()).toMatchObject([{ address: '1001', state: 'sent', payload: { reply: { text: '早上好' } } }]);
    expect((await house.cards()).at(-1)?.text).toBe('✓ 已发给 张三（Telegram）');
    expect((await house.say('/scheduled')).text).toBe('没有等着定时发出的回复。');
    expect((await house.db.sql`select waiting_since from conversations`)[0]!.waiting_since).toBeNull();
  });

  it('control: two who only read what is due would both send it', async () => {
    const read = () => house.db.sql`select id from scheduled_answers where sent_at is null and due_at <= ${MORNING}`;
    const [one, other] = await Promise.all([read(), read()]);
    expect(one.length + other.length).toBe(2);
  });

  it('hours too late it is not sent: the owner is asked once', async () => {
    const late = new Date(MORNING.getTime() + 7 * HOUR);
    await wake(late);
    await wake(late);
    expect(await answers()).toEqual([]);
    const asked = (await house.cards()).filter((card) => card.title?.startsWith('⏰ 没有发给 张三'));
    expect(asked).toHaveLength(1);
    await house.press('现在发');
    expect(await answers()).toHaveLength(1);
  });

  it('a customer who has blocked us meanwhile is told of', async () => {
    await house.happen({ kind: 'identity.blocked', channel: 'telegram', address: '1001', blocked: true } as never);
    await wake(MORNING);
    expect(await answers()).toEqual([]);
    expect((await house.cards()).at(-1)).toMatchObject({ failed: true, text: expect.stringContaining('张三') });
  });
});

describe('when its customer has written since', () => {
  const write = (text: string, more = {}) =>
    house.happen(telegramMessage(text, { from: { address: '1001', name: '张三' }, ...more }));
  const question = async () => (await house.cards()).findLast(({ title }) => title?.startsWith('⏰ 还没有发给 张三'))!;

  it('the card of what they wrote names it, with its hour and a button that cancels it, which undo takes back', async () => {
    await onCard('/later 明早9点 可以做，五百');
    await write('算了，不要了');
    const card = (await house.cards()).findLast(({ quote }) => quote?.endsWith('算了，不要了'))!;
    expect(card.fields).toContainEqual({ label: '⏰ 定时要发', value: '明天 09:00：可以做，五百' });
    expect(await house.press('取消 明天 09:00 那条')).toMatchObject({ text: '✓ 不会发给 张三 了。' });
    await house.press('撤销');
    await wake(MORNING);
    expect(await answers()).toEqual([]);
    expect(await question()).toMatchObject({ quote: '可以做，五百' });
  });

  it('of many the card names the next three, and leads to all', async () => {
    for (const hour of ['9', '10', '11', '12']) await house.say(`/later 张三 明早${hour}点 好的`);
    await write('算了，不要了');
    const buttons = buttonsOf((await house.cards()).findLast(({ quote }) => quote?.endsWith('算了，不要了'))!);
    expect(buttons.slice(0, 4).map(({ command }) => command)).toEqual([
      ...['/cancel s1', '/cancel s2', '/cancel s3', '/scheduled'],
    ]);
  });

  it.each([
    ['照发', ['可以做，五百']],
    ['取消', []],
  ])('it is held and asked about, once, and %s decides', async (button, sent) => {
    await onCard('/later 明早9点 可以做，五百');
    await write('算了，不要了');
    await wake(MORNING);
    await wake(new Date(MORNING.getTime() + HOUR));
    expect(await answers()).toEqual([]);
    expect(await question()).toMatchObject({
      quote: '可以做，五百',
      fields: [{ label: '对方说', value: '算了，不要了' }],
    });
    await house.press(button);
    expect((await answers()).map(({ payload }) => (payload.kind === 'message' ? payload.reply.text : ''))).toEqual(
      sent,
    );
  });

  it('other words for it are filled in with those it has, or said under the question', async () => {
    await onCard('/later 明早9点 可以做，五百');
    await write('算了，不要了');
    await wake(MORNING);
    const change = buttonsOf(await question()).find(({ label }) => label === '改一改');
    expect(change).toMatchObject({ command: '/reply v1 text:"可以做，五百"', form: true });
    await house.deliver();
    const row = (await house.outbox()).findLast(({ idempotencyKey }) => idempotencyKey.startsWith('scheduled:'))!;
    await house.type('好的，欢迎下次再来', { answers: [row.externalId!] });
    expect((await answers()).map(({ payload }) => (payload.kind === 'message' ? payload.reply.text : ''))).toEqual([
      '好的，欢迎下次再来',
    ]);
  });

  it('what they changed counts as written', async () => {
    house.now = new Date();
    await write('要两盒', { externalId: 'first' });
    await house.say('/later 张三 in 2 hours 两盒明天发');
    house.now = new Date(Date.now() + HOUR);
    await house.happen({
      kind: 'message.edited',
      channel: 'telegram',
      chat: '1001',
      externalId: 'first',
      from: { address: '1001', name: '张三' },
      text: '要三盒',
      editedAt: house.now,
    } as never);
    house.now = new Date(Date.now() + 2 * HOUR + 60_000);
    await house.act(sendScheduled);
    expect(await answers()).toEqual([]);
    expect((await question()).fields).toEqual([{ label: '对方说', value: '要三盒（已修改）' }]);
  });

  it('what they took back since is shown as taken back', async () => {
    house.now = new Date();
    await write('要两盒', { externalId: 'first' });
    await house.say('/later 张三 in 2 hours 两盒明天发');
    house.now = new Date(Date.now() + HOUR);
    const from = { address: '1001', name: '张三' };
    await house.happen({
      ...{
        kind: 'messages.withdrawn' as const,
        channel: 'telegram' as const,
        chat: '1001',
        from,
        externalIds: ['first'],
      },
    });
    house.now = new Date(Date.now() + 2 * HOUR + 60_000);
    await house.act(sendScheduled);
    expect(await answers()).toEqual([]);
    expect((await question()).fields).toEqual([{ label: '对方说', value: '要两盒（已撤回）' }]);
  });

  it('words of theirs in another chat count, too', async () => {
    await house.say('/修改 c1 +邮箱 zhang@example.com');
    await onCard('/later 明早9点 可以做，五百');
    await write('算了，不要了', {
      channel: 'email',
      chat: 'zhang@example.com',
      from: { address: 'zhang@example.com', name: '张三' },
    });
    expect(await house.db.sql`select distinct contact_id from conversations`).toHaveLength(1);
    await wake(MORNING);
    expect(await answers()).toEqual([]);
  });

  it('words of somebody else hold nothing', async () => {
    await onCard('/later 明早9点 可以做，五百');
    await write('在吗', { chat: '8', from: { address: '8', name: '李四' } });
    await wake(MORNING);
    expect(await answers()).toHaveLength(1);
  });
});

describe('what is to be sent later', () => {
  it('is listed, soonest first, each with its cancel button', async () => {
    await house.say('/later 张三 后天9点 第二句');
    await house.say('/later 张三 明早9点 第一句');
    await house.type('/scheduled');
    const { items } = (await house.cards()).at(-1)!.lists![0]!;
    expect(items.map(({ text, detail }) => `${text} ${detail}`)).toEqual([
      '张三：第一句 明天 09:00',
      '张三：第二句 后天 09:00',
    ]);
    expect(await house.press(items[0]!.buttons![0]!.command)).toMatchObject({
      text: '✓ 不会发给 张三 了。',
      quote: '第一句',
    });
    await wake(MORNING);
    expect(await answers()).toEqual([]);
    expect((await house.say('/定时列表')).lists![0]!.items).toHaveLength(1);
  });

  it('cancelled comes back by undo, and leaves', async () => {
    await onCard('/later 明早9点 早上好');
    const before = await house.state();
    await house.press('取消');
    await house.press('撤销');
    expect(await house.state()).toEqual(before);
    await wake(MORNING);
    expect(await answers()).toHaveLength(1);
  });

  it.each(['sent', 'cancelled'])('cannot be cancelled when it is %s', async (end) => {
    await onCard('/later 明早9点 早上好');
    if (end === 'sent') await wake(MORNING);
    else await house.say('/cancel s1');
    expect(await house.say('/cancel s1')).toMatchObject({ failed: true, text: '这条回复已经发出，或已经取消过了。' });
  });

  it('taken back by undo is gone', async () => {
    house.now = NOON;
    const before = await house.state();
    await house.say('/later 张三 明早9点 早上好');
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });
});

describe('/later with words that only look like a time', () => {
  it.each([
    '/later 张三 1/2 hour hello',
    '/later 张三 3/4小时 你好',
    '/later 张三 24/7 support',
    '/later 张三 31 Nov 9am hello',
  ])('%s sends nothing at a time nobody has said', async (text) => {
    const reply = await house.say(text);
    expect(reply.failed).toBe(true);
    expect(await house.db.sql`select from scheduled_answers`).toHaveLength(0);
  });

  it.each([
    ['in 1/2 hour', 0.5],
    ['1/2小时后', 0.5],
    ['in 3/4 hour', 0.75],
    ['in 1 1/2 hours', 1.5],
    ['1½小时后', 1.5],
  ])('%s is a part of an hour', async (said, hours) => {
    await house.say(`/later 张三 ${said} hello`);
    const [row] = await house.db.sql<{
      dueAt: Date;
      text: string;
    }>`select due_at as "dueAt", text from scheduled_answers`;
    expect([(row!.dueAt.getTime() - house.now.getTime()) / HOUR, row!.text]).toEqual([hours, 'hello']);
  });

  it('asks before it sends at another time than one the clocks leave out', async () => {
    await house.say('/设置 时区 Europe/London');
    const reply = await house.say('/later 张三 28 March 2027 1:30am hello');
    expect(reply).toMatchObject({ failed: true, text: expect.stringContaining('夏令时') });
    expect(await house.db.sql`select from scheduled_answers`).toHaveLength(0);
    await house.say(buttonsOf(reply)[0]!.command);
    expect(await house.db.sql`select text from scheduled_answers`).toEqual([{ text: 'hello' }]);
  });
});
