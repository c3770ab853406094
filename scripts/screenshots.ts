/**
 * Draws docs/pictures/*.png: what the product sends on a made-up day of a small shop, as a phone shows it. Needs a
 * chromium with fonts for Chinese and emoji (Debian: chromium, fonts-noto-cjk, fonts-noto-color-emoji); CHROMIUM names
 * a different one.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Locale, locales } from '../src/text/locale.ts';
import { type Bubble, pageOf, phone, sent, written } from './phone.ts';
import { type Day, OWNER, withDay } from './picture_day.ts';
import { lifeIn } from './picture_life.ts';

const CHROMIUM = process.env.CHROMIUM ?? 'chromium';
const WIDTH = 860;

for (const locale of locales) {
  const pictures: Record<string, string> = {};
  await withDay(locale, async (day) => {
    pictures.answer = answerOf(day, locale);
    pictures.day = dayOf(day, locale);
  });
  for (const [name, phones] of Object.entries(pictures)) draw(`${name}.${locale}`, locale, phones);
}

/** The card of a question, the owner's reply to it, and what the customer sees. */
function answerOf(day: Day, locale: Locale): string {
  const { day: told, around } = lifeIn(locale);
  const { id, name } = told.asks;
  const reply = day.written.find(({ text }) => text === told.answer)!;
  const card = day.messages(OWNER).find(({ messageId }) => messageId === reply.replyTo)!;
  const mine = { ...written(reply.text), quoted: card.text };
  const receipt = day.messages(OWNER).find(({ replyTo }) => replyTo === reply.messageId)!;
  const question = day.written.find(({ chat }) => chat === id)!;
  const theirs: Bubble[] = [written(question.text), ...day.messages(id).map(sent)];
  const { ownersChat, customersChat } = around.words;
  return phone(ownersChat, [sent(card), mine, sent(receipt)]) + phone(customersChat(name), theirs);
}

/** A complaint, an order that wins a lead and a reminder, beside the list of the day. */
function dayOf(day: Day, locale: Locale): string {
  const {
    day: { buyer, complains },
    around: { words },
  } = lifeIn(locale);
  const messages = day.messages(OWNER);
  const [order, complaint] = [buyer.number, complains.text].map((part) =>
    messages.find(({ text }) => text.includes(part)),
  );
  const [task, list] = day.written.filter(({ chat }) => chat === OWNER).slice(-2);
  // by what they answer: the house may say something by itself meanwhile
  const [reminder, digest] = [task, list].map((line) => messages.find(({ replyTo }) => replyTo === line!.messageId));
  const left = [sent(complaint!), sent(order!), written(task!.text), sent(reminder!)];
  return phone(words.ownersChat, left) + phone(words.ownersChat, [written(list!.text), sent(digest!)]);
}

function draw(name: string, locale: Locale, phones: string): void {
  const dir = mkdtempSync(join(tmpdir(), 'solo-crm-picture-'));
  const page = join(dir, 'page.html');
  writeFileSync(page, pageOf(locale, phones));
  const height = Number(/data-height="(\d+)"/.exec(chromium(['--dump-dom'], page))![1]);
  const file = fileURLToPath(new URL(`../docs/pictures/${name}.png`, import.meta.url));
  chromium([`--screenshot=${file}`, `--window-size=${WIDTH},${height}`, '--force-device-scale-factor=1.5'], page);
  rmSync(dir, { recursive: true, force: true });
}

function chromium(what: string[], page: string): string {
  const always = ['--headless', '--no-sandbox', '--hide-scrollbars', '--disable-gpu', `--window-size=${WIDTH},600`];
  return execFileSync(CHROMIUM, [...always, ...what, `file://${page}`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
