import { z } from '@hono/zod-openapi';
import { readBody } from '../http/body.ts';
import type { AnyOperation, Given } from './operation.ts';
import { type FieldError, INVALID, invalid, Problem } from './problem.ts';

const JSON_TYPE = /^application\/(?:[a-z0-9.+-]+\+)?json(?:; *charset="?utf-8"?)? *$/i;
const MOST_ERRORS = 20;

export const idempotencyKeyShape = z
  .string()
  .regex(/^[!-~]{1,200}$/)
  .openapi({
    description: 'Makes it safe to ask again: the same key with the same request gets the same answer for 24 hours',
    example: 'order-1042-note',
  });

/** What was asked, as the operation takes it; and its bytes. Throws 400, 404, 413, 415 and 422. */
export async function readGiven(
  { params = {}, query, body }: AnyOperation,
  request: Request,
  path: Readonly<Record<string, string>>,
): Promise<{ given: Given<Record<string, never>, unknown>; raw: Uint8Array }> {
  for (const [name, shape] of Object.entries(params))
    if (!shape.safeParse(path[name]).success) throw new Problem(404, 'not_found', 'There is nothing of this name.');
  const asked = check('query', z.strictObject(query?.shape ?? {}), singleValues(new URL(request.url).searchParams));
  const raw = body ? await readJsonBytes(request) : new Uint8Array();
  const read = body && check('body', body, parsed(raw));
  return { given: { params: path, query: asked as Record<string, never>, body: read }, raw };
}

/** The key of a request that may come again; undefined: none. Throws 422. */
export function idempotencyKeyOf(headers: Headers): string | undefined {
  const given = headers.get('idempotency-key');
  if (given === null) return undefined;
  return check('header', z.strictObject({ 'Idempotency-Key': idempotencyKeyShape }), { 'Idempotency-Key': given })[
    'Idempotency-Key'
  ];
}

function check<T extends z.ZodType>(where: FieldError['in'], shape: T, value: unknown): z.output<T> {
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  const errors = read.error.issues
    .slice(0, MOST_ERRORS)
    .map(({ path, message }) => ({ in: where, field: path.join('.'), detail: message }));
  throw new Problem(422, 'invalid', INVALID, { errors });
}

/** Whoever gives a value twice means one of them, and nobody knows which. */
function singleValues(search: URLSearchParams): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of search) {
    if (Object.hasOwn(values, name)) throw invalid('query', name, 'given more than once');
    Object.defineProperty(values, name, { value: withoutNul(value), enumerable: true });
  }
  return values;
}

async function readJsonBytes(request: Request): Promise<Uint8Array> {
  if (!JSON_TYPE.test(request.headers.get('content-type') ?? ''))
    throw new Problem(415, 'not_json', 'The body has to be application/json in UTF-8.');
  return readBody(request);
}

function parsed(raw: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw), (name, value: unknown) => {
      // the shapes pass over it, as if it had not been given
      if (name === '__proto__') throw invalid('body', name, 'This name is not allowed.');
      return typeof value === 'string' ? withoutNul(value) : value;
    });
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(400, 'malformed', 'The body is no JSON in UTF-8.');
  }
}

/** No text in the database can hold one. */
const withoutNul = (text: string): string => text.replaceAll('\0', '');
