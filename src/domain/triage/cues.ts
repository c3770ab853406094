/** How an English message is built, whatever its words are about. */
const NUMBER =
  '(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|dozen|few|couple|pair|half|another)';
const SPAN_OF_TIME = '(?:seconds?|min(?:ute)?s?|hours?|hrs?|days?|nights?|weeks?|wks?|months?|years?|yrs?|times?)';

/** Asked at the start of a sentence, or at its end. */
const ASKS =
  /\?|(?:^|[.!?;,\n] ?)(?:(?:hi|hello|hey|and|so|but|sorry|please|thanks)[, ]+)?(?:do|does|did|is|are|was|will|would|can|could|may|might|should|have|has|got|any|how|what|what's|whats|when|where|which|who|who's|why)\b/;
/** What comes before the question itself. */
const OPENS =
  /^(?:(?:hi|hello|hey|hiya|and|so|but|or|also|then|sorry|please|thanks|good (?:morning|afternoon|evening)|there|again|sir|dear|just|if (?:so|not|yes))[, ]+)+/;
const BEGINS =
  /^(?:do|does|did|is|are|was|will|would|can|could|may|might|should|have|has|got|any|how|what|what's|whats|when|where|which|who|who's|why)\b/;
/** What a question names that its writer has bought, booked or been promised. */
const OWNED =
  /\b(?:my (?:order|parcel|booking|appointment|lesson|class|repair|invoice|delivery|account|subscription|place)|the (?:\w+ ){1,2}(?:i|we|you) (?:\w+ed|bought|sent|made|got|had|sold|paid)|(?:i|we)(?:'ve| have|'d| had)? (?:\w{2,}ed|bought|paid|got|sent|made|left)|you(?:'ve| have|'d| had)? (?:\w{3,}ed|sent|sold|made|said|did|gave|told|put|cut|left|took|were)|again|yet|still|already|instead|rather)\b/;

/** Something that has been bought, booked or done here already. */
const TIED =
  /\b(?:my|our|mine|ours|again|still|yet|since|ago|already|yesterday|last (?:week|month|night|time|year)|(?:i|we)(?:'ve| have|'d| had)? (?:\w{2,}ed|bought|paid|got|sent|made|told|said|gave|left|came)|you(?:'ve| have|'d| had| lot| people)? (?:\w{3,}ed|sent|sold|made|said|did|gave|told|put|cut|left|took|were)|your (?:man|lad|driver|fitter|girl|team|people|staff)|order|booked|appointment|parcel|invoice|arrived|received|came|delivered|fitted|refund)\b/;

const CUES: readonly (readonly [name: string, occurs: RegExp])[] = [
  ['of others', /\b(?:he|she|they|him|her|them|his|their|man|lad|driver|girl|woman|fellow|staff)\b/],
  ['of me', /\b(?:i|i'm|i've|i'd|i'll|me|my|we|we're|we've|we'd|we'll|us|our)\b/],
  ['of you', /\b(?:you|your|you're|you've|u|ur|yours|ye)\b/],
  ['counted', new RegExp(`\\b${NUMBER}(?: more| of| x)?(?: (?!${SPAN_OF_TIME}\\b)[a-z]+){1,2}`)],
  ['lasting', new RegExp(`\\b${NUMBER} (?:\\w+ )?${SPAN_OF_TIME}\\b`)],
  ['clock', /\b(?:\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)|at \d{1,2}\b|noon|half past|o'clock)/],
  ['sum', /[$£€]\s?\d|\b\d+ ?(?:bucks|quid|pounds|euros?|dollars|usd|eur|gbp)\b/],
  [
    'not',
    /\b(?:not|no|never|nobody|nothing|none|without|\w+n't|cant|wont|dont|didnt|doesnt|isnt|wasnt|hasnt|havent)\b/,
  ],
  [
    'asks for',
    /\b(?:please|pls|plz|kindly|could (?:you|we|i)|can (?:you|we|i)|may (?:we|i)|would you|i'?d like|we'?d like|i want|we want|i need|we need)\b/,
  ],
  [
    'begins asking',
    /(?:^|[.!?;\n] ?)(?:hi |hello |hey |and |so |but )?(?:do|does|did|is|are|was|will|would|can|could|may|might|should|have|has|got|any)\b/,
  ],
  [
    'begins wondering',
    /(?:^|[.!?;,\n] ?)(?:hi |hello |hey |and |so |but )?(?:how|what|what's|whats|when|where|which|who|why)\b/,
  ],
  ['was', /\b(?:was|were|had|did|got|came|went|took|left|said|told|gave|made|sent|paid|\w{3,}ed)\b/],
  ['will', /\b(?:will|i'?ll|we'?ll|going to|gonna|would)\b/],
  [
    'you did',
    /\b(?:you|your \w+|he|she|they|nobody|no one)(?: have| had|'ve)? (?:\w+ed|were|was|did|didn't|never|sent|told|said|left|took|gave|made|forgot|broke|lost|kept|put)\b/,
  ],
  ['since', /\b(?:since|for|after|ago|yet|still|already)\b/],
  ['if', /\b(?:if|unless|otherwise)\b/],
  ['but', /\b(?:but|though|although|however|yet|only)\b/],
  ['so much', /\b(?:so|such|really|very|absolutely|totally|too)\b/],
];

/** Whether something is asked or said, and of what was had here already ("tied") or not: a newcomer's question is "asks untied". */
export const bearing = (text: string, asks: RegExp, tied: RegExp): string =>
  `${asks.test(text) ? 'asks' : 'says'} ${tied.test(text) ? 'tied' : 'untied'}`;

/** Two words with a mark ("Anything else?", "Why?") are no question of a matter: a form asks so. */
const SAYS_WHAT = /\S+\s+\S+\s+\S/;

/** What is asked, apart from the story told with it: how the last question begins, and whether any asks of something new. */
function asked(text: string): string[] {
  const sentences = text.split(/(?<=[.!?;\n])\s*/).map((sentence) => sentence.replace(OPENS, ''));
  const questions = sentences.filter(
    (sentence) => SAYS_WHAT.test(sentence) && (sentence.includes('?') || BEGINS.test(sentence)),
  );
  const last = questions.at(-1);
  if (last === undefined) return ['none asked'];
  const beginning = Array.from(last.matchAll(/[a-z]+(?:'[a-z]+)?/g), ([word]) => word).slice(0, 2);
  return [
    `asked ${beginning.join(' ')}`,
    questions.some((question) => !OWNED.test(question)) ? 'asked afresh' : 'asked of own',
    sentences.length > questions.length ? 'asked and told' : 'only asked',
  ];
}

/** The ways in which a message is built; English only. */
export const cuesIn = (text: string): string[] => [
  bearing(text, ASKS, TIED),
  ...asked(text),
  ...CUES.filter(([, occurs]) => occurs.test(text)).map(([name]) => name),
];
