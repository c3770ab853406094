import type { HtmlToTextOptions } from 'html-to-text';

const HTML_CHARACTERS = 500_000;

/** html-to-text takes time with the square of the depth: 100,000 nested divs are 10 s of a blocked process. */
const DEEPEST = 500;
const MOST_QUOTES = 30;
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|!)/i;

const OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxDepth: 200, maxChildNodes: 20_000, ellipsis: '' },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'table', format: 'block' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
};

/**
 * The readable text of a mail that came as HTML only: its first 500,000 characters. Quotations in `blockquote` get their `> `
 * back, links keep their words. HTML nested beyond reason only loses its tags.
 */
export async function htmlToText(html: string): Promise<string> {
  const part = html.slice(0, HTML_CHARACTERS);
  if (!isReasonable(part)) return withoutTags(part);
  const { convert } = await import('html-to-text');
  return convert(part, OPTIONS);
}

function isReasonable(html: string): boolean {
  let depth = 0;
  let quotes = 0;
  for (const [, closing, name = ''] of html.matchAll(/<(\/?)([a-z!][a-z0-9]*)/gi)) {
    if (VOID.test(name)) continue;
    depth = Math.max(0, depth + (closing ? -1 : 1));
    if (/^blockquote$/i.test(name)) quotes++;
    if (depth > DEEPEST || quotes > 2 * MOST_QUOTES) return false;
  }
  return true;
}

function withoutTags(html: string): string {
  return html
    .replace(/<(br|\/p|\/div|\/tr|\/li)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(
      /&(nbsp|lt|gt|quot|amp);/g,
      (_, name: string) => ({ nbsp: ' ', lt: '<', gt: '>', quot: '"', amp: '&' })[name]!,
    );
}
