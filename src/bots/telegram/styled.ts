import type { MessageEntity } from 'grammy/types';
import { cutLength } from '../../text/cut.ts';
import { type Link, linkInWords } from '../../text/link.ts';

type Style = 'bold' | 'italic' | 'blockquote' | 'expandable_blockquote' | 'pre';

/** A text and where it is styled; offsets and lengths are in UTF-16 units, as Telegram and JavaScript count. */
export interface Styled {
  text: string;
  entities: MessageEntity[];
}

/** Text in one style or none, trimmed. */
export function styled(text = '', style?: Style): Styled {
  const trimmed = text.trim();
  return { text: trimmed, entities: style && trimmed ? [{ type: style, offset: 0, length: trimmed.length }] : [] };
}

/** Text with its links put back behind their words, trimmed. Links whose words have changed stay written out. */
export function linked(text = '', links: readonly Link[] = []): Styled {
  const whole: Styled = { text: '', entities: [] };
  let from = 0;
  for (const { at, label, url } of links) {
    const words = linkInWords(label, url);
    if (at < from || label.trim() === '' || !text.startsWith(words, at)) continue;
    whole.text += text.slice(from, at);
    whole.entities.push({ type: 'text_link', offset: whole.text.length, length: label.length, url });
    whole.text += label;
    from = at + words.length;
  }
  whole.text += text.slice(from);
  const end = whole.text.trimEnd().length;
  return slice(whole, whole.text.length - whole.text.trimStart().length, end);
}

/** Keeps only the links among its styles, because those carry meaning. */
export function unstyled({ text, entities }: Styled): Styled {
  return { text, entities: entities.filter(({ type }) => type === 'text_link') };
}

/**
 * Joins blocks with a blank line between them, except directly below a bold one (a heading). Empty blocks leave no gap.
 */
export function join(blocks: readonly Styled[]): Styled {
  const whole: Styled = { text: '', entities: [] };
  let gap = '';
  for (const { text, entities } of blocks.filter((block) => block.text !== '')) {
    whole.text += gap;
    const start = whole.text.length;
    whole.entities.push(...entities.map((entity) => ({ ...entity, offset: entity.offset + start })));
    whole.text += text;
    gap = entities[0]?.type === 'bold' ? '\n' : '\n\n';
  }
  return whole;
}

/**
 * Pieces of at most `limit` units, cut after a line or a word if one ends in the second half, else between graphemes.
 * The joined pieces are the whole text, and a style that spans a cut continues in the next piece. Blank pieces are left
 * out.
 */
export function split(whole: Styled, limit: number): Styled[] {
  const pieces: Styled[] = [];
  let from = 0;
  while (from < whole.text.length) {
    const length = cutLength(whole.text.slice(from), limit);
    pieces.push(slice(whole, from, from + length));
    from += length;
  }
  return pieces.filter(({ text }) => /\S/.test(text));
}

function slice({ text, entities }: Styled, from: number, to: number): Styled {
  const kept = entities.flatMap((entity) => {
    const start = Math.max(entity.offset, from);
    const length = Math.min(entity.offset + entity.length, to) - start;
    return length > 0 ? [{ ...entity, offset: start - from, length }] : [];
  });
  return { text: text.slice(from, to), entities: kept };
}
