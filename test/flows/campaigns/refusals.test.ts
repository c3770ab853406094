import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { addPeople, sendCampaigns, sink } from '../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'zh-CN' });
const { sql } = house.db;
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 3));
    await house.say('/群发 新建 春茶 给 所有人\n新茶到了\n您好，新茶到了。');
    await house.say('/campaign 1 go 3');
    await sendCampaigns(house, sink().way);
  }),
);

const idTo = async (nth: number): Promise<string> =>
  (
    await sql<{ id: string }>`select message_id as id from campaign_deliveries where address = ${`p${nth}@example.net`}`
  )[0]!.id;
const answer = async (nth: number, text: string, more: Partial<MessageReceived> = {}): Promise<Reply> => {
  const address = `p${nth}@example.net`;
  await house.happen({
    ...{ kind: 'message.received', channel: 'email', chat: address, private: true, externalId: `<${text}@x>` },
    ...{ from: { address, name: '林小梅' }, text, subject: 'Re: 广告：新茶到了', attachments: [] },
    ...{ answers: [await idTo(nth)], sentAt: house.now, trust: 'verified', ...more },
  } as MessageReceived);
  return (await house.cards()).at(-1)!;
};
const noes = () => sql<{ at: Date }>`select at from suppressions where reason = 'unsubscribed' and lifted_at is null`;
const fields = (reply: Reply) => (reply.fields ?? []).map(({ label, value }) => `${label}: ${value}`);
const stops = (reply: Reply) => buttonsOf(reply).filter(({ command }) => command.startsWith('/unsubscribe'));
const replied = async () => fields(await house.say('/campaign 1')).find((one) => one.startsWith('响应率'));

describe('an answer to a campaign', () => {
  it('names on its card what it answers, and its lead is called by what they say', async () => {
    const card = await answer(1, '您好，\n\n龙井多少钱一斤？');
    expect(fields(card)).toContain('回应: 群发「春茶」');
    expect(await sql`select title from leads`).toEqual([{ title: '龙井多少钱一斤？' }]);
    expect(stops(card)).toHaveLength(0);
    expect(await replied()).toContain('1/3');
  });

  it('control: another mail of theirs names none', async () => {
    const card = await answer(1, '龙井多少钱一斤？', { answers: [], subject: '问一下' });
    expect(fields(card).join()).not.toContain('春茶');
    expect(await sql`select title from leads`).toEqual([{ title: '问一下' }]);
  });

  it.each([
    ...['别再发了，谢谢', 'Please take me off your list.\nThanks', 'Stop. Thank you', 'No thanks, stop', 'STOP please'],
    ...[
      'remove me',
      '退订 谢谢',
      '请退订，谢谢',
      '别再给我发邮件了',
      '请不要再给我发邮件了',
      'please stop sending me these',
    ],
    ...[
      'Unsubscribe\n\nBest regards\n林小梅',
      'Please unsubscribe me, I do not want this any more.',
      'Unsubscribe me please',
    ],
  ])('“%s” is a no: nothing more goes there', async (text) => {
    const card = await answer(1, text);
    expect(await noes()).not.toHaveLength(0);
    expect(fields(card).join()).toContain('不再给');
    expect(stops(card)).toHaveLength(0);
    expect(await replied()).toContain('0/3');
    // whoever said nothing of the kind still gets them
    expect((await house.say('/群发 新建 夏茶 给 所有人\n夏茶\n您好')).fields).toContainEqual({
      label: '能收到',
      value: '2 / 3',
    });
  });

  it.each(['不需要谢谢', 'No thanks', '别再发了。我上周买的茶呢？'])(
    'of “%s” the owner is asked, and it is no response',
    async (text) => {
      const card = await answer(1, text);
      expect(await noes()).toHaveLength(0);
      expect(fields(card).join()).toContain('资讯和优惠: 对方说不要：只是这次不要，还是以后都别发？');
      expect(stops(card)).toHaveLength(1);
      expect(await replied()).toContain('0/3');
    },
  );

  it('control: the same words as an answer to what the owner wrote refuse nothing', async () => {
    await answer(1, '龙井多少钱一斤？');
    house.now = new Date(house.now.getTime() + 60_000);
    await house.say('/reply c1 要寄样吗？');
    house.now = new Date(house.now.getTime() + 60_000);
    const card = await answer(1, '不需要谢谢');
    expect(stops(card)).toHaveLength(0);
    expect(fields(card).join()).not.toContain('春茶');
  });

  it('nothing is stopped by a sender whom nothing shows to be right: the owner is asked, of whoever got what it answers too', async () => {
    const card = await answer(1, '别再发了', { trust: 'unverified', answers: [await idTo(2)] });
    expect(await noes()).toHaveLength(0);
    expect(stops(card)).toHaveLength(2);
  });
});
