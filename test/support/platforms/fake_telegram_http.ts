import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Payload, Refusal } from './fake_telegram_chats.ts';

/**
 * What goes wrong with one call. `before`: without effect; `after`: the message is in the chat, and only the answer is
 * lost.
 */
export type Fault =
  | { refuse: Refusal }
  /** An answer of a proxy in front: not JSON. */
  | { status: number }
  /** `during`: while the request is still being written. */
  | { cut: 'before' | 'during' | 'after' }
  | { hang: 'before' | 'after' }
  | { delayMs: number };

/** One request as it came, and its result. */
export interface Call {
  method: string;
  payload: Payload;
  /** It took effect, whatever the bot was told. */
  applied: boolean;
  /** The answer's status; undefined if none was given. */
  status?: number;
  /** The message it put into a chat. */
  messageId?: number;
}

export function reply(response: ServerResponse, call: Call, outcome: Refusal | { result: unknown }): void {
  const status = 'result' in outcome ? 200 : outcome.error_code;
  call.status = status;
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ok: status === 200, ...outcome }));
}

export function replyAsProxy(response: ServerResponse, call: Call, status: number): void {
  call.status = status;
  response.writeHead(status, { 'content-type': 'text/html' });
  response.end('<html><h1>Bad Gateway</h1></html>');
}

/** A hanging answer ends when the client leaves or the server closes. */
export function loseAnswer(response: ServerResponse, fault: Fault): void {
  if ('cut' in fault) response.destroy();
}

/**
 * JSON, form or multipart, as Bot API clients may choose. Form values that are JSON are read as JSON, as Telegram does.
 */
export async function readPayload(request: IncomingMessage): Promise<Payload> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (body.length === 0) return {};
  if (type.startsWith('application/json')) return JSON.parse(body.toString()) as Payload;
  const boundary = /boundary=(\S+)/.exec(type)?.[1];
  const fields = boundary ? partsOf(body.toString('latin1'), boundary) : [...new URLSearchParams(body.toString())];
  return Object.fromEntries(fields.map(([name, value]) => [name, jsonOr(value)]));
}

/** A file from a multipart body. */
export class UploadedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;

  constructor(head: string, bytes: Buffer) {
    this.name = Buffer.from(/filename="([^"]*)"/.exec(head)?.[1] ?? '', 'latin1').toString();
    this.type = /content-type: (\S+)/i.exec(head)?.[1] ?? '';
    this.bytes = bytes;
  }
}

function partsOf(body: string, boundary: string): [string, string | UploadedFile][] {
  return body.split(`--${boundary}`).flatMap((part): [string, string | UploadedFile][] => {
    const [head = '', ...rest] = part.split('\r\n\r\n');
    const name = /name="([^"]*)"/.exec(head)?.[1];
    const bytes = Buffer.from(rest.join('\r\n\r\n').replace(/\r\n$/, ''), 'latin1');
    if (!name) return [];
    return [[name, /filename="/.test(head) ? new UploadedFile(head, bytes) : bytes.toString()]];
  });
}

function jsonOr(text: string | UploadedFile): unknown {
  if (text instanceof UploadedFile) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
