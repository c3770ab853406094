/** A post in its parts; what they were typed as, joined, is the post. */
export type PostPart =
  | { kind: 'words'; typed: string }
  /** `typed`: the address itself. */
  | { kind: 'link'; typed: string }
  /** A hashtag, typed as #tea or #tea#; `word`: without its signs. */
  | { kind: 'tag'; typed: string; word: string };

/** An address ends before a blank, a quote, a bracket of Chinese or a Chinese stop. */
const LINK = String.raw`https?:\/\/[^\s<>"'“”‘’（）()【】「」《》，。；！？、…]{1,2000}`;
/** What stands at the end of an address belongs to the sentence. */
const BEHIND_LINK = /[.,;:!?*_~]+$/;
const TAG = String.raw`#[\p{L}\p{M}\p{N}_]{1,60}(?:#(?![A-Za-z0-9_]))?`;
/** C# and a mark in an address are none; directly behind a hashtag another one may begin. */
const FOUND = new RegExp(`${LINK}|(?<![A-Za-z0-9_&/#])${TAG}`, 'giu');
const NEXT_TAG = new RegExp(TAG, 'iuy');

/**
 * The links and hashtags of a post, and the words between them. A hashtag may be closed, as it is on Weibo; where a second sign begins
 * the next one (#茶#春天#新品, an odd number of signs) none is.
 */
export function partsOf(text: string): PostPart[] {
  const parts: PostPart[] = [];
  let end = 0;
  const add = (part: PostPart) => {
    if (part.typed !== '') parts.push(part);
    end += part.typed.length;
  };
  for (;;) {
    const last = parts.at(-1);
    // behind an open one the next sign opens another
    const inRow = last?.kind === 'tag' && !last.typed.endsWith('#');
    const match = nextIn(text, end, inRow);
    if (!match) break;
    add({ kind: 'words', typed: text.slice(end, match.index) });
    add(partIn(match[0], !(inRow && match.index === end) && isClosed(text, match.index)));
  }
  add({ kind: 'words', typed: text.slice(end) });
  return parts;
}

function nextIn(text: string, from: number, inRow: boolean): RegExpExecArray | null {
  NEXT_TAG.lastIndex = from;
  FOUND.lastIndex = from;
  return (inRow && NEXT_TAG.exec(text)) || FOUND.exec(text);
}

function partIn(found: string, closed: boolean): PostPart {
  if (!found.startsWith('#')) return { kind: 'link', typed: found.replace(BEHIND_LINK, '') };
  const open = found.replace(/#$/u, '');
  const typed = closed ? found : open;
  return { kind: 'tag', typed, word: open.slice(1) };
}

/** How far a row of hashtags is looked at. */
const ROW = 200;

const isClosed = (text: string, at: number): boolean =>
  ((/^\S*/u.exec(text.slice(at, at + ROW)) ?? [''])[0].match(/#/gu)?.length ?? 0) % 2 === 0;
