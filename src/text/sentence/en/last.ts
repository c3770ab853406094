import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

/** What fits many words, and is meant where nothing else is: somebody with what they are to pay. */
export const last: Rule[] = rulesOf(pieces, [
  ['search(?: for)?[\\s:]+(?<rest>\\S[\\s\\S]*)', 'search', '$rest'],
  ['look(?:ing)? for[\\s:]+(?!(?:an?|some|new|the right)\\b)(?<rest>\\S+(?: \\S+){0,2})', 'search', '$rest'],
  [
    "(?!.*\\b(?:gave|given|handed|sent|transferred|wired|slipped|passed|paid)(?: (?:me|us))? (?:another |a further )?[£$€¥]?\\d)$WHO[\\s,:–—-]+(?=\\p{L})(?!wants? (?:everything|all|it|them)\\b)(?!(?:has|have|had|is|are|was|were|will|would|can|could|may|might|must|should|did|does|do|didn['’]?t|doesn['’]?t|if|maybe|probably|paid|pays?|owes?|returned?|refunded|(?:sent|brought|gave|took|wants?) [^,]{1,40} back|said|says|still|never|and|or)\\b)(?!.*\\p{Script=Han})(?!.*\\b(?:order|parcel|number|no\\.?|tracking|postcode|room|invoice|phone|mobile|tel|cell|remind|at|by|until)\\s?#?\\d)(?!.*\\d\\s?(?:[ap]m|:\\d))(?=.*(?:[£$€¥]\\s?\\d|\\d\\s?(?:k|pounds?|quid|euros?|dollars?|bucks|gbp|eur|usd)\\b|\\bbudget (?:of |is |around |about )?\\d|[^\\d\\s.:/-] \\d{2,6}(?:\\.\\d{1,2})?$))$REST",
    'lead',
    '$rest',
    'loose',
  ],
  // whom, the command asks, those seen lately first
  [
    '(?:please )?(?:block|ban|mute) (?:him|her|them|it|(?:that|this|the last)(?: (?:guy|man|bloke|dude|woman|lady|girl|person|one|sender|spammer|scammer|idiot|account|number|customer|contact))?)',
    'block',
  ],
]);
