import type { HtmlElement } from 'html-to-text';
import { head } from '../../text/cut.ts';
import type { MimePart } from './mime.ts';

const MOST = 20;
const IMAGE = /<img\b([^<>]{0,500}?\ssrc\s*=\s*["']?([^"'\s<>]{1,2000})[^<>]{0,2000})>/gi;
const DATA = /\bsrc\s*=\s*["']?data:(image\/[a-z0-9.+-]{1,40});base64,([a-z0-9+/=%\s]{20,})["'\s>]/gi;

/** Pictures that are embedded in the HTML itself, as parts like any other file. */
export function picturesIn(html: string): MimePart[] {
  const found = [...html.matchAll(DATA)].slice(0, MOST);
  return found.map(([, type = '', data = '']) => ({
    headers: new Map([['content-transfer-encoding', ['base64']]]),
    type: type.toLowerCase(),
    ...{ parameters: new Map(), disposition: 'inline', name: '', children: [], unopened: 0 },
    encoded: Buffer.from(data.replaceAll('%2B', '+').replaceAll('%2F', '/').replaceAll('%3D', '='), 'latin1'),
  }));
}

/** The descriptions of pictures that are only linked, one on each line; undefined if there are none. */
export function linkedPictures(html: string): string | undefined {
  const linked = [...html.matchAll(IMAGE)].filter(([, , source = '']) => /^(https?:)?\/\//i.test(source));
  if (linked.length === 0) return undefined;
  const words = linked.map(([, attributes = '']) =>
    /\salt\s*=\s*(?:"([^"]{1,300})"|'([^']{1,300})')/i.exec(attributes),
  );
  return [...new Set(words.map((match) => (match?.[1] ?? match?.[2] ?? '').trim()).filter(Boolean))].join('\n');
}

const ALT_CHARACTERS = 300;
/** What programs write automatically: file names, ids, descriptions that nobody typed, things in every footer. */
const OF_PROGRAM =
  /^[\s*_.|•·-]*$|^\[?cid:|^https?:|\.(png|jpe?g|gif|bmp|webp|svg|heic|tiff?)\W*$|(automatically|ai)[- ]generated|自动生成|automatisch generiert|généré.? automatiquement|^((inline|embedded|attached) )?(image|picture|photo|img|bild|图片|圖片|图像|imagen)[\s_-]*\d*$|^(\S+ ){0,3}(logo|icon|banner|avatar|spacer|pixel|signature|divider)( \S+)?$|^(facebook|instagram|linkedin|twitter|x|youtube|tiktok|pinterest|whatsapp|website|email|phone)$|^\S{0,6}(头像|图标|徽标)$/iu;

/**
 * A picture's description, if its author wrote it or a keyboard inserted it with the picture; '' for what programs
 * write.
 */
export function altOf({ attribs = {} }: HtmlElement): string {
  const words = head((attribs.alt ?? '').trim(), ALT_CHARACTERS).replace(/\s+/g, ' ');
  const isDot = [attribs.width, attribs.height].some((size) => /^\s*[0-2](px)?\s*$/.test(size ?? ''));
  return isDot || OF_PROGRAM.test(words) ? '' : words;
}
