import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { give, work } from '../../support/exchange/archives.ts';
import { testHouse } from '../../support/house.ts';

const house = await testHouse();
beforeEach(() => house.reset());

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/exchange/${name}`, import.meta.url));

/** Takes in a tool's file and gives who is there then, with their tags, addresses and notes. */
async function taken(name: string) {
  await (await give(house, fixture(name), name)).go();
  return house.db.sql`
    select c.name, c.city, c.tags,
      array(
        select channel || ':' || address from contact_identities where contact_id = c.id
        union all select channel || ':' || address || '?' from contact_signs where contact_id = c.id order by 1
      ) as addresses,
      (select string_agg(m.text, E'\n') from messages m join conversations v on v.id = m.conversation_id where v.contact_id = c.id) as note,
      (select string_agg(o.name || '=' || m.role, ', ') from memberships m join organizations o on o.id = m.organization_id where m.contact_id = c.id) as at
    from contacts c order by c.id`;
}

describe('the export of', () => {
  it('HubSpot’s contacts', async () => {
    expect(await taken('hubspot_contacts.csv')).toMatchObject([
      {
        name: 'Anna Smith',
        addresses: ['email:anna@example.com', 'phone:+442079460958'],
        at: 'Smith Design Ltd=',
        note: expect.stringContaining('Lead Status: OPEN'),
      },
      {
        name: '王伟',
        addresses: ['email:wang.wei@example.com'],
        note: expect.stringContaining('Non-marketing contact'),
      },
    ]);
  });

  it.each([
    ['Labels', '* myContacts', []],
    ['Group Membership', '* My Contacts', []],
    ['Labels', 'myContacts,starred', []],
    ['Labels', '* myContacts ::: Friends', ['Friends']],
    ['Tags', 'vip, starred guests', ['starred-guests', 'vip']],
  ])('Google’s people, without the labels of its own: %s %s', async (heading, labels, tags) => {
    const csv = `Name,E-mail 1 - Value,${heading}\nAnna Smith,anna@example.com,"${labels}"\n`;
    await (await give(house, Buffer.from(csv), 'google.csv')).go();
    expect(await house.db.sql`select tags from contacts`).toEqual([{ tags }]);
  });

  it('HubSpot’s companies, each a contact of its own name', async () => {
    expect(await taken('hubspot_companies.csv')).toMatchObject([
      { name: 'Smith Design Ltd', city: 'London', addresses: ['phone:+442079460958'] },
      { name: '=Evil GmbH', city: 'Berlin', addresses: [] },
    ]);
  });

  it('HubSpot’s deals, which are no people: none of it is taken, and why is said', async () => {
    const before = await house.db.sql`select count(*)::int as count from contacts`;
    const { shown } = await give(house, fixture('hubspot_deals.csv'), 'hubspot_deals.csv');
    expect(shown).toMatchObject({ failed: true, text: expect.stringContaining('交易清单') });
    expect(await house.db.sql`select count(*)::int as count from contacts`).toEqual(before);
  });

  it('Twenty’s people', async () => {
    expect(await taken('twenty_people.csv')).toMatchObject([
      { name: 'Lucie Martin', city: 'Lyon', note: expect.stringContaining('CEO') },
    ]);
  });

  it('EspoCRM’s leads, with who wants no mail', async () => {
    expect(await taken('espocrm_leads.csv')).toMatchObject([
      {
        name: 'Jane Doe',
        city: 'San Francisco',
        addresses: ['email:jane@example.org', 'phone:+14155552671'],
        note: expect.stringMatching(/Email Opt-Out: 1[\s\S]*Wants 20 boxes/),
      },
    ]);
  });

  it('Shopify’s customers, with what they agreed to', async () => {
    expect(await taken('shopify_customers.csv')).toMatchObject([
      {
        name: 'Li Hua',
        city: 'Vancouver',
        tags: ['tea-club', 'vip'],
        addresses: ['email:li.hua@example.com', 'phone:+16045550123'],
        note: expect.stringMatching(/Accepts Email Marketing: no[\s\S]*Accepts SMS Marketing: yes[\s\S]*Likes oolong/),
      },
    ]);
  });

  it('Google’s contacts', async () => {
    expect(await taken('google.csv')).toMatchObject([
      {
        name: 'Mary Ann Jones',
        city: 'Toronto',
        tags: ['Customers'],
        addresses: ['email:mary.j@example.com', 'email:mary@example.com', 'phone:+16045550188', 'phone:+16045550199'],
        note: expect.stringContaining('Met at the fair'),
      },
    ]);
  });

  it('Apple’s contacts', async () => {
    expect(await taken('apple.vcf')).toMatchObject([
      {
        name: '陈静',
        city: '杭州',
        addresses: ['email:chen.jing@example.com', 'phone:+8613800138000'],
        note: expect.stringContaining('喜欢白茶, 每月一次'),
      },
    ]);
  });

  it('a list that was copied out of WeChat', async () => {
    await house.say('/import\n小鱼 微信号: xiaoyu_88 13900139000\n老王（上海） vx:wang-2020');
    await work(house);
    await house.say('/import 1 go');
    await work(house);
    const people = await house.db.sql`
      select c.name, array(select address from contact_signs where contact_id = c.id and channel = 'wechat') as wechat
      from contacts c order by c.id`;
    expect(people).toEqual([
      { name: '小鱼', wechat: ['xiaoyu_88'] },
      { name: expect.stringContaining('老王'), wechat: ['wang-2020'] },
    ]);
  });
});
