import { type Atom, atomsOf } from './atoms.ts';
import { type Network, type PostStyle, STYLES } from './networks.ts';
import { type PostPart, partsOf } from './parts.ts';

/** A post as it is put on a network. */
export interface FittedPost {
  /** Where its posts have a title. */
  title?: string;
  /** At most as heavy as the network takes; '' where not even its first word fits. */
  text: string;
  weight: number;
  longest: number;
  /** What of it did not fit; '': nothing. */
  left: string;
  /** Hashtags beyond what the network takes: their words stand, unmarked. */
  unmarked: string[];
}

const MORE = '…';
const SENTENCE_END = /[.。!！?？…~～\n]["”」』)）]?\s*$/u;

/**
 * The same post (of at most LONGEST_POST) for a network, by its length and its hashtags. What is too long ends with a sentence where one ends in the second half
 * of what fits, else behind a word; its first link stays in any case. Nothing is cut within a word, an emoji, a link or a hashtag, and
 * what did not fit is given back. `linkFor`: the address that a link leads over there.
 */
export function fitPost(text: string, network: Network, linkFor: (url: string) => string = (url) => url): FittedPost {
  const style = STYLES[network];
  const { title, body } = titled(text.trim(), style);
  const { atoms, unmarked } = atomsOf(body, style, linkFor);
  const { kept, left } = shorten(atoms, style);
  return {
    ...(title !== undefined && { title }),
    ...{ text: kept, weight: style.weigh(kept), longest: style.longest, left, unmarked },
  };
}

const joined = (atoms: readonly Atom[]): string => atoms.map(({ text }) => text).join('');

function shorten(atoms: readonly Atom[], { longest, weigh }: PostStyle): { kept: string; left: string } {
  const whole = joined(atoms);
  if (weigh(whole) <= longest) return { kept: whole, left: '' };
  const link = atoms.find(({ isLink }) => isLink);
  const behind = (count: number, end: string): string => {
    const words = joined(atoms.slice(0, count)).trimEnd();
    const lacks = link && !atoms.slice(0, count).includes(link) ? link.text : '';
    return [words === '' ? '' : words + end, lacks].filter(Boolean).join('\n');
  };
  const most = mostThatFit(atoms, (count) => weigh(behind(count, MORE)) <= longest);
  const sentence = lastSentence(atoms, most, weigh);
  const count = sentence ?? most;
  const kept = behind(count, sentence === undefined ? MORE : '');
  const left = atoms.slice(count).filter((atom) => atom !== link || !kept.endsWith(link.text));
  // a single word, or a link, that is heavier than all the network takes
  if (weigh(kept) > longest) return { kept: '', left: whole };
  return { kept, left: joined(left).trim() };
}

/** The largest number of atoms that fit. More of them are never lighter. */
function mostThatFit(atoms: readonly Atom[], fits: (count: number) => boolean): number {
  let [low, high] = [0, atoms.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Behind which atom the last sentence ends, if that is in the second half of what fits. */
function lastSentence(atoms: readonly Atom[], most: number, weigh: PostStyle['weigh']): number | undefined {
  const half = weigh(joined(atoms.slice(0, most))) / 2;
  let weight = 0;
  let found: number | undefined;
  for (const [nth, atom] of atoms.slice(0, most).entries()) {
    weight += weigh(atom.text);
    if (weight > half && !atom.isLink && SENTENCE_END.test(atom.text)) found = nth + 1;
  }
  return found;
}

/**
 * A first line that is short enough is the title, and its hashtags stand at the end of the text; else the title is the beginning of it,
 * and all of it stays in the text.
 */
function titled(text: string, { longestTitle, weigh }: PostStyle): { title?: string; body: string } {
  if (longestTitle === undefined) return { body: text };
  const [line = '', ...lines] = text.split('\n');
  const rest = lines.join('\n').trim();
  const parts = partsOf(line);
  const plain = wordsOf(parts);
  if (rest !== '' && plain !== '' && !parts.some(({ kind }) => kind === 'link') && weigh(plain) <= longestTitle) {
    const tags = parts.flatMap((part) => (part.kind === 'tag' ? [`#${part.word}`] : []));
    return { title: plain, body: [rest, tags.join(' ')].filter(Boolean).join('\n') };
  }
  const style: PostStyle = { ...STYLES.xiaohongshu, longest: longestTitle, mostTags: 0 };
  const first = (/^[^。！？!?，,；;：:\n]*/u.exec(plain)?.[0] ?? '').trim();
  const { kept } = shorten(atomsOf(first, style, (url) => url).atoms, style);
  return { title: kept, body: text };
}

/** Without links and hashtags. */
const wordsOf = (parts: readonly PostPart[]): string =>
  parts
    .flatMap((part) => (part.kind === 'words' ? [part.typed] : []))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
