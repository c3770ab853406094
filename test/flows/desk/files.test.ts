import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Attachment } from '../../../src/domain/attachment.ts';
import { onMessageReceived } from '../../../src/domain/on/incoming.ts';
import {
  eventOf,
  type FakeSlack,
  messageEventOf,
  type Payload,
  type SentMessage as SlackMessage,
  startFakeSlack,
} from '../../support/platforms/fake_slack.ts';
import {
  type FakeTelegram,
  refusals,
  type SentMessage,
  startFakeTelegram,
} from '../../support/platforms/fake_telegram.ts';
import { pairOwner, startTestService, type TestService, telegramEnvironment } from '../../support/service.ts';
import { type FakeSmtp, startSmtp } from '../../support/smtp.ts';

const OWNER = 42;
const SLACK_OWNER = 'U0OWNER';
const DESK = 'C0DESK';
let telegram: FakeTelegram;
let slack: FakeSlack;
let smtp: FakeSmtp;
let service: TestService;
let count = 0;

beforeAll(async () => {
  [telegram, slack, smtp] = await Promise.all([startFakeTelegram(), startFakeSlack(), startSmtp()]);
  slack.is(SLACK_OWNER, { name: 'Owner' });
  service = await startTestService({
    ...telegramEnvironment(telegram),
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    SLACK_OWNER_ID: SLACK_OWNER,
    SLACK_DESK_CHANNEL: DESK,
    SMTP_URL: smtp.url,
    MAIL_FROM: 'Hill Tea <shop@example.com>',
  });
  await pairOwner(service, telegram, OWNER);
});
afterAll(async () => {
  await service.stop();
  await Promise.all([telegram.close(), slack.close(), smtp.close()]);
});

const bytes = (size: number, seed = ++count) => Buffer.alloc(size, `${seed}-bytes-`);

const onTelegram = (start: string): Promise<SentMessage> =>
  telegram.until(() => telegram.messages(OWNER).findLast(({ text }) => text.startsWith(start)));
const onSlack = (which: (message: SlackMessage) => boolean, channel = DESK): Promise<SlackMessage> =>
  slack.until(() => slack.messages(channel).findLast(which));

/** A new customer on Telegram; gives their chat, and both cards. */
async function telegramCustomer(name: string, text: string, more?: Record<string, unknown>) {
  const chat = 7000 + ++count;
  telegram.customerWrites(chat, text, { name, ...(more && { more }) });
  const cards = await Promise.all([onTelegram(`💬 ${name}`), onSlack(({ shown }) => shown.includes(`💬 ${name}`))]);
  await service.settled();
  return { chat, card: cards[0], slackCard: cards[1] };
}

async function slackEvent(body: Payload): Promise<void> {
  await slack.post(`${service.url}/slack/events`, JSON.stringify(eventOf(body)));
}

async function slackCustomer(name: string, text: string, more: Payload = {}) {
  const user = `U0CUST${++count}`;
  slack.is(user, { name });
  await slackEvent(messageEventOf(user, text, slack.nextTs(), more));
  const cards = await Promise.all([onTelegram(`💬 ${name}`), onSlack(({ shown }) => shown.includes(`💬 ${name}`))]);
  await service.settled();
  return { user, card: cards[0], slackCard: cards[1] };
}

/** Somebody mails, with files that were put into the store. */
async function mailCustomer(name: string, text: string, attachments: Attachment[] = []) {
  const address = `${name.toLowerCase()}${++count}@example.net`;
  const [channel, sentAt] = ['email' as const, new Date()];
  const words = { text, subject: 'Hello', attachments, answers: [], sentAt, externalId: `<m${count}@example.net>` };
  await service.house.act((ctx) =>
    onMessageReceived(ctx, {
      ...{ kind: 'message.received', channel, chat: address, private: false, from: { address, name } },
      ...words,
    }),
  );
  const card = await onTelegram(`💬 ${name}`);
  await service.settled();
  return { address, card };
}

