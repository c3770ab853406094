import { readHeaders } from '../mime/headers.ts';
import { domainOf } from '../read/trust.ts';
import { readSender } from '../send/sender.ts';

/** TXT records by name: `[]` for a name that does not exist; absent if nobody could say. */
export type TxtRecords = Readonly<Record<string, string[][]>>;

interface Signature {
  id: string;
  signingDomain: string;
  algo: string;
  /** As in h=, separated by colons. */
  signingHeaders?: { keys?: string };
  canonBodyLengthLimited?: boolean;
  status: { result: string; aligned?: string | false };
}

/**
 * Whether this mail has a valid signature by the domain of the sender's address (DKIM, RFC 6376, with the alignment of
 * DMARC, RFC 7489). `false` says nothing against the mail: without the sending server's address SPF is unknown, and
 * lists and forwarders break signatures. The mail cannot weaken the check: sha1, a signature over part of the body or
 * one that leaves From out prove nothing.
 */
export async function provesSender(raw: Uint8Array, records: TxtRecords): Promise<boolean> {
  const { sender, forged } = readSender(readHeaders(raw));
  const domain = domainOf(sender?.email ?? '');
  if (forged || !domain) return false;
  const { dkimVerify } = await import('mailauth/lib/dkim/verify.js');
  const resolver = lookUpIn(records);
  const verified = await dkimVerify(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), { resolver });
  const authors = verified.headerFrom as string[];
  // two readers of one From must see the same person
  if (authors.length !== 1 || domainOf(authors[0]!) !== domain) return false;
  const proofs = (verified.results as unknown as Signature[]).filter(isProof);
  return proofs.length > 0 && (await allowed(domain, proofs, records));
}

function isProof({ status, algo, signingHeaders, canonBodyLengthLimited }: Signature): boolean {
  const signed = (signingHeaders?.keys ?? '').toLowerCase().split(/[\s:]+/);
  const whole = !canonBodyLengthLimited && signed.includes('from');
  return status.result === 'pass' && Boolean(status.aligned) && whole && !/sha1$/i.test(algo);
}

/**
 * Whether the domain accepts these signatures: it may ask that only its very own name signs (adkim=s). If its answer
 * did not come, that is no permission.
 */
async function allowed(domain: string, proofs: readonly Signature[], records: TxtRecords): Promise<boolean> {
  const { default: getDmarcRecord } = await import('mailauth/lib/dmarc/get-dmarc-record.js');
  try {
    const { adkim } = (await getDmarcRecord(domain, lookUpIn(records))) || {};
    return adkim !== 's' || proofs.some(({ signingDomain }) => signingDomain.toLowerCase() === domain);
  } catch {
    return false;
  }
}

function lookUpIn(records: TxtRecords) {
  return async (name: string): Promise<string[][]> => {
    const found = records[name.toLowerCase()];
    if (found && found.length > 0) return found;
    throw Object.assign(new Error('no answer'), { code: found ? 'ENOTFOUND' : 'ETIMEOUT' });
  };
}
