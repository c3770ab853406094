import { cleanName, narrow } from '../../../text/normalise.ts';
import { deniesOrSaysNothing } from '../../../text/person/denial.ts';
import type { Texts } from '../../../text/texts.ts';
import { typedWords } from '../../../text/typed.ts';
import { type Button, failed, type Reply } from '../../reply.ts';

/** Said whole they leave no doubt that somebody agreed, and how. */
const CLEAR = typedWords(({ consent }) => consent.clear);
/** In front of the words: somebody was asked, and said that this is how. */
export const SURE = '!';
const MARKED = /^[!！]\s*/u;

/** What is said of how somebody agreed. `isSure`: that it says so was asked. */
export function readHow(typed: string): { words: string; isSure: boolean } {
  const words = typed.replace(MARKED, '');
  return { words, isSure: words !== typed };
}

const isClear = (words: string): boolean =>
  CLEAR.has(
    narrow(words)
      .toLowerCase()
      .replace(/[\s.。!！,，]+$/u, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );

/**
 * What is asked before words are kept as evidence that somebody agreed; undefined: nothing. No list of words tells a denial from a yes in
 * every language, so whoever wrote them says what they mean, but where they are some of the few that leave no doubt.
 */
export function askHow(
  t: Texts,
  { words, isSure }: ReturnType<typeof readHow>,
  { yes, no, more = {} }: { yes: string; no: string; more?: Pick<Button, 'turns'> },
): Reply | undefined {
  if (deniesOrSaysNothing(words)) return failed(t.import.noEvidence(cleanName(words)));
  if (isSure || isClear(words)) return undefined;
  return failed(t.consent.sure.ask(words), {
    oneOf: true,
    buttons: [
      [
        { label: t.consent.sure.yes, command: yes, ...more },
        { label: t.consent.sure.no, command: no, ...more },
      ],
    ],
  });
}
