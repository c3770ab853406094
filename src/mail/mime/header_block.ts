import { FIELD_OF, type Field, SURELY_MAIL } from '../words/field_names.ts';

/** The header lines that a mail program writes above what it quotes or forwards. Values are as written. */
export interface HeaderBlock {
  fields: Partial<Record<Field, string>>;
  /** The index of the first line after the block. */
  end: number;
}

/** Longer lines are always text. */
const LINE_LIMIT = 2000;
const MOST_LINES = 30;
const SHAPED_LINES = 7;

/**
 * What stands above a block: a separator, a rule of underscores or dashes, or nothing. The less it says, the more the
 * block must show.
 */
export type Announced = 'announced' | 'ruled' | 'bare';

interface Label {
  field: Field;
  name: string;
  value: string;
}

/** `*From:* Mei <mei@x>`, `主　题：报价`, `| 发件人 | Mei |`, `**发件人：**Mei`; undefined for any other line. */
export function readLabel(line: string): Label | undefined {
  if (line.length > LINE_LIMIT) return undefined;
  const bare = line.replace(/^[\s|*_·•-]{1,6}/, '').replace(/[\s|]{1,6}$/, '');
  const match =
    /^([^:：|*]{1,24})[*_]{0,3}\s?[:：]\s?[*_]{0,2}\s*([\s\S]*)$/.exec(bare) ??
    (/^\s*\|/.test(line) ? /^([^:：|*]{1,24})\s?\|\s?([\s\S]*)$/.exec(bare) : null);
  if (!match) return undefined;
  const name = match[1]!.replace(/[\s\u3000]+$/, '').toLowerCase();
  const field = FIELD_OF.get(name) ?? FIELD_OF.get(name.replace(/[\s\u3000]+/g, ''));
  return (
    field && {
      field,
      name: name.replace(/[\s\u3000]+/g, ' '),
      value: match[2]!.replace(/(?<![\s\u3000;；|])[\s\u3000;；|]+$/, ''),
    }
  );
}

/** `Label: value` in a language that we have no list for. */
function readUnknownLabel(line: string): { name: string; value: string } | undefined {
  const match =
    line.length <= LINE_LIMIT
      ? /^\s?[*_]{0,2}(\p{L}[^:：|*@<>\d]{0,30})[*_]{0,2}\s?[:：][*_]{0,2}\s*(\S[\s\S]*)$/u.exec(line)
      : null;
  return match ? { name: match[1]!.trim().toLowerCase(), value: match[2]!.trim() } : undefined;
}

/**
 * Labels that NetEase's phone app writes without a colon, one on each line. We look for them only under a separator.
 */
const BARE_LABEL = /^(发件人|发送日期|日期|收件人|抄送至?|抄送人|主题|发送时间)[ \t]+(\S[\s\S]*)$/;

function readBareLabel(line: string): Label | undefined {
  const match = line.length <= LINE_LIMIT ? BARE_LABEL.exec(line) : null;
  const field = match && FIELD_OF.get(match[1]!);
  return field ? { field, name: match[1]!, value: match[2]!.replace(/(?<![\s;；])[\s;；]+$/, '') } : undefined;
}

/**
 * The header block that begins at a line, if there is one: a sender, and enough else to distinguish it from a
 * customer's own list ("From: Shanghai, To: Hamburg"). The order does not matter; wrapped values, empty lines between
 * labels and values on the next line are allowed.
 * @param announced a separator stands above, so fewer signs are enough
 */
export function readHeaderBlock(
  lines: readonly string[],
  start: number,
  announced: Announced = 'bare',
): HeaderBlock | undefined {
  const first = lines[start] ?? '';
  if (readLabel(first) || (announced === 'announced' && readBareLabel(first))) {
    const block = collect(lines, start, announced);
    if (isMailHeader(block, announced)) return { fields: block.fields, end: block.end };
  }
  return announced === 'bare' ? undefined : readByShape(lines, start);
}

/**
 * A block under a separator or rule whose labels are in no list. It is recognized by its values: an address first, a
 * day and time, in the order that all programs keep, sender before recipients.
 */
