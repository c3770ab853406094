import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../../src/domain/event.ts';
import { offerOftenSaid } from '../../../../src/jobs/often_said.ts';
import { sendReady } from '../../../../src/jobs/ready.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse();
let nth = 0;
const says = (text: string, id = '1001', name = '张三', more: Partial<MessageReceived> = {}) =>
  telegramMessage(text, {
    ...{ from: { address: id, name }, chat: id, externalId: `x${++nth}`, sentAt: house.now },
    ...more,
  });
const anna = (text: string) => says(text, '2', 'Anna', { from: { address: '2', name: 'Anna', language: 'en' } });

beforeEach(
  house.startingWith(async () => {
    await house.happen(says('你好'), anna('Hello'));
    await house.say('/faq add 发货 多久发货|什么时候发货 → 下单后48小时内发出');
    await house.say('/c save 发货 en It leaves within 48 hours.');
    await house.say('/faq add 发货 when do you ship|how long does shipping take');
  }),
);

const pass = async (minutes: number) => {
  house.now = new Date(house.now.getTime() + minutes * 60_000);
  await house.act(sendReady);
};
const got = async () =>
  (await house.outbox())
    .filter(({ audience, payload }) => audience === 'customer' && payload.kind === 'message')
    .map(({ payload }) => (payload.kind === 'message' ? `${payload.itself ?? 'owner'}: ${payload.reply.text}` : ''));
