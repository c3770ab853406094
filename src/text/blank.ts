/** What a text leaves open to be filled in, without braces: Dear NAME, ____, 订单 XXXX, 【】. */
const GREETING =
  '(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|sehr geehrter?|liebe[rs]?|hallo|mrs?\\.?|ms\\.?|miss|dr\\.?|herrn?|frau|尊敬的|亲爱的|您好|你好)';
const TITLE = '(?:先生|女士|小姐|太太|老师|同学|老板|经理|客户|顾客|师傅|总(?![体共是会之数价结额部]))';
/** What people call such a place. */
const FIELD =
  '(?:(?:first|last|full|given|family|customer|client|contact|user|buyer|recipient|your|their)[ _.-]?){0,8}(?:name|surname)|fname|lname|vorname|nachname|anrede|kundenname|pr[ée]nom|nombre';
const THING =
  '(?:date|day|time|amount|price|total|sum|address|link|url|product|item|city|company|business|number|phone|email|subject|reason|deadline|tracking(?:[ _-](?:number|code|id))?|order(?:[ _-](?:number|no|id))?)';
const UNIT =
  '(?:days?|hours?|minutes?|weeks?|months?|years?|pcs|pieces|people|items?|percent|euros?|dollars?|pounds?|eur|usd|gbp|cny|rmb|%|[ap]\\.?m\\b)';
const ZH_UNIT = '(?:天|小时|分钟|日|号|月|年|点|元|块|万|件|个|折|公司|路|街|镇|市|省|快递|单|店|款|品|人|岁)';
/** What a shop gives a customer, who does not know it. */
const GIVEN_ZH = '单号|编号|金额|总价|价格|链接|网址|提取码|取件码|验证码|折扣码|密码|账号|卡号';
const GIVEN =
  '(?:your|the|our)[ \\t](?:[a-z]{2,12}[ \\t])?(?:tracking|order|invoice|code|total|price|link|password|amount|number|account|pin|voucher)(?:[ \\t](?:number|no|code|id|link))?';
const START = '(?<![\\p{L}\\p{N}_])';
const END = '(?![\\p{L}\\p{N}_])';

