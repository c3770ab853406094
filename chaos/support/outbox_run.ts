import { setTimeout as pause } from 'node:timers/promises';
import { say } from '../../src/cli/say.ts';
import { readConfig } from '../../src/config.ts';
import type { Sql } from '../../src/db/sql.ts';
import { randomFrom } from '../pairs.ts';
import { type Answer, answerByCommand, answerCards, ask, cardsFor, OWNER } from './desk.ts';
import { setFire } from './fire.ts';
import { onStage, type Stage, withDatabase } from './stage.ts';

const CUSTOMERS = 16;
/** The rest is answered by command: a chat takes at most three receipts a second. */
const IN_THE_CHAT = 0.15;
/** The longest time that Telegram takes to answer: kills must hit running sends. */
const SLOWEST_ANSWER_MS = 100;
const SENT_IN_A_LIFE = 12;
const LONGEST_LIFE_MS = 1_500;
/** A busy machine may take seconds to its first send; with 1.5 s a control of two kills once hit none. */
const LONGEST_AIMED_LIFE_MS = 12_000;
const DRAIN_PATIENCE_MS = 120_000;

export interface OutboxRun {
  /** The program to run: the service, or the control. */
  readonly program: readonly string[];
  readonly seed: number;
  /** Answers to customers. */
  readonly messages: number;
  readonly kills: number;
  readonly longestMs: number;
  /**
   * Each life ends while an answer is on its way to a customer; otherwise at random, which hits one about half the
   * time.
   */
  readonly aimed?: boolean;
}

export interface OutboxFigures {
  messages: number;
  kills: number;
  /** Kills that cut at least one send. */
  kills_in_sends: number;
  delivered: number;
  /** Neither delivered nor on the list of what was certainly not sent. */
  lost: number;
  /** Deliveries to customers beyond the first. */
  doubled: number;
  unknown: number;
  unknown_per_kill: number;
  /** Answers that were on their way to Telegram at a kill: nobody can know whether they arrive. */
  cut: number;
  /** Doubts about other messages: claimed but not begun, or accepted by Telegram but not written down. */
  unknown_beyond_cut_per_kill: number;
  /** Doubts that /unsent does not show, or about which the owner was not asked exactly once. */
  unlisted: number;
  not_asked: number;
  /** Cards and receipts that the owner has not seen at all, and further copies of the others. */
  notices_lost: number;
  notices_doubled: number;
  /** Rows still queued or being sent at the end. */
  stuck: number;
}

/**
 * The owner answers many customers while the service is killed again and again; Telegram's own journal says what
 * arrived.
 */
export function runOutbox(run: OutboxRun): Promise<OutboxFigures> {
  const random = randomFrom(run.seed + 1);
  const telegram = { faultFor: () => ({ delayMs: random() * SLOWEST_ANSWER_MS }) };
  return onStage({ program: run.program, telegram, env: { TELEGRAM_OWNER_ID: String(OWNER) } }, (stage) =>
    play(run, stage),
  );
}

async function play(run: OutboxRun, stage: Stage): Promise<OutboxFigures> {
  await stage.app.start();
  stage.telegram.meet(OWNER);
  // answers leave at once: being held would only take time, and adds a line of its own
  await say(readConfig({ DATA_DIR: stage.dataDir, LOCALE: 'en' }), '/settings undo-send 0');
  const cards = await cardsFor(stage, ask(stage, CUSTOMERS, 'green'));
  const inTheChat = answerCards(stage, cards, Math.round(run.messages * IN_THE_CHAT));
  const answers = [...inTheChat, ...(await answerByCommand(stage, CUSTOMERS, run.messages - inTheChat.length))];
  const questions = ask(stage, CUSTOMERS, 'white');
  await stage.app.kill();
  const fire = await burn(run, stage);
  const stuck = await withDatabase(stage, ({ sql }) => drained(sql));
  const doubts = await withDatabase(stage, ({ sql }) => readDoubts(sql));
  const listed = await listUnsent(stage);
  const delivered = answers.map((answer) => deliveriesOf(stage, answer));
  const notices = [
    ...questions.map((question) => noticesWith(stage, ({ text }) => text.includes(question))),
    ...inTheChat.map(({ messageId }) => receiptsOf(stage, messageId)),
  ];
  const isListed = (text: string) => listed.some((line) => line.endsWith(`: ${text}`));
  return {
    messages: answers.length,
    ...fire,
    delivered: delivered.filter((times) => times > 0).length,
    lost: answers.filter(({ text }, index) => delivered[index] === 0 && !isListed(text)).length,
    doubled: beyondTheFirst(delivered),
    unknown: doubts.length,
    unknown_per_kill: share(doubts.length, fire.kills),
    unknown_beyond_cut_per_kill: share(Math.max(0, doubts.length - fire.cut), fire.kills),
    unlisted: doubts.filter(({ text }) => !isListed(text)).length,
    not_asked: doubts.filter(({ asked }) => asked !== 1).length,
    notices_lost: notices.filter((times) => times === 0).length,
    notices_doubled: beyondTheFirst(notices),
    stuck,
  };
}

