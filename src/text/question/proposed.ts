/*
 * What we propose without asking: a price or a time that is told, what we can or would do, what we do unless they object. Whoever says yes to
 * it waits for us to do it. What we only tell them of (it left today, you can collect it tomorrow, it was £20) proposes nothing.
 */

import { headWords } from '../cut.ts';
import { findMoney } from '../money/find_money.ts';
import { plainly, plainPattern } from '../plainly.ts';
import { sentencesOf } from './asked.ts';

/** Nothing is promised by what stands behind them: glad we could help, I hope we can, as soon as I can. */
const SELF =
  '(?<!\\b(?:if|whether|that|as|when|once|until|till|before|after|because|since|what|how|where|why|who|which|hope|wish|glad|happy|pleased|delighted|sure|soon|than|all|everything|anything|nothing|something|check|see|ask|unless|while|like|sorry|afraid|wherever|whenever|however) )(?<!\\w[,;]? so )\\b(?:i|we)';
const SLIGHTLY =
  '(?:also|still|just|then|certainly|definitely|easily|gladly|happily|probably|perhaps|maybe|always|only|even|of course|in theory)';
const ALSO = `(?: ${SLIGHTLY})*`;
/** Said to be kind, or of oneself: I can see that, we could not be happier, I would think so. */
const NO_DEED =
  `(?!${SLIGHTLY}\\b)` +
  "(?!(?:not|never|no|hardly|barely|have(?! (?:it|them|one|two|this|yours?|the)\\b)|see|imagine|understand|assure|tell|hear|think|apologi[sz]e|believe|promise|guess|read|feel|relate|remember|confirm|find|wait|say|appreciate|stop|track|reach|trace|hope|need|know|want|love|had|better|been|already|sent|made|done|got|gone|given|told|taken|[a-z]+ed)\\b|be (?!ready|able|with you|there|done|at yours|glad to|happy to|willing)|help\\W*(?:$|with (?:that|this|it)|you\\W*$)|do (?:nothing|no more)|like (?!to (?:offer|give|send|bring|replace|swap|make))|n't|')[a-z]";
const DAY =
  "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight|(?:next|this) (?:week|month|weekend)|weekend|\\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm)|\\d{1,2}(?:st|nd|rd|th)|noon|morning|afternoon|evening|o'clock|january|february|march|april|june|july|august|september|october|november|december|at \\d)";