/** In any case of letters. */
const ANY_CASE = new RegExp(
  [
    // ____: set apart by blanks, signs or Chinese, as no face (>__<), no name in a program and no ruled line is
    '(?:(?<=[ \\t,，、。:：;；(（“"「『$€£¥￥#]|\\p{Script=Han})|(?<=^)(?!_{1,200}[ \\t]{0,20}$))_{2,200}(?=[ \\t,，、。.!！?？;；:：)）”"」』%]|\\p{Script=Han}|$)(?<!^[ \\t]{0,20}_{2,200}(?=[ \\t]{0,20}$))',
    // 【】, [ ], （）, 《》
    '【[ \\t　_…]{0,20}】|《[ \\t　_…]{0,20}》|（[ \\t　_…]{0,20}）|(?<![\\p{L}\\p{N}_\\])])\\[_{0,20}\\](?!\\()',
    // [insert date], <your city>, [Customer], 【客户】
    '[[<【](?:insert|enter|add|fill in|put)[ :_-][^[\\]<>【】\\n]{1,40}[\\]>】](?!\\()|[[<【](?:customer|client|recipient|kunde|kundin|phone|email|subject|reason|xxx?x?|tbd|todo|blank)[\\]>】](?!\\()|[[<【](?:客户|客人|对方|买家|顾客|公司|产品|商品|电话|手机号?|单号|快递单?号|物流单?号|数量|原因|内容|待填写?|待定|填写[^[\\]<>【】\\n]{0,20}|此处[^[\\]<>【】\\n]{0,20}|请填[^[\\]<>【】\\n]{0,20})[\\]>】]',
    // «Vorname», as a word processor merges letters
    `[«‹]{1,2}(?:${FIELD}|${THING})[»›]{1,2}`,
    // Dear name, Hi undefined, Dear ..., Hi {}
    `${START}${GREETING}[ \\t]{1,3}[@#$~*(（[]{0,2}(?:${FIELD}|undefined|null|nan)[*)）\\]]{0,2}(?=[ \\t]?(?:[,，:：!！.\\n]|$))`,
    `${START}${GREETING}[ \\t]{0,3}(?:\\{[ \\t]?\\}|\\[[ \\t]?\\]|\\([ \\t]?\\)|<[ \\t]?>|\\*{2,10}|-{2,10})`,
    `${START}dear[ \\t]{0,3}(?:\\.{2,10}|…{1,4}|[,，:：!！])`,
    `(?:尊敬的|亲爱的)[ \\t]{0,3}(?:\\.{2,10}|…{1,4}|\\*{2,10}|[,，:：!！])`,
    // Mr XX, XX先生, 某先生
    `${START}${GREETING}[ \\t]{0,3}[x×]{2,20}${END}`,
    `${START}(?:mrs?|ms|miss|dr|herrn?|frau)\\.?[ \\t]{1,3}x${END}`,
    `(?:${START}[x×]{1,20}|某|\\*{2,10}|[○〇◯]{2,10})[ \\t]?${TITLE}`,
    // €XX, XX days, XX元, XX:XX, XX.XX.2026
    `[$€£¥￥][ \\t]?x{1,20}(?:[.,]x{1,3})?${END}|${START}x{2,20}(?:[.,]x{2})?[ \\t]?(?:${UNIT}|[$€£])(?![\\p{L}\\p{N}])`,
    `${START}[x×]{2,20}[ \\t]?${ZH_UNIT}(?<!(?:码|号|size)[ \\t]?x{2,20}[ \\t]?号)`,
    `${START}x{2,4}[/.:-]x{2,4}(?:[/.:-](?:x{2,4}|\\d{2,4}))?${END}`,
    `${START}(?:#|no\\. ?|nr\\. ?|number |code |order )x{2,20}${END}`,
    // 订单XXXX已发出, 您好XX，
    `(?<=\\p{Script=Han})(?<!码|号|型|款)[ \\t:：]{0,3}[x×]{2,20}(?=[ \\t]?(?:\\p{Script=Han}|[,，。.!！:：;；]|$))|(?:单号|编号|账号|电话|密码|卡号|工号)[ \\t:：是为]{0,4}[x×]{2,20}${END}|${START}[x×]{2,20}(?=\\p{Script=Han})(?!x{0,20}[码号型])`,
    '某某|[○〇◯]{2,10}(?=[ \\t]?(?:公司|路|市|店|号))(?<![一二三四五六七八九十零][○〇◯]{2,10})|此处填写|在此填写|待填写|待补充',
    // 单号是：, your code is:, with nothing behind
    `(?:${GIVEN_ZH})(?:是|为)[ \\t]{0,3}[:：][ \\t]{0,3}[。.]?(?!\\s{0,50}\\S)|${GIVEN}(?: is| are)[ \\t]{0,3}:[ \\t]{0,3}\\.?(?!\\s{0,50}\\S)`,
    // SFxxxxxxxx, 单号YTxxxx
    `${START}(?:sf|yt|jd|jt|zto|sto|yto|ems|dhl|ups|lp|rr|1z)[ -]?[x×]{4,20}${END}|(?<=(?:号|number|code|tracking)[ \\t:：是为]{0,4})[a-z]{1,4}[x×]{4,20}${END}`,
    // 价格是？？元, €??, it takes ?? days
    `(?<=[是为共要收价约需:：])[ \\t]?[?？]{1,10}[ \\t]?(?:元|块|天|小时|日|号|月|点|件|个)(?!旦)|[$€£¥￥][ \\t]?[?？]{2,10}|(?<=[ \\t])[?？]{2,10}[ \\t]?(?:${UNIT})(?![\\p{L}\\p{N}])`,
    // 「姓名」您好, {}您好
    `(?:(?<=^[ \\t　]{0,5})|(?<=尊敬的|亲爱的|[您你]好[,， ]?))[「『【[（(《<{](?:客户|收件人|对方|您的)?(?:姓名|名字|名称|称呼|昵称|客户名)[」』】\\]）)》>}](?=[ \\t]?(?:[您你]好|${TITLE}|[,，:：!！]))`,
    '\\{[ \\t]?\\}(?=[ \\t]?\\p{Script=Han})|(?<=\\p{Script=Han}[ \\t]?)\\{[ \\t]?\\}|(?<=^[ \\t　]{0,5})(?:\\[[ \\t]?\\]|<[ \\t]?>|\\*{2,10})[ \\t]?(?=[您你]好)',
    // order # is out
    `${START}(?:order|invoice|tracking|parcel|ticket|booking|reference|case|room|table|number|no\\.)[ \\t]{0,3}#(?=[ \\t]{1,3}(?:is|was|has|will|ships?|shipped|left|arrives?|arrived|goes|went)${END})`,
    // shipped [number]
    `[[<](?:${FIELD}|${THING})[\\]>](?!\\()`,
    `${START}%[sd]${END}|lorem ipsum`,
  ].join('|'),
  'gimu',
);
/** In capitals, among words that are not: Dear NAME, on DATE, FIRST_NAME, until XX. */
const CAPITALS = new RegExp(
  [
    '(?<![\\p{L}\\p{N}_@/.])(?:(?:FIRST|LAST|FULL|CUSTOMER|CLIENT|RECIPIENT|BUYER|CONTACT|YOUR|INSERT)[ _-]?){0,8}(?:NAME|FIRSTNAME|LASTNAME|SURNAME|FNAME|LNAME|VORNAME|NACHNAME)(?![\\p{L}\\p{N}_@:：])',
    '(?<![\\p{L}\\p{N}_])(?:(?:INSERT|ENTER|YOUR|ORDER|TRACKING|INVOICE)[ _-])(?:DATE|TIME|AMOUNT|PRICE|ADDRESS|LINK|PRODUCT|ITEM|CITY|COMPANY|NUMBER|NO|ID|CODE)(?![\\p{L}\\p{N}_:：])',
    '(?<=(?:^|[^\\p{L}])(?:to|for|from|by|on|at|of|until|till?|before|after|dear|hi|hello|is|with) )(?:DATE|DAY|TIME|AMOUNT|PRICE|TOTAL|ADDRESS|LINK|URL|PRODUCT|ITEM|CITY|COMPANY|NUMBER|CUSTOMER|CLIENT|RECIPIENT|PLACE|PERSON|SURNAME)(?![\\p{L}\\p{N}_])(?! [A-Z]{2})',
    '(?<=(?:^|[^\\p{L}])(?:on|at|by|in|until|till?|before|after|around|from|to|for|costs?) )(?:TBD|TBA|TBC)(?![\\p{L}\\p{N}_])',
    '(?<![\\p{L}\\p{N}_])(?:TODO|FIXME)(?![\\p{L}\\p{N}_])',
    // no masked card, no size, no number in Roman numerals
    '(?<![\\p{L}\\p{N}_-])X{4,40}(?![\\p{L}\\p{N}_])(?!(?:[ -]X{4}){0,4}[ -]?\\d)',
    '(?<=(?:^|[^\\p{L}])(?:to|for|from|by|on|at|until|till?|before|after|is|your|our|with|about|within|around) )X{2,3}(?![\\p{L}\\p{N}_-])(?! (?:centur|edition|large|long))',
  ].join('|'),
  'gu',
);
/** Where these are spoken of, XX is one of them. */
const SIZES = /\b(?:sizes?|fits?|waist|xxl|xl|chromosomes?|chapter|volume|part)\b|尺码|染色体/iu;
/** How far around it that is looked for. */
const NEAR = 200;

/** The first place of a text that is left open to be filled in, as it was typed; undefined: there is none. */
export function blankIn(text: string): string | undefined {
  const patterns = isShouted(text) ? [ANY_CASE] : [ANY_CASE, CAPITALS];
  for (const pattern of patterns)
    for (const { 0: found, index } of text.matchAll(pattern)) if (!isSize(found, index, text)) return found.trim();
  return undefined;
}

const isSize = (found: string, index: number, text: string): boolean =>
  /^X{2,3}$/i.test(found.trim()) && SIZES.test(text.slice(Math.max(0, index - NEAR), index + NEAR));

/** Where whole sentences are in capitals, NAME is a word like any other. */
function isShouted(text: string): boolean {
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals > 2 * small && !/\p{Script=Han}/u.test(text);
}
