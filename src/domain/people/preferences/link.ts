import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import type { Mailbox } from '../consent.ts';

/** Whose page it is, and where they were sent its address. */
export interface LinkedTo extends Mailbox {
  contactId: string;
}

/** Before the token of whoever is written to. */
const PATH = '/u/';

/** A token of another version is none. */
const VERSION = '1';
const SIGNATURE_BYTES = 16;

/**
 * The path of somebody's preferences: where they see what they get, and stop it. Nothing of it is stored, and it can be read without the
 * contact: it works when they are long deleted. It is a synthetic IV (RFC 5297's way): HMAC-SHA256 of what it says, which also signs it, then that in
 * AES-256-CTR; so no address stands in a link that others may see, and the same person always has the same one.
 *
 * @param secret 32 bytes, of the installation.
 */
export function preferencesPath(secret: KeyObject, { contactId, channel, address }: LinkedTo): string {
  const plain = Buffer.from([VERSION, contactId, channel, address].join('\n'));
  const signature = signed(secret, plain);
  const cipher = createCipheriv('aes-256-ctr', sealing(secret), signature);
  return PATH + Buffer.concat([signature, cipher.update(plain), cipher.final()]).toString('base64url');
}

/** What a token says; undefined: it is none of ours, or a letter of it was changed. It takes the same time for each of a length. */
export function readPreferencesToken(secret: KeyObject, token: string): LinkedTo | undefined {
  const bytes = Buffer.from(token, 'base64url');
  // base64 has several spellings of the same bytes: only ours is one
  if (bytes.length <= SIGNATURE_BYTES || bytes.toString('base64url') !== token) return undefined;
  const signature = bytes.subarray(0, SIGNATURE_BYTES);
  const decipher = createDecipheriv('aes-256-ctr', sealing(secret), signature);
  const plain = Buffer.concat([decipher.update(bytes.subarray(SIGNATURE_BYTES)), decipher.final()]);
  if (!timingSafeEqual(signature, signed(secret, plain))) return undefined;
  const [version, contactId = '', channel = '', ...address] = plain.toString().split('\n');
  return version === VERSION ? { contactId, channel, address: address.join('\n') } : undefined;
}

const signed = (secret: KeyObject, plain: Buffer): Buffer =>
  createHmac('sha256', secret).update('preferences\n').update(plain).digest().subarray(0, SIGNATURE_BYTES);

const sealers = new WeakMap<KeyObject, KeyObject>();

/** The key that seals: another than the one that signs, made of it once. */
function sealing(secret: KeyObject): KeyObject {
  const known = sealers.get(secret);
  if (known) return known;
  const made = createSecretKey(createHmac('sha256', secret).update('preferences sealed').digest());
  sealers.set(secret, made);
  return made;
}
