import type { MimePart } from './mime.ts';

const MOST = 20;
const IMAGE = /<img\b([^<>]{0,500}?\ssrc\s*=\s*["']?([^"'\s<>]{1,2000})[^<>]{0,2000})>/gi;
const DATA = /\bsrc\s*=\s*["']?data:(image\/[a-z0-9.+-]{1,40});base64,([a-z0-9+/=%\s]{20,})["'\s>]/gi;

/** Pictures that stand in the HTML itself, as parts like those of any other file. */
export function picturesIn(html: string): MimePart[] {
  const found = [...html.matchAll(DATA)].slice(0, MOST);
  return found.map(([, type = '', data = '']) => ({
    headers: new Map([['content-transfer-encoding', ['base64']]]),
    type: type.toLowerCase(),
    ...{ parameters: new Map(), disposition: 'inline', name: '', children: [], unopened: 0 },
    encoded: Buffer.from(data.replaceAll('%2B', '+').replaceAll('%2F', '/').replaceAll('%3D', '='), 'latin1'),
  }));
}

/** What pictures that are only linked say of themselves, a line each; undefined where there are none. */
export function linkedPictures(html: string): string | undefined {
  const linked = [...html.matchAll(IMAGE)].filter(([, , source = '']) => /^(https?:)?\/\//i.test(source));
  if (linked.length === 0) return undefined;
  const words = linked.map(([, attributes = '']) =>
    /\salt\s*=\s*(?:"([^"]{1,300})"|'([^']{1,300})')/i.exec(attributes),
  );
  return [...new Set(words.map((match) => (match?.[1] ?? match?.[2] ?? '').trim()).filter(Boolean))].join('\n');
}
