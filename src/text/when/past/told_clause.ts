/** The past of what is done, where it differs from the rest of the verb: a closed set. */
const ONLY_PAST =
  'was|were|did|came|went|rang|wrote|began|saw|took|spoke|gave|broke|drew|threw|tore|wore|ate|drove|chose|froze|sang|fell|ran|blew|flew|grew|knew|drank|sank|shrank|stank|swam|sprang|rose|rode|woke|stole|swore|bit|hid|forgot|became|overcame|withdrew|shook|lay|forgave|forbade|mistook|undid|redid|overran|undertook|arose|strode|trod|wove|bore|beat';
/** The same that stand behind is and have as well: invoice paid Friday is to be done. */
const PARTICIPLE =
  'had|said|told|met|lost|heard|found|got|left|won|sent|paid|made|bought|brought|built|held|sold|lent|showed|kept|taught|caught|spent|stuck|hung|laid|led|lit|swept|fed|slid|bled|sped|fled|dug|spun|stood|understood|overslept|slept|wept|crept|leapt|dealt|meant|felt|dreamt|learnt|burnt|spelt|smelt|spilt|spoilt|bent|leaned|thought|sought|fought|bound|wound|ground|struck|shone|shot|misread|misheard|rebuilt|resold|overheard|clung|flung|slung|stung|swung|wrung|strung|knelt|split|burst';
const PAST = `${ONLY_PAST}|${PARTICIPLE}`;
/** These are things or more as well: only within a clause of their own. */
const THINGS =
  /^(?:saw|felt|bit|ground|wound|bound|left|spoke|rose|lay|shot|led|lit|found|split|burst|beat|stuck|bore)$/iu;
const IS_PAST = new RegExp(
  `^(?:(?:${PAST}|(?:was|were|had|did)n['’]?t)|(?!hundred|sacred|naked|wicked|need)[a-z]{2,}(?<!e)ed)$`,
  'iu',
);
const IRREGULAR = new RegExp(`^(?:${ONLY_PAST}|(?:was|were|did)n['’]?t)$`, 'iu');

const OPENS = /^(?:who|which|that|whose|what|why|how|where|when|whom)$/iu;
/** What is still to come, or goes on. */
const YET =
  /^(?:will|shall|should|must|can|could|may|might|would|is|are|am|be|to|has|have|do|does|needs?|wants?|gets?|goes|(?:wo|ca|is|are|do|does|has|have|should|ca)n['’]?t|(?:i|we|you|he|she|it|they|that|who|what)['’](?:ll|s|re|m|d))$/iu;
const GOES_ON = /^(?:so|and|but|then|please|or|before|after|until|till?)$/iu;
const DETERMINER = /^(?:the|an?|my|our|your|his|her|their|its|this|that|these|those|some|any|all|no|\p{L}+['’]s)$/iu;
const ADVERB = /^(?:just|also|only|always|never|ever|already|first|all|both|still|even|not|\p{L}{3,}ly)$/iu;
const PLURAL = /(?:[^suia]s|[ei]es|people|men|women|children|those|ones|staff|you|we|they|i)$/iu;
/** A bare verb of today: the customers who come. */
const OF_NOW = /(?:s|['’]s|ing)$/iu;
/** In front of who it is no one of whom something is told: ask Leo who. */
const THE_ONE = /^(?:the|an?|my|our|your|his|her|their|this|that|one)$/iu;
const LONGEST_REST = 5;

/** Whether nothing behind the verb begins something else: what happened at the market, and not what happened so call. */
function ends(rest: readonly string[]): boolean {
  const isVerbNext = (nth: number) =>
    /^to$/iu.test(rest[nth]!) &&
    !/^(?:the|us|me|him|her|it|them|our|my|your|an?|\p{Lu}.*)$/u.test(rest[nth + 1] ?? 'us');
  return rest.length <= LONGEST_REST && !rest.some((word, nth) => GOES_ON.test(word) || isVerbNext(nth));
}

/** The first past in the clause, where nothing in front of it is still to come. */
function isPastClause(clause: readonly string[]): boolean {
  const nth = clause.findIndex(
    (word, at) => YET.test(word) || (IS_PAST.test(word) && !(at > 0 && DETERMINER.test(clause[at - 1]!))),
  );
  return nth >= 0 && !YET.test(clause[nth]!) && ends(clause.slice(nth + 1));
}

/** Somebody or something, and a verb that agrees with no present: the lady who rang, the tea that ran out. */
function isPastOfOne(before: readonly string[], opener: string, clause: readonly string[]): boolean {
  const [verb = '', ...rest] = clause;
  if (!/^(?:who|which|that)$/iu.test(opener) || verb === '' || PLURAL.test(before.at(-1) ?? 's')) return false;
  if (!before.slice(-4, -1).some((word) => THE_ONE.test(word))) return false;
  const isVerb = /^\p{Ll}{3,}$/u.test(verb) && !OF_NOW.test(verb) && !YET.test(verb) && !DETERMINER.test(verb);
  return (
    isVerb &&
    !/^(?:you|she|they|him|her|them|it|for|from|with|about|one|day|time|way)$/u.test(verb) &&
    ends(rest) &&
    rest.length <= 2
  );
}

/** That damaged lamp is a lamp, and when packed says when; the tea that ran out, and when Mia came, are clauses. */
function isOpener(words: readonly string[], nth: number): boolean {
  if (/^(?:when|where|how)$/iu.test(words[nth]!)) return !IS_PAST.test(words[nth + 1] ?? '');
  if (!/^that$/iu.test(words[nth]!)) return true;
  const before = words.slice(0, nth);
  return nth > 1 && (before.some((word) => DETERMINER.test(word)) || /^\p{Lu}|s$/u.test(before.at(-1)!));
}

/** Whether what stands last tells of the past: in a clause of its own (who rang, what was sold, why it rained in) or of something (her cake fell apart). */
export function tellsOfPast(near: string): boolean {
  const words = near
    .replace(/\s(?:(?:on|at|since|around|about)\s)?(?:the\s)?$/iu, '')
    .trim()
    .split(/\s+/u);
  const at = words.findLastIndex((word, nth) => OPENS.test(word) && nth < words.length - 1 && isOpener(words, nth));
  if (at >= 0) {
    const clause = words.slice(at + 1).filter((word) => !ADVERB.test(word));
    return isPastClause(clause) || isPastOfOne(words.slice(0, at), words[at]!, clause);
  }
  const nth = words.findIndex((word, place) => place > 0 && IRREGULAR.test(word) && !THINGS.test(word));
  if (nth < 1 || nth > 4 || DETERMINER.test(words[nth - 1]!)) return false;
  const isSubject =
    DETERMINER.test(words[0]!) || (nth === 1 && /^(?:\p{Lu}\p{Ll}+|i|we|he|she|it|they)$/u.test(words[0]!));
  return isSubject && ends(words.slice(nth + 1));
}

/** Whether a title breaks off in a clause whose day was taken for its own: the bill that is due, the man who comes. */
export function breaksClause(title: string): boolean {
  const words = title.trim().split(/\s+/u);
  const at = words.findLastIndex((word, nth) => OPENS.test(word) && isOpener(words, nth));
  const clause = words.slice(at + 1);
  if (at < 0 && /^due$/iu.test(words.at(-1)!))
    return !/^(?:is|are|was|were|be|comes?|falls?)$/iu.test(words.at(-2) ?? 'is');
  return at > 0 && clause.length > 0 && clause.length <= 4 && !clause.some((word) => GOES_ON.test(word));
}
