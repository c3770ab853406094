import { head } from '../../text/cut.ts';

const SHEET = /<style\b([^<>]{0,1000})>([^<]{0,100000}(?:<!--[^<]{0,100000})?)/gi;
const SHEET_CHARACTERS = 100_000;
const MOST_RULES = 1000;
const MOST_CLASSES = 20;
/** One element by its own name, class or id. Selectors that depend on its position are not followed. */
const SIMPLE = /^(?:([a-z][a-z0-9]*)|\*)?((?:[.#][\w-]{1,100})?)$/i;
/** Properties that can hide words, strike them out or set them apart; nothing else in a sheet matters here. */
const ASKED =
  /^(display|visibility|opacity|font-size|max-height|height|width|overflow|min-height|mso-hide|color|background|background-color|text-decoration|text-decoration-line|text-indent|position|left|top|float)$/;
/** Values that show nothing, or leave it to something else. */
const SHOWS_NOTHING = /^(none|hidden|collapse|0|inherit|-\d)/i;

const INSISTS = /!\s*important/i;

type Declarations = Map<string, string>;

/** The style sheets of a mail, as far as their rules name elements directly. */
export interface StyleSheet {
  /** What the sheets say about an element, as a style attribute would; '' for nothing. */
  styleOf(name: string, attributes: string): string;
}

const NO_SHEET: StyleSheet = { styleOf: () => '' };

/**
 * Reads the style sheets of an HTML text. Rules for certain media (phones, paper) and rules that depend on an element's
 * position are not followed, but nothing is hidden that one of them might show. Later rules win; an id wins over a
 * class, and a class over a name.
 */
export function readStyleSheets(html: string): StyleSheet {
  const sheets = [...withoutHiddenSheets(html).matchAll(SHEET)]
    .map(([, attributes = '', text = '']) => ofMedia(attribute(attributes, 'media'), text))
    .join('\n');
  const css = head(sheets, SHEET_CHARACTERS)
    .replace(/<!--|-->|@(import|charset|namespace)[^;{}]{0,1000};/gi, ' ')
    .split('/*')
    .map((part, index) => (index === 0 ? part : part.slice(part.indexOf('*/') + 2 || part.length)))
    .join(' ');
  const { base, media } = apart(css);
  const rules = rulesOf(base);
  if (rules.size === 0) return NO_SHEET;
  const doubts = doubtsOf([...blocks(base).map(hardOnes), ...blocks(media)]);
  return { styleOf: (name, attributes) => write(matching(rules, doubts, name, attributes)) };
}

/** Removes sheets inside a comment: they apply to nobody, or to one program only. */
function withoutHiddenSheets(html: string): string {
  const [first = '', ...parts] = html.split('<!--');
  const kept = parts.map((part) => {
    const end = part.startsWith('>') ? 0 : part.indexOf('-->');
    const inside = end < 0 ? part : part.slice(0, end);
    return /<style\b/i.test(inside) ? part.slice(inside.length) : `<!--${part}`;
  });
  return [first, ...kept].join('');
}

const ofMedia = (media: string, css: string) =>
  /^(all|screen)?$/i.test(media.trim()) ? css : `@media x{${css.replace(/<!--|-->/g, ' ')}}`;

const hardOnes = ({ selectors, declared }: Block): Block => ({
  selectors: selectors.filter((one) => !SIMPLE.test(one)),
  declared,
});

/**
 * What the rules that are not followed might show, by what names the element: a class, an id, a name, or `*` for any.
 */
function doubtsOf(found: readonly Block[]): Map<string, Declarations> {
  const doubts = new Map<string, Declarations>();
  for (const { selectors, declared } of found) {
    const shown = [...declarations(declared)].filter(([, value]) => !SHOWS_NOTHING.test(value));
    if (shown.length === 0) continue;
    for (const key of selectors.filter(Boolean).map(lastName)) {
      if (key && (doubts.has(key) || doubts.size < MOST_RULES))
        doubts.set(key, new Map([...(doubts.get(key) ?? []), ...shown]));
    }
  }
  return doubts;
}

/**
 * What names the element itself: `.x` in `p > .x.on:hover`; undefined if only elements before or after it are named.
 */
function lastName(selector: string): string | undefined {
  if (/:(before|after|first-l)/.test(selector)) return undefined;
  const bare = selector
    .replace(/\[(class|id)~?=["']?([\w-]{1,100})["']?\]/g, (_, name: string, value: string) =>
      name === 'id' ? `#${value}` : `.${value}`,
    )
    .replace(/\[[^\]]{0,200}\]|\([^)]{0,200}\)/g, '');
  const last = bare.split(/[\s>+~]+/).at(-1)!;
  return /[.#][\w-]+/.exec(last)?.[0] ?? /^[a-z][a-z0-9]*/.exec(last)?.[0] ?? '*';
}

/** Separates what applies everywhere from what stands in blocks for some media. */
function apart(css: string): { base: string; media: string } {
  const [base, media]: [string[], string[]] = [[], []];
  let depth = 0;
  let isConditional = false;
  for (const part of css.split(/(?<=[{}])/)) {
    if (depth === 0) isConditional = part.trimStart().startsWith('@');
    if (!isConditional) base.push(part);
    else if (depth > 0) media.push(part);
    if (part.endsWith('{')) depth++;
    else if (part.endsWith('}')) depth = Math.max(0, depth - 1);
  }
  return { base: base.join(''), media: media.join('') };
}

function rulesOf(css: string): Map<string, Declarations> {
  const rules = new Map<string, Declarations>();
  for (const { selectors, declared } of blocks(css)) {
    const found = declarations(declared);
    if (found.size === 0) continue;
    for (const key of selectors) {
      if (rules.size < MOST_RULES && SIMPLE.test(key)) rules.set(key, new Map([...(rules.get(key) ?? []), ...found]));
    }
  }
  return rules;
}

interface Block {
  selectors: string[];
  declared: string;
}

function blocks(css: string): Block[] {
  return css.split('}').map((block) => {
    const [selectors = '', ...declared] = block.split('{');
    return { selectors: selectors.split(',').map((one) => one.trim().toLowerCase()), declared: declared.join('') };
  });
}

function declarations(text: string): Declarations {
  const found: Declarations = new Map();
  for (const part of text.split(';')) {
    const at = part.indexOf(':');
    const name = part.slice(0, Math.max(0, at)).trim().toLowerCase();
    if (ASKED.test(name))
      found.set(
        name,
        part
          .slice(at + 1)
          .replace(/["<>]/g, '')
          .trim(),
      );
  }
  return found;
}

/** The selectors that may name an element, the weakest first. */
function matching(
  rules: Map<string, Declarations>,
  doubts: Map<string, Declarations>,
  name: string,
  attributes: string,
): Declarations {
  const classes = attribute(attributes, 'class').split(/\s+/).filter(Boolean).slice(0, MOST_CLASSES);
  const ids = attribute(attributes, 'id').split(/\s+/, 1).filter(Boolean);
  const tag = name.toLowerCase();
  const keys = [
    tag,
    ...['.', '#'].flatMap((sign) =>
      (sign === '.' ? classes : ids)
        .map((one) => `${sign}${one.toLowerCase()}`)
        .flatMap((key) => [key, `*${key}`, `${tag}${key}`]),
    ),
  ];
  const found = keys.flatMap((key) => [...(rules.get(key) ?? [])]);
  const won = new Map([...found, ...found.filter(([, value]) => INSISTS.test(value))]);
  for (const [property, value] of ['*', ...keys].flatMap((key) => [...(doubts.get(key) ?? [])])) {
    if (INSISTS.test(value) || !INSISTS.test(won.get(property) ?? '')) won.delete(property);
  }
  return won;
}

function attribute(attributes: string, name: string): string {
  const [, double, single, bare] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes) ?? [];
  return double ?? single ?? bare ?? '';
}

const write = (found: Declarations): string => [...found].map(([name, value]) => `${name}:${value}`).join(';');
