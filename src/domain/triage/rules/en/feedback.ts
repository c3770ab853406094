import { praisesPast } from '../past.ts';
import { en } from '../pattern.ts';
import type { Rule } from '../rule.ts';

/** Praise denied ("not great", "wouldn't recommend") is none; a question, a plan or a figure of speech ("couldn't be happier") denies nothing. */
const DENIED_PRAISE = {
  says: en`
    (?:not|never|nothing|hardly|\w+n't|dont|didnt|wasnt|isnt|wouldnt)(?: (?:a|an|the|it|this|was|is|be|been|i|i'm|we|very|that|really|so|too|at all|as|all|exactly|entirely|particularly|overly|say|find|call|much)){0,4} (?:great|good|happy|satisfied|pleased|impress(?:ed|ive)|amazing|delicious|tasty|nice|lovely|helpful|friendly|recommend(?:ed|ing)?|beautiful|fresh|worth|perfect|brilliant|excellent|enjoy(?:ed|able)?|love[d]? (?:it|this|the)|fun|professional|useful|thrilled|delighted|special|wonderful|awesome|pretty)\b
  `,
  unless:
    /\?|can(?:'t|not) (?:\w+ )?recommend[^.!?]{0,20}(?:enough|more|highly)|could(?:n't| not) (?:be|have)|not (?:only|just)\b|(?:good|great|nice) (?:time|day|idea|for me|with|at|if)|if (?:it|i|they|you)[^,.]{0,12}(?:n't|not)/,
};

/** Praise, suggestions, criticism. */
export const feedback: readonly Rule[] = [
  { to: 'feedback/praise', weight: -4, ...DENIED_PRAISE },
  { to: 'feedback/criticism', weight: 4, ...DENIED_PRAISE },
  {
    to: 'feedback/criticism',
    weight: 4,
    says: en`could(?: have|'ve)? be(?:en)? (?:a lot |much |so much )?better(?! if| with)`,
  },
  {
    to: 'ticket/complaint',
    weight: 3,
    says: en`(?:not|never|n't|hardly|less than|far from)(?: (?:at all|very|that|really|too|so|entirely|particularly|exactly|best|overly)){0,2} (?:happy|satisfied|pleased|content)\b`,
    unless: /\?|could(?:n't| not) be|if (?:i'?m|we'?re|you'?re|i am) not|not only|happy to\b/,
  },
  {
    to: 'feedback/praise',
    weight: 3,
    says: en`
      (?:love|loved|loves|loving|adore|adored|amazing|amazed|awesome|fantastic|brilliant|wonderful|excellent|superb|perfect(?:ly|ion)?|gorgeous|delicious|tasty|beautiful(?:ly)?|stunning|incredible|outstanding|exceptional|exceeded|delighted|thrilled|impressed|over the moon|lifesaver|life saver|genius|legend|magic(?:al)?|superstar|hero|spot on|top notch|first class|best|flawless|fabulous|marvellous|phenomenal|impeccable|lovely|a joy|a delight|so pleased|so happy|really happy|very happy|chuffed|bravo|hats off|props|kudos|10\/10)\b
      (?:five|5)[- ]?stars?|highly recommend|(?:would|will|can'?t) recommend|recommended you to|(?:told|telling) (?:all )?(?:my|everyone)|keep (?:it up|up the)|well done|deserves? (?:a|every)|great (?:job|work|service|experience|course|class|stuff|app|product|coffee|lesson|teacher|food|communication|team)|patience of a saint|made my (?:day|week|year)|the best (?:part|hour|thing|\w+) (?:of|i)|worth every|exactly what (?:i|we)|better than (?:i|we|the|expected|any)|couldn'?t be happier|can'?t thank you|blown away|so grateful|game[- ]changer|above and beyond|in tears
    `,
    unless:
      /\b(?:i'?d|would|we'?d|i would) love (?:to|fifteen|15|a)\b|\bbest (?:price|deal|regards|wishes|way|time|suit)|\bhow much|\bbut\b|\bquote\b|\bcollab|\bour team\b|would suit me best|win rate|\bfree\b|\bshipping agent|perfect your|\bbroken\b|\bperfect(?:,| time)|before/,
  },
  {
    to: 'feedback/praise',
    weight: 2,
    says: en`
      thank(?:s| you)[^.!?]{0,20}\b(?:patience|help|care|everything|effort|lovely|work|kindness|for (?:the|your|being|making|such|fixing))|(?:happy|pleased) with\b|i passed\b|passed (?:my|the|her|his)|good cry\b|(?:my|our|the) (?:mum|mom|wife|husband|kids?|daughter|son|boss|client|team|clients|customers|dog|cat|guests|baby|grandmother|gran|dad|boyfriend|girlfriend|partner|family) (?:\w+ )?(?:love|loves|loved|cried|adores?|thrilled|delighted|smil|couldn'?t|won'?t stop|keeps asking)|went down (?:very )?well|(?:nicest|kindest|finest|friendliest|sweetest|loveliest|happiest|tastiest|comfiest|funniest|smoothest|easiest|cleanest)\b|(?:people|everyone|friends|guests|strangers) (?:\w+ )?ask(?:ing|ed)?\b|still going strong|saved our|raising a glass|turned up on time|more of this please|whoever (?:did|made)|so (?:good|helpful|kind|patient|easy|smooth|quick|friendly|clear|calm|soft|fresh)\b|really (?:good|helpful|kind|enjoyed|helped|nice|useful|clear)|enjoyed|friendly|helpful|my colleagues|proud\b|compliment|(?:works?|fits?|looks?|tastes?|sounds?|feels?) (?:great|like a|perfect|beautiful|lovely|amazing|good|better|like new)|like new\b|learn(?:ed|t) (?:more|so much)|finally (?:understand|get|works)|saved (?:me|us|my|our)|favou?rite|worth (?:it|the)|made (?:me|us) (?:smile|laugh)|did a (?:great|good|fantastic)|smooth|[❤😍🥰👏🤩💯🎉]
    `,
    unless: /\bbut\b|\?|worth it\?|save you|broken|not |n't work/,
  },
  {
    to: 'feedback/praise',
    weight: 2.5,
    says: praisesPast,
    unless:
      /\bbut\b|\?|\b(?:not|no|never|nobody|however|until|except|supposed|should|would|if|when|before|only|broke\w*|wrong|missing|late|refund|cancel\w*|order\w*)\b|n't\b/,
  },
  {
    to: 'feedback/suggestion',
    weight: 3.5,
    says: en`
      suggest(?:ion|ions|ing)?\b|feature (?:request|idea)|(?:it )?(?:would|could|might|'d|wd) be (?:\w+ )?(?:cool|nice|great|good|handy|useful|helpful|lovely|better|neat|easier|amazing|awesome|wonderful|worth|a nice|clearer)\b|wish (?:there|you|it|the|i could)\b|(?:an?|one|small|little|crazy|random|quick|just an) idea\b|idea[:,]|idea for|how about\b|what about (?:adding|a|an|making)|you (?:should|could|might|ought to|guys should) (?:\w+ )?(?:put|add|make|consider|offer|open|sell|try|do|have|include|think|charge|use|move|let|start|get|bring|show|label|provide|post|extend)\b|please (?:consider|add|make|bring back|include|put|offer)\b|consider (?:adding|making|offering|a|an)|\+1 (?:for|on|to)|vote for|might i propose|next time (?:do|the|you|maybe|could|please|it|perhaps)|(?:would|'d) (?:love|like|prefer) (?:to see|it if|if|an option|a way|more)\b|maybe (?:add|put|make|a|you could|next|use|try|offer|start)|perhaps (?:add|you could|a|next)|maybe\.?$|somed?ay\b|a (?:small|little|modest|tiny) (?:thought|idea|request|wish|tip)|make it (?:even )?better|let us (?:pin|choose|pick|filter|sort|set|save|export)|charge too little|put (?:the|your) prices up|have you (?:thought|considered)|any (?:plans?|chance) (?:to|for|of) (?:add|support|a|an|adding)|room for improvement|could use (?:a|an|some|more)|an option (?:to|for)|if (?:only )?(?:you|there|it|we) (?:could|had|added|were|was)|needs? (?:a|an|more) (?:dark mode|button|option|sign|menu|filter|index|search)|dark mode|hope you (?:add|bring|consider)|food for thought|my (?:two|2) cents|wishlist|roadmap|why not (?:sell|offer|add|make|have|let|do)|would save (?:me|us|people|everyone)|(?:bigger|larger|smaller|clearer|longer|shorter|more|fewer|less) [^.!?]{0,40}please\b|can the [^?]{0,30}(?:earlier|later|bigger|smaller|louder|quieter|longer|shorter)
    `,
    unless:
      /\brefund\b|\bquote\b|idea what (?:this|it)|no idea|rough idea|how much|any idea (?:when|where|why)|my ranking|would be (?:great|good|nice) (?:to have|to get|to know)[^.]{0,20}(?:price|cost|quote)|error|broken/,
  },
  {
    to: 'feedback/criticism',
    weight: 3,
    says: en`
      not (?:a (?:big |huge )?fan|my (?:thing|cup|favou?rite|style)|that (?:great|good)|for me|as good|the best|great|impressed|sure (?:about|i like)|convinced|bad\b|terrible)|(?:it|was|is|just|were|pretty|only|bit) (?:ok\b|okay\b|alright|fine\b|meh|average|so-so|decent)|meh\b|expected (?:more|a bit)|(?:the )?hype\b|overrated|over-?hyped|underwhelm|mediocre|average\b|(?:two|three|four|2|3|4)(?: out of five)? stars?|[3-7]\/10|honest (?:take|feedback|opinion|review)|honestly\b|too (?:many|long|fast|slow|salty|sweet|loud|small|much|spicy|crowded|short|dark|bright|busy|complicated|cold|hot|basic|dry|heavy|quiet|rushed|wordy|chatty|bitter|strong|weak)|could(?:'ve| have) been better|could be better|(?:a bit|a little|slightly|rather|somewhat|quite|kinda|kind of) (?:\w+ )?(?:dry|bland|slow|long|loud|cramped|boring|pricey|salty|sweet|rushed|cluttered|dated|dull|repetitive|confusing|clunky|much|disorgani[sz]ed|cold|stiff|generic|small|dark|noisy|thin|heavy|old|flat|fussy|weak|bitter|awkward)|prefer(?:red)? the old|liked? the old|the old (?:one|version|design|site) was|not worth|tbh\b|boring\b|bland\b|clunky|dated\b|confusing|could do without|won'?t be (?:back|coming back|returning|renewing)|don'?t (?:really )?(?:like|love|see the point)|didn'?t (?:really )?(?:like|love|enjoy|click|do it)|nothing special|dragged\b|slow service|looks? cheap|out of my way|compared (?:with|to) the old|decent\b|left me cold|fell (?:flat|short)|lost (?:its|the) (?:charm|soul)|less (?:than|good)|wasn'?t (?:great|amazing|for me|worth)
    `,
    unless:
      /\brefund|\?|too much .{0,10}(?:charged|tax)|emails? in a week|broke|\bcharged|\b(?:too|so) many emails|replace|fix|page one|too (?:small|big|narrow|tight).{0,30}(?:return|exchange|swap)/,
  },
  {
    to: 'feedback',
    weight: 2.5,
    says: en`no (?:reply|response|answer|action) (?:is )?(?:needed|necessary|required|expected)|no need to (?:reply|respond|answer)|nothing (?:to do|you need|needed|is needed|for you)|just (?:a note|wanted to (?:say|tell|let)|saying|sharing|my (?:two|2) cents|feedback|thought you)|for what it'?s worth|fwiw\b|not blocking|i say this as|as a (?:long-?time|loyal|regular) (?:subscriber|customer|user|client|reader)|feedback\b|survey|(?:my|a|quick) review`,
    unless: /goes out to everyone|automat|no rush|your feedback|take our survey|\bquote\b/,
  },
];
