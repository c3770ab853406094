import { beforeEach, describe, expect, it } from 'vitest';
import { Pace } from '../../../src/delivery/pace.ts';
import { claim } from '../../../src/delivery/worker.ts';
import { recall } from '../../../src/domain/undo/recall.ts';
import type { Sender } from '../../../src/outbox/message.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ undoSend: 45 });
beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('请问龙井多少钱一斤？'), telegramMessage('茶罐碎了，要退款'));
    await house.deliver();
  }),
);

const answers = async () => (await house.outbox()).filter((row) => row.audience === 'customer');
const states = async () => (await answers()).map((row) => row.state);
const onCard = async (text: string) => {
  const card = (await house.outbox()).find((row) => row.conversationId && row.audience === 'owner')!;
  await house.type(text, { answers: [card.externalId!] });
  return (await house.cards()).at(-1)!;
};
/** Its time is over. */
const holdOver = () =>
  house.db.autocommit`update outbox set run_at = now() where state = 'queued' and audience = 'customer'`;

describe('an answer', () => {
  it('is held for as long as the setting says, and one line offers to cancel it', async () => {
    const line = await onCard('一斤 ¥1280');
    expect(line.text).toBe('→ 45 秒后发给 王小明（Telegram）');
    expect(buttonsOf(line).map(({ label }) => label)).toEqual(['取消']);
    const [row] = await house.db.sql<{ seconds: number }>`
      select extract(epoch from run_at - created_at)::float as seconds from outbox where audience = 'customer'`;
    expect(row!.seconds).toBe(45);
    await house.deliver();
    expect(await states()).toEqual(['queued']);
  });

  it('leaves by itself when nobody cancels it, with its receipt', async () => {
    await onCard('一斤 ¥1280');
    await holdOver();
    await house.deliver();
    expect(await states()).toEqual(['sent']);
    expect((await house.cards()).at(-1)?.text).toBe('✓ 已发给 王小明（Telegram） · 12:00');
  });

  it('that was cancelled is what an undo right behind it means: nothing older is taken back unasked', async () => {
    await house.say('/settings name 茶铺');
    await house.say('/note c1 爱喝浓茶');
    await onCard('一斤 ¥1280');
    await house.say('/cancel');
    const before = await house.state();
    await house.type('/undo');
    const asked = (await house.cards()).at(-1)!;
    expect(asked).toMatchObject({ failed: true, quote: '一斤 ¥1280' });
    expect(await house.state()).toEqual(before);
    const [again, older] = buttonsOf(asked);
    expect([again?.label, older?.command]).toEqual(['还是发出去', expect.stringMatching(/^\/undo \d+$/)]);
    await house.press(again!);
    expect((await answers()).at(-1)).toMatchObject({ state: 'queued' });
    await house.type('/undo');
    expect((await house.cards()).at(-1)?.text).toContain('已撤销：/回复');
  });

  it('keeps its place before the next one', async () => {
    await onCard('第一句');
    await house.say('/settings undo-send 0');
    await onCard('第二句');
    await house.deliver();
    expect(await states()).toEqual(['queued', 'queued']);
    await holdOver();
    await house.deliver();
    expect(await states()).toEqual(['sent', 'sent']);
  });

  it.each(['/settings undo-send 0', '/设置 撤回时间 0秒'])('leaves at once after %s', async (text) => {
    expect((await house.say(text)).fields?.map(({ value }) => value)).toContain('0');
    await onCard('一斤 ¥1280');
    await house.deliver();
    expect(await states()).toEqual(['sent']);
  });

  it.each(['-1', '61', '5.5', 'later'])('cannot be held for %s', async (value) => {
    expect(await house.say(`/settings undo-send ${value}`)).toMatchObject({ failed: true });
  });
});

