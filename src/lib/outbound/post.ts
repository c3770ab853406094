import { type ClientRequest, type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { faultOf, type PostFault } from './faults.ts';
import { publicLookup, type Resolve } from './lookup.ts';
import type { Target } from './target.ts';

/** So much of an answer is read, in bytes, and for so long; nothing of it is kept. */
const ANSWER_BYTES = 1024;
const ANSWER_MS = 1000;

/** What came back: a status (a redirect is one, it is never followed), or why nothing did. */
export type Answer =
  | { status: number /** As it was sent. */; retryAfter?: string; ms: number }
  | { fault: PostFault /** For logs. */; code: string; ms: number };

export interface PostOptions {
  /** Longest until the answer begins, in ms. */
  timeoutMs: number;
  /** Default: the system's. */
  resolve?: Resolve;
  /** Certificates to trust instead of the system's. */
  ca?: Buffer;
}

/** Posts to a checked target and says what came back. Throws nothing. The connection goes to no address that was not checked. */
export async function post(
  { url, allowed }: Target,
  { headers, body }: { headers: Readonly<Record<string, string>>; body: string },
  { timeoutMs, resolve, ca }: PostOptions,
  signal?: AbortSignal,
): Promise<Answer> {
  const begun = performance.now();
  const late = AbortSignal.timeout(timeoutMs);
  const sending = (url.protocol === 'https:' ? secure : plain)(url, {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    // a connection of its own: none that was opened for another host or before the check
    agent: false,
    signal: signal ? AbortSignal.any([signal, late]) : late,
    ...(!allowed && { lookup: publicLookup(resolve) }),
    ...(ca && { ca }),
  });
  const ms = () => Math.round(performance.now() - begun);
  try {
    const { status, retryAfter } = await answerTo(sending, body);
    return { status, ...(retryAfter && { retryAfter }), ms: ms() };
  } catch (error) {
    return { ...faultOf(error), ms: ms() };
  } finally {
    sending.destroy();
  }
}

function answerTo(sending: ClientRequest, body: string): Promise<{ status: number; retryAfter: string | undefined }> {
  return new Promise((resolve, reject) => {
    sending.on('error', reject);
    sending.on('close', () => reject(new Error('closed')));
    sending.on('response', (answer) => {
      const { statusCode: status = 0, headers } = answer;
      const done = () => resolve({ status, retryAfter: headers['retry-after'] });
      pourOut(answer, done);
    });
    sending.end(body);
  });
}

/** Lets whoever answers end their sentence, within bounds. */
function pourOut(answer: IncomingMessage, done: () => void): void {
  let bytes = 0;
  const enough = setTimeout(done, ANSWER_MS);
  const end = () => {
    clearTimeout(enough);
    done();
  };
  answer.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes >= ANSWER_BYTES) end();
  });
  answer.on('end', end).on('error', end).on('close', end);
}
