import { narrow } from '../normalise.ts';

/** What a place to be filled in stands for, by whatever other systems call it; a name of a variable of ours. */
const CALLED = {
  first_name: 'first name|firstname|fname|given name|forename|first|称呼|昵称|尊称',
  name: 'name|full name|fullname|customer name|client name|contact name|recipient name|customer|recipient|lname|last name|姓名|名字|客户姓名|客户名称|客户名|顾客姓名|会员姓名|收件人|客户|顾客|会员名',
  city: 'city|town|城市|所在城市',
  birthday: 'birthday|date of birth|生日',
  address: 'address|street address|地址|收货地址',
  order_number: 'order number|order id|order no|ordernumber|订单号|订单编号|单号',
  order_total: 'order total|order amount|订单金额',
  cart_url: 'cart url|cart link|checkout url|购物车链接',
  shop_name: 'shop name|store name|shop|store|店名|店铺名|店铺名称',
  today: 'today|date|current date|今天|日期',
  unsubscribe_url: 'unsubscribe|unsub|unsubscribe url|unsubscribe link|退订链接|退订',
} as const;

type Called = keyof typeof CALLED;

/** Letters alone: 'First_Name' and 'first name' are one. */
const plain = (words: string): string =>
  narrow(words)
    .toLowerCase()
    .replace(/[\s_.-]+/gu, '');

const BY_NAME = new Map<string, Called>(
  (Object.keys(CALLED) as Called[]).flatMap((key) =>
    CALLED[key].split('|').map((word): [string, Called] => [plain(word), key]),
  ),
);
/** Of whom it is: recipient.name, contact.first_name. */
const WHOSE =
  /^(?:recipient|contact|customer|subscriber|user|merge|client|person|lead|member)[._]|^(?:insert|enter|add|your|their|the|customer'?s|client'?s)(?: (?:your|their|the|customer'?s|client'?s))? (?=\p{L})|^(?:填写|填入|请填写?|[你您]的|对方的?|客户的|顾客的)/iu;

/** A place to be filled in, in the way of another system. */
export interface Placeholder {
  /** As it stands there, with its marks, and where, in UTF-16 units. */
  typed: string;
  at: number;
  /** What stands between the marks. */
  words: string;
  /** What it stands for, where it is called so. */
  is: Called | undefined;
}

/** What these marks enclose is to be filled in, whatever it is called: in prose they stand for nothing. */
const SURE = [
  String.raw`\*\|(?<merge>[^|*\n]{1,40})\|\*`,
  '<<(?<angles>[^<>\\n]{1,40})>>',
  String.raw`[$#]\{(?<dollar>[^{}\n]{1,40})\}`,
  String.raw`(?<!\{)\{(?![{%])!?\$? ?(?<brace>[\p{L}_][\p{L}\p{N}_.\- ]{0,38})\}{1,2}`,
  '｛(?<wide>[^｛｝\\n]{1,40})｝',
  String.raw`%{1,2}(?<percent>\p{Script=Latin}[\p{Script=Latin}_.]{2,38})%{1,2}`,
  '::(?<colons>[\\p{L}_][\\p{L}_ ]{0,30})::',
];
/** And what these enclose, where it is called like what is filled in. */
const PERHAPS = [
  '【(?<corners>[^【】\\n]{1,20})】',
  '\\[{1,2}(?<square>[^[\\]\\n]{1,30})\\]{1,2}(?![(:])',
  '<(?<angle>[\\p{L}_ ]{1,30})>',
  '«(?<guillemets>[\\p{L}_ ]{1,30})»',
  '[#＃](?<hash>[\\p{L}_]{1,30})[#＃]',
  '@{1,2}(?<ats>[\\p{L}_]{1,30})@{1,2}',
  // no name of somebody's, and no address
  '(?<![\\p{L}\\p{N}._@])@(?<handle>[a-z]{2,12}_[a-z]{2,12})(?![\\p{L}\\p{N}_@.])',
  '＜(?<wideAngle>[\\p{L}_ ]{1,30})＞',
  '（(?<round>\\p{Script=Han}{2,6})）',
  '《(?<title>\\p{Script=Han}{2,6})》',
  '%(?<words>\\p{Script=Latin}[\\p{Script=Latin}_. ]{2,30})%',
  '[$](?<dollars>[A-Z_]{2,30})[$]',
  // a row of a table has more of them
  '(?<![|][^\\n]{0,80})[|](?<pipes>[A-Z_]{2,30})[|](?![^\\n]{0,80}[|])',
  '__(?<unders>[A-Z][A-Z_]{1,28}?)__',
];
const PERHAPS_IS = /^(?:[【[<«#＃@＜（《|_]|[$][A-Z_]|%[^%]{1,31} )(?!<)/u;
/** What stands where a name would: Dear XXX, 亲爱的___. */
const BLANK =
  '(?<=(?:^|[^\\p{L}])(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|HI|DEAR)[ ,，]{1,3}|(?:亲爱的|尊敬的|敬爱的|[你您]好[ ,，]?) ?)(?<blank>[Xx]{2,6}|_{3,20}|[×＿]{2,20})(?![\\p{L}\\p{N}_])';
const ANY = new RegExp([BLANK, ...SURE, ...PERHAPS].join('|'), 'gu');
/** What the engine reads, and addresses. */
const NOT_READ = /\{\{[^\n]{0,400}?\}\}|\{%[^\n]{0,400}?%\}|https?:\/\/[^\s<>()（）]{1,2000}/gu;

/** The places of a text that other systems would fill in, from its beginning. `names`: what its owner keeps of people. Reads linear. */
export function placeholdersIn(text: string, names: readonly string[] = []): Placeholder[] {
  const known = new Set(names.map(plain));
  const read = text.replace(NOT_READ, (part) => ' '.repeat(part.length));
  const found: Placeholder[] = [];
  // one after the other: thousands of matches with all of their groups at once are a lot of memory
  for (const { 0: typed, index, groups = {} } of read.matchAll(ANY)) {
    const words = (Object.values(groups).find((one) => one !== undefined) ?? '').trim();
    const called = plain(words.replace(WHOSE, ''));
    const is = groups.blank === undefined ? BY_NAME.get(called) : 'first_name';
    const isPerhaps = PERHAPS_IS.test(typed) && !/^[#$]\{/u.test(typed);
    if (!isPerhaps || is !== undefined || known.has(called)) found.push({ typed, at: index, words, is });
  }
  return found;
}
