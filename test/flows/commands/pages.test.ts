import { beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../../src/domain/commands/table.ts';
import { insertContact, refreshSearchKeys } from '../../../src/domain/people/contact.ts';
import { BY_USER } from '../../../src/domain/people/name.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { texts } from '../../../src/text/texts.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const t = texts('en');
beforeEach(() => house.reset());

const ids = ({ lists = [] }: Reply) => lists.flatMap(({ items }) => items.map(({ ref }) => ref));
const linesOf = ({ lists = [] }: Reply) => lists.flatMap(({ items }) => items.map(({ ref, text }) => `${ref} ${text}`));
/** Each page, from the first to where no button leads on. */
async function pagesOf(line: string): Promise<Reply[]> {
  const pages = [await house.say(line)];
  for (;;) {
    const next = buttonsOf(pages.at(-1)!).find(({ label }) => label === t.button.next);
    if (!next) return pages;
    pages.push(await house.say(next.command));
  }
}
const make = {
  '/leads': (count: number) => house.db.autocommit`
    insert into leads (contact_id, title, active_at) select 1, 'lead ' || n, now() from generate_series(1, ${count}) n`,
  '/tickets': (count: number) => house.db.autocommit`
    insert into tickets (contact_id, title) select 1, 'ticket ' || n from generate_series(1, ${count}) n`,
  '/tasks': (count: number) => house.db.autocommit`
    insert into tasks (title) select 'task ' || n from generate_series(1, ${count}) n`,
  '/inbox': (count: number) => house.db.autocommit`
    insert into conversations (contact_id, channel, address, waiting_since)
    select 1, 'telegram', n::text, now() from generate_series(1, ${count}) n`,
  '/unsent': (count: number) => house.db.autocommit`
    insert into outbox (channel, address, audience, idempotency_key, payload, state)
    select 'telegram', '7', 'customer', 'bad ' || n, '{"kind":"message","reply":{"text":"x"}}', 'failed'
    from generate_series(1, ${count}) n`,
  '/automatic': (count: number) => house.db.autocommit`
    insert into automatic_mails (address, kind, subject, external_id, event, received_at)
    select 'news@x.example', 'list', 'Sale ' || n, n::text, '{"text":"x","attachments":[]}', now() from generate_series(1, ${count}) n`,
  '/search oolong': async (count: number) => {
    await house.db
      .autocommit`insert into conversations (contact_id, channel, address) values (1, 'email', 'ann@x.example')`;
    await house.db.autocommit`
      insert into messages (conversation_id, direction, text, occurred_at)
      select (select max(id) from conversations), 'in', 'oolong ' || n, now() from generate_series(1, ${count}) n`;
  },
  '/c': (count: number) => house.db.autocommit`
    insert into canned_replies (name, locale, text) select 'word' || n, 'en', 'x' from generate_series(1, ${count}) n`,
  '/blocked': (count: number) => house.db.autocommit`
    insert into contacts (name, blocked_at) select 'Spammer ' || n, now() from generate_series(1, ${count}) n`,
  '/scheduled': async (count: number) => {
    await house.db
      .autocommit`insert into conversations (contact_id, channel, address) values (1, 'email', 'late@x.example')`;
    await house.db.autocommit`
      insert into scheduled_answers (conversation_id, contact_id, address, text, due_at, receipt_to, user_id)
      select (select max(id) from conversations), 1, 'late@x.example', 'later ' || n, now() + interval '1 day', '{}', 1
      from generate_series(1, ${count}) n`;
  },
  '/duplicates': async (count: number) => {
    await house.db.autocommit`
      insert into contacts (name) select 'Twin ' || repeat(chr(96 + n), 3) from generate_series(1, ${count}) n, generate_series(1, 2)`;
  },
  '/find bo': (count: number) =>
    house.act(async ({ tx }) => {
      for (let nth = 0; nth < count; nth++) {
        const { id } = await insertContact(tx, {
          name: `Bo ${'abcdefghijklmnopqrstuvwxyz'[nth]!.repeat(3)}`,
          nameFrom: BY_USER,
        });
        await refreshSearchKeys(tx, id);
      }
    }),
};

type Line = keyof typeof make;
const LINES = Object.keys(make) as Line[];
const SIZE: Partial<Record<Line, number>> = { '/find bo': 10 };

describe('a list that does not fit one page', () => {
  it.each(LINES)('%s says how many there are and which page it is, and loses none', async (line) => {
    await house.say('/add Ann');
    await make[line](25);
    const pages = await pagesOf(line);
    const last = Math.ceil(25 / (SIZE[line] ?? 8));
    const titles = pages.map(({ title = '' }) => title.replace(/^.*? \(/, '('));
    expect(titles).toEqual(Array.from({ length: last }, (_, nth) => `(25) · page ${nth + 1} of ${last}`));
    expect(new Set(pages.flatMap(linesOf)).size).toBe(25);
  });

  it('is each that turns pages: none is missing here', async () => {
    await house.say('/add Ann');
    for (const line of LINES) await make[line](25);
    const turning: string[] = [];
    for (const { name } of commands.filter((one) => !one.changes || one.onlyShows)) {
      for (const line of [`/${name}`, `/${name} oolong`, `/${name} bo`]) {
        const reply = await house.rehearse('owner', line);
        if (buttonsOf(reply).some(({ label }) => label === t.button.next)) turning.push(line);
      }
    }
    expect(turning.sort()).toEqual([...LINES].sort());
  }, 60_000);

  it.each(LINES)('%s of one page says neither', async (line) => {
    await house.say('/add Ann');
    await make[line](8);
    expect((await house.say(line)).title).not.toMatch(/page|\(8\)/);
  });

  it('of very many only says that there are more than it counts', async () => {
    await house.say('/add Ann');
    await make['/tasks'](230);
    expect((await house.say('/tasks 2')).title).toBe('Tasks (over 200) · page 2');
    expect((await house.say('/tasks 29')).title).toBe('Tasks (230) · page 29 of 29');
  });

  it('everybody whom a filter finds, with the page', async () => {
    for (let nth = 0; nth < 10; nth++) await house.say(`/add Ben${'abcdefghij'[nth]} #vip`);
    const pages = await pagesOf('/find #vip');
    expect(pages.map(({ title }) => title!.replace(/^.* · /, ''))).toEqual(['page 1 of 2', 'page 2 of 2']);
    expect(new Set(pages.flatMap(ids)).size).toBe(10);
  });

  it('everybody who is called so, page by page', async () => {
    for (let nth = 0; nth < 23; nth++) await house.say(`/add + Ben ${'abcdefghijklmnopqrstuvw'[nth]!.repeat(3)}`);
    const pages = await pagesOf('/find ben');
    expect(pages).toHaveLength(3);
    expect(new Set(pages.flatMap(ids)).size).toBe(23);
  });
});

describe('a list that goes on from where it was left', () => {
  const title = async (line: string) => (await house.say(line)).title ?? '';
  const acts = (count: number) => house.db.autocommit`
    insert into journal (user_id, command, outcome, created_at)
    select 1, '/tag ' || n, 'exported', now() from generate_series(1, ${count}) n`;

  it('says how many acts there are in all, as far as it counts, and nothing where all are shown', async () => {
    await acts(3);
    expect(await title('/audit')).toBe(t.audit.all);
    await acts(30);
    expect(await title('/audit')).toBe(t.desk.inAll(t.audit.all, 33));
    await acts(300);
    expect(await title('/audit')).toBe(t.desk.over(t.audit.all, 200));
  });

  it('says how much happened with somebody, on every page', async () => {
    await house.say('/add Ann');
    const tickets = (count: number) => house.db.autocommit`
      insert into tickets (contact_id, title) select 1, 'ticket ' || n from generate_series(1, ${count}) n`;
    await tickets(4);
    expect(await title(`/timeline c1`)).toBe(t.timeline.title('Ann'));
    await tickets(20);
    const first = await house.say(`/timeline c1`);
    expect(first.title).toBe(t.desk.inAll(t.timeline.title('Ann'), 24));
    const older = buttonsOf(first).find(({ label }) => label === t.button.older)!;
    expect(await title(older.command)).toBe(first.title);
  });
});
