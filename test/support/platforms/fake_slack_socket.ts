import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const OPCODES = { text: 1, close: 8, ping: 9, pong: 10 } as const;

/** The server's side of one Socket Mode connection (RFC 6455, as far as Slack's client needs it). */
export class FakeSlackSocket {
  /** What the client sent, parsed: acknowledgements. */
  readonly received: Record<string, unknown>[] = [];
  readonly #socket: Duplex;
  readonly #heard: () => void;
  /** If false, nothing is said any more, not even a pong. */
  alive = true;
  open = true;
  #rest = Buffer.alloc(0);

  constructor(request: IncomingMessage, socket: Duplex, heard: () => void) {
    this.#socket = socket;
    this.#heard = heard;
    const key = request.headers['sec-websocket-key'] ?? '';
    const accept = createHash('sha1')
      .update(key + GUID)
      .digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.on('data', (chunk: Buffer) => this.#read(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.open = false;
      heard();
    });
  }

  send(message: object): void {
    this.#write(OPCODES.text, Buffer.from(JSON.stringify(message)));
  }

  /** Breaks the connection silently. */
  cut(): void {
    this.open = false;
    this.#socket.destroy();
  }

  #write(opcode: number, payload: Buffer): void {
    if (!this.open || !this.alive) return;
    const head =
      payload.length < 126
        ? Buffer.from([0x80 | opcode, payload.length])
        : Buffer.from([0x80 | opcode, 126, payload.length >> 8, payload.length & 255]);
    this.#socket.write(Buffer.concat([head, payload]));
  }

  #read(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (let frame = this.#take(); frame; frame = this.#take()) this.#handle(frame.opcode, frame.payload);
  }

  /** Takes a frame of the client: always masked, and never longer than 64 KB here. */
  #take(): { opcode: number; payload: Buffer } | undefined {
    const rest = this.#rest;
    if (rest.length < 2) return undefined;
    const short = rest[1]! & 127;
    const start = short === 126 ? 4 : 2;
    if (rest.length < start + 4) return undefined;
    const length = short === 126 ? rest.readUInt16BE(2) : short;
    const end = start + 4 + length;
    if (rest.length < end) return undefined;
    const mask = rest.subarray(start, start + 4);
    const payload = Buffer.from(rest.subarray(start + 4, end).map((byte, index) => byte ^ mask[index % 4]!));
    this.#rest = rest.subarray(end);
    return { opcode: rest[0]! & 15, payload };
  }

  #handle(opcode: number, payload: Buffer): void {
    if (!this.alive) return;
    if (opcode === OPCODES.ping) this.#write(OPCODES.pong, payload);
    if (opcode === OPCODES.text) this.received.push(JSON.parse(payload.toString()) as Record<string, unknown>);
    if (opcode === OPCODES.close) {
      this.#write(OPCODES.close, payload);
      this.#socket.end();
      this.open = false;
    }
    this.#heard();
  }
}
