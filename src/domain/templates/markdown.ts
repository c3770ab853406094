import { compile as compileToText } from 'html-to-text';
import MarkdownIt from 'markdown-it';
import type { Slots } from './slots.ts';

/** The look of a letter: what a mail program shows by itself, with the few sizes it gets wrong. No colours, so that a dark screen stays dark. */
const STYLES: Readonly<Record<string, string>> = {
  p: 'margin:0 0 1em',
  h1: 'margin:0 0 .6em;font-size:1.5em;line-height:1.3',
  h2: 'margin:1.2em 0 .6em;font-size:1.25em;line-height:1.3',
  h3: 'margin:1.2em 0 .6em;font-size:1.1em;line-height:1.3',
  ul: 'margin:0 0 1em;padding-left:1.4em',
  ol: 'margin:0 0 1em;padding-left:1.6em',
  li: 'margin:0 0 .3em',
  blockquote: 'margin:0 0 1em;padding-left:1em;border-left:3px solid #8888',
  img: 'max-width:100%;height:auto;border:0',
  hr: 'margin:1.5em 0;border:0;border-top:1px solid #8888',
  table: 'margin:0 0 1em;border-collapse:collapse',
  th: 'padding:.3em .8em .3em 0;text-align:left',
  td: 'padding:.3em .8em .3em 0;vertical-align:top',
  pre: 'margin:0 0 1em;white-space:pre-wrap',
  a: 'overflow-wrap:anywhere',
};

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });
type Token = ReturnType<typeof markdown.parse>[number];

const toText = compileToText({
  wordwrap: false,
  selectors: [
    { selector: 'a', options: { linkBrackets: ['(', ')'], hideLinkHrefIfSameAsText: true } },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
  ],
});

// an address of ours that stands by itself can be tapped
markdown.renderer.rules.text = (tokens, at, _, env) => {
  const html = markdown.utils.escapeHtml(tokens[at]!.content);
  const { slots } = env as { slots: Slots };
  return slots.linked(html, (slot) => `<a href="${slot}" style="${STYLES.a}">${slot}</a>`);
};

/** Markdown as the HTML and the text of a mail; slots stay in it, each as what it is in its place. */
export function rendered(source: string, slots: Slots): { html: string; text: string } {
  const tokens = markdown.parse(source, { slots });
  for (const token of tokens) prepare(token, slots);
  const html = markdown.renderer.render(tokens, markdown.options, { slots });
  // what is not said in words leaves its blank lines
  return { html, text: toText(html).replace(/\n{3,}/gu, '\n\n') };
}

/** Where its links and pictures lead, and the words between them. */
export function addressesIn(source: string): { addresses: string[]; words: string[] } {
  const addresses: string[] = [];
  const words: string[] = [];
  for (const { children } of markdown.parse(source, {}))
    for (const child of children ?? []) {
      const address = child.attrGet('href') ?? child.attrGet('src');
      if (typeof address === 'string') addresses.push(withScheme(address));
      else if (child.type === 'text') words.push(child.content);
    }
  return { addresses, words };
}

/** 'www.shop.example/tea' and 'shop.example' as people write them: without a scheme a mail program opens them nowhere. */
const BARE = /^(?:www\.[^\s/]+|(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+[\p{L}]{2,24})(?::\d{1,5})?(?:[/?#]|$)/iu;
/** A file beside the letter: it has no place anywhere. */
const FILES = new Set([
  'jpg',
  'jpeg',
  'png',
  'gif',
  'webp',
  'svg',
  'pdf',
  'htm',
  'html',
  'php',
  'doc',
  'docx',
  'xlsx',
  'zip',
  'mp4',
]);
const isFile = (address: string): boolean =>
  FILES.has(/^[^/?#]*\.([a-z\d]{2,4})$/i.exec(address)?.[1]?.toLowerCase() ?? '');
const withScheme = (address: string): string =>
  BARE.test(address) && !isFile(address) ? `https://${address}` : address;

function prepare(token: Token, slots: Slots): void {
  dress(token, slots);
  let link: Token | undefined;
  for (const child of token.children ?? []) {
    prepare(child, slots);
    if (child.type === 'link_open') link = child;
    else if (child.type === 'link_close') link = undefined;
    else if (link) child.content = inLink(child.content, link, slots);
  }
}

/** Words that were made a link because they are an address show it as it is. */
const inLink = (words: string, { markup }: Token, slots: Slots): string =>
  markup === 'linkify' ? slots.inAddress(words, { bare: true }) : slots.asWords(words);

function dress(token: Token, slots: Slots): void {
  const style = token.nesting >= 0 ? STYLES[token.tag] : undefined;
  if (style) token.attrSet('style', style);
  for (const name of ['href', 'src']) {
    const address = token.attrGet(name);
    if (typeof address !== 'string') continue;
    const whole = withScheme(address);
    if (slots.in(whole)) token.attrSet(name, slots.inAddress(whole));
    else if (whole !== address) token.attrSet(name, whole);
  }
}