const ENGLISH: readonly string[] = [
  // I can do it; we could bring it; I would send blue; it can be sent
  `${SELF} (?:can|could)${ALSO} ${NO_DEED}`,
  `${SELF}(?: would|'d)${ALSO} ${NO_DEED}`,
  '\\b(?:can|could) (?:also |still |just |easily )*be (?:sent|shipped|delivered|posted|brought|done|made|finished|ready|engraved|printed|wrapped|repaired|changed|swapped|exchanged|reserved|booked|moved|with you)\\b',
  '\\blet me (?!know|check|see|think|look|ask|tell|be|say|get back|find|help|have)[a-z]|^\\W*(?:perhaps|maybe) (?:i|we|you)\\b',
  '^\\W*(?:can|could|would)(?: also| still| happily)* (?:do|send|bring|make|post|ship|deliver|swap|offer|hold|keep) ',
  // unless you object; if you like; then I'll send blue
  "\\b(?:i|we|it|they|that|this)(?:'ll| will|'m| am|'re| are|'s| is|'d| would| can| could| go| goes| leaves?| ships?)\\b[^.!?\\n]{0,80}\\bunless (?:you(?!'ve| have| had)|i|we)\\b",
  "^(?!.*\\b(?:(?:you|customers) (?:can|may|could|might)|call|ring|write|ask|contact|come|drop|visit|pop|see|help|tell|follow|share|rate|review)\\b).*\\bif you(?:'re| are)?(?:'d| would)?(?: rather)? (?:(?:like|want|wish|prefer|fancy|agree|happy|ok|okay|fine|interested|don't mind|do not mind)(?=\\W*(?:$|[,;.!–-]|(?:i|we|me|us|one|two|both|that|it|them|some|to (?:take|book|reserve|order|have|go|try|swap|change|keep))\\b)(?! (?:it|that) (?:is|was))))",
  "\\bif (?:that|it|this)(?:'s| is| was| would be) (?:ok|okay|fine|alright|all right|good|convenient|acceptable)\\b",
  `^\\W{0,3}(?:(?:ok|okay|right|well|fine),? )?(?:then|in that case|so|otherwise|instead),? (?:i|we)(?:'ll| will)${ALSO} (?!see|be |wait|let |speak|talk|look|know|get back|come back|check|have to|hope|think|need)[a-z]`,
  "\\b(?:i|we)(?:'ll| will) (?!see|be |talk|speak|let |look|call|know|meet|have|wait)[a-z]+ [^.!?\\n]{0,40}\\bthen\\W*$",
  // I was thinking Friday; I offer you two; our best offer is
  "\\b(?:i|we)(?:'m| am|'re| are| was| were|'d| would)?(?: just| still)? (?:(?<=was |were )going to\\b|thinking (?!of you)|thought (?:of |about |\\w+day\\b|[^.!?\\n]{0,30}\\b(?:would|could|might)\\b|(?:i|we)'d )|plan(?:ning)? (?:to|on)\\b|propos(?:e|ing)\\b|offer(?:ing)? (?:you|it|them|both|the|this|that|to)\\b)|\\b(?:my|our|the|this|an?) (?:\\w+ )?offer\\b[^.!?\\n]{0,20}(?:\\bis\\b|\\bwould be\\b|:|\\bstands\\b)",
  // the earliest is Friday; Friday at 3 is free; we have a slot on Monday
  `\\b(?:earliest|soonest|quickest|(?:next|first) (?:free|available|possible|open|slot|date|appointment))\\b[^.!?\\n]{0,50}${DAY}`,
  `${DAY} at the (?:earliest|latest)\\b|${DAY}[^.!?\\n]{0,30} (?:is|are)(?: still| also)? (?:free|possible|available)\\b|${DAY}[^.!?\\n]{0,30} (?:would|could|might)(?: also)? (?:work|suit|do|be (?:fine|possible|good|ok|okay|better|best))\\b`,
  `\\b(?:i|we)(?:'ve| have)(?: got)?(?: still| also)* (?:an? |one |two |some )?(?:(?!no\\b)\\w+ )?(?:slots?|openings?|appointments?|space|gaps?|table|room|place|availability)\\b(?! (?:booked|reserved|for you))[^.!?\\n]{0,40}${DAY}|\\b(?:i'm|i am|we're|we are)(?: still| also)? free (?:on|at|from|tomorrow|today|next|this)\\b`,
  // we have blue instead; 20% off
  "\\b(?:i|we)(?:'ve| have)(?: got)?\\b[^.!?\\n]{0,40}\\binstead\\b|\\d ?% (?:off|discount)\\b",
];
/** What we do for them. */
const DEED =
  '(?:送|发(?!现)|寄|留|换|做|改|补|加|便宜|优惠|减|少|打(?:[一二三四五六七八九\\d]|个|点)?折|打包|包(?![括裹含])|安排|预留|配|刻|印|装|修|调(?!查)|免|退|订|约|定|上门|拍|开|垫|赠|搭|带|算|绣|写|画)';
const DAY_ZH =
  '(?:(?:周|星期|礼拜)[一二三四五六日天末]|[今明后](?:天|晚|早|日)|(?:这|下|本)(?:个)?[周月]|\\d{1,2}[号日点月]|[一二三四五六七八九十]{1,3}[号点]|[上下]午|晚上|早上|中午|傍晚|月底|年[前后]|节[前后])';
