import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** All that the registries have given out to the public internet so far; whatever else is unicast leads somewhere inside. */
const GIVEN_OUT = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];
/** The second half of an address that is a tunnel to an IPv4 address behind it (ISATAP). */
const TUNNEL = 0x5efe;

/**
 * Whether an IP address is one of the public internet. No names, no addresses written as one number: false. What holds another address
 * (mapped, 6to4, Teredo, NAT64, ISATAP) is refused, whatever it holds.
 */
export function isPublic(address: string): boolean {
  if (isIP(address) === 0) return false;
  const read = ipaddr.parse(address);
  if (read.range() !== 'unicast') return false;
  return read instanceof ipaddr.IPv4 || (read.match(GIVEN_OUT) && !isTunnel(read));
}

const isTunnel = ({ parts }: ipaddr.IPv6): boolean => (parts[4]! & ~0x200) === 0 && parts[5] === TUNNEL;
