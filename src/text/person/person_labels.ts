/** What may be said about a person, by the words people write before it. */
export type PersonField = 'name' | 'phone' | 'email' | 'city' | 'note';

const english: Record<PersonField, string> = {
  name: 'full name|customer name|client name|contact name|contact person|recipient|receiver|name',
  phone: 'phone number|phone no|phone|telephone|mobile number|mobile no|mobile|cell phone|cell|whatsapp|tel',
  email: 'e-mail address|email address|e-mail|email|mail',
  city: 'city',
  note: 'delivery address|shipping address|date of birth|wechat id|wechat|weixin|postcode|birthday|company|website|remarks|remark|address|notes|note|dob|fax|zip|vx|qq',
};
/** These need no colon, for nobody is called that. */
const plain = 'wechat id|wechat|weixin|vx|qq|delivery address|shipping address|address|birthday|dob';

const chinese: Record<PersonField, string> = {
  name: '收货人姓名|收货人|收件人|联系人|姓名|名字|称呼',
  phone: '联系电话|联系方式|办公电话|公司电话|家庭电话|备用电话|手机号码|电话号码|手机号|手机|电话|座机|固话|热线',
  email: '电子邮箱|电子邮件|邮箱地址|邮箱|邮件',
  city: '所在城市|城市',
  note: '微信号码|微信号|微信|收货地址|收件地址|详细地址|所在地区|家庭地址|公司地址|地址|公司|单位|生日|备注|邮编|职位',
};

const fieldOf = new Map<string, PersonField>();
for (const words of [english, chinese]) {
  for (const [field, list] of Object.entries(words)) {
    for (const word of list.split('|')) fieldOf.set(word, field as PersonField);
  }
}
/** The longest first: 收货地址 is one label, not 收货 and 地址. */
const anyOf = (words: string[]): string =>
  words
    .flatMap((list) => list.split('|'))
    .sort((a, b) => b.length - a.length)
    .join('|');
const EN = anyOf(Object.values(english));
/** 有限公司 is the end of a name, and no label. */
const COMPANY = '(?<!有限|责任|股份|集团|控股|分|总|子|母)公司';
const ZH = anyOf(Object.values(chinese)).replace('|公司|', `|${COMPANY}|`);

/** These need none at the beginning. */
const leading = 'full name|customer name|client name|contact name|name';

/** In a signature, before a colon: T: 020 7946 0999, E: anna@example.com. */
const SHORT: Readonly<Record<string, PersonField>> = {
  ...{
    t: 'phone',
    m: 'phone',
    p: 'phone',
    ph: 'phone',
    mob: 'phone',
    d: 'phone',
    direct: 'phone',
    office: 'phone',
    o: 'phone',
  },
  ...{ e: 'email', a: 'note', w: 'note', web: 'note', org: 'note', title: 'note', role: 'note' },
};

/** With a colon; before what it announces (phone 020…, 电话138…); a Chinese one also before a blank. 微信同号 is no label. */
const LABEL = new RegExp(
  [
    `(?<![\\p{L}\\p{N}])(${EN})\\.?\\s{0,3}[:：=]\\s*`,
    `(?<=^\\s{0,9})(${Object.keys(SHORT).join('|')})\\.?\\s{0,3}[:：]\\s*`,
    `(?<=^\\s{0,9})([tmpo]|ph|mob)\\.?\\s{1,3}(?=[+(（]?\\d[\\d ()+-]{6})`,
    `(?<![\\p{L}\\p{N}])(${EN})(?:\\.|\\s)\\s{0,3}(?=[+(（]?\\d|[^\\s@]{1,64}@)`,
    `(?<![\\p{L}\\p{N}])(${plain})\\s+`,
    `^\\s{0,9}(${leading})\\s+(?=\\p{L})`,
    `(${ZH})(?:\\s{0,3}[:：=]\\s*|\\s+|(?=[+(（]?\\d))`,
  ].join('|'),
  'giu',
);

/** A piece of what was written, and the word written before it. */
export interface Labelled {
  label: string;
  /** Undefined: nothing said what it is. */
  field: PersonField | undefined;
  value: string;
}

