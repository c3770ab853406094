import { setTimeout as pause } from 'node:timers/promises';
import type { OutboxMessage, Sender } from '../../src/outbox/message.ts';
import { type FakeSmtp, startSmtp } from '../../test/support/smtp.ts';
import type { Case, Ending } from './smtp_cases.ts';

/** A case and its result. */
export interface Ended {
  one: Case;
  ended: Ending;
  wrong: boolean;
  /** Copies beyond the first, after it was sent again if its ending allows that. */
  doubled: number;
  /** Neither arrived nor shown as failed or in doubt. */
  lost: number;
}

export interface SmtpFigures {
  cases: number;
  wrong: number;
  doubled: number;
  lost: number;
}

/** Makes a sender for a server; `mailsEach` 1 means one connection for each mail. */
export type MakeSender = (url: string, mailsEach: number) => Pick<Sender, 'send'> & { close(): void };

const AT_ONCE = 6;
const MOST_TRIES = 3;
/** After a mail the server says its last word within about 5 ms; then the next mail may come. */
const LULL_MS = 30;

/** Plays every case against its own server, whose journal says what it really accepted. */
export async function playAll(cases: readonly Case[], makeSender: MakeSender): Promise<Ended[]> {
  const ended: Ended[] = [];
  const waiting = cases.map((one, nth) => ({ one, nth }));
  const player = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      ended[next.nth] = await play(next.one, next.nth, makeSender);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, player));
  return ended;
}

export function figuresOf(ended: readonly Ended[]): SmtpFigures {
  const sum = (count: (one: Ended) => number) => ended.reduce((total, one) => total + count(one), 0);
  return {
    cases: ended.length,
    wrong: sum(({ wrong }) => Number(wrong)),
    doubled: sum(({ doubled }) => doubled),
    lost: sum(({ lost }) => lost),
  };
}

async function play(one: Case, nth: number, makeSender: MakeSender): Promise<Ended> {
  let well = false;
  const server = await startSmtp({
    starttls: true,
    pipelining: one.pipelining,
    fault: (stage, connection) => (well ? undefined : one.fault(stage, connection)),
  });
  const sender = makeSender(server.url.replace('smtp://', 'smtp://me:pw@'), one.way === 'single' ? 1 : 100);
  try {
    if (one.way === 'pooled') await endingOf(sender, mail(`before-${nth}`, false));
    await pause(LULL_MS);
    const tested = mail(`tested-${nth}`, one.large);
    const ended = await endingOf(sender, tested);
    await pause(LULL_MS);
    const taken = copies(server, tested);
    well = true;
    if (isSentAgain(ended)) await sendAgain(sender, tested.idempotencyKey);
    const copiesInTheEnd = copies(server, tested);
    const known = ended === 'failed' || ended === 'unknown';
    return {
      ...{ one, ended, wrong: ended !== one.expected || contradicts(ended, taken) },
      doubled: Math.max(0, copiesInTheEnd - 1),
      lost: Number(copiesInTheEnd === 0 && !known),
    };
  } finally {
    sender.close();
    await server.close();
  }
}

const isSentAgain = (ended: Ending): boolean => ended === 'retry' || ended === 'down';

/** As the outbox does with what was certainly not sent. */
async function sendAgain(sender: Pick<Sender, 'send'>, name: string): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (!isSentAgain(await endingOf(sender, mail(name, false)))) return;
  }
}

/** Whether the server's journal contradicts what we made of its words. */
function contradicts(ended: Ending, taken: number): boolean {
  if (ended === 'sent') return taken !== 1;
  return ended !== 'unknown' && taken !== 0;
}

async function endingOf(sender: Pick<Sender, 'send'>, message: OutboxMessage): Promise<Ending> {
  const outcome = await sender.send(message, AbortSignal.timeout(60_000));
  if (outcome.result === 'retry') return outcome.channelDown ? 'down' : 'retry';
  if (outcome.result === 'moved') throw new Error('a mail does not move');
  return outcome.result;
}

/** Written twice, as text and as HTML, it has 5.5 MB: more than the 4 MB that a loopback connection buffers. */
const LARGE = 'long line of a long mail\n'.repeat(100_000);

function mail(name: string, large: boolean): OutboxMessage {
  return {
    ...{ id: '1', channel: 'email', address: 'mei@example.net', audience: 'customer', idempotencyKey: name },
    payload: { kind: 'message', reply: { text: large ? LARGE : 'hello' }, subject: name },
    ...{ conversationId: null, messageId: null, attempts: 1, createdAt: new Date(0) },
  };
}

function copies({ mails }: FakeSmtp, { idempotencyKey }: OutboxMessage): number {
  return mails.filter(({ raw }) => raw.subarray(0, 2000).toString('latin1').includes(`Subject: ${idempotencyKey}\r\n`))
    .length;
}
