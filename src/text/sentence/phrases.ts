/** The words, of which some stand together: due today, not resolved. */
export const phrasesIn = (typed: string): string[] =>
  typed
    .replace(/\b(not|most|came) (?=resolved|solved|urgent|in\b)/giu, '$1_')
    .split(/[\s,，、]+/u)
    .filter(Boolean)
    .map((word) => word.replace('_', ' '));
