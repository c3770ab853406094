/** Sends one campaign, in a process of its own so that its CPU and memory are its alone. */
import { createTransport } from 'nodemailer';
import type { Connection } from '../src/db/open.ts';
import { startCampaignWorker } from '../src/delivery/campaigns/worker.ts';
import { openBulk } from '../src/mail/bulk/bulk.ts';
import type { DkimKey } from '../src/mail/bulk/dkim.ts';
import { messageIdFor } from '../src/mail/read/message_id.ts';
import type { BulkSender, BulkWay } from '../src/outbox/bulk.ts';
import { type House, KEY, openHouse } from './campaign_house.ts';
import { FROM, plainMails } from './campaign_mail.ts';

/** `ours`: the worker of the service; `nodemailer`: a loop over its pool, which keeps no state. */
export type By = 'ours' | 'nodemailer';

export interface Order {
  connection: Connection;
  port: number;
  by: By;
  dkim: readonly DkimKey[];
  /** How many mails. */
  count: number;
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

/** Until the state of the last one is written down. */
async function ours({ connection, port, dkim, count, program }: Order): Promise<() => Promise<void>> {
  const house = openHouse(connection);
  await house.db.sql`select 1`;
  const server = { host: '127.0.0.1', port, tls: 'none' as const, path: '' };
  const bulk = openBulk({ server, dkim, connections: CONNECTIONS, mailsEach: 1e9, program: new URL(program) });
  return async () => {
    const { way, handedOver } = countingWay(bulk, count);
    let fail: (error: unknown) => void;
    const failed = new Promise<never>((_, reject) => {
      fail = reject;
    });
    const worker = startCampaignWorker({
      ...{ act: house.act, instance: 1, ways: { email: way }, chats: [], alone: true },
      ...{ resting: () => false, told: () => void endedShort(house).then(fail, fail), onError: (error) => fail(error) },
    });
    // a worker that only fails, or leaves people out, never hands over as many, and the run would wait for ever
    await Promise.race([handedOver, failed]);
    await worker.stop();
  };
}

/** Why a campaign that is over went to fewer than it has; never, while it goes to all of them. */
async function endedShort({ db }: House): Promise<unknown> {
  const short = await db.sql`
    select state, reason, count(*)::int as people from campaign_deliveries
    where exists (select from campaigns where state = 'finished') and state <> 'sent' group by 1, 2`;
  return short.length > 0 ? new Error(`The campaign left people out: ${JSON.stringify(short)}`) : new Promise(() => {});
}

/** `handedOver`: as many have been as the campaign has. */
function countingWay(bulk: BulkSender, count: number): { way: BulkWay; handedOver: Promise<void> } {
  let open = count;
  let done: () => void;
  const handedOver = new Promise<void>((resolve) => {
    done = resolve;
  });
  const send: BulkSender['send'] = async (batch) => {
    const results = await bulk.send(batch);
    open -= batch.length;
    if (open <= 0) done();
    return results;
  };
  const idOf = (key: string) => messageIdFor(key, 'example.com', KEY);
  return { way: { sender: { ...bulk, send }, from: FROM, address: 'shop@example.com', idOf }, handedOver };
}

/** The plain way: a pool, one sendMail for each; as many wait for it as it has connections, twice. */
async function nodemailer({ port, dkim: [key], count }: Order): Promise<() => Promise<void>> {
  const transport = createTransport({
    ...{ host: '127.0.0.1', port, pool: true, maxConnections: CONNECTIONS, maxMessages: Number.POSITIVE_INFINITY },
    ...{ ignoreTLS: true, disableFileAccess: true, disableUrlAccess: true },
    ...(key && { dkim: { domainName: key.domain, keySelector: key.selector, privateKey: key.privateKey } }),
  });
  const mailFor = plainMails();
  let nth = 0;
  const one = async () => {
    while (nth < count) await transport.sendMail(mailFor(++nth));
  };
  return async () => {
    await Promise.all(Array.from({ length: 2 * CONNECTIONS }, one));
  };
}

process.on('message', async (order: Order) => {
  const run = await (order.by === 'ours' ? ours(order) : nodemailer(order));
  const cpu = process.cpuUsage();
  const began = performance.now();
  await run();
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  process.send?.({ seconds, cpuSeconds: (user + system) / 1e6, peakMb } satisfies Cost, () => process.exit(0));
});
