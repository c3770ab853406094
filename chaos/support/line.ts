import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a server on this machine that can fail as real lines do. */
export interface Line {
  readonly port: number;
  /** Ends every connection at once. */
  cut(): void;
  /** Every connection dies silently, as behind a router that forgot it; new ones work. */
  hush(): void;
  close(): Promise<void>;
}

interface Pair {
  readonly ends: readonly [Socket, Socket];
  dead: boolean;
}

export async function openLine(serverPort: number): Promise<Line> {
  const pairs = new Set<Pair>();
  const server = createServer((caller) => {
    const pair: Pair = { ends: [caller, connect(serverPort, '127.0.0.1')], dead: false };
    pairs.add(pair);
    join(pair, () => pairs.delete(pair));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const { ends } of pairs) for (const end of ends) end.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    hush: () => {
      for (const pair of pairs) pair.dead = true;
    },
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function join(pair: Pair, ended: () => void): void {
  const [caller, server] = pair.ends;
  for (const [from, to] of [
    [caller, server],
    [server, caller],
  ] as const) {
    from.on('data', (bytes) => {
      if (!pair.dead) to.write(bytes);
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      if (pair.dead && from === server) return;
      to.destroy();
      ended();
    });
  }
}
