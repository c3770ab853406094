import type { HookAnswer, ReceiveHook } from '../../http/hook.ts';
import { readBody, textOf } from './body.ts';
import { type SlackIntake, takeIn } from './intake.ts';
import { couldBeSigned, isSigned } from './signature.ts';

export interface SlackHooks extends SlackIntake {
  signingSecret: string;
  clock: () => Date;
}

/** The longest unsigned body that we look into. */
const CHECK_BYTES = 1024;
/** The answer shows nothing, because the bot itself replies. Slash commands would show a body. */
const QUIET: HookAnswer = { say: undefined };

/**
 * Takes in what Slack posts: first the signature over the raw bytes, then the inbox row, then the 200 that Slack waits
 * 3 s for. A retry (X-Slack-Retry-Num) is stored like any other event: if the first attempt was stored, its key is
 * taken already.
 */
export function slackHooks(options: SlackHooks): Record<string, ReceiveHook> {
  const hook: ReceiveHook = async ({ headers, read }) => {
    const now = options.clock();
    const promising = couldBeSigned(headers, now);
    if (!promising && !couldBeCheck(headers)) return 'not_signed';
    const raw = await read(promising ? undefined : CHECK_BYTES);
    if (!isSigned(raw, headers, options.signingSecret, now)) return isCheck(raw) ? QUIET : 'not_signed';
    const payload = readBody(raw);
    if (!payload) return 'malformed';
    if (payload.type === 'url_verification') return { say: { challenge: textOf(payload.challenge) } };
    await takeIn(options, payload, raw);
    return QUIET;
  };
  return { '/slack/events': hook, '/slack/commands': hook, '/slack/interactivity': hook };
}

/** Slack asks "Is your certificate in order?" in a short request without a signature; nothing follows from it. */
function isCheck(raw: Uint8Array): boolean {
  return raw.length <= CHECK_BYTES && readBody(raw)?.ssl_check === '1';
}

function couldBeCheck(headers: Headers): boolean {
  const announced = headers.get('content-length');
  return announced === null || Number(announced) <= CHECK_BYTES;
}
