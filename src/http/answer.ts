/** Our answers are for programs: a browser must not show, frame, cache or sniff them. */
const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** A JSON answer. Headers are a plain object and set once: @hono/node-server then writes them without building a Response. */
export function answer(status: number, body: object, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { ...HEADERS, ...headers } });
}

const CODES: Readonly<Record<number, string>> = {
  400: 'malformed',
  401: 'not_signed',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'too_large',
  500: 'internal',
  503: 'unavailable',
};

/** A refusal; all of ours have the shape `{error: {code, message}}`. The message never repeats the request. */
export function refusal(status: number, message: string, headers?: Record<string, string>): Response {
  return answer(status, { error: { code: CODES[status] ?? 'error', message } }, headers);
}