function ownerWrites(text: string, replyTo: SentMessage, more?: Record<string, unknown>): void {
  telegram.customerWrites(OWNER, text, { name: 'Owner', replyTo: replyTo.messageId, ...(more && { more }) });
}

async function mailTo(address: string) {
  const mail = await vi.waitUntil(() => smtp.mails.find(({ to }) => to.includes(address)), 60_000);
  return simpleParser(mail.raw);
}

/** What waits for its next try has waited long enough. */
async function hurry(tries: number): Promise<void> {
  const { db } = service.house;
  const waiting = () =>
    db.sql`select from outbox where state = 'queued' and attempts = ${tries} and last_error is not null`;
  await vi.waitUntil(async () => (await waiting()).length > 0, 60_000);
  await db.autocommit`update outbox set run_at = now() where state = 'queued'`;
}

function telegramDocument(name: string, content: Buffer) {
  const file_id = `BQAD-${++count}`;
  telegram.keep(file_id, content);
  return { document: { file_id, file_unique_id: file_id, file_name: name, file_size: content.length } };
}

function telegramPhoto(content: Buffer) {
  const file_id = `AgAD-${++count}`;
  telegram.keep(file_id, content);
  return { photo: [{ file_id, file_unique_id: file_id, width: 800, height: 600, file_size: content.length }] };
}

describe('what a customer sends is shown on every desk', () => {
  it('a photo of Telegram below its card on Slack; on Telegram it needs no second journey', async () => {
    const photo = bytes(90_000);
    const sent = telegramPhoto(photo);
    const { slackCard } = await telegramCustomer('Pia', '', { ...sent, caption: 'arrived broken' });
    const shown = await onSlack(({ files, thread }) => files !== undefined && thread === slackCard.ts);
    expect(shown.files).toMatchObject([{ name: 'photo.jpg' }]);
    expect(shown.files![0]!.bytes.equals(photo)).toBe(true);
    const atTelegram = telegram.messages(OWNER).find(({ file }) => file === sent.photo[0]!.file_id);
    expect(atTelegram?.upload).toBeUndefined();
  });

  it('a file of Slack on Telegram, under its own name', async () => {
    const content = bytes(5000);
    const files = [slack.files.keep('报价 表.pdf', 'application/pdf', content)];
    await slackCustomer('Sal', 'our order form', { subtype: 'file_share', files });
    const card = await onTelegram('💬 Sal');
    expect(card).toMatchObject({ method: 'sendDocument', file: '报价 表.pdf' });
    expect(card.upload!.bytes.equals(content)).toBe(true);
    expect(card.buttons.length).toBeGreaterThan(0);
  });

  it('files of a mail: a picture as a picture, and what is too large for a desk by name and size', async () => {
    const picture = bytes(3000);
    const attachments: Attachment[] = [
      { kind: 'photo', name: 'leaf.png', type: 'image/png', bytes: 3000, ref: await kept(picture) },
      { kind: 'document', name: 'all.zip', bytes: 12_000_000, ref: await kept(bytes(12_000_000)) },
    ];
    const { card } = await mailCustomer('Mei', 'see the leaves', attachments);
    expect(card).toMatchObject({ method: 'sendPhoto', file: 'leaf.png' });
    expect(card.upload!.bytes.equals(picture)).toBe(true);
    expect(card.text).toContain('📎 all.zip (12.0 MB)');
  });

  it('files in a mail as it came', async () => {
    const body = readFileSync(new URL('../../fixtures/mail/attachments.eml', import.meta.url));
    await service.house.receiver.receive({ source: 'email:test', externalId: `${++count}`, lane: 'email:x', body });
    service.house.wake();
    const shown = await telegram.until(() => {
      const found = telegram
        .messages(OWNER)
        .filter(({ upload }) => ['box.png', '合同.pdf'].includes(upload?.name ?? ''));
      return found.length === 2 && found;
    });
    expect(shown.map(({ upload }) => upload!.bytes.length)).toEqual([70, 13]);
    expect(shown[1]!.upload!.bytes.toString()).toMatch(/^%PDF/);
  });

  it('and whose file cannot be had any more is shown all the same, with the file named', async () => {
    const files = [slack.files.keep('lost.pdf', 'application/pdf', bytes(10))];
    slack.files.forget(files[0]!.id);
    const { card } = await slackCustomer('Lou', 'it is attached', { subtype: 'file_share', files });
    expect(card).toMatchObject({ method: 'sendMessage' });
    expect(card.text).toContain('📎 lost.pdf');
  });

  it('the token is shown to nobody but Slack', async () => {
    const asked: string[] = [];
    const drive = createServer((request, response) => {
      asked.push(request.headers.authorization ?? 'nothing');
      response.end('stolen');
    });
    await new Promise<void>((resolve) => drive.listen(0, '127.0.0.1', resolve));
    const elsewhere = `http://127.0.0.1:${(drive.address() as AddressInfo).port}/drive.doc`;
    const files = [slack.files.keep('drive.doc', 'application/msword', bytes(20), elsewhere)];
    const { card } = await slackCustomer('Eve', 'from my drive', { subtype: 'file_share', files });
    drive.close();
    expect(card.text).toContain('📎 drive.doc');
    expect(asked).toEqual([]);
  });
});

