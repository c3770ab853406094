import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeTelegram, startFakeTelegram } from '../../support/platforms/fake_telegram.ts';
import { type FakeTwilio, startFakeTwilio } from '../../support/platforms/fake_twilio.ts';
import { pairOwner, startTestService, type TestService, telegramEnvironment } from '../../support/service.ts';

const OWNER = 42;
let telegram: FakeTelegram;
let twilio: FakeTwilio;
let service: TestService;

beforeAll(async () => {
  [telegram, twilio] = [await startFakeTelegram(), await startFakeTwilio()];
  twilio.comesIn('+14155550001', 'Are you open on Sunday?');
  twilio.smsUrl = 'https://demo.twilio.com/welcome/sms/reply/';
  service = await startTestService({
    ...telegramEnvironment(telegram),
    ...twilio.environment,
    ...{ SMS_PRICE: '0.0079 USD', SMS_PER_SECOND: '1000' },
  });
  await pairOwner(service, telegram, OWNER);
});
afterAll(async () => {
  await service.stop();
  await Promise.all([telegram.close(), twilio.close()]);
});

const sees = (words: string) => telegram.until(() => telegram.messages(OWNER).find(({ text }) => text.includes(words)));
const owns = (text: string) => telegram.customerWrites(OWNER, text, { name: 'Owner' });

describe('texts by Twilio', () => {
  it('go from a customer to the owner and back, and the report stands in the receipt', async () => {
    expect((await twilio.writes(service.url, '+14155552671', 'How much is the green tea?')).status).toBe(200);
    await sees('How much is the green tea?');
    owns('/reply +14155552671 $12 a tin');
    const sent = await twilio.until(() => twilio.sent[0]);
    expect(sent).toMatchObject({ to: '+14155552671', from: twilio.number, body: '$12 a tin' });
    await sees('✓ Sent to +14155552671 (SMS)');
    expect((await twilio.reports(service.url, sent, 'sent')).status).toBe(200);
    await twilio.reports(service.url, sent, 'delivered');
    await twilio.reports(service.url, sent, 'delivered');
    await sees('✓ Delivered to +14155552671 (SMS)');
    await twilio.reports(service.url, sent, 'undelivered', 30_003);
    await service.settled();
    expect(telegram.messages(OWNER).some(({ text }) => text.includes('Not delivered'))).toBe(false);
  });

  it('are stored once, however often they are posted or found in the list', async () => {
    const text = twilio.comesIn('+14155552672', 'Twice?');
    await twilio.post(service.url, '/sms/twilio', twilio.formOf(text));
    await twilio.post(service.url, '/sms/twilio', twilio.formOf(text));
    await service.settled();
    const rows = await service.house.db.sql`select from inbox where external_id = ${`message:${text.sid}`}`;
    expect(rows).toHaveLength(1);
  });

  it('that nobody took in are found in Twilio’s list', async () => {
    const [found] = await service.house.db.sql<{ text: string }>`
      select m.text from messages m join conversations v on v.id = m.conversation_id where v.address = '+14155550001'`;
    expect(found).toEqual({ text: 'Are you open on Sunday?' });
  });

  it('control: with another token, for another address or another form nothing is taken in', async () => {
    const text = { ...twilio.comesIn('+14155552673', 'forged'), sid: 'SMforged' };
    const form = twilio.formOf(text);
    expect((await twilio.post(service.url, '/sms/twilio', form, 'another-token')).status).toBe(401);
    const body = new URLSearchParams(form);
    expect((await fetch(`${service.url}/sms/twilio`, { method: 'POST', body })).status).toBe(401);
    const signed = { 'x-twilio-signature': `${'A'.repeat(27)}=` };
    expect((await fetch(`${service.url}/sms/twilio`, { method: 'POST', body, headers: signed })).status).toBe(401);
    expect(await service.house.db.sql`select from inbox where external_id = 'message:SMforged'`).toEqual([]);
  });

  it('whose answer is lost are found again, and are not sent twice', async () => {
    await twilio.writes(service.url, '+14155552674', 'Is it there yet?');
    await sees('Is it there yet?');
    const before = twilio.asked;
    twilio.fail({ cut: 'after' });
    owns('/reply +14155552674 It leaves today');
    await sees('✓ Sent to +14155552674 (SMS)');
    expect(twilio.asked).toBe(before + 1);
  });

  it('say in /status where the number must post what comes in', async () => {
    owns('/status');
    const { text } = await sees('🔴 SMS, incoming');
    expect(text).toContain(`set “A message comes in” to Webhook, ${twilio.publicUrl}/sms/twilio`);
    expect(text).toContain(`🟢 SMS ${twilio.number}`);
    owns('/setup sms');
    await sees(`Send a text to ${twilio.number} from a phone`);
  });
});
