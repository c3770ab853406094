import { withoutElsewhere } from './elsewhere.ts';
import { blanked } from './index.ts';
import { withoutLess } from './sums.ts';

export const PERSON =
  '(?:i|he|she|we|who|someone|somebody|people|person|man|woman|lady|guy|son|daughter|child|children|kids?|baby|toddler|boy|girl|wife|husband|partner|mother|mum|mom|father|dad|gran|granny|grandma|grandmother|grandpa|grandad|grandfather|nan|aunt|uncle|sister|brother|niece|nephew|friend|guests?|customers?|clients?|visitors?|worker|colleague|employee|staff|neighbou?r|student|pupil|teacher|waiter|waitress|tenant|patient|dog|puppy|cat|kitten|horse|pet)';
/** Whoever falls from it is somebody. */
const PLACE =
  '(?:stairs?|staircase|steps?|ladder|chair|stool|bike|bicycle|scooter|horse|bed|swing|slide|roof|stage|scaffold\\w*|balcony|bench|sofa|table|bunk|treadmill|trampoline|cot|high ?chair|hammock|platform|pier|kerb|curb)';
const FALLS = /\b(?:fell|fallen|falls|falling) (?:off|down|out|over|from|through|apart)\b/gu;
const SOMEBODY = new RegExp(`\\b${PERSON}\\b|\\b(?:off|down|from|out of|through|over) (?:\\w+ ){0,2}${PLACE}\\b`, 'u');

/** Petals, leaves and lids that fall. */
const withoutThingsFalling = (text: string): string =>
  text.replace(FALLS, (said, at: number) => {
    const clause = `${/[^.!?,;\n]{0,60}$/u.exec(text.slice(0, at))![0]}${said}${/^[^.!?\n]{0,60}/u.exec(text.slice(at + said.length))![0]}`;
    return SOMEBODY.test(clause.replace(/\bi (?:think|guess|noticed|saw|see|can)\b/gu, ' '))
      ? said
      : '\u0001'.repeat(said.length);
  });

const LAWYER = '(?:lawyers?|solicitors?|attorneys?|barristers?)';
const WITH_LAWYER = new RegExp(
  `(?<!\\b(?:(?:can|could|would|will) you|please|pls)\\b[^.!?,\\n]{0,40})\\b(?:hear(?:ing)? from|(?:letter|mail|call|word|post) from|heard from|contact\\w*|consult\\w*|(?:speak|talk)\\w* (?:to|with)|spoken (?:to|with)|spoke (?:to|with)|(?:go|going|went|turn\\w*|tak\\w+ (?:this|it|you|the matter)|(?:hand|pass|forward|giv|send)\\w*(?: (?:this|it|everything|the (?:matter|case|file|mails?)))?(?: over| on)?) to|see|seeing|hir(?:e|ed|ing)|get(?:ting)?|instruct\\w*|involv\\w+|us(?:e|ing)|through|via|with|call(?:ing)?|find(?:ing)?|bring\\w* in|engag\\w+|appoint\\w*|have|need) (?:(?:an?|my|our|the|his|her) )?(?:\\w+ )?${LAWYER}\\b(?! (?:friends?|colleagues?|clients?|customers?|buddy|mates?|brother|sister|who)\\b)|\\b${LAWYER}(?:'s?)? (?:letter|notice|will|going|is (?:going|already|now|on|writing|looking|involved|handling|taking)|are (?:going|already|now|on|involved)|says (?:i|we|you|this|that)|advis\\w+|knows|writes?|gets?|against)\\b|\\b${LAWYER}'ll\\b|\\b(?:my|our) ${LAWYER} (?:has|have) (?:been|your|already|written|sent)\\b|^\\W*(?:next[^.!?]{0,12})?${LAWYER}[!.]*$`,
  'u',
);
const AGAINST =
  /\b(?:refund|money back|unless|or else|otherwise|legal|su(?:e|ed|ing)|court|claims?|compensat\w*|fraud|scam\w*|police|lied|cheat\w*|ruin\w*|demand|final|answer|reply|respond|ignored?|wrong|broken|never|pay (?:me|us|up|for))\b|退|赔|否则|不然|再不|起诉|告你|法院|维权|投诉|骗|不处理|不解决|不回/u;
