import type { SentMessage } from '../test/support/platforms/fake_telegram.ts';

/** A message in a chat. */
export interface Bubble {
  side: 'in' | 'out';
  html: string;
  buttons: string[][];
  /** The message it answers. */
  quoted?: string;
}

/** A message from the person with the phone. */
export const written = (text: string): Bubble => ({
  side: 'out',
  html: escaped(text),
  buttons: [],
});

/** A message from the bot. */
export const sent = (message: SentMessage): Bubble => ({
  side: 'in',
  html: styled(message),
  buttons: message.buttons.map((row) => row.map(({ text }) => text)),
});

/** A phone that shows these messages. */
export const phone = (title: string, bubbles: readonly Bubble[]): string =>
  `<section><h1>${escaped(title)}</h1>${bubbles.map(bubbleOf).join('')}</section>`;

/** The page, which reports its own height. */
export const pageOf = (language: string, phones: string): string =>
  `<!doctype html><html lang="${language}"><meta charset="utf-8"><style>${STYLE}</style><body><main>${phones}</main>
<script>document.body.dataset.height = Math.ceil(document.querySelector('main').getBoundingClientRect().height)</script></body></html>`;

const TAGS: Record<string, string> = {
  bold: 'b',
  italic: 'i',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
  code: 'code',
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A message's text with its styles as tags; styles do not overlap. */
function styled({ text, entities }: SentMessage): string {
  let html = '';
  let at = 0;
  for (const { type, offset, length } of [...entities].sort((a, b) => a.offset - b.offset)) {
    const tag = TAGS[type] ?? 'span';
    html += `${escaped(text.slice(at, offset))}<${tag}>${escaped(text.slice(offset, offset + length))}</${tag}>`;
    at = offset + length;
  }
  // a quotation is a block, so the line break beside it would be a second one
  return (html + escaped(text.slice(at)))
    .replace(/\n<blockquote>/g, '<blockquote>')
    .replace(/<\/blockquote>\n/g, '</blockquote>');
}

function bubbleOf({ side, html, buttons, quoted }: Bubble): string {
  const answered = quoted === undefined ? '' : `<q>${escaped(quoted.split('\n')[0]!)}</q>`;
  const rows = buttons.map(
    (row) => `<div class="row">${row.map((one) => `<span>${escaped(one)}</span>`).join('')}</div>`,
  );
  return `<article class="${side}"><div class="bubble">${answered}${html}</div>${rows.join('')}</article>`;
}

/** The Chinese font has quotation marks as wide as a Han character, so English text uses another font. */
const STYLE = `
* { box-sizing: border-box; margin: 0; }
body { width: 860px; font: 15px/1.45 'Noto Sans CJK SC', 'Noto Color Emoji', sans-serif; color: #1c2730; }
@font-face { font-family: Quotes; src: local('DejaVu Sans'); unicode-range: U+2018-201D; }
html:lang(en) body { font-family: Quotes, 'Noto Sans CJK SC', 'Noto Color Emoji', sans-serif; }
main { display: flex; gap: 16px; padding: 16px; align-items: stretch; background: #e8eef4; }
section { flex: 1; min-width: 0; padding: 12px 14px 16px; border-radius: 14px; background: #d5e3ee; }
h1 { margin-bottom: 10px; font-size: 13px; font-weight: 400; text-align: center; color: #51606c; }
article { margin-bottom: 10px; max-width: 96%; width: fit-content; }
article.out { margin-left: auto; max-width: 85%; }
.bubble { padding: 8px 12px; border-radius: 12px; background: #fff; white-space: pre-wrap; overflow-wrap: anywhere; }
.out .bubble { background: #dcf5c6; }
.bubble i { color: #6b7883; }
blockquote, q { display: block; margin: 4px 0; padding: 2px 8px; border-left: 3px solid #3b8ed0; border-radius: 4px; background: #eef5fb; }
q { margin-top: 0; quotes: none; font-size: 13px; background: #cdebb3; border-color: #5aa83c; }
.row { display: flex; gap: 4px; margin-top: 4px; }
.row span { flex: 1; padding: 5px 4px; border-radius: 8px; background: #8faabd; color: #fff; font-size: 13px; text-align: center; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
`;
