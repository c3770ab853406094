import type { Reply } from '../domain/reply.ts';

export interface MailBody {
  text: string;
  html: string;
}

/** A reply as mail: plain text and the same as simple HTML. Buttons have no meaning in mail and are left out. */
export function formatMail(reply: Reply): MailBody {
  const text = paragraphs(reply).join('\n\n');
  return { text: `${text}\n`, html: html(text) };
}

function paragraphs(reply: Reply): string[] {
  return [
    reply.title,
    reply.text,
    reply.quote?.replace(/^/gm, '> '),
    reply.fields?.map((field) => `${field.label}: ${field.value}`).join('\n'),
    ...(reply.lists ?? []).map((list) => [list.title, ...list.items.map(bullet)].filter(Boolean).join('\n')),
    reply.hint,
  ].filter((part): part is string => Boolean(part));
}

function bullet(item: { text: string; detail?: string }): string {
  return `- ${item.text}${item.detail ? ` (${item.detail})` : ''}`;
}

function html(text: string): string {
  const lines = escapeHtml(text).replaceAll('\n', '<br>\n');
  return `<!doctype html><html><body><p>${lines.replaceAll('<br>\n<br>\n', '</p>\n<p>')}</p></body></html>\n`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
