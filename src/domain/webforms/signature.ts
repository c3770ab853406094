import { createHmac, timingSafeEqual } from 'node:crypto';

/** Stands for the time in a form that somebody keeps on a website of their own: it was made once, and says no time. */
const STANDING = 's';

/** What a form carries to show that it is ours: when it was made, and a signature of that (HMAC-SHA256, base64url). */
export const stampAt = (secret: string, token: string, at: Date): string =>
  stamped(secret, token, Math.floor(at.getTime() / 1000).toString(36));

/** The same for a form that stands on a website and is filled in at any time. */
export const standingStamp = (secret: string, token: string): string => stamped(secret, token, STANDING);

/** When a form with this stamp was made; null: it is one that stands on a website; undefined: it is none of ours. */
export function readStamp(stamp: string, token: string, secrets: readonly string[]): Date | null | undefined {
  const when = stamp.split('.', 1)[0]!;
  if (!/^[0-9a-z]{1,8}$/.test(when)) return undefined;
  const isOurs = secrets.some((secret) => isSame(stamp, stamped(secret, token, when)));
  if (!isOurs) return undefined;
  return when === STANDING ? null : new Date(Number.parseInt(when, 36) * 1000);
}

const stamped = (secret: string, token: string, when: string): string =>
  `${when}.${createHmac('sha256', secret).update(`web form\n${token}\n${when}`).digest('base64url')}`;

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
