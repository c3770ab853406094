import { normaliseEmail } from '../text/normalise.ts';

/** A mail address fit for a header and an envelope. */
export interface MailAddress {
  name: string;
  /** Lower case, domain in ASCII. */
  address: string;
  domain: string;
}

/**
 * Reads `a@b.example` or `Name <a@b.example>`; undefined for anything else: a line break, a second address, a quoted local part.
 * Strict on purpose: libraries disagree on the rest, and a recipient read in two ways is a mail to a stranger.
 */
export function parseMailAddress(text: string): MailAddress | undefined {
  if (text.length > 1000 || /[\r\n\0]/.test(text)) return undefined;
  const [, name = '', bare = text] = /^([^<>]*)<([^<>]*)>$/.exec(text.trim()) ?? [];
  const address = normaliseEmail(bare);
  if (!address) return undefined;
  return { name: name.trim().replace(/^"(.*)"$/, '$1'), address, domain: address.slice(address.indexOf('@') + 1) };
}
