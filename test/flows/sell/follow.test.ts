import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { tellQuietLeads } from '../../../src/jobs/quiet_leads.ts';
import { sendReminders } from '../../../src/jobs/reminders.ts';
import { buttonsOf, NOON, telegramMessage, testHouse } from '../../support/house.ts';

const DAY_MS = 86_400_000;
const house = await testHouse({ locale: 'en', country: 'GB', currency: 'GBP' });
const { sql } = house.db;

beforeEach(
  house.startingWith(async () => {
    await house.say('/add Anna Lee');
    await house.say('/add Ben Fox');
    await house.say('/lead Anna Lee mugs £300');
    await house.say('/lead Ben Fox shop sign £1000');
  }),
);

const at = (days: number) => {
  house.now = new Date(NOON.getTime() + days * DAY_MS);
};
const steps = async () =>
  (
    await sql`
      select lead_id as lead, title, to_char(due_at at time zone 'Asia/Shanghai', 'DD HH24:MI') as due, done_at is not null as done
      from tasks order by id`
  ).map(({ lead, title, due, done }) => [lead, title, due, ...(done ? ['done'] : [])].join(' · '));
const listsOf = (reply: Reply) =>
  (reply.lists ?? []).map(({ title, items }) => [title, ...items.map(({ ref }) => ref)].join(' '));
const told = async (part: string) => (await house.cards()).filter((card) => JSON.stringify(card).includes(part));

