import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { testHouse } from '../support/house.ts';

const house = await testHouse();

it('takes the addresses of hooks out of old lines of the audit, however they were typed', async () => {
  const lines = [
    ...['/Hook add https://hooks.example.com/SECRET', '／hook add https://hooks.example.com/SECRET order'],
    ...['/hook@my_bot https://u:SECRET@hooks.example.com/SECRET', '/推送 https://hooks.example.com/SECRET'],
  ];
  const others = ['/hook remove h1', '/note c1 https://example.com/page', '/hooked https://example.com/page'];
  for (const line of [...lines, ...others]) await house.db.autocommit`insert into journal (command) values (${line})`;
  const migration = await readFile(new URL('../../sql/0113_payments_back.sql', import.meta.url), 'utf8');
  const update = migration.split(';').find((one) => one.includes('update journal'))!;
  await house.db.transaction(async (tx) => void (await tx.unsafe(update)));
  const kept = (await house.db.sql<{ command: string }>`select command from journal order by id`).map(
    ({ command }) => command,
  );
  expect(JSON.stringify(kept)).not.toContain('SECRET');
  expect(kept.filter((line) => line.includes('hooks.example.com/…'))).toHaveLength(lines.length);
  expect(kept.slice(-others.length)).toEqual(others);
});
