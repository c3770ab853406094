/*
 * What people say to be kind in English, as sources of patterns: each stands for itself and says nothing that its reader could act on. Whatever
 * is not among them is news. Read without regard to capitals, with blanks single and quotes plain.
 */

const VERY =
  '(?:(?:so|very|really|truly|just|all|absolutely|quite|pretty|too|super|simply|totally|genuinely|looking|such|always|an?|the|and|both|indeed|much) ){0,4}';
const GOOD =
  '(?:good|great|perfect|perfection|lovely|brilliant|wonderful|excellent|fantastic|awesome|amazing|superb?|splendid|cool|nice|neat|sweet|fab|fabulous|grand|magic|terrific|marvellous|marvelous|beautiful|beautifully|gorgeous|stunning|delicious|fine|ace|class|brill|cracking|smashing|legend(?:ary)?|clear|in order|bang on|just right|just what i (?:needed|wanted)|delightful|phenomenal|ideal|spot on|outstanding|incredible|well made|well done|perfectly|happy|pleased|glad|delighted|thrilled|grateful|thankful|relieved|impressed|excited|kind|thoughtful|generous|helpful|useful|quick|fast|speedy|prompt|professional|friendly|smooth|easy|interesting|clear|reassuring|touched|lucky|a (?:star|legend|gem|treasure|lifesaver|life saver|hero|angel|saint|godsend|pleasure|delight|joy)|the best|better|pro|job|work|stuff|news|service|one)';
/** Things of ours that may be praised or have come; what tells one of several apart is a choice. */
const CHOICE =
  '(?!(?:wrong|other|second|first|third|last|latter|former|red|blue|green|black|white|yellow|pink|purple|orange|brown|gr[ae]y|beige|gold(?:en)?|silver|large|larger|small|smaller|medium|big|bigger|little|long|short|wide|light|dark|old|new|next|only|half|cheap|cheaper|ones?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|afternoon|evening|weekend|day|week|time|date|address|size|colou?r|price)\\b)';
const THING = `(?:(?:the|my|your|our|these|those|this) ${CHOICE}[a-z'-]{2,20}(?: ${CHOICE}(?!is\\b|are\\b|was\\b|were\\b|has\\b|have\\b)[a-z'-]{2,20})?|${CHOICE}(?:parcel|package|order|delivery|letter|refund|payment|money|file|files|invoice|receipt|photos?|pictures?|mail|email|message|info|quality|service|packaging|quote|everything))`;
const IT = '(?:it|that|this|they|these|those|everything|all|which|both|you|we|i|she|he)';
const IS =
  "(?:'s|'re|'m|'ve been| is| are| am| was| were| look| looks| looked| sounds?| sounded| smells?| tastes?| feels?| works?| fits?| turned out| came out| seems?| have been| has been)";
const WHEN =
  "(?: (?:now|already|today|yesterday|this (?:morning|afternoon|evening)|last night|just now|safely|safe|safe and sound|in one piece|on time|early|well|fine|ok|okay|perfectly|here|at last|finally|and intact|intact|in (?:good|perfect) (?:order|condition|shape)|so (?:quickly|fast)|quickly|all|too|again|and (?:it|they|everything|all)(?: is|'s| are|'re| look| looks)|thanks)){0,3}";
const CAME = `(?:(?:have|has|'ve|'s|just|all|now|already|finally|safely|both|got|did|is|are) ){0,4}(?:arrived|come|came|here|turned up|showed up|landed|received|delivered|got here|made it)`;
const NUMBER = '(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|both|all(?: of (?:it|them))?)';

/** How a shopkeeper is addressed. */
export const ADDRESSED =
  "(?:mate|boss|buddy|bud|bro|pal|love|luv|dear|darling|guys|team|all|everyone|everybody|folks|both|sir|madam|ma'?am|man|dude|my friend|friend|friends|hun|hon|honey|sweetie|ladies|lads|there|again|you|u|ya|kindly)";
const MUCH =
  '(?:(?:so|very|ever so|really|too|all|both|guys|everyone|folks|mate) )?(?:(?:so|very) )?(?:much(?:ly)?|a lot|lots|a bunch|a ton|a million|a mil|loads|heaps|kindly|again|anyway|anyways|all the same|in advance|indeed|once (?:again|more)|already|then|though|in any case|for now|sincerely|deeply|from the (?:bottom of my )?heart|as (?:always|ever)|too|either way|again and again)';