describe('what is next of a lead', () => {
  it('is a task of it, is listed by when it is due, and a lead without one is listed as that', async () => {
    await house.say('/lead Ben Fox third one');
    await house.say('/lead Ben Fox fourth');
    const said = await house.say('/next 1 tomorrow 10am call about colours');
    expect(said.text).toMatch(/^⏭ #1 · Anna Lee · mugs · £300(\.00)?\n.*10:00.* · call about colours$/);
    await house.say('/next 2 in 3 weeks send the drawing');
    await house.say('/lead 3 next step measure the wall');
    const list = await house.say('/next');
    expect(listsOf(list)).toEqual([
      'Within 7 days (1) #1',
      'Later (1) #2',
      'No time set (1) #3',
      'No next step (1) #4',
    ]);
    expect(buttonsOf({ lists: [list.lists!.at(-1)!] }).map(({ label }) => label)).toEqual([
      ...['Tomorrow', 'In 3 days', 'Next week', 'Other …'],
    ]);
    at(9);
    expect(listsOf(await house.say('/next'))[0]).toBe('Overdue (1) #1');
    expect(listsOf(await house.say('/next none'))).toEqual([' #4']);
  });

  it('is put in the place of the one before, keeps its words with a new time alone, and is as before after an undo', async () => {
    await house.say('/next Anna Lee tomorrow 10am call');
    const before = await steps();
    const replaced = await house.say('/next 1 Friday send the sample');
    expect(replaced.text).toContain('It was: ');
    expect(replaced.text).toContain('call');
    await house.say('/undo');
    expect(await steps()).toEqual(before);
    await house.say('/next 1 Monday 9am');
    expect(await steps()).toEqual(['1 · call · 23 09:00']);
    await house.say('/undo');
    expect(await steps()).toEqual(before);
    expect((await house.say('/next 1 tomorrow 10am call')).text).toContain('That is next already');
  });

  it.each([
    ['/next 1 yesterday call', 'yesterday'],
    ['/next 1', 'What is next, and when?'],
    ['/next 1 every Monday until Easter call', 'repeat'],
  ])('is asked about and not planned by %s', async (line, says) => {
    const asked = await house.say(line);
    expect([asked.failed, JSON.stringify(asked).includes(says)]).toEqual([true, true]);
    expect(await steps()).toEqual([]);
  });

  it('that is said to be done is ended, whatever it is called, and what comes now is asked', async () => {
    await house.say('/next 1 tomorrow 10am call');
    const before = await steps();
    expect((await house.say('/next 1 done')).text).toContain('✓');
    expect((await steps()).at(-1)).toContain('call · ');
    expect((await steps()).at(-1)).toContain('done');
    await house.say('/undo');
    expect(await steps()).toEqual(before);
  });

  it('is done from its notice, and the following one is asked for at once', async () => {
    await house.say('/next 1 tomorrow 10am call');
    at(1);
    await house.act((ctx) => sendReminders(ctx));
    const [card] = await told('⏰ call');
    const done = await house.say(buttonsOf(card!).find(({ label }) => label === 'Done')!.command);
    expect(done.text).toContain('What is next for #1 · Anna Lee · mugs');
    expect(buttonsOf(done).map(({ label }) => label)).toEqual([
      ...['Tomorrow', 'In 3 days', 'Next week', 'Other …', 'Won', 'Lost', 'None', 'Undo'],
    ]);
    await house.say(buttonsOf(done)[0]!.command);
    expect(await steps()).toEqual(['1 · call · 22 10:00 · done', '1 · Follow up: mugs · 23 09:00']);
    await house.say('/undo');
    await house.say('/undo');
    expect(await steps()).toEqual(['1 · call · 22 10:00']);
    await house.say('/done 1');
    const left = await house.say('/next 1 none');
    expect(left.text).toContain('has no next step');
  });

  it('ends with the lead, comes back when that is taken back, and is not planned for a lead that is over', async () => {
    await house.say('/next 1 tomorrow 10am call');
    await house.say('/lost 1 too expensive');
    expect(await steps()).toEqual(['1 · call · 22 10:00 · done']);
    expect(buttonsOf(await house.say('/next 1 Friday call')).map(({ command }) => command)).toEqual(['/reopen 1']);
    await house.say('/undo');
    expect(await steps()).toEqual(['1 · call · 22 10:00']);
  });

  it.each([
    '/next 1 Friday send the sample',
    '/next 1 -',
    '/next 1 hush 1 week',
    '/done 1',
    '/won 1',
    '/lead 1 next step write',
  ])('is exactly as before when %s is taken back', async (line) => {
    await house.say('/next 1 tomorrow 10am call');
    const before = await house.state();
    await house.say(line);
    expect(await house.state()).not.toEqual(before);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it('goes where its lead goes, when two are joined and parted', async () => {
    await house.say('/next 2 tomorrow call');
    await house.say('/merge Anna Lee Ben Fox');
    const [both] =
      await sql`select l.contact_id as lead, k.contact_id as task from leads l join tasks k on k.lead_id = l.id`;
    expect(both!.lead).toBe(both!.task);
    await house.say('/undo');
    const [apart] =
      await sql`select l.contact_id as lead, k.contact_id as task from leads l join tasks k on k.lead_id = l.id`;
    expect([apart!.lead, apart!.task]).toEqual(['2', '2']);
  });

  it('that comes back is done for this time, and nothing else is asked for', async () => {
    await house.say('/next 1 every Monday 9am call');
    at(6);
    const done = await house.say('/done 1');
    expect(done.text).not.toContain('What is next');
    expect(await steps()).toEqual(['1 · call · 30 09:00']);
  });

  it('is missed in the digest, which names how many have none and the stalest', async () => {
    at(1);
    await house.say('/note Ben Fox wants it in blue');
    const list = (await house.say('/digest')).lists!.find(({ title }) => title === 'No next step (2)')!;
    expect(list.items.map(({ ref }) => ref)).toEqual(['#1']);
  });
});

describe('a lead that has gone quiet', () => {
  const tell = () => house.act((ctx) => tellQuietLeads(ctx));
  const cards = () => told('🧊');

  it('is told of once, together with the others, and again only after as many days', async () => {
    at(7);
    await tell();
    expect(await cards()).toEqual([]);
    at(8);
    await tell();
    await tell();
    const [card] = await cards();
    expect(card!.title).toBe('🧊 2 leads gone quiet');
    expect(
      buttonsOf(card!)
        .slice(0, 4)
        .map(({ label }) => label),
    ).toEqual([...['Write to Anna Lee', 'Snooze 1 week', 'Next step', 'Lost']]);
    for (const day of [9, 12, 15]) {
      at(day);
      await tell();
    }
    expect(await cards()).toHaveLength(1);
    at(16);
    await tell();
    expect(await cards()).toHaveLength(2);
  });

  it.each([
    ['a note was kept since', '/note Anna Lee likes green', 6],
    ['it has moved since', '/move 1 quoted', 6],
    ['something was done for them', '/done 1', 6],
    ['its next step lies ahead', '/next 1 in 3 weeks call', 1],
    ['it is hushed', '/next 1 hush 10 days', 1],
    ['its stage never is', '/stages new 0 days', 1],
    ['the owner is away', '/away 20 days', 1],
    ['they are blocked', '/block Anna Lee', 1],
  ])('is not told of where %s, and is where not', async (_, line, day) => {
    await house.say('/task Anna Lee look up the price');
    await house.say('/lost 2');
    at(day);
    const said = await house.say(line);
    expect(said.failed).toBeUndefined();
    at(8);
    await tell();
    expect(await cards()).toEqual([]);
    for (let nth = 0; nth < 4 && (await house.say('/undo')).failed !== true; nth++)
      if ((await sql`select from journal where undone_at is not null`).length > 0) break;
    at(9);
    await tell();
    expect((await cards()).map(({ title }) => title)).toEqual([
      expect.stringMatching(/^🧊 Gone quiet for \d+ days: #1 · Anna Lee · mugs/),
    ]);
  });

  it('is not where its customer has written since', async () => {
    await house.happen(
      telegramMessage('I want to buy twenty mugs, what is the price?', { from: { address: '7', name: 'Cleo' } }),
    );
    await house.say('/lost 1');
    await house.say('/lost 2');
    at(6);
    await house.happen(telegramMessage('hello?', { from: { address: '7', name: 'Cleo' }, sentAt: house.now }));
    at(8);
    await tell();
    expect(await cards()).toEqual([]);
    at(14);
    await tell();
    expect(await cards()).toHaveLength(1);
  });
});