const kept = (content: Buffer): Promise<string> => service.house.act((ctx) => ctx.keepFile(content));

describe('what the owner sends reaches the customer by another channel', () => {
  it('Telegram to mail: the bytes as they were, the name made safe', async () => {
    const { address, card } = await mailCustomer('Ann', 'Could you send me the price list?');
    const content = bytes(300_000);
    ownerWrites('', card, { ...telegramDocument('../价目表\u202e 2026.pdf', content), caption: 'Here it is' });
    const mail = await mailTo(address);
    expect(mail.text?.trim()).toBe('Here it is');
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['_价目表 2026.pdf']);
    expect(mail.attachments[0]!.content.equals(content)).toBe(true);
  });

  it('Telegram to Slack: words and file are one message', async () => {
    const { user, card } = await slackCustomer('Bo', 'Which label do I need?');
    const content = bytes(2000);
    ownerWrites('', card, { ...telegramPhoto(content), caption: 'This one <1>' });
    const shown = await onSlack(({ files }) => files !== undefined, user);
    expect(shown).toMatchObject({ text: 'This one &lt;1&gt;', files: [{ name: 'photo.jpg' }] });
    expect(shown.files![0]!.bytes.equals(content)).toBe(true);
    expect(slack.messages(user)).toHaveLength(1);
  });

  it('Slack to Telegram: from a thread of the desk', async () => {
    const { chat, slackCard } = await telegramCustomer('Cy', 'Can I have the receipt?');
    const content = bytes(4000);
    const files = [slack.files.keep('receipt.pdf', 'application/pdf', content)];
    const place = { channel: DESK, channel_type: 'channel', thread_ts: slackCard.ts, subtype: 'file_share', files };
    await slackEvent(messageEventOf(SLACK_OWNER, 'Of course', slack.nextTs(), place));
    const [shown] = await telegram.until(() => telegram.messages(chat).length > 0 && telegram.messages(chat));
    expect(shown).toMatchObject({ method: 'sendDocument', text: 'Of course', file: 'receipt.pdf' });
    expect(shown!.upload!.bytes.equals(content)).toBe(true);
  });

  it('a place becomes words in a mail; a sticker that says nothing is refused', async () => {
    const { address, card } = await mailCustomer('Dee', 'Where are you?');
    ownerWrites('', card, { location: { latitude: 31.24, longitude: 121.49 } });
    expect((await mailTo(address)).text?.trim()).toBe('📍 31.24,121.49');
    ownerWrites('', card, { sticker: { file_id: 'CAAD-1', file_unique_id: 's' } });
    await onTelegram('Mail cannot carry this sticker');
  });
});

