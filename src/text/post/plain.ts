import { partsOf } from './parts.ts';

/** The links of a post, each once, in their order. */
export const linksIn = (text: string): string[] => [
  ...new Set(partsOf(text).flatMap((part) => (part.kind === 'link' ? [part.typed] : []))),
];

/** A post for a place that takes all of it: hashtags are open, and links lead where `linkFor` says. */
export function wholePost(text: string, linkFor: (url: string) => string): string {
  return partsOf(text)
    .map((part, nth, parts) => {
      if (part.kind === 'link') return linkFor(part.typed);
      if (part.kind === 'words') return part.typed;
      const next = parts[nth + 1]?.typed ?? '';
      return `#${part.word}${part.typed.endsWith('#') && /^[\p{L}\p{N}]/u.test(next) ? ' ' : ''}`;
    })
    .join('');
}
