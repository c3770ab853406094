import { createHash } from 'node:crypto';

/** What of an OpenAPI document is shown. */
interface Shown {
  info: { title: string; description: string };
  paths: Record<string, Record<string, ShownOperation>>;
  components: { schemas: Record<string, object> };
}

interface ShownOperation {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  parameters?: { name: string; in: string; required?: boolean; schema: { description?: string; example?: unknown } }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
}

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c;background:#fff}
h2{margin-top:3rem;border-bottom:1px solid #ccc}h3{margin-top:2rem}code,pre{font:14px/1.4 ui-monospace,monospace;background:#f3f3f3}
pre{padding:.7rem;overflow:auto}code{padding:.1rem .2rem}table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.2rem .6rem .2rem 0;border-bottom:1px solid #eee}
nav a{margin-right:.8rem}@media(prefers-color-scheme:dark){body{color:#ddd;background:#161616}code,pre{background:#262626}td,th{border-color:#333}a{color:#8bf}}`;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
/** Text with `code` in it. */
const prose = (text: string): string =>
  escaped(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .split('\n\n')
    .map((part) => `<p>${part}</p>`)
    .join('');

/** The description as a page that people read: nothing is loaded from elsewhere and nothing runs. */
export function docsPage(document: Shown): () => Response {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ path, method: method.toUpperCase(), one })),
  );
  const groups = [...new Set(all.map(({ one }) => one.tags[0]!))];
  const nav = [...groups, 'shapes'].map((group) => `<a href="#${group}">${group}</a>`).join('');
  const parts = groups.map((group) => {
    const own = all.filter(({ one }) => one.tags[0] === group);
    return `<h2 id="${group}">${group}</h2>${own.map(operationPart).join('')}`;
  });
  const shapes = Object.entries(document.components.schemas).map(
    ([name, schema]) => `<h3 id="${name}">${name}</h3><pre>${escaped(JSON.stringify(schema, null, 2))}</pre>`,
  );
  const { title, description } = document.info;
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)} API</title><style>${STYLE}</style>
<h1>${escaped(title)} API</h1>${prose(description)}<p>As a file for programs: <a href="/openapi.json">openapi.json</a></p><nav>${nav}</nav>${parts.join('')}<h2 id="shapes">shapes</h2>${shapes.join('')}</html>`;
  const style = createHash('sha256').update(STYLE).digest('base64');
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
  return () => new Response(html, { headers });
}

function operationPart({ path, method, one }: { path: string; method: string; one: ShownOperation }): string {
  const parameters = (one.parameters ?? []).map(
    ({ name, in: where, required, schema }) =>
      `<tr><td><code>${escaped(name)}</code><td>${where}${required ? '' : ', optional'}<td>${prose(schema.description ?? '')}`,
  );
  const body = one.requestBody && shapeLink(Object.values(one.requestBody.content)[0]!.schema);
  const answers = Object.entries(one.responses).map(
    ([status, { description, content }]) =>
      `<tr><td>${status}<td>${prose(description)}<td>${content ? shapeLink(Object.values(content)[0]!.schema) : ''}`,
  );
  return `<h3 id="${one.operationId}"><code>${method} ${escaped(path)}</code></h3><p>${escaped(one.summary)}</p>${prose(one.description ?? '')}
${parameters.length > 0 ? `<table>${parameters.join('')}</table>` : ''}${body ? `<p>Body: ${body}</p>` : ''}<table>${answers.join('')}</table>`;
}

function shapeLink(schema: object): string {
  const ref = '$ref' in schema ? String(schema.$ref) : '';
  const name = ref.slice(ref.lastIndexOf('/') + 1);
  return name ? `<a href="#${name}">${name}</a>` : `<code>${escaped(JSON.stringify(schema))}</code>`;
}
