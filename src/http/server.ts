import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { WrongKey } from '../vault/seal.ts';
import { answer, refusal } from './answer.ts';
import { isDatabaseAway } from './away.ts';
import { readBody } from './body.ts';
import type { Health } from './health.ts';
import type { Hook, HookAnswer, ReceiveHook } from './hook.ts';
import { startPatience } from './patience.ts';

export interface AppOptions {
  /** POST /hooks/<provider>/<token> */
  webhooks: ReceiveHook;
  /** Hooks of the channels by path, such as '/telegram/:token'. */
  hooks?: Readonly<Record<string, ReceiveHook>>;
  /** Rejects if the database is away. `standing`: due work is not being done. */
  readHealth: () => Promise<Health & { standing?: boolean }>;
  /** Something went wrong on our side; the sender was given the same id. */
  onError: (error: unknown, id: string) => void;
}

/** /readyz answers after this time even if the database says nothing. */
const HEALTH_PATIENCE_MS = 2_500;
/** Slack waits 3 s, Shopify 5 s. */
const HOOK_PATIENCE_MS = 2_500;
const RETRY_AFTER_SECONDS = 5;
const RETRY_LATER = { 'retry-after': String(RETRY_AFTER_SECONDS) };

/** The HTTP side of the service; other routers (pages, API) are mounted on what it returns. */
export function createApp({ webhooks, hooks = {}, readHealth, onError }: AppOptions): Hono {
  const app = new Hono();
  app.get('/healthz', () => answer(200, { ok: true }));
  app.get('/readyz', () => readyz(readHealth, onError));
  // One handler and no middleware: Hono then calls it directly.
  app.post('/hooks/:name/:token', (c) => takeIn(webhooks, c.req.param('name'), c));
  for (const [path, hook] of Object.entries(hooks)) app.post(path, (c) => takeIn(hook, path, c));
  refuseOtherMethods(app);
  app.notFound(() => refusal(404, 'There is nothing here.'));
  app.onError((error) => refuse(error, onError));
  return app;
}

/** Whatever keeps us from working, the answer tells the caller to send traffic elsewhere. */
async function readyz(readHealth: AppOptions['readHealth'], onError: AppOptions['onError']): Promise<Response> {
  try {
    const { standing, ...health } = await startPatience(HEALTH_PATIENCE_MS).within(readHealth());
    return standing ? refusal(503, 'What came in is not taken up.') : answer(200, { ok: true, ...health });
  } catch (error) {
    if (!isDatabaseAway(error)) onError(error, randomUUID());
    return refusal(503, 'Nothing can be stored for the moment.', { 'retry-after': String(RETRY_AFTER_SECONDS) });
  }
}

const ANSWERS: Readonly<Record<Extract<HookAnswer, string>, () => Response>> = {
  stored: () => answer(200, { ok: true }),
  unknown_hook: () => refusal(404, 'There is no such hook.'),
  not_signed: () => refusal(401, 'The signature is missing or does not fit.'),
  malformed: () => refusal(400, 'The body is not what this hook expects.'),
};

/** Tells the sender within 3 s whether it has to come again, not counting the time that its own body takes. */
async function takeIn(receive: ReceiveHook, name: string, c: Context): Promise<Response> {
  const patience = startPatience(HOOK_PATIENCE_MS);
  const hook: Hook = {
    name,
    token: c.req.param('token') ?? '',
    headers: c.req.raw.headers,
    read: (maxBytes) => patience.paused(readBody(c.req.raw, maxBytes)),
  };
  const result = await patience.within(receive(hook));
  if (typeof result === 'string') return ANSWERS[result]();
  if ('refused' in result) return refusal(400, result.refused);
  return result.say ? answer(200, result.say) : new Response(null, { status: 200 });
}

function refuseOtherMethods(app: Hono): void {
  for (const { path, method } of [...app.routes]) {
    const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter((other) => other !== method);
    const allow = method === 'GET' ? 'GET, HEAD' : method;
    app.on(others, path, () => refusal(405, `Only ${method} is understood here.`, { allow }));
  }
}

/** Tells the sender whether to come again: the database is away (503), or the request itself is wrong. */
function refuse(error: Error, onError: AppOptions['onError']): Response {
  if (error instanceof HTTPException) return refusal(error.status, error.message);
  if (isDatabaseAway(error)) {
    return refusal(503, 'The database is away for the moment.', RETRY_LATER);
  }
  const id = randomUUID();
  onError(error, id);
  if (error instanceof WrongKey)
    return refusal(503, `The key for this hook’s secret is missing here; the log knows it as ${id}.`, RETRY_LATER);
  return refusal(500, `Something went wrong; the log knows it as ${id}.`);
}
