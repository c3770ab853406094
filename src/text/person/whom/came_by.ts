import { plainly } from '../../plainly.ts';
import { isBareName } from '../bare_name.ts';
import { surnameLength } from '../surname.ts';

/*
 * How somebody came, told in front of their name or right behind it: got an enquiry from Tom Baker tom@…, some guy called Raj rang about …,
 * 有个张老板打电话来问批发价. The name is theirs alone; what they want is what is known of them.
 */

/** Longer words tell of more, in UTF-16 units. */
const LONGEST = 300;

const NOW = '(?:(?:just|today|earlier|yesterday|this (?:morning|afternoon|evening)|last night|tonight)[\\s,]+)?';
const ASKED = '(?:enquir(?:y|ies)|inquir(?:y|ies)|query|lead|request|quote request|contact form)';
const SENT = `(?:${ASKED}|e-?mail|mail|message|msg|dm|call|phone call|text|voicemail|visit|referral|booking)`;
const KIND = '(?:(?:new|web|website|online|phone|e-?mail|instagram|facebook|whatsapp|another|quick|missed) ){0,2}';
const ONE =
  '(?:guy|man|bloke|chap|gentleman|fella|lady|woman|girl|person|customer|client|lead|prospect|couple|student|stranger|caller|walk-?in|friend of \\p{L}+)';
/** What is told behind the name: it begins with one of these. */
const TELLS =
  "(?:just|has|had|have|is|was|who|rang|calls?|called|phoned|e-?mail(?:s|ed)|mailed|wrote|writes|texted|messaged|dm['’]?e?d|got|came|comes|popped|dropped|walked|stopped|asks?|asked|asking|wants?|wanted|wanting|needs?|needed|needing|would|['’]d|looking|interested|enquir(?:es|ed|ing)|inquir(?:es|ed|ing)|found|contacted|about|re|regarding|for|on|via|through|by|with|from|at|says?|said|saying|left|and|re:)";
const WORD = "(?!(?:the|a|an|my|our|his|her|their|this|that)\\b)\\p{L}[\\p{L}'’.-]{0,24}";
const NAME = `(?<name>(?!(?:${TELLS}|to|in|me|us|back|again|earlier|yesterday|today|up|off|here|because|as|when|if)\\b)${WORD}(?: (?!${TELLS}\\b)${WORD}){0,3}?)`;
const END = `(?=\\s*$|\\s*[,;:.(–—]|\\s+-\\s|\\s+${TELLS}(?![\\p{L}])|\\s+<?[^\\s@]{1,64}@|\\s+\\(?\\+?\\d{2})`;
const TITLED = '(?:mr|mrs|ms|miss|dr)\\.? ';

