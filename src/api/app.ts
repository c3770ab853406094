import { Hono } from 'hono';
import { docsPage } from './docs_page.ts';
import { openApiDocument } from './document.ts';
import type { AnyOperation } from './operation.ts';
import { operations } from './operations.ts';
import { Problem, problemAnswer } from './problem.ts';
import { type ApiHouse, ROOT, respond } from './respond.ts';

/** The API on its own; it answers whatever comes in below its path. */
export function createApi(house: ApiHouse): (request: Request) => Promise<Response> {
  const app = new Hono();
  const document = JSON.stringify(openApiDocument());
  const shown = () =>
    new Response(document, { headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' } });
  const page = docsPage(JSON.parse(document));
  for (const path of ['/openapi.json', `${ROOT}/openapi.json`]) only(app, path, { GET: async () => shown() });
  only(app, `${ROOT}/docs`, { GET: async () => page() });
  for (const [path, methods] of byPath()) {
    const answers = Object.entries(methods).map(
      ([method, one]) =>
        [method, (request: Request, params: Record<string, string>) => respond(house, one, request, params)] as const,
    );
    only(app, `${ROOT}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`, Object.fromEntries(answers));
  }
  app.notFound(() => problemAnswer(new Problem(404, 'not_found', 'There is nothing here.')));
  return async (request) => app.fetch(request);
}

type Answer = (request: Request, params: Record<string, string>) => Promise<Response>;

/** GET answers HEAD as well; any other method is refused with those there are. */
function only(app: Hono, path: string, answers: Readonly<Record<string, Answer>>): void {
  const known = Object.keys(answers);
  const allow = [...known, ...(known.includes('GET') ? ['HEAD'] : [])].join(', ');
  app.all(path, async (c) => {
    const isHead = c.req.method === 'HEAD';
    const found = answers[isHead ? 'GET' : c.req.method];
    if (!found) return problemAnswer(new Problem(405, 'method_not_allowed', `Here is only ${allow}.`), { allow });
    const response = await found(c.req.raw, c.req.param());
    return isHead ? new Response(null, { status: response.status, headers: response.headers }) : response;
  });
}

function byPath(): Map<string, Record<string, AnyOperation>> {
  const paths = new Map<string, Record<string, AnyOperation>>();
  for (const one of operations) paths.set(one.path, { ...paths.get(one.path), [one.method.toUpperCase()]: one });
  return paths;
}
