import { compile, type Formatter, type HtmlElement, type HtmlToTextOptions, type TextBuilder } from 'html-to-text';
import { head } from '../../text/cut.ts';
import { STRIKE, setOff } from '../../text/struck.ts';
import {
  HISTORY,
  INTRODUCTION_BEGINS,
  INTRODUCTION_ENDS,
  PICTURE_BEGINS,
  PICTURE_ENDS,
  SIGNATURE_BEGINS,
  SIGNATURE_ENDS,
  withoutMarks,
} from '../fetch/marks.ts';
import { inPlace, withGap } from './html_apart.ts';
import { chosenOf, fieldValue } from './html_fields.ts';
import { link, wordsOf } from './html_links.ts';
import { numberedList } from './html_lists.ts';
import { altOf } from './html_pictures.ts';
import { HIDDEN, isShownInside, ON_LINES, SPACED, STRUCK, withStyleMarks } from './html_style.ts';

const HTML_CHARACTERS = 500_000;

/** html-to-text takes time quadratic in the depth: 100,000 nested divs block the process for 10 s. */
const DEEPEST = 500;
const MOST_QUOTES = 30;
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|!)/i;

/**
 * Everything after the start of these elements is history: Outlook web and desktop, Yahoo, Zoho, 163 and its phone app,
 * QQ, Proton.
 */
const HISTORY_STARTS = [
  '[id$="divRplyFwdMsg"]',
  '[id$="appendonsend"]',
  '[id$="mail-editor-reference-message-container"]',
  '[id$="ms-outlook-mobile-reference-message"]',
  '.OutlookMessageHeader',
  '.yahoo_quoted',
  '.zmail_extra',
  'div.protonmail_quote',
  '.tutanota_quote',
  '#ntes-pcmail-quote',
  '.ne-quoted-Flag',
  '.J-reply',
  'includetail',
  '#isForwardContent',
];

/** The line above a quotation, in any language: Gmail, Thunderbird. */
const INTRODUCTIONS = ['div.gmail_attr', '.moz-cite-prefix'];

const SIGNATURES = [
  '.gmail_signature',
  '.gmail_signature_prefix',
  '[id$="ms-outlook-mobile-signature"]',
  '[id="Signature"]',
  '.moz-signature',
  '.protonmail_signature_block',
  '#ntes-pcmac-signature',
  '#ntes-pcmail-signature',
  '.__aliyun_signature_wrap',
  '.mobile-signature',
  '#AppleMailSignature',
];

/** Elements that stand on their own lines, besides those that the library knows. */
const BLOCKS =
  'dl dt dd li address center details summary fieldset legend figure figcaption caption dialog hgroup search optgroup'.split(
    ' ',
  );
/** Elements with a gap around them: two buttons side by side are two words. */
const APART = ['button', 'label', 'textarea', 'output'];

/** Inline elements that a style may put on their own line or set apart. */
const PLACED = [ON_LINES, SPACED].map((attribute) => `[${attribute}]`);

const formatters: Record<string, Formatter> = {
  history: (element, walk, builder) => {
    markLine(builder, HISTORY);
    block(element, walk, builder);
  },
  introduction: (element, walk, builder) => {
    markLine(builder, INTRODUCTION_BEGINS);
    block(element, walk, builder);
    markLine(builder, INTRODUCTION_ENDS);
  },
  signature: (element, walk, builder) => {
    markLine(builder, SIGNATURE_BEGINS);
    block(element, walk, builder);
    markLine(builder, SIGNATURE_ENDS);
  },
  rule: (_, __, builder) => markLine(builder, '_'.repeat(32)),
  signatureRule: (_, __, builder) => markLine(builder, '-- '),
  cell: (element, walk, builder) => {
    walk(element.children, builder);
    builder.addInline(' ');
  },
  row: (element, walk, builder) => block(element, walk, builder),
  apart: (element, walk, builder) => withGap(element, builder, () => walk(element.children, builder)),
  placed: (element, walk, builder) => inPlace(element, builder, () => walk(element.children, builder)),
  /** A half is 1/2, never 12 */
  fraction: (element, walk, builder) => {
    const [above = [], below = []] = (element.children ?? []).filter(({ name }) => name).map((child) => [child]);
    builder.addInline(' ');
    walk(above, builder);
    builder.addInline('/', { noWordTransform: true });
    walk(below, builder);
    builder.addInline(' ');
  },
  link,
  /** What its author struck out but left visible */
  struck: (element, walk, builder) => {
    const [before = '', after = ''] = wordsOf(element).trim() === '' ? [] : [STRIKE.open, STRIKE.close];
    builder.addInline(before, { noWordTransform: true });
    walk(element.children, builder);
    builder.addInline(after, { noWordTransform: true });
  },
  high: (element, walk, builder) => apart(element, walk, builder, 'high'),
  low: (element, walk, builder) => apart(element, walk, builder, 'low'),
  picture: (element, _, builder) => {
    const words = altOf(element);
    if (words !== '') builder.addInline(`${PICTURE_BEGINS}${words}${PICTURE_ENDS}`, { noWordTransform: true });
  },
  numbered: numberedList,
  input: (element, _, builder) => builder.addInline(fieldValue(element)),
  choice: (element, _, builder) => builder.addInline(` ${chosenOf(element).join(', ')} `),
  /** What mail programs do not show either, unless something inside it is visible again */
  hidden: (element, walk, builder) => {
    if (isShownInside(element)) block(element, walk, builder);
  },
};

