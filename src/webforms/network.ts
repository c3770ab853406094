import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { isPublic } from '../lib/outbound/public_address.ts';

/**
 * The address of the network that a request comes from. A proxy of ours stands at an address that is not public, and
 * names last who asked it; what anybody else names is not believed. '' if it is not known.
 */
export function clientAddress(peer: string, headers: Headers): string {
  const own = plain(peer);
  if (own && isPublic(own)) return own;
  const named = plain(headers.get('x-forwarded-for')?.split(',').at(-1) ?? '');
  return named || own;
}

/** Whose pace it is: of IPv6 whoever has one address has 2^64 (RFC 6177), so they count as one. */
export const networkOf = (address: string): string =>
  isIP(address) === 6 ? ipaddr.IPv6.parse(address.replace(/%.*$/, '')).parts.slice(0, 4).join(':') : address;

/** `203.0.113.0`, `2001:db8:1::`: of which network, not of whom. '' stays ''. */
export function shortened(address: string): string {
  if (isIP(address) === 4) return address.replace(/\.\d+$/, '.0');
  return isIP(address) === 6 ? `${address.split('::', 1)[0]!.split(':').slice(0, 3).join(':')}::` : '';
}

function plain(address: string): string {
  const bare = address
    .trim()
    .replace(/^\[|\](?::\d+)?$/g, '')
    .replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(bare) ? bare : '';
}

/** How many of a network's parts count together, from one visitor's to a provider's, and how much of the first's pace each may have. */
const SHARES = {
  4: [
    [32, 1],
    [24, 3],
  ],
  6: [
    [64, 1],
    [56, 2],
    [48, 3],
    [32, 4],
  ],
} as const;

/**
 * The networks that an address is in, narrowest first, and how many times the pace of one visitor each may come: a site has a /48 or
 * a /56 of its own (RFC 6177), so whoever has one has any number of /64. What is no address is one network.
 */
export function networksOf(address: string): { network: string; share: number }[] {
  const version = isIP(address);
  if (version !== 4 && version !== 6) return [{ network: address, share: 1 }];
  const bytes = ipaddr.parse(address.replace(/%.*$/, '')).toByteArray();
  return SHARES[version].map(([bits, share]) => ({
    network: `${Buffer.from(bytes.slice(0, bits / 8)).toString('hex')}/${bits}`,
    share,
  }));
}
