import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { readConfig } from '../src/config.ts';
import { newPairingCode } from '../src/domain/owner/pairing.ts';
import { openLog } from '../src/lib/log.ts';
import type { Progress } from '../src/service/progress.ts';
import { type Service, startService } from '../src/service/service.ts';
import type { Locale } from '../src/text/locale.ts';
import { type Texts, texts } from '../src/text/texts.ts';
import { freePort } from '../test/support/free_port.ts';
import { type FakeTelegram, type SentMessage, startFakeTelegram } from '../test/support/platforms/fake_telegram.ts';
import { type FakeSmtp, startSmtp } from '../test/support/smtp.ts';
import { mailArrives, order, shopPosts } from './edges.ts';
import { type Customer, type Life, lifeIn } from './life.ts';
import type { Pace } from './pace.ts';
import { openPhones, type Phones, type Screen } from './phones.ts';

const OWNER = 42;
const SECRET = 'shpss_0123456789abcdef0123456789abcdef';

export interface Telling {
  locale: Locale;
  pace: Pace;
  screen: Screen;
  progress: Progress;
}

/** The whole product on made-up people: a local Telegram, signed webhooks over HTTP, real mail; nothing leaves this machine. */
export async function tell({ locale, pace, screen, progress }: Telling): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'solo-crm-demo-'));
  // its database runs as another account where this is root
  chmodSync(dataDir, 0o755);
  process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  process.once('SIGINT', () => process.exit(130));
  const telegram = await startFakeTelegram();
  const smtp = await startSmtp();
  const life = lifeIn(locale);
  const config = readConfig({
    ...{ DATA_DIR: dataDir, PORT: String(await freePort()), LOG_LEVEL: 'silent' },
    ...{ LOCALE: locale, BUSINESS_NAME: life.shop, CURRENCY: life.currency, COUNTRY: life.country },
    ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root },
    ...{ SMTP_URL: smtp.url, MAIL_FROM: `${life.shop} <shop@example.com>` },
  });
  // held as briefly as shows it: nobody here presses Cancel
  const settings = { ...config.settings, undoSend: 1 };
  const service = await startService({ ...config, settings }, { log: openLog('silent'), onStep: progress.step });
  try {
    const names = { customer: life.asks.name, owner: life.words.ownersPhone };
    const phones = openPhones(screen, names, pace);
    const shop = new Shop({ service, telegram, smtp, life, phones, t: texts(locale) });
    await shop.open();
    progress.end();
    await shop.day();
    phones.end();
    screen.write(`\n${await shop.summary()}\n`);
  } finally {
    await service.stop();
    await telegram.close();
    await smtp.close();
  }
}

interface Parts {
  service: Service;
  telegram: FakeTelegram;
  smtp: FakeSmtp;
  life: Life;
  phones: Phones;
  t: Texts;
}

class Shop {
  readonly #parts: Parts;
  /** How many messages of each chat, and mails, have been shown. */
  readonly #shown = new Map<number, number>();
  #mails = 0;
  #hook = '';

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The owner's chat is paired and the shop connected: none of it is shown. */
  async open(): Promise<void> {
    const { service } = this.#parts;
    const code = await service.house.act((ctx) => newPairingCode(ctx));
    await this.#ownerWrites(`/pair ${code}`);
    await this.#ownerWrites(`/connect shopify ${SECRET}`);
    this.#hook = /http\S+\/hooks\/\S+/.exec(this.#ofOwner().at(-1)!.text)![0];
    this.#shown.set(OWNER, this.#ofOwner().length);
  }

  async day(): Promise<void> {
    const { life, phones, t } = this.#parts;
    const { captions } = life.words;
    await phones.caption(captions.asks);
    await this.#writes(life.asks);
    await phones.caption(captions.answer);
    await this.#answers(life.asks, life.answer);
    await this.#newTo(life.asks.id);

    await phones.caption(captions.complains);
    phones.customer(life.complains.name);
    await this.#writes(life.complains);
    await this.#answers(life.complains, life.apology);
    await this.#newTo(life.complains.id);
    await this.#presses(life.complains, t.button.resolve);

    await phones.caption(captions.mails);
    phones.customer(life.mail.name);
    await phones.typed('customer', `✉ ${life.mail.subject}\n${life.mail.text}`);
    await this.#settled(() => mailArrives(this.#parts.service, life.mail));
    await this.#newToOwner();
    await this.#answers(life.mail, life.mailAnswer);
    await this.#newMails();

    await phones.caption(captions.buys);
    await phones.message('customer', `🛒 ${life.buyer.title} · ${life.buyer.price} ${life.currency}`);
    const bought = order(life.buyer, life.currency, new Date());
    await this.#settled(() => shopPosts(this.#hook, SECRET, 'orders/paid', bought));
    await this.#newToOwner();

    await phones.caption(captions.task);
    await this.#types(`/${t.commands.task.word} ${life.task}`);
    await phones.caption(captions.undo);
    await this.#types(`/${t.commands.undo.word}`);
    await phones.caption(captions.evening);
    phones.customer(life.late.name);
    await this.#writes(life.late);
    await this.#types(`/${t.commands.inbox.word}`);
  }