const KINDNESS =
  '(?:(?:your|the|all|all your|all the|this|that|such|such a|an?|being|being so|so|very|really|quick|fast|prompt|kind|great|lovely|swift|speedy|super|wonderful|excellent|good|nice|amazing|fantastic|continued) ){0,5}(?:help|helpfulness|patience|time|kindness|support|service|understanding|effort|efforts|trouble|advice|reply|response|answer|answers|info|information|update|updates|quick|quickly|speedy|prompt|helpful|kind|patient|honest|honesty|thoughtful|generosity|delivery|packaging|work|offer|attention|care|message|assistance|explanation|details|heads up|everything|everyone|that|this|it|all|you)';

const THANK =
  '(?:(?:many|huge|big|massive|a million|a thousand|so many|best|lots of|a big|all my|my|our|with|and|ok|sincere|warm) ){0,3}(?:thanks|thank ?(?:you|u|ya)|thankyou|thx|thn?x|thanx|tnx|tks|tysm|ty|ta|cheers)';

export const thanks: readonly string[] = [
  `${THANK}(?: ${MUCH}){0,4}`,
  `${THANK}(?: ${MUCH}){0,3} (?:for|to)(?! nothing\\b| \\d)(?: (?!and\\b|but\\b|so\\b|please\\b|if\\b|can\\b|could\\b|i\\b|my\\b|we\\b|however\\b|by\\b|before\\b|until\\b|instead\\b)[a-z'-]+){1,9}`,
  `(?:and|,|&) (?:for )?${KINDNESS}`,
  "much obliged|obliged|bless you(?: all)?|god bless(?: you)?|much appreciated|(?:it's |it is |that's |this is )?(?:really |very |much |so |greatly )*appreciated|(?:i |we )?(?:really |do |truly |so |very much |greatly |also )*appreciate(?:d)?(?: (?:it|that|this|you|ya|everything|(?:all )?(?:your|the) [a-z]+(?: [a-z]+)?))?(?: (?:so|very) much| a lot)?",
  "(?:i'm |i am |we're |we are )?(?:so |very |really |most |truly |eternally )*(?:grateful|thankful)(?: (?:for (?:your|the|all|this|that)(?: [a-z]+){1,3}|to you(?: all)?))?",
];

/** A yes, a nod, that it was read. */
export const nods: readonly string[] = [
  "ok(?:ay)?|okk+|okie|okey(?: doke(?:y)?)?|bet|you bet|sound|duly noted|can can|as arranged|that'?s right|thats right|okey-dokey|o\\.k\\.|k+|kk|oki|alright(?:y)?|all right|right|right you are(?: (?:then|there))?|rightio|righto|roger|copy(?: that)?|noted|(?:well )?understood|got (?:it|that|them|this)|gotcha|received|will do|i see|sure(?: thing)?|of course|yes+|yep|yeah+|yup|yas|aye|indeed|absolutely|definitely|certainly|exactly|correct|true|agreed|fair enough|makes sense|(?:(?:that|it)'s |all |yes )?fine(?: (?:by|with|for) (?:me|us))?|no|nope|no (?:that's|that is) (?:all|everything|it)",
  "no (?:problems?|prob|probs|worries|bother|issues?|rush|hurry|need|questions|reply needed|reply necessary|answer needed|further questions|more questions|thanks?|thank you)(?: at all| here| then| now|,? whenever suits|,? these things happen)*|np|nw|not at all|whenever (?:suits|is (?:best|good|convenient))|nothing (?:else |further |more )?needed(?: from you)?|(?:please )?(?:don't|do not) (?:worry|mention it|rush)|take your time|you(?:'re| are)? (?:very |most |so )?welcome|welcome|my pleasure|(?:it was |it's )?(?:a |our )?pleasure|any ?time|never",
  "(?:the )?same to you(?: too| all)?|(?:and )?(?:you|u) (?:too|as well)|likewise|and (?:to )?you|me too|back at you|all good(?: here| now| then)?|all (?:well|set|clear|fine)|(?:i'm|i am|we're|we are) (?:all )?(?:good|fine|happy|set)(?: with (?:that|it|this|everything|them))?|good to go",
  "that(?:'s| is| was)? (?:all|everything|exactly|just|what|precisely)? ?(?:i|we) (?:needed|wanted|was looking for|need|hoped for)(?: to know)?|that'?s (?:all|it|that|them)|nothing else|that(?:'ll| will)? (?:really |so )?(?:answers (?:it|my question|everything)|explains (?:it|everything)|clears (?:it|that|everything) up|do nicely|helped|works|suits|will do|'ll do|does it|settles it)(?: (?:me|us))?(?: (?:a lot|so much|loads|nicely|for (?:me|us)))?|works for (?:me|us)|suits (?:me|us)|sounds (?:good|great|perfect|lovely|fine|like a plan)(?: to me)?|looks (?:good|great|perfect|lovely|fine)(?: to me)?|good (?:to (?:know|hear)|for you)|(?:glad|happy|great|lovely|nice|pleased|relieved) to (?:hear|know|see|read)(?: (?:it|that|this))?|sorted|settled|got there",
];

