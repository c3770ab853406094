import { blankedUnlessOthersDid, withoutDeniedFaults } from './denied_faults.ts';
import { blanked } from './index.ts';
import { global } from './pattern.ts';

/** Whose doing it would be: "you don't refund" accuses, "don't refund" asks. */
const NOT_OURS =
  '\\b(?=d|n)(?<!\\b(?:you|u|they|he|she|shop|seller|company|who|which|that|why|if|when)\\b[^.!?,;\\n]{0,60})';
const CALL_OFF =
  '(?:cancel(?:l?ing|lation)?|refund(?:s|ing|ed)?|return(?:s|ing)?|exchang(?:e|ing)|money back|reimburse\\w*|send(?:ing)? (?:it|this|them) back)';
const WHAT =
  '(?: (?:it|that|this|them|me|us|anything|yet|please|pls|any ?more|after all|my|the|our|order|booking|appointment|money|subscription|reservation|now)\\b){0,5}';
const TO = '(?: (?:to|for|a|an|any|the|my|our|really|you|it|be))*';

const NOT_OURS_ZH =
  '(?=[别甭不没无])(?<!(?:你|您|他们|商家|店家?|客服|卖家|平台|老板|怎么|为什么|为啥|凭什么|咋|又|还|也|都|死活|结果|说|[要退换能可以想会用是得])(?:们|家|就|都|还|也|在|是|根本)?)';
const CALL_OFF_ZH = '(?:取消|退(?:款|货|钱|单|票|课|费|订单?)?|换(?:货|款|码|别的)?|撤单)';
const WHAT_ZH =
  '(?:订单|这单|那单|预约|我的?|给我)?(?:了|啦|吧|哈|呀|哦){0,2}(?![^,。!?\\n]{0,4}(?:[吗么?]|行不行|不行|才怪))';

/** An act that the writer does not wish: "don't cancel", "no refund needed", 不取消了. What it would make of the message is the opposite. */
const UNWISHED: readonly RegExp[] = [
  new RegExp(`${NOT_OURS}\\b(?:do not|don'?t|never|not) ${CALL_OFF}\\b${WHAT}(?! (?:and|or) (?:i|we|see))`, 'u'),
  new RegExp(
    `\\b(?:i|we)(?:'m| am|'re| are|m)?(?: really| just| actually| still| also){0,2} (?:don'?t|do not|didn'?t|did not|won'?t|will not|not|no longer)(?: really| even)? (?:want|need|wish|mean|intend|plan|like|going|gonna|trying|asking|looking|after|expecting|expect)(?: to)?(?: (?:ask|get|have|be|request|see))?${TO} ${CALL_OFF}\\b${WHAT}`,
    'u',
  ),
  new RegExp(`\\b(?:i|we)(?:'ll| will)? (?:won'?t|will not|not) (?:be )?${CALL_OFF}\\b${WHAT}`, 'u'),
  new RegExp(
    `(?:^|[.!?,;\\n] ?)(?:please |pls |really |just |sorry |but |ok |so ){0,2}(?:not|don'?t|dont|do not)(?: (?:want|need|wish|asking|looking|trying|going))(?: to| for)?${TO} ${CALL_OFF}\\b${WHAT}`,
    'u',
  ),
  new RegExp(
    `\\bno need${TO} ${CALL_OFF}\\b${WHAT}|\\bno ${CALL_OFF} (?:is |was )?(?:needed|necessary|required)|\\b(?:instead of|rather than)(?: an?)? ${CALL_OFF}\\b`,
    'u',
  ),
  new RegExp(
    `${NOT_OURS_ZH}(?:别|甭|不用|不要|不想|不必|不需要?|无需|不打算|不准备|没想(?:过)?要?|没打算|没要|没说要)(?:再|给我|帮我|麻烦|急着){0,2}${CALL_OFF_ZH}${WHAT_ZH}`,
    'u',
  ),
  new RegExp(`${NOT_OURS_ZH}不${CALL_OFF_ZH}(?:订单|这单|那单)?(?:了|啦)(?![^,。!?\\n]{0,4}[吗么?])`, 'u'),
  /(?<=^|[,。!?\s我]|还是|那就|先)不(?:取消|撤单|退货|换货)(?![^,。!?\n]{0,4}[吗么?行])/u,
].map(global);