/** Cuts a line where labels stand; what comes before the first one has no label. */
export function byLabels(line: string): Labelled[] {
  const labels = [...line.matchAll(LABEL)];
  const head = line.slice(0, labels[0]?.index).trim();
  const rest = labels.map((match, nth): Labelled => {
    const label = match.slice(1).find(Boolean)!;
    const value = line.slice(match.index + match[0].length, labels[nth + 1]?.index).trim();
    return { label, field: fieldOf.get(label.toLowerCase()) ?? SHORT[label.toLowerCase()], value };
  });
  return head ? [{ label: '', field: undefined, value: head }, ...rest] : rest;
}

/** A label with the sign of a change before it: +电话 139…, -email, ＋微信 abc. */
const SIGNED = new RegExp(
  `(?<!\\S)([+＋\\-－−])\\s?(${anyOf(Object.values(chinese))}|${EN}(?![\\p{L}\\p{N}]))(?:\\s{0,3}[:：=]\\s{0,3}|\\s{1,3}|(?=[+(（]?\\d)|$)`,
  'giu',
);

/** Words that add and take away, with '+phone 139…' as 'phone: 139…', '-phone 139…' as '-139…', and what is to go without a value apart. */
export function readSigned(words: string): { words: string; gone: { field: PersonField; label: string }[] } {
  const gone: { field: PersonField; label: string }[] = [];
  const read = words.replace(SIGNED, (whole: string, sign: string, label: string, at: number) => {
    const behind = words.slice(at + whole.length);
    if (/^[+＋]$/.test(sign)) return `\n${label}: `;
    if (/^[+(（]?\d|^[^\s@]{1,64}@/.test(behind)) return '-';
    gone.push({ field: fieldOf.get(label.toLowerCase())!, label });
    return '';
  });
  return { words: read.trim(), gone };
}

/** Whether it says of something that it is a name. */
export function saysName(text: string): boolean {
  return text.split('\n').some((line) => byLabels(line).some(({ field }) => field === 'name'));
}

const NEW_NAME =
  /^(?:new name|name|to|as|now|姓名|名字|改名为|改名|改成|改为|换成|变成|->|=>|→|现在叫|叫做?)(?:\s+|(?<=[\p{Script=Han}>→])(?=\S))(?![:：])([\s\S]+)$/iu;

/** What is to be the name, where the words say that it is one: "name Anna Jones", "to Anna Jones", 改成 安娜. */
export function newNameIn(words: string): string | undefined {
  return NEW_NAME.exec(words)?.[1];
}

const CHANGES = [
  /^(?:请?[把将])?(?:[他她它]的)?(联系电话|电话号码|手机号码|手机号|电话|手机|邮箱地址|邮箱|邮件|城市|名字|姓名|称呼|地址|微信号?|生日|公司|备注)\s*(?:改成|改为|换成|换为|变成|更新为|现在是|[→=]|[-=]>)\s*([\s\S]+)$/u,
  /^(?:please\s+)?(?:(?:change|set|update|replace|correct)\s+)?(?:(?:the|his|her|their|its)\s+)?(?:new\s+)?(phone(?: number)?|mobile(?: number)?|cell|e-?mail(?: address)?|city|name|address|wechat|company|birthday)\s*(?:to|with|is now|now|→|[-=]>)\s*([\s\S]+)$/iu,
];

/** What is to become another, and what it becomes: 把电话改成138…, change phone to 202…. */
export function changeIn(words: string): { field: PersonField; label: string; value: string } | undefined {
  for (const pattern of CHANGES) {
    const [, label = '', value = ''] = pattern.exec(words.trim()) ?? [];
    const field = fieldOf.get(label.toLowerCase());
    if (field) return { field, label, value: value.trim() };
  }
  return undefined;
}

const CITY_ALONE = /^(?:city|town|城市|所在城市)\s+(\S[^\n@#+]{0,60})$/iu;

/** The city in words that are nothing else: 'city Auckland', 城市 上海. */
export const cityBehindLabel = (words: string): string | undefined => CITY_ALONE.exec(words)?.[1];

/** What only says that a note follows: 备注批发, note: likes oolong. */
const NOTE_WORD = /^(?:备注(?:一下)?(?!名|里|上)\s*[:：]?|notes?\s*[:：])\s*(?=\S)/iu;
export const withoutNoteWord = (note: string): string => note.replace(NOTE_WORD, '');
