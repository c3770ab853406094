import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { idempotencyKeyShape } from './given.ts';
import type { AnyOperation } from './operation.ts';
import { operations } from './operations.ts';
import { PROBLEM_TYPE, type ProblemStatus } from './problem.ts';
import { ROOT } from './respond.ts';

const problemShape = z
  .strictObject({
    type: z.string().openapi({ format: 'uri-reference', example: '/api/v1/docs#invalid' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().openapi({ description: 'The same for every case of its kind', example: 'invalid' }),
    errors: z
      .array(z.strictObject({ in: z.enum(['path', 'query', 'header', 'body']), field: z.string(), detail: z.string() }))
      .optional(),
  })
  .openapi('Problem');

const NAME = 'solo-crm';

const MEANING: Readonly<Record<ProblemStatus, string>> = {
  400: 'The body is no JSON in UTF-8',
  401: 'There is no key, or it is not valid (any more)',
  403: 'The key lacks the scope',
  404: 'There is no such thing',
  405: 'The path knows other methods, which Allow lists',
  409: 'It contradicts what there is; `code` says how',
  412: 'If-Match names an older state: read it again',
  413: 'The body is larger than 1 MB',
  415: 'The body is not application/json',
  422: 'A value is not allowed; `errors` says which',
  429: 'The key has asked too often within a minute; Retry-After says when to go on',
  500: 'Our fault; the log knows it',
  503: 'The database is away for the moment; Retry-After says when to come again',
};

const INTRODUCTION = `What the owner's programs can read and do. Every request needs a key: \`/apikey new NAME [write] [send]\` in the chat makes one, and it goes into \`Authorization: Bearer …\`. The scope \`read\` reads, \`write\` changes, \`send\` writes to customers.

Whatever a key changes is the owner's act: /audit shows it with the name of the key, and /undo takes it back.

Lists come in pages: \`next\` is the \`cursor\` of the next one. What is read alone has an \`ETag\`: sent as \`If-Match\` with a change, it makes sure that nobody else has changed it since (412); sent as \`If-None-Match\`, it saves reading the same again (304). A POST may carry an \`Idempotency-Key\`: asked again with it, the same request gets the same answer for 24 hours and is done once; another request with it is refused (409). Each key may ask so often in a minute as \`RateLimit-Limit\` says. Times are UTC. Refusals are problem details (RFC 9457).`;

const headerOf = (description: string, example: string) => ({
  description,
  schema: { type: 'string' as const, example },
});
const RATE = {
  'RateLimit-Limit': headerOf('So many requests a minute', '120'),
  'RateLimit-Remaining': headerOf('So many are left', '119'),
  'RateLimit-Reset': headerOf('Seconds until all of them are there again', '60'),
};

const problem = (status: ProblemStatus) => ({
  description: MEANING[status],
  content: { [PROBLEM_TYPE]: { schema: problemShape } },
  ...((status === 429 || status === 503) && { headers: { 'Retry-After': headerOf('Seconds', '30') } }),
});

/** Every problem that a request for it may get. */
function refusalsOf({ params, query, body, versioned, scope, refusals = [], method }: AnyOperation): ProblemStatus[] {
  const isChange = scope !== 'read';
  const all: (ProblemStatus | false)[] = [
    ...([401, 403, 422, 429, 500, 503] as const),
    (params !== undefined || body !== undefined) && 404,
    ...(body ? ([400, 413, 415] as const) : []),
    isChange && versioned !== undefined && 412,
    method === 'post' && 409,
    query !== undefined && 422,
    ...refusals,
  ];
  return [...new Set(all.filter((status) => status !== false))].sort((a, b) => a - b);
}

function routeOf(one: AnyOperation) {
  const { method, path, name, group, summary, description, scope, params, query, body, ok, versioned } = one;
  const headers = {
    ...RATE,
    ...(versioned && ok.shape && { ETag: headerOf('This state of it', '"5f2b0c1d9e8a7b6c5d4e"') }),
    ...((ok.status === 201 || ok.status === 202) && { Location: headerOf('Where it is read', '/api/v1/contacts/12') }),
  };
  return createRoute({
    ...{ method, path: `${ROOT}${path}`, operationId: name, tags: [group], summary, security: [{ key: [] }] },
    description: [description, `Needs the scope \`${scope}\`.`].filter(Boolean).join(' '),
    request: {
      ...(params && { params: z.object({ ...params }) }),
      ...(query && { query }),
      ...(method === 'post' && { headers: z.object({ 'Idempotency-Key': idempotencyKeyShape.optional() }) }),
      ...(body && { body: { required: true, content: { 'application/json': { schema: body } } } }),
    },
    responses: {
      [ok.status]: {
        description: 'Done',
        headers,
        ...(ok.shape && { content: { 'application/json': { schema: ok.shape } } }),
      },
      ...(method === 'get' && versioned && { 304: { description: 'As you know it: If-None-Match names this state' } }),
      ...Object.fromEntries(refusalsOf(one).map((status) => [status, problem(status)])),
    },
  });
}

/** The description of the API (OpenAPI 3.1), made from what is checked. */
export function openApiDocument() {
  const { openAPIRegistry, getOpenAPI31Document } = new OpenAPIHono();
  openAPIRegistry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' });
  for (const one of operations) openAPIRegistry.registerPath(routeOf(one));
  return getOpenAPI31Document({
    openapi: '3.1.0',
    info: { version: '1', title: NAME, description: INTRODUCTION },
    servers: [{ url: '/' }],
  });
}
