/*
 * What somebody is to be asked, as it is asked of them: ask Rose if she still wants the cards → Do you still want the cards?
 */

const ASKED =
  /^(?:(?:if|whether)(?: or not)?|(?<word>(?:what|which|when|where|how|who|why)(?: (?!(?:she|he|they|we|i|it|the|her|his|their)\b)\p{L}+){0,3})) (?<rest>.+?)[.?!\s]*$/iu;
const ADVERB = '(?:still|also|just|already|never|always|really|only|now|definitely|even)';
const OF_THEM = new RegExp(
  `^(?<they>she|he|they)(?:['’](?<end>s|re|d|ll|ve))?(?<adverb>(?: ${ADVERB}){0,2})(?: (?<verb>\\p{L}+)(?!['’]))?(?<tail> .*)?$`,
  'iu',
);
const AUX = '(?:is|are|was|were|has|have|can|could|will|would|should)';
const OF_THINGS = new RegExp(
  `^(?<thing>(?:the|her|his|their|this|that|these|those|it|everything|all|\\p{L}+day)(?: (?!${AUX}\\b)\\p{L}+){0,3}) (?<verb>${AUX})(?<tail> .+)$`,
  'iu',
);
const DONE =
  /^ (?:\p{L}+ed|\p{L}+en|got|been|had|paid|sent|made|done|bought|found|heard|read|met|left|made|had|thought)\b/iu;

const CLITICS: Readonly<Record<string, string>> = { s: 'are', re: 'are', d: 'would', ll: 'will', ve: 'have' };
const OF_YOU: Readonly<Record<string, string>> = {
  ...{ is: 'are', are: 'are', was: 'were', were: 'were', does: 'do', do: 'do', did: 'did', can: 'can', could: 'could' },
  ...{ will: 'will', would: 'would', should: 'should', must: 'must', may: 'may', might: 'might' },
};

/** How words ask whoever is to be asked; `base`: a verb as one says it to somebody. Undefined: they ask nothing, or it is not sure how that is asked. */
export function questionOf(words: string, base: (verb: string) => string): string | undefined {
  const found = ASKED.exec(words);
  const rest = found?.groups?.rest;
  if (rest === undefined) return undefined;
  const asked = ofThem(rest, base) ?? ofThings(rest);
  const word = found?.groups?.word;
  return asked && `${word === undefined ? '' : `${word} `}${asked}?`;
}

function ofThem(rest: string, base: (verb: string) => string): string | undefined {
  const { they, end, adverb = '', verb, tail = '' } = OF_THEM.exec(rest)?.groups ?? {};
  if (they === undefined) return undefined;
  if (end !== undefined) {
    const behind = `${verb === undefined ? '' : ` ${verb}`}${tail}`;
    return `${end.toLowerCase() === 's' && DONE.test(behind) ? 'have' : CLITICS[end.toLowerCase()]} you${adverb}${behind}`;
  }
  if (verb === undefined) return undefined;
  const small = verb.toLowerCase();
  if (small === 'has' || small === 'have')
    return DONE.test(tail) ? `have you${adverb}${tail}` : `do you${adverb} have${tail}`;
  if (OF_YOU[small]) return `${OF_YOU[small]} you${adverb}${tail}`;
  const said = they.toLowerCase() === 'they' ? verb : base(verb);
  const isPast = /ed$/u.test(small) || (said === verb && they.toLowerCase() !== 'they');
  return isPast ? undefined : `do you${adverb} ${said}${tail}`;
}

function ofThings(rest: string): string | undefined {
  const { thing, verb, tail } = OF_THINGS.exec(rest)?.groups ?? {};
  return thing && `${verb} ${thing}${tail}`;
}
