import { beforeEach, describe, expect, it } from 'vitest';
import { addPeople, sendCampaigns, sink, tendCampaigns, tendSequences } from '../../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 3));
    await house.say('/sequence new Course when #course\nL1\nHello.');
    for (const line of ['add 3 days\nL2\nHello.', 'about news', 'on']) await house.say(`/sequence 1 ${line}`);
    await run(6 * 60_000);
  }),
);

async function run(ms = 0): Promise<string[]> {
  house.now = new Date(house.now.getTime() + ms);
  const { way, mails } = sink();
  await tendSequences(house);
  await tendCampaigns(house);
  await sendCampaigns(house, way);
  return mails.map(({ to, subject }) => `${to[1]} ${subject}`).sort();
}
async function through(days: number): Promise<string[]> {
  const left: string[] = [];
  for (let nth = 0; nth < days * 2; nth += 1) left.push(...(await run(DAY / 2)));
  return left.sort();
}
const tag = (...nths: number[]) =>
  house.act(
    ({ tx }) =>
      tx`update contacts set tags = '{course}' where substr(name, 8)::int = any((select ${nths}::int[])::int[])`,
  );
const at = (time: string) => {
  house.now = new Date(time);
};

describe('a merge that is undone', () => {
  it.each([1, 4])('gives each of the two what they have not got (undone after %i days)', async (days) => {
    await tag(1, 2);
    expect(await run(6 * 60_000)).toEqual(['1 L1', '2 L1']);
    await house.say('/merge c2 c1');
    const amid = await through(days);
    await house.say('/undo');
    expect([...amid, ...(await through(6))].sort()).toEqual(['1 L2', '2 L2']);
  });

  it('control: one that stands gives the one person it once', async () => {
    await tag(1, 2);
    await run(6 * 60_000);
    await house.say('/merge c2 c1');
    expect(await through(8)).toHaveLength(1);
  });

  it('gives who was to get a campaign what waited for them', async () => {
    await house.say('/campaign new Tea to everybody\nTea\nHello.');
    await house.say('/campaign 1 holdout 0');
    await house.say('/campaign 1 go 3');
    await tendCampaigns(house);
    await house.say('/merge c1 c2');
    expect(await run()).toEqual(['1 Tea', '3 Tea']);
    await house.say('/undo');
    expect(await run(HOUR)).toEqual(['2 Tea']);
  });
});

describe('a deletion that is undone', () => {
  const remove = async () => house.say(buttonsOf(await house.say('/delete c1'))[0]!.command);

  it('lets what waited leave, and the next behind it', async () => {
    at('2026-11-21T14:00:00Z');
    await tag(1);
    expect(await run()).toEqual([]);
    await remove();
    await run(HOUR);
    await house.say('/undo');
    expect(await through(5)).toEqual(['1 L1', '1 L2']);
  });

  it('control: behind its time it is over', async () => {
    at('2026-11-21T14:00:00Z');
    await tag(1);
    await run();
    await remove();
    await run(10 * DAY);
    await house.say('/undo');
    expect(await run(HOUR)).not.toContain('1 L1');
  });
});

describe('an undo of what came before', () => {
  it('takes people back whom a follow-up has seen, and control: not whom it has written to', async () => {
    await house.say('/sequence 1 off');
    await house.say('/add New new@example.net #course');
    await house.say('/sequence 1 on');
    await run(6 * 60_000);
    const before = await sql`select from contacts`;
    await house.say('/sequence 1 off');
    const [entry] = await sql<{ id: string }>`select max(id) as id from journal where command like '/add New%'`;
    expect((await house.say(`/undo ${entry!.id}`)).failed).toBeUndefined();
    expect(await sql`select from contacts`).toHaveLength(before.length - 1);
    await house.say('/sequence 1 on');
    await house.say('/add Other other@example.net #course');
    await house.say('/consent Other news told me');
    await run(6 * 60_000);
    const [other] = await sql<{ id: string }>`select max(id) as id from journal where command like '/add Other%'`;
    expect((await house.say(`/undo ${other!.id}`)).failed).toBe(true);
  });

  it.each(['text 2 Other\nWords', 'after 2 5 days', 'drop 2', 'about service', 'name Lessons'])(
    'of a follow-up is one after it has looked: %s',
    async (line) => {
      const before = await sql`select steps, purpose, name from sequences`;
      await house.say(`/sequence 1 ${line}`);
      expect(await sql`select steps, purpose, name from sequences`).not.toEqual(before);
      await run(6 * 60_000);
      expect((await house.say('/undo')).failed).toBeUndefined();
      expect(await sql`select steps, purpose, name from sequences`).toEqual(before);
    },
  );

  it('lets those begin no more whom it let begin, but for what they have got', async () => {
    await house.say('/sequence 1 off');
    await tag(1, 2);
    await house.say('/sequence 1 on');
    await house.say('/sequence 1 also 2');
    await house.say('/undo');
    expect(await through(5)).toEqual([]);
    await house.say('/sequence 1 also 2');
    expect(await run(6 * 60_000)).toEqual(['1 L1', '2 L1']);
    expect((await house.say('/undo')).text).toContain('2 people had got something of it by then');
    expect(await through(5)).toEqual([]);
    expect((await house.say('/sequence 1 also')).text).not.toContain('2 people came before');
  });
});
