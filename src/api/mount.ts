import type { Context, Hono } from 'hono';
import { rateLimiter } from '../lib/rate.ts';
import type { ApiHouse } from './respond.ts';

const PATHS = ['/api/*', '/openapi.json'];
const ASSISTANTS = '/mcp';

/** Puts the API on the service's own HTTP server. What it needs is loaded at its first request, so that no start waits for it. */
export function mountApi(app: Hono, house: Omit<ApiHouse, 'allow'>, requestsPerMinute: number): void {
  const whole: ApiHouse = { ...house, allow: rateLimiter(requestsPerMinute) };
  let opened: Promise<(request: Request) => Promise<Response>> | undefined;
  const api = () => {
    opened ??= import('./app.ts').then(({ createApi }) => createApi(whole));
    return opened;
  };
  for (const path of PATHS) app.all(path, async (c: Context) => (await api())(c.req.raw));
  app.all(ASSISTANTS, async (c: Context) => (await import('./mcp/serve.ts')).serveAssistant(whole, c.req.raw));
}
