import { codeOf, isBeforeRequest } from '../../lib/net_fault.ts';
import type { Outcome } from '../../outbox/message.ts';

/** What no answer at all means: only where the request certainly was not written it is tried again. */
export function outcomeOfFault(error: unknown, who: string): Outcome {
  const code = codeOf(error);
  if (isBeforeRequest(error)) return { result: 'retry', error: `${who} cannot be reached (${code})`, scope: 'channel' };
  return { result: 'unknown', error: `no answer from ${who} (${code})` };
}