const CHINESE: readonly string[] = [
  // 周五可以送；我能给您留一个；可以给您便宜点
  `(?:我|咱|这边|店里|本店|[给帮为][您你]|${DAY_ZH}|\\d[个件只份盒套]?)[^,。;\\s]{0,6}?(?<![您你不])(?:可以|能)(?!是|见|看到|不)[^,。]{0,8}?${DEED}(?![^,。]{0,6}了[。!~\\s]*$)`,
  `(?<![您你不])(?:可以|能)(?:先|再|也)?(?:[给帮为][您你]|便宜|优惠|免费|免运|包邮|少|打[^,。]{0,3}折)(?![^,。]{0,8}了[。!~\\s]*$)[^,。]`,
  `(?:也|还)(?:可以|能)[^,。]{0,4}${DEED}(?!的?[。!~\\s]*$)|(?<![您你不])(?:可以|能)(?:先[^,。]{0,3}${DEED}|[换改](?:成|个|一)|分开)(?![^,。]{0,8}了[。!~\\s]*$)|我们?来(?:出|付|送|做|安排|寄|拿)[^,。]{0,4}吧`,
  `(?:[给帮][您你])(?:再|算)?(?:便宜|优惠|打[^,。]{0,3}折|少|抹零|免运费|免邮|包邮)(?![^,。]{0,8}[了过])`,
  `${DAY_ZH}[^,。]{0,6}${DEED}[^,。]{0,4}(?:可以|也行)的?[。!~\\s]*$`,
  // 两个的话20元；没问题我就发；除非您不要
  `的话,?\\s?[^。!?]{0,16}?(?:\\d|[一二两三四五六七八九十百][块元]|(?:我(?!们?(?:都|一直)?在)|可以|能|[给帮][您你]|就)[^,。]{0,8}${DEED})`,
  `(?:没问题|没意见|同意|不介意|不反对|愿意|喜欢|需要)我?们?就[^,。]{0,8}${DEED}|除非[您你]|(?:如果|要是|若)[您你][^,。]{0,6}(?:要|喜欢|愿意|同意|方便|想)[^,。]{0,4},?我们?(?:就|再|可以|给|来|${DAY_ZH})`,
  // 那我周一发货；我帮您留一个；我发蓝色的吧
  `(?:^|[,。;\\s])那(?!就(?:这样|这么|好))(?:么|就)?(?:我|[给帮][您你]|咱|按|先|${DAY_ZH})[^,。已不没]{0,10}${DEED}`,
  `^(?!\\W*(?:好|没问题|收到|行|嗯|可以|ok)).*帮[您你](?:先|再|也)?(?:留|预留|订|约|安排|换|改|包|刻|发|寄|送|加|拼|备|打包|下单|登记|报名|保留|锁)(?![^,。]{0,8}(?:了|着|过|好[。!~\\s]*$))`,
  `(?:我|[给帮][您你]|${DAY_ZH})[^,。不没了]{0,8}${DEED}[^,。不没了]{0,8}(?<!放心|稍等)吧[。!~\\s]*$`,
  `我们?(?:就|是)?(?:打算|准备|计划|想)[^,。]{0,8}${DEED}(?!了)`,
  // 最早周五；周五下午有空位
  `最[早快][^,。]{0,10}${DAY_ZH}(?![^,。]{0,4}到)|${DAY_ZH}[^,。没]{0,8}有(?:空|位|时间|档期|名额)|(?<!没)有(?:空|位|档期|名额)[^,。]{0,4}${DAY_ZH}`,
];
const PROPOSES = [
  new RegExp(ENGLISH.join('|'), 'iu'),
  ...CHINESE.map((source) => plainPattern(new RegExp(source, 'iu'))),
];

