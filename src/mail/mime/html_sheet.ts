const SHEET = /<style\b[^<>]{0,1000}>([^<]{0,100000}(?:<!--[^<]{0,100000})?)/gi;
const SHEET_CHARACTERS = 100_000;
const MOST_RULES = 1000;
const MOST_CLASSES = 20;
/** One element by its own name, class or id: what depends on where it stands is not looked into. */
const SIMPLE = /^(?:([a-z][a-z0-9]*)|\*)?((?:[.#][\w-]{1,100}){0,2})$/i;
/** What can hide words or strike them out; nothing else of a sheet is asked for. */
const ASKED =
  /^(display|visibility|opacity|font-size|max-height|height|width|overflow|mso-hide|color|background|background-color|text-decoration|text-decoration-line|text-indent|position|left|top)$/;
/** Shown on some screens: then its words may be meant to be read. */
const SHOWN =
  /(?:^|;)\s*(?:display\s*:\s*(?!none)|visibility\s*:\s*visible|max-height\s*:\s*(?!0)|font-size\s*:\s*[1-9])/i;

type Declarations = Map<string, string>;

/** The style sheets of a mail, as far as they name elements by themselves. */
export interface StyleSheet {
  /** What they say of an element, as a style attribute would; '' for nothing. */
  styleOf(name: string, attributes: string): string;
}

const NO_SHEET: StyleSheet = { styleOf: () => '' };

/**
 * Reads the style sheets of an HTML text. Rules for some media alone (phones, paper) are not followed, and who is shown by one is not
 * hidden by another. Later rules win, those of an id over those of a class, those of a class over those of a name.
 */
export function readStyleSheets(html: string): StyleSheet {
  const css = [...html.matchAll(SHEET)]
    .map(([, text = '']) => text)
    .join('\n')
    .slice(0, SHEET_CHARACTERS)
    .replace(/<!--|-->|@(import|charset|namespace)[^;{}]{0,1000};/gi, ' ')
    .split('/*')
    .map((part, index) => (index === 0 ? part : part.slice(part.indexOf('*/') + 2 || part.length)))
    .join(' ');
  const { base, media } = apart(css);
  const rules = rulesOf(base);
  for (const { selectors, declared } of blocks(media)) {
    if (SHOWN.test(declared)) for (const key of selectors) rules.delete(key);
  }
  return rules.size === 0 ? NO_SHEET : { styleOf: (name, attributes) => write(matching(rules, name, attributes)) };
}

/** What holds everywhere, and what stands in blocks for some media. */
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

function blocks(css: string): { selectors: string[]; declared: string }[] {
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
function matching(rules: Map<string, Declarations>, name: string, attributes: string): Declarations {
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
  return new Map([...found, ...found.filter(([, value]) => /!\s*important/i.test(value))]);
}

function attribute(attributes: string, name: string): string {
  const [, double, single, bare] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes) ?? [];
  return double ?? single ?? bare ?? '';
}

const write = (found: Declarations): string => [...found].map(([name, value]) => `${name}:${value}`).join(';');
