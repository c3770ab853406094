import type { Formatter, HtmlElement } from 'html-to-text';
import { inPlace } from './html_apart.ts';

/**
 * A link, with its target unless its words contain it: a header block often shows a name whose address only the link
 * knows.
 */
export const link: Formatter = (element, walk, builder) =>
  inPlace(element, builder, () => {
    const [href, words] = [element.attribs?.href ?? '', wordsOf(element)];
    walk(element.children, builder);
    const address = /^mailto:([^?\s]{3,254})/i.exec(href)?.[1];
    if (address?.includes('@') && !words.includes(address))
      builder.addInline(` <${address}>`, { noWordTransform: true });
    const target = webTarget(href, words);
    if (target) builder.addInline(` (${target})`, { noWordTransform: true });
  });

const LONGEST_TARGET = 800;

/**
 * Where a link leads on the web, unless its words say so; for a very long target only the site. '' for anything else.
 */
function webTarget(href: string, words: string): string {
  if (words.trim() === '' || !/^https?:\/\//i.test(href.trim()) || !URL.canParse(href.trim())) return '';
  const { href: target, host } = new URL(href.trim());
  const bare = (text: string) =>
    text
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\/(www\.)?|^www\.|\/$/g, '');
  if (bare(words) === bare(target) || bare(words) === bare(href) || words.includes(target)) return '';
  return target.length > LONGEST_TARGET ? `https://${host}/…` : target;
}

export function wordsOf(element: HtmlElement): string {
  return (element.children ?? []).map((child) => child.data ?? wordsOf(child)).join('');
}
