import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { apiOf } from '../../../support/api.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
let api: Awaited<ReturnType<typeof apiOf>>;
let key = '';

beforeAll(async () => {
  api = await apiOf(house, '');
});
afterAll(() => api.stop());
beforeEach(() => house.reset());

it('what a program did is undone by name, and what was done before its key was made is not undone unasked', async () => {
  await house.say('/hook add https://example.com/in');
  const made = await house.say('/apikey new bot write');
  key = /crm_[\w-]{20,}/.exec(JSON.stringify(made))?.[0] ?? '';
  const sent = await api.post('/contacts', { name: 'Eva Ito', emails: ['eva@example.com'] }, { key });
  expect(sent.status).toBe(201);
  expect((await house.say('/undo')).text).toBe('↩︎ Undone: what bot (a program) added: Eva Ito');
  expect(await house.db.sql`select from contacts`).toEqual([]);
  const asked = await house.say('/undo');
  expect(asked.failed).toBe(true);
  expect(buttonsOf(asked).length).toBeGreaterThan(0);
  expect(await house.db.sql`select from hooks`).toHaveLength(1);
});
