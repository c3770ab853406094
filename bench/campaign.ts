/**
 * A campaign by mail, sent by the service's own worker from the embedded database: planned, claimed in batches with `sending` committed
 * first, a template with merge fields, a counted link and a link to unsubscribe for each person, the state of each recipient kept. In each
 * of ROUNDS (3) rounds the ways take turns, because the machine is never the same twice: ours with RECIPIENTS (20,000), ours with an RSA
 * signature, a loop over nodemailer's pool with a fifth of them and no state, and, where Debian's postfix is installed, `smtp-source -d`,
 * which keeps no state and composes nothing. All send to one mail server on the loopback: smtp-sink, or our own where that is not
 * installed. Then a campaign to a server that notes every recipient says what was lost or came twice, and at last one to PLANNED (100,000)
 * people is planned. Nothing is random.
 *
 * Goals: `ratio_nodemailer` at least 7, `ratio_smtp_source` at least 0.5, `cpu_us_per_mail` (of the sending process) at most 200,
 * `dkim_ratio` (RSA-2048 on against off) at least 0.35; each is the median of the rounds; `plan_s` at most 3 for 100,000.
 */
import { type ChildProcess, execFile, execFileSync, fork, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { plan as buildPlan } from '../scripts/build.ts';
import type { DkimKey } from '../src/mail/bulk/dkim.ts';
import { freePort } from '../test/support/free_port.ts';
import { beginCampaign, counted, type House, moveIn, openHouse } from './campaign_house.ts';
import { bytesOf } from './campaign_mail.ts';
import type { Cost, Order } from './campaign_sender.ts';
import type { SinkCount } from './campaign_sink.ts';
import { cpuTime, serverPid } from './cpu.ts';
import { type Connect, inScratchServer } from './people.ts';

const setting = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const recipients = setting('RECIPIENTS', 20_000);
const rounds = setting('ROUNDS', 3);
/** For how many people a campaign is planned at the end; 0: for none. */
const planned = setting('PLANNED', 100_000);
/** It takes its time. */
const peers = Math.max(500, Math.round(recipients / 5));

const OUT = fileURLToPath(new URL('../dist/bench/', import.meta.url));
const BUILT = { sender: `${OUT}sender.js`, sink: `${OUT}sink.js`, thread: `file://${OUT}thread.js` };

/** As in production: built, because running TypeScript has a price of its own. */
const building = () =>
  build({
    ...buildPlan,
    entryPoints: {
      sender: 'bench/campaign_sender.ts',
      sink: 'bench/campaign_sink.ts',
      thread: 'src/mail/bulk/bulk_thread.ts',
    },
    outdir: OUT,
    sourcemap: false,
  });

const started = (file: string) => fork(file, { execArgv: ['--no-regexp-tier-up'] });
const said = async (child: ChildProcess): Promise<unknown> => (await once(child, 'message'))[0];

interface Sink {
  port: number;
  stop(): void;
}

async function openOwnSink(): Promise<Sink & { count(): Promise<SinkCount> }> {
  const child = started(BUILT.sink);
  const { port } = (await said(child)) as { port: number };
  const count = async () => {
    child.send({ count: true });
    return (await said(child)) as SinkCount;
  };
  return { port, count, stop: () => void child.kill() };
}

/** Debian's, written in C; as root it wants to be told whom to be. */
async function openSmtpSink(): Promise<Sink> {
  const port = await freePort();
  const user = process.getuid?.() === 0 ? ['-u', 'postfix'] : [];
  const child = spawn('smtp-sink', [...user, `127.0.0.1:${port}`, '1000'], { stdio: 'ignore' });
  for (let tries = 0; tries < 200 && !(await answers(port)); tries++) await sleep(25);
  return { port, stop: () => void child.kill() };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

function isInstalled(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

interface Sent {
  rate: number;
  cpuUs: number;
  /** Of the database. */
  serverUs: number;
  peakMb: number;
}

/** CPU time of the database so far. */
function serverMs({ connection }: Order): number {
  return 'host' in connection ? cpuTime(serverPid(connection.host)).server : 0;
}

/** Sends what `order` says, in a process of its own. */
async function sent(order: Order): Promise<Sent> {
  const child = started(BUILT.sender);
  const told = said(child);
  const before = serverMs(order);
  child.send(order);
  const { seconds, cpuSeconds, peakMb } = (await told) as Cost;
  const { count } = order;
  const serverUs = ((serverMs(order) - before) * 1000) / count;
  return { rate: count / seconds, cpuUs: (cpuSeconds * 1e6) / count, serverUs, peakMb };
}

/** A campaign to everybody, from its plan to the state of the last one. */
async function campaign(house: House, order: Order): Promise<Sent> {
  await beginCampaign(house);
  const cost = await sent(order);
  const states = await counted(house);
  if (states.sent !== order.count) throw new Error(`not all were sent: ${JSON.stringify(states)}`);
  return cost;
}

async function smtpSource(port: number): Promise<number> {
  const options = ['-d', '-s', '20', '-m', String(recipients), '-l', String(bytesOf())];
  const began = performance.now();
  await promisify(execFile)('smtp-source', [
    ...options,
    '-f',
    'a@example.com',
    '-t',
    'b@example.net',
    `127.0.0.1:${port}`,
  ]);
  return (recipients * 1000) / (performance.now() - began);
}

function rsaKey(): DkimKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  return { domain: 'example.com', selector: 'bench', privateKey: pem };
}

interface Round {
  ours: Sent;
  signed: Sent;
  nodemailer: Sent;
  smtpSource: number | undefined;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

interface Figures {
  all: Round[];
  lost: number;
  doubled: number;
  /** How long it takes to plan for PLANNED people. */
  planSeconds: number | null;
}

async function measure(): Promise<Figures> {
  await building();
  return inScratchServer(async (connectTo) => {
    const connection = await connectTo('campaign');
    await moveIn(connection, recipients);
    const house = openHouse(connection);
    const own = await openOwnSink();
    const sink = isInstalled('smtp-sink') ? await openSmtpSink() : own;
    const order: Order = {
      connection,
      port: sink.port,
      by: 'ours',
      dkim: [],
      count: recipients,
      program: BUILT.thread,
    };
    const dkim = [rsaKey()];
    const all: Round[] = [];
    try {
      for (let nth = 1; nth <= rounds; nth++) {
        const round = {
          ours: await campaign(house, order),
          nodemailer: await sent({ ...order, by: 'nodemailer', count: peers }),
          smtpSource: isInstalled('smtp-source') ? await smtpSource(sink.port) : undefined,
          signed: await campaign(house, { ...order, dkim }),
        };
        tell(nth, round);
        all.push(round);
      }
      await own.count();
      await campaign(house, { ...order, port: own.port });
      const { recipients: reached, mails } = await own.count();
      const planSeconds = planned > 0 ? await planFor(connectTo, planned) : null;
      return { all, lost: recipients - reached, doubled: mails - reached, planSeconds };
    } finally {
      sink.stop();
      own.stop();
      await house.db.close();
    }
  });
}

async function planFor(connectTo: Connect, count: number): Promise<number> {
  const connection = await connectTo('plan');
  await moveIn(connection, count);
  const house = openHouse(connection);
  const { seconds } = await beginCampaign(house);
  await house.db.close();
  return seconds;
}

function tell(nth: number, { ours, signed, nodemailer, smtpSource }: Round): void {
  const one = ({ rate, cpuUs, serverUs, peakMb }: Sent) =>
    `${Math.round(rate)}/s ${Math.round(cpuUs)} + ${Math.round(serverUs)} µs ${Math.round(peakMb)} MB`;
  console.log(
    `round ${nth}: ours ${one(ours)}, signed ${one(signed)}, nodemailer ${one(nodemailer)}, smtp-source ${smtpSource ? `${Math.round(smtpSource)}/s` : 'absent'}`,
  );
}

const { all, lost, doubled, planSeconds } = await measure();
const ratio = (of: (round: Round) => number) => Number(median(all.map(of)).toFixed(2));
const figures = {
  mails_per_s: Math.round(median(all.map(({ ours }) => ours.rate))),
  ratio_nodemailer: ratio(({ ours, nodemailer }) => ours.rate / nodemailer.rate),
  ratio_smtp_source: all[0]!.smtpSource ? ratio(({ ours, smtpSource }) => ours.rate / smtpSource!) : null,
  cpu_us_per_mail: Math.round(median(all.map(({ ours }) => ours.cpuUs))),
  peak_mb: Math.round(Math.max(...all.map(({ ours }) => ours.peakMb))),
  dkim_ratio: ratio(({ ours, signed }) => signed.rate / ours.rate),
  server_cpu_us_per_mail: Math.round(median(all.map(({ ours }) => ours.serverUs))),
  nodemailer_cpu_us_per_mail: Math.round(median(all.map(({ nodemailer }) => nodemailer.cpuUs))),
  ...{ recipients, lost, doubled, planned, plan_s: planSeconds && Number(planSeconds.toFixed(2)) },
};
console.log(JSON.stringify(figures));
process.exit(lost + doubled === 0 ? 0 : 1);