async function burn(run: OutboxRun, stage: Stage): Promise<Pick<OutboxFigures, 'kills' | 'kills_in_sends' | 'cut'>> {
  const random = randomFrom(run.seed);
  const deadline = performance.now() + run.longestMs;
  let inSends = 0;
  let cut = 0;
  const { kills } = await setFire(stage, {
    random,
    goOn: (done) => done < run.kills && performance.now() < deadline,
    moment: () => (run.aimed ? untilOnItsWay(stage) : whileSending(stage, random)),
    onKill: () => {
      if (sends(stage).some(isOnItsWay)) inSends += 1;
      cut += sends(stage).filter((call) => isOnItsWay(call) && isToCustomer(call)).length;
    },
  });
  return { kills, kills_in_sends: inSends, cut };
}

const sends = ({ telegram }: Stage) => telegram.calls('sendMessage');
type Send = ReturnType<typeof sends>[number];
const isOnItsWay = ({ status }: Send): boolean => status === undefined;
const isToCustomer = ({ payload }: Send): boolean => String(payload.chat_id) !== String(OWNER);

async function untilOnItsWay(stage: Stage): Promise<void> {
  const deadline = performance.now() + LONGEST_AIMED_LIFE_MS;
  while (performance.now() < deadline && !sends(stage).some((call) => isOnItsWay(call) && isToCustomer(call)))
    await pause(2);
}

/** After a few messages, somewhere in the middle of the next ones; if nothing is sent, anyway. */
async function whileSending(stage: Stage, random: () => number): Promise<void> {
  const enough = sends(stage).length + 1 + Math.floor(random() * SENT_IN_A_LIFE);
  await stage.telegram.until(() => sends(stage).length >= enough, LONGEST_LIFE_MS).catch(() => undefined);
  await pause(random() * SLOWEST_ANSWER_MS);
}

const share = (count: number, of: number): number => Math.round((count / Math.max(1, of)) * 100) / 100;

const beyondTheFirst = (times: readonly number[]): number => times.reduce((sum, one) => sum + Math.max(0, one - 1), 0);

function deliveriesOf({ telegram }: Stage, { chat, text }: Answer): number {
  return telegram.messages(chat).filter((message) => message.text === text).length;
}

function noticesWith({ telegram }: Stage, isIt: (message: { text: string; replyTo?: number }) => boolean): number {
  return telegram.messages(OWNER).filter(isIt).length;
}

/** The number of receipts: what was typed is answered with how it ended. */
function receiptsOf(stage: Stage, messageId: number | undefined): number {
  return noticesWith(stage, ({ replyTo }) => replyTo === messageId);
}

/** Waits until nothing is left to handle, to send or to look up; returns how many still are. */
async function drained(sql: Sql): Promise<number> {
  for (const deadline = performance.now() + DRAIN_PATIENCE_MS; ; await pause(100)) {
    const [row] = await sql<{ open: number }>`
      select (
        (select count(*) from inbox where processed_at is null and failed_at is null)
        + (select count(*) from outbox where state in ('queued', 'sending') or state = 'unknown' and locked_until is not null)
      )::int as open`;
    if (row!.open === 0 || performance.now() > deadline) return row!.open;
  }
}

/** Each message in doubt, and how often the owner's desk was asked about it. */
async function readDoubts(sql: Sql): Promise<{ text: string; asked: number }[]> {
  return sql<{ text: string; asked: number }>`
    select o.payload #>> '{reply,text}' as text, (
      select count(*)::int from outbox question
      where question.channel = 'telegram' and question.address = ${String(OWNER)} and question.state = 'sent'
        and question.idempotency_key like any (
          array[format('receipt:%s:unknown%%', o.id), format('ending:%s:unknown:%%', o.id)]
        )
    ) as asked
    from outbox o where o.audience = 'customer' and o.state = 'unknown'`;
}

/** What the owner sees when asking what was not sent, page by page. */
async function listUnsent({ dataDir }: Stage): Promise<string[]> {
  const config = readConfig({ DATA_DIR: dataDir, LOCALE: 'en' });
  const lines: string[] = [];
  for (let page = 1; ; page += 1) {
    const { lists = [] } = await say(config, `/unsent ${page}`);
    const items = lists.flatMap((list) => list.items);
    if (items.length === 0) return lines;
    lines.push(...items.map((item) => item.text));
  }
}
