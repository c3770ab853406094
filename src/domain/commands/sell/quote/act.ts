import { typedMeanings } from '../../../../text/typed.ts';
import { splitFirst } from '../../words/words.ts';
import { isDigest } from './digest.ts';

/** What is to be done with a quote. */
export interface QuoteAct {
  is: 'send' | 'pdf' | 'revoke' | 'nudge' | 'given' | 'link';
  /** Of what a button sends: a hash of what was shown. */
  digest?: string;
}

const BY_WORD = typedMeanings<QuoteAct['is']>((typed) => typed.quoteActs);

/** Words that are nothing but an act: send, pdf. */
export function quoteActIn(words: string): QuoteAct | undefined {
  const [first, rest] = splitFirst(words);
  const is = BY_WORD.get(first.toLowerCase());
  if (!is || (rest !== '' && !isDigest(rest))) return undefined;
  return { is, ...(rest && { digest: rest }) };
}
