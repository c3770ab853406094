import { beforeEach, expect, it } from 'vitest';
import { sendInChat } from '../../../../src/domain/campaigns/chat.ts';
import { fullToday, sentToday } from '../../../../src/domain/campaigns/today.ts';
import type { FailReason } from '../../../../src/outbox/message.ts';
import { tendCampaigns } from '../../../support/campaigns.ts';
import { testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const PEOPLE = 90;

beforeEach(
  house.startingWith(async () => {
    await house.db.autocommit`
      with p as (
        insert into contacts (name, search_keys, created_at)
        select 'Person ' || n, '{}', now() from generate_series(1, ${PEOPLE}) n returning id, substr(name, 8)::int as n
      ), i as (insert into contact_identities (contact_id, channel, address) select id, 'telegram', (2000 + n)::text from p)
      insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, confirmed_at)
      select id, 'telegram', (2000 + n)::text, 'newsletter', 'tok' || n, 'en', 'y', 't', now(), now() from p`;
    await house.say('/settings warm-up off');
    await house.say('/campaign new Spring tea to everybody\nSpring tea\nHello {{ first_name }}');
    await house.say('/campaign 1 by telegram');
    await house.say('/campaign 1 holdout 0');
  }),
);
const begin = async () => {
  expect((await house.say('/campaign 1 send')).title).toContain(`${PEOPLE} people`);
  expect((await house.say(`/campaign 1 go ${PEOPLE}`)).title).toContain('being prepared');
  await tendCampaigns(house);
};
const underWay = async () =>
  (await sql<{ count: number }>`select count(*)::int as count from campaign_deliveries where state = 'sending'`)[0]!
    .count;

it.each<[FailReason, string, number]>([
  ['no_such_address', 'bounces', 60],
  ['opted_out', 'bounces', 60],
  ['carrier', 'refused', 20],
])('too many that fail pause a campaign in a chat as they do by mail: %s', async (reason, paused, count) => {
  await begin();
  for (let nth = 0; nth < 5; nth += 1) {
    while (await house.act((ctx) => sendInChat(ctx, 'telegram', 7)));
    await house.deliver(({ payload }) =>
      payload.kind === 'message' && payload.campaign
        ? { result: 'failed', error: 'no', reason }
        : { result: 'sent', externalId: 'told' },
    );
    house.now = new Date(house.now.getTime() + 10_000);
    await tendCampaigns(house);
  }
  expect(await sql`select state, reason from campaigns`).toEqual([{ state: 'paused', reason: paused }]);
  const [left] = await sql`select count(*)::int as count from campaign_deliveries where state = 'failed'`;
  expect(left).toEqual({ count });
});

it('what has left today is asked of whom it left from', async () => {
  await house.say('/settings campaign-pace 0/4');
  await begin();
  while (await house.act((ctx) => sendInChat(ctx, 'telegram', 7)));
  expect(await house.act((ctx) => sentToday(ctx, 'telegram'))).toEqual({ nth: 1, sent: 4 });
  expect(await house.act((ctx) => fullToday(ctx, 'telegram'))).toBe(4);
});

it('several processes at once put no more under way than one does', async () => {
  await begin();
  await Promise.all([1, 2, 3, 4].map((instance) => house.act((ctx) => sendInChat(ctx, 'telegram', instance))));
  expect(await underWay()).toBe(20);
});
