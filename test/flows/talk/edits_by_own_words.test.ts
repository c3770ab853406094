import { beforeEach, describe, expect, it } from 'vitest';
import { telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'zh-CN' });
const from = { address: '77', name: 'Dave' };
let nth = 0;

beforeEach(async () => {
  await house.reset();
});

const later = () => new Date(house.now.getTime() + ++nth * 10);
const says = (text: string, externalId: string) =>
  house.happen(telegramMessage(text, { from, chat: '77', externalId, sentAt: later() }));
const changes = (text: string, externalId: string) =>
  house.happen({
    ...{ kind: 'message.edited' as const, channel: 'telegram' as const, chat: '77', from, externalId, text },
    editedAt: later(),
  });
const withdraws = (externalId: string) =>
  house.happen({
    ...{
      kind: 'messages.withdrawn' as const,
      channel: 'telegram' as const,
      chat: '77',
      from,
      externalIds: [externalId],
    },
    withdrawnAt: later(),
  });
const open = async () => {
  const rows = await house.db.sql<{ what: string; title: string }>`
    select 'lead' as what, title from leads where closed_at is null
    union all select 'ticket', title from tickets where resolved_at is null order by 1, 2`;
  return rows.map(({ what, title }) => `${what}: ${title}`);
};

describe('an edit while something else is open', () => {
  it.each([
    ['要10盒白茶', '要100盒白茶', '我的包裹坏了，怎么办'],
    ['想订5斤', '想订50斤', '我的包裹坏了，怎么办'],
    ['I would like to order 5 tins', 'I would like to order 50 tins', 'My parcel arrived broken'],
  ])('is filed by its own words: %s → %s', async (before, after, trouble) => {
    await says(before, 'm1');
    await says(trouble, 'm2');
    expect(await open()).toEqual([`lead: ${before}`, `ticket: ${trouble}`]);
    await changes(after, 'm1');
    expect(await open()).toEqual([`lead: ${after}`, `ticket: ${trouble}`]);
    await withdraws('m2');
    expect(await open()).toEqual([`lead: ${after}`]);
  });

  it('goes on with what is open where its own words say nothing (control)', async () => {
    await says('我的包裹坏了，怎么办', 'm1');
    await says('就是那个', 'm2');
    await changes('就是那个啊，昨天的', 'm2');
    expect((await open()).filter((one) => one.startsWith('ticket'))).toEqual(['ticket: 我的包裹坏了，怎么办']);
  });
});

describe('what is withdrawn', () => {
  it('leaves the ticket that an edit of earlier words goes on with', async () => {
    await says('你好', 'm1');
    await says('我的包裹坏了，怎么办', 'm2');
    await changes('我的杯子也碎了，要求退款', 'm1');
    await withdraws('m2');
    expect((await open()).filter((one) => one.startsWith('ticket'))).toHaveLength(1);
  });
});
