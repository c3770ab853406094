import { beforeEach, expect, it } from 'vitest';
import { telegramMessage, testHouse } from '../../../support/house.ts';

const en = await testHouse({ locale: 'en', timezone: 'America/New_York', country: 'US', currency: 'USD' });
const zh = await testHouse();
/** Six in the morning in New York, eleven in London. */
const MORNING = new Date('2026-11-23T11:00:00Z');
const dave = telegramMessage('Is it ready?', { chat: '2001', from: { address: '2001', name: 'Dave' } });

for (const house of [en, zh])
  beforeEach(
    house.startingWith(async () => {
      house.now = MORNING;
      await house.happen(dave);
    }),
  );

const one = async <T extends object>(house: typeof en, query: string): Promise<T> =>
  (await house.db.sql.unsafe<T>(query))[0]!;
const due = async (house: typeof en) =>
  (await one<{ at: Date }>(house, 'select due_at as at from tasks order by id desc limit 1')).at.toISOString();

const TASK = 'select title, due_at from tasks order by id desc limit 1';
const LEAD = 'select title, amount_minor, currency from leads order by id desc limit 1';
const LATER = 'select text, due_at from scheduled_answers order by id desc limit 1';
const PHONE =
  "select address from contact_identities where channel = 'phone' union all select address from contact_signs limit 1";
const SAID = "select text from messages where direction = 'out' order by id desc limit 1";
const HELD =
  "select round(extract(epoch from run_at - created_at) / 30) as held from outbox where audience = 'customer'";

it.each([
  ['/settings timezone Europe/London', '/task tomorrow 9am stock', TASK],
  ['/settings timezone Europe/London', '/later Dave tomorrow 9am it is ready', LATER],
  ['/settings timezone Europe/London', '/task every monday at 9 stock', 'select repeats, due_at from tasks'],
  ['/settings currency GBP', '/lead Dave catering 500', LEAD],
  ['/settings country GB', '/add Ann 020 7946 0999', PHONE],
  ['/settings name Oak & Sons', '/reply Dave thank you from {business}', SAID],
  ['/settings undo-send 60', '/reply Dave it is ready', HELD],
  ['/设置 时区 Europe/London', '/任务 明天上午9点 盘点', TASK],
  ['/设置 货币 GBP', '/线索 Dave 茶会 500', LEAD],
  ['/设置 店名 好茶', '/回复 Dave {business}谢谢您', SAID],
])('“%s” holds for the next line as it does for the next message: %s', async (setting, line, query) => {
  const house = /\p{Script=Han}/u.test(setting) ? zh : en;
  await house.say(setting);
  await house.say(line);
  const apart = await one(house, query);
  await house.reset();
  house.now = MORNING;
  await house.happen(dave);
  await house.say(line);
  const before = await house.db.sql.unsafe(query);
  await house.reset();
  house.now = MORNING;
  await house.happen(dave);
  await house.say(`${setting}\n${line}`);
  expect(await one(house, query)).toEqual(apart);
  expect(before).not.toEqual([apart]);
});

it('the line before it keeps the setting it was typed under', async () => {
  await en.say('/task tomorrow 9am stock\n/settings timezone Europe/London');
  expect(await due(en)).toBe('2026-11-24T14:00:00.000Z');
});

it('taken back between two lines, it holds no longer', async () => {
  await en.say('/settings timezone Europe/London\n/undo\n/task tomorrow 9am stock');
  expect(await due(en)).toBe('2026-11-24T14:00:00.000Z');
});

it('in a new language what follows is said', async () => {
  const reply = await en.say('/settings language zh\n/task tomorrow 9am stock');
  expect(reply.lists?.[0]?.items[1]?.detail).toMatch(/\p{Script=Han}/u);
  expect(reply.lists?.[0]?.title).toMatch(/\p{Script=Han}/u);
});

it('all of several lines that are taken back takes back what is to leave later, and what is held', async () => {
  const before = await en.state();
  await en.type('/task tomorrow 9am stock\n/later Dave tomorrow 9am it is ready');
  await en.press('Undo all');
  expect(await en.state()).toEqual(before);
});

it('an answer that is held goes with them', async () => {
  await en.say('/settings undo-send 60');
  const before = await en.state();
  await en.type('/reply Dave it is ready\n/task tomorrow 9am stock');
  await en.press('Undo all');
  expect(await en.state()).toEqual(before);
});