const BAD = '(?:scam(?:mers?|s)?|frauds?|fakes?|counterfeits?|rip[- ]?offs?|complaints?|liars?|criticism)';
const HURT =
  '(?:hurt|injured|burn(?:ed|t)|scalded|allergic|bleeding|poisoned|sick|ill|stolen|hacked|electrocuted|dangerous|harmed|wounded)';
const THREATEN =
  '(?:sue|suing|complain(?:ing)?|report(?:ing)?|call(?:ing)? the police|(?:leav|writ|post|giv)(?:e|ing) (?:you )?(?:an? )?(?:bad|negative|one[- ]star|1[- ]star) (?:review|rating)|dispute|go(?:ing)? to court)';
const AIM_ZH = '(?:投诉|举报|差评|起诉|报警|曝光|维权|告你们?)';
const BAD_ZH = '(?:假货|假的|骗子|骗人(?:的)?|骗我|骗钱|坑人(?:的)?|坑我|黑店|山寨|诈骗)';
const HURT_ZH =
  '(?:烫(?:到|伤|着)|受(?:什么)?伤|伤(?:到|着)|烧(?:伤|到|着)|过敏|起(?:泡|疹子?|红点|火)|(?:流|出)血|中毒|住院|着火|冒烟|漏[电气水]|触电|骨折|(?:摔|砸|扎|割|划|夹|碰|撞|扭)(?:到|伤|着)|爆炸|拉肚子|呕吐|晕倒|死人|出人命)';

