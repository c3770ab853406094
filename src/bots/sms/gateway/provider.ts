import type { Outcome } from '../../../outbox/message.ts';
import { head } from '../../../text/cut.ts';
import { outcomeOfFault } from '../fault.ts';
import type { SmsProvider, Text } from '../provider.ts';
import type { GatewayConfig } from '../settings.ts';
import { filled, valueAt } from './template.ts';

/** Of an answer that says no success, so much is kept. */
const SAID = 80;
const AGAIN_SECONDS = 60;

/** Texts by one HTTP request each, written as the provider wants it. */
export function gateway(config: GatewayConfig): SmsProvider {
  return { submit: (text, signal) => submit(config, text, signal) };
}

async function submit(config: GatewayConfig, text: Text, signal: AbortSignal): Promise<Outcome> {
  const { url, headers, body } = filled(config, text);
  const method = body === undefined ? 'GET' : 'POST';
  try {
    const response = await fetch(url, {
      method,
      headers,
      signal,
      redirect: 'error',
      ...(body !== undefined && { body }),
    });
    const answer: unknown = await response.json().catch(() => undefined);
    return outcomeOf(config, response.status, answer);
  } catch (error) {
    return outcomeOfFault(error, 'the SMS gateway');
  }
}

/** The answer decides; where it says nothing that we can read, the text may have left. */
function outcomeOf({ ok, idPath }: GatewayConfig, status: number, answer: unknown): Outcome {
  const said = valueAt(answer, ok.path);
  const id = idPath === undefined ? undefined : valueAt(answer, idPath);
  if (status >= 200 && status < 300 && said === ok.value) return { result: 'sent', ...(id && { externalId: id }) };
  const error = said === undefined ? `the SMS gateway answers ${status}` : `${ok.path}=${head(said, SAID)}`;
  if (status === 429) return { result: 'retry', error, scope: 'channel', afterSeconds: AGAIN_SECONDS };
  if (status === 401 || status === 403)
    return { result: 'retry', error: `sms_login:${error}`, scope: 'channel', channelDown: true };
  const refused = (status >= 400 && status < 500) || (status < 400 && said !== undefined);
  return refused ? { result: 'failed', error, reason: 'rejected' } : { result: 'unknown', error };
}
