import { plainPattern } from '../plainly.ts';

/** A person, for what is said of them to be no word about a mishap. */
const PERSON =
  '(?:he|she|(?:this|that|what an?) (?:\\w+ )?(?:guy|man|woman|lady|girl|dude|bloke|client|customer|buyer|person|one))';
/** What nobody is called but a person. */
const NAMES =
  '(?:scammers?|scam artist|liars?|thie(?:f|ves)|crooks?|cheats?|fraudsters?|con ?(?:man|artist)|idiots?|morons?|imbeciles?|fools?|jerks?|arse(?:hole)?s?|ass(?:hole)?s?|dick(?:head)?s?|bastards?|bitch|cows?|twats?|wankers?|pricks?|cheapskates?|tightwad|time[- ]?wasters?|free ?loaders?|weirdos?|creeps?|karen|psychos?|nutter|nutcase|drama queen|piece of work)';
/** What a mishap may be called as well. */
const TRAITS =
  '(?:annoying|rude|cheeky|entitled|needy|demanding|exhausting|impossible|insufferable|unbearable|difficult|clueless|awkward|fussy|stupid|dumb|crazy|mad|awful|horrible|hopeless|hard work|a? ?(?:total |real |complete |absolute |right )?(?:pain|nightmare|nuisance|pest|joke)(?: in the \\w+)?)';
const CRY = '(?:(?:ugh|argh|sigh|god|omg|wow|lol|ffs|jesus|christ|pfft|typical|honestly|man|damn)[\\s,.!…-]{1,3}){0,2}';
const INSULTS: readonly RegExp[] = [
  new RegExp(
    `^${CRY}(?:what an? |such an? |an? |another |you )?(?:(?:total|complete|utter|bloody|fucking|real|lying|stupid|silly)\\s){0,2}${NAMES}[\\s.!…]*$`,
    'iu',
  ),
  new RegExp(
    `^${CRY}${PERSON}(?:['’]s| is| are)? (?:such |so |very |really |too |just |being |always |bloody |fucking |driving |a |an |the ){0,3}(?:${NAMES}|${TRAITS}|driving me (?:mad|crazy|nuts|insane|up the wall)|gets? on my nerves)[\\s.!…]*$`,
    'iu',
  ),
  new RegExp(
    `^${CRY}(?:what|how|such) (?:an? )?${TRAITS} ${PERSON}(?: is| can be)?[\\s.!…]*$|^${CRY}(?:what|such) an? ${TRAITS} (?:woman|man|guy|lady|girl|person|customer|client|buyer)[\\s.!…]*$`,
    'iu',
  ),
  new RegExp(
    `^${CRY}(?:such |so |very |really )?${TRAITS} (?:woman|man|guy|lady|girl|person|customer|client|buyer)[\\s.!…]*$`,
    'iu',
  ),
  new RegExp(
    `^${CRY}(?:piss off|sod off|bugger off|fuck off|get lost|go away|screw (?:him|her|this guy|this woman)|fuck (?:him|her)|to hell with (?:him|her)|i hate (?:him|her|this (?:guy|man|woman|customer|client))|i (?:can['’]?t|cannot) stand (?:him|her|this (?:guy|man|woman|customer|client)))[\\s.!…]*$`,
    'iu',
  ),
];

const PERSON_ZH = '(?:[他她](?:这(?:个)?人)?|[这那](?:个|位)?(?:人|女的|男的|女人|男人|家伙|客户|客人|买家|顾客)|人)';
const CRY_ZH = '(?:唉|哎|切|呸|哼|靠|操|晕|服了|又是|真的?|简直)?[\\s,，。！!]{0,2}';
const NAMES_ZH =
  '(?:骗子|老赖|无赖|奸商|神经病|变态|傻[逼叉子瓜缺]|脑残|白痴|蠢货?|混蛋|王八蛋|奇葩|极品|小气鬼|戏精|白嫖(?:党|怪)|杠精|讨厌鬼|麻烦精|事儿?精|烂人|人渣|不要脸|没素质)';
const TRAITS_ZH =
  '(?:烦死?(?:人|我)?|烦透|难缠|难搞|难伺候|抠门?|事儿?(?:真|太)?多|无语|气死(?:我|人)|恶心|有病|有毛病|脑子有(?:病|问题)|不可理喻|脸皮厚|讨厌|麻烦|没完没了)';
const END_ZH = '(?:了|啊|吧|死了|透了|呀|的|一个){0,2}[\\s。！!~～…]*$';
const INSULTS_ZH: readonly RegExp[] = [
  new RegExp(`^${CRY_ZH}(?:就是|真是?|这|一?个|大|典型的?|纯|简直|十足的?|是){0,3}${NAMES_ZH}${END_ZH}`, 'u'),
  new RegExp(
    `^${CRY_ZH}${PERSON_ZH}(?:就是|真是?|太|好|一?个|特别|超级?|挺|简直|是|怎么(?:这么|那么)){0,3}(?:${NAMES_ZH}|${TRAITS_ZH})${END_ZH}`,
    'u',
  ),
  new RegExp(
    `^${CRY_ZH}${TRAITS_ZH}(?:了|死了|透了)?(?:吧|啊)?[,，\\s]?(?:${PERSON_ZH}|的(?:女人|男人|女的|男的|客户|客人|买家|顾客|家伙))${END_ZH}`,
    'u',
  ),
  /^(?:快|赶紧|给我|你)?(?:滚(?:蛋|开|远点|吧)?|去死(?:吧)?|见鬼去(?:吧)?|爱买不买|爱要不要)[\s。！!~～…]*$/u,
  /^(?:这|那|他|她|都)?(?:是|算)?什么(?:人|玩意儿?|东西|素质)(?:啊|呀|嘛|吗)?(?:这|这是|真是)?(?:人)?[\s。！!?？~～…]*$/u,
].map(plainPattern);

/** Whether words abuse a person; what may be said of a mishap as well has to name one. */
export const isInsult = (plain: string): boolean => [...INSULTS, ...INSULTS_ZH].some((shape) => shape.test(plain));

const OWN_FAULT =
  /\bsorry\b|\bapolog|\bmy (?:bad|fault|mistake)\b|\bi(?:['’]m| am| was| forgot| sent| mixed| lost| broke)\b|抱歉|不好意思|对不起|我[^您你]{0,4}(?:错|忘|漏|弄|搞)/iu;

/** Whether words before an insult make it one of the writer: I sent the wrong one, idiot. */
export const isOwnFault = (before: string): boolean => OWN_FAULT.test(before);