/** A blame, a threat or a harm that is denied: "nobody got hurt", 不投诉你们, 没烫到. */
const DENIED: readonly RegExp[] = [
  /\b(?:not|isn'?t|nothing)(?: (?:so|very|that|really|too|super|particularly|exactly|an?)){0,3} urgent\b(?: at all)?/u,
  new RegExp(
    `(?:\\b(?:not|isnt|wasnt|arent|never)|n't)(?: (?:say|saying|think|thinking|believe|believing|suspect|suspecting|mean|meant|calling|been|be|it|this|you|is|are|was|that|to say|a|an|any|your|really|actually|here to|your shop)){0,5} ${BAD}\\b`,
    'u',
  ),
  new RegExp(
    `\\b(?:i|we)(?:'m| am|'re| are|'ll|'d|m)? ?(?:won'?t|will not|would not|wouldn'?t|don'?t|do not|not|never)(?: (?:want|wish|mean|intend|going|gonna|planning|trying|threatening|here|about|like|be|really|even|to)){0,3} ${THREATEN}\\b(?: (?:you|it|this|anybody|anyone|somebody|someone|about \\w+)\\b)?(?! (?:if|unless|yet|as long|so long|provided|when|once))`,
    'u',
  ),
  new RegExp(
    `\\b(?:no ?(?:body|one)|none of (?:us|them))(?: (?:was|were|is|got|get|has been|else|here|actually|really|else's)){0,3} ${HURT}\\b`,
    'u',
  ),
  new RegExp(
    `(?:\\b(?:not|never|without|wasnt|isnt|didnt|arent)|n't)(?: (?:get|got|getting|be|been|being|is|was|even|really|actually|at all|i|he|she|it|anybody|anyone)){0,3} ${HURT}\\b(?! (?:too |that |so )?(?:badly|much|seriously|anymore)| enough)`,
    'u',
  ),
  /\bno (?:injur(?:y|ies)|burns?|blood|rash(?:es)?|allerg(?:y|ies)|allergic reactions?|harm(?: done)?)\b(?! (?:warning|info\w*|labels?|list|alert|notice|advice|test|card))/u,
  new RegExp(
    `(?<![就才能怎么是要可会得再])(?:不(?!得)|没有?|别|无意|懒得)(?:是|想|会|要|用|打算|准备|去|再|给|敢|必|至于|来|你们?|您|打|写){0,4}${AIM_ZH}(?:你们?|您|你家)?(?:的|了){0,2}(?![^,。!?\\n]{0,4}(?:不行|才怪|不可|[吗么?]|渠道|电话|成功|都))`,
    'u',
  ),
  new RegExp(
    `(?<![怎么是可会能这那])(?:没有?|不是?)(?:说|觉得|认为|怀疑|想说|在|是说){0,2}(?:你们?|您|老板|店家)?(?:是|在|会|卖){0,2}${BAD_ZH}(?![吗么]|是什么|还是|才怪)`,
    'u',
  ),
  new RegExp(
    `(?:(?<!有)没有?|并未|未|不是|(?<!会)不(?:会|再)?(?=过敏|受伤|流血))(?:人|被|真|有人|任何人|啥){0,2}${HURT_ZH}(?:了|过|的){0,2}(?![吗么药源]|[^,。!?\\n]{0,2}多严重)`,
    'u',
  ),
].map(global);

/** Asked with a doubt, before anything was bought: "is this a scam?", 不是假货吧. */
const DOUBTED: readonly RegExp[] = [
  new RegExp(
    `\\b(?:is|are|isn'?t|aren'?t)(?: (?:this|it|that|you|u|these|they|your|the|guys|all|shop|site|store|page|offer|product|a|an|some|kind|of|sort|not|legit|real|or|thing|whole)){1,6} ${BAD}\\b[^.!?\\n]{0,12}\\?`,
    'u',
  ),
  new RegExp(`\\b(?:if|whether) (?:this|it|that|you) (?:is|are|'s)(?: (?:a|an|legit|real|or|not)){0,4} ${BAD}\\b`, 'u'),
  new RegExp(
    `(?:是不是|会不会是?|有没有可能是|到底是不是)(?:卖)?${BAD_ZH}(?:[吗么吧啊呀呢?]|$)*|(?:该不会|不会|应该不|不)(?:就)?是(?:卖)?${BAD_ZH}吧|(?<!不)(?:是|卖)${BAD_ZH}[吗么?]`,
    'u',
  ),
].map(global);

/** Something was paid, sent or waited for: the question is a reproach. */
const HAPPENED =
  /!|\b(?:paid|pay|bought|ordered|sent|charged|took|money|nothing|never|days?|weeks?|months?|still|again|refund|order|waiting|got|received|arrived)\b|付|买了|下单|收到|到货|钱|[天周月]了|发货|还没|一直|退|举报|投诉|用了|吃了/u;

/** Blanks what is said only to be denied, or asked with a doubt. */
export function withoutDenied(text: string): string {
  const denied = blankedUnlessOthersDid(withoutDeniedFaults(withoutUnwished(text)), DENIED);
  const sure = blanked(denied, DOUBTED);
  return HAPPENED.test(sure) ? denied : sure;
}

/** What need not be done, beside what is not to be done: whoever thanks for it waits for nothing. */
const WAIVED = /不用|不必|不需要|无需|甭|\bno need\b|\bno \w+ (?:is )?(?:needed|necessary|required)\b/u;

/** Whether somebody takes back an act that may be under way: 不取消了, "don't refund me". */
export function wishesOtherwise(text: string): boolean {
  return !WAIVED.test(text) && withoutUnwished(text) !== text;
}

/** Blanks an act that the writer does not wish. */
function withoutUnwished(text: string): string {
  return blanked(text, UNWISHED);
}

/** What stays of a denial besides what it denies: a particle, a please, what it is said of. */
const FILLERS =
  /\b(?:(?:the|my|your|our|his|her) \w+(?= ?(?:\p{Cc}|arrived|came|and\b))|is|was|are|were|there|has|had|been|they|them|he|she|that|and|at all|after all|everything|all|came|arrived|turned out|please|pls|ok|okay|sorry|hi|hello|hey|no|yes|just|but|so|i|we|it|this|is|hope|anymore|right|then)\b|[我你您们这那就也都的了啦吧呀啊哈呢哦嗯亲是先]|好的?|放心|还是|算了/gu;

const EITHER =
  /^\W{0,3}(?:(?:(?:please|pls) )?(?:stop|don'?t|do not|dont|quit) send(?:ing)?(?: (?:it|them|any ?more|please|pls)){0,2}[!.\s]*|(?:你们?|请|麻烦){0,2}(?:别|不要|停止?)(?:发|寄)(?:了|啦)?[!。,~\s]*)$/u;

/** A denial that goes on to say nothing else: only the owner knows what follows from it. */
export const deniesOnly = (heard: string, whole: string): boolean =>
  heard !== whole && !/\p{Script=Han}{2}|[a-z]{3}|\d{3}/u.test(heard.replace(FILLERS, ''));

/** Goods or messages may be meant; only the owner knows what was on its way. */
export const isEither = (text: string): boolean => EITHER.test(text);