function readByShape(lines: readonly string[], start: number): HeaderBlock | undefined {
  const fields: HeaderBlock['fields'] = {};
  let end = start;
  for (; end < lines.length && end < start + SHAPED_LINES; end++) {
    const label = readUnknownLabel(lines[end]!);
    if (!label || /mail/.test(label.name)) break;
    fields[fieldByShape(label.value, fields)] ??= label.value;
  }
  const { from, date } = fields;
  return from && date && end - start >= 3 ? { fields, end } : undefined;
}

function fieldByShape(value: string, { from, to, date }: HeaderBlock['fields']): Field {
  if (/\S@\S/.test(value)) return from === undefined ? 'from' : to === undefined ? 'to' : 'cc';
  return date === undefined && isMoment(value) ? 'date' : 'subject';
}

/** A day with its year and a time: programs write that, customers seldom do. */
export function isMoment(value: string): boolean {
  return /\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2}/.test(value) && /\d{1,2}\s?[:：.hH点時时]\s?\d{2}(?!\d)/.test(value);
}

interface Collected extends HeaderBlock {
  names: Set<string>;
  /** `*From:* Mei`: the label was bold, as mail programs write it. */
  bold: boolean;
}

function collect(lines: readonly string[], start: number, announced: Announced): Collected {
  const bold = /^\s?\*{1,2}[^*]{1,24}\*/.test(lines[start]!);
  const block: Collected = { fields: {}, names: new Set(), end: start, bold };
  let open: Field | undefined;
  for (let index = start; index < Math.min(lines.length, start + MOST_LINES); index++) {
    const line = lines[index]!;
    const label = readLabel(line) ?? (announced === 'announced' ? readBareLabel(line) : undefined);
    if (label && (block.fields[label.field] === undefined || label.field === 'cc' || label.field === 'other')) {
      block.fields[label.field] ??= label.value;
      block.names.add(label.name);
      open = label.field;
    } else if (line.trim() === '') {
      if (!labelFollows(lines, index) && !(open && block.fields[open] === '' && valueFollows(lines, index))) break;
      continue;
    } else if (open && goesOn(line, block.fields[open]!, open)) {
      block.fields[open] = `${block.fields[open]} ${line.trim()}`.trim();
    } else break;
    block.end = index + 1;
  }
  return block;
}

function labelFollows(lines: readonly string[], index: number): boolean {
  const next = lines[index + 1] || lines[index + 2] || '';
  return readLabel(next) !== undefined;
}

function valueFollows(lines: readonly string[], index: number): boolean {
  return lines.slice(index + 1, index + 4).some((line) => readLabel(line) !== undefined);
}

/**
 * Whether a line continues the value above: it is indented, a list of addresses, the rest of an address, or the value
 * of a label that was left empty.
 */
function goesOn(line: string, value: string, field: Field): boolean {
  if (line.length > LINE_LIMIT) return false;
  if (/^[ \t]+\S/.test(line)) return true;
  if (field === 'subject' || field === 'date') return value === '' && field === 'date';
  return value === ''
    ? /@/.test(line)
    : /[,;，；<]\s*$/.test(value) || /^<[^<>@]*@[^<>]*>/.test(line) || /^[^ @]*@[^ ]*[>;,]/.test(line);
}

/**
 * Freight has a From, a To and a Date, too ("From: Shanghai"): without a separator above, there must be an address or a
 * time.
 */
function isMailHeader({ fields, names, bold }: Collected, announced: Announced): boolean {
  const { from, date, to, subject } = fields;
  const others = [date, to, subject].filter((value) => value !== undefined).length;
  if (from === undefined || others < 1) return false;
  if (announced === 'announced') return true;
  const addressed = /\S@\S/.test(from) || (to !== undefined && /\S@\S/.test(to));
  if (addressed || (date !== undefined && isMoment(date))) return true;
  return (bold || announced === 'ruled') && others >= 2 && [...names].some((name) => SURELY_MAIL.test(name));
}
