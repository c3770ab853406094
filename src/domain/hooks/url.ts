import { truncate } from '../../text/truncate.ts';

const SHOWN = 40;

/** An address as people recognise it: without the scheme, and without what stands behind a question mark, which may be a key. */
export function shortUrl(url: string): string {
  const { host, pathname } = new URL(url);
  return truncate(`${host}${pathname === '/' ? '' : pathname}`, SHOWN);
}
