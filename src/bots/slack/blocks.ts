import { linkInWords } from '../../text/link.ts';
import { cleanText } from '../../text/normalise.ts';
import { strike } from '../../text/struck.ts';
import { asObject, type Json, textOf } from './body.ts';
import { typedText } from './mrkdwn.ts';

/** Nothing that people use is nested more deeply. */
const DEEPEST = 12;
/** These elements end their line; others stand side by side in one line. */
const LINES = new Set([
  'rich_text_section',
  'rich_text_quote',
  'rich_text_preformatted',
  'section',
  'header',
  'image',
  'raw_text',
  'table',
]);

/** The words in Block Kit blocks, including rich text and unknown kinds; '' if they have none. */
export function wordsOfBlocks(blocks: unknown): string {
  return cleanText(textIn(blocks, 0))
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function textIn(value: unknown, depth: number): string {
  if (depth > DEEPEST) return '';
  if (Array.isArray(value)) return value.map((one) => textIn(one, depth + 1)).join('');
  const element = asObject(value);
  const type = textOf(element.type);
  const said = ELEMENTS.get(type)?.(element, depth) ?? nested(element, depth);
  return LINES.has(type) || depth <= 1 ? `${said}\n` : said;
}

/** An element's text is in `text`, as a string or an object; everything else is in lists of further elements. */
function nested(element: Json, depth: number): string {
  const { text } = element;
  const own = typeof text === 'string' ? plain(element, text) : textIn(text, depth + 1);
  const inner = ['fields', 'elements', 'title', 'rows', 'alt_text', 'blocks', 'message']
    .map((key) => element[key])
    .map((part) => (typeof part === 'string' ? `${part}\n` : part === undefined ? '' : textIn(part, depth + 1)));
  const said = [own, ...inner].join('');
  // an element that can only be opened says where it leads
  return said.trim() === '' && typeof element.url === 'string' ? element.url : said;
}

/** One line for each row, whatever line breaks a cell contains. */
function tableIn({ rows }: Json, depth: number): string {
  const cells = (row: unknown) =>
    (Array.isArray(row) ? row : []).map((cell) =>
      textIn(cell, depth + 1)
        .trim()
        .replace(/\s+/g, ' '),
    );
  return (Array.isArray(rows) ? rows : []).map((row) => cells(row).join(' | ')).join('\n');
}

/** A picture is shown in its place, by its name. */
function imageIn(element: Json, depth: number): string {
  const address = textOf(element.image_url);
  const words = nested(element, depth).trim();
  return words !== '' && address !== '' ? linkInWords(words, address) : words || address;
}

/** Unescapes mrkdwn; plain text is not escaped. */
const plain = ({ type }: Json, text: string): string => (type === 'mrkdwn' ? typedText(text) : text);

/** Elements that keep their words in a special member. */
const ELEMENTS = new Map<string, (element: Json, depth: number) => string>([
  ['table', tableIn],
  ['image', imageIn],
  ['text', ({ text, style }) => (asObject(style).strike === true ? strike(textOf(text)) : textOf(text))],
  ['link', ({ text, url }) => linkInWords(textOf(text), textOf(url))],
  ['emoji', ({ unicode, name }) => emoji(textOf(unicode)) || `:${textOf(name)}:`],
  ['user', ({ user_id: id }) => `@${textOf(id)}`],
  ['usergroup', ({ usergroup_id: id }) => `@${textOf(id)}`],
  ['channel', ({ channel_id: id }) => `#${textOf(id)}`],
  ['broadcast', ({ range }) => `@${textOf(range)}`],
  ['date', ({ fallback }) => textOf(fallback)],
  ['color', ({ value }) => textOf(value)],
  // buttons are not words
  ['actions', () => ''],
  ['divider', () => ''],
]);

/** Turns '1f44d-1f3fb' into its emoji. */
function emoji(codes: string): string {
  if (!/^[0-9a-f]{1,6}(?:-[0-9a-f]{1,6})*$/i.test(codes)) return '';
  const points = codes.split('-').map((code) => Number.parseInt(code, 16));
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : '';
}
