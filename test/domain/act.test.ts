import { expect, it } from 'vitest';
import { testHouse } from '../support/house.ts';

const house = await testHouse({ locale: 'en' });

it('an act that loses a deadlock runs again at once, and both are done', async () => {
  await house.db.autocommit`insert into contacts (name) values ('Ann'), ('Bea')`;
  const [ann, bea] = await house.db.sql<{ id: string }>`select id from contacts order by id`;
  let arrived = 0;
  let runs = 0;
  let bothArrived = () => {};
  const both = new Promise<void>((resolve) => {
    bothArrived = resolve;
  });
  const rename = (first: string, second: string, to: string) =>
    house.act(async ({ tx }) => {
      runs += 1;
      await tx`update contacts set name = ${to} where id = ${first}`;
      arrived += 1;
      if (arrived === 2) bothArrived();
      await both;
      await tx`update contacts set name = ${to} where id = ${second}`;
    });
  await Promise.all([rename(ann!.id, bea!.id, 'one'), rename(bea!.id, ann!.id, 'two')]);
  // one of them ran again; on a busy machine they may meet once more
  expect(runs).toBeGreaterThan(2);
  const names = await house.db.sql<{ name: string }>`select distinct name from contacts`;
  expect(names).toHaveLength(1);
});
