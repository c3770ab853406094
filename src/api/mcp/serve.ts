import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import type { ApiKey } from '../../domain/owner/api_key.ts';
import { answer } from '../../http/answer.ts';
import { readBody } from '../../http/body.ts';
import { own } from '../../text/own.ts';
import type { Texts } from '../../text/texts.ts';
import { actingFor } from '../acting.ts';
import { countRequest, keyOf, needScope } from '../admit.ts';
import { Problem, problemAnswer } from '../problem.ts';
import { type ApiHouse, problemIn } from '../respond.ts';
import { contactById } from '../v1/contacts.ts';
import { replyText } from './reply_text.ts';
import { runTool } from './run_tool.ts';
import { describeTool, lineOf, toolsFor } from './tools.ts';

const NAME = 'solo-crm';
const CONTACT = 'crm://contacts/{id}';
const CONTACT_URI = /^crm:\/\/contacts\/([1-9]\d{0,17})$/;

/** Answers one request of an assistant (MCP, streamable HTTP): nothing is kept between two of them, so any instance answers. */
export async function serveAssistant(house: ApiHouse, request: Request): Promise<Response> {
  if (request.method !== 'POST')
    return problemAnswer(new Problem(405, 'method_not_allowed', 'Here is only POST.'), { allow: 'POST' });
  let headers: Record<string, string> = {};
  try {
    const key = await keyOf(house, request.headers);
    headers = countRequest(house, key);
    needScope(key, 'read');
    const body = await parsedBody(request);
    return withHeaders(body === undefined ? notJson() : await answered(house, key, request, body), headers);
  } catch (error) {
    return problemAnswer(problemIn(error, house.onError), headers);
  }
}

async function answered(house: ApiHouse, key: ApiKey, request: Request, parsedBody: unknown): Promise<Response> {
  const { t, publicUrl } = await house.act(async (ctx) => ({ t: actingFor(ctx).t, publicUrl: ctx.publicUrl }));
  refuseOtherSites(request, publicUrl);
  const wrong = wrongParams(parsedBody);
  if (wrong) return wrong;
  const server = serverFor(house, key, t);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  try {
    return await transport.handleRequest(acceptingBoth(request), { parsedBody });
  } finally {
    await server.close();
  }
}

/**
 * A page of another site may reach us through its reader's browser, also under a name that was made to lead here (DNS rebinding), so its
 * Origin is looked at, as MCP asks of servers (modelcontextprotocol.io, transports: security warning). Programs send none.
 */
function refuseOtherSites({ headers }: Request, publicUrl: string): void {
  const origin = headers.get('origin');
  if (origin === null || (URL.canParse(publicUrl) && origin === new URL(publicUrl).origin)) return;
  throw new Problem(403, 'origin_refused', 'The page of another site may not ask here.');
}

const PARAMS: Readonly<Record<string, { safeParse: (body: unknown) => { success: boolean } }>> = {
  'tools/call': CallToolRequestSchema,
  'resources/read': ReadResourceRequestSchema,
};

/** The library answers params that are not as they should be as if we had failed. */
function wrongParams(body: unknown): Response | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { id, method } = body as { id?: unknown; method?: unknown };
  const shape = typeof method === 'string' ? own(PARAMS, method) : undefined;
  if (!shape || id === undefined || shape.safeParse(body).success) return undefined;
  const error = { code: ErrorCode.InvalidParams, message: `The params of ${method} are not as they should be.` };
  return answer(200, { jsonrpc: '2.0', id: typeof id === 'string' || typeof id === 'number' ? id : null, error });
}

/** Undefined: it is no JSON. */
async function parsedBody(request: Request): Promise<unknown> {
  const raw = await readBody(request);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
  } catch {
    return undefined;
  }
}

/** JSON-RPC 2.0, 5.1: nobody knows which request it was meant to be. */
const notJson = (): Response =>
  answer(400, {
    jsonrpc: '2.0',
    error: { code: ErrorCode.ParseError, message: 'The body is no JSON in UTF-8.' },
    id: null,
  });

/** The transport asks for both kinds that it could answer with; ours is always JSON, so whoever takes that is served. */
function acceptingBoth(request: Request): Request {
  const accepts = request.headers.get('accept') ?? '*/*';
  if (!/application\/(?:json|\*)|\*\/\*/i.test(accepts)) return request;
  const headers = new Headers(request.headers);
  headers.set('accept', 'application/json, text/event-stream');
  return new Request(request.url, { method: request.method, headers });
}

/** What the client is told. McpError puts its own words before a message, and every client does so again. */
class Refusal extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
  const all = new Headers(response.headers);
  for (const [name, value] of Object.entries({ ...headers, 'cache-control': 'no-store' })) all.set(name, value);
  return new Response(response.body, { status: response.status, headers: all });
}

function serverFor(house: ApiHouse, key: ApiKey, t: Texts): Server {
  const tools = toolsFor(key.scopes);
  const server = new Server(
    { name: NAME, version: '1' },
    { capabilities: { tools: {}, resources: {} }, instructions: t.assistant.instructions },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tools.map((tool) => describeTool(t, tool)) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }): Promise<CallToolResult> => {
    const tool = tools.find(({ command }) => command.name === params.name);
    if (!tool) throw new Refusal(ErrorCode.InvalidParams, 'This key has no such tool.');
    const line = lineOf(tool, params.arguments ?? {});
    if (line === undefined) throw new Refusal(ErrorCode.InvalidParams, 'An argument is not one of the tool’s.');
    const reply = await safely(house, () => runTool(house, key, tool, line));
    return { content: [{ type: 'text', text: replyText(t, reply) }], isError: reply.failed === true };
  });
  server.setRequestHandler(ListResourcesRequestSchema, () => ({ resources: [] }));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({
    resourceTemplates: [{ uriTemplate: CONTACT, name: 'contact', mimeType: 'application/json' }],
  }));
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }) => {
    const [, id] = CONTACT_URI.exec(uri) ?? [];
    const contact = id && (await safely(house, () => house.act((ctx) => contactById(ctx, id))));
    if (!contact) throw new Refusal(ErrorCode.InvalidParams, 'There is no such resource.');
    return { contents: [{ uri, mimeType: 'application/json', text: JSON.stringify(contact) }] };
  });
  return server;
}

/** What goes wrong on our side is told without its words. */
async function safely<T>({ onError }: ApiHouse, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { status, message } = problemIn(error, onError);
    throw new Refusal(status < 500 ? ErrorCode.InvalidParams : ErrorCode.InternalError, message);
  }
}
