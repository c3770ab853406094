import type { Sql } from '../../db/sql.ts';
import { isBeforeRequest } from '../../lib/net_fault.ts';
import type { OutboxMessage } from '../../outbox/message.ts';
import { asObject, readBody, textOf } from './body.ts';
import type { SlackText } from './format.ts';

/** Where to post the answer to a command or a press so that only the person who made it sees it. */
export type ResponseUrlOf = (message: OutboxMessage) => Promise<string | undefined>;

/** How many posts one response_url takes, within 30 minutes (docs.slack.dev, "Handling user interaction"). */
export const MOST_RESPONSES = 5;
const TIMEOUT_MS = 10_000;
/** The keys under which requests with a response_url are stored (intake.ts). */
const REQUEST = /^(?:command|block_actions):/;

/**
 * For answers to a command typed in a channel, or to a press on a message that only one person sees. The URL is in the
 * stored request; there is none for a chat between two people, or if the request was not kept.
 */
export function responseUrlsIn(sql: Sql, apiUrl: string): ResponseUrlOf {
  const isSlack = hostsOf(apiUrl);
  return async ({ payload }) => {
    const request = payload.kind === 'message' || payload.kind === 'edit' ? payload.replyTo : undefined;
    if (!request || !REQUEST.test(request)) return undefined;
    const [row] = await sql<{
      body: Buffer;
    }>`select body from inbox where source = 'slack' and external_id = ${request}`;
    const { response_url: url, channel_id: channel } = (row && readBody(row.body)) ?? {};
    return textOf(channel).startsWith('D') || !isSlack(textOf(url)) ? undefined : textOf(url);
  };
}

/** We post only to Slack, whatever a payload says: slack.com answers at hooks.slack.com. */
function hostsOf(apiUrl: string): (url: string) => boolean {
  const { protocol, host } = new URL(apiUrl);
  return (url) => {
    const asked = URL.canParse(url) ? new URL(url) : undefined;
    return asked?.protocol === protocol && (asked.host === host || asked.host === `hooks.${host}`);
  };
}

/** `refused`: certainly not posted, and this address will never work (expired, used up, unreachable). */
export type Responded = 'sent' | 'refused' | 'unknown';

/** `instead`: it replaces the message from which the request came. */
export async function respond(
  url: string,
  text: SlackText,
  signal: AbortSignal,
  { instead = false } = {},
): Promise<Responded> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: instead, ...text }),
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    const said = readBody(Buffer.from(await answer.text()));
    if (answer.ok) return asObject(said).ok === false ? 'refused' : 'sent';
    return answer.status < 500 ? 'refused' : 'unknown';
  } catch (error) {
    return isBeforeRequest(error) ? 'refused' : 'unknown';
  }
}
