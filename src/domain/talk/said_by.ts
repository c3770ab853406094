import type { Texts } from '../../text/texts.ts';
import { type Attachment, fileSaid } from '../attachment.ts';
import type { NotDelivered } from '../delivery.ts';
import type { Fate } from '../shown.ts';

/** Whose words are quoted from a place that is with `name`: theirs, or those of `by`, if somebody else wrote there. */
export const saidBy = (t: Texts, { name, by }: { name: string; by: string }): string =>
  by === '' ? name : t.contact.writesTo(by, name);

/** Words in a list; where there are none, the files that came instead. '' where nothing came at all. */
export function wordsOrFiles(t: Texts, words: string, files: readonly Attachment[] | null): string {
  if (words !== '' || !files) return words;
  return files.map((file) => fileSaid(t, file)).join(', ');
}

/** What whoever reads words has to know of them: that they did not arrive, that they were changed or taken back since. It stands beside them. */
export const fateLines = (
  t: Texts,
  { notDelivered, fate }: { notDelivered?: NotDelivered | null; fate: Fate | null },
): string[] => [...(notDelivered ? [t.notDelivered[notDelivered]] : []), ...(fate ? [t.fate[fate]] : [])];

/** The same of words beside which nothing stands. */
export const withFate = (t: Texts, words: string, fate: Fate | null): string =>
  fate ? t.marked(words, t.fate[fate]) : words;
