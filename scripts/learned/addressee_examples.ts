import { readFileSync } from 'node:fs';
import type { AddresseeExample } from '../../src/domain/triage/addressee/learn.ts';

/** What owners type under a card, by many voices; `o` for their own, `c` for the customer. */
const LEARNED = new URL('./addressee.tsv', import.meta.url);

/** Written by others, without looking at those; nothing is learned from them, and no pattern was written while looking at them. */
const KEPT_ASIDE = new URL('../../test/fixtures/triage/addressee.tsv', import.meta.url);

export const addresseeExamples = (): AddresseeExample[] => read(LEARNED);
export const addresseeKeptAside = (): AddresseeExample[] => read(KEPT_ASIDE);

function read(file: URL): AddresseeExample[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [whose, text = ''] = line.split('\t');
    return { text, whose: whose === 'o' ? 'ours' : 'theirs' };
  });
}
