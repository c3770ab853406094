import { plainly } from '../plainly.ts';
import { asksDesk } from './asked_of_desk.ts';
import { namesOnlyOthers } from './front/others_named.ts';
import { isDraft } from './front/stays.ts';
import { isInsult, isOwnFault } from './insults.ts';
import { isToThem } from './ours.ts';
import { isOfThem } from './owed.ts';
import { isErrand, isUnmentioned } from './own/errands.ts';
import { isHanded, isOnThem, isTreatment } from './own/on_them.ts';
import { isRemark } from './own/remarks.ts';

/** Longer words say something to somebody, in UTF-16 units. */
const LONGEST = 80;

/** A label before what is to be done or kept in mind. */
const LABEL =
  /^(?:to[- ]?dos?|task|reminder|remember|note to self|self|mental note|memo|don['’]?t forget|action(?: item)?|待办(?:事项)?|任务|提醒(?:自己)?|备忘(?:录)?|记住|记得|别忘了?|自己记)\s*[:：–—-]\s*\S/iu;

const WORK =
  '(?:order|re-?order|buy|get|check|ask|call|ring|phone|email|chase|find out|look (?:up|into)|re-?stock|stock up|print|pack|ship|post|book|fix|update|count|talk|speak|sort|arrange|prepare|invoice|pay|pick up|clean|write up)';
const PLACE =
  '(?:warehouse|stock ?room|store ?room|suppliers?|wholesalers?|manufacturers?|factory|workshop|kitchen|couriers?|carriers?|drivers?|post office|royal mail|ups|dhl|fedex|dpd|hermes|evri|accountant|book-?keeper|bank|printers?|landlord|lawyer|solicitor|delivery (?:company|people|firm)|dave in the warehouse)';
/** What a shopkeeper tells themselves to do: need to order more, check with the warehouse. */
const ERRAND = new RegExp(
  `^(?:must |should |gotta |got to |have to |need to |needs to |better |tomorrow |later |first |i(?:['’]ll| will| must| need to| should| have to|['’]ve got to) ){0,2}(?:${WORK}|follow up|double[- ]check)(?: (?:it|this|that|stock|prices?|first|again|up))? (?:with |at |from |to )?(?:the |my |our )${PLACE}(?: (?:about|for|if|whether|first|tomorrow|today|later|re)\\b.{0,40})?[.! ]*$|^(?:must|should|gotta|got to|have to|need to|needs to|better|time to|remember to|don['’]?t forget to) ${WORK}\\b.{0,50}$|^(?:(?:re-?)?order|buy|get|print|make) (?:some )?more\\b.{0,40}$|^(?:needs? |time for )?(?:a )?re-?stock(?:ing)?(?: needed| time|.{0,30})$|^(?:running |nearly |almost )(?:low|out)(?: (?:on|of) .{1,30})?, (?:re-?)?order\\b.{0,30}$`,
  'iu',
);

const SOMEONE_ZH =
  '(?:仓库|库房|库存|供应商|供货商|厂家|厂里|工厂|车间|后厨|快递(?:员|公司|那边)?(?!单|号)|物流|顺丰|会计|财务|师傅|老板娘?|房东|银行|印刷厂|同事|店里|老师傅|小哥)';
const ERRAND_ZH = new RegExp(
  `^(?:先|去|得|要|该|还得|还要|回头|明天|待会儿?|等下|记得|抽空|需要){0,3}(?:问问|问一?下|问|催催|催一?下|催|联系一?下|联系|找一?下|找|查查|查一?下|核对一?下|核对|确认一?下|跟|和)${SOMEONE_ZH}(?:那边)?(?:确认|核对|对一?下|说|问|要|看)?[^您你？?吗]{0,15}$|^(?:快|马上|明天|周末|回头|赶紧|记得)?(?:要|该|得|需要|记得|还得)(?:去)?(?:补货|进货|备货|订货|采购|盘点|补库存|下单进|多进|多备|再进|再订|买点|打包|打印|寄样)[^您你？?吗]{0,12}$|^(?:补货|进货|盘点|备货)(?:了)?[。！!]*$`,
  'u',
);

const SUM = '(?:[€$£¥￥]\\s?)?\\d[\\d.,]{0,9}\\s?(?:%|[a-z]{3}|[€$£])?';
/** A deed that only we can do, with hardly a word around it: refund half, send the invoice, say no politely. */
const DEED = new RegExp(
  `^(?:(?:ok|then|just|and|now|first)[\\s,]{1,2}){0,2}(?:(?:refund|reimburse|void|write off)(?: (?:half|all|everything|it|this|in full|${SUM}|the (?:order|rest|deposit|shipping|postage|money|payment|difference|total|lot)))?|(?:re-?)?(?:send|issue|e-?mail|print)(?: out)? (?:the|an?|another) (?:invoice|receipt|quote|bill|contract|credit note|payment link)|(?:set|mark)(?: (?:it|this|order|the order))? (?:to |as )?(?:un)?(?:paid|shipped|sent|delivered|refunded|done|cancelled)|(?:say|answer) (?:no|yes) (?:politely|nicely|kindly)|apologi[sz]e(?: nicely)?|(?:say sorry|apologi[sz]e) and (?!(?:you|your|we)\\b)[^?\\n]{3,30}|(?:offer|give) (?:an? |some |the )?(?:(?:small|full|partial) )?(?:\\d{1,2} ?%(?: (?:off|discount))?|refund|discount|voucher|replacement)|explain (?:the|why|how) (?:(?!(?:your?|us|me|please)\\b)[\\p{L}'’]{2,15} ?){1,4}|(?:politely |kindly )?(?:decline|reject|turn (?:it|(?:him|her|them)) down)(?: (?:politely|nicely|kindly))?)(?: (?:again|now|today|tomorrow|later|first))?[\\s.!]*$`,
  'iu',
);
const DEED_ZH =
  /^(?:先|再|就|马上|直接|给?我|明天|今天){0,2}(?:退(?:款|钱|掉)?(?:一半|全款|全额|定金|订金|运费|差价|尾款|\d{1,6}(?:元|块)?)?|(?:补|重)?(?:开|发)(?:一?[张份])?(?:发票|收据|账单|报价单?|合同)|(?:标|改|设)(?:记?[为成])(?:已付款?|已发货?|未付款?|已完成)|(?:客气|礼貌|委婉)(?:一?点儿?|地|的|些)(?:拒绝|回绝|推掉|婉拒|回复?)(?:掉|一?下)?|婉拒|回绝|道(?:个|声)?歉|说(?:一?声|句)(?:抱歉|对不起|不好意思)|安抚(?:一?下)?|解释一?下[^您你我\s]{1,8})(?:吧)?[\s。.!！]*$/u;

/** What nobody calls a customer to their face: one of them with hardly a word around it. */
const INSULT =
  '(?:scammers?|scam artist|liars?|lying (?:toad|git|sod)|thie(?:f|ves)|crooks?|cheats?|fraud(?:ster)?s?|con ?(?:man|artist)|idiots?|morons?|jerks?|arse(?:hole)?s?|ass(?:hole)?s?|dick(?:head)?s?|bastards?|bitch|twats?|wankers?|cheapskates?|tight(?:wad|arse)|time[- ]?wasters?|free ?loaders?|pain(?: in the (?:ass|arse|neck|bum|butt))?|nightmare(?: (?:customer|client|buyer))?|nuisance|weirdos?|creeps?|trolls?|karen|psychos?|nutter|nutcase|drama queen|piece of work|hard work|(?:so |really |very |too )?(?:annoying|rude|cheeky|entitled|needy|demanding|exhausting))';
const ABUSE = new RegExp(
  `^(?:ugh|argh|sigh|god|omg|wow|lol|ffs|pfft|typical|honestly)?[\\s,.!-]{0,3}(?:(?:he|she|they|this guy|this one|this woman)(?:['’]s| is| are) )?(?:(?:such|what|quite|total|complete|utter|bloody|fucking|another|proper|real|just|big|an?|the|absolute|lying|difficult|so)\\s){0,4}${INSULT}(?: (?:customer|client|buyer|again))?[\\s.!…]*$`,
  'iu',
);
const INSULT_ZH =
  '(?:骗子|诈骗|黑心|老赖|无赖|赖皮|奸商|神经病|有病|有毛病|变态|傻[逼叉子瓜]?|脑残|白痴|蠢货?|混蛋|王八蛋|垃圾|烦死?(?:人|我)?|难缠|难搞|难伺候|奇葩|极品|抠门?|小气鬼?|戏精|白嫖(?:党|怪)?|杠精|讨厌鬼?|麻烦精|事儿?(?:真|太)?多|事儿?精|无语|气死(?:我|人)|恶心(?:人)?|烂人|人渣|不要脸|脸皮厚|没素质|占便宜)';
const ABUSE_ZH = new RegExp(
  `^(?:唉|哎|切|呸|哼|靠|晕|服了|又是)?[\\s,，。！!]{0,2}(?:[他她](?:就是|真是?|是)?)?(?:真是?|太|好|就是|这|那|又|一?个|死|大|典型的?|纯|简直|挺|特别|超级?|十足的?|是){0,4}${INSULT_ZH}(?:的)?(?:客户|客人|买家|顾客|人|家伙|玩意儿?|东西)?(?:了|啊|吧|死了|透了|一个|呀){0,2}[\\s。！!~～…]*$`,
  'u',
);

/** How the business is doing is asked of no customer. */
const SALES =
  /^(?:so |and |ok,? )?how much (?:money )?(?:did|have|do|are) (?:i|we) (?:sell|sold|make|made|making|earn|earned|take|taken|turn over|turned over)\b.{0,40}$/iu;
const SALES_ZH =
  /^(?:今天|昨天|今日|昨日|这周|本周|上周|这个?月|本月|上个?月|今年|去年|\d{1,2}月份?|最近)?(?:我们?|店里)?(?:一?共|总共)?(?:卖|赚|挣|收)(?:了|到)(?:多少|几)(?:钱|块|单)?[?？]?$/u;

/** What is said of one's own mailings and one's own rest: 群发先不发了, 别吵我. */
const OWN =
  /^(?=.{0,40}(?:群发|免打扰|(?:campaign|newsletter|mailing)(?!\p{L})|notifications?(?!\p{L})|(?:打扰|吵|烦)我|(?:disturb|bother|wake) me))[^您你]{2,40}$/iu;

const WITHIN = [LABEL, SALES, SALES_ZH];
const ALONE = [ERRAND, ERRAND_ZH, DEED, DEED_ZH, ABUSE, ABUSE_ZH, OWN];

/**
 * Whether all of what is said under a card is told to nobody but oneself: what there is to do, what one thinks of its customer, or what
 * is asked of the desk. Behind an answer (`before`) a customer may hear of an errand, a nuisance or a fault of ours.
 */
export function isSelfTold(text: string, before?: string): boolean {
  const plain = plainly(text.trim());
  if (plain.length > LONGEST || plain.includes('\n')) return false;
  if (isInsult(plain)) return !isOwnFault(before ?? '');
  if (isHanded(plain)) return true;
  if (isToThem(plain)) return false;
  if (isOnThem(plain)) return true;
  if (isUnmentioned(plain) || namesOnlyOthers(plain)) return true;
  if (asksDesk(plain) || isOfThem(plain) || WITHIN.some((shape) => shape.test(plain))) return true;
  if (before !== undefined) return false;
  const isAlone = isTreatment(plain) || isErrand(plain) || isRemark(plain) || isDraft(plain);
  return isAlone || ALONE.some((shape) => shape.test(plain));
}
