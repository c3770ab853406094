import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { readConfig } from '../src/config.ts';
import { newPairingCode } from '../src/domain/owner/pairing.ts';
import { openLog } from '../src/lib/log.ts';
import { type Service, startService } from '../src/service/service.ts';
import { type FakeTelegram, type SentMessage, startFakeTelegram } from '../test/support/fake_telegram.ts';
import { freePort } from '../test/support/free_port.ts';
import { type FakeSmtp, startSmtp } from '../test/support/smtp.ts';
import { mailArrives, order, shopPosts } from './edges.ts';
import { type Life, lifeIn } from './life.ts';
import { bubble, heading, said } from './show.ts';

const OWNER = 42;
const SECRET = 'shpss_demo';
const DAY_MS = 24 * 3_600_000;

/** The whole product on made-up input: a local Telegram, signed webhooks over HTTP, real mail; nothing leaves this machine. */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'solo-crm-demo-'));
  chmodSync(dataDir, 0o755);
  const telegram = await startFakeTelegram();
  const smtp = await startSmtp();
  const locale = process.env.LOCALE === 'en' ? 'en' : 'zh-CN';
  const life = lifeIn(locale);
  const environment = readConfig({
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    LOCALE: locale,
    BUSINESS_NAME: life.shop,
    CURRENCY: life.currency,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    SMTP_URL: smtp.url,
    MAIL_FROM: `${life.shop} <shop@example.com>`,
    LOG_LEVEL: 'silent',
  });
  // held as briefly as shows it: nobody here presses Cancel
  const config = { ...environment, settings: { ...environment.settings, undoSend: 1 } };
  let clock = () => new Date(Date.now() - 9 * DAY_MS);
  const service = await startService(config, { log: openLog(config.logLevel), clock: () => clock() });
  try {
    heading(life.words.title);
    const shop = new Demo(service, telegram, smtp, life);
    await shop.pair();
    await shop.lastWeek();
    clock = () => new Date();
    await shop.today();
    await shop.show();
  } finally {
    await service.stop();
    await telegram.close();
    await smtp.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

class Demo {
  readonly #service: Service;
  readonly #telegram: FakeTelegram;
  readonly #smtp: FakeSmtp;
  readonly #life: Life;

  constructor(service: Service, telegram: FakeTelegram, smtp: FakeSmtp, life: Life) {
    this.#service = service;
    this.#telegram = telegram;
    this.#smtp = smtp;
    this.#life = life;
  }

  async pair(): Promise<void> {
    const code = await this.#service.house.act((ctx) => newPairingCode(ctx));
    await this.#owner(`/pair ${code}`);
  }

  async lastWeek(): Promise<void> {
    const { id, name, text, answer } = this.#life.quiet;
    const date = Math.floor((Date.now() - 9 * DAY_MS) / 1000);
    await this.#settled(() => this.#telegram.customerWrites(id, text, { name, date, language: 'zh-hans' }));
    await this.#reply(this.#card(name), answer);
  }

  async today(): Promise<void> {
    const { customers, answer, buyer, yesterday, currency, mail, mailAnswer, outOfOffice, task } = this.#life;
    const hook = await this.#connectShop();
    const dayBefore = new Date(Date.now() - DAY_MS);
    for (const bought of yesterday) await shopPosts(hook, SECRET, 'orders/paid', order(bought, currency, dayBefore));
    for (const { id, name, text, minutesAgo } of customers) {
      const date = Math.floor(Date.now() / 1000) - minutesAgo * 60;
      await this.#settled(() => this.#telegram.customerWrites(id, text, { name, date }));
    }
    await this.#reply(this.#card(customers.find(({ id }) => id === answer.customer)!.name), answer.text);
    await this.#settled(() => mailArrives(this.#service, mail));
    await this.#reply(this.#card(mail.name), mailAnswer);
    await this.#settled(() =>
      mailArrives(this.#service, { ...mail, text: outOfOffice, headers: ['Auto-Submitted: auto-replied'] }),
    );
    await shopPosts(hook, SECRET, 'orders/paid', order(buyer, currency, new Date()));
    await this.#settled(() => this.#press(this.#card(customers.at(-1)!.name), this.#life.words.refile));
    await this.#owner(`/task ${task}`);
    await this.#owner('/digest');
  }

  /** What everybody sees now, and what to try. */
  async show(): Promise<void> {
    const { words, answer, customers, tryNext } = this.#life;
    heading(words.ownersChat);
    for (const message of this.#telegram.messages(OWNER)) bubble(message);
    const customer = customers.find(({ id }) => id === answer.customer)!;
    heading(words.customersChat(customer.name));
    said(customer.name, customer.text);
    for (const message of this.#telegram.messages(customer.id)) bubble(message);
    heading(words.mailOut);
    for (const { raw } of this.#smtp.mails) {
      const mail = await simpleParser(raw);
      said(`${mail.subject}`, `${mail.text?.trim()}  (In-Reply-To ${mail.inReplyTo})`);
    }
    await this.#tables();
    heading(words.next);
    for (const line of tryNext) console.log(`  ${line}`);
  }

  async #tables(): Promise<void> {
    const { sql } = this.#service.house.db;
    const { words } = this.#life;
    heading(words.contacts);
    const contacts = await sql<{ name: string; channels: string }>`
      select c.name, string_agg(i.channel, ' + ' order by i.id) as channels
      from contacts c join contact_identities i on i.contact_id = c.id group by c.id order by c.id`;
    for (const { name, channels } of contacts) console.log(`  ${name}  (${channels})`);
    heading(words.pipeline);
    const leads = await sql<{ name: string; title: string; stage: string }>`
      select c.name, l.title, l.stage from leads l join contacts c on c.id = l.contact_id order by l.id`;
    for (const { name, title, stage } of leads) console.log(`  ${stage.padEnd(5)} ${name}: ${title}`);
    const [facts] = await sql<{ rows: number; cards: number; answers: number }>`
      select (select count(*)::int from inbox) as rows,
        (select count(*)::int from outbox where audience = 'owner' and state = 'sent') as cards,
        (select count(*)::int from outbox where audience = 'customer' and state = 'sent') as answers`;
    console.log(`\n${words.inOut(facts!)}`);
  }

  async #connectShop(): Promise<string> {
    await this.#owner(`/connect shopify ${SECRET}`);
    const shown = this.#telegram.messages(OWNER).findLast(({ text }) => text.includes('/hooks/'))!;
    return /http\S+/.exec(shown.text)![0];
  }

  #owner(text: string, replyTo?: number): Promise<unknown> {
    return this.#settled(() =>
      this.#telegram.customerWrites(OWNER, text, { name: this.#life.words.you, ...(replyTo && { replyTo }) }),
    );
  }

  async #reply(card: SentMessage, text: string): Promise<void> {
    await this.#owner(text, card.messageId);
  }

  #press(card: SentMessage, label: string): string {
    return this.#telegram.press(card, label);
  }

  #card(name: string): SentMessage {
    const card = this.#telegram.messages(OWNER).findLast(({ text }) => text.startsWith(`💬 ${name}`));
    if (!card)
      throw new Error(
        `no card of ${name}: ${JSON.stringify(this.#telegram.messages(OWNER).map((m) => m.text.slice(0, 40)))}`,
      );
    return card;
  }

  /** Does it, then waits until all that follows has been handled and sent. */
  async #settled<T>(act: () => T): Promise<T> {
    const result = await act();
    do await sleep(60);
    while (this.#telegram.pending > 0 || (await this.#busy()));
    return result;
  }

  async #busy(): Promise<boolean> {
    const [row] = await this.#service.house.db.sql<{ busy: boolean }>`
      select exists (select from inbox where processed_at is null and failed_at is null)
        or exists (select from outbox where state in ('queued', 'sending')) as busy`;
    return row!.busy;
  }
}

await main();