/** How they find it. */
export const praise: readonly string[] = [
  `${VERY}${GOOD}(?: (?:indeed|too|again|now|then|stuff|job|work|news|service|one|day|experience|as (?:always|ever|usual)|of you|to (?:deal|do business) with|with (?:it|that|them|this|everything|all of it|the result)|for (?:me|us)|so far|enough|people|person|shop|time))*`,
  `(?:${IT}|${THING})${IS}(?: not)?(?<! not) ${VERY}${GOOD}(?: (?:indeed|too|again|now|then|as (?:always|ever|usual)|of you|with (?:it|that|them|this|everything|the result)|for (?:me|us)|so far|on (?:me|him|her)))*`,
  `(?:how|what an?|what) ${VERY}${GOOD}(?: (?:of you|surprise|idea|news|service|work|job|person|people))?`,
  `(?:(?:i|we|she|he|they|my [a-z]+|the [a-z]+|everyone|everybody|all of us) )?(?:(?:really|absolutely|just|all|so|simply|already|do) ){0,3}(?:love[sd]?|like[sd]?|adore[sd]?|enjoy(?:s|ed|ing)?)(?: (?:it|them|this|that|you|everything|both|${THING}|every(?: single)? (?:one|bit)(?: of (?:it|them))?))(?: (?:so much|a lot|very much|already|all|both|too))*`,
  `you (?:guys )?(?:rock|rule|(?:really |have |'ve )*made (?:my|our) (?:day|week|year))|you'?ve made (?:my|our) (?:day|week)|(?:keep (?:up|it up)|keep up (?:the|your) (?:good|great|amazing|excellent|lovely) work)|well done|bravo|hats off|chapeau|can'?t wait|(?:i'?m |we'?re |i am |we are )?(?:(?:really|very|so|much) )*looking forward(?: to (?:it|that|this|them|hearing from you|seeing (?:it|you|them)|trying (?:it|them)|receiving (?:it|them)|${THING}))?|(?:that|this) means a lot|(?:highly|would|will|definitely|'ll) (?:highly )?recommend(?: you)?(?: to (?:everyone|my friends|others|friends))?|(?:best|greatest) (?:shop|service|seller|customer service|team)(?: ever)?`,
];

/** It is there. */
export const came: readonly string[] = [
  `(?:${IT}|${THING}|${NUMBER}) ?${CAME}${WHEN}`,
  `(?:(?:i|we)(?:'ve| have)? )?(?:(?:just|now|already|all|safely|both) ){0,2}(?:received|got|picked up|collected|have)(?: (?:it|em|'em|them|that|everything|all|both|${THING}))${WHEN}`,
  `(?:(?:i|we)(?:'m|'re|'ve| have| am| are)? )?(?:(?:all|just|now|safely|back|got|made it|arrived) ){0,3}home(?: (?:safe|safely|fine|ok|okay|and dry|sound|and))*|(?:picked|collected) (?:it|them|${THING}) up`,
  `received(?: and (?:noted|with thanks)| with (?:many )?thanks)?${WHEN}|(?:parcel|package|order|delivery|refund|payment|money|file|files|goods|everything|all|both) (?:received|arrived|came|here|in)${WHEN}|(?:all |just )?arrived${WHEN}`,
];

