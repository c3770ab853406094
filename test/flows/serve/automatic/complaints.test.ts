import { beforeEach, describe, expect, it } from 'vitest';
import { tendTickets } from '../../../../src/jobs/clocks.ts';
import { telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse();
/** 张三 complains on a Friday afternoon. */
beforeEach(
  house.startingWith(async () => {
    house.now = new Date('2026-11-27T07:00:00Z');
    await house.happen(
      telegramMessage('我要投诉！茶罐碎了，太差劲了', {
        ...{ from: { address: '1001', name: '张三' }, chat: '1001', externalId: 'c1', sentAt: house.now },
      }),
    );
  }),
);

const tasks = async () =>
  (
    await house.db.sql<{ title: string; due: Date; asks: string; done: boolean }>`
    select title, due_at as due, complaint_asks as asks, done_at is not null as done from tasks order by id`
  ).map(({ title, due, asks, done }) => [title, due.toISOString().slice(0, 16), asks, done]);

describe('a complaint', () => {
  it('opens a ticket of its kind and one task for the next working morning', async () => {
    expect(await tasks()).toEqual([['张三的投诉解决了吗？（售后 1）', '2026-11-30T01:00', 'solved', false]]);
    await house.act(tendTickets);
    expect(await tasks()).toHaveLength(1);
  });

  it('once it is resolved, the task asks three days later how it is; undone, it is as it was', async () => {
    const before = await tasks();
    await house.say('/resolve 1');
    expect(await tasks()).toEqual([['投诉解决后，问问张三现在怎么样（售后 1）', '2026-11-30T01:00', 'how', false]]);
    await house.say('/undo');
    expect(await tasks()).toEqual(before);
    await house.say('/resolve 1');
    expect((await tasks())[0]![2]).toBe('how');
  });

  it('that is none after all has no task, and its undo brings it back', async () => {
    await house.say('/ticket 1 support');
    expect(await tasks()).toEqual([]);
    await house.say('/undo');
    expect(await tasks()).toHaveLength(1);
    await house.say('/ticket 1 support');
    await house.say('/ticket 1 complaint');
    expect(await tasks()).toHaveLength(1);
  });

  it.each([
    ['support', [], '我要投诉！到现在没人管', 'complaint', 1],
    ['support', ['/ticket 2 inquiry'], '我要投诉！到现在没人管', 'inquiry', 0],
    ['return', ['/ticket 2 return'], '我要投诉！到现在没人管', 'return', 0],
    ['support', [], '还是打不开，怎么办？', 'support', 0],
  ])('made of what was %s (after %j): %s', async (_, lines, said, kind, more) => {
    const from = { address: '1002', name: '李雷' };
    const says = (text: string, externalId: string) =>
      house.happen(telegramMessage(text, { from, chat: '1002', externalId, sentAt: house.now }));
    await says('你好，网站打不开了，怎么办？', 'o1');
    for (const line of lines) await house.say(line);
    await says(said, 'o2');
    expect(await house.db.sql`select kind from tickets where id > 1`).toEqual([{ kind }]);
    expect(await tasks()).toHaveLength(1 + more);
  });

  it('whose task was done asks all the same how it is, and then no more', async () => {
    await house.say('/done 1');
    await house.say('/resolve 1');
    expect(await tasks()).toEqual([expect.arrayContaining(['how', false])]);
    await house.say('/done 1');
    await house.act(tendTickets);
    expect(await tasks()).toEqual([expect.arrayContaining(['how', true])]);
  });

  it('is counted by its cause and month, and as open', async () => {
    await house.say('/ticket 1 cause 运输破损');
    const { lists, fields } = await house.say('/causes');
    expect(fields![0]!.value).toBe('未解决的投诉 1 张');
    expect(lists![0]!.items[0]).toMatchObject({
      text: '运输破损',
      detail: '共 1 张 · 未解决 1 · 2026-09 0 · 2026-10 0 · 2026-11 1',
    });
  });
});
