import { Explained } from '../../text/explained.ts';

/** Where a mail server is and how to sign in, read from IMAP_URL or SMTP_URL. */
export interface MailServer {
  host: string;
  port: number;
  /** 'implicit': TLS from the first byte. 'starttls': fails if the server does not offer it. 'none': loopback only. */
  tls: 'implicit' | 'starttls' | 'none';
  user?: string;
  pass?: string;
  /** The path without its slash: for IMAP, the mailbox. */
  path: string;
}

const PORTS: Record<string, number> = { 'imaps:': 993, 'imap:': 143, 'smtps:': 465, 'smtp:': 587 };
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/;

/**
 * Reads `imaps://user:pass@host:993/INBOX`, `smtps://…` or `smtp://…`. User, password and mailbox are percent-decoded.
 * Without the `s` the connection must upgrade by STARTTLS; `?tls=none` allows clear text, only on the loopback.
 * @throws Explained, in plain words that name what is wrong without quoting the URL (it holds a password)
 */
export function parseMailServer(text: string, protocol: 'imap' | 'smtp'): MailServer {
  const url = readUrl(text, protocol);
  const implicit = url.protocol === `${protocol}s:`;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || PORTS[url.protocol]!,
    tls: implicit ? 'implicit' : clearTextAllowed(url) ? 'none' : 'starttls',
    ...(url.username && { user: decode(url.username), pass: decode(url.password) }),
    path: decode(url.pathname.replace(/^\//, '')),
  };
}

/** The addresses in IMAP_URL, separated by blanks, line ends or commas; a comma within a password does not separate. */
export function splitMailServers(text: string): string[] {
  return text
    .split(/[\s,]+(?=imaps?:\/\/)|[\s,]+$/i)
    .map((url) => url.trim())
    .filter(Boolean);
}

/** The source of a mailbox's inbox rows and cursor: `email:<user>@<host>/<mailbox>`, with the port if it is not the usual one. */
export function mailboxSource(url: string): string {
  const server = parseMailServer(url, 'imap');
  return `email:${server.user ?? ''}@${mailboxPlace(server)}`;
}

/** Which mailbox it is, regardless of who signs in to it: `imap.example.com/INBOX`. */
export function mailboxPlace({ host, port, tls, path }: MailServer): string {
  const usual = tls === 'implicit' ? 993 : 143;
  return `${host}${port === usual ? '' : `:${port}`}/${path || 'INBOX'}`;
}

/** `mailbox:you@example.com · imap.example.com/INBOX`, because an owner may have two at one provider. */
export function stateName(server: MailServer): string {
  return `mailbox:${[server.user, mailboxPlace(server)].filter(Boolean).join(' · ')}`;
}

/** Whether two of these URLs are the same mailbox, whatever their passwords. */
export function sameMailbox(urls: readonly string[]): boolean {
  return new Set(urls.map(mailboxSource)).size < urls.length;
}

function readUrl(text: string, protocol: string): URL {
  const example = `${protocol}s://user:password@${protocol}.example.com`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url?.hostname || ![`${protocol}:`, `${protocol}s:`].includes(url.protocol)) {
    throw new Explained(({ variable }) => variable.mailServer(example));
  }
  return url;
}

function clearTextAllowed(url: URL): boolean {
  if (url.searchParams.get('tls') !== 'none') return false;
  if (!LOOPBACK.test(url.hostname)) throw new Explained(({ variable }) => variable.clearText);
  return true;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Explained(({ variable }) => variable.percent);
  }
}
