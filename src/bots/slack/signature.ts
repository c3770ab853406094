import { createHmac, timingSafeEqual } from 'node:crypto';

/** Slack's own limit for old requests; we also use it for requests from the future. */
const WINDOW_SECONDS = 300;

/**
 * Whether the headers are those of a request signed in the last five minutes. The signed body has not been read yet.
 */
export function couldBeSigned(headers: Headers, now: Date): boolean {
  const time = headers.get('x-slack-request-timestamp') ?? '';
  if (!/^\d{1,12}$/.test(time)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(time)) > WINDOW_SECONDS) return false;
  return /^v0=[0-9a-f]{64}$/.test(headers.get('x-slack-signature') ?? '');
}

/**
 * Whether Slack signed exactly these bytes, at most five minutes ago: `v0=` and the HMAC-SHA256, in hex, of `v0:<time>:<body>`
 * (docs.slack.dev, "Verifying requests from Slack").
 */
export function isSigned(raw: Uint8Array, headers: Headers, secret: string, now: Date): boolean {
  if (!couldBeSigned(headers, now)) return false;
  const time = headers.get('x-slack-request-timestamp') ?? '';
  const digest = createHmac('sha256', secret).update(`v0:${time}:`).update(raw).digest('hex');
  const given = Buffer.from(headers.get('x-slack-signature') ?? '', 'latin1');
  const expected = Buffer.from(`v0=${digest}`, 'latin1');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
