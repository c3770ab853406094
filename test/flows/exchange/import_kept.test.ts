import { expect, it } from 'vitest';
import { openFiles } from '../../../src/files/index.ts';
import { readTable } from '../../../src/files/table/read.ts';
import { importer } from '../../../src/jobs/imports.ts';
import { NOON, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const MINUTE = 60_000;

it.each([
  ['is read once', 4, undefined, 1],
  ['is read again after five minutes (control)', 6, undefined, 2],
  ['is read again where its numbers are of another country by now (control)', 4, '/settings country GB', 2],
])('a table whose user says yes in a while %s', async (_, minutes, said, times) => {
  await house.reset();
  house.now = NOON;
  let reads = 0;
  const read: typeof readTable = (...file) => {
    reads += 1;
    return readTable(...file);
  };
  const round = importer({ act: house.act, files: openFiles(house.files, () => undefined), read });
  const work = async () => {
    for (let nth = 0; nth < 20; nth++) if ((await round()) > 0) return;
  };
  await house.type('/import\nname,phone\nAnna,+8613800138000\nBea,+8613800138001');
  await work();
  house.now = new Date(NOON.getTime() + minutes * MINUTE);
  if (said) expect((await house.say(said)).failed).toBeUndefined();
  await work();
  await house.press('/import 1 go');
  await work();
  expect(await house.db.sql`select name from contacts order by id`).toEqual([{ name: 'Anna' }, { name: 'Bea' }]);
  expect(reads).toBe(times);
});
