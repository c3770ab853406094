import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { texts } from '../../../src/text/texts.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const t = texts('en');
beforeEach(() => house.reset());

const ids = ({ lists = [] }: Reply) => lists.flatMap(({ items }) => items.map(({ ref }) => ref));
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
};

describe('a list that does not fit one page', () => {
  it.each(Object.keys(make) as (keyof typeof make)[])(
    '%s says how many there are and which page it is, and loses none',
    async (line) => {
      await house.say('/add Ann');
      await make[line](19);
      const pages = await pagesOf(line);
      const title = (page: number) => (pages[page - 1]!.title ?? '').replace(/^.*? \(/, '(');
      expect([1, 2, 3].map(title)).toEqual([1, 2, 3].map((page) => `(19) · page ${page} of 3`));
      expect(pages).toHaveLength(3);
      expect(new Set(pages.flatMap(ids)).size).toBe(19);
    },
  );

  it.each(Object.keys(make) as (keyof typeof make)[])('%s of one page says neither', async (line) => {
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
