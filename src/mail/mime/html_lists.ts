import type { Formatter, HtmlElement } from 'html-to-text';

const LETTERS = 26;
const ROMAN: readonly [string, number][] = 'm1000 cm900 d500 cd400 c100 xc90 l50 xl40 x10 ix9 v5 iv4 i1'
  .split(' ')
  .map((entry) => [entry.replace(/\d+/, ''), Number(entry.replace(/\D+/, ''))]);
/** No program writes Roman figures above this. */
const LAST_ROMAN = 3999;

/** A numbered list with the numbers that a reader sees: from a start, backwards, or as an item says itself. */
export const numberedList: Formatter = (list, walk, builder) => {
  const isNested = list.parent?.name === 'li';
  const points = (list.children ?? []).filter(({ data, name }) => name || data?.trim());
  const numbers = numbersOf(list, points);
  const prefixes = points.map((point, at) =>
    point.name === 'li' ? `${isNested ? '' : ' '}${written(numbers[at]!, list.attribs?.type)}. ` : '',
  );
  if (points.length === 0) return;
  builder.openList({
    leadingLineBreaks: isNested ? 1 : 2,
    maxPrefixLength: prefixes.reduce((longest, { length }) => Math.max(longest, length), 0),
  });
  for (const [at, point] of points.entries()) {
    builder.openListItem({ prefix: prefixes[at]! });
    walk([point], builder);
    builder.closeListItem();
  }
  builder.closeList({ trailingLineBreaks: isNested ? 1 : 2 });
};

function numbersOf({ attribs = {} }: HtmlElement, points: readonly HtmlElement[]): number[] {
  const isBackwards = 'reversed' in attribs;
  const count = points.filter(({ name }) => name === 'li').length;
  let next = whole(attribs.start) ?? (isBackwards ? count : 1);
  return points.map(({ name, attribs: own = {} }) => {
    if (name !== 'li') return next;
    const number = whole(own.value) ?? next;
    next = number + (isBackwards ? -1 : 1);
    return number;
  });
}

const whole = (text = ''): number | undefined =>
  /^\s*[+-]?\d{1,9}/.test(text) ? Number.parseInt(text, 10) : undefined;

function written(number: number, type = '1'): string {
  if (number < 1 || !/^[aAiI]$/.test(type)) return String(number);
  const text = /i/i.test(type) ? roman(number) : letters(number);
  return type === type.toUpperCase() ? text.toUpperCase() : text;
}

/** a to z, then aa. */
function letters(number: number): string {
  const rest = Math.floor((number - 1) / LETTERS);
  return `${rest > 0 ? letters(rest) : ''}${String.fromCharCode(97 + ((number - 1) % LETTERS))}`;
}

function roman(number: number): string {
  if (number > LAST_ROMAN) return String(number);
  let left = number;
  return ROMAN.map(([sign, value]) => {
    const count = Math.floor(left / value);
    left -= count * value;
    return sign.repeat(count);
  }).join('');
}
