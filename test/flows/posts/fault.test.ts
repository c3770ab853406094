import { beforeEach, expect, it } from 'vitest';
import { tendSequences } from '../../../src/domain/campaigns/sequences/tend.ts';
import { sendDuePosts } from '../../../src/domain/posts/tend.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
beforeEach(house.reset);

/** While the first row of a table cannot become what `change` says (sql). */
async function whileFailing(table: string, change: string, work: () => Promise<void>): Promise<void> {
  await house.db.autocommit`
    create or replace function no_change() returns trigger language plpgsql as $$
    begin raise exception 'canceling statement due to statement timeout' using errcode = '57014'; end $$`;
  await house.db.autocommit.unsafe(
    `create trigger no_change before update on ${table} for each row when (old.id = 1 and ${change}) execute function no_change()`,
  );
  try {
    await work();
  } finally {
    await house.db.autocommit.unsafe(`drop trigger no_change on ${table}`);
  }
}

it('a post that cannot leave holds up no other: it is a draft again, and its owner is asked', async () => {
  for (const words of ['Spring tea is here', 'So is honey']) {
    const card = await house.say(`/post ${words}\ntomorrow 9am`);
    await house.say(buttonsOf(card).find(({ label }) => label.startsWith('Schedule'))!.command);
  }
  house.now = new Date(house.now.getTime() + 24 * 3_600_000);
  const [due] = await sql<{ at: Date }>`select scheduled_at as at from posts where id = 1`;
  house.now = new Date(due!.at.getTime() + 5_000);
  const errors: unknown[] = [];
  await whileFailing('posts', `new.state = 'posted'`, () => sendDuePosts(house.act, (error) => errors.push(error)));
  expect(errors).toHaveLength(1);
  expect(await sql`select state from posts order by id`).toEqual([{ state: 'draft' }, { state: 'posted' }]);
  expect((await house.cards()).map(({ title }) => title)).toContain(
    '📣 Post #1 has not left: something went wrong here. Try again?',
  );
});

it('a sequence that fails is put off, and its owner is told; the others go on', async () => {
  await house.act(async ({ tx }) => {
    for (const recipe of ['birthday', 'review'])
      await tx`
        insert into sequences (recipe, channel, steps, is_on, on_at, told_channel, told_address, created_at)
        values (${recipe}, 'email', '[{"number": 0, "after": 0, "variants": {"fallback": "en", "of": {}}}]', true, now(), 'console', 'test', now())`;
  });
  house.now = new Date('2026-12-24T12:00:00Z');
  const errors: unknown[] = [];
  await whileFailing('sequences', 'new.looked_to is not null', () =>
    tendSequences(house.act, (error) => errors.push(error)),
  );
  expect(errors).toHaveLength(1);
  expect(await sql`select recipe, is_on, reason, looked_to from sequences order by id`).toEqual([
    { recipe: 'birthday', is_on: false, reason: 'fault', looked_to: null },
    { recipe: 'review', is_on: true, reason: null, looked_to: house.now },
  ]);
  expect((await house.cards()).at(-1)?.text).toContain('Something went wrong');
});
