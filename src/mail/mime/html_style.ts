import type { HtmlElement } from 'html-to-text';
import { COLOURED } from '../fetch/marks.ts';
import { readStyleSheets } from './html_sheet.ts';

/** Marks an element that a mail program would not show. */
export const HIDDEN = 'data-not-shown';

/** Marks an element whose words the author has struck out. */
export const STRUCK = 'data-struck';

/** These mark an element that stands on its own lines, or with a gap around it, though its name does not say so. */
export const ON_LINES = 'data-on-lines';
export const SPACED = 'data-spaced';

const LINE_THROUGH = /text-decoration(?:-line)?\s*:[^;]{0,60}line-through/i;
const START_TAG = /<([a-z][a-z0-9]{0,15})(\s[^<>]{0,4000}|)>/gi;
const STYLE = /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const FONT_COLOUR = /\scolor\s*=\s*["']?([#\w]{1,20})/i;
const NOTHING_SEEN =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|opacity\s*:\s*0(?:\.0+)?\s*(?:!|;|$)|max-height\s*:\s*0(?:px)?\s*(?:!|;|$)|font-size\s*:\s*(?:0(?:px|pt|em|rem|%)?|0?\.\d+(?:px|pt)|1px)\s*(?:!|;|$))/i;
const OUT_OF_SIGHT =
  /(?:^|;)\s*(?:color\s*:\s*(?:transparent|rgba\([^)]{1,30},\s*0(?:\.0+)?\s*\))|text-indent\s*:\s*-\d{3,5}(?:px|em))/i;
const OFF_THE_PAGE = /(?:^|;)\s*(?:left|top)\s*:\s*-\d{3,5}(?:px|em)/i;
const NO_ROOM = /(?:^|;)\s*(?:height|width|max-width)\s*:\s*[01](?:px|pt)?\s*(?:!|;|$)/i;
const BACKGROUND = /(?:^|;)\s*background(?:-color)?\s*:\s*([^;!]{1,40})/i;
const COLOUR = /(?:^|;)\s*color\s*:\s*([^;!]{1,40})/i;
/** Elements that are inline unless a style says otherwise. */
const INLINE =
  /^(a|abbr|acronym|b|bdi|bdo|big|cite|code|data|em|font|i|ins|kbd|mark|q|samp|small|span|strong|time|tt|u|var)$/i;
const LINES =
  /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|list-item|flow-root|table|table-row|table-caption)\s*(?:!|;|$)/i;
const GAP =
  /(?:^|;)\s*(?:display\s*:\s*(?:table-cell|inline-(?:block|flex|grid|table))|float\s*:\s*(?:left|right)|(?:margin|padding)-(?:left|right)\s*:\s*(?:[3-9]|\d\d|[1-9]?(?:\.\d+)?r?em))/i;
/** A size above zero, or a word for being visible. */
const SEEN =
  /font-size\s*:\s*(?:[2-9]|1\d|1(?:em|rem)|\d\d|\d*\.\d+r?em|small|medium|large|x-)|visibility\s*:\s*visible/i;
/** Colours that programs use for all text, for links and for quotations. */
const USUAL = new Set(
  'black|white|inherit|initial|currentcolor|windowtext|transparent|auto|gray|grey|silver|darkgray|darkgrey|dimgray|dimgrey|#1155cc|#0563c1|#0000ee|#1f497d|#500050|#44546a|#0078d7|#0078d4|#954f72|#551a8b|#007aff'.split(
    '|',
  ),
);

/** Marks the elements of HTML that the author hid, struck out or coloured. */
export function withStyleMarks(html: string): string {
  const sheet = readStyleSheets(html);
  return html.replace(START_TAG, (tag, name: string, attributes: string) => {
    const [, double, single, bare] = STYLE.exec(attributes) ?? [];
    const style = double ?? single ?? bare ?? '';
    const common = sheet.styleOf(name, attributes);
    const seen = common === '' ? style : styled(common, style);
    const others = common === '' ? attributes : `${attributes.replace(STYLE, '')} style="${seen}"`;
    const stands = standsApart(name, seen);
    const whole = common === '' && stands === '' ? tag : `<${name}${stands}${others}>`;
    if (isHidden(seen) || /\shidden(?=[\s=/]|$)/i.test(attributes.replace(STYLE, '')))
      return `<${name} ${HIDDEN}${others}>`;
    if (LINE_THROUGH.test(seen) && !/^(del|s|strike|body|table|tr|html)$/i.test(name))
      return `<${name} ${STRUCK}${others}>`;
    const colour = COLOUR.exec(style)?.[1] ?? (/^font$/i.test(name) ? FONT_COLOUR.exec(attributes)?.[1] : undefined);
    return colour && !/^(a|body|table|td|tr|html)$/i.test(name) && isTelling(colour) ? `${whole}${COLOURED}` : whole;
  });
}

function standsApart(name: string, style: string): string {
  if (!INLINE.test(name)) return '';
  if (LINES.test(style)) return ` ${ON_LINES}`;
  return GAP.test(style) ? ` ${SPACED}` : '';
}

/** The style from a sheet, overridden by the element's own attribute unless the sheet insists. */
function styled(common: string, own: string): string {
  const names = new Set(own.split(';').map((part) => part.split(':', 1)[0]!.trim().toLowerCase()));
  const parts = common.split(';').filter((part) => /!\s*important/i.test(part) || !names.has(part.split(':', 1)[0]!));
  const insisted = new Set(parts.map((part) => part.split(':', 1)[0]!));
  const kept = own.split(';').filter((part) => !insisted.has(part.split(':', 1)[0]!.trim().toLowerCase()));
  return [...parts, ...kept].join(';').replace(/["<>]/g, '');
}

function isHidden(style: string): boolean {
  if (NOTHING_SEEN.test(style) || OUT_OF_SIGHT.test(style)) return true;
  if (/(?:^|;)\s*position\s*:\s*(?:absolute|fixed)/i.test(style) && OFF_THE_PAGE.test(style)) return true;
  if (/(?:^|;)\s*overflow(-[xy])?\s*:\s*hidden/i.test(style) && NO_ROOM.test(style))
    return !/min-height\s*:\s*[1-9]/i.test(style);
  const [colour, background] = [COLOUR, BACKGROUND].map((pattern) => pattern.exec(style)?.[1]?.trim().toLowerCase());
  return colour !== undefined && colour === background;
}

/** Whether an element without size contains something with a size, as in the column layouts of some programs. */
export function isShownInside({ attribs = {}, children = [] }: HtmlElement): boolean {
  if (/display\s*:\s*none|opacity\s*:\s*0|max-height\s*:\s*0/i.test(attribs.style ?? '') || 'hidden' in attribs)
    return false;
  return children.some((child) => SEEN.test(child.attribs?.style ?? '') || isShownInside(child));
}

/** Whether a colour is neither black, white, grey nor a program's own. */
function isTelling(colour: string): boolean {
  const name = colour.trim().toLowerCase().replace(/\s+/g, '');
  if (USUAL.has(name)) return false;
  const [red = 0, green = 0, blue = 0] = parts(name);
  return /^[a-z]+$/.test(name) || Math.max(red, green, blue) - Math.min(red, green, blue) > 60;
}

/** Red, green and blue of `#c00`, `#cc0000` or `rgb(204,0,0)`. */
function parts(colour: string): number[] {
  const rgb = /^rgba?\((\d{1,3}),(\d{1,3}),(\d{1,3})/.exec(colour);
  if (rgb) return rgb.slice(1).map(Number);
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(colour)?.[1] ?? '';
  const wide = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  return (wide.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}
