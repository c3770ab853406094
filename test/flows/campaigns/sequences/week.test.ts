import { beforeEach, describe, expect, it } from 'vitest';
import { addPeople, sendCampaigns, sink, tendCampaigns, tendSequences } from '../../../support/campaigns.ts';
import { testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const HOUR = 3_600_000;

beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 2));
    await house.say('/settings campaign-hours off');
  }),
);

const later = (ms: number) => new Date(house.now.getTime() + ms);
async function run(at: Date = house.now): Promise<string[]> {
  house.now = at;
  const { way, mails } = sink();
  await tendSequences(house);
  await tendCampaigns(house);
  await sendCampaigns(house, way);
  return mails.map(({ to, subject }) => `${to[1]} ${subject}`).sort();
}
/** What leaves in so many hours, looked at every six. */
async function hours(count: number): Promise<string[]> {
  const left: string[] = [];
  for (let nth = 0; nth < count; nth += 6) left.push(...(await run(later(Math.min(6, count - nth) * HOUR))));
  return left;
}
const tag = (n: number) =>
  house.act(({ tx }) => tx`update contacts set tags = array_append(tags, 'course') where name = ${`Person ${n}`}`);
async function followUp(id: number, name: string, more: string[] = []): Promise<void> {
  await house.say(`/sequence new ${name} when #course\n${name}\nHello.`);
  for (const lesson of more) await house.say(`/sequence ${id} add 1 day\n${lesson}\nHello.`);
  await house.say(`/sequence ${id} about news`);
  await house.say(`/sequence ${id} on`);
}

describe('of two campaigns a week', () => {
  it('a course of five lessons is one, and all of it arrives', async () => {
    await followUp(1, 'L1', ['L2', 'L3', 'L4', 'L5']);
    await tag(1);
    expect(await hours(4 * 24 + 12)).toEqual(['1 L1', '1 L2', '1 L3', '1 L4', '1 L5']);
    expect(JSON.stringify(await house.say('/sequence 1'))).toContain('1 person: got all steps');
  });

  it('a third follow-up waits for its turn, and where that does not come its owner is told', async () => {
    for (const [nth, name] of ['A', 'B', 'C'].entries()) await followUp(nth + 1, name);
    await tag(1);
    expect(await hours(66)).toEqual(['1 A', '1 B']);
    expect(await hours(24)).toEqual([]);
    expect((await house.cards()).at(-1)!.text).toContain('had had enough that week');
    expect(JSON.stringify(await house.say('/sequence 3'))).toContain('1 person: its time was over');
  });

  it('whoever begins with the same one each time anew has had enough as well', async () => {
    await house.say('/sequence new Again when any order\nL1\nHello.');
    for (const word of ['about news', 'again', 'on']) await house.say(`/sequence 1 ${word}`);
    await house.act(
      ({ tx }) => tx`insert into connections (id, provider, token) overriding system value values (1, 'shopify', 't')`,
    );
    const left: string[] = [];
    for (let nth = 0; nth < 5; nth += 1) {
      await house.act(
        ({ tx, now }) => tx`
          insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
          select 1, ${`o${nth}`}, id, ${`#${nth}`}, 'paid', 'USD', 1000, ${now}, ${now} from contacts where name = 'Person 1'`,
      );
      left.push(...(await hours(24)));
    }
    expect(left).toEqual(['1 L1', '1 L1']);
  });

  it('it has its turn as soon as the week has room', async () => {
    for (const [nth, name] of ['A', 'B', 'C'].entries()) await followUp(nth + 1, name);
    await tag(1);
    expect(await hours(24)).toEqual(['1 A', '1 B']);
    await house.say('/settings campaigns-a-week 3');
    expect(await hours(2)).toEqual(['1 C']);
  });
});

it.each(['service', 'news'])(
  'as %s it waits until its owner has said whether they want no more, and goes on',
  async (about) => {
    await followUp(1, 'Welcome', ['Lesson']);
    await house.say(`/sequence 1 about ${about}`);
    await tag(1);
    await tag(2);
    expect(await hours(1)).toEqual(['1 Welcome', '2 Welcome']);
    await house.act(
      ({ tx }) => tx`select suppress('email', 'p1@example.net', '{""}', 'undecided', 'machine', 'reply', ${house.now})`,
    );
    expect(await hours(6 * 24)).toEqual(['2 Lesson']);
    await house.act(({ tx }) => tx`update suppressions set lifted_at = ${house.now}`);
    expect(await hours(2)).toEqual(['1 Lesson']);
    expect(await sql`select ended from sequence_entries order by contact_id`).toEqual([
      { ended: 'done' },
      { ended: 'done' },
    ]);
  },
);
