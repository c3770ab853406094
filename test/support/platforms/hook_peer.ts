import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pace } from '../../../src/delivery/pace.ts';
import { settle } from '../../../src/delivery/settle.ts';
import { claim } from '../../../src/delivery/worker.ts';
import { channelOfHook } from '../../../src/domain/hooks/hook.ts';
import { passOn } from '../../../src/domain/hooks/pass_on.ts';
import type { Sender } from '../../../src/outbox/message.ts';
import { hookSender } from '../../../src/webhooks/out/sender.ts';
import { atEndOfFile } from '../end_of_file.ts';
import type { House } from '../house.ts';

export interface Call {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Another system that records what it is told, and answers as it is told to. */
export interface HookPeer {
  url: string;
  calls: Call[];
  answer: { status: number; headers?: Record<string, string> };
  /** The types of what it was told, in order. */
  types(): string[];
}

export async function hookPeer(): Promise<HookPeer> {
  const peer: HookPeer = {
    url: '',
    calls: [],
    answer: { status: 204 },
    types: () => peer.calls.map(({ body }) => (JSON.parse(body) as { type: string }).type),
  };
  const server = createServer(async (request, answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    peer.calls.push({ path: request.url!, headers: request.headers, body: Buffer.concat(chunks).toString() });
    answer.writeHead(peer.answer.status, peer.answer.headers).end('<b>whatever it says</b>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  atEndOfFile(() => {
    server.closeAllConnections();
    server.close();
  });
  peer.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`;
  return peer;
}

/** In a test house a sealed secret cannot be opened: this keeps it as it is. Returns the secret. */
export async function keepSecret(house: House, id: string, secret: string): Promise<string> {
  await house.db.autocommit`update hooks set secret = ${Buffer.from(secret)} where id = ${id}`;
  return secret;
}

/** A hook to this address, as the owner adds it; returns its id and its secret. */
export async function addHook(house: House, url: string, events = ''): Promise<{ id: string; secret: string }> {
  const reply = await house.say(`/hook add ${url} ${events}`);
  const [row] = await house.db.sql<{ id: string }>`select id from hooks order by id desc limit 1`;
  return { id: row!.id, secret: await keepSecret(house, row!.id, reply.quote!) };
}

export const sendersOf = async (house: House): Promise<Record<string, Sender>> => {
  const rows = await house.db.sql<{ id: string }>`select id from hooks`;
  const options = {
    sql: house.db.sql,
    open: (sealed: Uint8Array) => {
      const secret = Buffer.from(sealed).toString();
      if (secret === 'lost') throw new Error('sealed with another key');
      return secret;
    },
    allowedHosts: ['127.0.0.1'],
    clock: () => house.now,
  };
  return Object.fromEntries(rows.map(({ id }) => [channelOfHook(id), hookSender(id, options)]));
};

/** Passes on what happened. */
export async function passAllOn(house: House): Promise<void> {
  while (await house.act(passOn));
}

/** Passes on what happened, and sends what is due to all hooks, each once. Returns how many were sent. */
export async function tellHooks(house: House): Promise<number> {
  await passAllOn(house);
  const senders = await sendersOf(house);
  let sent = 0;
  for (;;) {
    const rows = await claim({ db: house.db, senders }, new Pace(), 50);
    if (rows.length === 0) return sent;
    sent += rows.length;
    for (const row of rows) {
      const outcome = await senders[row.channel]!.send(row, AbortSignal.timeout(5000));
      await settle({ db: house.db, act: house.act, senders }, row, outcome);
    }
  }
}

/** What waits for a later try is due now. */
export const comesDue = (house: House) =>
  house.db.autocommit`update outbox set run_at = now() where audience = 'machine' and state = 'queued'`;
