import type { Texts } from '../../text/texts.ts';

/** Whose words are quoted of a place that is with `name`: theirs, or of `by`, who wrote there. */
export const saidBy = (t: Texts, { name, by }: { name: string; by: string }): string =>
  by === '' ? name : t.contact.writesTo(by, name);
