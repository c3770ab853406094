import { type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { faultOf, type PostFault } from './faults.ts';
import { publicLookup } from './lookup.ts';
import type { PostOptions } from './post.ts';
import type { Target } from './target.ts';

/** What is asked of an API. */
export interface Question {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  headers: Readonly<Record<string, string>>;
  body?: string;
}

/** What an API answered, or why it did not; `large`: it is longer than we read. */
export type ApiAnswer =
  | { status: number; headers: Readonly<Record<string, string>>; body: Buffer }
  | { fault: PostFault | 'large'; code: string };

export interface AskOptions extends PostOptions {
  /** So much of an answer is read, in bytes; a longer one is none. */
  mostBytes: number;
}

class TooLarge extends Error {}

/**
 * Asks a checked target and reads its answer. Throws nothing; a redirect is an answer and is never followed. The connection goes to
 * no address that was not checked. `timeoutMs` holds for all of it.
 */
export async function ask(
  { url, allowed }: Target,
  { method, headers, body }: Question,
  { timeoutMs, mostBytes, resolve, ca }: AskOptions,
): Promise<ApiAnswer> {
  const request = (url.protocol === 'https:' ? secure : plain)(url, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) },
    agent: false,
    signal: AbortSignal.timeout(timeoutMs),
    ...(!allowed && { lookup: publicLookup(resolve) }),
    ...(ca && { ca }),
  });
  try {
    const answer = await new Promise<IncomingMessage>((answered, failed) => {
      request.on('response', answered).on('error', failed);
      request.end(body);
    });
    const read = await bytesOf(answer, mostBytes);
    return { status: answer.statusCode ?? 0, headers: single(answer), body: read };
  } catch (error) {
    return error instanceof TooLarge ? { fault: 'large', code: 'large' } : faultOf(error);
  } finally {
    request.destroy();
  }
}

async function bytesOf(answer: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > most) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A repeated header reads as 'one, two'. */
const single = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]));
