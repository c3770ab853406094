import { beforeEach, describe, expect, it } from 'vitest';
import { addPeople, sendCampaigns, sink, tendSequences } from '../../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const LOOK = 6 * 60_000;
const HOUR = 3_600_000;

beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 30));
    await house.say('/segment new good #vip');
    await house.say('/sequence new Welcome when good\nWelcome\nHello.');
    await house.say('/sequence 1 about news');
    await house.say('/sequence 1 on');
    expect(await run(later(LOOK))).toEqual([]);
  }),
);

const later = (ms: number) => new Date(house.now.getTime() + ms);
async function run(at: Date = house.now): Promise<string[]> {
  house.now = at;
  const { way, to } = sink();
  await tendSequences(house);
  await sendCampaigns(house, way);
  return to();
}
const idOf = async (n: number) =>
  (await sql<{ id: string }>`select id from contacts where name = ${`Person ${n}`}`)[0]!.id;
const tag = async (n: number, name = 'vip') => house.say(`/tag c${await idOf(n)} #${name}`);
/** By the shop, not by a user. */
const tagAll = (numbers: number[], name = 'vip') =>
  house.act(
    ({ tx }) =>
      tx`update contacts set tags = array_append(tags, ${name}) where substr(name, 8)::int = any((select ${numbers}::int[])::int[])`,
  );
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, nth) => from + nth);
const lastCard = async () => (await house.cards()).at(-1)!;

describe('who comes to fit without having done anything waits for the owner', () => {
  it('as their segment is edited, and control: who is tagged afterwards begins', async () => {
    await tagAll([1, 2, 3], 'old');
    expect(await run(later(LOOK))).toEqual([]);
    await house.say('/segment edit good #old');
    expect(await run(later(LOOK))).toEqual([]);
    expect((await lastCard()).text).toContain('3 people have come to fit at once');
    await tag(4, 'old');
    expect(await run(later(LOOK))).toEqual(['p4@example.net']);
    const asked = await house.say('/sequence 1 also');
    expect(asked.text).toContain('3 people came before');
    await house.say(buttonsOf(asked)[0]!.command);
    expect(await run(later(60_000))).toEqual(['p1@example.net', 'p2@example.net', 'p3@example.net']);
  });

  it('by one act for many, and control: each by an act of their own', async () => {
    await tagAll([1, 2, 3], 'old');
    const asked = await house.say('/tagall #vip where #old');
    await house.say(buttonsOf(asked)[0]!.command);
    await tag(4);
    await tag(5);
    expect(await run(later(LOOK))).toEqual(['p4@example.net', 'p5@example.net']);
    expect((await lastCard()).text).toContain('3 people have come to fit at once');
  });

  it('by a file, be it of one line', async () => {
    await house.act(async ({ tx, now }) => {
      const [user] = await tx<{ id: string }>`select id from users limit 1`;
      const journal = (partOf: string | null) => tx<{ id: string }>`
          insert into journal (user_id, command, created_at, part_of) values (${user!.id}, '/import', ${now}, ${partOf}::bigint) returning id`;
      const [whole] = await journal(null);
      const [part] = await journal(whole!.id);
      await tx`
          insert into imports (user_id, file, state, position, rows, journal_id, created_at, changed_at, channel, address, told_key)
          values (${user!.id}, '{}', 'done', 1, 1, ${whole!.id}, ${now}, ${now}, 'telegram', '1', 'k')`;
      await tx`select set_config('crm.journal_id', ${part!.id}, true)`;
      await tx`update contacts set tags = '{vip}' where name = 'Person 1'`;
    });
    await tag(2);
    expect(await run(later(LOOK))).toEqual(['p2@example.net']);
    expect((await lastCard()).text).toContain('1 person');
  });

  it.each(['/tagall #winter where #vip', '/consentall news told me where #vip'])(
    'but for whoever was made to fit by an act of their own, whatever came over all of them behind it: %s',
    async (line) => {
      await tag(1);
      await tag(2);
      const asked = await house.say(line);
      await house.say(buttonsOf(asked)[0]!.command);
      expect(await run(later(LOOK))).toEqual(['p1@example.net', 'p2@example.net']);
    },
  );

  it('where they are more than its setting says, and control: as many as that', async () => {
    await tagAll(numbers(1, 21));
    expect(await run(later(LOOK))).toEqual([]);
    expect((await lastCard()).text).toContain('21 people have come to fit at once');
    await tagAll([22, 23]);
    expect(await run(later(LOOK))).toHaveLength(2);
    await house.say('/settings follow-ups-at-once 1');
    await tagAll([24, 25]);
    expect(await run(later(LOOK))).toEqual([]);
    expect((await lastCard()).text).toContain('2 people have come to fit at once');
  });

  it('while its owner had put it off, and control: while all was halted they begin', async () => {
    await house.say('/sequence 1 off');
    await tag(1);
    const on = await house.say('/sequence 1 on');
    expect(on.text).toContain('1 person came while it was off');
    expect(await run(later(LOOK))).toEqual([]);
    await house.say('/stop');
    await tag(2);
    house.now = later(HOUR);
    await house.say('/sequence 1 on');
    expect(await run(later(LOOK))).toEqual(['p2@example.net']);
  });

  it('as what begins it is said otherwise and that is undone, and who comes afterwards begins', async () => {
    await tagAll([3], 'old');
    await house.say('/sequence 1 when #old');
    await house.say('/undo');
    expect(await sql`select from sequences where start ->> 'filter' <> '#old'`).toHaveLength(1);
    expect(await run(later(LOOK))).toEqual([]);
    await tag(3, 'vip');
    expect(await run(later(LOOK))).toEqual(['p3@example.net']);
  });
});

it('a clock that was ahead for one look stops nobody from beginning', async () => {
  const then = house.now;
  house.now = later(365 * 24 * HOUR);
  await tendSequences(house);
  house.now = then;
  await tag(1);
  expect(await run(later(LOOK))).toEqual(['p1@example.net']);
});
