import { z } from 'zod';
import { type Link, linkInWords } from '../../text/link.ts';
import { cleanText } from '../../text/normalise.ts';

/** The entities that say what the words alone do not: a link behind them. All others only style. */
const textLink = z.object({
  type: z.literal('text_link'),
  offset: z.number().int().min(0),
  length: z.number().int().min(1),
  url: z.string(),
});
type TextLink = z.infer<typeof textLink>;

export const entities = z.array(textLink.optional().catch(undefined));

/** What was written, its links in words, and where those are. Offsets count UTF-16 units, as Telegram's and ours do. */
export function wordsWith(
  raw: string,
  marked: readonly (TextLink | undefined)[] = [],
): { text: string; links: Link[] } {
  const found = marked.filter((one) => one !== undefined).sort((a, b) => a.offset - b.offset);
  const links: Link[] = [];
  let text = '';
  let from = 0;
  for (const { offset, length, url } of found) {
    if (offset < from || offset + length > raw.length) continue;
    text += cleanText(raw.slice(from, offset));
    const label = cleanText(raw.slice(offset, offset + length));
    const target = cleanText(url);
    links.push({ at: text.length, label, url: target });
    text += linkInWords(label, target);
    from = offset + length;
  }
  return { text: text + cleanText(raw.slice(from)), links };
}