  /** What it came to, and what to try now. */
  async summary(): Promise<string> {
    const { life, service } = this.#parts;
    const [facts] = await service.house.db.sql<{ contacts: number; messages: number; answers: number }>`
      select (select count(*)::int from contacts) as contacts,
        (select count(*)::int from messages where direction = 'in') as messages,
        (select count(*)::int from outbox where audience = 'customer' and state = 'sent') as answers`;
    const prefix = process.env.LOCALE ? `LOCALE=${process.env.LOCALE} ` : '';
    const { came, next } = life.words;
    return [came(facts!), '', next, ...life.tryNext.map((line) => `  ${prefix}${line}`)].join('\n');
  }

  async #writes({ id, name, text }: Customer): Promise<void> {
    const { phones, telegram } = this.#parts;
    await phones.typed('customer', text);
    await this.#settled(() => telegram.customerWrites(id, text, { name }));
    await this.#newToOwner();
  }

  /** By replying to the card. */
  async #answers({ name }: { name: string }, text: string): Promise<void> {
    const card = this.#card(name);
    await this.#parts.phones.typed('owner', this.#parts.life.words.replies(name, text));
    await this.#ownerWrites(text, card.messageId);
    await this.#newToOwner();
  }

  async #presses({ name }: { name: string }, label: string): Promise<void> {
    await this.#parts.phones.pressed('owner', label);
    await this.#settled(() => this.#parts.telegram.press(this.#card(name), label));
    await this.#newToOwner();
  }

  async #types(line: string): Promise<void> {
    await this.#parts.phones.typed('owner', line);
    await this.#ownerWrites(line);
    await this.#newToOwner();
  }

  #newToOwner = (): Promise<void> => this.#newIn(OWNER, 'owner');
  #newTo = (chat: number): Promise<void> => this.#newIn(chat, 'customer');

  async #newIn(chat: number, side: 'customer' | 'owner'): Promise<void> {
    const messages = this.#parts.telegram.messages(chat);
    const unseen = messages.slice(this.#shown.get(chat) ?? 0);
    this.#shown.set(chat, messages.length);
    for (const { text, buttons } of unseen) {
      await this.#parts.phones.message(
        side,
        text,
        buttons.map((row) => row.map((button) => button.text)),
      );
    }
  }

  async #newMails(): Promise<void> {
    const { smtp, phones } = this.#parts;
    for (const { raw } of smtp.mails.slice(this.#mails)) {
      const { subject, text } = await simpleParser(raw);
      await phones.message('customer', `✉ ${subject}\n${text?.trim()}`);
    }
    this.#mails = smtp.mails.length;
  }

  #ofOwner(): SentMessage[] {
    return this.#parts.telegram.messages(OWNER);
  }

  #card(name: string): SentMessage {
    const card = this.#ofOwner().findLast(({ text }) => text.startsWith(`💬 ${name}`));
    if (!card) throw new Error(`there is no card of ${name}`);
    return card;
  }

  #ownerWrites(text: string, replyTo?: number): Promise<unknown> {
    const { telegram, life } = this.#parts;
    return this.#settled(() =>
      telegram.customerWrites(OWNER, text, { name: life.words.you, ...(replyTo && { replyTo }) }),
    );
  }

  /** Does it, then waits until all that follows has been handled and sent. */
  async #settled<T>(act: () => T): Promise<T> {
    const result = await act();
    do await sleep(40);
    while (this.#parts.telegram.pending > 0 || (await this.#busy()));
    return result;
  }

  async #busy(): Promise<boolean> {
    const [row] = await this.#parts.service.house.db.sql<{ busy: boolean }>`
      select exists (select from inbox where processed_at is null and failed_at is null)
        or exists (select from outbox where state in ('queued', 'sending')) as busy`;
    return row!.busy;
  }
}
