import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from '../../src/db/sql.ts';
import { type Dovecot, startDovecot } from '../../test/support/dovecot.ts';
import { randomFrom } from '../pairs.ts';
import { type FaultKind, type Scene, type Shadow, strike } from './imap_faults.ts';
import { type Line, openLine } from './line.ts';
import { type Delivered, deliverNext, historyIn, numberOf, SECOND } from './mails.ts';
import { onStage, type Stage, withDatabase } from './stage.ts';

/** Mails arrive all the time; one fault gets at least this time. */
const PERIOD_MS = 2_500;
const LONGEST_START_MS = 30_000;
/** A service that has just started must be able to begin reading before it is killed again. */
const LONGEST_CALM_MS = 2_000;
/** A fault that begins this soon after a delivery affects it: a server takes half a second to announce new mail. */
const IN_THE_WAY_MS = 2_000;

export interface ImapRun {
  /** The program to run: the service, or the control. */
  readonly program: readonly string[];
  readonly seed: number;
  readonly mails: number;
  readonly faults: readonly FaultKind[];
  /** How long we wait for a mail. */
  readonly patienceMs: number;
}

export interface ImapFigures {
  delivered: number;
  stored: number;
  /** Delivered, but missing in the inbox or not a message. */
  lost: number;
  /** Rows or messages beyond the first of a mail. */
  doubled: number;
  /** Rows that were given up or are still open at the end. */
  unhandled: number;
  faults: Partial<Record<FaultKind, number>>;
  /** From the delivery, or the end of the fault during it, to the inbox. */
  seen_p50_s: number;
  seen_max_s: number;
  slowest: string[];
}

/**
 * Delivers mails to a service while its mail server, its line and its own process fail, and looks what became of each.
 */
export async function runImap(run: ImapRun): Promise<ImapFigures> {
  const dovecot = await startDovecot();
  const line = await openLine(dovecot.port);
  try {
    historyIn(dovecot);
    const env = { IMAP_URL: ['INBOX', SECOND].map((box) => addressOf(line, box)).join(' ') };
    return await onStage({ program: run.program, env }, (stage) => underFire(run, stage, dovecot, line));
  } finally {
    await line.close();
    await dovecot.close();
  }
}

const addressOf = ({ port }: Line, box: string): string => `imap://me:secret@127.0.0.1:${port}/${box}?tls=none`;

async function underFire(run: ImapRun, stage: Stage, dovecot: Dovecot, line: Line): Promise<ImapFigures> {
  const scene: Scene = { app: stage.app, dovecot, line, random: randomFrom(run.seed) };
  await stage.app.start();
  await withDatabase(stage, ({ sql }) => until(LONGEST_START_MS, async () => (await cursors(sql)) === 2));
  const delivered: Delivered = new Map();
  const shadows: Shadow[] = [];
  for (const kind of run.faults) {
    const share = Math.ceil((run.mails - delivered.size) / (run.faults.length - shadows.length));
    const [shadow] = await Promise.all([
      pause(scene.random() * LONGEST_CALM_MS).then(() => strike(kind, scene)),
      deliver(share, scene, delivered),
    ]);
    shadows.push(shadow);
    // only the poller notices it: the next fault would just help it
    if (kind === 'silence')
      await withDatabase(stage, ({ sql }) => until(run.patienceMs, () => allSeen(sql, delivered)));
  }
  return withDatabase(stage, async ({ sql }) => {
    await until(run.patienceMs, async () => (await allSeen(sql, delivered)) && (await open(sql)) === 0);
    return figures(sql, delivered, shadows);
  });
}

async function deliver(count: number, { dovecot, random }: Scene, delivered: Delivered): Promise<void> {
  for (let left = count; left > 0; left -= 1) {
    deliverNext(dovecot, random, delivered);
    await pause((random() * 2 * PERIOD_MS) / count);
  }
}

/** Waits until it holds or its time is over: then the figures show it. */
async function until(patienceMs: number, holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = performance.now() + patienceMs; performance.now() < deadline; await pause(200)) {
    if (await holds()) return;
  }
}

async function allSeen(sql: Sql, delivered: Delivered): Promise<boolean> {
  const [row] = await sql<{ mails: number }>`
    select count(distinct headers ->> 'mail-key')::int as mails from inbox where source like 'email:%'`;
  return row!.mails >= delivered.size;
}

async function cursors(sql: Sql): Promise<number> {
  return (await sql`select from cursors`).length;
}

async function open(sql: Sql): Promise<number> {
  return (await sql`select from inbox where processed_at is null and failed_at is null`).length;
}

async function figures(sql: Sql, delivered: Delivered, shadows: readonly Shadow[]): Promise<ImapFigures> {
  const rows = await sql<{ body: Buffer; receivedAt: Date; handled: boolean }>`
    select body, received_at as "receivedAt", processed_at is not null as handled from inbox
    where source like 'email:%' order by id`;
  const messages = await sql<{ number: number }>`
    select substring(external_id from '<fire.([0-9]+)@')::int as number from messages`;
  const seen = new Map(rows.map(({ body, receivedAt }) => [numberOf(body), receivedAt.getTime()]));
  const said = new Set(messages.map(({ number }) => number));
  const stored = [...delivered.keys()].filter((number) => seen.has(number) && said.has(number));
  const waits = [...delivered]
    .filter(([number]) => seen.has(number))
    .map(([number, at]) => ({ number, seconds: (seen.get(number)! - lit(at, shadows)) / 1000 }))
    .sort((a, b) => a.seconds - b.seconds);
  return {
    delivered: delivered.size,
    stored: stored.length,
    lost: delivered.size - stored.length,
    doubled: rows.length - seen.size + messages.length - said.size,
    unhandled: rows.filter(({ handled }) => !handled).length,
    faults: count(shadows),
    seen_p50_s: inSeconds(waits[waits.length >> 1]?.seconds),
    seen_max_s: inSeconds(waits.at(-1)?.seconds),
    slowest: waits.slice(-3).map(({ number, seconds }) => {
      const before = shadows.findLast(({ from }) => from <= delivered.get(number)!);
      return `mail ${number} after ${inSeconds(seconds)} s (${before?.kind})`;
    }),
  };
}

/** Since when a mail could be seen: its delivery, or the end of the faults during it. */
function lit(deliveredAt: number, shadows: readonly Shadow[]): number {
  return shadows.reduce((at, { from, to }) => (to > at && from < at + IN_THE_WAY_MS ? to : at), deliveredAt);
}

function count(shadows: readonly Shadow[]): Partial<Record<FaultKind, number>> {
  const counts: Partial<Record<FaultKind, number>> = {};
  for (const { kind } of shadows) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

const inSeconds = (seconds = 0): number => Math.max(0, Math.round(seconds * 10) / 10);
