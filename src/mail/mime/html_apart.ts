import type { HtmlElement, TextBuilder } from 'html-to-text';
import { ON_LINES, SPACED } from './html_style.ts';

/** The content of an element: on its own lines, or with a gap around it, if its style says so. */
export function inPlace(element: HtmlElement, builder: TextBuilder, inside: () => void): void {
  const { attribs = {} } = element;
  if (ON_LINES in attribs) onLines(builder, inside);
  else if (SPACED in attribs) withGap(element, builder, inside);
  else inside();
}

/** The content of an element, separated from what stands beside it; punctuation stays attached. */
export function withGap(element: HtmlElement, builder: TextBuilder, inside: () => void): void {
  builder.addInline(' ');
  inside();
  if (!/^\p{P}/u.test(element.next?.data ?? '')) builder.addInline(' ');
}

function onLines(builder: TextBuilder, inside: () => void): void {
  builder.openBlock({ leadingLineBreaks: 1 });
  inside();
  builder.closeBlock({ trailingLineBreaks: 1 });
}
