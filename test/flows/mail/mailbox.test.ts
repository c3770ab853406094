import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { available, type Dovecot, startDovecot } from '../../support/dovecot.ts';
import { type FakeTelegram, startFakeTelegram } from '../../support/platforms/fake_telegram.ts';
import { pairOwner, startTestService, type TestService, telegramEnvironment } from '../../support/service.ts';
import { type FakeSmtp, startSmtp } from '../../support/smtp.ts';

const OWNER = 42;

function mail(head: Record<string, string>, text: string): string {
  const lines = Object.entries({
    Date: new Date().toUTCString(),
    'Content-Type': 'text/plain; charset=utf-8',
    ...head,
  });
  return [...lines.map(([name, value]) => `${name}: ${value}`), '', text, ''].join('\r\n');
}

describe.skipIf(!available())('a mailbox on a real IMAP server', () => {
  let dovecot: Dovecot;
  let smtp: FakeSmtp;
  let telegram: FakeTelegram;
  let service: TestService;

  beforeAll(async () => {
    [dovecot, smtp, telegram] = await Promise.all([startDovecot(), startSmtp(), startFakeTelegram()]);
    await dovecot.deliver(mail({ From: 'old@example.net', Subject: 'long ago', 'Message-ID': '<old@x>' }, 'old'));
    service = await startTestService({
      ...telegramEnvironment(telegram),
      IMAP_URL: `${dovecot.url} ${dovecot.url.replace('secret', 'wrong').replace('INBOX', 'Shop')}`,
      SMTP_URL: smtp.url,
      MAIL_FROM: 'Hill Tea <shop@example.com>',
      OWNER_EMAILS: 'me@example.com',
    });
    await pairOwner(service, telegram, OWNER);
    // a mailbox seen for the first time is read from now on: wait until it knows where that is
    const begun = () => service.house.db.sql`select from cursors where source like 'email:%'`;
    await vi.waitFor(async () => expect(await begun()).toHaveLength(1), 60_000);
  });
  afterAll(async () => {
    await service.stop();
    await Promise.all([dovecot.close(), smtp.close(), telegram.close()]);
  });

  const card = (start: string) =>
    telegram.until(() => telegram.messages(OWNER).findLast(({ text }) => text.startsWith(start)), 60_000);

  it('turns a mail into a card; the reply leaves by SMTP in the thread, and the next mail joins the conversation', async () => {
    await dovecot.deliver(
      mail(
        { From: 'Mei Lin <mei@example.net>', Subject: 'Oolong', 'Message-ID': '<m1@example.net>' },
        'Do you have 250 g in stock?',
      ),
    );
    const question = await card('💬 Mei Lin · Mail · Oolong');
    telegram.customerWrites(OWNER, 'We do!', { replyTo: question.messageId });
    await expect.poll(() => smtp.mails.length, { timeout: 60_000 }).toBe(1);
    const answer = await simpleParser(smtp.mails[0]!.raw);
    expect(answer).toMatchObject({ subject: 'Re: Oolong', inReplyTo: '<m1@example.net>' });
    expect(answer.text?.trim()).toBe('We do!');
    await card('✓ Sent to Mei Lin');
    await dovecot.deliver(
      mail(
        {
          From: 'Mei Lin <mei@example.net>',
          Subject: 'Re: Oolong',
          'Message-ID': '<m2@example.net>',
          'In-Reply-To': answer.messageId ?? '',
        },
        'Then two please.\r\n\r\nOn Friday Hill Tea <shop@example.com> wrote:\r\n> We do!',
      ),
    );
    const next = await telegram.until(
      () => telegram.messages(OWNER).findLast(({ text }) => text.includes('Then two please.')),
      60_000,
    );
    expect(next.text).not.toContain('> We do!');
    expect(await service.house.db.sql`select from conversations where channel = 'email'`).toHaveLength(1);
  });

  it('makes nothing of machines, of old mail, nor a command of the owner’s', async () => {
    const machine = { From: 'Away <away@example.net>', Subject: 'Out of office', 'Auto-Submitted': 'auto-replied' };
    await dovecot.deliver(mail({ ...machine, 'Message-ID': '<a1@example.net>' }, 'I am away.'));
    await dovecot.deliver(
      mail(
        { From: 'me@example.com', Subject: 'x', 'Message-ID': '<o1@example.com>' },
        '/add Mallory mallory@example.com',
      ),
    );
    await card('✉️ From yourself');
    await service.settled();
    const names = await service.house.db.sql<{ name: string }>`select name from contacts`;
    expect(names.map(({ name }) => name)).toEqual(['Mei Lin']);
  });

  it('reads on although the sign-in to another mailbox is refused, and tells how each stands', async () => {
    const refused = () => service.house.db.sql`select from channel_states where detail like 'login_refused:%'`;
    await expect.poll(refused, { timeout: 60_000 }).toHaveLength(1);
    telegram.customerWrites(OWNER, '/retry mailbox');
    const told = await card('🔴 Mail in me · 127.0.0.1');
    expect(told.text).toContain('sign-in refused');
    telegram.customerWrites(OWNER, '/status');
    const { text } = await card('Status');
    expect(text).toMatch(/🟢 Mail in me · 127\.0\.0\.1:\d+\/INBOX[\s\S]*🔴 Mail in me · 127\.0\.0\.1:\d+\/Shop/);
    expect(text).not.toMatch(/secret|wrong/);
    // each can be tried by its own button, though its name has blanks in it
    telegram.customerWrites(OWNER, '/setup');
    const steps = await card('Setting up');
    telegram.press(steps, 'Try me');
    expect((await card('Mail in me · 127')).text).toContain('Write to me from an address that is not yours');
    expect(service.logged.join()).not.toMatch(/secret|wrong|example/);
  });
});
