import { commonEnglish, tellingHan } from '../common_words.ts';
import { narrow } from '../normalise.ts';
import { readPerson } from './person.ts';
import { cameBy } from './whom/came_by.ts';
import { isNobodysDetail } from './whom/details_said.ts';

/** Longer words are nobody's name; a Chinese name, or what a shop is called for short, has fewer characters. */
const LONGEST = 40;
const MOST_HAN = 8;
const MOST_NAME_HAN = 3;
const MOST_WORDS = 5;
/** What no name contains: marks of sentences, comparisons, filters, paths. */
const NEVER = /[<>=≥≤:：;；?？!！。…/\\|@#＃→+*%$¥€£"“”「」]/u;
/** A number, or what lists call a row: c12, v3, #12. */
const REF = /^[a-z]{0,2}[\d\s().-]+$/i;
/** Many are called so, nobody is: 联系批发客户. */
const MANY = /\p{Script=Han}{2}(?:客户|顾客|客人|买家|联系人)$/u;
/** Told of somebody without a name: 有个客户问批发价. */
const SOME_ONE = /^(?:有|来了?)(?:一?[个位])/u;
/** Into a list or a quote goes a thing. */
const PUT_SOMEWHERE = /\s(?:to|on|onto|in|into|off|from) (?:the|my|our|his|her|their|this|that) \p{L}|\d\s?%/iu;
const CHANGE = /改成|改为|改名|换成|变成|合并|删除/u;
/** Words for everybody, for nobody, or said to anybody. */
const NOBODY = new Set(
  'all everyone everybody anyone anybody nobody someone somebody customer customers hi hello hey ok okay yes no sorry bye done 所有人 大家 全部 所有 每个人 任何人 全体 客户 所有客户 全部客户 顾客 客人 谢谢 谢谢你 谢谢您 你好 您好 在吗 多谢 收到 好的 对不起 抱歉 再见 是的 可以 明白 知道 早上好 晚上好 下午好'.split(
    ' ',
  ),
);

/** The writer's own particulars: my tax id is 12-3456789. */
const OWN =
  /^(?:my|our)\s(?:(?:new|own|business|work|shop)\s){0,2}(?:tax|vat|phone|mobile|cell|e-?mail|number|iban|bank|address|account|website)\b|^(?:iban|vat|tax (?:id|number))\b|^(?:(?:我|我们|咱们?|本店|小店)的?(?:新)?(?:电话|手机|邮箱|地址|微信|税号|账号|账户|开户行|银行|网站)|税号)/iu;

/** A call is told, or it is asked whose a number is: what stands in front of the number is nobody's name. */
const TOLD =
  /^(?:(?:i|we)\s)?(?:just\s)?(?:(?:some(?:one|body)|an?\s(?:woman|man|lady|guy|person|caller|customer|client|stranger))\s(?:just\s)?(?:called|rang|phoned|texted|wrote|e-?mailed)|(?:got|had|took|missed|have)\san?\s(?:missed\s)?(?:call|text|message|e-?mail)|missed\scall|call(?:ed)?\sfrom)\b|^(?:who(?:se|['’]?s|\sis|\sdoes)?|do\s(?:i|we|you)\sknow)\s(?=[^\d@]{0,30}(?:number|phone|mobile|mail|address|is|has|this|that|it)\b)|^(?:我)?(?:刚刚?|刚才|今天|昨天|上午|下午|早上|中午|晚上)?(?:又|还)?(?:接|来|打来|接到|收到)(?:了|到|过)?(?:一?个|一通|通)?(?:陌生|未知|未接)?(?:电话|来电|\+?\d)|^(?:有(?:一?个|位)?(?:人|客人|客户|女士|先生|陌生人))?(?:用)?[+\d][\d\s-]{6,}(?:给我)?(?:打电话|来电|打来|是谁|谁的)|^(?:有(?:一?个|位)?(?:人|客人|客户|女士|先生|陌生人))(?:打|来)电话|^(?:这个?)?(?:电话|号码|手机号?)[\s:：]*\+?\d[\d\s-]{6,}是谁/iu;

/** Whether these words may mean somebody who is not known yet: they could be a name, or hold a way to reach somebody. */
export function mayBeNewPerson(text: string, country: string): boolean {
  if (OWN.test(narrow(text).trim()) || TOLD.test(narrow(text).trim()) || isNobodysDetail(text)) return false;
  const { phones, emails } = readPerson(text, country);
  if (phones.length + emails.length > 0) return true;
  const typed = narrow(text).trim();
  if (
    typed === '' ||
    typed.length > LONGEST ||
    typed.includes('\n') ||
    NEVER.test(typed) ||
    REF.test(typed) ||
    PUT_SOMEWHERE.test(typed) ||
    MANY.test(typed) ||
    SOME_ONE.test(typed)
  )
    return false;
  const words = typed.toLowerCase().split(/[\s,，、]+/u);
  if (words.length > MOST_WORDS || words.every((word) => NOBODY.has(word) || commonEnglish.has(word))) return false;
  return !isChineseSentence(typed);
}

/** The same of whoever is said to be new: their name stands in front, and what is known of them behind it becomes a note. */
export const mayBeNewSomebody = (text: string, country: string): boolean =>
  mayBeNewPerson(text, country) || mayBeNewPerson(/^[^,，;；]*/u.exec(firstHan(withoutAsking(text)))![0], country);

/** 高远 朋友介绍 做餐饮的: of Chinese words, whose names hold no blank, the first. */
const firstHan = (text: string): string => /^\p{Script=Han}+(?=\s)/u.exec(text)?.[0] ?? text;

const SOMEBODY = '(?:customer|costumer|client|cleint|contact|buyer|person)s?';
const ANOTHER = '(?:(?:an?|another|one more|the|new|my|this|following)\\s+)';
/** In small letters: Contact Energy and Save the Children are names. */
const ASKED_TO_ADD = [
  new RegExp(
    `^(?:(?:please|pls|just|also)\\s+){0,2}[Aa]+dd{1,4}\\s+${ANOTHER}{0,3}(?:${SOMEBODY}\\b\\s*[:,–—-]?\\s*)?(?=\\S)`,
    'u',
  ),
  new RegExp(
    `^(?:(?:please|pls|just|also)\\s+){0,2}(?:[Aa]d|save|create|register|store|new)\\s+${ANOTHER}{0,3}${SOMEBODY}\\b\\s*[:,–—-]?\\s*(?:(?:called|named)\\s+)?(?=\\S)`,
    'u',
  ),
  new RegExp(`^${ANOTHER}{0,3}${SOMEBODY}\\s*[:,]?\\s+(?:(?:called|named)\\s+)?(?=\\p{L})`, 'u'),
  /^(?:(?:an?|another|the)\s+)?new\s+(?:web\s+|phone\s+|e-?mail\s+)?(?:enquiry|inquiry|query|lead|prospect|request|walk-?in)\b\s*[:,–—-]?\s*(?:from\s+)?(?=\p{L})/iu,
  /^(?:请|麻烦|帮我|帮忙|再|又|也|顺便|还要?)*(?:添加|加|新增|新建|录入|登记|存|建|录|保存|记)(?:一下|下|上)?(?:一?[个位名条]|一)?(?:新(?:的)?)?(?:客户|顾客|客人|联系人|买家|会员|人(?=[\s:：,，]))(?:叫|是|名叫)?[\s:：,，]*(?=\S)/u,
  /^(?:(?:来|有|收到)(?:了)?)?(?:一?[个条位])?新(?:的|来的)?(?:客户|顾客|客人|客)?(?:来)?(?:的)?(?:咨询|询价|询盘|线索|意向|问询)(?:的)?(?:[\s:：,，、—–-]+|来自)(?=\S)/u,
  /^(?:再?一?[个位名])?新?(?:的)?(?:客户|顾客|客人|联系人|买家|人)[\s:：,，]+(?=\S)/u,
  // a slip, and what says in front what the line is, or that it was passed on
  /^ad\s+(?=\p{Lu})/u,
  /^(?:(?:new\s+)?(?:leads?|prospects?)|新?(?:意向|线索|商机|询盘|询价|潜客|潜在客户))\s*[:：]\s*(?=\S)/iu,
  /^(?:(?:fwd?|fw|re)\s?:\s*|转发\s*[:：]\s*){1,3}["“「'‘]?(?:(?:hi|hello|hey)[\s,!.]+)?(?:(?:it['’]?s|this is|i am|i['’]?m|my name is)\s+)?(?=\S)/iu,
];

/** In small letters a name ends where what they want begins. */
const SMALL_AND_WISH = /^\p{Ll}[^,;]* (?:wants?|needs?|about|asks?|asking|looking)\s/u;

/** Somebody new without what asked for them to be added, slips too, or told how they came: addd Priya Shah, ad client Liam Fox, 再加一个客户 韩梅, 人 刘洋. */
export function withoutAsking(text: string): string {
  const found = ASKED_TO_ADD.map((pattern) => pattern.exec(narrow(text))?.[0].length ?? 0);
  const end = Math.max(...found);
  // of a quotation that was opened in front of them only its end would be left
  const left = /["“「'‘]/u.test(text.slice(0, end)) ? text.slice(end).replace(/["”」'’]$/u, '') : text.slice(end);
  return left.includes('\n') ? left : (cameBy(left) ?? (SMALL_AND_WISH.test(left) ? cameBy(text) : undefined) ?? left);
}

/** Words that only say that somebody is to be added: client, a new contact, 新客户. */
export const namesNobody = (text: string): boolean => NOBODY_NAMED.test(narrow(text).trim());

const NOBODY_NAMED =
  /^(?:(?:an?|the|one|another|my|new|more|some|first)\s+){0,3}(?:clients?|customers?|contacts?|buyers?|persons?|people|somebody|someone|guests?)(?:\s+please)?[.!。！]*$|^(?:一?[个位名]|一下)?新?(?:的)?(?:客户|顾客|客人|联系人|买家|会员|人)(?:吧|资料|信息)?[.!。！]*$/iu;

function isChineseSentence(typed: string): boolean {
  const han = [...typed].filter((character) => /\p{Script=Han}/u.test(character));
  // 谢 and 好 also stand in names of three characters
  const speaks = han.length > MOST_NAME_HAN && han.some((character) => tellingHan.has(character));
  return han.length > MOST_HAN || CHANGE.test(typed) || speaks;
}

/** What stands in front says that somebody wants what is told of them: lead: Nina Park, rebrand. */
export const isToldAsLead = (text: string): boolean =>
  /^(?:(?:new\s+)?(?:leads?|prospects?|enquir(?:y|ies)|inquir(?:y|ies))|新?(?:意向|线索|商机|询盘|询价|潜客|潜在客户))\s*[:：]/iu.test(
    narrow(text).trim(),
  );

/** Behind a name that nobody has, these are what is to be done for them: 给刘娜报价. */
const DEED_BEHIND =
  /(?:的)?(?:报价单?|下单|开单|订单|打电话|回电话?|发货|寄货|售后|退款|备注|账单|开票|留言|说|意向)$/u;
export const withoutDeed = (name: string): string =>
  /\p{Script=Han}{2}/u.test(name.replace(DEED_BEHIND, '')) ? name.replace(DEED_BEHIND, '') : name;
