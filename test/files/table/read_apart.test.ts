import { expect, it } from 'vitest';
import { readTableApart } from '../../../src/files/table/read_apart.ts';

const people = (count: number) =>
  Buffer.from(
    `Name,Email\n${Array.from({ length: count }, (_, nth) => `Anna ${nth},anna${nth}@example.com`).join('\n')}`,
  );

it('a file is read in a thread of its own, and refused with the same reasons', async () => {
  const { rows, kind } = await readTableApart(people(2), 'CN');
  expect([kind, rows.map(({ cells }) => cells[0])]).toEqual(['csv', ['Name', 'Anna 0', 'Anna 1']]);
  await expect(readTableApart(Buffer.from(''), 'CN')).rejects.toMatchObject({ reason: 'empty' });
});

it('one that takes too long or too much memory is refused, and this process goes on', async () => {
  const large = people(120_000);
  await expect(readTableApart(large, 'CN', { patienceMs: 1, memoryMb: 256 })).rejects.toMatchObject({
    reason: 'too_long',
  });
  await expect(readTableApart(large, 'CN', { patienceMs: 60_000, memoryMb: 24 })).rejects.toMatchObject({
    reason: 'too_long',
  });
});