/** A price without a currency: it costs 20; the blue one is 12; that makes 30 in all. */
const PRICE =
  /\b(?:costs?|comes? to|amounts? to|makes)(?: (?:just|only|about|around|roughly|you))* \d|\b(?:price|total|cost|fee|charge|rate|postage|shipping|delivery|quote|deposit|offer)\b[^.!?\n]{0,40}?(?: is| are|'s| be|:) (?:just |only |about |around )?\d|\b(?:it|that|this|they|both|each|ones?|all)(?: is|'s| are|'re| would be|'d be| will be|'ll be) (?:just |only |about |around )?\d+(?:[.,]\d\d)?(?: (?:for|each|all in|in all|altogether|together|in total|including|incl|plus|with|apiece|a piece)\b|\W*$)|^\W*(?:just |only )?\d+(?:[.,]\d\d)? (?:for (?:both|two|all|the|one|three|you)|each|all in|altogether|in total|apiece)\b/iu;
const PRICE_ZH = plainPattern(
  /(?<!\p{Script=Han})[一二两三四五六七八九十\d][个只件份盒套张条瓶斤双包](?:就|是|算|要|收)?\d+(?=[,。;!~\s]|$)|(?:(?:算|收|给)[您你]|[给帮][您你](?:算|做))\s?\d+(?!\d|\s?[个只件份盒套张%])|(?:价格?|单价|一共|总共|合计|最低|最多|运费|邮费|定金)(?:是|为|:|要|得)?\s?(?:\d|[一二两三四五六七八九]?[十百千])(?![^,。]{0,2}[个只件份盒套张单])/u,
);
/** An amount that nobody is asked for: it was paid, given back, billed. */
const SETTLED =
  /\b(?:was|were|paid|refund\w*|received|sent|transferred|credited|(?<!'ve |have )got|arrived|came|invoices?|receipts?|vouchers?|owed?|saved|thank\w*|already|settled|donated|due|overdue|reminder|attached|spent|sold|won|raised|lost|charged|is on its way)\b|\b(?:over|above) [£$€]|n't\b(?![^\n]*\bbut\b)/iu;
const SETTLED_ZH = plainPattern(
  /已|刚|谢|满\d|收到|到账|退(?:款|还)?(?:给)?[您你]|返(?:给|还)?[您你]|发票|账单|收据|红包|(?:付|转|退|补|打|收|给|扣|花|便宜|减|优惠|免)(?:好|完|过)?(?:给)?(?:[您你])?[^,。]{0,6}[了过]|了[。!~\s]*$/u,
);
/** Whatever was proposed before, this is what became of it. */
const UNDER_WAY = plainPattern(
  /\b(?:(?:has|have|is|are|was|were|'s|'ve|all|just|already|now)(?: (?:just|now|already|been|all|today))* (?:left|shipped|sent|dispatched|posted|delivered|on (?:its|their|the) way|out for delivery|booked|reserved|ready (?:for|to))|(?:it|they|parcel|package|order) (?:left|shipped|went out)|on (?:its|their) way)\b|已(?:经)?(?:[给帮为][您你])?(?:发|寄|送|出|安排|下单|订|约|留|换|退)|(?:发货|寄出|发出|送出|发走|寄走)(?:去)?了|在路上/iu,
);

const tellsPrice = (sentence: string): boolean =>
  !SETTLED.test(sentence) &&
  !SETTLED_ZH.test(sentence) &&
  (PRICE.test(sentence) || PRICE_ZH.test(sentence) || findMoney(sentence, 'GBP').length > 0);

/** Whether a sentence of ours proposes something to which somebody may say yes. */
const proposes = (sentence: string): boolean => PROPOSES.some((sign) => sign.test(sentence)) || tellsPrice(sentence);

/** What we write, at most. */
const LONGEST = 2_000;

/** Whether words of ours, the last first, propose something, and do not go on to say that it is under way. */
export function proposesSomething(ours: readonly string[]): boolean {
  const said = ours.toReversed().flatMap((words) => sentencesOf(plainly(headWords(words, LONGEST))));
  const last = said.findLast((sentence) => proposes(sentence) || UNDER_WAY.test(sentence));
  return last !== undefined && proposes(last);
}
