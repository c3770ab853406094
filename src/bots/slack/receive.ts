import type { HookAnswer, ReceiveHook } from '../../webhooks/receive.ts';
import { readBody, textOf } from './body.ts';
import { type SlackIntake, takeIn } from './intake.ts';
import { isSigned } from './signature.ts';

export interface SlackHooks extends SlackIntake {
  signingSecret: string;
  clock: () => Date;
}

/** Nothing is shown in answer: what follows is said by the bot itself. Slash commands would show a body. */
const QUIET: HookAnswer = { say: undefined };

/**
 * Takes in what Slack posts: signature over the raw bytes first, then the inbox row, then the 200 that Slack waits 3 s for. A retry
 * (X-Slack-Retry-Num) is stored like any other: if the first attempt was stored, its key is taken already.
 */
export function slackHooks(options: SlackHooks): Record<string, ReceiveHook> {
  const hook: ReceiveHook = async ({ headers, raw }) => {
    const payload = readBody(raw);
    // "Is your certificate in order?" is asked without a signature, and nothing follows from it
    if (payload?.ssl_check === '1') return QUIET;
    if (!isSigned(raw, headers, options.signingSecret, options.clock())) return 'not_signed';
    if (!payload) return 'malformed';
    if (payload.type === 'url_verification') return { say: { challenge: textOf(payload.challenge) } };
    await takeIn(options, payload, raw);
    return QUIET;
  };
  return { '/slack/events': hook, '/slack/commands': hook, '/slack/interactivity': hook };
}
