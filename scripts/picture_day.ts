import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mailArrives, order, shopPosts } from '../demo/edges.ts';
import { readConfig } from '../src/config.ts';
import { newPairingCode } from '../src/domain/owner/pairing.ts';
import { openLog } from '../src/lib/log.ts';
import { type Service, startService } from '../src/service/service.ts';
import type { Locale } from '../src/text/locale.ts';
import { texts } from '../src/text/texts.ts';
import { freePort } from '../test/support/free_port.ts';
import {
  type FakeTelegram,
  type SentMessage,
  startFakeTelegram,
  type Writing,
} from '../test/support/platforms/fake_telegram.ts';
import { startSmtp } from '../test/support/smtp.ts';
import { type Life, lifeIn } from './picture_life.ts';

export const OWNER = 42;
const SECRET = 'shpss_demo';
const DAY_MS = 24 * 3_600_000;

/** A message that a person wrote to the bot. */
export interface Written {
  chat: number;
  messageId: number;
  text: string;
  replyTo: number | undefined;
}

/**
 * The whole product on made-up input: a local Telegram, signed webhooks over HTTP, real mail; nothing leaves this
 * machine.
 */
export async function withDay(locale: Locale, use: (day: Day) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'solo-crm-pictures-'));
  chmodSync(dataDir, 0o755);
  const telegram = await startFakeTelegram();
  const smtp = await startSmtp();
  const life = lifeIn(locale);
  const { shop, currency, country } = life.day;
  const environment = readConfig({
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    LOCALE: locale,
    BUSINESS_NAME: shop,
    CURRENCY: currency,
    COUNTRY: country,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    SMTP_URL: smtp.url,
    MAIL_FROM: `${shop} <shop@example.com>`,
    LOG_LEVEL: 'silent',
  });
  // held for the shortest time that still shows it: nobody here presses Cancel
  const config = { ...environment, settings: { ...environment.settings, undoSend: 1 } };
  let clock = () => new Date(Date.now() - 9 * DAY_MS);
  const service = await startService(config, { log: openLog(config.logLevel), clock: () => clock() });
  try {
    const day = new Day(service, telegram, life);
    await day.pair();
    await day.lastWeek();
    clock = () => new Date();
    await day.today();
    await use(day);
  } finally {
    await service.stop();
    await telegram.close();
    await smtp.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A day of a small shop, lived through the product. */
export class Day {
  readonly #service: Service;
  readonly #telegram: FakeTelegram;
  readonly #life: Life;
  /** Oldest first. */
  readonly written: Written[] = [];

  constructor(service: Service, telegram: FakeTelegram, life: Life) {
    this.#service = service;
    this.#telegram = telegram;
    this.#life = life;
  }

  async pair(): Promise<void> {
    const code = await this.#service.house.act((ctx) => newPairingCode(ctx));
    await this.#owner(`/pair ${code}`);
  }

  async lastWeek(): Promise<void> {
    const { id, name, text, answer } = this.#life.around.quiet;
    const date = Math.floor((Date.now() - 9 * DAY_MS) / 1000);
    await this.#settled(() => this.#writes(id, text, { name, date, language: 'zh-hans' }));
    await this.#reply(this.#card(name), answer);
  }

  async today(): Promise<void> {
    const { customers, around, day } = this.#life;
    const { asks, answer, buyer, currency, mail, mailAnswer, task } = day;
    const { yesterday, outOfOffice, words } = around;
    const { commands } = texts(this.#life.locale);
    const hook = await this.#connectShop();
    const dayBefore = new Date(Date.now() - DAY_MS);
    for (const bought of yesterday) await shopPosts(hook, SECRET, 'orders/paid', order(bought, currency, dayBefore));
    for (const { id, name, text, minutesAgo } of customers) {
      const date = Math.floor(Date.now() / 1000) - minutesAgo * 60;
      await this.#settled(() => this.#writes(id, text, { name, date }));
    }
    await this.#reply(this.#card(asks.name), answer);
    await this.#settled(() => mailArrives(this.#service, mail));
    await this.#reply(this.#card(mail.name), mailAnswer);
    await this.#settled(() =>
      mailArrives(this.#service, { ...mail, text: outOfOffice, headers: ['Auto-Submitted: auto-replied'] }),
    );
    await shopPosts(hook, SECRET, 'orders/paid', order(buyer, currency, new Date()));
    await this.#settled(() => this.#press(this.#card(customers.at(-1)!.name), words.refile));
    await this.#owner(`/${commands.task.word} ${task}`);
    await this.#owner(`/${commands.digest.word}`);
  }

  async #connectShop(): Promise<string> {
    await this.#owner(`/connect shopify ${SECRET}`);
    const shown = this.#telegram.messages(OWNER).findLast(({ text }) => text.includes('/hooks/'))!;
    return /http\S+/.exec(shown.text)![0];
  }

  /** What the bot has sent to a chat, oldest first. */
  messages(chat: number): SentMessage[] {
    return this.#telegram.messages(chat);
  }

  #owner(text: string, replyTo?: number): Promise<unknown> {
    return this.#settled(() =>
      this.#writes(OWNER, text, { name: this.#life.day.words.you, ...(replyTo && { replyTo }) }),
    );
  }

  #writes(chat: number, text: string, writing: Writing): void {
    const messageId = this.#telegram.customerWrites(chat, text, writing);
    this.written.push({ chat, messageId, text, replyTo: writing.replyTo });
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

  /** Does it, then waits until everything that follows has been handled and sent. */
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
