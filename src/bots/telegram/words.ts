import * as z from 'zod';
import { type Link, linkInWords } from '../../text/link.ts';
import { cleanText } from '../../text/normalise.ts';
import { strike } from '../../text/struck.ts';

const struckOut = z.object({
  type: z.literal('strikethrough'),
  offset: z.number().int().min(0),
  length: z.number().int().min(1),
});

/**
 * The entities that say something the words alone do not: a link behind them, or that they are struck out. All others
 * are only style.
 */
const textLink = z.object({
  type: z.literal('text_link'),
  offset: z.number().int().min(0),
  length: z.number().int().min(1),
  url: z.string(),
});
type Telling = z.infer<typeof textLink> | z.infer<typeof struckOut>;

export const entities = z.array(z.union([textLink, struckOut]).optional().catch(undefined));

/** What was written, with its links in words and their positions. Offsets count UTF-16 units, as Telegram and we do. */
export function wordsWith(raw: string, marked: readonly (Telling | undefined)[] = []): { text: string; links: Link[] } {
  const found = marked.filter((one) => one !== undefined).sort((a, b) => a.offset - b.offset);
  const links: Link[] = [];
  let text = '';
  let from = 0;
  for (const one of found) {
    const { offset, length } = one;
    if (offset < from || offset + length > raw.length) continue;
    text += cleanText(raw.slice(from, offset));
    from = offset + length;
    const label = cleanText(raw.slice(offset, from));
    if (one.type === 'strikethrough') {
      text += strike(label);
      continue;
    }
    const target = cleanText(one.url);
    links.push({ at: text.length, label, url: target });
    text += linkInWords(label, target);
  }
  return { text: text + cleanText(raw.slice(from)), links };
}