const options: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxDepth: 200, maxChildNodes: 20_000, ellipsis: '' },
  formatters,
  selectors: [
    { selector: `[${HIDDEN}]`, format: 'hidden' },
    ...['del', 's', 'strike', `[${STRUCK}]`].map((selector) => ({ selector, format: 'struck' })),
    ...PLACED.map((selector) => ({ selector, format: 'placed' })),
    { selector: 'sup', format: 'high' },
    { selector: 'sub', format: 'low' },
    { selector: 'ol', format: 'numbered' },
    { selector: 'img', format: 'picture' },
    { selector: 'input', format: 'input' },
    { selector: 'select', format: 'choice' },
    { selector: 'datalist', format: 'skip' },
    { selector: 'title', format: 'skip' },
    { selector: 'template', format: 'skip' },
    { selector: 'a', format: 'link' },
    { selector: 'table', format: 'block' },
    { selector: 'tr', format: 'row' },
    { selector: 'td', format: 'cell' },
    { selector: 'th', format: 'cell' },
    ...BLOCKS.map((selector) => ({
      selector,
      format: 'block',
      options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
    })),
    ...APART.map((selector) => ({ selector, format: 'apart' })),
    { selector: 'mfrac', format: 'fraction' },
    { selector: 'hr', format: 'rule' },
    { selector: 'hr[color="#b5c4df"]', format: 'signatureRule' }, // Foxmail's rule above the sender's own address
    // Word's paragraphs are lines: where it means a gap it writes an empty one
    ...['p.MsoNormal', 'p.x_MsoNormal', 'p.MsoPlainText'].map((selector) => ({
      selector,
      format: 'paragraph',
      options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
    })),
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ...HISTORY_STARTS.map((selector) => ({ selector, format: 'history' })),
    ...INTRODUCTIONS.map((selector) => ({ selector, format: 'introduction' })),
    ...SIGNATURES.map((selector) => ({ selector, format: 'signature' })),
  ],
};

const convert = compile(options);

function apart(
  element: HtmlElement,
  walk: Parameters<Formatter>[1],
  builder: TextBuilder,
  where: 'high' | 'low',
): void {
  const figures = setOff(wordsOf(element), where);
  if (figures === undefined) walk(element.children, builder);
  else builder.addInline(figures, { noWordTransform: true });
}

function block(element: HtmlElement, walk: Parameters<Formatter>[1], builder: TextBuilder): void {
  builder.openBlock({ leadingLineBreaks: 1 });
  walk(element.children, builder);
  builder.closeBlock({ trailingLineBreaks: 1 });
}

function markLine(builder: TextBuilder, mark: string): void {
  builder.openBlock({ leadingLineBreaks: 1 });
  builder.addInline(mark, { noWordTransform: true });
  builder.closeBlock({ trailingLineBreaks: 1 });
}

/**
 * The readable text of HTML: its first 500,000 characters, with marks (`marks.ts`) where the markup shows history,
 * introductions, signatures and colour. Quotations in `blockquote` get their `> ` back. Links keep their words and, if
 * those do not contain it, their target. Hidden content is left out. Excessively nested HTML only loses its tags.
 */
export function htmlToText(html: string): string {
  const part = withoutMarks(head(html, HTML_CHARACTERS));
  if (!isReasonable(part)) return withoutTags(part);
  const text = convert(withStyleMarks(part));
  return spaced(withoutMarks(text).trim() === '' ? convert(part) : text);
}

/** Adds the gap before a quotation that begins with a div, which the library forgets. */
function spaced(text: string): string {
  return text.replace(/^(?!>)(.+)\n(?=> )/gm, '$1\n\n');
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

const NEW_LINE = new RegExp(`<(?:[bh]r|/?(?:p|div|tr|table|ul|ol|h[1-6]|${BLOCKS.join('|')}))\\b[^<>]*>`, 'gi');
const GAP = new RegExp(`</?(?:td|th|${APART.join('|')})\\b[^<>]*>`, 'gi');

function withoutTags(html: string): string {
  return html
    .replace(NEW_LINE, '\n')
    .replace(GAP, ' ')
    .replace(/<[^<>]*>/g, '')
    .replace(
      /&(nbsp|lt|gt|quot|amp);/g,
      (_, name: string) => ({ nbsp: ' ', lt: '<', gt: '>', quot: '"', amp: '&' })[name]!,
    );
}
