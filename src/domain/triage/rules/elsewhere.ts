import { KIN } from '../../../text/person/spoken_of.ts';
import { blanked } from './index.ts';

const QUOTED = '["“「『][^"”」』\\n]{1,80}["”」』]';
/** Words that are wished onto a card, a cake or a ring: they are meant for somebody else, and nothing has happened. */
const FOR_A_CARD: readonly RegExp[] = [
  new RegExp(
    `\\b(?:engrav\\w*|inscri\\w*|embroider\\w*|(?:gift|greeting|birthday|wedding) card|(?:put|write|print|add|include)\\b[^"“\\n]{0,30}\\b(?:card|note|tag|label|cake|mug|ribbon|lid|back|it)|(?:can|could|should|want|like)\\b[^"“\\n]{0,20}\\b(?:card|cake|note|mug|ribbon|sign|label|it)\\b[^"“\\n]{0,6}\\bsay)\\b[^"“\\n]{0,30}${QUOTED}`,
    'gu',
  ),
  new RegExp(
    `(?:贺卡|卡片|卡|祝福语?|蛋糕|杯子|戒指|刻|印|绣)(?:上面?|里|背面)?(?:请|帮忙?|帮我|要)?(?:写|刻|印|绣)?(?:上|着|一句|字)?[:,]?\\s{0,2}${QUOTED}|(?:贺卡|卡片|祝福语?|刻字|蛋糕)(?:上面?|里)?(?:请|帮忙?|帮我)?(?:写|刻|印)?(?:上|着|一句)?:\\s{0,2}[^\\n,。!?]{1,30}`,
    'gu',
  ),
];

/** What burns only by the way people speak: sales, a page, a shop these days. */
const FIGURES =
  /\bon fire (?:with (?:sales|orders|ideas|love|demand|business)|lately|right now with|these days|this (?:week|month|year|season))|\bsmoking hot\b|\b(?:sales|business|collection|newsletter|posts?|videos?|reels?|stor(?:y|ies)|launch|page|feed|instagram|account|team|range|line|menu|orders)\b[^.!?,\n]{0,12}\b(?:on fire|explod\w+|blew up|blowing up)\b|\bset\w* (?:my|our|his|her|your) (?:heart|soul|world) on fire\b|(?:生意|销量|销售|人气|账号|主页|直播间|店铺?)[^。!?\n]{0,8}(?:火爆|爆了|炸了|爆炸|着火了?一样)/gu;

const THING =
  '(?:books?|guides?|posters?|courses?|class(?:es)?|training|leaflets?|novels?|workshops?|signs?|stickers?)';
/** A book or a course on what may happen is asked for. */
const TAUGHT: readonly RegExp[] = [
  new RegExp(
    `\\b(?:do you (?:have|sell|stock|offer|run|know)|is there|are there|have you(?: got)?|any|looking for|want to (?:buy|book)|where can i (?:find|buy))\\b[^.!?\\n]{0,24}\\b${THING} (?:about|on|for|against|covering|that (?:tells?|explains?|shows?))\\b[^.!?\\n]{0,60}`,
    'gu',
  ),
  /(?<=^|[,。!?\n])[^,。!?\n]{0,24}(?:的|讲|关于[^,。!?\n]{1,14})(?:书|绘本|课程?|海报|手册|教程|讲座|培训|挂图|贴纸|科普)(?=[^,。!?\n]{0,8}(?:有|[吗么]|卖|多少|名额|推荐|报名))/gu,
];

/** Where or how one complains about others, or what number that has: asked without a word of what went wrong. */
const HOW_TO_COMPLAIN =
  /\bhow (?:do|can|would|should|does) (?:i|we|one|you|people|somebody) (?:complain|make a complaint|file a complaint) (?:about|to|against|with) (?:a|an|the|my|our) (?!shop|store|seller|owner|order)\w+|\b(?:where|to whom|who)\b[^.!?\n]{0,24}\b(?:send|address|make|file|direct|write|turn|go|talk)\b[^.!?\n]{0,14}\bcomplaints?\b|\bcomplaints? (?:e-?mail|address|phone|line|desk|team|number|contact|department)\b[^.!?\n]{0,14}|(?:怎么|如何|怎样|去哪里?|上哪儿?|哪里)(?:可以|能|才能|去)?投诉(?!你|您|这家|商家|卖家|店)\p{Script=Han}{2,8}|(?:投诉|客诉|监督)的?(?:电话|热线|邮箱|渠道|联系方式|部门|邮件)/gu;
/** Then nothing else may be amiss, and nobody be blamed. */
const AMISS =
  /!|\byou(?:r|rs)? (?!complaints?\b)\w+[^.!?\n]{0,24}\b(?:not|never|broken|wrong|lost|late|rude|ignor\w+|fail\w*)\b|\b(?:lost|broke\w*|wrong|missing|damaged|rude|scam\w*|refund|ignor\w+|never|nobody|still|late|leak\w*|angry|furious|sick|hurt|unacceptable|terrible|awful|worst)\b|n't\b|没(?!什么|别的)|不(?!急|着急|忙|知道|好意思)|丢|坏|碎|错|骗|退|赔|破|漏|差(?!不多)|气|假|烂|拖|你们(?:的|家)?(?:[^,。!?\n]{0,6}(?:态度|服务|客服))/u;

