/** Sends one campaign, in a process of its own so that its CPU and memory are its alone. */
import { createTransport } from 'nodemailer';
import { type Connection, openDatabase } from '../src/db/open.ts';
import { openBulk } from '../src/mail/bulk/bulk.ts';
import type { DkimKey } from '../src/mail/bulk/dkim.ts';
import type { BulkMail, BulkResult, WrittenMail } from '../src/outbox/bulk.ts';
import { claimAndSend, type Way } from './campaign_loop.ts';
import { filledMail, writtenMail } from './campaign_mail.ts';

/** `filled`: slots of a form; `written`: each mail whole, as a template engine gives it. */
export type By = 'filled' | 'written' | 'nodemailer';

export interface Order {
  connection: Connection;
  port: number;
  by: By;
  dkim: readonly DkimKey[];
  /** The program of the thread. */
  program: string;
}

export interface Cost {
  seconds: number;
  /** Of all threads of the process. */
  cpuSeconds: number;
  peakMb: number;
}

const CONNECTIONS = 20;

type Closing = Way & { close(): unknown };

function ours({ port, dkim, program }: Order): Closing {
  const server = { host: '127.0.0.1', port, tls: 'none' as const, path: '' };
  return openBulk({ server, dkim, connections: CONNECTIONS, mailsEach: 1e9, program: new URL(program) });
}

/** The plain way: a pool, one sendMail for each. */
function nodemailer({ port, dkim: [key] }: Order): Closing {
  const transport = createTransport({
    ...{ host: '127.0.0.1', port, pool: true, maxConnections: CONNECTIONS, maxMessages: Number.POSITIVE_INFINITY },
    ...{ ignoreTLS: true, disableFileAccess: true, disableUrlAccess: true },
    ...(key && { dkim: { domainName: key.domain, keySelector: key.selector, privateKey: key.privateKey } }),
  });
  const one = async (mail: WrittenMail): Promise<BulkResult> => {
    const { from, to, subject, html, text, headers, messageId } = mail;
    try {
      const { response } = await transport.sendMail({ from, to, subject, html, text, headers, messageId });
      return { state: 'sent', detail: response };
    } catch (error) {
      return { state: 'unknown', detail: String(error) };
    }
  };
  return {
    send: (batch: readonly BulkMail[]) => Promise.all(batch.map((mail) => one(mail as WrittenMail))),
    close: () => transport.close(),
  };
}

process.on('message', async (order: Order) => {
  const db = openDatabase(order.connection);
  await db.sql`select 1`;
  const way = order.by === 'nodemailer' ? nodemailer(order) : ours(order);
  const cpu = process.cpuUsage();
  const began = performance.now();
  await claimAndSend(db, way, order.by === 'filled' ? filledMail : writtenMail);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  await way.close();
  await db.close();
  process.send?.({ seconds, cpuSeconds: (user + system) / 1e6, peakMb } satisfies Cost, () => process.exit(0));
});
