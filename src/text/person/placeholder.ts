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
const WHOSE = /^(?:recipient|contact|customer|subscriber|user|merge|client|person|lead|member)[._]/iu;

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
  String.raw`(?<!\{)\{(?![{%])!?(?<brace>[\p{L}_][\p{L}\p{N}_.\- ]{0,38})\}(?!\})`,
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
];
const ANY = new RegExp([...SURE, ...PERHAPS].join('|'), 'gu');
const PERHAPS_IS = /^[【[<«#＃@](?!<)/u;
/** What the engine reads, and addresses. */
const NOT_READ = /\{\{[^\n]{0,400}?\}\}|\{%[^\n]{0,400}?%\}|https?:\/\/[^\s<>()（）]{1,2000}/gu;

/** The places of a text that other systems would fill in, from its beginning. `names`: what its owner keeps of people. Reads linear. */
export function placeholdersIn(text: string, names: readonly string[] = []): Placeholder[] {
  const known = new Set(names.map(plain));
  const read = text.replace(NOT_READ, (part) => ' '.repeat(part.length));
  return [...read.matchAll(ANY)].flatMap(({ 0: typed, index, groups = {} }): Placeholder[] => {
    const words = (Object.values(groups).find((one) => one !== undefined) ?? '').trim();
    const called = plain(words.replace(WHOSE, ''));
    const is = BY_NAME.get(called);
    const isPerhaps = PERHAPS_IS.test(typed) && !typed.startsWith('#{');
    if (isPerhaps && is === undefined && !known.has(called)) return [];
    return [{ typed, at: index, words, is }];
  });
}