const HOUSEHOLD = `(?:${KIN}s?|kids?|children|flatmate|roommate|cat|dog)`;
/** Somebody grumbles at home. */
const AT_HOME = new RegExp(
  `\\b(?:my|our|his|her) (?:\\w+ )?${HOUSEHOLD} (?:always |just |often |keeps? |still )?complain(?:s|ed|ing)?\\b|我(?:妈|爸|老公|老婆|姐|妹|哥|弟|儿子|女儿|闺女|同事|朋友|室友|家人|家孩子|婆婆)[^,。!?\\n]{0,3}(?:投诉|抱怨|吐槽)(?:我|说我)`,
  'gu',
);
const OF_THE_GOODS =
  /\b(?:you|your|yours|refund|return|exchange|replace\w*|broken?|wrong|cracked|smell\w*|tast\w*|rash|sick|ill|hurt\w*|leak\w*|late|missing|torn|faulty|defect\w*|damaged)\b|你|退|换|坏|碎|错|味|过敏/u;

const WELL =
  '(?:quick\\w*|fast|swift\\w*|prompt\\w*|well|kind\\w*|nice\\w*|great\\w*|brilliant\\w*|perfect\\w*|efficient\\w*|professional\\w*|generous\\w*)';
/** A complaint that was dealt with as they wished; a service without any ground for one. */
const DEALT_WITH: readonly RegExp[] = [
  new RegExp(
    `\\b(?:handling|treatment|answer|response|reply|reaction) (?:of|to) (?:my|our|the) complaints?\\b[^.!?\\n]{0,6}\\b(?:was|is|were) (?:\\w+ )?(?:excellent|great|good|fast|quick|perfect|brilliant|lovely|kind|superb|amazing|wonderful|fantastic)\\b|\\b(?:thanks?|thank you|grateful|happy|pleased|impressed)\\b[^.!?\\n]{0,30}\\b(?:deal\\w*|handl\\w+|sort\\w+|resolv\\w+|solv\\w+|answer\\w*|look\\w+|took|taking|respon\\w+|reply|react\\w+|listen\\w*)\\b[^.!?\\n]{0,24}\\b(?:my|our|the|a) complaints?\\b|\\bcomplaints?(?: (?!not|never)[\\w]+){0,3} (?:was|were|has been|got|is)(?: (?!not|never)\\w+){0,2} (?:sorted|resolved|solved|settled)\\b|\\bcomplaints? (?:was|were|has been|got|is)(?: (?!not|never)\\w+){0,3} (?:handled|dealt with|answered|treated)(?: \\w+){0,2} ${WELL}\\b`,
    'gu',
  ),
  /(?:投诉|客诉)[^,。!?\n]{0,4}(?:处理|解决|回复|回应|反馈)(?:得|的)?(?:很|好|真|太|特别|非常|挺|超|十分|都){0,2}(?:快|好(?!慢|差|久|敷衍)|及时|满意|周到|到位|专业|妥当|漂亮)|(?:好|满意|周到|贴心|完美)(?:到|得)[^,。!?\n]{0,4}(?:没法|无法|没得|没处|挑不出|找不到)[^,。!?\n]{0,4}(?:投诉|差评|挑剔|理由)/gu,
];
const TAKEN_BACK =
  /\b(?:but|however|still|yet|again|not|never)\b|n't\b|但|可是|不过|却|还是|又|没(?!法|得|处)|不(?!错|得了|愧)/u;

/** Why such a thing happens at all: 支付失败一般是什么原因. */
const IN_GENERAL =
  /\bwhy (?:do|does|would|might|can) (?:an? |the )?(?:cards?|payments?|transactions?)\b[^.!?\n]{0,24}\b(?:sometimes|usually|often|generally|in general)\b|(?:支付|付款|扣款|转账|退款)(?:失败|不成功|出错)(?:的话)?(?:一般|通常|大概|多半|往往|常见)(?:都)?(?:是)?[^,。!?\n]{0,2}(?:因为)?(?:什么|啥|哪些|为什么|怎么)[^,。!?\n]{0,4}|(?:如果|要是|万一|假如|若)[^,。!?\n]{0,6}(?:支付|付款|扣款|转账)(?:失败|不成功)[^,。!?\n]{0,8}/gu;

/** Blanks what is written for somebody else, happens at home or in general, or is told as dealt with. */
export function withoutElsewhere(text: string): string {
  let rest = blanked(text, [...FOR_A_CARD, FIGURES, ...TAUGHT, IN_GENERAL]);
  const others = blanked(rest, [HOW_TO_COMPLAIN]);
  if (others !== rest && !AMISS.test(others)) rest = others;
  if (!OF_THE_GOODS.test(rest)) rest = blanked(rest, [AT_HOME]);
  const thanked = blanked(rest, DEALT_WITH);
  return thanked !== rest && !TAKEN_BACK.test(thanked) ? thanked : rest;
}
