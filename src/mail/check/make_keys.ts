import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { MadeKey } from '../../domain/campaigns/check/dkim_key.ts';

const RSA_BITS = 2048;

/** A key of each kind: RSA, which every receiver knows, and Ed25519 (RFC 8463), which is short and still young. */
export async function makeKeys(): Promise<MadeKey[]> {
  const make = promisify(generateKeyPair);
  const [rsa, ed25519] = await Promise.all([make('rsa', { modulusLength: RSA_BITS }), make('ed25519', {})]);
  const spki = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });
  const pem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();
  return [
    { kind: 'rsa', publicKey: spki(rsa.publicKey).toString('base64'), privateKey: pem(rsa.privateKey) },
    {
      kind: 'ed25519',
      // the last 32 bytes of its SubjectPublicKeyInfo are the key itself
      publicKey: spki(ed25519.publicKey).subarray(-32).toString('base64'),
      privateKey: pem(ed25519.privateKey),
    },
  ];
}
