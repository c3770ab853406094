import type { Item, Reply } from '../../domain/reply.ts';
import { escapeHtml } from '../../lib/escape_html.ts';

export interface MailBody {
  text: string;
  html: string;
}

const LINK = /https?:\/\/[^\s<>"'，。、；：！？（）《》「」“”]+/g;

/** A reply as mail: plain text, and the same as simple HTML. Buttons mean nothing in mail and are left out. */
export function formatMail(reply: Reply): MailBody {
  return { text: `${plainParts(reply).join('\n\n')}\n`, html: page(htmlParts(reply)) };
}

function plainParts(reply: Reply): string[] {
  return present([
    reply.title,
    reply.text,
    reply.quote?.replace(/^/gm, '> '),
    reply.fields?.map((field) => `${field.label}: ${field.value}`).join('\n'),
    ...(reply.lists ?? []).map((list) =>
      present([list.title, ...list.items.map((item) => `- ${line(item)}`)]).join('\n'),
    ),
    reply.hint,
  ]);
}

function htmlParts(reply: Reply): string[] {
  return present([
    reply.title && `<p><b>${lines(reply.title)}</b></p>`,
    reply.text && paragraphs(reply.text),
    reply.quote && `<blockquote>${paragraphs(reply.quote)}</blockquote>`,
    reply.fields && `<p>${reply.fields.map(({ label, value }) => lines(`${label}: ${value}`)).join('<br>\n')}</p>`,
    ...(reply.lists ?? []).map(
      ({ title, items }) =>
        `${title ? `<p>${lines(title)}</p>\n` : ''}<ul>\n${items.map((item) => `<li>${lines(line(item))}</li>\n`).join('')}</ul>`,
    ),
    reply.hint && `<p>${lines(reply.hint)}</p>`,
  ]);
}

const line = ({ text, detail }: Item): string => (detail ? `${text} (${detail})` : text);

const present = (parts: (string | undefined)[]): string[] => parts.filter((part): part is string => Boolean(part));

/** No colours and no fonts: every client shows it as its reader likes it, also in dark mode. */
function page(parts: string[]): string {
  return `<!doctype html>
<html>
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>
<body>
${parts.join('\n')}
</body>
</html>
`;
}

function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${lines(paragraph)}</p>`)
    .join('\n');
}

/** Keeps line breaks and runs of blanks: Outlook does not know `white-space`. */
function lines(text: string): string {
  return linked(text)
    .replace(/^ | (?= )/gm, '&nbsp;')
    .replaceAll('\n', '<br>\n');
}

function linked(text: string): string {
  let html = '';
  let at = 0;
  for (const match of text.matchAll(LINK)) {
    const url = match[0].replace(/[.,;:!?)\]]+$/, '');
    html += `${escapeHtml(text.slice(at, match.index))}<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`;
    at = match.index + url.length;
  }
  return html + escapeHtml(text.slice(at));
}
