import type { TextFault } from '../../../domain/delivery.ts';
import type { Outcome } from '../../../outbox/message.ts';

/** Who can do something about a code of Twilio's (twilio.com/docs/api/errors). */
type Meaning =
  /** Nobody needs to: later it goes. */
  | { retry: number }
  /** The owner, for every text: /status says it. */
  | { down: 'sms_login' | 'sms_from' | 'sms_account' }
  /** The customer, or the owner by another way. */
  | { failed: TextFault };

const retry = (seconds: number): Meaning => ({ retry: seconds });
const down = (what: Extract<Meaning, { down: string }>['down']): Meaning => ({ down: what });
const failed = (reason: TextFault): Meaning => ({ failed: reason });

const MEANINGS: Readonly<Record<number, Meaning>> = {
  14107: retry(30),
  20001: failed('rejected'),
  20003: down('sms_login'),
  20005: down('sms_account'),
  20008: down('sms_login'),
  20429: retry(30),
  21211: failed('no_such_address'),
  21212: down('sms_from'),
  21217: failed('no_such_address'),
  21265: failed('no_such_address'),
  21408: failed('region'),
  21603: down('sms_from'),
  21606: down('sms_from'),
  21608: failed('trial'),
  21610: failed('opted_out'),
  21611: retry(60),
  21612: failed('region'),
  21614: failed('no_texts'),
  21617: failed('too_long'),
  21635: failed('no_texts'),
  21659: down('sms_from'),
  21660: down('sms_from'),
  21701: down('sms_from'),
  21703: down('sms_from'),
  21704: down('sms_from'),
  21705: down('sms_from'),
  21730: retry(300),
  30001: failed('not_carried'),
  30002: down('sms_account'),
  30003: failed('unreachable'),
  30004: failed('carrier'),
  30005: failed('no_such_address'),
  30006: failed('no_texts'),
  30007: failed('carrier'),
  30008: failed('not_carried'),
  30022: retry(60),
  30023: failed('carrier'),
  30032: failed('not_registered'),
  30034: failed('not_registered'),
  30035: failed('not_registered'),
  30410: failed('not_carried'),
  30450: failed('carrier'),
  63038: retry(3600),
  90010: down('sms_account'),
};

/** Why a text did not arrive, by the code of its report; what Twilio does not explain was refused. */
export function reasonOf(code: string): TextFault {
  const meaning = MEANINGS[Number(code)];
  if (!meaning) return 'rejected';
  if ('failed' in meaning) return meaning.failed;
  return 'down' in meaning ? 'sender_not_allowed' : 'not_carried';
}

/** Twilio's answer to a text that it did not take; the code is '' where it names none. */
export interface Refusal {
  status: number;
  code: string;
  retryAfter: string | null;
}

/**
 * What a refusal means for the outbox. Twilio knows no idempotency key, so whatever it failed at in the middle (5xx)
 * may have left.
 */
export function outcomeOf({ status, code, retryAfter }: Refusal): Outcome {
  const error = code ? `twilio ${code}` : `Twilio answers ${status}`;
  const meaning = MEANINGS[Number(code)] ?? byStatus(status);
  if (!meaning) return { result: 'unknown', error };
  if ('failed' in meaning) return { result: 'failed', error, reason: meaning.failed };
  if ('down' in meaning)
    return { result: 'retry', error: `${meaning.down}:${error}`, scope: 'channel', channelDown: true };
  return { result: 'retry', error, scope: 'channel', afterSeconds: secondsIn(retryAfter) ?? meaning.retry };
}

function byStatus(status: number): Meaning | undefined {
  if (status === 401 || status === 403) return down('sms_login');
  if (status === 429) return retry(30);
  return status >= 500 || status < 400 ? undefined : failed('rejected');
}

/** Longest that an answer makes us wait. */
const MOST_SECONDS = 3600;

function secondsIn(header: string | null): number | undefined {
  return header && /^\d{1,6}$/.test(header) ? Math.min(Math.max(Number(header), 1), MOST_SECONDS) : undefined;
}
