import { normaliseEmail } from '../../text/normalise.ts';

/** A mail address that fits into a header and an envelope. */
export interface MailAddress {
  name: string;
  /** Lower case, domain in ASCII. */
  address: string;
  domain: string;
}

/**
 * Reads `a@b.example` or `Name <a@b.example>`; undefined for anything else: a line break, a second address, a quoted
 * local part. Strict on purpose: libraries disagree about the rest, and a recipient read in two ways is a mail to a
 * stranger.
 */
export function parseMailAddress(text: string): MailAddress | undefined {
  if (text.length > 1000 || /[\r\n\0]/.test(text)) return undefined;
  const [, name = '', bare = text] = /^([^<>]*)<([^<>]*)>$/.exec(text.trim()) ?? [];
  const address = normaliseEmail(bare);
  if (!address) return undefined;
  return { name: name.trim().replace(/^"(.*)"$/, '$1'), address, domain: address.slice(address.indexOf('@') + 1) };
}

/**
 * Local parts that are allowed besides plain ones: dots anywhere (docomo hands out such), or letters of any script (RFC
 * 6531).
 */
const LOOSE_LOCAL = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~.-]{1,64}$/u;
const LITERAL = /^\[(\d{1,3}(\.\d{1,3}){3}|ipv6:[0-9a-f:.]{2,45})\]$/i;
const HOST = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * An address as RCPT TO takes it. Besides plain addresses it allows those that only servers can judge: dots at the end
 * or in a row (quoted, as RFC 5321 asks), other scripts, an IP literal, a host without a domain. Undefined if it cannot
 * be written at all.
 */
export function envelopeAddress(text: string): string | undefined {
  const plain = parseMailAddress(text)?.address;
  if (plain) return plain;
  const at = text.lastIndexOf('@');
  const [local, host] = [
    text.slice(0, Math.max(at, 0)).trim(),
    text
      .slice(at + 1)
      .trim()
      .toLowerCase(),
  ];
  const domain = LITERAL.test(host) || HOST.test(host) ? host : parseMailAddress(`a@${host}`)?.domain;
  if (!domain || !LOOSE_LOCAL.test(local)) return undefined;
  return /^\.|\.\.|\.$/.test(local) ? `"${local}"@${domain}` : `${local}@${domain}`;
}
