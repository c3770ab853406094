import type { Slotted } from '../../../outbox/bulk.ts';
import type { Context } from '../../context.ts';
import type { Filling, Wording } from '../../templates/letter.ts';
import { clickPath, markOf } from './link.ts';

/** A wording whose links are slots, and the address and mark behind each of them. */
interface Tracked {
  wording: Wording;
  links: { slot: string; url: string; mark: string }[];
}

type Piece = Exclude<Slotted, string>[number];

/** In HTML that we made ourselves; one that goes on in a slot is each reader's own and stays as it is. */
const HREF = /(<a href=")(https?:\/\/[^"]{1,2000})(?=")/gi;

const known = new WeakMap<Wording, Tracked>();

/** The same for all who share the wording. The text part keeps its addresses: whoever reads it sees where they lead. */
function trackedOf(wording: Wording): Tracked {
  const before = known.get(wording);
  if (before) return before;
  const links: Tracked['links'] = [];
  const pieces = typeof wording.html === 'string' ? [wording.html] : wording.html;
  const html = pieces.flatMap((piece): Piece[] => (typeof piece === 'string' ? parted(piece, links) : [piece]));
  const tracked = { wording: { ...wording, html }, links };
  known.set(wording, tracked);
  return tracked;
}

function parted(html: string, links: Tracked['links']): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of html.matchAll(HREF)) {
    const [, before = '', href = ''] = match;
    const url = unescaped(href).replace(/^https?/i, (scheme) => scheme.toLowerCase());
    const slot = `link${links.length}`;
    links.push({ slot, url, mark: markOf(url) });
    pieces.push(html.slice(end, match.index) + before, { slot });
    end = match.index + before.length + href.length;
  }
  return [...pieces, html.slice(end)];
}

const unescaped = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Whether links of campaigns lead over us: the owner wants it, and customers reach us safely. */
export const countsClicks = ({ settings, publicUrl }: Pick<Context, 'settings' | 'publicUrl'>): boolean =>
  settings.campaignClicks === 'on' && publicUrl.startsWith('https://');

/** The mail of one delivery whose links lead over us. `keep`: told of each address that has to be stored before it leaves. */
export function withClicks(
  { publicUrl, linkKey }: Pick<Context, 'publicUrl' | 'linkKey'>,
  filling: Filling,
  { campaignId, deliveryId, keep }: { campaignId: string; deliveryId: string; keep: (url: string) => void },
): Filling {
  const { wording, links } = trackedOf(filling.wording);
  if (links.length === 0) return filling;
  const values = { ...filling.values };
  for (const { slot, url, mark } of links) {
    keep(url);
    values[slot] = `${publicUrl}${clickPath(linkKey, { campaignId, deliveryId, mark })}`;
  }
  return { ...filling, wording, values };
}

/** Stores where links lead: what is not stored is led to by none. */
export async function keepLinks({ tx }: Pick<Context, 'tx'>, campaignId: string, urls: ReadonlySet<string>) {
  if (urls.size === 0) return;
  const all = [...urls];
  await tx`
    insert into campaign_links (campaign_id, mark, url)
    select ${campaignId}::bigint, mark, url from unnest((select ${all.map(markOf)}::text[]), (select ${all}::text[])) l (mark, url)
    on conflict (campaign_id, mark) do nothing`;
}
