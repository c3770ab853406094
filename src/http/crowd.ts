import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export interface CrowdLimits {
  /** Connections at once. */
  all: number;
  /** Connections at once from one address; 0: no limit. */
  perAddress: number;
}

interface Guest {
  readonly socket: Socket;
  readonly address: string;
  /** Since when it has owed us the rest of a request or has been silent; by performance.now(). */
  since: number;
  /** The request under way. */
  request: IncomingMessage | undefined;
  /** It has had an answer from us and may keep its connection. */
  known: boolean;
}

/**
 * Limits connections so that idle or slow clients shut nobody out. If there is no room, we cut whoever has been sending
 * the same request for longest, then whoever has been silent for longest. We never cut a client that waits for our
 * answer; only if all of them do is a newcomer refused. So behind a proxy, where all clients have one address, the
 * slowest senders go first.
 */
export function limitCrowd(server: Server, limits: CrowdLimits): void {
  const guests = new Map<Socket, Guest>();
  const ofAddress = new Map<string, Set<Guest>>();

  function leave(guest: Guest): void {
    guests.delete(guest.socket);
    const neighbours = ofAddress.get(guest.address);
    neighbours?.delete(guest);
    if (neighbours?.size === 0) ofAddress.delete(guest.address);
  }

  function enter(guest: Guest): void {
    guests.set(guest.socket, guest);
    ofAddress.set(guest.address, (ofAddress.get(guest.address) ?? new Set()).add(guest));
    guest.socket.once('close', () => leave(guest));
  }

  /** Whether there is room for one more among these, after cutting one if necessary. */
  function makeRoom(among: Iterable<Guest> | undefined, size: number, most: number): boolean {
    if (size < most) return true;
    const guest = among && least(among);
    if (!guest) return false;
    leave(guest);
    guest.socket.destroy();
    return true;
  }

  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? '';
    const neighbours = ofAddress.get(address);
    const most = limits.perAddress || limits.all;
    const room =
      makeRoom(neighbours, neighbours?.size ?? 0, most) && makeRoom(guests.values(), guests.size, limits.all);
    if (!room) return void socket.destroy();
    enter({ socket, address, since: performance.now(), request: undefined, known: false });
  });

  // before the app's own listener, which may answer immediately
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const guest = guests.get(request.socket);
    if (!guest) return;
    guest.request = request;
    response.once('close', () => {
      if (guest.request !== request || !request.complete) return;
      Object.assign(guest, { request: undefined, known: true, since: performance.now() });
    });
  });
}

/** The guest to cut: whoever has been sending longest, else silent longest; nobody who waits for our answer. */
function least(guests: Iterable<Guest>): Guest | undefined {
  let sending: Guest | undefined;
  let silent: Guest | undefined;
  for (const guest of guests) {
    if (guest.request?.complete) continue;
    if (guest.request || !guest.known) sending = older(sending, guest);
    else silent = older(silent, guest);
  }
  return sending ?? silent;
}

function older(one: Guest | undefined, other: Guest): Guest {
  return one && one.since <= other.since ? one : other;
}