describe('what goes wrong with a file', () => {
  it('that is gone: nothing is sent, and the owner is told why', async () => {
    const { address, card } = await mailCustomer('Fay', 'The list please?');
    const { document } = telegramDocument('gone.pdf', bytes(10));
    telegram.keep(document.file_id, undefined);
    ownerWrites('', card, { document, caption: 'Here' });
    expect((await onTelegram('✗ Not sent to Fay')).text).toContain('cannot be fetched any more');
    expect(smtp.mails.some(({ to }) => to.includes(address))).toBe(false);
  });

  it('that is too large for Telegram to hand out: so it is said', async () => {
    const { card } = await mailCustomer('Gus', 'The film please?');
    telegram.fail('getFile', { refuse: refusals.fileTooBig });
    ownerWrites('', card, telegramDocument('film.mov', bytes(10)));
    expect((await onTelegram('✗ Not sent to Gus')).text).toContain('too large');
  });

  it('that cannot be fetched just now: it is fetched again and sent once', async () => {
    const { user, card } = await slackCustomer('Hal', 'The list?');
    telegram.fail('getFile', { refuse: refusals.internal });
    slack.files.cutNextUpload = true;
    ownerWrites('', card, { ...telegramDocument('list.pdf', bytes(500_000)), caption: 'Here' });
    await hurry(1);
    await hurry(2);
    await slack.until(() => slack.messages(user).length > 0);
    await service.settled();
    expect(slack.messages(user)).toHaveLength(1);
  });

  it('cut in the middle of its upload to a customer on Telegram is a doubt, and not sent a second time', async () => {
    const { chat, slackCard } = await telegramCustomer('Ida', 'The list?');
    telegram.fail('sendDocument', { cut: 'during' });
    const before = telegram.calls('sendDocument').length;
    const files = [slack.files.keep('list.pdf', 'application/pdf', bytes(2_000_000))];
    const place = { channel: DESK, channel_type: 'channel', thread_ts: slackCard.ts, subtype: 'file_share', files };
    await slackEvent(messageEventOf(SLACK_OWNER, '', slack.nextTs(), place));
    await onSlack(({ shown }) => shown.includes('Perhaps sent to Ida'));
    await service.settled();
    expect(telegram.calls('sendDocument')).toHaveLength(before + 1);
    expect(telegram.messages(chat)).toEqual([]);
  });

  it('shared on Slack without an answer is a doubt: it is there once', async () => {
    const { user, card } = await slackCustomer('Joe', 'The list?');
    slack.fail('files.completeUploadExternal', { cut: 'after' });
    ownerWrites('', card, telegramDocument('list.pdf', bytes(1000)));
    await onTelegram('？ Perhaps sent to Joe');
    await service.settled();
    expect(slack.messages(user)).toHaveLength(1);
  });

  it('a picture Telegram will not show goes as a document', async () => {
    const { chat, slackCard } = await telegramCustomer('Kim', 'A drawing?');
    telegram.fail('sendPhoto', { refuse: refusals.badPhoto });
    const files = [slack.files.keep('plan.png', 'image/png', bytes(700))];
    const place = { channel: DESK, channel_type: 'channel', thread_ts: slackCard.ts, subtype: 'file_share', files };
    await slackEvent(messageEventOf(SLACK_OWNER, 'The plan', slack.nextTs(), place));
    const [shown] = await telegram.until(() => telegram.messages(chat).length > 0 && telegram.messages(chat));
    expect(shown).toMatchObject({ method: 'sendDocument', file: 'plan.png', text: 'The plan' });
  });

  it('an app that may not read files yet: the owner is told what to do', async () => {
    const { chat, slackCard } = await telegramCustomer('Liz', 'The list?');
    slack.fail('files.info', { error: 'missing_scope' });
    const files = [slack.files.keep('list.pdf', 'application/pdf', bytes(10))];
    const place = { channel: DESK, channel_type: 'channel', thread_ts: slackCard.ts, subtype: 'file_share', files };
    await slackEvent(messageEventOf(SLACK_OWNER, '', slack.nextTs(), place));
    await onSlack(({ shown }) => shown.includes('install it again'));
    expect(telegram.messages(chat)).toEqual([]);
  });
});
