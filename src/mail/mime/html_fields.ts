import type { HtmlElement } from 'html-to-text';

/** Fields that say nothing about what was filled in. */
const SILENT = /^(hidden|password|submit|button|reset|image|file)$/i;

/** The content of a form field: its value, or whether it is ticked. */
export function fieldValue({ attribs = {} }: HtmlElement): string {
  const { type = 'text', value = '' } = attribs;
  if (SILENT.test(type)) return '';
  if (/^(checkbox|radio)$/i.test(type)) return 'checked' in attribs ? ' [x] ' : ' [ ] ';
  return value.trim() === '' ? '' : ` ${value} `;
}

/** The chosen options of a list; all of them if the list does not say. */
export function chosenOf(list: HtmlElement): string[] {
  const options = optionsIn(list);
  const chosen = options.filter(({ attribs = {} }) => 'selected' in attribs);
  return (chosen.length > 0 ? chosen : options).map(wordsOf).filter(Boolean);
}

/** The options of a list, including those in groups. */
function optionsIn({ children = [] }: HtmlElement): HtmlElement[] {
  return children.flatMap((child) => (child.name === 'option' ? [child] : optionsIn(child)));
}

const wordsOf = ({ attribs = {}, children = [] }: HtmlElement): string =>
  (children.map(({ data = '' }) => data).join('') || (attribs.label ?? '')).trim();
