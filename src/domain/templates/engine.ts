import { Context, Liquid, type Template } from 'liquidjs';
import { head } from '../../text/cut.ts';

/** Tags that decide what is said. None of them reads a file, and none puts words together that are not seen as values. */
const TAGS = ['if', 'unless', 'case', 'for', 'break', 'continue', 'assign', 'comment', 'raw', '#'];
/** Filters that give the same at any time, and no HTML. */
const FILTERS = [
  ...[
    'default',
    'upcase',
    'downcase',
    'capitalize',
    'append',
    'prepend',
    'strip',
    'lstrip',
    'rstrip',
    'squish',
    'replace',
  ],
  ...['replace_first', 'remove', 'remove_first', 'truncate', 'truncatewords', 'split', 'join', 'first', 'last', 'size'],
  ...['reverse', 'sort', 'map', 'where', 'uniq', 'compact', 'slice', 'concat', 'plus', 'minus', 'times', 'divided_by'],
  ...['modulo', 'round', 'ceil', 'floor', 'abs', 'at_least', 'at_most', 'date', 'sum'],
];

/** Characters of a source. */
const PARSE_LIMIT = 100_000;
/** What is written and asked, anew in each turn of a loop: far more than the longest mail has, and some 30 ms. It is the same on any machine. */
const STEPS_LIMIT = 20_000;
/** Milliseconds, for what few steps may take where each of them is made to be slow. */
const RENDER_LIMIT = 1000;
/** What one text may allocate: characters and elements of lists. */
const MEMORY_LIMIT = 1_000_000;

/** What a value must be to be written down: text, a number, or a list of them. */
class NotText {}

/** A parsed source. */
interface Source {
  templates: Template[];
  /** The names it asks for, with the line and the properties behind each. */
  asksFor: Asked[];
}

interface Asked {
  name: string;
  /** The property behind it, where it is written down. */
  of: string | undefined;
  line: number;
}

/** Gets the values of an output, in turn, and gives what stands for each. */
type Write = (value: string) => string;
let write: Write = (value) => value;

const liquid = new Liquid({
  ownPropertyOnly: true,
  strictFilters: true,
  strictVariables: true,
  // `if` and `default` may ask for what somebody lacks
  lenientIf: true,
  // no files
  templates: {},
  parseLimit: PARSE_LIMIT,
  renderLimit: RENDER_LIMIT,
  memoryLimit: MEMORY_LIMIT,
  timezoneOffset: 0,
  outputEscape: (value) => write(written(value)),
});
for (const name of Object.keys(liquid.tags)) if (!TAGS.includes(name)) delete liquid.tags[name];
for (const name of Object.keys(liquid.filters)) if (!FILTERS.includes(name)) delete liquid.filters[name];

function written(value: unknown): string {
  if (Array.isArray(value)) return value.map(written).join(', ');
  if (typeof value === 'string') return value;
  // a yes or no is an answer to {% if %}: whoever writes `or` for `default` would greet true
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  throw new NotText();
}

/** Throws the engine's error, of which `whereOf` says what it is about. */
export function parse(source: string): Source {
  const templates = liquid.parse(source);
  refuseList(source);
  const { globals } = liquid.analyzeSync(templates);
  const asksFor = Object.entries(globals).flatMap(([name, uses]) =>
    uses.map((use): Asked => {
      const segments = [...use.segments];
      return { name, of: typeof segments[1] === 'string' ? segments[1] : undefined, line: use.location.row };
    }),
  );
  return { templates, asksFor };
}

/** {{ first_name, "friend" }}: the engine reads the first alone, and whoever writes it so means the second where that is missing. */
const LISTED = /\{\{-?[^|{}"',\n]{1,200},[^{}\n]{0,200}\}\}/u;

function refuseList(source: string): void {
  const found = LISTED.exec(source);
  if (!found) return;
  const [begin, line] = [found.index, source.slice(0, found.index).split('\n').length];
  const token = { input: source, begin, end: begin + found[0].length, getPosition: () => [line, 1] };
  throw Object.assign(new Error('several values in one place'), { token });
}

/** The text, with what `writing` gives in place of each value. Throws the engine's error. */
export function render(templates: Template[], scope: object, writing: Write): string {
  const before = write;
  write = writing;
  try {
    return String(liquid.renderSync(templates, limited(scope)));
  } finally {
    write = before;
  }
}

/** The scope of one text, which ends after so many steps. */
function limited(scope: object): Context {
  const context = new Context(scope, liquid.options, { sync: true }, { liquid });
  const clock = context.renderLimit.check.bind(context.renderLimit);
  let steps = 0;
  context.renderLimit.check = (now) => {
    steps++;
    if (steps > STEPS_LIMIT) throw new Error('too many steps');
    clock(now);
  };
  return context;
}

export interface Where {
  /**
   * A variable that has no value; a tag or filter that is not known; what is no text and no number; more than may be done for one mail; what
   * cannot be read.
   */
  kind: 'variable' | 'tag' | 'filter' | 'value' | 'much' | 'syntax';
  /** What it is about: the variable's name, or that piece of the source. */
  name: string;
  /** From 1. */
  line: number;
}

/** What an error of the engine is about. */
export function whereOf(error: unknown): Where {
  const { name = '', token, originalError } = error as EngineError;
  const line = token?.getPosition?.()[0] ?? 1;
  const piece = token ? head(token.input.slice(token.begin, token.end), 80) : '';
  if (name === 'UndefinedVariableError') return { kind: 'variable', name: originalError?.variableName ?? piece, line };
  if (originalError instanceof NotText) return { kind: 'value', name: piece, line };
  if (token?.name !== undefined && !TAGS.includes(token.name)) return { kind: 'tag', name: token.name, line };
  if (name === 'RenderError') return { kind: 'much', name: piece, line };
  if (originalError?.name === 'AssertionError' && piece.includes('|')) return { kind: 'filter', name: piece, line };
  return { kind: 'syntax', name: piece, line };
}

interface EngineError {
  name?: string;
  token?: { name?: string; input: string; begin: number; end: number; getPosition?(): [number, number] };
  originalError?: { name?: string; variableName?: string };
}