/** The card that shows these words. */
const card = async (words: string) => (await house.cards()).findLast(({ quote }) => quote?.includes(words))!;
const letItself = async () => {
  const asked = await house.say('/faq itself 发货');
  return house.say(buttonsOf(asked)[0]!.command!);
};
/** So many transactions wait for a lock. */
const waits = async (count: number) => {
  for (let turn = 0; turn < 500; turn += 1) {
    const [row] = await house.db.sql<{ n: number }>`
      select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    if (row!.n >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('nobody waits');
};
/** They change the last thing that they wrote. */
const edits = (text: string, id = '1001', name = '张三') =>
  house.happen({
    ...{ kind: 'message.edited' as const, channel: 'telegram' as const, chat: id, from: { address: id, name } },
    ...{ externalId: `x${nth}`, text, editedAt: house.now },
  });
const order = async (number: string, contact: string, more = '') =>
  house.say(`/order ${contact} ${number} 白茶 ¥80 ${more}`);

describe('what is often asked', () => {
  it('is proposed on the card with its words, and a tap sends them in the language of the question', async () => {
    await house.happen(anna('How long does shipping take?'));
    expect((await card('How long')).fields).toContainEqual({
      label: '备好的回复',
      value: '发货 · It leaves within 48 hours.',
    });
    await house.press('回复：发货');
    expect(await got()).toEqual(['owner: It leaves within 48 hours.']);
    expect((await house.say('/faq 发货')).fields!.at(-1)!.value).toContain('备好 1 次，发出 1 次，改答 0 次');
  });

  it.each([
    ['/c save 发货 zh-CN 一年内发出', /改过了/],
    ['/faq add 发货 多久发货 → 一年内发出', /改过了/],
    ['/faq add 发货 你们几点开门', /改过了/],
    ['/c drop 发货', undefined],
  ])('is only proposed again once its words or questions are others than the owner let: %s', async (line, hint) => {
    await letItself();
    const said = await house.say(line);
    if (hint) expect(said.hint).toMatch(hint);
    await house.happen(says('多久发货？'));
    await pass(3);
    expect(await got()).toEqual([]);
    // an undo brings back the words, and with them that they may leave (control)
    await house.say('/undo');
    await house.happen(says('什么时候发货？', '77', '李四'));
    await pass(3);
    expect(await got()).toEqual(['faq: 下单后48小时内发出']);
  });

  it('leaves by itself only where that is switched on and the question is certainly this one, once a day to one person', async () => {
    await house.happen(says('多久发货？'));
    await pass(3);
    expect(await got()).toEqual([]);
    expect((await letItself()).text).toContain('自动发出');
    await house.happen(says('多久发货？'));
    expect((await card('多久')).fields!.map(({ label }) => label).join()).toContain('自动发出');
    await pass(2);
    expect(await got()).toEqual(['faq: 下单后48小时内发出']);
    await pass(60);
    await house.happen(says('请问什么时候发货'));
    await pass(3);
    expect(await got()).toHaveLength(1);
    await pass(25 * 60);
    await house.happen(says('请问多久发货'));
    await pass(3);
    expect(await got()).toHaveLength(2);
  });

  it.each([
    ...['茶罐碎了，我要投诉', '你们是骗子，我要去起诉', '别给我发自动回复', '不要机器人回复我', '转人工'],
    ...['机器人别回了', '烦死了别老自动回', '自动回复没用', 'this auto reply is useless'],
    ...['This is unacceptable, my cup arrived broken, I want to complain!', 'You are frauds. I will sue you.'],
    ...['please do not send me automatic replies', 'stop the robot', 'I want to talk to a human'],
  ])('nor to a person who has said before: %s', async (before) => {
    await letItself();
    await house.happen(says(before));
    for (const minutes of [1, 60]) {
      await pass(minutes);
      await house.happen(says('多久发货？'));
      expect((await card('多久')).fields?.map(({ label }) => label).join()).not.toContain('自动发出');
      await pass(3);
    }
    expect(await got()).toEqual([]);
    // control: somebody else gets it
    await house.happen(says('多久发货？', '77', '李四'));
    await pass(3);
    expect(await got()).toEqual(['faq: 下单后48小时内发出']);
  });

  it.each(['多久发货？运费多少钱？', '怎么还不发货？我要投诉', '你们不发货吗', '订单1042多久发货？'])(
    'never by itself where more is said: %s',
    async (text) => {
      await letItself();
      await house.happen(says(text), anna('When do you ship?'));
      await pass(5);
      // the other is the control
      expect(await got()).toEqual(['faq: It leaves within 48 hours.']);
    },
  );

  it('stays where they write on, and is proposed then', async () => {
    await letItself();
    await house.happen(says('多久发货？'));
    await house.happen(says('还有，茶罐碎了'));
    await pass(3);
    expect(await got()).toEqual([]);
    expect((await house.db.sql`select state, why from ready_answers`)[0]).toEqual({ state: 'proposed', why: 'more' });
  });

  it.each([
    ['多久发货呀？', ['faq: 下单后48小时内发出']],
    ['多久发货？我要投诉', []],
    ['谢谢', []],
    ['你们几点开门？', []],
  ])('is looked at again where they change what they wrote while it waits: %s', async (text, leaves) => {
    await letItself();
    await house.happen(says('多久发货？'));
    await house.deliver();
    await pass(1);
    await edits(text);
    await house.deliver();
    // the new words count from when they came
    await pass(1.5);
    expect(await got()).toEqual([]);
    await pass(1);
    expect(await got()).toEqual(leaves);
    const done = (await house.cards()).flatMap((one) => one.done ?? []).join();
    expect(done).toMatch(leaves.length > 0 ? /已自动回复/ : /没有自动发出.*对方(?:改了消息|有投诉)/);
  });

  it('an edit makes nothing leave that did not wait before; it is proposed on the card of the edit', async () => {
    await letItself();
    await house.happen(says('多久开门？'));
    await house.deliver();
    await edits('多久发货？');
    await house.deliver();
    await pass(3);
    expect(await got()).toEqual([]);
    await house.press('回复：发货');
    expect(await got()).toEqual(['owner: 下单后48小时内发出']);
  });

  it('what was told says what became of it, and an undo takes that back', async () => {
    await letItself();
    await house.happen(says('多久发货？'));
    await house.deliver();
    await house.say('/autoreply off');
    const told = await card('多久发货？');
    expect(told.done!.join()).toContain('没有自动发出');
    expect(buttonsOf(told).map(({ label }) => label)).not.toContain('我来答');
    await house.say('/undo');
    expect((await card('多久发货？')).done).toBeUndefined();
    expect(buttonsOf(await card('多久发货？')).map(({ label }) => label)).toContain('我来答');
    await pass(3);
    expect((await card('多久发货？')).done!.join()).toContain('已自动回复');
  });

  it('never leaves twice to one person a day, though three instances send at once over two channels', async () => {
    await letItself();
    await house.happen(
      says('多久发货？', '1001', '张三'),
      says('什么时候发货？', '2002', '李四'),
      says('请问多久发货', 'D3', '王五', { channel: 'slack', from: { address: 'U3', name: '王五' } }),
    );
    await house.say('/merge 张三 李四');
    await house.say('/merge 张三 王五');
    await house.db.autocommit`
      update ready_answers r set due_at = due_at + interval '10 minutes' * (
        select count(*) from ready_answers o where o.id < r.id and o.state = 'waiting'
      ) where state = 'waiting'`;
    const both: Promise<unknown>[] = [];
    // whoever decides waits for the lock on the person: so all have begun before one of them ends
    await house.db.transaction(async (tx) => {
      await tx`select from contacts order by id for update`;
      for (const minutes of [3, 10, 10]) {
        house.now = new Date(house.now.getTime() + minutes * 60_000);
        both.push(house.act(sendReady));
        await waits(both.length);
      }
    });
    await Promise.all(both);
    expect(await got()).toHaveLength(1);
    // the control: a day later they do
    await pass(25 * 60);
    await house.happen(says('请问多久发货'));
    await pass(3);
    expect(await got()).toHaveLength(2);
  });

  it('stays where its words have changed since they were shown', async () => {
    await letItself();
    await house.happen(says('多久发货？'));
    await house.say('/c 存 发货 zh 下单后72小时内发出');
    await pass(3);
    expect(await got()).toEqual([]);
  });

  it('taken over it counts as corrected, and with the rest it is off at once', async () => {
    await letItself();
    await house.happen(says('多久发货？'));
    await house.press('我来答');
    await pass(3);
    expect(await got()).toEqual([]);
    expect((await house.say('/faq 发货')).fields!.at(-1)!.value).toContain('改答 1 次');
    await house.happen(anna('When do you ship?'));
    await house.say('/autoreply off');
    await pass(3);
    expect(await got()).toEqual([]);
    expect((await house.say('/faq 发货')).fields!.at(-1)!.value).toContain('在卡片上备好');
  });

  it('is switched on by the owner alone, who has seen the words, and not where something is to be filled in', async () => {
    expect((await house.rehearse('helper', '/faq itself 发货')).failed).toBe(true);
    await house.say('/c 存 发货 zh {name}，48小时内发出');
    expect((await house.say('/faq itself 发货')).failed).toBe(true);
  });

  it('is dropped and undone with its questions and words', async () => {
    const before = await house.state();
    await house.say('/faq drop 发货');
    expect((await house.say('/faq')).text).toContain('还没有');
    await house.say('/undo');
    const { journal: _j, journal_changes: _c, ...after } = await house.state();
    const { journal: _k, journal_changes: _d, ...was } = before;
    expect(after).toEqual(was);
  });

  it('is offered once, when the owner has said the same three times to different people', async () => {
    for (const who of ['张三', 'Anna', '张三']) {
      await house.happen(who === 'Anna' ? anna('Do you gift-wrap?') : says('可以包礼盒吗'));
      await house.say(`/reply ${who} 可以的，礼盒免费包装，下单时备注就行`);
    }
    await house.act(offerOftenSaid);
    await house.act(offerOftenSaid);
    const offers = (await house.cards()).filter(({ text }) => text?.includes('三次'));
    expect(offers).toHaveLength(1);
    const made = await house.say(buttonsOf(offers[0]!)[0]!.command!);
    expect(made.fields![0]!.value).toContain('可以包礼盒吗');
  });
});

describe('whoever asks where their order is', () => {
  it('is proposed how it stands; of somebody else’s order nothing is told', async () => {
    await order('', '张三');
    await order('', 'Anna');
    await house.happen(says('订单 M-1 到哪了？'));
    expect((await card('M-1')).fields!.find(({ label }) => label === '备好的回复')!.value).toContain('订单 M-1');
    await house.press('回复订单情况');
    expect(await got()).toEqual([expect.stringContaining('owner: 订单 M-1')]);
    await house.happen(says('订单 M-2 到哪了？'));
    const other = JSON.stringify(await card('M-2'));
    expect(other).toContain('是 Anna 的订单');
    expect(other).not.toContain('备好的回复');
  });

  it('gets it by itself only where that is switched on and it is one order of theirs', async () => {
    await house.say('/order Anna white tea $30 paid');
    await house.happen(anna('Where is my order?'));
    await pass(3);
    expect(await got()).toEqual([]);
    await house.say('/autoreply orders on');
    await house.happen(anna('Any update on my order?'));
    await pass(3);
    expect(await got()).toEqual([expect.stringMatching(/^order: Order M-1: paid · being prepared/)]);
    await house.say('/order Anna green tea $20 paid');
    await house.happen(anna('Where is my order?'));
    await pass(3);
    expect(await got()).toHaveLength(1);
    const proposed = (await card('Where is my order?')).fields!.filter(({ label }) => label === '备好的回复');
    expect(proposed.at(-1)!.value).toContain('Order M-2');
  });

  it('a complaint is never answered so', async () => {
    await house.say('/order Anna white tea $30 paid');
    await house.say('/autoreply orders on');
    await house.happen(anna('Where is my order? It still has not arrived, this is unacceptable!'));
    await pass(3);
    expect(await got()).toEqual([]);
  });
});