describe('cancelled', () => {
  it.each(['card', 'command'])('by the button it never leaves, and everything is as before (%s)', async (way) => {
    const before = await house.state();
    if (way === 'card') await onCard('一斤 ¥1280');
    else await house.type('/reply c1 一斤 ¥1280');
    expect(await house.press('取消')).toMatchObject({ text: '✓ 没有发给 王小明。', quote: '一斤 ¥1280' });
    expect(await house.state()).toEqual(before);
    await holdOver();
    await house.deliver();
    expect(await states()).toEqual(['cancelled']);
    const [entry] = await house.db.sql`select command, undone_at from journal order by id`;
    expect(entry).toMatchObject({ command: expect.stringContaining('/reply'), undone_at: expect.any(Date) });
  });

  it('by typing, the last one first', async () => {
    await onCard('第一句');
    await onCard('第二句');
    await house.type('/取消');
    expect((await house.cards()).at(-1)?.quote).toBe('第二句');
    expect(await states()).toEqual(['queued', 'cancelled']);
    await house.say('/cancel');
    expect(await states()).toEqual(['cancelled', 'cancelled']);
    expect(await house.say('/cancel')).toMatchObject({ failed: true, text: '没有等着发出的回复可以取消。' });
  });

  it('too late it says that it has left, and changes nothing', async () => {
    const [button] = buttonsOf(await onCard('一斤 ¥1280'));
    await holdOver();
    await house.deliver();
    const before = await house.state();
    expect(await house.press(button!)).toMatchObject({
      failed: true,
      text: '给 王小明 的回复「一斤 ¥1280」已经发出，收不回来了。',
    });
    expect(await house.state()).toEqual(before);
    expect(await states()).toEqual(['sent']);
  });

  it('twice nothing more is said than in passing', async () => {
    const [button] = buttonsOf(await onCard('一斤 ¥1280'));
    await house.press('取消');
    const before = (await house.cards()).length;
    expect((await house.press(button!)).text).toBe('这条回复没有发出去。');
    expect(await house.cards()).toHaveLength(before);
  });

  it('it goes even when what it changed was changed since: the ticket stays resolved, the customer waits', async () => {
    await onCard('一斤 ¥1280');
    await house.say('/resolve 1');
    await house.press('取消');
    expect(await states()).toEqual(['cancelled']);
    expect(await house.db.sql`select state from tickets`).toEqual([{ state: 'resolved' }]);
    expect(await house.db.sql`select from messages where direction = 'out'`).toHaveLength(0);
    expect(await house.db.sql`select from conversations where waiting_since is not null`).toHaveLength(1);
  });

  it('never reaches a message to the owner', async () => {
    const card = (await house.outbox())[0]!;
    expect(await house.say(`/cancel o${card.id}`)).toMatchObject({ failed: true });
  });
});

const telegram: Sender = { send: async () => ({ result: 'sent' }), deadlineMs: 1000, chatGapMs: 0, perSecond: 1000 };

/** Answers that were both handed to a sender and called back, when worker and owner reach for them at the same moment. */
async function contradictions(
  callBack: (outboxId: string, leaves: Promise<unknown>) => Promise<boolean>,
): Promise<number> {
  let count = 0;
  for (let round = 0; round < 12; round++) {
    await house.say(`/reply c1 第${round}句`);
    await holdOver();
    const id = (await answers()).at(-1)!.id;
    const leaves = claim({ db: house.db, senders: { telegram } }, new Pace(), 1);
    const [claimed, calledBack] = await Promise.all([leaves, callBack(id, leaves)]);
    if (claimed.length > 0 && calledBack) count += 1;
    await house.db.autocommit`update outbox set state = 'sent' where state in ('queued', 'sending')`;
  }
  return count;
}

describe('cancelling at the moment it leaves', () => {
  it('is either cancelled or sent, never both', async () => {
    const exact = (id: string) => house.act(async (ctx) => (await recall(ctx, id)).result === 'recalled');
    expect(await contradictions(exact)).toBe(0);
  });

  it('control: without asking whether it has left, some are both', async () => {
    const careless = async (id: string, leaves: Promise<unknown>) => {
      // it looked, it was still there, and meanwhile it leaves
      await house.db.sql`select from outbox where id = ${id} and state = 'queued'`;
      await leaves;
      await house.db.autocommit`update outbox set state = 'cancelled' where id = ${id}`;
      return true;
    };
    expect(await contradictions(careless)).toBeGreaterThan(0);
  });
});
