import { ownDomain } from '../../text/public_mail.ts';
import { header, type MailHeaders } from '../mime/headers.ts';
import { domainOf } from '../read/trust.ts';
import { firstAddress, type Sender } from '../send/sender.ts';

const FIELD_CHARACTERS = 5000;
const MACHINE = /^([^@]*[._+-])?(no[-_.]?reply|mailer-daemon|bounces?)([._+-][^@]*)?@/;

/**
 * Who wrote a mail that a group of our own passed on under its own address, as Google Groups does for senders whose domain forbids
 * it (DMARC): they stand in X-Original-From, X-Original-Sender or Reply-To. Nobody has proven it, so it is only claimed; and only an
 * address of our own is believed to have done this.
 */
export function readRelayed(headers: MailHeaders, sender: Sender | undefined): Sender | undefined {
  const from = sender?.email ?? '';
  const isVia = /\S\s+(via|über|通过|経由)\s+\S/i.test(sender?.name ?? '');
  if (!from || !(isOwnAddress(from, headers) || isListItself(from, headers))) return undefined;
  const names = ['x-original-from', 'x-original-sender', ...(isVia ? ['reply-to'] : [])];
  const named = names.map((name) => firstAddress(header(headers, name)));
  const original = named.find((one) => one?.email && one.email !== from);
  if (!original?.email || MACHINE.test(original.email) || isOwnAddress(original.email, headers)) return undefined;
  const name = named.find((one) => one?.email === original.email && one.name)?.name ?? '';
  return { name: name || (isVia ? nameBefore(sender?.name ?? '') : ''), email: original.email };
}

/** `'Kim' via Support` */
function nameBefore(name: string): string {
  return name.replace(/\s+(via|über|通过|経由)\s+.*$/i, '').replace(/^['"]+|['"]+$/g, '');
}

/** Whether an address is one of the house's: of a domain of its own that the mail was delivered to. */
export function isOwnAddress(address: string, headers: MailHeaders): boolean {
  const domain = ownDomain(domainOf(address));
  return domain !== undefined && deliveredTo(headers).includes(domain);
}

function isListItself(address: string, headers: MailHeaders): boolean {
  const id = header(headers, 'list-id').toLowerCase();
  return id.includes(`<${address.replace('@', '.')}>`);
}

/** The domains of the mailboxes a mail reached: as servers noted them, else of its To. */
export function deliveredTo(headers: MailHeaders): string[] {
  const noted = ['delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) => headers.get(name) ?? []);
  const fields = noted.length > 0 ? noted : (headers.get('to') ?? []);
  const found = fields.flatMap((field) => [...field.slice(0, FIELD_CHARACTERS).matchAll(/@([\w.-]{1,255})/g)]);
  return found.map(([, domain = '']) => domain.toLowerCase());
}
