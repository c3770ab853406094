import { isIP } from 'node:net';
import { isPublic } from './public_address.ts';

/** Why nothing is sent to an address. */
export type Refusal = 'unreadable' | 'insecure' | 'signed_in' | 'port' | 'inside';

/** Where something may be sent. */
export interface Target {
  url: URL;
  /** Whoever runs this machine has named the host: it may be inside, and in the clear. */
  allowed: boolean;
}

const LONGEST = 2000;
/** The ports of https. */
const PORTS: readonly number[] = [443, 8443];
const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'https:': 443, 'http:': 80 };
/** Names that only mean something inside (RFC 6761, 6762, 8375, 9476, and what routers call themselves). */
const INSIDE =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|onion|test|invalid|alt)$/;

/**
 * Reads an address to which we may post: https at a usual port, without a name and password in it, at a host of the public internet.
 * `allowed`: hosts that may be anything (`erp.lan`, `10.0.0.5:8080`). What a name stands for is checked when it is looked up.
 */
export function readTarget(
  text: string,
  allowed: readonly string[],
  ports: readonly number[] = PORTS,
): Target | Refusal {
  const url = urlIn(text);
  if (!url) return 'unreadable';
  if (url.username || url.password) return 'signed_in';
  url.hash = '';
  if (allowed.some((host) => isHost(host, url))) return { url, allowed: true };
  if (url.protocol !== 'https:') return 'insecure';
  if (isInside(bare(url.hostname))) return 'inside';
  return ports.includes(portOf(url)) ? { url, allowed: false } : 'port';
}

function urlIn(text: string): URL | undefined {
  const trimmed = text.trim();
  // what the standard would silently mend or leave out may have been meant otherwise
  if (trimmed.length > LONGEST || /[\s\\\p{Cc}]/u.test(trimmed) || !/^https?:\/\/[^/]/i.test(trimmed)) return undefined;
  return URL.canParse(trimmed) ? new URL(trimmed) : undefined;
}

/** Without the brackets of IPv6 and the dots at the end. */
const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '');

const isInside = (host: string): boolean =>
  isIP(host) > 0 ? !isPublic(host) : !host.includes('.') || INSIDE.test(host);

const portOf = ({ port, protocol }: URL): number => Number(port) || DEFAULT_PORTS[protocol]!;

/** Whether an entry of the list names the host of this URL, and its port if the entry has one. */
function isHost(entry: string, url: URL): boolean {
  const named = `http://${entry}`;
  if (!URL.canParse(named)) return false;
  const port = /:(\d+)$/.exec(entry)?.[1];
  return bare(new URL(named).hostname) === bare(url.hostname) && (!port || Number(port) === portOf(url));
}