const LAWYER_ZH =
  /(?:找|请(?!问)|叫|让|联系|委托|咨询|通过|问过?|跟|和|交给|走|见)(?:了|过|我|我们|个|一个|下|一下|的){0,3}律师(?!朋友|同学|同事|邻居|客户|楼|所)|律师(?:函|信|会|来|已经|说|将|要|处理|跟你|联系你|找你)|律师见|^律师[!。]*$/u;

/** A lawyer who recommends, loves or is sent something; whoever threatens with one goes to them, or lets them write. */
function withoutAdvisers(text: string): string {
  const threatens = WITH_LAWYER.test(text) || LAWYER_ZH.test(text) || AGAINST.test(text);
  return threatens
    ? text
    : text.replace(new RegExp(`\\b${LAWYER}\\b|律师`, 'gu'), (said) => '\u0001'.repeat(said.length));
}

/** Praise that has been told to others. */
const TOLD_OTHERS =
  /\b(?:left|wrote|written|posted|gave|given|shared|told|put|uploaded|added|recommend(?:ed)?|telling|review is|reviews? (?:are )?up|already reviewed)\b[^.!?\n]{0,40}\b(?:reviews?|ratings?|feedback|online|google|everyone|everybody|instagram|insta|facebook|twitter|tiktok|yelp|trustpilot|tripadvisor|social media|friends?|story|up|live)\b|\b(?:my|a|the|your|our) (?:\w+ )?(?:google |online )?reviews? (?:is|are|has|have|went|was)\b[^.!?\n]{0,20}|(?:发|晒|写|挂|传|推荐|安利)[^,。!?\n]{0,6}(?:朋友圈|小红书|大众点评|点评|抖音|微博|网上|群里|评价|好评)[^,。!?\n]{0,4}(?:了|过|啦|上)?/gu;
const BLAMES =
  /\b(?:bad|negative|terrible|awful|horrible|scathing|nasty|one star|1 star|honest|truth|warn\w*|avoid|disappoint\w*|scam\w*|not|never|nobody|refund|still|rude|worst|poor|angry|broken|wrong|late|lied|unless|if|until|dirty|cold|how you (?:treat|do)|what (?:kind|happened)|will|going to)\b|n't\b|'ll\b|差(?!不多|点)|骗|坑|垃圾|曝光|黑|投诉|烂|假|小心|避雷|大家看看|让大家|别人看看|怎么做生意|[不没](?!错|得了|少|用)|要|会|准备|去|就/u;
const withoutPraiseTold = (text: string): string => (BLAMES.test(text) ? text : blanked(text, [TOLD_OTHERS]));

const ASKED_OF =
  /(?:防|抗|耐|不?怕|防止|避免)(?:摔|烫|割|扎|漏电?|火|水|裂|压|爆|晒|滑|砸)|(?:会不会|会|容易|能)(?:不会)?(?:摔|烫|割|扎)(?:到|伤|坏|碎|下来)?[^,。!?\n]{0,3}[吗么?]|摔不(?:烂|坏|碎)|\b(?:what (?:if|happens (?:if|when))|in case) [^.!?\n]{0,60}|\b(?:i|we) (?:was|were) (?:\w+ )?(?:rude|late|unfair|angry|impatient|harsh|mean)\b|\bcomplain\w* too (?:early|soon|fast)|(?:投诉|催|骂)(?:得)?太?早了|\b(?:startled|scared|noise|loud|tipped|knocked|fell|dropped)\b[^.!?\n]{0,24}\b(?:my|our|the) (?:cat|dog) (?:ran|run) away\b/gu;

/** Blanks what sounds like harm, wrong money or a threat, and by what stands beside it is none. */
export const withoutHarmless = (text: string): string =>
  withoutPraiseTold(withoutAdvisers(withoutThingsFalling(withoutLess(withoutElsewhere(blanked(text, [ASKED_OF]))))));
