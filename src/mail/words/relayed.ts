import { headWords } from '../../text/cut.ts';
import { isNobodys } from '../../text/nobody.ts';
import { ownDomain } from '../../text/public_mail.ts';
import { header, type MailHeaders } from '../mime/headers.ts';
import { domainOf } from '../read/trust.ts';
import { addressesIn, firstAddress, type Sender } from '../send/sender.ts';

const FIELD_CHARACTERS = 5000;
/** The program that runs a list, as its Sender names it. */
const KEEPER = /^([^@]*[._+-])?(owner|request|admin|errors|listmaster|listserv|majordomo|postmaster)([._+-][^@]*)?@/;
/** What stands between the writer's name and the group's. */
const VIA =
  /["'”’」]?\s[("'（]?(via|über|vía|through|a través de|por medio de|przez|через)\s+\S|["'”’」]?\s?[(（]?(通过|通過|透过|透過|经由|經由|経由)\s?\S/iu;
/** Only lists and groups write these headers. */
const LIST_SIGNS = ['list-id', 'list-post', 'x-beenthere', 'mailing-list', 'x-google-group-id'];

/**
 * Who wrote a mail that one of our own groups passed on under its own address, as Google Groups does for senders whose
 * domain forbids passing on (DMARC): the author is in X-Original-From, X-Original-Sender or Reply-To. That is unproven,
 * so the author is only claimed; and we believe it only of an address of our own.
 */
export function readRelayed(headers: MailHeaders, sender: Sender | undefined): Sender | undefined {
  const from = sender?.email ?? '';
  const isVia = nameBeforeVia(sender?.name ?? '') !== undefined;
  if (!from || !(isOwnAddress(from, headers) || isListItself(from, headers))) return undefined;
  const names = ['x-original-from', 'x-original-sender', ...(isVia ? ['reply-to'] : [])];
  const named = names.map((name) => firstAddress(header(headers, name)));
  const original = named.find((one) => one?.email && one.email !== from);
  if (!original?.email || isNobodys(original.email) || isOwnAddress(original.email, headers)) return undefined;
  const name = named.find((one) => one?.email === original.email && one.name)?.name ?? '';
  return { name: name || (nameBeforeVia(sender?.name ?? '') ?? ''), email: original.email };
}

/**
 * Who wrote a mail that comes from the address of a group or list, where an answer would reach all who read it. The
 * author is whoever Reply-To or Sender names beside the group; otherwise somebody of whom we know only the name, under
 * the group's own address.
 */
export function readListed(headers: MailHeaders, sender: Sender | undefined): Sender | undefined {
  const from = sender?.email ?? '';
  const before = nameBeforeVia(sender?.name ?? '');
  const agent = before === undefined ? agentOf(headers, from) : undefined;
  if (!from || !isGroup(from, headers, { isVia: before !== undefined, hasAgent: agent !== undefined }))
    return undefined;
  const name = before ?? sender?.name ?? '';
  const asked = (headers.get('reply-to') ?? []).flatMap(addressesIn).find((one) => isSomebody(one, from, headers));
  if (asked) return { ...asked, name: asked.name || (before ?? '') };
  return agent ?? { name, email: from };
}

function isGroup(
  from: string,
  headers: MailHeaders,
  { isVia, hasAgent }: { isVia: boolean; hasAgent: boolean },
): boolean {
  if (isListItself(from, headers)) return true;
  if (isVia) return isOwnAddress(from, headers) || LIST_SIGNS.some((sign) => headers.has(sign));
  // a group in whose name somebody wrote to it
  return hasAgent && (headers.get('to') ?? []).flatMap(addressesIn).some(({ email }) => email === from);
}

/** A person who sent it for somebody else; a list's own program can stand there too. */
function agentOf(headers: MailHeaders, from: string): Sender | undefined {
  const agent = firstAddress(header(headers, 'sender'));
  const local = from.slice(0, from.lastIndexOf('@'));
  const isPerson = agent && isSomebody(agent, from, headers) && !KEEPER.test(agent.email ?? '');
  return isPerson && !agent.email?.startsWith(`${local}-`) ? agent : undefined;
}

function isSomebody({ email }: Sender, from: string, headers: MailHeaders): boolean {
  return email !== null && email !== from && !isNobodys(email) && !isListItself(email, headers);
}

/** `'Kim' via Support` gives Kim; undefined for other names. */
function nameBeforeVia(name: string): string | undefined {
  const at = name.search(VIA);
  return at > 0 ? name.slice(0, at).replace(/^['"“‘「]+|['"”’」]+$/g, '') : undefined;
}

/** Whether an address is one of ours: it is in a domain of our own to which the mail was delivered. */
export function isOwnAddress(address: string, headers: MailHeaders): boolean {
  const domain = ownDomain(domainOf(address));
  return domain !== undefined && deliveredTo(headers).includes(domain);
}

/** Whether a list itself says that it has this address: as the place where it takes mail, or in its id. */
function isListItself(address: string, headers: MailHeaders): boolean {
  const id = header(headers, 'list-id')
    .toLowerCase()
    .trim()
    .replace(/^[^<]*</, '')
    .replace(/>.*$/s, '');
  if (id === address.replace('@', '.')) return true;
  const named = ['list-post', 'x-beenthere', 'mailing-list'].flatMap((name) => headers.get(name) ?? []);
  const written = named.flatMap((field) =>
    headWords(field, FIELD_CHARACTERS)
      .toLowerCase()
      .split(/[\s<>,;:?]+/),
  );
  return written.includes(address);
}

/** The domains of the mailboxes that a mail reached: as servers noted them, else from To. */
export function deliveredTo(headers: MailHeaders): string[] {
  const noted = ['delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) => headers.get(name) ?? []);
  const fields = noted.length > 0 ? noted : (headers.get('to') ?? []);
  const found = fields.flatMap((field) => [...headWords(field, FIELD_CHARACTERS).matchAll(/@([\w.-]{1,255})/g)]);
  return found.map(([, domain = '']) => domain.toLowerCase());
}
