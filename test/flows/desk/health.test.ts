import { hostname } from 'node:os';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeTelegram, refusals, startFakeTelegram } from '../../support/platforms/fake_telegram.ts';
import { pairOwner, startTestService, type TestService, telegramEnvironment } from '../../support/service.ts';

const OWNER = 42;
let telegram: FakeTelegram;
let service: TestService;

beforeAll(async () => {
  telegram = await startFakeTelegram();
  service = await startTestService({
    ...telegramEnvironment(telegram),
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'me@example.com',
  });
  await pairOwner(service, telegram, OWNER);
  await service.settled();
});
afterAll(async () => {
  await service.stop();
  await telegram.close();
});

const told = (words: string) => telegram.messages(OWNER).filter(({ text }) => text.includes(words)).length;
const states = async () => {
  const rows = await service.house.db.sql<{ channel: string; ok: boolean }>`select channel, ok from channel_states`;
  return Object.fromEntries(rows.map(({ channel, ok }) => [channel, ok]));
};

it('what is sent says nothing about what is received: another program that polls keeps it red until a poll has waited', async () => {
  telegram.fail('getUpdates', { refuse: refusals.terminated });
  telegram.customerWrites(OWNER, 'a note to wake the poll', { name: 'Owner' });
  await telegram.until(() => told('another program polls') === 1);
  await service.settled();
  expect(await states()).toMatchObject({ telegram: true, telegram_incoming: false });
  expect([told('Telegram, incoming is down'), told('works again')]).toEqual([1, 0]);
  // the first polls after it do not wait, so they come through whoever else polls
  telegram.customerWrites(OWNER, '/status', { name: 'Owner' });
  const status = await telegram.until(() => telegram.messages(OWNER).find(({ text }) => text.includes('Status')));
  // only of several processes it is said which one fetches, so that it can be found and ended
  expect(status.text).not.toContain(`Telegram: ${service.house.holder}`);
  expect(service.house.holder).toContain(`${hostname()}:${process.pid}:`);
  expect(status.text).toMatch(/🟢 Telegram @?\S*[^,]/);
  expect(told('works again')).toBe(0);
  telegram.customerWrites(OWNER, '/tasks', { name: 'Owner' });
  await telegram.until(() => told('Telegram, incoming works again') === 1);
  await service.settled();
  expect([told('Telegram, incoming is down'), told('works again')]).toEqual([1, 1]);
});

it('every way in and out is listed, what is set up but not used yet is not called off, and the question does not count itself', async () => {
  telegram.customerWrites(OWNER, '/status now', { name: 'Owner' });
  const { text } = await telegram.until(() =>
    telegram.messages(OWNER).findLast((one) => one.text.includes('To be handled')),
  );
  expect(text).toMatch(/⚪ Slack/);
  expect(text).toMatch(/⚪ Mail in/);
  expect(text).toMatch(/⚪ Shopify/);
  expect(text).toMatch(/🟢 Mail out/);
  expect(text).toMatch(/To be handled:? 0/);
});
