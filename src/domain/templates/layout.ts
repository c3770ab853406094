import type { Locale } from '../../text/locale.ts';

const FONT =
  "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'PingFang SC','Hiragino Sans GB','Microsoft YaHei',sans-serif;font-size:16px;line-height:1.6";

/** A mail around its words: as wide as a phone or a column of text, in the reader's own colours. */
export function page(locale: Locale, body: string, footer: string): string {
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"></head>
<body style="margin:0;padding:16px;${FONT}"><div style="max-width:600px;overflow-wrap:break-word">
${body.trim()}${footer && `\n<div style="margin-top:2em;font-size:13px;opacity:.7">${footer.trim()}</div>`}
</div></body></html>
`;
}
