import type { ShopFault } from '../../domain/sell/shop_fault.ts';
import { parseExact } from '../../http/json.ts';
import { type ApiAnswer, ask, type Question } from '../../lib/outbound/ask.ts';
import type { PostOptions } from '../../lib/outbound/post.ts';
import { secondsToWait } from '../../lib/outbound/retry_after.ts';
import { readTarget } from '../../lib/outbound/target.ts';
import { isObject, type ShopApi, type ShopQuestion } from './api.ts';

const ANSWER_MS = 30_000;
/** A page of 250 long orders is about 2 MB. */
const MOST_BYTES = 32 * 1024 * 1024;
/** Nobody makes us wait longer, in seconds; and so long if they do not say. */
const LONGEST_WAIT_S = 3600;
const SOME_WAIT_S = 10;

/** Where and how a shop is asked. */
export interface ShopAsked extends Pick<PostOptions, 'resolve' | 'ca'> {
  api: ShopApi;
  root: string;
  key: string;
  /** Hosts that need not be of the public internet. */
  allowedHosts: readonly string[];
  clock: () => Date;
}

/** Why there is nothing to read. `later`: it said in how many seconds it may be asked again; `asked`: the question was wrong. */
export type Refused = { fault: ShopFault } | { later: number } | { asked: number };

export type Told = { page: unknown; headers: Readonly<Record<string, string>> } | Refused;

/** A connection to one shop: what its key was exchanged for is kept as long as it counts. */
export interface Shop {
  ask(question: ShopQuestion): Promise<Told>;
}

export function openShop({ api, root, key, allowedHosts, clock, ...options }: ShopAsked): Shop {
  let token: string | undefined;

  async function send(question: ShopQuestion, headers: Record<string, string>): Promise<Told> {
    const target = readTarget(`${root}${question.path}`, allowedHosts);
    if (typeof target === 'string') return { fault: 'address' };
    const answer = await ask(target, asSent(question, headers), {
      ...{ ...options, timeoutMs: ANSWER_MS, mostBytes: MOST_BYTES },
    });
    return readAnswer(answer, clock());
  }

  /** Undefined: it is there; else why not. */
  async function signIn(): Promise<Refused | undefined> {
    const exchange = api.exchange?.(key);
    if (!exchange) token = key;
    if (token !== undefined) return undefined;
    const told = await send(exchange!, {});
    // whoever does not take the credentials says that the question was wrong
    if (!('page' in told)) return 'asked' in told ? { fault: 'key' } : told;
    if (!isObject(told.page) || typeof told.page.access_token !== 'string') return { fault: 'unreadable' };
    token = told.page.access_token;
    return undefined;
  }

  return {
    async ask(question) {
      for (const last of [false, true]) {
        const refused = await signIn();
        if (refused) return refused;
        const told = await send(question, api.headers(token!));
        const isOver = 'fault' in told && told.fault === 'key' && api.exchange?.(key) !== undefined;
        if (!isOver || last) return told;
        token = undefined;
      }
      return { fault: 'key' };
    },
  };
}

function asSent({ method = 'GET', form, json }: ShopQuestion, headers: Record<string, string>): Question {
  const all = { ...headers, accept: 'application/json', 'user-agent': 'solo-crm' };
  if (form)
    return {
      ...{ method, headers: { ...all, 'content-type': 'application/x-www-form-urlencoded' } },
      body: String(new URLSearchParams(form.map(([name, value]): [string, string] => [name, value]))),
    };
  if (json) return { method, headers: { ...all, 'content-type': 'application/json' }, body: JSON.stringify(json) };
  return { method, headers: all };
}

function readAnswer(answer: ApiAnswer, now: Date): Told {
  if ('fault' in answer) return { fault: answer.fault };
  const { status, headers, body } = answer;
  if (status === 429 || (status === 503 && headers['retry-after']))
    return { later: Math.min(secondsToWait(headers['retry-after'], now) ?? SOME_WAIT_S, LONGEST_WAIT_S) };
  if (status === 401) return { fault: 'key' };
  if (status === 403) return { fault: 'denied' };
  if (status === 404 || status === 410 || (status >= 300 && status < 400)) return { fault: 'missing' };
  if (status >= 500) return { fault: 'broken' };
  if (status >= 400) return { asked: status };
  try {
    return { page: parseExact(body.toString('utf8')), headers };
  } catch {
    return { fault: 'unreadable' };
  }
}