/** Where they leave off, and what they wish whoever reads it. */
export const wishes: readonly string[] = [
  '(?:(?:i |we )?(?:hope|wish) (?:you|everyone|you all)(?: all)? (?:have )?|have |enjoy |wishing (?:you|everyone) )(?:(?:an?|the|your|very|really|great|good|nice|lovely|wonderful|fantastic|fab|fabulous|safe|happy|blessed|relaxing|peaceful|beautiful|amazing|brilliant|restful|long|rest of|of|all the) ){1,6}(?:days?|evening|weekend|week|night|afternoon|morning|one|time|holidays?|trip|journey|rest|christmas|xmas|easter|new year|summer|break|bank holiday|sunday|monday|tuesday|wednesday|thursday|friday|saturday|best)(?: (?:too|all|everyone|ahead|yourself|as well|off|and (?:a )?(?:happy )?new year|there))*',
  '(?:happy|merry|good|lovely|nice) (?:weekend|christmas|xmas|easter|holidays?|new year|day|night|morning|afternoon|evening|luck|friday|sunday|monday|saturday|thanksgiving|hanukkah|diwali|eid)(?: (?:to you(?: all)?|all|everyone|then))?|good ?night|good ?bye|bye(?:[ -]?bye)*|cya|see ya|laters?|ciao|take care(?: of yourself)?|stay (?:safe|well|warm|healthy)|keep (?:well|safe|warm)|be well|(?:talk|speak|chat|see you|see u)(?: (?:to you))?(?: (?:soon|later|again|then|there|around|next time|tomorrow|on|this|next|monday|tuesday|wednesday|thursday|friday|saturday|sunday|sat|sun|week|weekend|in the shop))*|until (?:then|next time)|safe (?:travels|journey|trip)|get well soon|congratulations|congrats',
  '(?:all )?(?:the )?(?:(?:very|kind(?:est)?|best|warm(?:est)?|many|with|my|our|good) ){0,3}(?:regards|wishes|greetings|best)(?: from [a-z]+)?|all the (?:very )?best|yours(?: (?:truly|sincerely|faithfully))?|sincerely|love|hugs|kisses|xo+(?:xo*)*|x{1,6}|:-?[dp]|xd|<3+',
  `(?:hi+|hello+|hey+|hiya|heya|dear|good (?:morning|afternoon|evening|day)|morning|evening|afternoon|greetings|howdy)(?: ${ADDRESSED})?`,
];

/** Between them. */
export const between: readonly string[] = [
  `o+h+|a+h+|a+w+|w+o+w+|ya+y+|woo+(?: ?hoo+)?|yippee|phew|ha(?:ha)+h?|he(?:he)+|lol|lmao|omg|hm+|mm+|well|so|and|also|too|then|again|indeed|as (?:always|ever|usual)|${ADDRESSED}`,
];

/** Behind these a name may stand. */
export const NAMED_BEHIND =
  /(?:thanks|thank ?(?:you|u)|thx|ty|ta|cheers|much|again|a lot|hi|hello|hey|dear|morning|afternoon|evening|best|regards|wishes|yours|sincerely|love|bye|great|perfect|lovely|brilliant|ok|okay|x+)$/iu;
/** No name of anybody, with a capital or without. */
export const NO_NAME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thurs?|fri|sat|sun|tomorrow|today|tonight|now|later|soon|noon|morning|afternoon|evening|january|february|march|april|may|june|july|august|september|october|november|december|red|blue|green|black|white|yellow|pink|purple|orange|brown|gr[ae]y|beige|cream|gold|golden|silver|navy|turquoise|violet|teal|natural|clear|dark|light|large|medium|small|xl|xxl|regular|standard|mini|maxi|first|second|third|last|left|right|one|two|three|four|five|six|seven|eight|nine|ten|dozen|pair|gift|gifts?-?wrap(?:ped)?|wrapped|unwrapped|paid|cash|card|paypal|transfer|invoice|pickup|pick-?up|collect(?:ion|ed|ing)?|deliver(?:y|ed)?|post|courier|express|neighbou?r|reception|office|home|work|door|porch|none|either|neither|any|anything|same|different|other|another|please|pls|wrong|broken|damaged|cracked|missing|late|urgent|asap|wait|stop|cancel(?:led)?|refund(?:ed)?|return|exchange|order|call|ring|done|sent|finished|oak|pine|walnut|wood|cotton|wool|silk|linen|leather|glass|steel|matt?e?|gloss|vegan|vegetarian|decaf|chocolate|vanilla|lemon|mint)$/iu;
