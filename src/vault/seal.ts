import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { Explained } from '../text/explained.ts';

/** Opens what it sealed. It is kept in a file outside the database, so that a stolen dump reveals no secret. */
export type Key = KeyObject;

const VERSION = 1;
const KEY_BYTES = 32;
/** NIST SP 800-38D 8.2.2: a random IV of 96 bits is safe for 2^32 values under one key. */
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The value was sealed with another key. The caller is not at fault, and the right key may come back. */
export class WrongKey extends Error {
  override readonly name = 'WrongKey';
}

/**
 * Reads the key in `file`, or makes a new one that only its owner can read. Throws one clear sentence if the file holds
 * something else: a new key in its place would make every stored secret unreadable.
 */
export async function loadKey(file: string): Promise<Key> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return createKey(file);
    throw new Explained(({ faults }) => faults.keyUnread(file, error.code ?? ''), { cause: error });
  });
  if (bytes.length !== KEY_BYTES) throw new Explained(({ faults }) => faults.notAKey(file, bytes.length, KEY_BYTES));
  return createSecretKey(bytes);
}

/**
 * Writes the key elsewhere and then links it: if two processes start at once, one makes the key and neither reads half
 * of it.
 */
async function createKey(file: string): Promise<Buffer> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(draft, randomBytes(KEY_BYTES), { mode: 0o600, flush: true });
    await link(draft, file);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST') throw new Explained(({ faults }) => faults.keyUnwritten(file, code), { cause: error });
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(file);
}

/**
 * AES-256-GCM of `plain`: version (1 byte), IV (12), ciphertext, tag (16). `context` says what the value belongs to; it
 * is not stored, but only the same context opens the value again, so a value moved to another row stays shut.
 */
export function seal(key: Key, plain: string, context: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(associated(context));
  return Buffer.concat([Buffer.of(VERSION), iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what was sealed for `context`. Throws if the key or the context is a different one, or a bit has changed. */
export function open(key: Key, sealed: Uint8Array, context: string): string {
  const value = Buffer.from(sealed);
  const end = value.length - TAG_BYTES;
  if (value[0] !== VERSION || end < 1 + IV_BYTES) throw new Error(`The secret of ${kindOf(context)} is damaged.`);
  const decipher = createDecipheriv('aes-256-gcm', key, value.subarray(1, 1 + IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(associated(context)).setAuthTag(value.subarray(end));
  try {
    return decipher.update(value.subarray(1 + IV_BYTES, end), undefined, 'utf8') + decipher.final('utf8');
  } catch (cause) {
    throw new WrongKey(wrongKey(context), { cause });
  }
}

/** Another key of this one's, for one use (HKDF, RFC 5869): the same each time, and neither tells the other. */
export function derived(key: Key, use: string): Key {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, '', `solo-crm ${use}`, KEY_BYTES)));
}

/** Whether `open` would succeed. */
export function opens(key: Key, sealed: Uint8Array, context: string): boolean {
  try {
    open(key, sealed, context);
    return true;
  } catch {
    return false;
  }
}

function associated(context: string): Buffer {
  return Buffer.from(`${VERSION}:${context}`, 'utf8');
}

function wrongKey(context: string): string {
  return `The secret of ${kindOf(context)} cannot be opened: ENCRYPTION_KEY_FILE is not the key it was sealed with.`;
}

/** The part of a context that may be logged: the rest is a token, which is itself a secret ('connection:<token>'). */
function kindOf(context: string): string {
  return `a ${context.split(':')[0]}`;
}
