import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { CheckerOptions } from '../../../src/mail/check/checker.ts';
import { openNames } from '../../../src/mail/check/names.ts';
import { TLS_FILES } from '../smtp.ts';
import { type FakeDns, startDns, type Zone } from './dns.ts';

export const IP = '93.184.216.34';

/** The DNS of a shop whose mail arrives. */
export const GOOD: Zone = {
  'TXT example.com': ['v=spf1 a:mail.example.com ~all'],
  'A mail.example.com': [IP],
  'PTR 34.216.184.93.in-addr.arpa': ['mail.example.com'],
  'TXT _dmarc.example.com': ['v=DMARC1; p=quarantine'],
};

export interface MailWorld {
  dns: FakeDns;
  /** What the unsubscribe page answers, and the paths it was asked for. */
  status: number;
  paths: string[];
  /** With what a check looks at it. */
  options: CheckerOptions;
}

/** What a mail check looks at, on the loopback: a DNS server and the page where readers unsubscribe. Each test begins with all of it right. */
export function mailWorld(): MailWorld {
  const world = { status: 200, paths: [] as string[] } as MailWorld;
  const page = createServer(TLS_FILES, ({ url }, answer) => {
    world.paths.push(url ?? '');
    answer.writeHead(world.status).end('here');
  });
  beforeAll(async () => {
    world.dns = await startDns({});
    await new Promise<void>((resolve) => page.listen(0, 'localhost', resolve));
    const host = `localhost:${(page.address() as AddressInfo).port}`;
    world.options = {
      ...{ address: 'shop@example.com', host: 'mail.example.com', publicUrl: `https://${host}` },
      ...{ allowedHosts: [host], ca: TLS_FILES.cert },
      names: openNames({ servers: [world.dns.server], timeoutMs: 300, tries: 1 }),
    };
  });
  afterAll(async () => {
    await world.dns.close();
    page.close();
  });
  beforeEach(() => {
    world.dns.zone = { ...GOOD };
    world.status = 200;
  });
  return world;
}
