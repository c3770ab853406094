import type { LookupAddress, LookupOptions } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { isPublic } from './public_address.ts';

/** Gives the addresses of a name. */
export type Resolve = (hostname: string, options: LookupOptions & { all: true }) => Promise<LookupAddress[]>;

/** A name stands for an address that is not of the public internet. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
}

/**
 * A look-up for a socket. The name is resolved once and the socket connects to what was checked, so that a name cannot stand for one
 * address when it is checked and for another when it is used. One address that is not public spoils them all.
 */
export function publicLookup(resolve: Resolve = lookup): LookupFunction {
  return (hostname, options, found) => {
    const { family, hints, all } = options;
    resolve(hostname, { ...(family && { family }), ...(hints && { hints }), all: true }).then(
      (addresses) => {
        const [first] = addresses;
        if (!first || !addresses.every(({ address }) => isPublic(address))) return found(new Forbidden(), '');
        return all ? found(null, addresses) : found(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => found(error, ''),
    );
  };
}
