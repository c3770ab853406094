import { beforeEach, describe, expect, it } from 'vitest';
import { sendInChat } from '../../../src/domain/campaigns/chat.ts';
import { unsubscribe } from '../../../src/domain/people/suppression.ts';
import { takeOptOut } from '../../../src/domain/talk/phone/opt_out.ts';
import { tendCampaigns } from '../../support/campaigns.ts';
import { telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const PEOPLE = 24;
/** So many are handed to the channel at once. */
const WAIT = 20;

const handOver = async (): Promise<void> => {
  await tendCampaigns(house);
  while (await house.act((ctx) => sendInChat(ctx, 'telegram', 1)));
};
const begin = async (id: number): Promise<void> => {
  await house.say(`/campaign new Spring tea to everybody\nSpring tea\nHello {{ first_name }}, number ${id}`);
  await house.say(`/campaign ${id} by telegram`);
  await house.say(`/campaign ${id} holdout 0`);
  const shown = await house.say(`/campaign ${id} send`);
  await house.say(`/campaign ${id} go ${/\d+/.exec(shown.title ?? '')?.[0]}`);
  await handOver();
};
beforeEach(
  house.startingWith(async () => {
    await house.db.autocommit`
      with p as (
        insert into contacts (name, search_keys, created_at)
        select 'Person ' || n, '{}', now() from generate_series(1, ${PEOPLE}) n returning id, substr(name, 8)::int as n
      ), i as (insert into contact_identities (contact_id, channel, address) select id, 'telegram', (2000 + n)::text from p)
      insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, confirmed_at)
      select id, 'telegram', (2000 + n)::text, 'newsletter', 'tok' || n, 'en', 'y', 't', now(), now() from p`;
    await begin(1);
  }),
);

const delivered = async (): Promise<string[]> => {
  const to: string[] = [];
  const round = () =>
    house.deliver((message) => {
      if (message.payload.kind === 'message' && message.payload.campaign) to.push(message.address);
      return { result: 'sent', externalId: `sent-${message.id}` };
    });
  await round();
  await handOver();
  await round();
  await tendCampaigns(house);
  return to.sort();
};
const states = async () =>
  Object.fromEntries(
    (
      await sql<{ state: string; count: number }>`
        select state || coalesce(':' || reason, '') as state, count(*)::int as count from campaign_deliveries
        where campaign_id = 1 group by 1 order by 1`
    ).map(({ state, count }) => [state, count]),
  );
const campaign = async (id = 1) =>
  (await sql<{ state: string }>`select state from campaigns where id = ${id}`)[0]!.state;

/** Persons 1 and 2, who both wait, are one. */
const merge = async (): Promise<void> => {
  const ids = (
    await sql<{ id: string }>`select id from contacts where name in ('Person 1', 'Person 2') order by id`
  ).map(({ id }) => id);
  const said = await house.say(`/merge c${ids[1]} c${ids[0]}`);
  expect(JSON.stringify(said)).toContain('is now part of');
};

describe('a message of a campaign that waits in a chat', () => {
  it('control: leaves when the channel is back', async () => {
    expect(await delivered()).toHaveLength(PEOPLE);
    expect(await campaign()).toBe('finished');
  });

  it('leaves once to whoever was two people while it waited, and not at all where they are stopped', async () => {
    await merge();
    const to = await delivered();
    expect(to).toHaveLength(PEOPLE - 1);
    expect(to.filter((one) => one === '2001' || one === '2002')).toHaveLength(1);
  });

  it('of whoever was two people does not leave when all is halted', async () => {
    await merge();
    await house.say('/stop');
    expect(await delivered()).toEqual([]);
  });

  it('does not leave to whoever has said no meanwhile, and is no message to them', async () => {
    const no = { channel: 'telegram', address: '2001', saidBy: 'person', source: 'page', now: house.now } as const;
    await house.act(({ tx }) => unsubscribe(tx, no));
    await house.happen(telegramMessage('退订', { chat: '2002', from: { address: '2002', name: 'Person 2' } }));
    await house.say('/unsubscribe Person 3');
    const to = await delivered();
    expect(to).toHaveLength(PEOPLE - 3);
    for (const address of ['2001', '2002', '2003']) expect(to).not.toContain(address);
    expect(await states()).toEqual({ sent: PEOPLE - 3, 'skipped:unsubscribed': 3 });
    const said = await sql`
      select from messages m join conversations v on v.id = m.conversation_id where v.address = '2001' and direction = 'out'`;
    expect(said).toHaveLength(0);
  });

  it('does not leave at night: it waits for their morning', async () => {
    house.now = new Date(house.now.getTime() + 15 * 3_600_000);
    expect(await delivered()).toEqual([]);
    expect(await states()).toEqual({ queued: PEOPLE });
    house.now = new Date(house.now.getTime() + 7 * 3_600_000);
    await handOver();
    expect(await delivered()).toHaveLength(PEOPLE);
  });

  it.each(['/stop', '/campaign 1 pause'])('does not leave after %s, and once when it goes on', async (halt) => {
    await house.say(halt);
    expect(await delivered()).toEqual([]);
    expect(await states()).toEqual({ queued: PEOPLE });
    await house.say('/campaign 1 resume');
    await handOver();
    expect(new Set(await delivered()).size).toBe(PEOPLE);
    expect(await states()).toEqual({ sent: PEOPLE });
  });

  it('does not leave after its campaign is cancelled', async () => {
    await house.say('/campaign 1 cancel');
    expect(await delivered()).toEqual([]);
    expect(await states()).toEqual({ queued: PEOPLE });
  });

  it.each([
    ['blocked', (nth: number) => house.say(`/block Person ${nth}`)],
    [
      'opted out',
      (nth: number) =>
        house.act((ctx) =>
          takeOptOut(ctx, {
            ...telegramMessage('STOP', { from: { address: String(2000 + nth), name: '' } }),
            optOut: 'stop',
          }),
        ),
    ],
  ])('is skipped once they are %s, and holds up nobody', async (_, keepBack: (nth: number) => Promise<unknown>) => {
    for (let nth = 1; nth <= WAIT; nth += 1) await keepBack(nth);
    expect(await delivered()).toHaveLength(PEOPLE - WAIT);
    expect(await states()).toEqual({ sent: PEOPLE - WAIT, 'skipped:blocked': WAIT });
    expect(await campaign()).toBe('finished');
  });
});
