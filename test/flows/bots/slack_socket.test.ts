import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  commandOf,
  eventOf,
  type FakeSlack,
  messageEventOf,
  type Payload,
  startFakeSlack,
} from '../../support/platforms/fake_slack.ts';
import { type FakeTelegram, startFakeTelegram } from '../../support/platforms/fake_telegram.ts';
import { pairOwner, startTestService, type TestService, telegramEnvironment } from '../../support/service.ts';

const OWNER = 'U0OWNER';
const OWNER_ON_TELEGRAM = 42;
let slack: FakeSlack;
let telegram: FakeTelegram;
let service: TestService;
let envelopes = 0;

beforeAll(async () => {
  slack = await startFakeSlack();
  telegram = await startFakeTelegram();
  service = await startTestService({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    ...telegramEnvironment(telegram),
  });
  await slack.until(() => slack.sockets.length > 0);
  await pairOwner(service, telegram, OWNER_ON_TELEGRAM);
});
afterAll(async () => {
  await service.stop();
  await Promise.all([slack.close(), telegram.close()]);
});

async function arrives(type: string, payload: Payload): Promise<void> {
  const socket = slack.sockets.at(-1)!;
  const envelope_id = `e${++envelopes}`;
  socket.send({ envelope_id, type, payload, accepts_response_payload: true });
  await slack.until(() => socket.received.some((ack) => ack.envelope_id === envelope_id));
}

const writes = (user: string, text: string, more: Payload = {}) =>
  arrives('events_api', eventOf(messageEventOf(user, text, slack.nextTs(), more)));

it('needs no public address: nothing is mounted over HTTP', async () => {
  expect((await fetch(`${service.url}/slack/events`, { method: 'POST', body: '{}' })).status).toBe(404);
});

it('pairs with the code the console shows, typed as /crm pair', async () => {
  const { newPairingCode } = await import('../../../src/domain/owner/pairing.ts');
  const code = await service.house.act((ctx) => newPairingCode(ctx));
  await arrives('slash_commands', commandOf(OWNER, `pair ${code}`));
  await slack.until(() => slack.messages(OWNER).find(({ shown }) => shown.includes('Paired')));
});

it('puts a customer’s conversation into one thread of the owner’s own chat, on every desk of the owner', async () => {
  slack.is('U0ANN', { name: 'Ann' });
  await writes('U0ANN', 'How much is the green tea?');
  const card = await slack.until(() => slack.messages(OWNER).find(({ shown }) => shown.includes('💬 Ann')));
  await telegram.until(() => telegram.messages(OWNER_ON_TELEGRAM).find(({ text }) => text.startsWith('💬 Ann')));
  await writes(OWNER, '$12', { thread_ts: card.ts });
  await slack.until(() => slack.messages('U0ANN').find(({ text }) => text === '$12'));
  const receipt = await slack.until(() => slack.messages(OWNER).find(({ shown }) => shown.includes('✓ Sent to Ann')));
  expect(receipt.thread).toBe(card.ts);
});

it('a token that was revoked turns the channel red, and the other channels go on', async () => {
  await service.settled();
  slack.revoked = 'token_revoked';
  telegram.customerWrites(7001, 'Is it open on Sunday?', { name: 'Tom' });
  const told = await telegram.until(() =>
    telegram.messages(OWNER_ON_TELEGRAM).find(({ text }) => text.includes('Slack') && text.includes('token_revoked')),
  );
  expect(told.text).not.toContain(slack.botToken);
  await telegram.until(() => telegram.messages(OWNER_ON_TELEGRAM).find(({ text }) => text.startsWith('💬 Tom')));
  telegram.customerWrites(OWNER_ON_TELEGRAM, '/status', { name: 'Owner' });
  await telegram.until(() =>
    telegram.messages(OWNER_ON_TELEGRAM).find(({ text }) => /Slack.*token_revoked/s.test(text)),
  );
  // it is tried again now and then, and waits on
  const states = async () => {
    const rows = await service.house.db.sql`
      select state from outbox where channel = 'slack' and payload::text like '%Is it open on Sunday%'`;
    return rows.map(({ state }) => state);
  };
  await expect.poll(states).toEqual(['queued']);
});
