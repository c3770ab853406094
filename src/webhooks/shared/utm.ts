import type { Utm } from '../../domain/shop_event.ts';
import { head } from '../../text/cut.ts';
import { cleanText } from '../../text/normalise.ts';

const NAMES = ['source', 'medium', 'campaign', 'content', 'term'] as const;
const LONGEST = 200;

/** By which address a buyer came to the shop: `said` gives utm_source and the like. They are kept as they are said, and prove nothing. */
export function utmIn(said: (named: string) => unknown): { utm?: Utm } {
  const utm: Utm = {};
  for (const part of NAMES) {
    const value = said(`utm_${part}`);
    const words = typeof value === 'string' ? head(cleanText(value).trim(), LONGEST) : '';
    if (words) utm[part] = words;
  }
  return Object.keys(utm).length > 0 ? { utm } : {};
}

/** The same where the shop says the page on which its buyer arrived, as a path or a whole address. */
export function utmOfPage(page: string | null | undefined): { utm?: Utm } {
  const query = /\?([^#]{1,4000})/u.exec(page ?? '')?.[1];
  if (query === undefined) return {};
  const params = new URLSearchParams(query);
  return utmIn((part) => params.get(part));
}
