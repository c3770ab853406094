import { escapeHtml } from '../lib/escape_html.ts';
import type { Locale } from '../text/locale.ts';

interface Page {
  locale: Locale;
  title: string;
  /** HTML. */
  body: string;
  status?: number;
  /** Origins to which a form on it may lead besides our own. */
  leadsTo?: string[];
  /** It shows pictures of our own. */
  pictures?: boolean;
  /** CSS that it has beside that of all pages. */
  style?: string;
}

/** Our pages hold no script, load nothing and stand in no frame. */
const policy = (leadsTo: string[], pictures: boolean) =>
  `default-src 'none'; ${pictures ? "img-src 'self'; " : ''}style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' ${leadsTo.join(' ')}`.trim();

const STYLE =
  ':root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:34rem;padding:1.5rem}h1{font-size:1.4rem;margin:0 0 1.2rem}[role=alert]{border-left:4px solid #b3261e;padding:.5rem .8rem}button{font:inherit;padding:.7rem 1.6rem}form+form{margin-top:.8rem}';

/** A page for visitors. What is in `title` is text. */
export function page({
  locale,
  title,
  body,
  status = 200,
  leadsTo = [],
  style = '',
  pictures = false,
}: Page): Response {
  const html = `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${STYLE}${style}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>
${body}
</main></body>
</html>
`;
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy(leadsTo, pictures),
      // it lets our own page say where its form stood, and tells nobody else
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  });
}

export const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;
/** Each on a line of its own. */
export const alert = (...lines: string[]): string => `<p role="alert">${lines.map(escapeHtml).join('<br>')}</p>`;
