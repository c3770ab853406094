import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether `given` is the HMAC-SHA256 of `raw`, in base64, under one of the secrets. Every wrong value takes equally
 * long.
 */
export function hasHmacSha256(raw: Uint8Array, secrets: readonly string[], given: string | null): boolean {
  if (given === null) return false;
  const signature = Buffer.from(given, 'latin1');
  return secrets.some((secret) => secret !== '' && isSame(signature, hmac(raw, secret)));
}

/** As text for comparison: decoding base64 would let many spellings of one signature pass. */
function hmac(raw: Uint8Array, secret: string): Buffer {
  return Buffer.from(createHmac('sha256', secret).update(raw).digest('base64'), 'latin1');
}

/** Whether one of the given texts is the HMAC-SHA256 of all parts under one of the keys. */
export function isSignedBy(
  parts: readonly (string | Uint8Array)[],
  keys: readonly (string | Uint8Array)[],
  given: readonly string[],
  as: 'hex' | 'base64',
): boolean {
  const expected = keys
    .filter(({ length }) => length > 0)
    .map((key) => {
      const made = createHmac('sha256', key);
      for (const part of parts) made.update(part);
      return Buffer.from(made.digest(as), 'latin1');
    });
  return given.some((one) => expected.some((right) => isSame(Buffer.from(one, 'latin1'), right)));
}

const TOLERANCE_S = 300;

/** Whether a signature was made just now, as its second says: one from tomorrow is as wrong as one from yesterday. */
export function isOfNow(second: string | undefined, now: Date): boolean {
  if (second === undefined || !/^\d{1,12}$/.test(second)) return false;
  return Math.abs(Number(second) - Math.floor(now.getTime() / 1000)) <= TOLERANCE_S;
}

/** timingSafeEqual throws on unequal lengths, and the length is no secret. */
export function isSame(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** What distinguishes a body that has no id of its own. */
export function digest(raw: Uint8Array): string {
  return `sha256:${createHash('sha256').update(raw).digest('hex')}`;
}
