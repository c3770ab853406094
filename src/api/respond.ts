import { createHash, randomUUID } from 'node:crypto';
import { HTTPException } from 'hono/http-exception';
import type { Act } from '../domain/act.ts';
import { showSettled } from '../domain/commands/shown_done.ts';
import type { ApiKey } from '../domain/owner/api_key.ts';
import { journaled } from '../domain/owner/journal.ts';
import { answer } from '../http/answer.ts';
import { isDatabaseAway } from '../http/away.ts';
import { actingFor } from './acting.ts';
import { countRequest, type Gate, keyOf, needScope } from './admit.ts';
import { answeredBefore, keepAnswer, type Repeatable, type Sent } from './answers.ts';
import { etagOf, names, needSame } from './etag.ts';
import { idempotencyKeyOf, readGiven } from './given.ts';
import type { AnyOperation, Given } from './operation.ts';
import { Problem, type ProblemStatus, problemAnswer } from './problem.ts';

/** What the API stands on. */
export interface ApiHouse extends Gate {
  act: Act;
  /** Something was enqueued, perhaps. */
  wake: () => void;
  /** Something went wrong on our side; the caller was given the same id. */
  onError: (error: unknown, id: string) => void;
}

/** Where the API is. */
export const ROOT = '/api/v1';

/** Answers a request for one operation; whatever is wrong with it comes back as a problem. */
export async function respond(
  house: ApiHouse,
  operation: AnyOperation,
  request: Request,
  path: Readonly<Record<string, string>>,
): Promise<Response> {
  let headers: Record<string, string> = {};
  try {
    const key = await keyOf(house, request.headers);
    headers = countRequest(house, key);
    needScope(key, operation.scope);
    const sent = await perform(house, key, operation, request, path);
    return responseOf(sent, request, headers);
  } catch (error) {
    return problemAnswer(problemIn(error, house.onError), headers);
  }
}

async function perform(
  house: ApiHouse,
  key: ApiKey,
  operation: AnyOperation,
  request: Request,
  path: Readonly<Record<string, string>>,
): Promise<Sent> {
  const { given, raw } = await readGiven(operation, request, path);
  const idempotencyKey = operation.method === 'post' ? idempotencyKeyOf(request.headers) : undefined;
  const hash = createHash('sha256')
    .update(`${operation.name} ${JSON.stringify(path)}\n`)
    .update(raw)
    .digest();
  const sent = await house.act(async (ctx) => {
    const act = actingFor(ctx);
    const repeatable = idempotencyKey && { keyId: key.id, idempotencyKey, hash, now: ctx.now };
    const before = repeatable && (await answeredBefore(ctx.tx, repeatable));
    if (before) return before;
    const run = () => answerOf(act, operation, given, request.headers);
    const done = operation.scope === 'read' ? await run() : await journaledRun(act, key, operation, run);
    if (repeatable) await keepAnswer(ctx.tx, repeatable satisfies Repeatable, done);
    return done;
  });
  if (operation.scope !== 'read') house.wake();
  return sent;
}

type Acting = ReturnType<typeof actingFor>;

/** As the owner's act with this key: /audit shows it and /undo takes it back. */
async function journaledRun(act: Acting, key: ApiKey, { method, path }: AnyOperation, run: () => Promise<Sent>) {
  const entry = { userId: act.user.id, command: `${method.toUpperCase()} ${ROOT}${path}`, now: act.now, key: key.id };
  const { result, journalId } = await journaled(act.tx, entry, run);
  if (journalId) await showSettled(act, journalId);
  return result;
}

async function answerOf(
  act: Acting,
  operation: AnyOperation,
  given: Given<Record<string, never>, unknown>,
  headers: Headers,
): Promise<Sent> {
  const { ok, versioned } = operation;
  if (operation.scope !== 'read') await needSame(act, operation, given.params.id, headers.get('if-match'));
  const { body, location } = await operation.run(act, given);
  return {
    status: ok.status,
    body: body ?? null,
    headers: {
      ...(versioned && body && { etag: etagOf(body) }),
      ...(location && { location: `${ROOT}${location}` }),
    },
  };
}

function responseOf({ status, body, headers }: Sent, request: Request, rate: Record<string, string>): Response {
  const all = { ...headers, ...rate };
  const known = request.headers.get('if-none-match');
  const isSame = request.method === 'GET' && headers.etag !== undefined && known !== null && names(known, headers.etag);
  if (isSame || body === null)
    return new Response(null, { status: isSame ? 304 : status, headers: { 'cache-control': 'no-store', ...all } });
  return answer(status, body, all);
}

const OF_HTTP: Readonly<Record<number, [ProblemStatus, string]>> = {
  400: [400, 'malformed'],
  413: [413, 'too_large'],
};

/** What went wrong, as the caller is told it. */
export function problemIn(error: unknown, onError: ApiHouse['onError']): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException) {
    const [status, code] = OF_HTTP[error.status] ?? [503 as const, 'unavailable'];
    return new Problem(status, code, error.message, status === 503 ? { headers: { 'retry-after': '5' } } : {});
  }
  if (isDatabaseAway(error))
    return new Problem(503, 'unavailable', 'The database is away for the moment.', { headers: { 'retry-after': '5' } });
  const id = randomUUID();
  onError(error, id);
  return new Problem(500, 'internal', `Something went wrong; the log knows it as ${id}.`);
}
