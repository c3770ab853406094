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

/** timingSafeEqual throws on unequal lengths, and the length is no secret. */
function isSame(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** What distinguishes a body that has no id of its own. */
export function digest(raw: Uint8Array): string {
  return `sha256:${createHash('sha256').update(raw).digest('hex')}`;
}
