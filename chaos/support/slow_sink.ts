import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** A mail server that keeps a journal of whom it took a mail for, and takes its time to say so. */
export interface SlowSink {
  url: string;
  /** How many mails it took for each address: from then on they arrive, whether its answer was heard or not. */
  taken: ReadonlyMap<string, number>;
  /** Mails that were taken and whose answer is not out yet. */
  underWay(): number;
  close(): Promise<void>;
}

export async function startSlowSink({ delayMs }: { delayMs: number }): Promise<SlowSink> {
  const taken = new Map<string, number>();
  let underWay = 0;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, { envelope }, done) {
      stream.resume();
      stream.on('end', () => {
        for (const { address } of envelope.rcptTo) taken.set(address, (taken.get(address) ?? 0) + 1);
        underWay += 1;
        void pause(delayMs).then(() => {
          underWay -= 1;
          done();
        });
      });
    },
  });
  // whoever is killed leaves its connections broken
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}/?tls=none`,
    taken,
    underWay: () => underWay,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
