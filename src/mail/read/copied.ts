import { isPrograms } from '../../text/nobody.ts';
import { ownDomain } from '../../text/public_mail.ts';
import { header, type MailHeaders } from '../mime/headers.ts';
import { addressesIn } from '../send/sender.ts';
import { parseMailAddress } from './address.ts';
import { domainOf } from './trust.ts';

const MOST = 20;
const NOTED = ['delivered-to', 'x-original-to', 'envelope-to'];

/** Our own addresses, as the settings know them. */
export interface OwnAddresses {
  ownerEmails: readonly string[];
  /** The address we write from. */
  mailFrom?: string | undefined;
}

/**
 * Who else would get an answer to all: other authors in From, people in Cc, and people besides us in To. Never an
 * address of our own, of a list or of a machine. To counts only if we find ourselves in it: otherwise the address there
 * is another name of ours.
 */
export function readCopied(headers: MailHeaders, from: string, own: OwnAddresses): string[] {
  const isOwn = ownAddress(headers, own);
  const to = addressesOf(headers, 'to');
  const others = to.some(isOwn) ? to : [];
  const strangers = [...addressesOf(headers, 'from'), ...addressesOf(headers, 'cc'), ...others].filter(
    (address) => address !== from && !isOwn(address) && !isPrograms(address) && !isList(headers, address),
  );
  return [...new Set(strangers)].slice(0, MOST);
}

/** Where the sender asks for answers: addresses other than theirs, and none of ours, of a list or of a machine. */
export function readReplyTos(headers: MailHeaders, from: string, own: OwnAddresses): string[] {
  const isOwn = ownAddress(headers, own);
  const asked = addressesOf(headers, 'reply-to').filter(
    (address) => address !== from && !isOwn(address) && !isPrograms(address) && !isList(headers, address),
  );
  return [...new Set(asked)].slice(0, MOST);
}

function addressesOf(headers: MailHeaders, name: string): string[] {
  const written = (headers.get(name) ?? []).flatMap(addressesIn);
  return written.flatMap(({ email }) => parseMailAddress(email ?? '')?.address ?? []);
}

/**
 * Tells whether an address is ours: by the address itself (without its plus tag), or by a domain that is ours alone.
 */
function ownAddress(headers: MailHeaders, { ownerEmails, mailFrom }: OwnAddresses): (address: string) => boolean {
  const noted = NOTED.flatMap((name) => addressesOf(headers, name));
  const written = parseMailAddress(mailFrom ?? '')?.address;
  const own = [...ownerEmails, ...noted, ...(written ? [written] : [])];
  const domains = own.flatMap((address) => ownDomain(domainOf(address)) ?? []);
  const addresses = new Set(own.map(withoutTag));
  return (address) => addresses.has(withoutTag(address)) || domains.includes(domainOf(address));
}

const withoutTag = (address: string) => address.replace(/^([^@+]*)\+[^@]*(?=@)/, '$1');

function isList(headers: MailHeaders, address: string): boolean {
  const lists = `${header(headers, 'list-post')} ${header(headers, 'mailing-list')}`.toLowerCase();
  const id = header(headers, 'list-id').toLowerCase();
  return lists.includes(address) || id.includes(address.replace('@', '.'));
}
