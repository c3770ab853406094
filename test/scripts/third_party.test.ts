import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describePackages } from '../../scripts/third_party_packages.ts';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

it('the list of packages is that of the lock file (npm run notices)', () => {
  expect(read('THIRD_PARTY.md')).toBe(describePackages(read('package-lock.json')));
});