const ENGLISH = [
  // got an enquiry from Tom Baker, enquiry from Tom, missed call from a Tom Baker
  `${NOW}(?:(?:i|we)(?: have|['’]ve)? )?(?:(?:just )?(?:got|had|received|have|took|there(?:['’]s| is| was)) )?(?:an? |another |one more )?${KIND}${SENT}(?: (?:just )?(?:in|came in))?(?: ${NOW.slice(0, -1)})? ?(?:(?:(?:in|through|via|on) (?:the |my |our )?(?:website|web ?form|site|form|instagram|facebook|whatsapp|e-?mail|phone) )?from|by) (?:an? (?:${ONE} )?(?:called |named )?)?${NAME}${END}`,
  `(?:new |another )?${ASKED}\\s*[:–—-]\\s*${NAME}${END}`,
  // some guy called Raj rang about …; a lady, Priya Shah, emailed
  `${NOW}(?:(?:i|we) )?(?:(?:just )?(?:had|got|met|spoke (?:to|with)|there(?:['’]s| is| was)) )?(?:some|an?|this|one|another) (?:(?:new|nice|lovely|young|old|older|local|potential) ){0,2}${ONE},? (?:called|named|by the name of|(?:who(?:['’]s| is) )?name(?:d| of|['’]s)) ${NAME}${END}`,
  `${NOW}(?:(?:i|we) )?(?:(?:just )?(?:had|got|met) )?(?:some|an?|this|one|another) (?:(?:new|nice|lovely|young|old|older|local|potential) ){0,2}${ONE}\\s?[,:(–—-]\\s?${NAME}\\)?${END}`,
  `${NOW}(?:some(?:one|body)) (?:called|named|by the name of) ${NAME}(?=\\s+(?:just |has |had )?(?:rang|called|phoned|e-?mailed|wrote|texted|messaged|got|came|popped|asked|wants|is|was|enquired|from|about)(?!\\p{L})|\\s*,)`,
  // had a Mrs Jones on the phone
  `${NOW}(?:(?:i|we) )?(?:(?:just )?(?:had|got|met|spoke (?:to|with)|there(?:['’]s| is| was)) )?an? ${NAME.replace('(?<name>', `(?<name>${TITLED}`)}${END}`,
];

const WHEN_ZH =
  '(?:(?:刚刚?|刚才|今天|昨天|昨晚|今早|早上|上午|中午|下午|晚上|又|还|这边|店里|微信上?|网上)[，,\\s]?){0,3}';
const TITLES_ZH = '(?:老板娘?|总|先生|女士|小姐|太太|经理|阿姨|老师|大哥|大姐|叔叔?|哥|姐|师傅|医生|同学)';
/** What they did, or want, as it stands right behind the name. */
const DID_ZH =
  '(?:(?:刚刚?|刚才|今天|昨天|也|又|想|要|说|正|在|从|通过|说是)*(?:打(?:了|来)?(?:了)?(?:个|一?通)?电话|来(?:了)?(?:个|一?通)?电话|来电|打(?:过)?来|(?:新)?加(?:了)?(?:我|我们|咱们?)?(?:的)?(?:个)?(?:微信|好友|wx|企微)|(?:在)?(?:微信|网上|小红书|抖音|淘宝|朋友圈|公众号)(?:上)?(?:里)?(?:来|过来)?(?:问|咨询|找|说|私信|留言|加)|发(?:了|来)?(?:个|条|封)?(?:邮件|消息|微信|短信|私信)|留(?:了)?言|私信|来(?:店里?|我们店|咱们店)?(?:问|咨询|看|打听|找)|到店|问|咨询|询价|打听|想(?:要|买|订|定|做|问|拿)|要(?:买|订|定|做|拿|\\d|一|两|几|批)|需要|求购|找我|找上|介绍|的(?:电话|来电|咨询|询价|微信)))';
const ADDRESS_ZH = '(?=[\\s，,：:]*(?:(?:电话|手机|号码|微信|邮箱)(?:号|是|：|:)?\\s*)?(?:1\\d{10}|[\\w.]+@))';
const FOUND_ZH = `(?=[\\s，,：:]*${DID_ZH}|${ADDRESS_ZH}|\\s*$)`;
const SOME_ZH =
  '(?:(?:一|两)?(?:个|位|名)(?:新|老|外地|本地|年轻)?(?:的)?(?:客户|客人|顾客|人|女的|男的|女生|男生|小伙子?|姑娘|老板|大姐|大哥|阿姨|女士|先生|朋友)?)';
const CHINESE = [
  // 有个叫周强的, 有位姓李的女士, 来了个客户叫王小明
  `${WHEN_ZH}(?:有|来(?:了)?|接到|收到|认识(?:了)?|遇到)${SOME_ZH}(?:，|,|\\s)?(?:名?叫|名字(?:叫|是)|自称是?)(?<name>\\p{Script=Han}{2,4}?|[A-Za-z][A-Za-z ]{1,20}?)(?:的)?(?:客户|客人|顾客|人|女士|先生|老板)?${FOUND_ZH}`,
  `${WHEN_ZH}(?:有|来(?:了)?|接到|收到|认识(?:了)?|遇到)?${SOME_ZH}(?:，|,|\\s)?姓(?<surname>\\p{Script=Han}{1,2}?)(?:的)?(?<title>${TITLES_ZH})?(?:客户|客人|顾客|人)?${FOUND_ZH}`,
  // 有个张老板, 来了位王女士, 接到李总的电话
  `${WHEN_ZH}(?:有|来(?:了)?|接到|收到|认识(?:了)?|遇到)(?:了)?${SOME_ZH}?(?<titled>\\p{Script=Han}{1,2}?${TITLES_ZH})${FOUND_ZH}`,
  `${WHEN_ZH}(?:有|来(?:了)?|接到|收到)(?:了)?${SOME_ZH}(?<bare>\\p{Script=Han}{2,4}?)${FOUND_ZH}`,
  // 张老板打电话来问…
  `${WHEN_ZH}(?<titled>\\p{Script=Han}{1,2}?${TITLES_ZH}|[小老阿]\\p{Script=Han})(?=\\s?${DID_ZH})`,
  `${WHEN_ZH}(?<bare>\\p{Script=Han}{2,3}?)(?=\\s?${DID_ZH})`,
];

const patterns = [ENGLISH, CHINESE].map((all) => all.map((one) => new RegExp(`^(?:${one})`, 'diu')));
const NO_NAME_ZH = /[的了有个位人客户谁]|[昨今明]天/u;

/** The name in front, and how they came and what they want behind it; nothing where no way of coming is told. */
export function cameBy(text: string): string | undefined {
  const typed = text.trim();
  if (typed.length > LONGEST || typed === '') return undefined;
  const plain = plainly(typed);
  const isHan = /^\P{L}*\p{Script=Han}/u.test(plain);
  for (const pattern of patterns[isHan ? 1 : 0]!) {
    const found = pattern.exec(plain);
    const at = Object.entries(found?.indices?.groups ?? {}).find(([key, one]) => key !== 'title' && one);
    if (!found || !at) continue;
    const [kind, [from, to]] = [at[0], at[1]!];
    const title = found.groups?.title ?? '';
    const name = `${typed.slice(from, to)}${title}`.trim();
    if (isHan && !isName(kind, name)) continue;
    const rest = typed.slice(found[0].length).replace(/^[\s,，;；:：.–—)-]+|^的(?=电话|来电|咨询|询价|微信)/u, '');
    return rest === '' ? name : `${name}${isHan ? '，' : ', '}${rest}`;
  }
  return undefined;
}

const isName = (kind: string, name: string): boolean =>
  kind === 'name' ||
  (!NO_NAME_ZH.test(name) && surnameLength(name) > 0 && (kind === 'surname' || isBareName(name))) ||
  (kind === 'titled' && /^[小老阿]/u.test(name));
